/**
 * The trust list of this page. The first visit keeps the anchor keys that the host names; from then on no other ones are
 * taken in silence, and never an older list than the kept one. Pure but for the store and the question handed in.
 */
import { canonical, type Json } from '../../kernel/canonical.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import { newestTrust } from '../../kernel/exchange/evidence-trust.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { exportTrust, importTrust } from '../../kernel/trust/bundle.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import { type Pin, pinJson, readPin } from '../../kernel/trust/pin.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';

/** Texts by name that stay over visits. Nothing stays where the browser keeps nothing. */
export interface Store {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
}

export const pinName = 'samur.pin';
export const trustName = 'samur.trust';

export type TrustWarning =
  | { readonly kind: 'other-anchors'; readonly kept: Pin; readonly served: Pin }
  | { readonly kind: 'older' }
  | { readonly kind: 'unreadable'; readonly refusal: Refusal };

export interface HeldTrust {
  readonly trust?: TrustList;
  /** When this host last gave it, ms since 1970. */
  readonly received?: number;
  /** True when the host has just given it. */
  readonly fresh: boolean;
  readonly warning?: TrustWarning;
}

interface Kept {
  readonly pin?: Pin;
  readonly trust?: TrustList;
  readonly received?: number;
}

/** `ask` gives the text of /api/trust, undefined when nobody answers. */
export async function loadTrust(
  store: Store,
  ask: () => Promise<string | undefined>,
  crypto: Crypto,
  now: () => number,
): Promise<HeldTrust> {
  const kept = readKept(store, crypto);
  const old = { ...(kept.trust && { trust: kept.trust, received: kept.received ?? 0 }), fresh: false };
  const text = await ask();
  if (text === undefined) return old;
  const served = parse(text);
  const servedPin = pinIn(served, crypto);
  if (servedPin instanceof Refusal) return { ...old, warning: { kind: 'unreadable', refusal: servedPin } };
  const pin = kept.pin ?? servedPin;
  if (!samePin(pin, servedPin)) return { ...old, warning: { kind: 'other-anchors', kept: pin, served: servedPin } };
  const newest = newestTrust(pin, served, kept.trust, crypto);
  if (newest instanceof Refusal) return { ...old, warning: { kind: 'unreadable', refusal: newest } };
  const received = now();
  keep(store, newest, received);
  const alone = kept.trust && importTrust(pin, served, crypto);
  const older = alone && !(alone instanceof Refusal) && isOlder(alone, newest);
  return { trust: newest, received, fresh: true, ...(older && { warning: { kind: 'older' } }) };
}

/** After a person has compared the anchor keys: the next visit takes those that the host names. */
export function forgetTrust(store: Store): void {
  store.write(pinName, '');
  store.write(trustName, '');
}

/** What is kept is read as strictly as what is served: other pages of the host may have written it. */
function readKept(store: Store, crypto: Crypto): Kept {
  const pin = readPin(parse(store.read(pinName) ?? ''), crypto);
  if (pin instanceof Refusal) return {};
  const kept = parse(store.read(trustName) ?? '');
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return { pin };
  const { list, received } = kept as { readonly list?: Json; readonly received?: Json };
  const trust = list === undefined ? undefined : importTrust(pin, list, crypto);
  if (trust === undefined || trust instanceof Refusal || typeof received !== 'number') return { pin };
  return { pin, trust, received };
}

function keep(store: Store, trust: TrustList, received: number): void {
  store.write(pinName, JSON.stringify(pinJson(trust.pin)));
  store.write(trustName, JSON.stringify({ list: exportTrust(trust), received }));
}

function pinIn(served: Json, crypto: Crypto): Pin | Refusal {
  if (typeof served !== 'object' || served === null || Array.isArray(served)) return refuse('trust.malformed');
  return readPin((served as { readonly pin?: Json }).pin ?? null, crypto);
}

const samePin = (a: Pin, b: Pin): boolean => canonical(pinJson(a)) === canonical(pinJson(b));

function isOlder(served: TrustList, newest: TrustList): boolean {
  const held = numbers(served);
  return Object.entries(numbers(newest)).some(([part, number]) => number > (held[part] ?? 0));
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
