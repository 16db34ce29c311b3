import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Changed, type DraftRequest, type Prepared, Rejected } from '../../server/institution/service.ts';
import { until } from '../corridor.ts';
import { nextPart } from '../next-part.ts';
import { enrol } from '../officers.ts';
import {
  arrived,
  az,
  changed,
  code,
  corridor,
  draft,
  expectInOrder,
  found,
  issue,
  issued,
  later,
  newLimit,
  newParcel,
  prepare,
  rate,
  ru,
} from '../parcel-corridor.ts';

afterEach(() => corridor.end());

describe('what changed since it was prepared', () => {
  it('is its basis, when another record with a newer one went before it', async () => {
    await found();
    const signatory = await enrol(az, 'ru.fsvps', 'A');
    await arrived(az, await issue(ru, newLimit(100)));
    const prepared = await prepare(az, newParcel('1'));
    later(3_000);
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
    later(3_000);
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
      later(pick(3) * pick(900));
      await Promise.all(Array.from({ length: 1 + pick(4) }, step));
      // Sometimes all that is under way arrives.
      if (pick(5) === 0) await new Promise((resolve) => setTimeout(resolve, pick(60)));
    }
    while (waiting.length > 0) await sign(waiting.pop() as { by: Institution; prepared: Prepared });
    expect(outcomes.get('signed')).toBeGreaterThan(5);
    await expectInOrder();
  });
});
