import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Catalogue, loadCatalogue } from '../../kernel/catalogue.ts';
import { languages, type Statement, type Subject, type Text, type View } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { phytosanitary } from './profile.ts';
import { spsCertificate } from './xml/format.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const asFault = ({ keyword, instancePath }: ErrorObject) => ({ keyword, path: instancePath });

function loaded(): Catalogue {
  const catalogue = loadCatalogue([phytosanitary], (schema) => {
    const check = ajv.compile(schema);
    return (value) => (check(value) ? undefined : (check.errors ?? []).map(asFault));
  });
  if (catalogue instanceof Refusal) throw new Error(`${catalogue.code} ${JSON.stringify(catalogue.detail)}`);
  return catalogue;
}

const nothing: View = { register: () => undefined, account: () => undefined, record: () => undefined };

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
      ...Object.values(phytosanitary.registers).map(({ title }) => title),
      ...Object.values(phytosanitary.ledgers).map(({ title }) => title),
      ...Object.values(phytosanitary.types).flatMap(({ title, lifeCycle }) => [
        title,
        ...Object.values(lifeCycle?.states ?? {}),
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

describe('the demonstration', () => {
  it('tells a story that every rule passes', () => {
    const catalogue = loaded();
    const subjects = new Map<string, Subject>();
    for (const step of phytosanitary.demonstration ?? []) {
      let claims = step.claims as JsonObject;
      if (step.document !== undefined) {
        const reading = spsCertificate.read(new TextEncoder().encode(step.document.text));
        if (reading instanceof Refusal) throw new Error(`${step.key}: ${reading.code} ${reading.path}`);
        expect(reading.findings, step.key).toEqual([]);
        expect(reading.type).toBe(step.type);
        claims = reading.claims;
      }
      const subject = step.about === undefined ? undefined : subjects.get(step.about);
      if (step.about !== undefined) expect(subject, step.key).toBeDefined();
      const statement: Statement = {
        type: step.type,
        issuer: step.by,
        to: step.to,
        claims,
        time: Date.UTC(2026, 10, 21),
        ...(subject === undefined ? {} : { subject }),
      };
      const type = catalogue.type('phytosanitary', step.type);
      expect(type?.checks.get(1)?.(claims), step.key).toBeUndefined();
      expect(
        type?.declaration.rules.flatMap((rule) => rule.check(statement, nothing)),
        step.key,
      ).toEqual([]);
      subjects.set(step.key, {
        id: step.key,
        type: step.type,
        issuer: step.by,
        to: step.to,
        claims,
        time: statement.time,
        state: 'issued',
      });
    }
    expect(subjects.size).toBeGreaterThanOrEqual(12);
  });
});
