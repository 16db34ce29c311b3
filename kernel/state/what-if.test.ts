import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedType } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type { AmountOf, Statement as Said, View } from '../profile.ts';
import { catalogue, context, Institution, recordOf, type Statement, type TestRecord } from '../testing/institution.ts';
import { lineKey } from '../testing/parcel-profile.ts';
import { ruleFindings, viewOf } from './assess.ts';
import { fold, subjectOf } from './fold.ts';
import { heads } from './life-cycle.ts';
import type { SubjectRow } from './rows.ts';
import { accountChanges, amountsAt, differenceIn, Overlay, overdraws } from './what-if.ts';
import type { WorkingSet } from './working-set.ts';

const [sender, receiver] = ['xa.post', 'xb.post'] as const;
const parcelType = catalogue.type('parcel', 'parcel') as LoadedType;
const start = 1_700_000_000_000;

let nonce = 0;
function said(statement: Omit<Statement, 'to' | 'time'>, time = start + nonce): TestRecord {
  const to = [statement.issuer === sender ? receiver : sender];
  return recordOf({ ...statement, to, time }, nonce++);
}

const parcel = (number: string, load: string) =>
  said({ type: 'parcel', issuer: sender, claims: { receiver, number, load } });
const rate = (value: string | null, name = 'greatest') =>
  said({ type: 'rate', issuer: receiver, claims: { name, value } });
const limit = (amount: string) => said({ type: 'limit', issuer: receiver, claims: { sender, amount } });

function holding(...records: readonly TestRecord[]): Institution {
  const institution = new Institution(receiver);
  for (const record of records) institution.take(record);
  return institution;
}

function complete<R>(rows: WorkingSet, work: () => R): R {
  for (;;) {
    const attempt = rows.attempt(work);
    if ('done' in attempt) return attempt.done;
    for (const missing of attempt.missing) rows.provideAbsent(missing);
  }
}

function folded(institution: Institution, draft: TestRecord) {
  const over = new Overlay(institution.rows);
  complete(over, () => fold(over, context, { ...draft, seq: institution.held.length }));
  return over;
}

const subjects = (institution: Institution) =>
  institution.held.flatMap(({ id }) => institution.row('subject', id) ?? []).filter(({ type }) => type === 'parcel');

function asked({ type, issuer, to, claims, parent }: SubjectRow, institution: Institution): Said {
  const own = { type, issuer, to, claims, time: start + 1_000_000 };
  const row = parent === undefined ? undefined : institution.row('subject', parent);
  return row ? { ...own, subject: subjectOf(row, row.state) } : own;
}

function differences(institution: Institution, draft: TestRecord) {
  const over = folded(institution, draft);
  const without = viewOf(institution.rows, context, 'parcel');
  const within = viewOf(over, context, 'parcel');
  const told = (findings: readonly Finding[]) => findings.map(({ code, path }) => `${code} ${path}`);
  return Object.fromEntries(
    subjects(institution).map((subject) => {
      const statement = asked(subject, institution);
      const { hit, freed } = complete(over, () => differenceIn(parcelType, statement, institution.id, without, within));
      return [subject.claims['number'], { hit: told(hit), freed: told(freed) }];
    }),
  );
}

const nothing = { hit: [], freed: [] };
const heavy = ['too-heavy /load'];

