/** Every vector of this folder, by its path. The test beside the code checks that the files say the same. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base64url, concat, fromBase64url, utf8 } from '../../bytes.ts';
import { canonical, type Json, type JsonObject } from '../../canonical.ts';
import type { SignatureAlgorithm } from '../../crypto.ts';
import { Refusal, type RefusalCode } from '../../refusal.ts';
import { maxRecordBytes } from '../record.ts';

/** A public key as the trust list gives it; `bytes` is hex. */
export interface VectorKey {
  readonly algorithm: SignatureAlgorithm;
  readonly bytes: string;
}
export interface Vector {
  readonly about: string;
  readonly jws: string;
  readonly key: VectorKey;
  readonly id?: string;
  readonly code?: RefusalCode;
}

const seed = (name: string) => sha256(utf8(`samur record vectors: ${name}`));
const edSecret = seed('Ed25519');
const ecSecret = seed('P-256');
const edKey: VectorKey = { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(edSecret).toHex() };
const ecKey: VectorKey = { algorithm: 'ES256', bytes: p256.getPublicKey(ecSecret, false).toHex() };
const otherKey: VectorKey = { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(seed('stranger')).toHex() };

const did = 'did:web:post.az.example:az.post';
const hex = (digit: string) => digit.repeat(64);

const samur: JsonObject = {
  annexes: [],
  basis: [{ origin: 'post.ru.example/ru.post/az.post/1', root: hex('a'), size: 7 }],
  issuer: 'az.post',
  nonce: 'AAECAwQFBgcICQoLDA0ODw',
  profile: 'parcel',
  to: ['ru.post'],
  trust: { AZ: 3, RU: 2, terms: 1 },
  type: 'parcel',
  version: 1,
};
const payload: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://samur.example/ns/record/v1'],
  credentialSubject: { load: '120', number: 'Ə-17 «Самур»', receiver: 'ru.post' },
  issuer: did,
  samur,
  type: ['VerifiableCredential', 'SamurRecord'],
  validFrom: '2026-11-21T18:00:00.000Z',
};
const header: JsonObject = { alg: 'EdDSA', cty: 'vc', kid: `${did}#key-1`, typ: 'vc+jwt' };

const encode = (text: string) => base64url(utf8(text));

function signature(input: string, algorithm: string): Uint8Array {
  if (algorithm === 'ES256') return p256.sign(utf8(input), ecSecret, { lowS: true, prehash: true, format: 'compact' });
  return ed25519.sign(utf8(input), edSecret);
}

/** Signs texts that need not be canonical, as a careless or a dishonest issuer would. */
function signedTexts(headText: string, payloadText: string, algorithm = 'EdDSA'): string {
  const input = `${encode(headText)}.${encode(payloadText)}`;
  return `${input}.${base64url(signature(input, algorithm))}`;
}

function signed(value: Json, head: JsonObject = header): string {
  return signedTexts(canonical(head), canonical(value), String(head['alg']));
}

const withSamur = (members: JsonObject): JsonObject => ({ ...payload, samur: { ...samur, ...members } });
const withPayload = (members: JsonObject): JsonObject => ({ ...payload, ...members });
const withHeader = (members: JsonObject) => signed(payload, { ...header, ...members });

const statusOf = (index: string, list = 'https://post.az.example:8443/status/az.post/1'): JsonObject => ({
  statusListCredential: list,
  statusListIndex: index,
  statusPurpose: 'revocation',
  type: 'BitstringStatusListEntry',
});
const withStatus = (status: JsonObject): JsonObject => withPayload({ credentialStatus: status });
/** An address of 400 characters, and one of 401. */
const longList = (letters: number): string => `https://${'a'.repeat(letters)}.example/status/az.post/1`;

const good = signed(payload);
const es256Header = { ...header, alg: 'ES256' };
const goodEs256 = signed(payload, es256Header);
const text = canonical(payload);

const part = (jws: string, index: number) => jws.split('.')[index] as string;
function withPart(jws: string, index: number, change: (old: string) => string): string {
  return jws
    .split('.')
    .map((old, at) => (at === index ? change(old) : old))
    .join('.');
}

/** Same bytes, other last character: bits that base64url does not use are set. */
function spareBits(old: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return old.slice(0, -1) + alphabet[alphabet.indexOf(old.at(-1) as string) + 1];
}

