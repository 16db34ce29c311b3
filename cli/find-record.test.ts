import { afterAll, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { profiles } from '../profiles/index.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { peer, runLine } from './testing/run-line.ts';

const catalogue = loadCatalogue(profiles, compileSchema) as Catalogue;
const line = { profile: 'phytosanitary', version: 1, title: '', state: 'in-force', number: 'AZ-TM-100', seq: 1 };
const items = [
  { ...line, id: 'a1'.repeat(32), type: 'admission', issuer: 'ru.fsvps', to: ['az.afsa'], time: 1_792_300_000_000 },
  { ...line, id: 'b2'.repeat(32), type: 'grower', issuer: 'az.afsa', to: ['ru.fsvps'], time: 1_792_200_000_000 },
];
const claims = { id: 'AZ-TM-100', products: ['LYPES'] };
const { server, address } = await peer(({ pathname }) =>
  pathname === '/api/records' ? { items } : { ...items[1], claims },
);
afterAll(() => server.close());

it('tells records of one number apart by their type and issuer', async () => {
  const { code, err } = await runLine(catalogue, ['show', 'AZ-TM-100', '--server', address, '--token', 't']);
  expect(code).toBe(1);
  const [head, ...candidates] = err.trimEnd().split('\n');
  expect(head).toContain('Several records');
  expect(candidates.map((candidate) => candidate.trim().split(/ {2,}/).toSpliced(1, 1))).toEqual([
    ['a1'.repeat(32), 'Admission of a grower', 'AZ-TM-100', 'ru.fsvps'],
    ['b2'.repeat(32), 'Registration of a grower or site', 'AZ-TM-100', 'az.afsa'],
  ]);
});

it('writes claims alone, as a file to begin another record with', async () => {
  const words = ['show', items[1]!.id, '--claims', '--server', address, '--token', 't'];
  const { code, out } = await runLine(catalogue, words);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(claims);
});
