/** An institution whose desk was restored from an older copy commits anew: what it had committed to is known to nobody. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Profile } from '../../kernel/profile.ts';
import { selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import {
  acting,
  at,
  audited,
  chosen,
  corridor,
  file,
  folder,
  found,
  hour,
  later,
  only,
  place,
  send,
} from '../choosing-corridor.ts';
import { until } from '../corridor.ts';

/** Ms: commitments that begin before are refused. */
let least = 0;
const { commitment } = selectingProfile.types;
if (!commitment) throw new Error('the parcel profile has changed');
const picky: Profile = {
  ...selectingProfile,
  types: {
    ...selectingProfile.types,
    commitment: {
      ...commitment,
      rules: [
        {
          name: 'none begins before another',
          check: ({ claims }) =>
            Number(claims['from']) < least
              ? [{ code: 'too-heavy', severity: 'refuse', path: '/from', detail: {} }]
              : [],
        },
      ],
    },
  },
};

beforeAll(() => found({ profiles: [picky] }));
afterAll(() => corridor.end());

const save = async (revision: number, random: number) => {
  const body = { revision, settings: { heavy: 50, random }, reason: 'Test' };
  expect((await (await at('supervisor')).call(`${place}/settings`, 'PUT', body)).status).toBe(200);
};

const filesIn = (of: string) => readdirSync(of).filter((name) => name.startsWith('desk.db'));

test('after an older desk is put back, records are chosen under a commitment that acts', async () => {
  await acting(await at('supervisor'), 1);
  const copy = mkdtempSync(join(tmpdir(), 'samur-desk-'));
  await corridor.stop('RU');
  for (const name of filesIn(folder())) cpSync(join(folder(), name), join(copy, name));
  await corridor.start('RU');
  await save(1, 300);
  await acting(await at('supervisor'), 2);
  const before = await chosen(await at('border-officer'), await send('P-before', 1));
  expect(before.proved).toBe(true);

  await corridor.stop('RU');
  for (const name of filesIn(folder())) rmSync(join(folder(), name));
  for (const name of filesIn(copy)) cpSync(join(copy, name), join(folder(), name));
  rmSync(copy, { recursive: true });
  await corridor.start('RU');
  await save(1, 400);
  await acting(await at('supervisor'), 2);
  const after = await chosen(await at('border-officer'), await send('P-after', 1));
  expect(after.proved).toBe(true);

  later(2 * hour);
  const report = await audited(await file(2));
  expect([report.verdict, report.differences]).toEqual(['holds', []]);
});

test('one that is refused for good is not waited for longer than a part of its period', async () => {
  least = Number.MAX_SAFE_INTEGER;
  later(4 * hour);
  const supervisor = await at('supervisor');
  const newest = async () => (await only(supervisor)).commitments[0];
  const refused = await until(newest, ({ record, from, until: ends }) => record === undefined && ends - from === hour);
  // What was issued meanwhile begins later than this one.
  least = refused.from + 1;
  later(hour / 4);
  const next = await until(newest, ({ record }) => record !== undefined);
  expect(next.from).toBeGreaterThan(refused.from);
});

test.each([
  ['numbers that were passed', 'seq + 100'],
  ['numbers that were never looked at', '0'],
])('records that come again under %s keep their choice, and new ones are chosen', async (_, upto) => {
  const first = await send(`P-${upto}`, 1);
  const choice = await chosen(await at('border-officer'), first);
  await corridor.stop('RU');
  // As it stands where the records were put back to an older copy, and the desk was not.
  const db = new DatabaseSync(join(folder(), 'desk.db'));
  db.exec(`update selection_upto set seq = ${upto}`);
  db.close();
  await corridor.start('RU');
  await chosen(await at('border-officer'), await send(`P-fresh-${upto}`, 1));
  expect(await chosen(await at('border-officer'), first)).toEqual(choice);
});