function withSignature(jws: string, change: (old: Uint8Array) => Uint8Array): string {
  const old = fromBase64url(part(jws, 2));
  if (old instanceof Refusal) throw new TypeError('made above');
  return withPart(jws, 2, () => base64url(change(old)));
}

const big = (bytes: Uint8Array) => BigInt(`0x${bytes.toHex()}`);
const bytesOf = (value: bigint) => Uint8Array.fromHex(value.toString(16).padStart(64, '0'));
const highS = (old: Uint8Array) =>
  concat(old.subarray(0, 32), bytesOf(p256.Point.Fn.ORDER - big(old.subarray(32))));
const plusL = (old: Uint8Array) =>
  concat(old.subarray(0, 32), bytesOf(big(old.subarray(32).toReversed()) + ed25519.Point.Fn.ORDER).toReversed());

/** R is the neutral point: S·B − k·A is it too, so that the equation holds. */
function withNeutralR(jws: string): string {
  const signed = utf8(jws.slice(0, jws.lastIndexOf('.')));
  const r = ed25519.Point.ZERO.toBytes();
  const k = big(sha512(concat(r, Uint8Array.fromHex(edKey.bytes), signed)).toReversed());
  const s = (k * ed25519.utils.getExtendedPublicKey(edSecret).scalar) % ed25519.Point.Fn.ORDER;
  return withSignature(jws, () => concat(r, bytesOf(s).toReversed()));
}

const longest = `${'a'.repeat(218)}/${'ru.'.padEnd(64, 'b')}/${Number.MAX_SAFE_INTEGER}`;
const basisOf = (origin: string): JsonObject => withSamur({ basis: [{ origin, root: hex('a'), size: 7 }] });

