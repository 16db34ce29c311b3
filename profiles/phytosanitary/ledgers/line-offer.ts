/** What other profiles may do with the lines of certificates: customs takes from them what a declaration clears. */
import type { LedgerOffer } from '../../../kernel/profile.ts';
import type { Line } from '../claims/line.ts';
import { settleAgain } from '../settlement.ts';
import { accountsOf } from './line.ts';

/** Digits alone, however a certificate writes a code. */
const codesOf = ({ hs }: Line): readonly string[] =>
  (hs ?? []).map(({ code }) => (code ?? '').replace(/[^0-9]/g, '')).filter((code) => code !== '');

/**
 * Goods may move on a certificate that is in force: while the importing service asks, holds or refuses, and once the
 * certificate is taken back or its goods rejected, nothing more is taken from it.
 */
export const lineOffer: LedgerOffer = {
  movements: ['reserved', 'consumed'],
  types: ['certificate', 're-export-certificate'],
  states: ['issued', 'recognised', 'released', 'part-released'],
  accounts: (certificate) =>
    accountsOf(certificate).map(({ line, key }) => ({
      key,
      part: String(line.sequence),
      title: line.descriptions?.[0]?.text ?? line.botanicalNames?.[0]?.text ?? '',
      codes: codesOf(line),
    })),
  posted: settleAgain,
};
