/**
 * The importing institution's account of a certificate whose lines end before all of it has crossed. Its server
 * issues it, after its own inspection and after a withdrawal or replacement that took effect there, and again when
 * customs has meanwhile taken something of those lines or given it back.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Answer, Movement, Need, Statement, Subject, View } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formatDecimal, parseDecimal } from '../../kernel/state/quantity.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Settlement } from './claims/follow-ups.ts';
import type { Inspection } from './claims/inspection.ts';
import { type Account, accountNeeds, accountsOf, crossedBy, importerOf, keptMass, lineLedger } from './ledgers/line.ts';
import { freeBalances } from './ledgers/season-balance.ts';
import { massScale } from './mass.ts';
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
    (line.sources ?? []).map(({ quantity }) => keptMass(quantity)),
  );
  const sums = { sequence: line.sequence, used: text(used), reserved: text(reserved), free: text(free) };
  return line.sources === undefined ? sums : { ...sums, sources: shares.map(text) };
}

/** Whether the latest settlement has told these amounts already. */
function isTold({ used, free }: Settlement['lines'][number], { key }: Account, view: View): boolean {
  const said = view.account(lineLedger, key)?.byMovement;
  const told = (movement: string) => text(said?.get(movement) ?? -1n);
  return told('used') === used && told('settled') === free;
}

/**
 * `crossed`: what is known to have come in, by line. To every other party, so that all compute the same state. Nothing
 * where the latest one says the same.
 */
function settlementOf(
  subject: Subject,
  self: string,
  view: View,
  crossed: ReadonlyMap<number, bigint>,
): readonly Answer[] {
  const told = accountsOf(subject).map((account) => {
    const line = settleLine(account, crossed.get(account.line.sequence) ?? 0n, view);
    return { line, isTold: isTold(line, account, view) };
  });
  if (told.every((one) => one.isTold)) return [];
  const lines = told.map(({ line }) => line);
  const to = [subject.issuer, ...subject.to.filter((id) => id !== self)].sort();
  const claims: Settlement = { number: (subject.claims as unknown as Certificate).number, lines };
  return [{ type: 'settlement', to, claims: claims as unknown as JsonObject, about: subject.id }];
}

/** The answer to a withdrawal or replacement, which an inspection of goods held before may already have outrun. */
export function settle({ subject }: Statement, self: string, view: View): readonly Answer[] {
  if (subject === undefined || importerOf(subject) !== self) return [];
  return settlementOf(subject, self, view, crossedSeen(subject, view));
}

function crossedSeen(subject: Subject, view: View): ReadonlyMap<number, bigint> {
  return new Map(
    accountsOf(subject).map(({ line, key }) => {
      const seen = view.account(lineLedger, key)?.byMovement.get('crossed');
      return [line.sequence, seen ?? 0n];
    }),
  );
}

/**
 * The answer to an inspection, unless samples are still examined or all that was certified came in. What was settled
 * before, by a withdrawal or replacement that came first, is restated in any case: it took for free what had crossed.
 */
export function settleInspected({ subject, claims }: Statement, self: string, view: View): readonly Answer[] {
  if (subject === undefined || importerOf(subject) !== self) return [];
  const { result, lines } = claims as unknown as Inspection;
  const released = new Map(lines.map((line) => [line.sequence, keptMass(line.released)]));
  const whole = accountsOf(subject).every(({ line, mass }) => released.get(line.sequence) === mass);
  if (result === 'hold' || (whole && !isSettled(subject, view))) return [];
  return settlementOf(subject, self, view, crossedBy(claims as unknown as Inspection));
}

/** The answer to what customs took of a certificate or gave back: only what was settled before has to be told anew. */
export function settleAgain(subject: Subject, self: string, view: View): readonly Answer[] {
  if (importerOf(subject) !== self || !isSettled(subject, view)) return [];
  return settlementOf(subject, self, view, crossedSeen(subject, view));
}

function isSettled(subject: Subject, view: View): boolean {
  return accountsOf(subject).some(({ key }) => view.account(lineLedger, key)?.byMovement.has('settled') ?? false);
}

/** Both are restated: a later settlement of the same certificate takes the place of this one. */
export function settlementMovements({ subject, claims }: Statement): readonly Movement[] {
  if (subject === undefined) return [];
  const settlement = claims as unknown as Settlement;
  const told = new Map(settlement.lines.map((line) => [line.sequence, line]));
  const settled = accountsOf(subject).flatMap(({ line, key }) => {
    const { used = '', free = '' } = told.get(line.sequence) ?? {};
    return Object.entries({ used, settled: free }).flatMap(([movement, decimal]) => {
      const amount = parseDecimal(decimal, massScale);
      return amount instanceof Refusal ? [] : [{ ledger: lineLedger, key, movement, amount }];
    });
  });
  return [...settled, ...freeBalances(subject, settlement)];
}
