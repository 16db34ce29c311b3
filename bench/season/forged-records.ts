/** What a sender with the institution's real keys and no scruples puts on the channel after the honest year. */
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import { nodeCrypto as crypto } from '../../server/crypto-node.ts';
import { loadKey } from '../../server/keys.ts';
import { clientOf } from '../../test/corridor.ts';
import { type RogueRecord, RogueSender } from '../../test/rogue-sender.ts';
import { type Books, tonnageOf } from './books.ts';
import { notice, numberOf } from './claims.ts';
import type { SeasonClock } from './clock.ts';
import type { ImporterThread } from './corridor.ts';
import { exporter, importer } from './figures.ts';
import type { Forgery } from './forgery.ts';
import { claimsOf, elsewhere, enlarged, type LateLot, type LateLots } from './late-lots.ts';
import { idOf, leftBehind, refusalsAt } from './left-behind.ts';
import type { Year } from './plan.ts';

const booksAt = async (importing: ImporterThread): Promise<Books> => (await importing.books()).get(importer) as Books;

export interface LeftSeason {
  readonly data: string;
  readonly clock: SeasonClock;
  readonly day: number;
  readonly year: Year;
  readonly importing: ImporterThread;
  /** What the grower whose balance is tried has left, kilograms. */
  readonly balance: number;
}

export async function forgedRecords(season: LeftSeason, late: LateLots): Promise<Forgery[]> {
  const { data, clock, day, year, importing, balance } = season;
  clock.set(day);
  const before = tonnageOf(await booksAt(importing)).certified;
  const left = await leftBehind(data, exporter, importer);
  const rogue = await RogueSender.of(data, exporter, importer, { held: left.log, now: clock.now });
  const basis = await left.basis();
  const record = (of: RogueRecord) => rogue.record({ ...of, exchange: { basis, ...of.exchange } });
  let series = 0;
  const forged = (lot: LateLot, more: Partial<RogueRecord> = {}) =>
    record({ type: 'certificate', claims: claimsOf(lot, day, `R${series++}`), ...more });
  const planted: { kind: string; code: string; records: string[]; expected: number }[] = [];
  const plant = (kind: string, code: string, records: string[], expected = records.length) =>
    planted.push({ kind, code, records, expected });
  const times = <T>(count: number, make: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, index) => make(index)));

  const [first] = late.travelling as [LateLots['travelling'][number]];
  const genuine = await times(10, () => forged(first));
  plant(
    'forged signature',
    'record.bad-signature',
    genuine.map(
      (jws, at) => jws.slice(0, jws.lastIndexOf('.')) + (genuine[(at + 1) % 10] as string).slice(jws.lastIndexOf('.')),
    ),
  );
  const stranger = await loadKey(join(data, 'stranger.json'), crypto, true);
  if (stranger instanceof Refusal) throw new Error(stranger.code);
  plant(
    'signature with a key that is in no list',
    'trust.unknown-key',
    await times(10, () => forged(first, { signer: stranger })),
  );
  plant(
    'reused certificate number',
    'number-used',
    await times(20, (at) =>
      forged(first, { claims: { ...claimsOf(first, day), number: numberOf({ index: at * 3 }) } }),
    ),
  );
  const moved = ({ lot, certificate }: LateLots['travelling'][number]) => {
    const changed = { ...lot, checkpoint: elsewhere(lot.checkpoint), index: lot.index + 90 };
    return record({ type: 'prior-notice', claims: notice(changed, certificate) });
  };
  plant('second notice of one certificate at another checkpoint', 'already-announced', [await moved(first)]);
  plant('certificate for a grower just stopped', 'grower-suspended', await times(3, () => forged(late.stopped)));
  const tight = enlarged(late.tight[1] as LateLot, Math.ceil(balance * 0.6));
  plant(
    'two certificates in one batch that together overdraw',
    'ledger.insufficient',
    await times(2, () => forged(tight)),
    1,
  );
  const rolledBack = await left.basis(left.mirrored - 1);
  plant('list of admissions rolled back to before the last that was cosigned', 'basis.below-cosigned', [
    await forged(first, { exchange: { basis: rolledBack } }),
  ]);
  const early = await left.basis(5);
  plant('list of admissions rolled back to before the season', 'basis.shrinks', [
    await forged(first, { exchange: { basis: early } }),
  ]);

  const records = [...planted.slice(-2), ...planted.slice(0, -2)].flatMap((one) => one.records);
  const sent = await rogue.send({ records });
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  const refusals = await refusalsAt(await clientOf(data, importer));
  const results = planted.map(({ kind, code, records: own, expected }): Forgery => {
    const refused = own.filter((jws) => refusals.get(idOf(jws))?.includes(code)).length;
    return { kind, code, planted: expected, refused };
  });
  const grown = tonnageOf(await booksAt(importing)).certified - before;
  const forgeries = records.length - 1;
  const untouched = grown === BigInt(tight.lot.kilograms) * 1_000_000n;
  results.push({
    kind: 'any of these in the books',
    planted: forgeries,
    refused: untouched ? forgeries : 0,
    code: 'no effect',
  });
  const answers = await onTheWay(rogue, forged(first), year.seed);
  await left.close();
  return [...results, ...answers];
}

/** What no receipt is given for at all. */
async function onTheWay(rogue: RogueSender, made: Promise<string>, seed: number): Promise<Forgery[]> {
  const jws = await made;
  const altered = await rogue.send({ records: [jws], body: (body) => body.replace('"start":', '"start": ') });
  const shrunk = await rogue.send({ start: 1, records: [jws] });
  const digest = crypto.sha256(new TextEncoder().encode(`annex ${seed}`)).toHex();
  const annex = await rogue.annex(digest, new TextEncoder().encode('another annex'));
  const tell = (kind: string, code: string, { body }: typeof annex): Forgery => ({
    kind,
    code,
    planted: 1,
    refused: Number(body['code'] === code),
  });
  return [
    tell('batch altered on the way', 'request.bad-digest', altered),
    tell('log of certificates shrunk', 'exchange.shrinks', shrunk),
    tell('annex altered on the way', 'record.annex-mismatch', annex),
  ];
}
