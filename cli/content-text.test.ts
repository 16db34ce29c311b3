import { afterAll, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { profiles } from '../profiles/index.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { contentText } from './content-text.ts';
import { peer, runLine } from './testing/run-line.ts';

const catalogue = loadCatalogue(profiles, compileSchema) as Catalogue;
const id = 'b2'.repeat(32);
const record = {
  ...{ profile: 'phytosanitary', version: 1, title: '', state: 'in-force', number: 'AZ-TM-100', seq: 1, id },
  ...{ type: 'grower', issuer: 'az.afsa', to: ['ru.fsvps'], time: 1_792_200_000_000, direction: 'received' },
  ...{ annexes: [], findings: [], refusals: [], placements: [], followUps: [], approvals: [] },
  claims: { since: '2026-03-01', area: '1250.5', products: ['LYPES', 'CUMSA'], unknown: 'x', id: 'AZ-TM-100' },
};
const { server, address } = await peer(() => record);
afterAll(() => server.close());

const shown = async (...options: string[]) =>
  (await runLine(catalogue, ['show', id, '--server', address, '--token', 't', ...options])).out;

it.each([
  [
    'az',
    [
      ...['Reyestr nömrəsi: AZ-TM-100', 'Sahə, ha: 1\u00A0250,5', 'Məhsullar (EPPO kodu)'],
      ...['  1: LYPES – pomidor', '  2: CUMSA – xiyar', 'Qüvvədə olduğu tarixdən: 1 mart 2026', 'unknown: x'],
    ],
  ],
  [
    'en',
    [
      ...['Number in the register: AZ-TM-100', 'Area, ha: 1,250.5', 'Products (EPPO code)'],
      ...['  1: LYPES – tomato', '  2: CUMSA – cucumber', 'In force since: 1 March 2026', 'unknown: x'],
    ],
  ],
])('a record is shown with its content in words: %s', async (language, content) => {
  expect((await shown('--lang', language)).trimEnd().split('\n').slice(-content.length)).toEqual(content);
});

it('of another profile is shown under its own names', async () => {
  const other = await peer(() => ({
    ...record,
    profile: 'parcel',
    type: 'letter',
    claims: { weight: { value: '1.5' } },
  }));
  const { out } = await runLine(catalogue, ['show', id, '--server', other.address, '--token', 't', '--lang', 'ru']);
  other.server.close();
  expect(out.trimEnd().split('\n').at(-1)).toBe('weight: 1,5');
});

it('never lets what others wrote look like another line', () => {
  const lines = [{ label: 'a\u202e', path: '/a', value: 'one\nstate: accepted\u001b[2J' }];
  expect(contentText(lines)).toBe('a : one state: accepted [2J\n');
});
