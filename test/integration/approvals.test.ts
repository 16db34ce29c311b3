import { afterEach, describe, expect, it } from 'vitest';
import { openInstitution } from '../../bench/institution.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Approval, Issued } from '../../server/institution/service.ts';
import { until } from '../corridor.ts';
import { enrol, type Officer, officer } from '../officers.ts';
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
  profile,
  rate,
  ru,
  startAgain,
} from '../parcel-corridor.ts';

afterEach(() => corridor.end());

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
    later(30_000);
    for (let i = 0; i < 3; i++) await issue(az, rate(`program ${i}`));
    const two = await prepare(az, rate('two'));
    later(20_000);
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
    later(5_000);
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
    later(5 * 60_000);
    expect(code(await az.issuePrepared(prepared.id, [signatory.approves(prepared)]))).toBe('approval.expired');
    const anew = await prepare(az, rate('one'));
    await corridor.stop('AZ');
    await startAgain();
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
    await startAgain();
    await until(
      () => ru.show(record.id),
      (view) => view?.approvals.length === 1,
    );
    await expectInOrder();
  });
});
