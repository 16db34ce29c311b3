/**
 * From an unchecked record to a verified one. The order matters: what is missing here (a trust part, a type's
 * version) makes a record wait and is asked first; then key, signature, entitlement, claims.
 */
import { type Catalogue, checkClaims, type LoadedType } from '../catalogue.ts';
import type { Crypto } from '../crypto.ts';
import type { SignedRecord, UncheckedRecord } from '../record/record.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Entitlement } from '../state/contribution.ts';
import { holdsFunction, type InstitutionKey, keyValidAt } from '../trust/institution.ts';
import { institutionAt, partAt, recordKey, termsAt } from '../trust/lookup.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { assertionFault } from './approval.ts';

declare const verified: unique symbol;
/** A record that holds by its contents: form, key, signature, entitlement, claims, and the assertions among them. */
export type VerifiedRecord = SignedRecord & { readonly type: LoadedType; readonly [verified]: true };

/** The version a record names that is not held here, as `trust AZ 3` or `type name/type 2`; undefined when none. */
export function waitsForVersion(record: UncheckedRecord, trust: TrustList, catalogue: Catalogue): string | undefined {
  const { samur } = record.payload;
  for (const [part, number] of Object.entries(samur.trust)) {
    const held = part === 'terms' ? termsAt(trust, number) : partAt(trust, part, number);
    // A country outside the corridor has no chain here and is refused later, not waited for.
    if (!held && (part === 'terms' || trust.chains.has(part))) return `trust ${part} ${number}`;
  }
  const inForce = versionInForce(record, trust);
  const type = catalogue.type(samur.profile, samur.type);
  if (inForce >= samur.version && !type?.checks.has(samur.version))
    return `type ${samur.profile}/${samur.type} ${samur.version}`;
  return undefined;
}

/** Highest version of the record's type under the common terms it names; 0 when not in force. */
function versionInForce(record: UncheckedRecord, trust: TrustList): number {
  const { samur } = record.payload;
  if (samur.profile === 'exchange') return 1;
  const { profiles = {} } = termsAt(trust, samur.trust['terms'] ?? 0)?.terms ?? {};
  // Names come from the record: `constructor` is no profile, though every object has one.
  const types = Object.hasOwn(profiles, samur.profile) ? profiles[samur.profile] : undefined;
  return types && Object.hasOwn(types, samur.type) ? (types[samur.type] ?? 0) : 0;
}

/** The key to check the signature with; `time` is the stated time unless a proved one is at hand. */
export function issuerKey(record: UncheckedRecord, trust: TrustList, time: number): InstitutionKey | Refusal {
  const { issuerDid, samur } = record.payload;
  for (const part of Object.keys(samur.trust))
    if (part !== 'terms' && !trust.chains.has(part))
      return refuse('trust.wrong-corridor', { name: part }, '/samur/trust');
  const key = recordKey(trust, `${issuerDid}#${record.kid}`, issuerDid, samur.trust);
  if (key instanceof Refusal) return key;
  if (key.institution !== samur.issuer) return refuse('trust.unknown-institution', { institution: samur.issuer });
  return keyValidAt(key, time)
    ? key
    : refuse('trust.key-not-valid-then', { institution: samur.issuer, kid: record.kid });
}

/** Entitlement and claims of a record whose signature was checked under `issuerKey`. */
export function openRecord(
  record: SignedRecord,
  trust: TrustList,
  catalogue: Catalogue,
  crypto: Crypto,
): VerifiedRecord | Refusal {
  const { samur, claims } = record.payload;
  if ((samur.demonstration === true) !== trust.pin.demonstration)
    return refuse('trust.demonstration-mixed', {}, '/samur/demonstration');
  const type = catalogue.type(samur.profile, samur.type);
  if (!type || versionInForce(record, trust) < samur.version)
    return refuse('record.unknown-type', { name: `${samur.profile}/${samur.type}`, number: samur.version });
  const { issuedBy, sentTo, follows } = type.declaration;
  const entitlement = entitlementOf(trust);
  if (!entitlement.holds(samur.issuer, issuedBy, samur.trust))
    return refuse('record.not-entitled', { institution: samur.issuer, function: issuedBy });
  for (const recipient of samur.to)
    if (!sentTo.some((name) => entitlement.holds(recipient, name, samur.trust)))
      return refuse('record.wrong-recipients', { institution: recipient }, '/samur/to');
  if (samur.about && !follows) return refuse('state.unknown-subject', {}, '/samur/about');
  const fault =
    checkClaims(type, samur.version, claims) ??
    (samur.profile === 'exchange' ? assertionFault(samur.type, claims, trust.pin.demonstration, crypto) : undefined);
  return fault ?? ({ ...record, type } as unknown as VerifiedRecord);
}

/** Answers of the trust list at the numbers a record names; `*` stands for any institution. */
export function entitlementOf(trust: TrustList): Entitlement {
  return {
    holds(institution, functionName, numbers) {
      const found = institutionAt(trust, institution, numbers);
      return !(found instanceof Refusal) && (functionName === '*' || holdsFunction(found, functionName));
    },
    firstHolder(country, functionName, numbers) {
      const part = partAt(trust, country, numbers[country] ?? 0);
      const holders = [...(part?.institutions.values() ?? [])].filter((one) => holdsFunction(one, functionName));
      return holders.map((one) => one.id).sort()[0];
    },
  };
}
