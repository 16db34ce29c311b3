import { afterEach, describe, expect, it } from 'vitest';
import { openInstitution } from '../../bench/institution.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Profile } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import {
  type Approval,
  Changed,
  type DraftRequest,
  type Issued,
  type Prepared,
  Rejected,
} from '../../server/institution/service.ts';
import { type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { nextPart } from '../next-part.ts';
import { enrol, type Officer, officer } from '../officers.ts';

const { parcel, limit } = parcelProfile.types;
if (!parcel?.lifeCycle || !limit) throw new Error('the parcel profile has changed');
/** Parcels name a place in a status list, and limits are approved by two. */
const profile: Profile = {
  ...parcelProfile,
  types: {
    ...parcelProfile.types,
    parcel: { ...parcel, lifeCycle: { ...parcel.lifeCycle, revoked: ['recalled'] } },
    limit: { ...limit, approvals: 2 },
  },
};

const minute = 60_000;
let corridor: Corridor;
let ahead = 0;
let az: Institution;
let ru: Institution;
afterEach(() => corridor.end());

async function found(): Promise<void> {
  ahead = 0;
  corridor = await foundTestCorridor({
    profiles: [profile],
    functions: () => ['post'],
    now: () => Date.now() + ahead,
  });
  az = at('AZ', 'az.afsa');
  ru = at('RU', 'ru.fsvps');
}

function at(country: string, id: string): Institution {
  const institution = corridor.servers.get(country)?.institutions.get(id);
  if (!institution) throw new Error(`${id} is not running`);
  return institution;
}

const draft = (type: string, claims: JsonObject, to: string, about?: string): DraftRequest => ({
  profile: 'parcel',
  type,
  to: [to],
  claims,
  annexes: [],
  ...(about !== undefined && { about }),
});
const newParcel = (number: string, load = 1) =>
  draft('parcel', { receiver: 'ru.fsvps', number, load: String(load) }, 'ru.fsvps');
const rate = (name: string) => draft('rate', { name, value: '9', note: 'x' }, 'ru.fsvps');
const newLimit = (amount: number) => draft('limit', { sender: 'az.afsa', amount: String(amount) }, 'az.afsa');

async function issue(by: Institution, one: DraftRequest): Promise<string> {
  return issued(await by.issue(one)).record.id;
}

function issued(answer: Issued | Changed | Rejected | Refusal): Issued {
  if (!('record' in answer)) throw new Error(`not issued: ${JSON.stringify(answer)}`);
  return answer;
}

async function prepare(by: Institution, one: DraftRequest): Promise<Prepared> {
  const prepared = await by.prepare(one);
  if (prepared instanceof Rejected || prepared instanceof Refusal)
    throw new Error(`not prepared: ${JSON.stringify(prepared)}`);
  return prepared;
}

async function changed(answer: Promise<unknown>): Promise<Changed> {
  const outcome = await answer;
  if (!(outcome instanceof Changed)) throw new Error(`nothing changed: ${JSON.stringify(outcome)}`);
  return outcome;
}

const arrived = (by: Institution, id: string) =>
  until(
    () => by.show(id),
    (record) => record !== undefined,
  );
/** Everything the two hold, as the other side judged it: nothing was refused. */
async function expectInOrder(): Promise<void> {
  for (const [one, other] of [
    [az, ru],
    [ru, az],
  ] as const) {
    const { items } = await one.list({ direction: 'issued', limit: 200 });
    for (const { id } of items) {
      await arrived(other, id);
      const states = () =>
        Promise.all([one.show(id), other.show(id)]).then((views) => views.map((view) => view?.state));
      await until(states, ([here, there]) => here === there);
      const there = await other.show(id);
      expect(there?.findings.filter(({ severity }) => severity === 'refuse')).toEqual([]);
      expect(there?.refusals).toEqual([]);
    }
    expect(items.filter(({ type }) => type === 'refusal')).toEqual([]);
  }
  for (const country of ['AZ', 'RU']) {
    await corridor.stop(country);
    const reports = await auditFolder(countryFolder(corridor.data, country), [profile]);
    if (reports instanceof Refusal) throw new Error(reports.code);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  }
}

const code = (answer: unknown) =>
  answer instanceof Refusal ? answer.code : answer instanceof Rejected ? answer.findings[0]?.code : answer;

describe('a record that an officer approves', () => {
  it('stands on the channel with the approval directly behind it, and the other side sees whose it is', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A', ['signatory']);
    await issue(ru, newLimit(100));
    await until(
      () => az.ledger('parcel/allowance', { prefix: [], limit: 10 }),
      (page) => !(page instanceof Refusal) && page.items.length === 1,
    );
    const prepared = await prepare(az, newParcel('1', 60));
    expect(prepared).toMatchObject({ profile: 'parcel', type: 'parcel', to: ['ru.fsvps'], findings: [] });
    expect(await az.show(prepared.id)).toBeUndefined();
    const { record, replayed } = issued(await az.issuePrepared(prepared.id, [signatory.approves(prepared)]));
    expect(replayed).toBe(false);
    expect(record.id).toBe(prepared.id);
    const [approval] = record.approvals;
    expect(record.approvals).toEqual([
      {
        id: approval?.id,
        officer: signatory.officer,
        roles: ['signatory'],
        of: 'record',
        time: record.time,
        userVerified: true,
        means: 'passkey',
        founding: true,
      },
    ]);
    for (const side of [az, ru]) {
      const seen = await until(
        () => side.show(record.id),
        (view) => view?.approvals.length === 1,
      );
      expect(seen?.approvals).toEqual(record.approvals);
      const behind = await side.show(approval?.id ?? '');
      expect(behind?.placements.map(({ origin, index }) => ({ origin, index }))).toEqual(
        seen?.placements.map(({ origin, index }) => ({ origin, index: index + 1 })),
      );
    }
    const byProgram = await issue(az, newParcel('2', 40));
    expect((await az.show(byProgram))?.approvals).toEqual([]);
    // The same once more, as a page does that lost the answer.
    expect(await az.issuePrepared(prepared.id, [signatory.approves(prepared)])).toMatchObject({
      replayed: true,
      record: { id: prepared.id, approvals: [{ officer: signatory.officer }] },
    });
    await expectInOrder();
  });

  it('is not kept waiting by what two officers and a program issue meanwhile', async () => {
    await found();
    const [first, second] = [await enrol(az, 'ru.fsvps', 'A'), await enrol(az, 'ru.fsvps', 'B')];
    const one = await prepare(az, rate('one'));
    ahead += 30_000;
    for (let i = 0; i < 3; i++) await issue(az, rate(`program ${i}`));
    const two = await prepare(az, rate('two'));
    ahead += 20_000;
    for (let i = 3; i < 6; i++) await issue(az, rate(`program ${i}`));
    expect(two.time).toBe(one.time);
    expect(code(await az.issuePrepared(two.id, [second.approves(two)]))).toMatchObject({ replayed: false });
    await issue(az, rate('program 6'));
    expect(code(await az.issuePrepared(one.id, [first.approves(one)]))).toMatchObject({ replayed: false });
    // Nobody waits any more: the time is that of the clock again.
    const late = await az.show(await issue(az, rate('program 7')));
    expect(late?.time).toBeGreaterThan(one.time + 49_000);
    await expectInOrder();
  });

  it('keeps apart two statements for one key, whoever made the earlier one', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    const prepared = await prepare(az, rate('key'));
    ahead += 5_000;
    await issue(az, rate('key'));
    const { changes, prepared: anew } = await changed(az.issuePrepared(prepared.id, [signatory.approves(prepared)]));
    expect(changes).toEqual(['time']);
    expect(anew.time).toBeGreaterThan(prepared.time);
    issued(await az.issuePrepared(anew.id, [signatory.approves(anew)]));
    await until(
      () => ru.registerHistory('parcel/rates', { prefix: ['az.afsa', 'key'], limit: 1 }),
      (page) => !(page instanceof Refusal) && page.items[0]?.statements.length === 2,
    );
    await expectInOrder();
  });
});

