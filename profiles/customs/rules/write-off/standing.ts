/** How a line stands with all declarations: every answer about it tells that. */
import type { AccountView, View } from '../../../../kernel/profile.ts';
import type { WriteOffLine } from '../../claims/write-off.ts';
import { kilograms } from '../../mass.ts';
import { accountKey, certificateLedger } from '../../positions.ts';

const massOf = (account: AccountView | undefined, movement: string) => account?.byMovement.get(movement) ?? 0n;

export function standingOf(line: WriteOffLine, view: View) {
  const account = view.account(certificateLedger, accountKey(line));
  return {
    available: kilograms(account?.available ?? 0n),
    reserved: kilograms(massOf(account, 'reserved')),
    consumed: kilograms(massOf(account, 'consumed')),
  };
}

/** 10^-6 kg that may still be taken. */
export const availableOf = (line: WriteOffLine, view: View): bigint =>
  view.account(certificateLedger, accountKey(line))?.available ?? 0n;
