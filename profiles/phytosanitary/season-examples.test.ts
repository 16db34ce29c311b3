import { describe, expect, it } from 'vitest';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import type { TestRecord } from '../../kernel/testing/institution.ts';
import { balanceLedger } from './balance.ts';
import { lineKey, lineLedger } from './ledgers/line.ts';
import { customs, exporter, importer } from './testing/season.ts';
import { keyOf, type Load, Play } from './testing/season-play.ts';

describe('the season balance, told by examples', () => {
  const tonnes = (count: number): Load => [[{ grower: 0, quantity: { value: String(count), unit: 'TNE' } }]];
  const begun = (limit: number, ...loads: readonly number[]) => {
    const play = new Play();
    play.admit('AZ-G-1', limit);
    play.catchUp();
    for (const load of loads) play.certify(tonnes(load));
    return play;
  };
  const left = (play: Play, self: string) => play.account(self, balanceLedger, keyOf('AZ-G-1'))?.available;
  const kept = (play: Play, self: string) => play.certificates(self).map(({ state }) => state);

  it('refuses what overdraws, and two issued at one moment cannot together', () => {
    const play = begun(30, 18, 18, 12);
    expect(play.certificates(exporter)).toHaveLength(2);
    expect(left(play, exporter)).toBe(0n);
  });

  it('lowered while goods are on the way leaves what is issued and refuses more', () => {
    const play = begun(40, 18);
    play.admit('AZ-G-1', 10);
    play.certify(tonnes(18));
    play.catchUp();
    expect(kept(play, importer)).toEqual(['issued', 'issued']);
    expect(play.accused).toEqual([]);
    expect([left(play, exporter), left(play, importer)]).toEqual([-26_000_000_000n, -26_000_000_000n]);
    play.certify(tonnes(1));
    expect(play.certificates(exporter)).toHaveLength(2);
  });

  it('gets nothing from a withdrawal before the importing side settles it', () => {
    const play = begun(20, 18);
    const [row] = play.certificates(exporter);
    play.issue(exporter, { type: 'withdrawal', claims: { reason: 'consignment-not-sent' }, about: row?.id as string });
    expect(left(play, exporter)).toBe(2_000_000_000n);
    play.catchUp();
    expect([left(play, exporter), left(play, importer)]).toEqual([20_000_000_000n, 20_000_000_000n]);
  });

  it.each([true, false])(
    'gets nothing from a withdrawal that crossed with a release (inspected first: %s)',
    (first) => {
      const play = begun(20, 18);
      play.catchUp();
      const [row] = play.certificates(importer);
      const withdraw = () =>
        play.issue(exporter, { type: 'withdrawal', claims: { reason: 'exporter-request' }, about: row?.id as string });
      if (!first) withdraw();
      play.inspect(row as SubjectRow, [[0, 0, 0]]);
      if (first) withdraw();
      play.catchUp();
      expect([...kept(play, exporter), ...kept(play, importer)]).toEqual(['released', 'released']);
      expect([left(play, exporter), left(play, importer)]).toEqual([2_000_000_000n, 2_000_000_000n]);
      const line = play.account(exporter, lineLedger, lineKey(exporter, importer, 'AZ-1', 1));
      expect(line).toMatchObject({ frozen: false, available: 18_000_000_000n });
    },
  );

  it('gets nothing from a withdrawal that crossed with a hold and the release after it', () => {
    const play = begun(20, 18);
    play.catchUp();
    const [row] = play.certificates(importer) as unknown as [SubjectRow];
    play.inspect(row, undefined);
    play.inspect(play.of(importer).row('subject', row.id) as SubjectRow, [[0, 0, 0]]);
    play.issue(exporter, { type: 'withdrawal', claims: { reason: 'exporter-request' }, about: row.id });
    play.catchUp();
    expect(kept(play, exporter)).toEqual(['released']);
    expect([left(play, exporter), left(play, importer)]).toEqual([2_000_000_000n, 2_000_000_000n]);
  });

  it('gets back what did not arrive and what went back, not what was destroyed', () => {
    const play = begun(20, 18);
    play.catchUp();
    play.inspect(play.certificates(importer)[0] as SubjectRow, [[500, 500, 500]]);
    play.catchUp();
    // Of 18 t 9 arrived, 4.5 went back, 2.25 were destroyed and 2.25 released.
    expect(left(play, exporter)).toBe(15_500_000_000n);
    const line = play.account(importer, lineLedger, lineKey(exporter, importer, 'AZ-1', 1));
    expect(line).toMatchObject({ frozen: false, settled: 13_500_000_000n, available: 4_500_000_000n });
  });

  it('is not freed twice by a settlement that comes again, and one that finds less takes back', () => {
    const play = begun(20, 18);
    play.catchUp();
    const [row] = play.certificates(importer) as unknown as [SubjectRow];
    play.issue(exporter, { type: 'withdrawal', claims: { reason: 'exporter-request' }, about: row.id });
    play.deliver(exporter, importer);
    // Customs had not heard of it and let 5 t through.
    play.declare(row, 0, 'consumed', 278, 'D1');
    play.deliver(importer, exporter);
    expect(left(play, exporter)).toBe(20_000_000_000n);
    play.catchUp();
    expect([left(play, exporter), left(play, importer)]).toEqual([14_996_000_000n, 14_996_000_000n]);
    // What customs gives back later comes back, and what it says twice is not settled twice.
    play.declare(row, 0, 'consumed', 0, 'D1');
    play.catchUp();
    const { settled } = play;
    expect([left(play, exporter), left(play, importer)]).toEqual([20_000_000_000n, 20_000_000_000n]);
    play.declare(row, 0, 'consumed', 0, 'D1');
    play.catchUp();
    expect(play.settled).toBe(settled);
  });

  it('keeps what an inspection let in when customs later changes its write-off', () => {
    const play = begun(20, 18);
    play.catchUp();
    const [row] = play.certificates(importer) as unknown as [SubjectRow];
    play.declare(row, 0, 'reserved', 1000, 'D1');
    // Of 18 t 9 arrived: 6.75 t were released and 2.25 t destroyed, while customs holds all of it.
    play.inspect(row, [[500, 0, 250]]);
    play.catchUp();
    expect(left(play, exporter)).toBe(2_000_000_000n);
    play.declare(play.certificates(importer)[0] as SubjectRow, 0, 'reserved', 0, 'D1');
    play.catchUp();
    expect([left(play, exporter), left(play, importer)]).toEqual([11_000_000_000n, 11_000_000_000n]);
  });

  it('gets back what a refusal of the write-off undoes', () => {
    const play = begun(20, 18);
    const [row] = play.certificates(exporter) as unknown as [SubjectRow];
    play.issue(exporter, { type: 'withdrawal', claims: { reason: 'exporter-request' }, about: row.id });
    play.deliver(exporter, customs, 1);
    const declared = play.declare(play.certificates(customs)[0] as SubjectRow, 0, 'consumed', 278, 'D1');
    play.catchUp();
    expect(left(play, exporter)).toBe(14_996_000_000n);
    play.refuse(exporter, declared as TestRecord);
    play.catchUp();
    expect([left(play, exporter), left(play, importer)]).toEqual([20_000_000_000n, 20_000_000_000n]);
  });

  it('falls back to what is really free when goods had crossed before their certificate was taken back', () => {
    const play = begun(20, 18);
    const [row] = play.certificates(exporter) as unknown as [SubjectRow];
    play.issue(exporter, { type: 'withdrawal', claims: { reason: 'exporter-request' }, about: row.id });
    play.catchUp();
    expect(left(play, exporter)).toBe(20_000_000_000n);
    // On the freed balance other goods go out, before the inspection of the first is entered.
    play.certify(tonnes(19));
    play.catchUp();
    play.inspect(play.certificates(importer)[0] as SubjectRow, [[0, 0, 0]]);
    play.certify(tonnes(1));
    play.catchUp();
    expect(kept(play, exporter)).toEqual(['released', 'issued', 'issued']);
    expect([left(play, exporter), left(play, importer)]).toEqual([-18_000_000_000n, -18_000_000_000n]);
    expect(play.accused).toEqual([]);
    const line = play.account(exporter, lineLedger, lineKey(exporter, importer, 'AZ-1', 1));
    expect(line).toMatchObject({ settled: 0n, available: 18_000_000_000n });
    play.certify(tonnes(1));
    expect(play.certificates(exporter)).toHaveLength(3);
  });

  it('after a replacement keeps what a late inspection finds to have crossed, of both', () => {
    const play = begun(40, 18);
    const [old] = play.certificates(exporter) as unknown as [SubjectRow];
    play.certify(tonnes(18), old.id);
    play.catchUp();
    expect(left(play, exporter)).toBe(22_000_000_000n);
    play.inspect(play.certificates(importer)[0] as SubjectRow, [[0, 500, 0]]);
    play.catchUp();
    expect(kept(play, exporter)).toEqual(['part-released', 'issued']);
    expect([left(play, exporter), left(play, importer)]).toEqual([13_000_000_000n, 13_000_000_000n]);
  });

  it('is debited anew by a replacement while the old one waits for its settlement', () => {
    const play = begun(30, 18);
    const [old] = play.certificates(exporter) as unknown as [SubjectRow];
    play.certify(tonnes(18), old.id);
    expect(kept(play, exporter)).toEqual(['issued']);
    play.certify(tonnes(12), old.id);
    expect(kept(play, exporter)).toEqual(['replaced', 'issued']);
    expect(left(play, exporter)).toBe(0n);
    play.catchUp();
    expect([left(play, exporter), left(play, importer)]).toEqual([18_000_000_000n, 18_000_000_000n]);
  });
});
