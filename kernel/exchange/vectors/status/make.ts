/** Every vector of status lists, by its path. The test beside the code checks that the files say the same. */
import { base64url, fromUtf8, utf8 } from '../../../bytes.ts';
import { canonical, type JsonObject } from '../../../canonical.ts';
import { header } from '../../../record/record.ts';
import type { RefusalCode } from '../../../refusal.ts';
import {
  anchorAZ, following, institution, keyEntry, part, pin, sign, type TestKey, testKey,
} from '../../../trust/vectors/authority.ts';
import { type StatusListStatement, signStatusList, statusListJson } from '../../status-list.ts';

export interface StatusVector {
  readonly about: string;
  readonly pin: JsonObject;
  /** Parts of the trust list, in the order in which they are accepted. */
  readonly parts: readonly string[];
  readonly now: string;
  readonly jwt: string;
  readonly expect?: { readonly issuer: string; readonly address: string; readonly revoked: readonly number[] };
  readonly code?: RefusalCode;
}

export const keys = {
  record: testKey('status list'),
  p256: testKey('status list P-256', 'ES256'),
  checkpoint: testKey('status list checkpoint'),
  spent: testKey('status list spent'),
};
const year = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] as const;
const entries = [
  keyEntry(keys.p256, 'record', ...year),
  keyEntry(keys.checkpoint, 'checkpoint', ...year),
  keyEntry(keys.spent, 'record', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'),
];
const post = (revokedAt?: string) =>
  institution('az.post', [keyEntry(keys.record, 'record', ...year, revokedAt), ...entries]);
const first = part('AZ', [institution('az.customs', []), post()]);
export const parts = [sign(first, anchorAZ)];
const revoking = following(first, { institutions: [institution('az.customs', []), post('2026-11-20T00:00:00Z')] });

/** Bits as zlib packs them; another program may pack the same bits into other bytes. */
const packed = {
  three: '1f8b0800000000000203edc131010000080320d7cc684637c61ee07600000000000000000000000000000080ae3ca812ba1d00400000',
  none: '1f8b0800000000000203edc13101000000c2a0f54f6d0c1fa000000000000000000000000000000080b70186d254ab00400000',
  short: '1f8b0800000000000203edc13101000000c2a0f54f6d0c1fa000000000000000000000000000000080b30109af858aff3f0000',
  longer: '1f8b0800000000000203edc121010000000220fd7fda1b062001000000000000000000000000000000000000e04007946328e0204e0000',
  bomb: `1f8b0800000000000203edc13101000000c2a0f54f6d085fa0${'00'.repeat(1016)}4e03288ba4c601001000`,
};
const now = Date.parse('2026-11-21T18:00:00.250Z');
const day = 86_400_000;
export const good: StatusListStatement = {
  address: 'http://post.az.example/status/az.post/1',
  issuerDid: 'did:web:post.az.example:az.post',
  validFrom: now,
  validUntil: now + day,
  ttl: 300_000,
  demonstration: true,
  packed: Uint8Array.fromHex(packed.three),
};
const json = statusListJson(good);
export const signed = (changes: Partial<StatusListStatement> = {}, by: TestKey = keys.record) =>
  signStatusList({ ...good, ...changes }, by.kid, by.signer);

/** Signs a text that no honest writer makes. */
function signedText(text: string, head = header('EdDSA', good.issuerDid, keys.record.kid)): string {
  const input = `${base64url(utf8(head))}.${base64url(utf8(text))}`;
  return `${input}.${base64url(keys.record.signNow(utf8(input)))}`;
}
const signedJson = (changes: JsonObject) => signedText(canonical({ ...json, ...changes }));
const withSubject = (changes: JsonObject) =>
  signedJson({ credentialSubject: { ...(json['credentialSubject'] as JsonObject), ...changes } });
const bits = (hex: string) => signed({ packed: Uint8Array.fromHex(hex) });

type Case = readonly [about: string, jwt: Promise<string> | string, changes?: Partial<StatusVector>];

const three = [0, 9, 131_071];
const valid: Readonly<Record<string, readonly [...Case, revoked?: readonly number[]]>> = {
  three: ['The first entry, one in the second byte, and the last are revoked.', signed()],
  es256: ['Signed with ES256.', signed({}, keys.p256)],
  none: ['Nothing is revoked.', bits(packed.none), {}, []],
  longer: ['160,000 entries; the last is revoked.', bits(packed.longer), {}, [159_999]],
  https: ['Its institution moved on to HTTPS.', signed({ address: good.address.replace('http', 'https') })],
  ahead: ['From five minutes ahead, as far as clocks may differ.', signed({ validFrom: now + 300_000 })],
  'last-moment': ['Just before its end.', signed({ validUntil: now + 1 })],
};

const malformed = 'status.malformed';
const other = 'http://customs.az.example/status/az.customs/1';
const refused: Readonly<Record<string, readonly [RefusalCode, ...Case]>> = {
  'key-use': ['trust.wrong-key-use', 'Signed with a checkpoint key.', signed({}, keys.checkpoint)],
  'key-unknown': ['trust.unknown-key', 'Signed by a stranger.', signed({}, testKey('stranger'))],
  'key-spent': ['trust.key-not-valid-then', 'Signed with a key whose time is over.', signed({}, keys.spent)],
  'key-spent-dated-back': [
    'trust.key-not-valid-then', 'The same, and dated back.', signed({ validFrom: now - 60 * day }, keys.spent),
  ],
  'key-revoked': [
    'trust.key-revoked', 'The key was revoked the day before.', signed(), { parts: [...parts, sign(revoking, anchorAZ)] },
  ],
  'signature-of-other-text': [malformed, 'The signature of another list.', exchanged()],
  'other-institution': [malformed, 'A list of another institution.', signed({ address: other })],
  'other-host': [malformed, 'On a host that is not the issuer’s.', signed({ address: 'http://x.example/status/az.post/1' })],
  'address-with-query': [malformed, 'An address with a query.', signed({ address: `${good.address}?x` })],
  'issuer-unknown': [
    'trust.unknown-institution', 'An institution that nobody knows.', signed({ issuerDid: 'did:web:x.example:az.x' }),
  ],
  production: ['trust.demonstration-mixed', 'From production, under a demonstration pin.', signed({ demonstration: false })],
  'mark-false': [malformed, 'A mark that is false.', signedJson({ samur: { demonstration: false } })],
  'too-short': [malformed, 'Eight entries too few.', bits(packed.short)],
  'too-long': [malformed, 'One byte more than may be unpacked.', bits(packed.bomb)],
  'not-packed': [malformed, 'Bits that are not packed.', bits('00'.repeat(64))],
  'bytes-after-end': [malformed, 'A byte after the end of the packed bits.', bits(`${packed.three}00`)],
  'ends-before': [malformed, 'An end that is no later than its beginning.', signed({ validUntil: now })],
  'no-end': [malformed, 'A time that is none.', signedJson({ validUntil: 'never' })],
  'time-form': [malformed, 'A time without milliseconds.', signedJson({ validUntil: '2026-11-22T18:00:00Z' })],
  'too-far-ahead': [malformed, 'From more than five minutes ahead.', signed({ validFrom: now + 300_001 })],
  over: ['status.stale', 'Its end has come.', signed({ validFrom: now - day, validUntil: now })],
  suspension: [malformed, 'Another purpose.', withSubject({ statusPurpose: 'suspension' })],
  multibase: [malformed, 'Bits under another multibase prefix.', withSubject({ encodedList: `z${base64url(good.packed)}` })],
  'ttl-text': [malformed, 'A time to live that is a text.', withSubject({ ttl: '300000' })],
  'unknown-member': [malformed, 'A further member.', signedJson({ name: 'x' })],
  spaces: [malformed, 'Spaces in the payload.', signedText(JSON.stringify(json, null, 1))],
  array: [malformed, 'A payload that is no object.', signedText('[]')],
  'header-other': [malformed, 'alg none.', signedText(canonical(json), '{"alg":"none"}')],
  text: [malformed, 'A page of text.', 'Not found.'],
};

async function exchanged(): Promise<string> {
  const [head, body] = (await signed()).split('.');
  return `${head}.${body}.${(await bits(packed.none)).split('.')[2]}`;
}

/** Path in this folder, and text. */
export async function vectorFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const base = { pin: pin(), parts, now: new Date(now).toISOString() };
  const add = (path: string, vector: StatusVector) => files.set(path, `${JSON.stringify(vector, null, 2)}\n`);
  for (const [name, [about, jwt, changes, revoked = three]] of Object.entries(valid)) {
    const text = await jwt;
    const body = Uint8Array.fromBase64(text.split('.')[1] ?? '', { alphabet: 'base64url' });
    const { id } = JSON.parse(fromUtf8(body) as string) as { id: string };
    add(`valid/${name}.json`, {
      about, ...base, jwt: text, ...changes, expect: { issuer: 'az.post', address: id, revoked },
    });
  }
  for (const [name, [code, about, jwt, changes]] of Object.entries(refused))
    add(`refused/${name}.json`, { about, code, ...base, jwt: await jwt, ...changes });
  return files;
}
