/** Records that cannot be judged when they come: they are chosen later, out of their place, and the auditor is told so. */
import { afterAll, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Profile } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import { startServer } from '../../server/server.ts';
import { at, audited, chosen, corridor, desk, file, foundOnly, later, only, ru } from '../choosing-corridor.ts';
import { until } from '../corridor.ts';
import { RogueSender } from '../rogue-sender.ts';

afterAll(() => corridor.end());

const parcel = selectingProfile.types['parcel'];
const schema = parcel?.schemas[1];
if (!parcel || !schema) throw new Error('the parcel profile has changed');
const newer: Profile = {
  ...selectingProfile,
  types: { ...selectingProfile.types, parcel: { ...parcel, version: 2, schemas: { 1: schema, 2: schema } } },
};
const day = 86_400_000;

test('what waits is chosen when it can be judged', async () => {
  await foundOnly({ start: false, profiles: [newer] });
  const before = await startServer(countryFolder(corridor.data, 'RU'), [selectingProfile]);
  if (before instanceof Refusal) throw new Error(before.code);
  const rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
  const claims = (number: string): JsonObject => ({ receiver: 'ru.fsvps', number, load: '0' });
  const record = (number: string, version: number) =>
    rogue.record({ profile: 'parcel', type: 'parcel', claims: claims(number), exchange: { version } });
  const records = [await record('P-new', 2), await record('P-old', 1)];
  expect((await rogue.send({ records })).status).toBe(200);
  const [waiting = '', plain = ''] = records.map((jws) =>
    nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex(),
  );
  expect((await ru.get(`/api/records/${waiting}`)).body.state).toBe('waiting');
  corridor.servers.set('RU', before);
  await chosen(await at('border-officer'), plain);
  expect(await desk().selections.choices(waiting)).toEqual([]);

  // Logged once more it takes no effect, and is chosen no more.
  expect((await rogue.send({ records: records.slice(1) })).status).toBe(200);

  await corridor.stop('RU');
  await corridor.start('RU');
  await chosen(await at('border-officer'), waiting);
  const rows = await desk()
    .ground.desk.db.selectFrom('selection_choice')
    .select(['record', 'place', 'idx'])
    .orderBy('made')
    .execute();
  expect(rows).toEqual([
    { record: plain, place: 0, idx: 1 },
    { record: waiting, place: 1, idx: 0 },
  ]);
  expect(await desk().ground.desk.db.selectFrom('selection_wait').selectAll().execute()).toEqual([]);

  // The sender's own server gives the receipt late: nothing had acted for it when the records came.
  await corridor.start('AZ');
  const auditor = await at('auditor');
  await until(
    async () => (await only(auditor)).commitments.at(-1).receipts,
    ([receipt]) => receipt.time !== undefined,
  );
  later(day);
  const report = await audited(await file(1), [], newer);
  expect(report.differences.map(({ refusal }) => refusal.code)).toEqual(['selection.committed-late']);
  expect(report.moved.map(({ id }) => id)).toContain(waiting);
  expect(report.withoutEffect).toMatchObject([{ id: plain, index: 2 }]);
});
