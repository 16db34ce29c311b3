import type { JsonObject } from '../../kernel/canonical.ts';
import type { Answer, Movement, Need, Statement, View } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formatDecimal, parseDecimal } from '../../kernel/state/quantity.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Settlement } from './claims/follow-ups.ts';
import { importingInstitution } from './institutions.ts';
import { accountNeeds, accountsOf, lineLedger } from './ledger.ts';
import { massScale } from './mass.ts';

export const settlementReads = (statement: Statement): readonly Need[] =>
  statement.subject === undefined ? [] : accountNeeds(statement.subject);

/**
 * The importing institution's answer to a withdrawal or replacement that took effect: what customs wrote off,
 * what it has reserved, what is free. Goes to every other party, so that all of them can compute the same state.
 */
export function settle(statement: Statement, self: string, view: View): readonly Answer[] {
  const subject = statement.subject;
  if (subject === undefined) return [];
  const certificate = subject.claims as unknown as Certificate;
  if (importingInstitution(subject.to, certificate.importCountry.code) !== self) return [];
  const lines: Settlement['lines'] = [];
  for (const { sequence, key } of accountsOf(subject)) {
    const account = view.account(lineLedger, key);
    if (account === undefined) continue;
    const used = account.byMovement.get('consumed') ?? 0n;
    const reserved = account.byMovement.get('reserved') ?? 0n;
    const rest = account.credited - used - reserved;
    const text = (amount: bigint) => formatDecimal(amount, massScale);
    lines.push({ sequence, used: text(used), reserved: text(reserved), free: text(rest > 0n ? rest : 0n) });
  }
  const to = [subject.issuer, ...subject.to.filter((id) => id !== self)].sort();
  const claims: Settlement = { number: certificate.number, lines };
  return [{ type: 'settlement', to, claims: claims as unknown as JsonObject, about: subject.id }];
}

export function settlementMovements(statement: Statement): readonly Movement[] {
  if (statement.subject === undefined) return [];
  const { lines } = statement.claims as unknown as Settlement;
  const keys = new Map(accountsOf(statement.subject).map(({ sequence, key }) => [sequence, key]));
  const movements: Movement[] = [];
  for (const line of lines) {
    const key = keys.get(line.sequence);
    const amount = parseDecimal(line.free, massScale);
    if (key === undefined || amount instanceof Refusal) continue;
    movements.push({ ledger: lineLedger, key, movement: 'settled', amount });
  }
  return movements;
}