describe('what changed since it was prepared', () => {
  it('is its basis, when another record with a newer one went before it', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    await arrived(az, await issue(ru, newLimit(100)));
    const prepared = await prepare(az, newParcel('1'));
    ahead += 3_000;
    await arrived(az, await issue(ru, newLimit(200)));
    // Only the new limit has room for it: it cannot do without.
    await issue(az, newParcel('2', 150));
    const approval = signatory.approves(prepared);
    const { changes, prepared: anew } = await changed(az.issuePrepared(prepared.id, [approval]));
    expect(changes).toEqual(['time', 'basis']);
    expect(code(await az.issuePrepared(prepared.id, [approval]))).toBe('approval.expired');
    // What was approved before is worth nothing for what is to be approved now.
    expect(code(await az.issuePrepared(anew.id, [approval]))).toBe('approval.bad-assertion');
    issued(await az.issuePrepared(anew.id, [signatory.approves(anew)]));
    await expectInOrder();
  });

  it('is its basis, when it would rest on what the basis does not cover', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    await arrived(az, await issue(ru, newLimit(100)));
    const prepared = await prepare(az, newParcel('1', 100));
    await issue(az, newParcel('2', 60));
    await arrived(az, await issue(ru, newLimit(200)));
    const { changes, prepared: anew } = await changed(az.issuePrepared(prepared.id, [signatory.approves(prepared)]));
    expect(changes).toEqual(['basis']);
    issued(await az.issuePrepared(anew.id, [signatory.approves(anew)]));
    await expectInOrder();
  });

  it('is nothing, when what came meanwhile does not matter to it', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    await arrived(az, await issue(ru, newLimit(100)));
    const prepared = await prepare(az, newParcel('1', 10));
    ahead += 3_000;
    await arrived(az, await issue(ru, newLimit(50)));
    // What can rests on no more than the one that waits.
    const before = await az.show(await issue(az, newParcel('2', 10)));
    expect(before?.time).toBe(prepared.time);
    issued(await az.issuePrepared(prepared.id, [signatory.approves(prepared)]));
    await expectInOrder();
  });

  it('are the follow-ups of its subject', async () => {
    await found();
    const border = await enrol(ru, 'az.afsa', 'B', ['border-officer']);
    await arrived(az, await issue(ru, newLimit(100)));
    const id = await issue(az, newParcel('1'));
    await arrived(ru, id);
    const prepared = await prepare(ru, draft('acceptance', {}, 'az.afsa', id));
    await issue(ru, draft('question', { words: 'what?' }, 'az.afsa', id));
    const { changes, prepared: anew } = await changed(ru.issuePrepared(prepared.id, [border.approves(prepared)]));
    expect(changes).toEqual(['heads']);
    issued(await ru.issuePrepared(anew.id, [border.approves(anew)]));
    expect((await ru.show(id))?.state).toBe('accepted');
    await until(
      () => az.show(id),
      (record) => record?.state === 'accepted',
    );
    await expectInOrder();
  });

  it('is the trust list', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    const prepared = await prepare(az, rate('one'));
    expect(
      await az.publishTrust('part', await nextPart(corridor.data, az.trust(), 'AZ', (key) => key)),
    ).toBeUndefined();
    const { changes, prepared: anew } = await changed(az.issuePrepared(prepared.id, [signatory.approves(prepared)]));
    expect(changes).toContain('trust');
    issued(await az.issuePrepared(anew.id, [signatory.approves(anew)]));
    await arrived(ru, anew.id);
    await expectInOrder();
  });
});

