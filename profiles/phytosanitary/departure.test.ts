import { describe, expect, it } from 'vitest';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import type { Departure } from './claims/departure.ts';
import type { Inspection } from './claims/inspection.ts';
import { departure } from './follow-ups.ts';
import { lineKey, lineLedger } from './ledgers/line.ts';
import { arrivedHadDeparted, departedHadNotCrossed, departedLines } from './rules/certificate/departure.ts';
import { customs, exporter, importer } from './testing/season.ts';
import { type Load, Play } from './testing/season-play.ts';
import { asked, caseOf, stated } from './testing/vector-case.ts';

const load: Load = [[{ grower: 0, quantity: { value: '18', unit: 'TNE' } }]];
const tonnes = (count: number) => BigInt(count) * 1_000_000_000n;

function begun(): { play: Play; row: SubjectRow } {
  const play = new Play();
  play.admit('AZ-G-1', 60);
  play.catchUp();
  play.certify(load);
  play.catchUp();
  return { play, row: play.certificates(exporter)[0] as SubjectRow };
}

const accountAt = (play: Play, self: string, number = 'AZ-1') =>
  play.account(self, lineLedger, lineKey(exporter, importer, number, 1));
const departedAt = (play: Play, number?: string) =>
  [exporter, importer, customs].map((self) => accountAt(play, self, number)?.byMovement.get('departed'));

describe('what left', () => {
  it('is what the latest departure says, whichever came first', () => {
    const { play, row } = begun();
    play.depart(row, [1000]);
    play.depart(row, [500]);
    play.deliver(exporter, customs, 1);
    expect(departedAt(play)).toEqual([tonnes(9), undefined, tonnes(18)]);
    play.catchUp();
    expect(departedAt(play)).toEqual([tonnes(9), tonnes(9), tonnes(9)]);
  });

  it('stands against a refusal', () => {
    const { play, row } = begun();
    const told = play.depart(row, [1000]);
    play.catchUp();
    play.refuse(importer, told);
    play.catchUp();
    expect(departedAt(play)).toEqual([tonnes(18), tonnes(18), tonnes(18)]);
    expect(play.of(exporter).row('subject', row.id)?.events).toMatchObject([{ event: 'depart', outcome: 'effective' }]);
  });

  it('takes nothing from customs, who may have taken all of it before', () => {
    const { play, row } = begun();
    expect(play.declare(row, 0, 'consumed', 1000, 'D1')).toBeDefined();
    play.depart(row, [0]);
    play.catchUp();
    expect(accountAt(play, customs)).toMatchObject({ available: 0n, debited: tonnes(18) });
    expect(departedAt(play)).toEqual([0n, 0n, 0n]);
  });

  it('frees nothing and keeps nothing of what is settled', () => {
    const settledAfter = (parts: readonly number[]) => {
      const { play, row } = begun();
      for (const part of parts) play.depart(row, [part]);
      play.issue(exporter, { type: 'withdrawal', claims: { reason: 'consignment-not-sent' }, about: row.id });
      play.catchUp();
      const { byMovement: _, ...account } = accountAt(play, exporter) ?? { byMovement: undefined };
      return account;
    };
    expect(settledAfter([1000])).toEqual(settledAfter([]));
    expect(settledAfter([0, 250])).toEqual(settledAfter([]));
  });

  it('is void with a replacement that crossed with an inspection', () => {
    const { play, row } = begun();
    play.certify(load, row.id);
    const replacing = play.certificates(exporter).at(-1) as SubjectRow;
    play.depart(replacing, [1000]);
    expect(departedAt(play, 'AZ-2')[0]).toBe(tonnes(18));
    play.inspect(row, [[0, 0, 0]]);
    play.catchUp();
    expect(departedAt(play, 'AZ-2')).toEqual([undefined, undefined, undefined]);
    expect(play.of(importer).row('subject', row.id)?.state).toBe('released');
  });

  it('is told of a line without an account too, and posted nowhere', () => {
    const vector = caseOf<Departure>('departure');
    const lines = (vector.subject?.claims['lines'] ?? []) as { netWeight?: object }[];
    delete lines[1]?.netWeight;
    vector.claims.lines[1] = { sequence: 2, departed: { value: '9999', unit: 'TNE' } };
    expect(asked([departedLines], vector)).toEqual([]);
    const { statement } = stated(vector);
    expect(departure.movements?.(statement)).toMatchObject([{ movement: 'departed', amount: 17_900_000_000n }]);
  });
});

/** What the other side saw of a line: nothing yet, as much, more or less. */
const figures = [
  { seen: undefined, is: 'unknown' },
  { seen: '17500', is: 'as much' },
  { seen: '17500.000001', is: 'more' },
  { seen: '17499.999999', is: 'less' },
  { seen: '0', is: 'less' },
] as const;

describe.each(figures)('17500 kg beside $seen', ({ seen, is }) => {
  const quantity = { value: '17.5', unit: 'TNE' };
  const accountsOf = (number: unknown, movement: string) => [
    {
      ledger: lineLedger,
      key: ['az.afsa', 'ru.fsvps', String(number), '1'],
      credited: '18000',
      debited: '0',
      byMovement: { issued: '18000', ...(seen !== undefined && { [movement]: seen }) },
    },
  ];

  it('that left', () => {
    const vector = caseOf<Inspection>('inspection');
    vector.view.accounts = accountsOf(vector.subject?.claims['number'], 'departed');
    const found = asked([arrivedHadDeparted], vector);
    const detail = { line: 1, arrived: '17500', departed: seen };
    const expected = { code: 'arrived-more-than-departed', severity: 'warn', path: '/lines/0/arrived', detail };
    expect(found).toEqual(is === 'less' ? [expected] : []);
  });

  it('that was let in', () => {
    const vector = caseOf<Departure>('departure');
    (vector as { view: object }).view = { accounts: accountsOf(vector.subject?.claims['number'], 'crossed') };
    vector.claims = { ...vector.claims, lines: [{ sequence: 1, departed: quantity }] };
    const found = asked([departedHadNotCrossed], vector);
    const detail = { line: 1, departed: '17500', crossed: seen };
    const expected = { code: 'departed-less-than-crossed', severity: 'warn', path: '/lines/0/departed', detail };
    expect(found).toEqual(is === 'more' ? [expected] : []);
  });
});

it('what one side saw is compared where the other signs, and never on arrival', () => {
  const { statement } = stated(caseOf<Departure>('departure'));
  for (const rule of [arrivedHadDeparted, departedHadNotCrossed]) expect(rule.askedOf?.(statement)).toEqual([]);
});
