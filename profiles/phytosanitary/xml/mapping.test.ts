import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../kernel/refusal.ts';
import { ephytoTags } from '../codes/tags.ts';
import { phytosanitary } from '../profile.ts';
import { spsCertificate } from './format.ts';

const folder = new URL('../vectors/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const names = readdirSync(new URL('readings/', folder)).map((name) => name.replace('.json', ''));

describe('what a document says', () => {
  it.each(names)('%s has its place in the claims', (name) => {
    const reading = spsCertificate.read(new TextEncoder().encode(text(`valid/${name}.xml`)));
    if (reading instanceof Refusal) throw new Error(`${reading.code} ${reading.path}`);
    const { type, claims } = reading;
    expect({ type, claims }).toEqual(JSON.parse(text(`readings/${name}.json`)));
  });

  it('covers every tag of the mapping that says something by itself', () => {
    const documents = names.map((name) => text(`valid/${name}.xml`)).join('');
    // Kinds of declaration and of classification: names of lists, not of notes.
    const kinds = ['ADCO', 'ADIP', 'ADDI', 'ADAO'];
    const missing = [...ephytoTags].filter((tag) => !kinds.includes(tag) && !documents.includes(`>${tag}<`));
    expect(missing).toEqual([]);
  });
});

describe('what travels only in the record', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

  it('is stated for every type that the document has no place for', () => {
    const [, stated = ''] = /^- all of (.*?):/ms.exec(readme) ?? [];
    const listed = [...stated.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    const others = Object.keys(phytosanitary.types).filter((name) => !spsCertificate.types.includes(name));
    expect([...listed, 'laboratory-result'].sort()).toEqual(others.sort());
  });
});