function nested(depth: number): Json {
  let value: Json = 'x';
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

/** A payload whose base64url needs spare bits, so that they can be set. */
const oddPayload = [0, 1, 2]
  .map((length) => signed(withPayload({ credentialSubject: { note: 'x'.repeat(length) } })))
  .find((jws) => part(jws, 1).length % 4 !== 0) as string;

const valid: Record<string, Omit<Vector, 'id'>> = {
  eddsa: { about: 'EdDSA; claims in three scripts.', jws: good, key: edKey },
  es256: { about: 'ES256 with s in the lower half.', jws: goodEs256, key: ecKey },
  'follow-up': {
    about: 'A follow-up with annexes, several recipients and an empty basis.',
    jws: signed(
      withSamur({
        about: { after: [hex('1'), hex('2')], id: hex('3') },
        annexes: [{ digest: hex('4'), mediaType: 'application/pdf', name: 'Rəy.pdf', size: 0 }],
        basis: [],
        to: ['az.customs', 'ru.customs', 'ru.post'],
      }),
    ),
    key: edKey,
  },
  'deepest-claims': {
    about: 'Claims as deep as they may be: 32 levels below the payload.',
    jws: signed(withPayload({ credentialSubject: { deep: nested(30) } })),
    key: edKey,
  },
  'longest-origin': { about: 'An origin of 300 characters in the basis.', jws: signed(basisOf(longest)), key: edKey },
  'no-claims': { about: 'Claims are for the profile to check.', jws: signed(withPayload({ credentialSubject: {} })), key: edKey },
  'status-entry': { about: 'An entry of a status list.', jws: signed(withStatus(statusOf('94567'))), key: edKey },
  'status-first': { about: 'The first entry of a list.', jws: signed(withStatus(statusOf('0'))), key: edKey },
  'status-last': {
    about: 'The last entry of a list whose address has 400 characters.',
    jws: signed(withStatus(statusOf('131071', longList(400 - longList(0).length)))),
    key: edKey,
  },
  'own-proto-member': {
    about: 'A member called __proto__ is a member as any other.',
    jws: signedTexts(canonical(header), text.replace('{"load"', '{"__proto__":{"x":1},"load"')),
    key: edKey,
  },
};

const refusedOf = (about: string, code: RefusalCode, jws: string, key: VectorKey = edKey): Vector => ({ about, code, jws, key });
const edited = (from: string, to: string) => {
  if (!text.includes(from)) throw new TypeError(from);
  return signedTexts(canonical(header), text.replace(from, to));
};
const badPayload = (about: string, value: JsonObject) => refusedOf(about, 'record.bad-payload', signed(value));

const refused: Record<string, Vector> = {
  'two-parts': refusedOf('No signature part.', 'record.malformed', good.slice(0, good.lastIndexOf('.'))),
  'four-parts': refusedOf('A fourth part.', 'record.malformed', `${good}.AAAA`),
  'header-padding': refusedOf('Header with padding.', 'input.bad-base64', withPart(good, 0, (old) => `${old}=`)),
  'payload-padding': refusedOf('Payload with padding.', 'input.bad-base64', withPart(oddPayload, 1, (old) => `${old}=`)),
  'payload-spare-bits': refusedOf('Spare bits set in the payload.', 'input.bad-base64', withPart(oddPayload, 1, spareBits)),
  'payload-white-space': refusedOf('A line break inside the payload.', 'input.bad-base64', withPart(good, 1, (old) => `${old.slice(0, 8)}\n${old.slice(8)}`)),
  'payload-standard-base64': refusedOf('Standard alphabet instead of base64url.', 'input.bad-base64', withPart(good, 1, (old) => `${old.slice(0, 4)}+/+/${old.slice(8)}`)),
  'signature-padding': refusedOf('Signature with padding.', 'record.non-canonical-signature', `${good}==`),
  'signature-spare-bits': refusedOf('Spare bits set in the signature.', 'record.non-canonical-signature', withPart(good, 2, spareBits)),
  'signature-white-space': refusedOf('A space after the signature.', 'record.non-canonical-signature', `${good} `),
  'signature-short': refusedOf('63 bytes of signature.', 'record.non-canonical-signature', withSignature(good, (old) => old.subarray(1))),
  'signature-empty': refusedOf('No bytes of signature.', 'record.non-canonical-signature', withPart(good, 2, () => '')),
  'es256-high-s': refusedOf('The other s of the same signature.', 'record.non-canonical-signature', withSignature(goodEs256, highS), ecKey),
  'eddsa-s-plus-l': refusedOf('S + L instead of S.', 'record.non-canonical-signature', withSignature(good, plusL)),
  'eddsa-wrong': refusedOf('One bit of R is another.', 'record.bad-signature', withSignature(good, (old) => old.with(0, old[0]! ^ 1))),
  'eddsa-small-r': refusedOf('R is the neutral point, of small order; R = S·B − k·A holds.', 'record.bad-signature', withNeutralR(good)),
  'es256-wrong': refusedOf('One bit of r is another.', 'record.bad-signature', withSignature(goodEs256, (old) => old.with(0, old[0]! ^ 1)), ecKey),
  'signature-zero': refusedOf('64 zero bytes.', 'record.bad-signature', withSignature(good, () => new Uint8Array(64))),
  'other-key': refusedOf('Signed with another key than the one it is checked with.', 'record.bad-signature', good, otherKey),
  'payload-changed': refusedOf('Another payload under the same signature.', 'record.bad-signature', withPart(good, 1, () => part(oddPayload, 1))),
  'algorithm-mismatch': refusedOf('An EdDSA header, a P-256 key.', 'record.unsupported-algorithm', good, ecKey),
  'algorithm-none': refusedOf('alg none.', 'record.unsupported-algorithm', withHeader({ alg: 'none' })),
  'algorithm-es384': refusedOf('An algorithm that is not registered here.', 'record.unsupported-algorithm', withHeader({ alg: 'ES384' })),
  'header-crit': refusedOf('crit, RFC 7515 §4.1.11.', 'record.bad-header', withHeader({ crit: ['b64'], b64: false })),
  'header-unknown-member': refusedOf('A key inside the header.', 'record.bad-header', withHeader({ jwk: { kty: 'OKP' } })),
  'header-typ': refusedOf('Another typ.', 'record.bad-header', withHeader({ typ: 'JWT' })),
  'header-array': refusedOf('A header that is no object.', 'record.bad-header', signedTexts('[]', text)),
  'header-spaces': refusedOf('Spaces in the header.', 'input.not-canonical', signedTexts(JSON.stringify(header, null, 1), text)),
  'kid-without-key': refusedOf('kid names no key.', 'record.bad-header', withHeader({ kid: `${did}#` })),
  'kid-other-did': refusedOf('kid of another DID than the issuer.', 'record.bad-header', withHeader({ kid: 'did:web:other.example:az.post#key-1' })),
  'json-spaces': refusedOf('Spaces in the payload.', 'input.not-canonical', edited('"issuer":', '"issuer": ')),
  'json-member-order': refusedOf('Members in another order.', 'input.not-canonical', edited('"load":"120","number":"Ə-17 «Самур»"', '"number":"Ə-17 «Самур»","load":"120"')),
  'json-doubled-member': refusedOf('A doubled member.', 'input.not-canonical', edited('"load":"120"', '"load":"120","load":"120"')),
  'json-doubled-member-other': refusedOf('A doubled member with another value first.', 'input.not-canonical', edited('"load":"120"', '"load":"999","load":"120"')),
  'json-number-fraction-form': refusedOf('1.0 for 1.', 'input.not-canonical', edited('"version":1', '"version":1.0')),
  'json-number-exponent': refusedOf('1e0 for 1.', 'input.not-canonical', edited('"version":1', '"version":1e0')),
  'json-number-minus-zero': refusedOf('-0.', 'input.not-canonical', edited('"size":7', '"size":-0')),
  'json-number-fraction': refusedOf('A fraction: quantities are decimal texts.', 'input.not-canonical', edited('"load":"120"', '"load":1.5')),
  'json-number-unsafe': refusedOf('2^53: parsers differ on it.', 'input.not-canonical', edited('"load":"120"', '"load":9007199254740992')),
  'json-escape': refusedOf('An escape that is not needed.', 'input.not-canonical', edited('"load"', '"\\u006coad"')),
  'json-lone-surrogate': refusedOf('A lone surrogate.', 'input.not-canonical', edited('"120"', '"\\ud800"')),
  'json-byte-order-mark': refusedOf('A byte order mark.', 'input.not-json', signedTexts(canonical(header), `\ufeff${text}`)),
  'json-broken': refusedOf('Cut off.', 'input.not-json', signedTexts(canonical(header), text.slice(0, -1))),
  'not-utf8': refusedOf('An overlong UTF-8 sequence.', 'input.not-utf8', (() => {
    const input = `${part(good, 0)}.${base64url(concat(utf8('{"a":"'), Uint8Array.of(0xc0, 0xaf), utf8('"}')))}`;
    return `${input}.${base64url(signature(input, 'EdDSA'))}`;
  })()),
  'too-deep': refusedOf('Claims one level too deep.', 'input.too-deep', tooDeep('deep')),
  'too-large': refusedOf('One byte more than 256 KiB.', 'input.too-large', tooLarge()),
  'payload-unknown-member': badPayload('A member that the payload does not know.', withPayload({ validUntil: '2027-01-01T00:00:00.000Z' })),
  'samur-unknown-member': badPayload('A member that samur does not know.', withSamur({ priority: 1 })),
  'samur-proto-member': refusedOf('A member called __proto__ where members are closed.', 'record.bad-payload', edited('"annexes":[]', '"__proto__":{},"annexes":[]')),
  'samur-missing-member': badPayload('No nonce.', withPayload({ samur: Object.fromEntries(Object.entries(samur).filter(([name]) => name !== 'nonce')) })),
  'context-other': badPayload('Another context.', withPayload({ '@context': ['https://www.w3.org/ns/credentials/v2'] })),
  'nonce-spare-bits': badPayload('A nonce of 128 bits with spare bits set.', withSamur({ nonce: 'AAECAwQFBgcICQoLDA0OD_' })),
  'nonce-short': badPayload('A nonce of 120 bits.', withSamur({ nonce: 'AAECAwQFBgcICQoLDA0O' })),
  'to-empty': badPayload('No recipient.', withSamur({ to: [] })),
  'to-unsorted': badPayload('Recipients out of order.', withSamur({ to: ['ru.post', 'ru.customs'] })),
  'to-doubled': badPayload('A recipient twice.', withSamur({ to: ['ru.post', 'ru.post'] })),
  'to-issuer': refusedOf('The issuer among the recipients.', 'record.wrong-recipients', signed(withSamur({ to: ['az.post', 'ru.post'] }))),
  'to-issuer-after-unsorted': badPayload('The issuer among the recipients, and past out of order: the form is judged first.', withSamur({ about: { after: [hex('2'), hex('1')], id: hex('3') }, to: ['az.post', 'ru.post'] })),
  'basis-origin-long': badPayload('An origin of 301 characters in the basis.', basisOf(`a${longest}`)),
  'basis-unsorted': badPayload('Basis out of order.', withSamur({ basis: ['b/1', 'a/1'].map((origin) => ({ origin, root: hex('a'), size: 1 })) })),
  'basis-doubled': badPayload('One channel twice in the basis.', withSamur({ basis: [1, 2].map((size) => ({ origin: 'a/1', root: hex('a'), size })) })),
  'basis-negative-size': badPayload('A negative size.', withSamur({ basis: [{ origin: 'a/1', root: hex('a'), size: -1 }] })),
  'annexes-unsorted': badPayload('Annexes out of order.', withSamur({ annexes: ['5', '4'].map((digit) => ({ digest: hex(digit), mediaType: 'text/plain', name: 'a', size: 1 })) })),
  'after-unsorted': badPayload('Past out of order.', withSamur({ about: { after: [hex('2'), hex('1')], id: hex('3') } })),
  'id-upper-case': badPayload('An id in capitals.', withSamur({ about: { after: [], id: hex('A') } })),
  'trust-two-numbers': badPayload('Common terms are not named.', withSamur({ trust: { AZ: 1, RU: 1 } })),
  'trust-without-terms': badPayload('Three numbers, none of them of the common terms.', withSamur({ trust: { AZ: 1, GE: 1, RU: 1 } })),
  'version-text': badPayload('A number as text.', withSamur({ version: '1' })),
  'status-index-too-large': badPayload('An entry beyond the last.', withStatus(statusOf('131072'))),
  'status-index-leading-zero': badPayload('An index with a leading zero.', withStatus(statusOf('07'))),
  'status-index-number': badPayload('An index as a number.', withStatus({ ...statusOf('7'), statusListIndex: 7 })),
  'status-index-sign': badPayload('An index with a sign.', withStatus(statusOf('-1'))),
  'status-list-other-issuer': badPayload('A list of another institution.', withStatus(statusOf('7', 'https://post.az.example/status/ru.post/1'))),
  'status-list-scheme': badPayload('A list that is not fetched over HTTP.', withStatus(statusOf('7', 'ftp://post.az.example/status/az.post/1'))),
  'status-list-query': badPayload('A list whose address has a query.', withStatus(statusOf('7', 'https://post.az.example/status/az.post/1?x'))),
  'status-list-long': badPayload('A list whose address has 401 characters.', withStatus(statusOf('7', longList(401 - longList(0).length)))),
  'status-list-number-zero': badPayload('Lists are counted from 1.', withStatus(statusOf('7', 'https://post.az.example/status/az.post/0'))),
  'status-purpose-other': badPayload('Another purpose.', withStatus({ ...statusOf('7'), statusPurpose: 'suspension' })),
  'status-type-other': badPayload('Another type of entry.', withStatus({ ...statusOf('7'), type: 'StatusList2021Entry' })),
  'status-unknown-member': badPayload('A member that an entry does not know.', withStatus({ ...statusOf('7'), id: 'https://post.az.example/status/az.post/1#7' })),
  'status-array': badPayload('Two entries.', withPayload({ credentialStatus: [statusOf('7'), statusOf('8')] })),
  'date-31-february': badPayload('31 February.', withPayload({ validFrom: '2026-02-31T00:00:00.000Z' })),
  'date-24-hours': badPayload('Hour 24.', withPayload({ validFrom: '2026-11-21T24:00:00.000Z' })),
  'date-leap-second': badPayload('Second 60.', withPayload({ validFrom: '2026-12-31T23:59:60.000Z' })),
  'date-offset': badPayload('A time with an offset.', withPayload({ validFrom: '2026-11-21T22:00:00.000+04:00' })),
  'date-without-milliseconds': badPayload('A time without milliseconds.', withPayload({ validFrom: '2026-11-21T18:00:00Z' })),
};

function tooDeep(member: string): string {
  const deep = `${'['.repeat(31)}"x"${']'.repeat(31)}`;
  return signedTexts(canonical(header), text.replace('{"load"', `{"${member}":${deep},"load"`));
}

function tooLarge(): string {
  const length = (note: string) => signed(withPayload({ credentialSubject: { note } })).length;
  const most = Math.floor(((maxRecordBytes - length('')) * 3) / 4);
  for (let count = most - 4; ; count++) {
    const jws = signed(withPayload({ credentialSubject: { note: 'x'.repeat(count) } }));
    if (jws.length > maxRecordBytes) return jws;
  }
}

/** Path in this folder, and text. */
export function vectorFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const add = (path: string, vector: Vector) => files.set(path, `${JSON.stringify(vector, null, 2)}\n`);
  for (const [name, vector] of Object.entries(valid)) {
    const id = sha256(utf8(vector.jws.slice(0, vector.jws.lastIndexOf('.')))).toHex();
    add(`valid/${name}.json`, { ...vector, id });
  }
  for (const [name, vector] of Object.entries(refused)) add(`refused/${name}.json`, vector);
  return files;
}
