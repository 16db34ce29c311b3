/**
 * The trust list to judge a file by. A file may carry an old list, so that a revocation that came later stays
 * unseen: what the verifier already holds of the same chains counts as well.
 */
import type { Json } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { exportTrust, importTrust } from '../trust/bundle.ts';
import type { Pin } from '../trust/pin.ts';
import type { Accepted, TrustList } from '../trust/trust-list.ts';

/** `known` must come from the same pin. Two different documents under one number are refused: `trust.conflict`. */
export function newestTrust(
  pin: Pin,
  exported: Json,
  known: TrustList | undefined,
  crypto: Crypto,
): TrustList | Refusal {
  const stated = importTrust(pin, exported, crypto);
  if (stated instanceof Refusal || !known) return stated;
  const parts: Record<string, readonly string[]> = {};
  for (const [country, chain] of stated.chains) {
    const longest = longer(chain.parts, known.chains.get(country)?.parts ?? []);
    if (!longest) return refuse('trust.conflict', { part: country }, `/parts/${country}`);
    parts[country] = longest.map(({ signed }) => signed);
  }
  const terms = longer(stated.terms, known.terms);
  if (!terms) return refuse('trust.conflict', { part: 'terms' }, '/terms');
  return importTrust(pin, { ...exportTrust(stated), parts, terms: terms.map(({ signed }) => signed) }, crypto);
}

/** The longer of two chains, if it begins with the whole shorter one. */
function longer<T extends Accepted>(a: readonly T[], b: readonly T[]): readonly T[] | undefined {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  return short.every(({ digest }, index) => digest === long[index]?.digest) ? long : undefined;
}
