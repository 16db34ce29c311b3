import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../kernel/refusal.ts';
import {
  administrators,
  approve,
  arrived,
  corridor,
  deskOf,
  enrolled,
  expectShape,
  found,
  later,
  newLimit,
  newRate,
  type Officer,
  prepared,
  said,
  signed,
} from '../../../test/officers-at-desks.ts';
import type { BrowserAnswer } from '../../desk/testing/browser.ts';
import { CountersignedView } from './prepared-shapes.ts';

let signatory: Officer;
let first: Officer;
let second: Officer;
let border: Officer;

beforeAll(async () => {
  await found();
  signatory = await enrolled('AZ', 'az.afsa', ['signatory']);
  first = await enrolled('RU', 'ru.fsvps', ['signatory']);
  second = await enrolled('RU', 'ru.fsvps', ['signatory']);
  border = await enrolled('RU', 'ru.fsvps', ['border-officer']);
}, 120_000);
afterAll(() => corridor.end());
beforeEach(() => {
  // Nothing that one test left prepared reaches into the next.
  later(11 * 60_000);
});

describe('what two approve', () => {
  async function countersign({ page, key }: Officer, one: object): Promise<BrowserAnswer> {
    const asked = await page.post('/api/desk/countersigned/options', one);
    if (asked.status !== 200) return asked;
    const { handle, options } = asked.body;
    return page.post('/api/desk/countersigned', { draft: one, handle, response: key.assert(options) });
  }
  const waiting = async ({ page }: Officer) => (await page.get('/api/desk/countersigned')).body.items;

  test('is signed by the second, of whoever was first', async () => {
    const one = newLimit(200_000);
    const shown = await prepared(first, one);
    expect(shown).toMatchObject({ needed: 2, given: 0 });
    expect(said(await approve(first, shown))).toEqual([409, 'approval.second-person']);
    const kept = await countersign(first, one);
    expect(kept.status, JSON.stringify(kept.body)).toBe(201);
    const items = await waiting(border);
    expect(items).toMatchObject([{ id: kept.body.id, ...one, person: { id: first.person }, title: 'Limit' }]);
    expectShape(CountersignedView, items[0]);
    // The same person is not two, and other contents are not these.
    const alone = await prepared(first, one);
    expect(alone.given).toBe(0);
    expect(said(await approve(first, alone))).toEqual([409, 'approval.second-person']);
    const another = await prepared(second, newLimit(200_001));
    expect(another.given).toBe(0);
    expect(said(await approve(second, another))).toEqual([409, 'approval.second-person']);
    const { id: _, person: __, created: ___, expires: ____, number: _____, title: ______, ...listed } = items[0];
    expect(await prepared(second, listed)).toMatchObject({ needed: 2, given: 1 });
    const record = await signed(second, listed);
    expect(record.approvals).toMatchObject([
      { officer: first.officer, of: 'contents' },
      { officer: second.officer, of: 'record' },
    ]);
    await arrived(signatory, record.id);
    expect((await signatory.page.get(`/api/records/${record.id}`)).body.approvals).toHaveLength(2);
    // One approval is good for one record.
    expect(await waiting(first)).toEqual([]);
    expect((await prepared(second, one)).given).toBe(0);
  });

  test('is signed once, though two have prepared it and approve at one moment', async () => {
    const third = await enrolled('RU', 'ru.fsvps', ['signatory']);
    const one = newLimit(250_000);
    expect((await countersign(first, one)).status).toBe(201);
    const [a, b] = [await prepared(second, one), await prepared(third, one)];
    expect([a.given, b.given]).toEqual([1, 1]);
    const both = await Promise.all([approve(second, a), approve(third, b)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(['desk.out-of-turn', 'approval.second-person']).toContain(late?.body.code);
    expect(await waiting(first)).toEqual([]);
  });

  test('is asked of a passkey once, of signatories alone, and can be taken back', async () => {
    const one = newLimit(300_000);
    expect(said(await border.page.post('/api/desk/countersigned/options', one))).toEqual([403, 'access.not-allowed']);
    const rate = { ...newRate(), to: ['az.afsa'] };
    expect(said(await first.page.post('/api/desk/countersigned/options', rate))).toEqual([400, 'input.bad-value']);
    const { body } = await first.page.post('/api/desk/countersigned/options', one);
    const given = { draft: one, handle: body.handle, response: first.key.assert(body.options) };
    const other = await first.page.post('/api/desk/countersigned', { ...given, draft: newLimit(300_001) });
    expect(said(other)).toEqual([422, 'approval.bad-assertion']);
    expect(said(await first.page.post('/api/desk/countersigned', given))).toEqual([422, 'approval.bad-assertion']);
    const kept = await countersign(first, one);
    expect(kept.status).toBe(201);
    const path = `/api/desk/countersigned/${kept.body.id}`;
    expect(said(await border.page.call('DELETE', path))).toEqual([403, 'access.not-allowed']);
    expect((await second.page.call('DELETE', path)).status).toBe(204);
    expect(said(await second.page.call('DELETE', path))).toEqual([404, 'desk.unknown']);
    expect(await waiting(first)).toEqual([]);
  });

  test('no longer counts when the first is no signatory any more, though still an officer', async () => {
    const leaving = await enrolled('RU', 'ru.fsvps', ['border-officer', 'signatory']);
    const one = newLimit(350_000);
    expect((await countersign(leaving, one)).status).toBe(201);
    expect((await prepared(second, one)).given).toBe(1);
    const changed = await deskOf('RU', 'ru.fsvps').staff.change(leaving.person, { roles: ['border-officer'] });
    expect(changed instanceof Refusal).toBe(false);
    for (const { page, key } of administrators.get('ru.fsvps') ?? []) {
      const { items } = (await page.get('/api/desk/enrolments')).body;
      await page.confirm(items.find((it: { person: { id: string } }) => it.person.id === leaving.person).id, key);
    }
    expect((await leaving.page.get('/api/desk/session')).body.enrolled).toBe(true);
    expect((await prepared(second, one)).given).toBe(0);
  });

  test('no longer counts when the first is no officer any more, nor after a week', async () => {
    const desk = deskOf('RU', 'ru.fsvps');
    const leaving = await enrolled('RU', 'ru.fsvps', ['signatory']);
    const one = newLimit(400_000);
    expect((await countersign(leaving, one)).status).toBe(201);
    expect((await prepared(second, one)).given).toBe(1);
    const left = await desk.staff.change(leaving.person, { active: false });
    expect(left instanceof Refusal).toBe(false);
    expect((await prepared(second, one)).given).toBe(0);
    expect((await countersign(first, one)).status).toBe(201);
    expect((await prepared(second, one)).given).toBe(1);
    later(7 * 24 * 60 * 60_000);
    await second.page.signIn('ru.fsvps', second.key);
    expect(await waiting(second)).toEqual([]);
    await first.page.signIn('ru.fsvps', first.key);
  });
});
