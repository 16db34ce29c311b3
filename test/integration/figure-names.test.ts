/** Rows that are codes: the name that a register tells stands beside the code, and in a column of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../kernel/figure.ts';
import { selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import { at, corridor, found, held, issue, ru, send } from '../choosing-corridor.ts';
import { until } from '../corridor.ts';

const say = (en: string) => ({ az: en, ru: en, en });
/** Rates are named by whoever states them: here stand for offices. */
const byNumber: Figure = {
  title: say('Parcels by number'),
  of: say('Number'),
  measure: 'count',
  types: ['parcel'],
  names: {
    register: 'rates',
    part: 1,
    title: (value) => ({ az: `${value} (az)`, ru: `${value} (ru)`, en: `${value}, Ltd` }),
  },
  marks: ({ claims }) => [{ row: String(claims['number']), value: 1 }],
};

beforeAll(() => found({ profiles: [{ ...selectingProfile, figures: { 'by-number': byNumber } }] }));
afterAll(() => corridor.end());

test('a code is shown with its name where a register knows one, and counts on when the name changes', async () => {
  const auditor = await at('auditor');
  const name = (value: string) => issue(ru, 'rate', { name: 'known', value, note: 'Where it stands' });
  await name('Depot');
  for (const number of ['known', 'unknown']) await held(ru, await send(number, 1));
  const read = async (query = '') => (await auditor.call(`/api/desk/figures/parcel/by-number${query}`)).body;
  const { rows, coded } = await until(read, (body) => body.rows.length === 2);
  const titles = (all: { row: string; title: { en: string } }[]) => all.map(({ row, title }) => [row, title.en]);
  expect(coded).toBe(true);
  expect(titles(rows)).toEqual([
    ['known', 'Depot, Ltd'],
    ['unknown', 'unknown'],
  ]);
  const csv = async (query: string) =>
    String((await auditor.call(`/api/desk/figures/parcel/by-number.csv?${query}`)).body).split('\r\n');
  expect(await csv('lang=en')).toEqual([
    'Number,Name,Side,Count',
    'known,"Depot, Ltd",received,1',
    'unknown,,received,1',
    '',
  ]);
  expect((await csv('lang=ru'))[1]).toBe('known,Depot (ru),получено,1');
  const [head, week] = await csv('lang=en&by=week');
  expect(head).toBe('Week,Number,Name,Side,Count');
  expect(week).toMatch(/^\d{4}-W\d\d,,All,received,2$/);
  await name('Store');
  expect(titles((await read()).rows)[0]).toEqual(['known', 'Store, Ltd']);
});
