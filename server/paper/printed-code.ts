/** The code that goes on the paper of one record. */
import { deflateRawSync } from 'node:zlib';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import { checkCode } from '../../kernel/paper/check-code.ts';
import { type Carried, type Deflate, type PrintedCode, writeCode } from '../../kernel/paper/code.ts';
import { dictionaryFor } from '../../kernel/paper/dictionaries.ts';
import type { UncheckedRecord } from '../../kernel/record/record.ts';
import { publicAddress } from '../../kernel/trust/institution.ts';
import { knownInstitution } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';

export const deflate: Deflate = (bytes, dictionary) => deflateRawSync(bytes, { level: 9, memLevel: 9, dictionary });

/** For a record that this server holds: its profile is loaded, its issuer stands in the trust list. */
export function printedCode(
  carried: Carried,
  record: Pick<UncheckedRecord, 'id' | 'payload'>,
  trust: TrustList,
  catalogue: Pick<Catalogue, 'profiles'>,
  crypto: Crypto,
): PrintedCode {
  const { issuer, profile: name } = record.payload.samur;
  const institution = knownInstitution(trust, issuer);
  const profile = catalogue.profiles.find((one) => one.name === name);
  if (!institution || !profile) throw new TypeError('record was not verified before');
  const link = { id: record.id, checkCode: checkCode(record, crypto), host: publicAddress(institution) };
  return writeCode(carried, link, dictionaryFor(profile, crypto), deflate);
}
