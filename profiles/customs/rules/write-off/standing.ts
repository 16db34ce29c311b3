/** How a line stands with all declarations: every answer about it tells that. */
import type { AccountView, View } from '../../../../kernel/profile.ts';
import type { WriteOffLine } from '../../claims/write-off.ts';
import { kilograms } from '../../mass.ts';
import { accountKey, certificateLedger } from '../../positions.ts';

const massOf = (account: AccountView | undefined, movement: string) => account?.byMovement.get(movement) ?? 0n;

/** 10^-6 kg. */
interface Amounts {
  readonly available: bigint;
  readonly reserved: bigint;
  readonly consumed: bigint;
}

const nothing: Amounts = { available: 0n, reserved: 0n, consumed: 0n };

/** In kilograms; `more` is added. */
export function standingOf(line: WriteOffLine, view: View, more: Amounts = nothing) {
  const account = view.account(certificateLedger, accountKey(line));
  return {
    available: kilograms((account?.available ?? 0n) + more.available),
    reserved: kilograms(massOf(account, 'reserved') + more.reserved),
    consumed: kilograms(massOf(account, 'consumed') + more.consumed),
  };
}

/** 10^-6 kg that may still be taken. */
export const availableOf = (line: WriteOffLine, view: View): bigint =>
  view.account(certificateLedger, accountKey(line))?.available ?? 0n;
