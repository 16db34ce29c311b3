/**
 * The importing institution's account of a certificate whose lines end before all of it has crossed. Its server
 * issues it, after its own inspection and after a withdrawal or replacement that took effect there.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Answer, Movement, Need, Statement, Subject, View } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formatDecimal, parseDecimal } from '../../kernel/state/quantity.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Settlement } from './claims/follow-ups.ts';
import type { Inspection } from './claims/inspection.ts';
import { type Account, accountNeeds, accountsOf, importerOf, lineLedger } from './ledgers/line.ts';
import { freeBalances } from './ledgers/season-balance.ts';
import { massScale, toGoodsMass } from './mass.ts';
import { shareOut } from './sources.ts';

export const settlementReads = (statement: Statement): readonly Need[] =>
  statement.subject === undefined ? [] : accountNeeds(statement.subject);

const text = (mass: bigint) => formatDecimal(mass, massScale);
const less = (a: bigint, b: bigint) => (a < b ? a : b);
const more = (a: bigint, b: bigint) => (a > b ? a : b);

/**
 * Used: what customs wrote off or the inspection let in or destroyed, whichever is more. Reserved: what customs holds
 * beyond that. The rest is free, and shared out among the sources of the line.
 */
function settleLine({ line, key, mass }: Account, crossed: bigint, view: View): Settlement['lines'][number] {
  const moved = view.account(lineLedger, key)?.byMovement;
  const consumed = moved?.get('consumed') ?? 0n;
  const used = less(mass, more(consumed, crossed));
  const reserved = less(mass - used, more(0n, consumed + (moved?.get('reserved') ?? 0n) - used));
  const free = mass - used - reserved;
  const shares = shareOut(
    free,
    (line.sources ?? []).map(({ quantity }) => massOf(quantity)),
  );
  const sums = { sequence: line.sequence, used: text(used), reserved: text(reserved), free: text(free) };
  return line.sources === undefined ? sums : { ...sums, sources: shares.map(text) };
}

/** Nothing for what is not stated or cannot be kept exactly; rules refuse the latter. */
function massOf(quantity: Parameters<typeof toGoodsMass>[0] | undefined): bigint {
  const mass = quantity === undefined ? 0n : toGoodsMass(quantity);
  return mass instanceof Refusal ? 0n : mass;
}

/** `crossed`: what is known to have come in, by line. To every other party, so that all compute the same state. */
function settlementOf(
  subject: Subject,
  self: string,
  view: View,
  crossed: ReadonlyMap<number, bigint>,
): readonly Answer[] {
  const lines = accountsOf(subject).map((account) =>
    settleLine(account, crossed.get(account.line.sequence) ?? 0n, view),
  );
  const to = [subject.issuer, ...subject.to.filter((id) => id !== self)].sort();
  const claims: Settlement = { number: (subject.claims as unknown as Certificate).number, lines };
  return [{ type: 'settlement', to, claims: claims as unknown as JsonObject, about: subject.id }];
}

/** The answer to a withdrawal or replacement. */
export function settle({ subject }: Statement, self: string, view: View): readonly Answer[] {
  if (subject === undefined || importerOf(subject) !== self) return [];
  return settlementOf(subject, self, view, new Map());
}

/**
 * The answer to an inspection, unless samples are still examined or all that was certified came in. What was settled
 * before, by a withdrawal or replacement that came first, is restated in any case: it took for free what had crossed.
 */
export function settleInspected({ subject, claims }: Statement, self: string, view: View): readonly Answer[] {
  if (subject === undefined || importerOf(subject) !== self) return [];
  const { result, lines } = claims as unknown as Inspection;
  const released = new Map(lines.map((line) => [line.sequence, massOf(line.released)]));
  const accounts = accountsOf(subject);
  const whole = accounts.every(({ line, mass }) => released.get(line.sequence) === mass);
  const settled = accounts.some(({ key }) => view.account(lineLedger, key)?.byMovement.has('settled') ?? false);
  if (result === 'hold' || (whole && !settled)) return [];
  const crossed = new Map(lines.map((line) => [line.sequence, massOf(line.released) + massOf(line.destroyed)]));
  return settlementOf(subject, self, view, crossed);
}

/** Both are restated: a later settlement of the same certificate takes the place of this one. */
export function settlementMovements({ subject, claims }: Statement): readonly Movement[] {
  if (subject === undefined) return [];
  const settlement = claims as unknown as Settlement;
  const free = new Map(settlement.lines.map((line) => [line.sequence, parseDecimal(line.free, massScale)]));
  const settled = accountsOf(subject).flatMap(({ line, key }) => {
    const amount = free.get(line.sequence);
    if (amount === undefined || amount instanceof Refusal) return [];
    return [{ ledger: lineLedger, key, movement: 'settled', amount }];
  });
  return [...settled, ...freeBalances(subject, settlement)];
}
