/** What was chosen for is over: whoever comes again with the same key is drawn for anew, and an auditor sees why. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acting,
  at,
  audited,
  az,
  chosen,
  corridor,
  desk,
  file,
  folder,
  found,
  held,
  hour,
  issue,
  later,
  only,
  place,
  ru,
  send,
} from '../choosing-corridor.ts';

beforeAll(async () => {
  await found();
  const settings = { heavy: 50, random: 0 };
  await (await at('supervisor')).call(`${place}/settings`, 'PUT', { revision: 1, settings, reason: 'Summer' });
  await acting(await at('supervisor'), 2);
  await corridor.stop('RU');
  for (const name of filesOfDesk()) cpSync(join(folder(), name), join(copy, name));
  await corridor.start('RU');
});
afterAll(async () => {
  await corridor.end();
  rmSync(copy, { recursive: true });
});

/** The desk as it was before anything was chosen. */
const copy = mkdtempSync(join(tmpdir(), 'samur-desk-'));
const filesOfDesk = () => readdirSync(folder()).filter((name) => name.startsWith('desk.db'));

const outcomeOf = async (id: string) => (await chosen(await at('border-officer'), id)).outcome;
const drawsOf = async (...ids: readonly string[]) => {
  const rows = await desk()
    .ground.desk.db.selectFrom('selection_choice')
    .select(['record', 'draw'])
    .where('record', 'in', ids)
    .execute();
  return ids.map((id) => rows.find(({ record }) => record === id)?.draw);
};
/** Delivered, and its sender holds that in writing. */
async function delivered(id: string): Promise<void> {
  await held(az, await issue(ru, 'delivery', {}, id));
}

let first: string;
let beforeEnd: string;
let afterEnd: string;

test('until it is over a record that is sent again keeps draw and outcome; afterwards it begins anew', async () => {
  first = await send('P-1', 60);
  expect(await outcomeOf(first)).toBe('open');
  beforeEnd = await send('P-1', 1);
  expect(await outcomeOf(beforeEnd)).toBe('open');
  await issue(ru, 'acceptance', {}, first);
  expect(await outcomeOf(await send('P-1', 1))).toBe('open');
  await delivered(first);
  afterEnd = await send('P-1', 1);
  expect(await outcomeOf(afterEnd)).toBe('pass');
  const next = await send('P-1', 2);
  expect(await outcomeOf(next)).toBe('pass');
  const draws = await drawsOf(first, beforeEnd, afterEnd, next);
  expect(draws[1]).toBe(draws[0]);
  expect(draws[2]).not.toBe(draws[0]);
  expect(draws[3]).toBe(draws[2]);
});

test('what its sender recalls is not over: whoever would draw again keeps the draw', async () => {
  const recalled = await send('P-2', 60);
  await issue(az, 'recall', {}, recalled);
  const again = await send('P-2', 1);
  expect(await outcomeOf(again)).toBe('open');
  const [one, other] = await drawsOf(recalled, again);
  expect(other).toBe(one);
});

test('a preview draws anew where something ended', async () => {
  const answer = await (await at('supervisor')).call(`${place}/preview`, 'POST', {
    settings: { heavy: 60, random: 0 },
  });
  expect(answer.body).toMatchObject({ records: 7, draft: { open: { rule: 5 }, pass: { none: 2 } } });
});

test('the auditor makes it again from the file, and is told where an end is shown', async () => {
  later(hour);
  const told = await file(2);
  const entries = told.channels.flatMap(({ entries: all }: { entries: object[] }) => all);
  const ended = entries.filter(({ choice }: { choice?: { ended?: object } }) => choice?.ended);
  expect(ended).toHaveLength(1);
  const report = await audited(told);
  expect([report.differences, report.verdict]).toEqual([[], 'holds']);
  expect(report.choices.filter(({ again }) => !again).map(({ id }) => id)).toEqual(
    expect.arrayContaining([first, afterEnd]),
  );
  delete ended[0].choice.ended;
  const silent = await audited(told);
  expect([...new Set(silent.differences.map(({ refusal }) => refusal.code))]).toEqual(['selection.choice-differs']);
});

test('a key that ended in an earlier period is not carried on, and the files fit each other', async () => {
  await acting(await at('supervisor'), (await only(await at('supervisor'))).commitments[0].number);
  await delivered(afterEnd);
  const { number } = (await only(await at('supervisor'))).commitments[0];
  const third = await send('P-1', 1);
  expect(await outcomeOf(third)).toBe('pass');
  later(2 * hour);
  const earlier = await audited(await file(2));
  const told = await file(number);
  for (const reports of [[], [earlier]]) {
    const report = await audited(told, reports);
    expect([report.differences, report.unproved]).toEqual([[], []]);
    expect(report.choices.find(({ id }) => id === third)).toMatchObject({ again: false });
  }
});

test('a desk that lost its choices ends each where it ended before, not where it looks', async () => {
  await corridor.stop('RU');
  for (const name of filesOfDesk()) rmSync(join(folder(), name));
  for (const name of readdirSync(copy)) cpSync(join(copy, name), join(folder(), name));
  await corridor.start('RU');
  await chosen(await at('border-officer'), afterEnd);
  const [one, other, after] = await drawsOf(first, beforeEnd, afterEnd);
  expect(other).toBe(one);
  expect(after).not.toBe(one);
});
