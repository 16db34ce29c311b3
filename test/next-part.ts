import { join } from 'node:path';
import type { JsonObject } from '../kernel/canonical.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { CommonTerms } from '../kernel/trust/common-terms.ts';
import { formatInstant } from '../kernel/trust/instant.ts';
import type { InstitutionEntry, KeyEntry, NationalPart } from '../kernel/trust/national-part.ts';
import { signDocument } from '../kernel/trust/signed-document.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { countryFolder } from '../server/founding.ts';
import { loadKey } from '../server/keys.ts';

/** The next part of a country, with its keys changed, signed by its anchor. */
export async function nextPart(
  data: string,
  trust: TrustList,
  country: string,
  change: (key: KeyEntry) => KeyEntry,
  added: readonly InstitutionEntry[] = [],
): Promise<string> {
  const anchor = await loadKey(join(countryFolder(data, country), 'anchor', 'anchor.json'), nodeCrypto, false);
  const last = trust.chains.get(country)?.parts.at(-1);
  if (anchor instanceof Refusal || !last) throw new Error('no anchor');
  const part: NationalPart = {
    ...last.part,
    number: last.part.number + 1,
    previous: last.digest,
    issued: formatInstant(Date.now()),
    institutions: [...last.part.institutions.map((one) => ({ ...one, keys: one.keys.map(change) })), ...added],
  };
  return signDocument(part as unknown as JsonObject, [{ kid: anchor.kid, signer: anchor }]);
}

/** The next common terms with other time limits, signed by both anchors; `now` in ms since 1970. */
export async function nextTerms(
  data: string,
  trust: TrustList,
  limits: CommonTerms['limits'],
  now: number,
): Promise<string> {
  const last = trust.terms.at(-1);
  if (!last) throw new Error('no terms');
  const terms = {
    ...last.terms,
    number: last.terms.number + 1,
    previous: last.digest,
    issued: formatInstant(now),
    limits,
  };
  const signers = [];
  for (const country of trust.chains.keys()) {
    const anchor = await loadKey(join(countryFolder(data, country), 'anchor', 'anchor.json'), nodeCrypto, false);
    if (anchor instanceof Refusal) throw new Error('no anchor');
    signers.push({ kid: anchor.kid, signer: anchor });
  }
  return signDocument(terms as unknown as JsonObject, signers);
}
