/** An institution that comes later is told of officers enrolled before, in the order in which they witness each other. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { loadKeys } from '../../server/keys.ts';
import { type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { nextPart } from '../next-part.ts';

let corridor: Corridor;
beforeAll(async () => {
  corridor = await foundTestCorridor();
}, 60_000);
afterAll(() => corridor.end());

async function addInstitution(afsa: Institution, id: string): Promise<void> {
  const keys = await loadKeys(join(corridor.data, id), nodeCrypto, true);
  const [first] = afsa.trust().chains.get('AZ')?.parts.at(-1)?.part.institutions ?? [];
  if (keys instanceof Refusal || !first) throw new Error('no keys');
  const newcomer = {
    ...first,
    id,
    domain: `${id.slice(3)}.az.localhost:8401`,
    keys: first.keys
      .map((entry) => {
        const { kid, ...jwk } = keys[entry.use].jwk;
        return { ...entry, kid, jwk };
      })
      .sort((a, b) => (a.kid < b.kid ? -1 : 1)),
  };
  const document = await nextPart(corridor.data, afsa.trust(), 'AZ', (key) => key, [newcomer]);
  expect(await afsa.publishTrust('part', document)).toBeUndefined();
}

test('once, as it was, and not of those whose enrolment ended', async () => {
  const server = corridor.servers.get('AZ')!;
  const afsa = server.institutions.get('az.afsa')!;
  const desk = server.desks.get('az.afsa')!;
  await desk.demonstration.enrol();
  const officers = await desk.enrolments.officers.all();
  expect(officers).toHaveLength(4);
  const gone = (await desk.people.all()).find(({ roles }) => roles.includes('border-officer'))!;
  await desk.staff.change(gone.id, { active: false });
  const enrolments = async () =>
    (await afsa.list({ profile: 'exchange', type: 'enrolment', limit: 100 })).items.toReversed();
  const before = await enrolments();
  expect(before.map(({ to }) => to)).toEqual(Array.from({ length: 4 }, () => ['ru.fsvps']));

  await addInstitution(afsa, 'az.newcomer');
  const after = await until(enrolments, ({ length }) => length === 7);
  const sent = after.slice(4);
  expect(sent.map(({ to, state, worst }) => ({ to, state, worst }))).toEqual(
    Array.from({ length: 3 }, () => ({ to: ['az.newcomer'], state: 'in-force', worst: undefined })),
  );
  const claims = async (records: typeof before) =>
    Promise.all(records.map(async ({ id }) => (await afsa.show(id))?.claims));
  const then = (await claims(before)).filter((one) => one?.['officer'] !== gone.officer);
  expect(await claims(sent)).toEqual(then);
  expect(await desk.enrolments.officers.all()).toHaveLength(3);

  // As if the server had ended before it noted whom it had told.
  const forgotten = { told: JSON.stringify(['ru.fsvps']) };
  await desk.ground.desk.db.updateTable('enrolment').set(forgotten).where('state', '=', 'issued').execute();
  await corridor.stop('AZ');
  const again = await corridor.start('AZ');
  const { items } = await again.institutions
    .get('az.afsa')!
    .list({ profile: 'exchange', type: 'enrolment', limit: 100 });
  expect(items).toHaveLength(7);
});
