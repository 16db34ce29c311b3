/** What institutions are called, read from the served trust list: to be shown, never to be believed. */
import type { Text } from '../../../kernel/finding.ts';

/** As GET /api/trust answers: signed texts by country, the newest last. */
export interface ServedTrust {
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

export interface InstitutionEntry {
  readonly id: string;
  readonly names: Text;
  readonly functions: readonly string[];
  /** Host, with its port where it has one. */
  readonly domain: string;
}

/** By id, as last stated. What cannot be read is left out. */
export function institutionsIn({ parts }: ServedTrust): ReadonlyMap<string, InstitutionEntry> {
  const entries = Object.values(parts).flatMap((texts) => texts.flatMap(statedIn));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** The payload of a JWS with several signatures. */
function statedIn(signed: string): readonly InstitutionEntry[] {
  try {
    const { payload } = JSON.parse(signed) as { readonly payload: string };
    const bytes = Uint8Array.fromBase64(payload, { alphabet: 'base64url' });
    const stated = JSON.parse(new TextDecoder().decode(bytes)) as { institutions?: readonly InstitutionEntry[] };
    return stated.institutions ?? [];
  } catch {
    return [];
  }
}
