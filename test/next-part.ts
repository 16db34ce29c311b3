import { join } from 'node:path';
import type { JsonObject } from '../kernel/canonical.ts';
import { Refusal } from '../kernel/refusal.ts';
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