describe('a draft', () => {
  test('hits what its rows would have refused, and only that', () => {
    const post = holding(parcel('1', '10'), parcel('2', '20'));
    expect(differences(post, rate('15'))).toEqual({ 1: nothing, 2: { hit: heavy, freed: [] } });
    expect(differences(post, rate('15', 'smallest'))).toEqual({ 1: nothing, 2: nothing });
  });

  test('frees what is refused without it', () => {
    const post = holding(parcel('1', '10'), parcel('2', '20'), rate('5'));
    expect(differences(post, rate(null))).toEqual({ 1: { hit: [], freed: heavy }, 2: { hit: [], freed: heavy } });
    expect(differences(post, rate('15'))).toEqual({ 1: { hit: [], freed: heavy }, 2: nothing });
  });

  test('without effect changes nothing', () => {
    const sent = parcel('1', '10');
    const post = holding(limit('100'), sent);
    const settle = (issuer: string) =>
      said({
        type: 'settlement',
        issuer,
        claims: { used: '0', reserved: '0', free: '10' },
        about: { id: sent.id, after: [] },
      });
    // Out of turn for the one, not for the other to post.
    for (const issuer of [receiver, sender]) expect(account(folded(post, settle(issuer)))).toEqual(account(post.rows));
    expect(account(post.rows)?.available).toBe(90n);
  });

  test('that restates replaces, and says what it leaves', () => {
    const post = holding(limit('100'), parcel('1', '60'));
    const figures = (draft: TestRecord) => {
      const over = folded(post, draft);
      return accountChanges(over.takeChanges(), post.rows, catalogue)
        .filter(({ name }) => name === 'parcel/allowance')
        .map((change) => [change.key, change.before.available, change.after.available, overdraws(change)]);
    };
    expect(figures(limit('80'))).toEqual([[[sender, receiver], 40n, 20n, false]]);
    expect(figures(limit('50'))).toEqual([[[sender, receiver], 40n, -10n, true]]);
    expect(figures(parcel('2', '41'))).toEqual([[[sender, receiver], 40n, -1n, true]]);
    post.take(limit('10'));
    // What it makes less bad it does not overdraw.
    expect(figures(limit('20'))).toEqual([[[sender, receiver], -50n, -40n, false]]);
  });

  test('tells only accounts that it changes, those nobody had posted to as empty', () => {
    const post = holding();
    const over = folded(post, limit('7'));
    const [change, ...more] = accountChanges(over.takeChanges(), post.rows, catalogue);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ name: 'parcel/allowance', before: { available: 0n }, after: { available: 7n } });
  });
});

const account = (rows: WorkingSet) =>
  complete(rows, () => viewOf(rows, context, 'parcel').account('allowance', [sender, receiver]));

describe('a difference', () => {
  const finding = (code: string, detail?: Record<string, string>): Finding => ({
    code,
    severity: 'refuse',
    path: '/load',
    ...(detail && { detail }),
  });
  const saying = (...findings: readonly Finding[]) => findings;
  function between(before: readonly Finding[], after: readonly Finding[]) {
    const declaration = {
      ...parcelType.declaration,
      rules: [{ name: 'as told', check: (_: Said, view: View) => (view === views[0] ? before : after) }],
    };
    const views = [
      viewOf(new Institution('a').rows, context, 'parcel'),
      viewOf(new Institution('b').rows, context, 'p'),
    ];
    const statement = { type: 'parcel', issuer: sender, to: [receiver], claims: {}, time: 0 };
    return differenceIn({ ...parcelType, declaration }, statement, sender, views[0] as View, views[1] as View);
  }

  test('is one more refusal at a place, not another figure in the same', () => {
    const [one, two] = [finding('a', { n: '1' }), finding('a', { n: '2' })];
    expect(between(saying(), saying(one))).toEqual({ hit: [one], freed: [] });
    expect(between(saying(one), saying(two))).toEqual({ hit: [], freed: [] });
    expect(between(saying(one), saying(one, two))).toEqual({ hit: [two], freed: [] });
    expect(between(saying(one, two), saying(two))).toEqual({ hit: [], freed: [one] });
    expect(between(saying(finding('b')), saying(one))).toEqual({ hit: [one], freed: [finding('b')] });
  });

  test('is no warning', () => {
    expect(between(saying(), saying({ ...finding('a'), severity: 'warn' }))).toEqual({ hit: [], freed: [] });
  });
});

