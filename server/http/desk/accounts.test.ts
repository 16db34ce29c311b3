/** What moved an account, over real institutions. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../test/corridor.ts';
import { Day } from '../../desk/testing/day.ts';

interface Move {
  readonly record: string;
  readonly movement: string;
  readonly amount: string;
  readonly effective: boolean;
}
interface Account {
  readonly key: readonly string[];
  readonly credited: string;
  readonly debited: string;
  readonly byMovement: Readonly<Record<string, string>>;
}

let day: Day;
beforeAll(async () => {
  day = await Day.begin();
}, 60_000);
afterAll(() => day?.corridor.end(), 30_000);

const lines = 'phytosanitary/certificate-line';

async function accounts(): Promise<readonly Account[]> {
  return (await day.auditor.call(`/api/ledgers/${lines}`)).body.items;
}

async function history({ key }: Account, cursor?: string): Promise<{ items: readonly Move[]; next?: string }> {
  const query = new URLSearchParams(key.map((part) => ['key', part]));
  if (cursor !== undefined) query.set('cursor', cursor);
  const { status, body } = await day.auditor.call(`/api/desk/accounts/${lines}/history?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const summed = (moves: readonly Move[], movement: string): number =>
  moves
    .filter((one) => one.effective && one.movement === movement)
    .reduce((sum, { amount }) => sum + Number(amount), 0);

async function expectSums(): Promise<readonly Move[]> {
  const seen: Move[] = [];
  for (const account of await accounts()) {
    const { items } = await history(account);
    for (const [movement, amount] of Object.entries(account.byMovement))
      expect(summed(items, movement), movement).toBe(Number(amount));
    seen.push(...items);
  }
  return seen;
}

test('adds up to what the account shows, movement by movement, also after what followed', async () => {
  const id = await day.certify();
  expect((await expectSums()).some(({ record }) => record === id)).toBe(true);
  await until(
    () => day.ru.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
  await day.follow(id, 'decision', { kind: 'refuse', reasons: [{ code: 'seal-broken' }] });
  await until(
    () => day.az.get(`/api/records/${id}`),
    ({ body }) => body.state === 'refused',
  );
  expect((await expectSums()).filter(({ record }) => record === id)).not.toEqual([]);
});

test('of nothing is empty, of no ledger is not found, a foreign cursor is refused', async () => {
  const none = await day.auditor.call(`/api/desk/accounts/${lines}/history?key=nobody`);
  expect([none.status, none.body.items]).toEqual([200, []]);
  expect((await day.auditor.call('/api/desk/accounts/phytosanitary/nothing/history?key=a')).status).toBe(404);
  expect((await day.auditor.call(`/api/desk/accounts/${lines}/history?key=a&cursor=b`)).status).toBe(400);
});
