import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../../kernel/catalogue.ts';
import { languages, type Text } from '../../kernel/finding.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formHint } from '../../kernel/schema.ts';
import { phytosanitary } from './profile.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, keywords: [formHint] });
const asFault = ({ keyword, instancePath }: ErrorObject) => ({ keyword, path: instancePath });

function loaded(): Catalogue {
  const catalogue = loadCatalogue([phytosanitary], (schema) => {
    const check = ajv.compile(schema);
    return (value) => (check(value) ? undefined : (check.errors ?? []).map(asFault));
  });
  if (catalogue instanceof Refusal) throw new Error(`${catalogue.code} ${JSON.stringify(catalogue.detail)}`);
  return catalogue;
}

describe('the phytosanitary profile', () => {
  it('loads', () => {
    expect(loaded().type('phytosanitary', 'certificate')?.declaration.version).toBe(1);
  });

  it('has every text in every language', () => {
    const texts: Text[] = [
      phytosanitary.title,
      ...Object.values(phytosanitary.functions),
      ...Object.values(phytosanitary.findings),
      ...Object.values(phytosanitary.reasons),
      ...Object.values(phytosanitary.registers).flatMap(({ title, parts }) => [title, ...parts]),
      ...Object.values(phytosanitary.ledgers).flatMap(({ title, parts, movements }) => [
        title,
        ...parts,
        ...Object.values(movements).map((movement) => movement.title),
      ]),
      ...Object.values(phytosanitary.limits ?? {}).map(({ title }) => title),
      ...Object.values(phytosanitary.questions ?? {}).flatMap(({ title, parameters, answers }) => [
        title,
        ...Object.values(parameters).map((parameter) => parameter.title),
        ...Object.values(answers),
      ]),
      ...Object.values(phytosanitary.measure?.by ?? {}),
      ...Object.values(phytosanitary.figures ?? {}).flatMap(({ title, of, rows }) => [
        title,
        of,
        ...Object.values(rows ?? {}),
      ]),
      ...Object.values(phytosanitary.types).flatMap(({ title, lifeCycle }) => [
        title,
        ...Object.values(lifeCycle?.states ?? {}),
        ...Object.values(lifeCycle?.events ?? {}),
      ]),
    ];
    const marks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([mark]) => mark).sort();
    for (const text of texts) {
      for (const language of languages) {
        expect(text[language].trim(), JSON.stringify(text)).not.toBe('');
        expect(marks(text[language]), JSON.stringify(text)).toEqual(marks(text.en));
      }
    }
  });
});