test('amounts are those of the parts that findings point into', () => {
  const part = (key: string, path?: string): AmountOf => ({ by: 'x', key, amount: 1n, ...(path && { path }) });
  const amounts = [part('a', '/lines/1'), part('b', '/lines/10'), part('all')];
  const keys = (...paths: string[]) =>
    amountsAt(
      amounts,
      paths.map((path) => ({ code: 'c', severity: 'refuse', path })),
    ).map(({ key }) => key);
  expect(keys('/lines/1/mass')).toEqual(['a', 'all']);
  expect(keys('/lines/10')).toEqual(['b', 'all']);
  expect(keys('/lines/1', '/lines/10/x')).toEqual(['a', 'b', 'all']);
  expect(keys('/lines/1', '/number')).toEqual(['a', 'b', 'all']);
  expect(keys('/lines')).toEqual(['a', 'b', 'all']);
  expect(keys('/lines/2')).toEqual(['all']);
  expect(keys('')).toEqual(['a', 'b', 'all']);
  // Below a part of a line: the line's parts, not those of another.
  const nested = [part('a', '/lines/1/sources/0'), part('b', '/lines/1/sources/1'), part('c', '/lines/2/sources/0')];
  const within = (path: string) => amountsAt(nested, [{ code: 'c', severity: 'refuse', path }]).map(({ key }) => key);
  expect(within('/lines/1/sources/1/grower')).toEqual(['b']);
  expect(within('/lines/1')).toEqual(['a', 'b']);
  expect(within('/lines/1/products/0')).toEqual(['a', 'b']);
  expect(within('/lines')).toEqual(['a', 'b', 'c']);
  expect(amountsAt([part('all')], [{ code: 'c', severity: 'refuse', path: '/x' }])).toHaveLength(1);
});

type Step = { readonly what: number; readonly pick: number; readonly amount: number };
const step: fc.Arbitrary<Step> = fc.record({ what: fc.nat(6), pick: fc.nat(100), amount: fc.nat(50) });

function next({ what, pick, amount }: Step, institution: Institution): TestRecord {
  if (what === 0) return rate(amount % 5 === 0 ? null : String(amount), pick % 2 ? 'greatest' : 'smallest');
  if (what === 1) return limit(String(amount * 4));
  const rows = subjects(institution);
  const about = rows[pick % Math.max(1, rows.length)];
  if (what < 4 || !about) return parcel(String(pick % 4), String(amount));
  const following = { about: { id: about.id, after: heads(about.events) } };
  if (what === 4) return said({ type: 'recall', issuer: sender, claims: {}, ...following });
  if (what === 5) return said({ type: 'acceptance', issuer: receiver, claims: {}, ...following });
  const claims = { receiver, number: String(pick % 4), load: String(amount) };
  return said({ type: 'parcel', issuer: sender, claims, ...following });
}

/** All that rules can see, and what they say of everything held. */
function seen(rows: WorkingSet, institution: Institution, ids: readonly string[]) {
  const view = viewOf(rows, context, 'parcel');
  return complete(rows, () => ({
    rates: ['greatest', 'smallest'].map((name) => view.register('rates', [receiver, name])),
    list: [[], [receiver], [sender]].map((prefix) => view.list('rates', prefix)),
    allowance: view.account('allowance', [sender, receiver]),
    lines: ['0', '1', '2', '3'].map((number) => view.account('line', lineKey(sender, receiver, number))),
    records: ids.map((id) => view.record(id)),
    findings: subjects(institution).map((subject) =>
      ruleFindings(parcelType, asked(subject, institution), view, receiver),
    ),
  }));
}

test('an overlay with nothing in it changes nothing; with a draft it is what follows once that is signed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), step, (history, last) => {
      nonce = 0;
      const institution = holding();
      for (const one of history) institution.take(next(one, institution));
      const draft = next(last, institution);
      const ids = [...institution.held.map(({ id }) => id), draft.id];
      const before = seen(institution.rows, institution, ids);
      expect(seen(new Overlay(institution.rows), institution, ids)).toEqual(before);
      const over = folded(institution, draft);
      const within = seen(over, institution, ids);
      const held = subjects(institution).length;
      const untouched = seen(institution.rows, institution, ids);
      expect(untouched).toEqual(before);
      institution.take(draft);
      const after = seen(institution.rows, institution, ids);
      expect({ ...within, findings: [] }).toEqual({ ...after, findings: [] });
      expect(within.findings).toEqual(after.findings.slice(0, held));
    }),
    { numRuns: 300 },
  );
});