describe('two officers who decide the same', () => {
  it('are told apart: the second is out of turn, whatever was approved', async () => {
    await found();
    const first = await enrol(ru, 'az.afsa', 'A', ['border-officer']);
    const second = await enrol(ru, 'az.afsa', 'B', ['border-officer']);
    await arrived(az, await issue(ru, newLimit(100)));
    const id = await issue(az, newParcel('1'));
    await arrived(ru, id);
    const [accepted, rejected] = await Promise.all([
      prepare(ru, draft('acceptance', {}, 'az.afsa', id)),
      prepare(ru, draft('rejection', { reason: 'wet' }, 'az.afsa', id)),
    ]);
    const answers = await Promise.all([
      ru.issuePrepared(accepted.id, [first.approves(accepted)]),
      ru.issuePrepared(rejected.id, [second.approves(rejected)]),
    ]);
    expect(answers[0]).toMatchObject({ replayed: false });
    expect(code(answers[1])).toBe('state.out-of-turn');
    expect(code(await ru.issuePrepared(rejected.id, [second.approves(rejected)]))).toBe('approval.expired');
    await expectInOrder();
  });

  it('sign one record once, also when both approve it at the same time', async () => {
    await found();
    const officers = [await enrol(az, 'ru.fsvps', 'A'), await enrol(az, 'ru.fsvps', 'B')];
    const prepared = await prepare(az, rate('one'));
    const answers = await Promise.all(officers.map((one) => az.issuePrepared(prepared.id, [one.approves(prepared)])));
    expect(answers.map((answer) => issued(answer).replayed)).toEqual([false, true]);
    expect(issued(answers[1] as Issued).record.approvals.map((one) => one.officer)).toEqual([officers[0]?.officer]);
    await expectInOrder();
  });
});

