/** Which texts printed codes are packed with. */
import type { Catalogue } from '../catalogue.ts';
import type { Crypto } from '../crypto.ts';
import type { Profile } from '../profile.ts';
import { type Dictionary, dictionaryOf } from './code.ts';

/** What every record says, for profiles that have no text of their own. Never changes: codes were packed with it. */
export const recordDictionary =
  '"about":{"after":["],"id":""},"annexes":[{"digest":"","mediaType":"application/pdf","name":"","size":0}],' +
  '"demonstration":true,' +
  '"credentialStatus":{"statusListCredential":"https:///status//1","statusListIndex":"","statusPurpose":"revocation",' +
  '"type":"BitstringStatusListEntry"},' +
  '{"alg":"ES256","cty":"vc","kid":"did:web:","typ":"vc+jwt"}{"alg":"EdDSA","cty":"vc","kid":"did:web:","typ":"vc+jwt"}\n' +
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://samur.example/ns/record/v1"],"credentialSubject":{"' +
  '"},"issuer":"did:web:","samur":{"annexes":[],"basis":[{"origin":"","root":"","size":1}],"issuer":"","nonce":"' +
  '","profile":"","to":[""],"trust":{"terms":1},"type":"","version":1},"type":["VerifiableCredential","SamurRecord"],' +
  '"validFrom":"2026-T:00:00.000Z"}';

/** Every text that a code of these profiles may be packed with. */
export function dictionariesOf(catalogue: Pick<Catalogue, 'profiles'>, crypto: Crypto): readonly Dictionary[] {
  const texts = catalogue.profiles.flatMap(({ dictionaries = [] }) => dictionaries);
  return [recordDictionary, ...texts].map((text) => dictionaryOf(text, crypto));
}

/** The one that codes are written with now: the newest. */
export function dictionaryFor(profile: Pick<Profile, 'dictionaries'>, crypto: Crypto): Dictionary {
  return dictionaryOf(profile.dictionaries?.at(-1) ?? recordDictionary, crypto);
}
