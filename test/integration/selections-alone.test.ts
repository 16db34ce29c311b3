/** Nobody else holds the function to which commitments are sent: that is told, and records are chosen all the same. */
import { afterAll, expect, test } from 'vitest';
import { chosenParcels, selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import { at, az, chosen, corridor, foundOnly, issue, later, only, place } from '../choosing-corridor.ts';
import { until } from '../corridor.ts';

afterAll(() => corridor.end());

const commitment = { ...chosenParcels.commitment, sentTo: 'counter' };
const profile = {
  ...selectingProfile,
  functions: { ...selectingProfile.functions, counter: { az: 'Counter', ru: 'Counter', en: 'Counter' } },
  selections: { opened: async () => ({ ...chosenParcels, commitment }) },
};

test('a commitment without witnesses is told as such', async () => {
  await foundOnly({ profiles: [profile], functions: () => ['post'] });
  const supervisor = await at('supervisor');
  const [first] = (await only(supervisor)).commitments;
  expect(first).toMatchObject({ number: 1, alone: true, receipts: [] });
  expect(first).not.toHaveProperty('record');
  const id = await issue(az, 'parcel', { receiver: 'ru.fsvps', number: 'P-1', load: '0' });
  expect(await chosen(supervisor, id)).toMatchObject({ outcome: 'pass', proved: false });

  // Without anybody having asked for it, the next period has a commitment of its own.
  later(3_500_000);
  await until(
    async () => (await only(await at('auditor'))).commitments.length,
    (count) => count === 2,
  );
  later(3_600_000);
  const answer = await (await at('auditor')).call(`${place}/commitments/1/file`);
  expect(answer.status).toBe(404);
});
