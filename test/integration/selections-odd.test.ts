/** Selections where things cross, fail or come again: nothing is chosen twice, and the files of all periods hold. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SelectionReport } from '../../kernel/exchange/selection-audit.ts';
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
import { until } from '../corridor.ts';

beforeAll(() => found());
afterAll(() => corridor.end());

const save = async (revision: number, heavy: number) =>
  (await at('supervisor')).call(`${place}/settings`, 'PUT', {
    revision,
    settings: { heavy, random: 300 },
    reason: 'Test',
  });

test('of two who save at once one is told that the other was quicker', async () => {
  const answers = await Promise.all([save(1, 40), save(1, 41)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  await acting(await at('supervisor'), 2);
});

test('a commitment that a crash kept from being noted is not issued again', async () => {
  const [before] = (await only(await at('supervisor'))).commitments;
  await corridor.stop('RU');
  const db = new DatabaseSync(join(folder(), 'desk.db'));
  db.exec('update selection_commitment set record = null where number = 2');
  db.close();
  await corridor.start('RU');
  const [after] = (await only(await at('supervisor'))).commitments;
  expect([after.number, after.record]).toEqual([2, before.record]);
});

test('a record that replaces one is one with it; one without effect is not chosen', async () => {
  const officer = await at('border-officer');
  const first = await send('P-first', 100);
  expect(await chosen(officer, first)).toMatchObject({ outcome: 'open', criterion: 'heavy' });
  const second = await send('P-second', 1, first);
  expect(await chosen(officer, second)).toMatchObject({ outcome: 'open', criterion: 'heavy' });

  const crossed = await send('P-crossed', 100);
  await chosen(officer, crossed);
  // Neither knows of what the other did: the delivery goes before the replacement.
  await corridor.stop('AZ');
  await issue(ru, 'delivery', {}, crossed);
  await corridor.stop('RU');
  await corridor.start('AZ');
  const late = await send('P-late', 100, crossed);
  await corridor.start('RU');
  const arrived = await held(ru, late);
  expect(arrived.body.state).toBe('superseded');
  const light = await send('P-light', 1);
  await chosen(await at('border-officer'), light);
  expect((await (await at('border-officer')).call(`/api/desk/records/${late}/selections`)).body.items).toEqual([]);
});

test('a record that is sent again in a later period keeps its draw, and the files of all periods hold', async () => {
  const sent = await send('P-long', 90);
  const officer = await at('border-officer');
  expect((await chosen(officer, sent)).outcome).toBe('open');
  later(hour - 600_000);
  await acting(await at('supervisor'), 3);
  later(600_000);
  const again = await send('P-long', 1);
  expect(await chosen(await at('border-officer'), again)).toMatchObject({ outcome: 'open', criterion: 'heavy' });
  for (let n = 0; n < 30; n++) await send(`P-many-${n}`, n * 2);
  await chosen(await at('border-officer'), await send('P-last', 1));
  later(2 * hour);
  const reports: SelectionReport[] = [];
  for (const number of [2, 3]) reports.push(await audited(await file(number), reports));
  for (const report of reports) {
    expect(report.differences).toEqual([]);
    expect([report.verdict, report.gaps, report.unproved]).toEqual(['holds', [], []]);
  }
  expect(reports.map(({ choices }) => choices.length)).toEqual([5, 32]);
  expect(reports[0]?.withoutEffect).toHaveLength(1);
});

test('secrets are in no answer before their period is over', async () => {
  const rows = await desk().ground.desk.db.selectFrom('selection_commitment').select(['number', 'secret']).execute();
  const newest = rows.at(-1);
  if (!newest) throw new Error('nothing was committed to');
  const secret = new Uint8Array(newest.secret).toHex();
  const auditor = await at('auditor');
  for (const path of ['/api/desk/selections', `${place}/settings/2`, `${place}/commitments/${newest.number}/file`])
    expect(JSON.stringify((await auditor.call(path)).body)).not.toContain(secret);
  const { commitments } = await only(auditor);
  const shown = await az.get(`/api/records/${commitments[0].record}`);
  expect(JSON.stringify(shown.body)).not.toContain(secret);
});

test('a choice is there soon after the record', async () => {
  const id = await send('P-soon', 90);
  await held(ru, id);
  const officer = await at('border-officer');
  await until(
    async () => (await officer.call(`/api/desk/records/${id}/selections`)).body.items.length,
    (count) => count === 1,
    2,
  );
});
