import { describe, expect, it } from 'vitest';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { profiles } from '../index.ts';
import type { WriteOff } from './claims/write-off.ts';
import { accountKey, certificateLedger } from './positions.ts';
import { customs, exporters, importer } from './testing/border.ts';
import { declarationNumber, type Goods, goodsOf, lineOf, Play } from './testing/border-play.ts';

const tonnes = (count: number) => BigInt(count) * 1_000_000_000n;
const [first, second] = exporters;
const declaration = declarationNumber(1);

/** A certificate of 18 t that customs hold; with `everywhere` the importing institution holds it too. */
function begun(everywhere = true) {
  const play = new Play(profiles);
  const { id } = play.certify(first, [tonnes(18)]);
  play.deliver(first, customs);
  if (everywhere) play.catchUp();
  const row = play.of(customs).row('subject', id) as SubjectRow;
  const [goods] = goodsOf(row) as [Goods];
  return { play, row, goods };
}

const accountAt = (play: Play, self: string, goods: Goods) =>
  play.account(self, certificateLedger, accountKey(lineOf(goods)));
const debitedAt = (play: Play, goods: Goods) =>
  [first, importer, customs].map((self) => accountAt(play, self, goods)?.debited);

describe('whoever takes more than there is', () => {
  it('is refused by the exporting institution, and it is undone everywhere', () => {
    const { play, goods } = begun();
    play.refuses = true;
    const draft = play.draft(declaration, 'reserve', play.change(goods, tonnes(20), 0n));
    expect(play.faults(customs, draft)).toEqual(['ledger.insufficient']);
    play.state(customs, draft);
    play.catchUp();
    expect(play.accused).toContain('ledger.insufficient ');
    expect(debitedAt(play, goods)).toEqual([0n, 0n, 0n]);
  });

  it('is refused for a record that is no certificate of the exporting institution', () => {
    const { play, goods } = begun();
    play.refuses = true;
    const draft = play.draft(declaration, 'reserve', play.change(goods, tonnes(1), 0n));
    const claims = structuredClone(draft.claims) as unknown as WriteOff;
    for (const { certificate } of claims.lines) certificate.record = 'f'.repeat(64);
    play.state(customs, { ...draft, claims: claims as unknown as typeof draft.claims });
    play.catchUp();
    expect(play.accused).toContain('certificate-unknown /lines/0/certificate/record');
    expect(debitedAt(play, goods)).toEqual([0n, 0n, 0n]);
  });

  it('is refused for another certificate by whoever issued that, also where lines are of two institutions', () => {
    const { play, goods } = begun();
    const others = [play.certify(first, [tonnes(5)]), play.certify(second, [tonnes(5)])];
    play.catchUp();
    const [wrong, more] = others.map(({ id }) => goodsOf(play.of(customs).row('subject', id) as SubjectRow)[0]);
    const both = [...play.change(goods, tonnes(1), 0n), ...play.change(more as Goods, tonnes(1), 0n)];
    const draft = play.draft(declaration, 'reserve', new Map(both));
    const claims = structuredClone(draft.claims) as unknown as WriteOff;
    for (const { certificate } of claims.lines.slice(0, 1)) certificate.record = wrong?.certificate.id ?? '';
    play.state(customs, { ...draft, claims: claims as unknown as typeof draft.claims });
    play.catchUp();
    const found = 'certificate-differs /lines/0/certificate';
    expect(play.accused).toEqual([found]);
  });

  it('is refused for leaving out what the declaration holds', () => {
    const { play, goods } = begun();
    const other = play.certify(first, [tonnes(5)]);
    play.catchUp();
    const [more] = goodsOf(play.of(customs).row('subject', other.id) as SubjectRow) as [Goods];
    expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(1), 0n))).toBeDefined();
    play.declared.clear();
    const without = play.draft(declaration, 'reserve', play.change(more, tonnes(1), 0n));
    expect(play.faults(customs, without)).toEqual(['line-left-out']);
    play.catchUp();
    play.state(customs, without);
    play.catchUp();
    expect(play.accused).toEqual(['line-left-out /lines', 'line-left-out /lines']);
  });

  it('has no effect with anyone when it is kept from one of the institutions', () => {
    const { play, goods } = begun();
    const draft = play.draft(declaration, 'reserve', play.change(goods, tonnes(1), 0n));
    play.state(customs, { ...draft, to: [importer] });
    play.catchUp();
    expect(play.accused).toEqual([]);
    expect(debitedAt(play, goods)).toEqual([0n, 0n, 0n]);
  });
});