describe('a type that two persons approve', () => {
  it('is issued with both approvals behind it, of its contents and of its id', async () => {
    await found();
    const first = await enrol(ru, 'az.afsa', 'A');
    const second = await enrol(ru, 'az.afsa', 'B', ['border-officer', 'signatory']);
    const shown = await prepare(ru, newLimit(100));
    const ofContents = first.approvesContents(shown);
    const prepared = await prepare(ru, newLimit(100));
    const attempts: [string, Approval[]][] = [
      ['approval.second-person', [second.approves(prepared)]],
      ['approval.second-person', [first.approves(prepared), ofContents]],
      ['approval.second-person', [ofContents, second.approvesContents(prepared)]],
      ['approval.bad-assertion', [first.approvesContents(await prepare(ru, newLimit(101))), second.approves(prepared)]],
      ['approval.bad-assertion', [ofContents, second.approves(shown)]],
    ];
    for (const [refused, approvals] of attempts)
      expect(code(await ru.issuePrepared(prepared.id, approvals)), refused).toBe(refused);
    const { record } = issued(await ru.issuePrepared(prepared.id, [ofContents, second.approves(prepared)]));
    const approvals = [
      { officer: first.officer, of: 'contents', roles: ['signatory'] },
      { officer: second.officer, of: 'record', roles: ['border-officer', 'signatory'] },
    ];
    expect(record.approvals).toMatchObject(approvals);
    const there = await until(
      () => az.show(record.id),
      (view) => view?.approvals.length === 2,
    );
    expect(there?.approvals).toMatchObject(approvals);
    await expectInOrder();
  });
});

describe('nothing is signed', () => {
  it('by whoever is not enrolled for it, nor with an assertion of something else', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    const supervisor = await enrol(az, 'ru.fsvps', 'S', ['supervisor']);
    const [prepared, other] = [await prepare(az, rate('one')), await prepare(az, rate('two'))];
    const stranger: Officer = officer('nobody');
    const outgoing = async () => (await az.channels()).find(({ direction }) => direction === 'out')?.size;
    const before = await outgoing();
    const attempts: [string, Approval[]][] = [
      ['approval.unknown-officer', [stranger.approves(prepared)]],
      ['approval.unknown-officer', [supervisor.approves(prepared)]],
      ['approval.unknown-officer', [{ ...stranger.approves(prepared), officer: signatory.officer }]],
      ['approval.bad-assertion', [signatory.approves(other)]],
      ['approval.bad-assertion', [{ ...signatory.approves(prepared), key: officer('nobody').approves(prepared).key }]],
      ['approval.bad-assertion', [{ ...signatory.approves(prepared), relyingParty: 'desk.example.ru' }]],
      ['approval.bad-assertion', [{ ...signatory.approves(prepared), demonstration: true }]],
      ['approval.second-person', []],
      ['approval.second-person', [signatory.approves(prepared), stranger.approves(prepared)]],
    ];
    for (const [refused, approvals] of attempts)
      expect(code(await az.issuePrepared(prepared.id, approvals)), refused).toBe(refused);
    expect(await outgoing()).toBe(before);
    issued(await az.issuePrepared(prepared.id, [signatory.approves(prepared)]));
    const exchange = { profile: 'exchange', type: 'trust', to: ['ru.fsvps'], claims: {}, annexes: [] };
    expect(code(await az.prepare(exchange))).toBe('access.not-allowed');
    await expectInOrder();
  });

  it('after five minutes, nor by a server that has started again', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    const prepared = await prepare(az, rate('one'));
    ahead += 5 * minute;
    expect(code(await az.issuePrepared(prepared.id, [signatory.approves(prepared)]))).toBe('approval.expired');
    const anew = await prepare(az, rate('one'));
    await corridor.stop('AZ');
    await corridor.start('AZ');
    az = at('AZ', 'az.afsa');
    expect(code(await az.issuePrepared(anew.id, [signatory.approves(anew)]))).toBe('approval.expired');
    expect(await az.show(anew.id)).toBeUndefined();
    await expectInOrder();
  });

  it('by halves: a commit that fails leaves neither record nor approval', async () => {
    await found();
    await corridor.stop('AZ');
    const { institution, store } = await openInstitution(corridor.data, 'az.afsa', [profile]);
    await institution.start();
    const signatory = await enrol(institution, 'ru.fsvps', 'A');
    const prepared = await prepare(institution, newParcel('1', 0));
    const write = store.commit.bind(store);
    let failures = 2;
    store.commit = async (commit) => {
      if (failures-- > 0) throw new Error('disk full');
      await write(commit);
    };
    const approvals = [signatory.approves(prepared)];
    await expect(institution.issuePrepared(prepared.id, approvals)).rejects.toThrow('disk full');
    expect(await institution.show(prepared.id)).toBeUndefined();
    // It is still prepared, so the same assertion signs it once the disk takes it.
    const { record } = issued(await institution.issuePrepared(prepared.id, approvals));
    expect(record.approvals).toHaveLength(1);
    await institution.stop();
    await corridor.start('AZ');
    az = at('AZ', 'az.afsa');
    await until(
      () => ru.show(record.id),
      (view) => view?.approvals.length === 1,
    );
    await expectInOrder();
  });
});

