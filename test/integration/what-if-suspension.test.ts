import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admissionDraft,
  declared,
  growerDraft,
  growerId,
  inDays,
  liftingDraft,
  lotDraft,
  requirementDraft,
  suspensionDraft,
} from '../../bench/admitted.ts';
import type { DraftRequest } from '../../server/institution/service.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

let corridor: Corridor;
let az: Client;
let ru: Client;

async function issue(client: Client, draft: DraftRequest): Promise<string> {
  const { status, body } = await client.post('/api/records', draft);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

const held = (client: Client, id: string, state?: string) =>
  until(
    () => client.get(`/api/records/${id}`),
    ({ status, body }) => status === 200 && (state === undefined || body.state === state),
  );

async function ask(draft: DraftRequest): Promise<Answer['body']> {
  const { status, body } = await ru.post('/api/what-if', draft);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const numbers = (affected: Answer['body']): string[] =>
  affected.items.map(({ number }: { number: string }) => Number(number.slice(-8))).sort();
const ofGrowers = (affected: Answer['body']): Record<string, string> =>
  Object.fromEntries(
    affected.amounts
      .filter(({ by }: { by: string }) => by === 'grower')
      .map(({ key, amount }: { key: string; amount: string }) => [key, amount]),
  );

const certificates = new Map<number, string>();

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  let last = '';
  for (const grower of [0, 1, 2]) last = await issue(az, growerDraft(grower));
  await held(ru, last);
  for (const grower of [0, 1, 2]) last = await issue(ru, admissionDraft(grower, '200'));
  await held(az, last);
  const lots: [number, number[]][] = [
    [1, [0]],
    [2, [1]],
    [3, [0, 1]],
    [4, [2]],
    [5, [0]],
  ];
  for (const [number, growers] of lots) certificates.set(number, await issue(az, lotDraft('S', number, growers)));
  for (const id of certificates.values()) await held(ru, id);
  // Refused: no longer in force, whatever is suspended.
  const refusal = { type: 'decision', claims: { kind: 'refuse', reasons: [{ code: 'quarantine-pest' }] } };
  const refused = certificates.get(5) as string;
  expect((await ru.post(`/api/records/${refused}/follow-ups`, refusal)).status).toBe(201);
});
afterAll(() => corridor?.end());

describe('before a measure is signed', () => {
  it('a suspension of one grower shows its certificates in force, and its share of each', async () => {
    const answer = await ask(suspensionDraft({ grower: growerId(0) }));
    expect(answer.findings).toEqual([]);
    expect(numbers(answer.records)).toEqual([1, 3]);
    expect(ofGrowers(answer.records)).toEqual({ [growerId(0)]: '63750' });
    expect(answer.records.items.map(({ findings }: Answer['body']) => findings[0].code)).toEqual([
      'grower-suspended',
      'grower-suspended',
    ]);
    expect(answer.rows).toMatchObject({ count: 1, items: [{ register: 'phytosanitary/admission' }] });
  });

  it('one of the whole product shows all, one without grounds that it would count nowhere', async () => {
    const whole = await ask(suspensionDraft({ legalAct: 'Образец № 2', until: inDays(30) }));
    expect(numbers(whole.records)).toEqual([1, 2, 3, 4]);
    expect(ofGrowers(whole.records)).toEqual({
      [growerId(0)]: '63750',
      [growerId(1)]: '63750',
      [growerId(2)]: '42500',
    });
    const bare = await ask(suspensionDraft({}));
    expect(bare.findings.map(({ code }: { code: string }) => code)).toContain('legal-act-missing');
    expect(bare.records.count).toBe(0);
  });

  it('one of another day shows what it will touch, as of that day', async () => {
    const answer = await ask(suspensionDraft({ grower: growerId(1), from: inDays(10) }));
    expect(numbers(answer.records)).toEqual([2, 3]);
    expect(answer.time).toBe(Date.parse(inDays(10)));
  });

  it('an admission shows what it would leave of the season', async () => {
    const { accounts } = await ask(admissionDraft(0, '80'));
    expect(accounts).toMatchObject([{ available: '93750', availableAfter: '-26250', overdrawn: true }]);
  });

  it('a requirement from another day shows what would be refused under it', async () => {
    const answer = await ask(requirementDraft('RU-AP-2', inDays(20), declared));
    expect(numbers(answer.records)).toEqual([1, 2, 3, 4]);
  });

  it('a lifting shows what it frees', async () => {
    const suspension = await issue(ru, suspensionDraft({ grower: growerId(0) }));
    const answer = await ask(liftingDraft(suspension));
    expect(answer.records.count).toBe(0);
    expect(numbers(answer.freed)).toEqual([1, 3]);
    expect(ofGrowers(answer.freed)).toEqual({ [growerId(0)]: '63750' });
    await held(az, suspension);
    const late = await az.post('/api/records/check', lotDraft('S', 9, [0]));
    expect(late.body.findings.map(({ code }: { code: string }) => code)).toContain('grower-suspended');
  });
});