describe('whoever acts in good faith is blamed by nobody', () => {
  it('when the certificate reaches the importing institution after the write-off', () => {
    const { play, goods } = begun(false);
    expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(18), 0n))).toBeDefined();
    play.deliver(customs, importer);
    expect(accountAt(play, importer, goods)).toMatchObject({ credited: 0n, debited: tonnes(18) });
    play.catchUp();
    expect(play.accused).toEqual([]);
    expect(accountAt(play, importer, goods)).toMatchObject({ credited: tonnes(18), available: 0n });
  });

  it('when a settlement has come before the withdrawal that it settles', () => {
    const { play, row, goods } = begun();
    play.withdraw(row);
    play.deliver(first, importer);
    play.deliver(importer, customs);
    expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(4), 0n))).toBeDefined();
    play.catchUp();
    expect(play.accused).toEqual([]);
    for (const self of [first, importer, customs])
      expect(accountAt(play, self, goods)).toMatchObject({ settled: tonnes(14), available: 0n });
  });

  it('when an inspection that outran a withdrawal has not reached the exporter', () => {
    const { play, row, goods } = begun();
    play.inspect(row, [[500, 0]]);
    play.withdraw(play.of(first).row('subject', row.id) as SubjectRow);
    play.deliver(importer, customs);
    play.deliver(first, customs);
    expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(9), 0n))).toBeDefined();
    play.deliver(customs, first);
    play.catchUp();
    expect(play.accused).toEqual([]);
    expect(accountAt(play, first, goods)).toMatchObject({ settled: tonnes(9), available: 0n });
  });

  it('when a declaration takes from certificates of two institutions, each of which holds its own', () => {
    const { play, goods } = begun();
    const other = play.certify(second, [tonnes(5)]);
    play.catchUp();
    const [more] = goodsOf(play.of(customs).row('subject', other.id) as SubjectRow) as [Goods];
    const both = new Map([...play.change(goods, tonnes(18), 0n), ...play.change(more, tonnes(2), 0n)]);
    expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(3), 0n))).toBeDefined();
    expect(play.writeOff(declaration, 'reserve', both)).toBeDefined();
    const cleared = new Map([...play.change(goods, tonnes(1), tonnes(17)), ...play.change(more, 0n, tonnes(2))]);
    expect(play.writeOff(declaration, 'consume', cleared)).toBeDefined();
    play.catchUp();
    expect(play.accused).toEqual([]);
    expect(accountAt(play, first, goods)?.byMovement.get('consumed')).toBe(tonnes(17));
    expect(accountAt(play, second, more)?.byMovement.get('consumed')).toBe(tonnes(2));
    expect(play.account(second, certificateLedger, accountKey(lineOf(goods)))?.debited).toBe(tonnes(18));
  });
});

it('keeps one position of a declaration, however its number is written', () => {
  const { play, goods } = begun();
  const [latin, cyrillic] = ['99010001/011126/A000910', '99010001/011126/А000910'];
  expect(play.writeOff(latin, 'reserve', play.change(goods, tonnes(10), 0n))).toBeDefined();
  expect(play.writeOff(cyrillic, 'reserve', play.change(goods, tonnes(12), 0n))).toBeDefined();
  play.catchUp();
  expect(debitedAt(play, goods)).toEqual([tonnes(12), tonnes(12), tonnes(12)]);
  expect(play.writeOff(latin, 'consume', play.change(goods, 0n, tonnes(12)))).toBeDefined();
});

it('tells with each line that is written off how it stands afterwards', () => {
  const { play, goods } = begun();
  expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(10), 0n))).toBeDefined();
  const draft = play.draft(declaration, 'consume', play.change(goods, tonnes(3), tonnes(6)));
  const told = play.findings(customs, draft).filter(({ code }) => code === 'written-off');
  expect(told).toMatchObject([
    { path: '/lines/0', detail: { outcome: '01', available: '9000', reserved: '3000', consumed: '6000' } },
  ]);
  const refused = play.draft(declaration, 'reserve', play.change(goods, tonnes(20), 0n));
  expect(play.findings(customs, refused).map(({ code }) => code)).not.toContain('written-off');
});

it('is settled again when a refusal undoes what was taken, so that it comes back', () => {
  const { play, row, goods } = begun();
  play.refuses = true;
  expect(play.writeOff(declaration, 'reserve', play.change(goods, tonnes(18), 0n))).toBeDefined();
  play.withdraw(row);
  play.catchUp();
  expect(accountAt(play, first, goods)).toMatchObject({ settled: 0n });
  // By what customs hold, nothing is left: what they take nevertheless is undone.
  play.state(customs, play.draft(declarationNumber(2), 'reserve', play.change(goods, tonnes(1), 0n)));
  play.catchUp();
  expect(play.accused.length).toBeGreaterThan(0);
  expect(debitedAt(play, goods)).toEqual([tonnes(18), tonnes(18), tonnes(18)]);
  expect(play.writeOff(declaration, 'free', play.change(goods, 0n, 0n))).toBeDefined();
  play.catchUp();
  expect(accountAt(play, first, goods)).toMatchObject({ settled: tonnes(18), available: 0n });
});