/** A generator with a seed: a run that fails can be run again. */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('whatever officers, programs and the other side do at once', () => {
  it.each([1, 2, 3, 4])('nothing that was signed is refused (%i)', async (seed) => {
    await found();
    const pick = picker(seed);
    const officers = new Map([
      [az, await enrol(az, 'ru.fsvps', 'A')],
      [ru, await enrol(ru, 'az.afsa', 'B', ['border-officer'])],
    ]);
    await arrived(az, await issue(ru, newLimit(40)));
    let number = 0;
    const parcels: string[] = [];
    const waiting: { by: Institution; prepared: Prepared }[] = [];
    const outcomes = new Map<string, number>();
    const note = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const someDraft = (by: Institution): DraftRequest => {
      const parcelId = parcels[pick(parcels.length)];
      if (by === az && (parcelId === undefined || pick(3) > 0)) return newParcel(String(number++), 1 + pick(6));
      if (by === az) return pick(2) ? rate(`r${pick(3)}`) : draft('recall', {}, 'ru.fsvps', parcelId);
      if (parcelId === undefined || pick(4) === 0) return newLimit(40 + pick(200));
      const type = ['acceptance', 'question', 'rejection'][pick(3)] ?? '';
      const claims = type === 'question' ? { words: 'what?' } : type === 'rejection' ? { reason: 'wet' } : {};
      return draft(type, claims, 'az.afsa', parcelId);
    };
    const sign = async ({ by, prepared }: { by: Institution; prepared: Prepared }) => {
      const approval = officers.get(by)?.approves(prepared);
      const outcome = await by.issuePrepared(prepared.id, approval ? [approval] : []);
      if ('record' in outcome) parcels.push(...(outcome.record.type === 'parcel' ? [outcome.record.id] : []));
      if (outcome instanceof Changed) waiting.push({ by, prepared: outcome.prepared });
      note(
        outcome instanceof Changed ? outcome.changes.join() : 'record' in outcome ? 'signed' : String(code(outcome)),
      );
    };
    const step = async () => {
      const by = pick(2) ? az : ru;
      const what = pick(4);
      if (what === 0) {
        const one = someDraft(by);
        const prepared = one.type === 'limit' ? undefined : await by.prepare(one);
        if (prepared && !(prepared instanceof Rejected) && !(prepared instanceof Refusal))
          waiting.push({ by, prepared });
      } else if (what === 1 && waiting.length > 0) {
        const [one] = waiting.splice(pick(waiting.length), 1);
        if (one) await sign(one);
      } else {
        const answer = await by.issue(someDraft(by));
        if ('record' in answer && answer.record.type === 'parcel') parcels.push(answer.record.id);
      }
    };
    for (let round = 0; round < 60; round++) {
      ahead += pick(3) * pick(900);
      await Promise.all(Array.from({ length: 1 + pick(4) }, step));
      // Sometimes all that is under way arrives.
      if (pick(5) === 0) await new Promise((resolve) => setTimeout(resolve, pick(60)));
    }
    while (waiting.length > 0) await sign(waiting.pop() as { by: Institution; prepared: Prepared });
    expect(outcomes.get('signed')).toBeGreaterThan(5);
    await expectInOrder();
  });
});
