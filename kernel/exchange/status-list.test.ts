import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { base64url, fromBase64url, utf8 } from '../bytes.ts';
import { canonical, type JsonObject } from '../canonical.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { payloadSchema } from '../record/payload.ts';
import { draftRecord, header, readRecord, signRecord } from '../record/record.ts';
import { Refusal } from '../refusal.ts';
import { acceptPart } from '../trust/accept-part.ts';
import { readPin } from '../trust/pin.ts';
import { foundTrust, type TrustList } from '../trust/trust-list.ts';
import {
  anchorAZ,
  following,
  institution,
  keyEntry,
  part,
  pin,
  sign,
  type TestKey,
  testKey,
} from '../trust/vectors/authority.ts';
import {
  openStatusList,
  type StatusList,
  type StatusListStatement,
  signStatusList,
  statusBits,
  statusListBits,
  statusListJson,
  statusOf,
} from './status-list.ts';

function must<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${value.path}`);
  return value;
}

const key = testKey('status list');
const p256Key = testKey('status list P-256', 'ES256');
const logKey = testKey('status list checkpoint');
const spent = testKey('status list spent');
const year = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] as const;
const keys = [
  keyEntry(key, 'record', ...year),
  keyEntry(p256Key, 'record', ...year),
  keyEntry(logKey, 'checkpoint', ...year),
  keyEntry(spent, 'record', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'),
];
const first = part('AZ', [institution('az.customs', []), institution('az.post', keys)]);
const found = (demonstration: boolean): TrustList => foundTrust(must(readPin(pin(demonstration), nodeCrypto)));
const trust = must(acceptPart(found(true), sign(first, anchorAZ), nodeCrypto));
const revoking = following(first, {
  institutions: [
    institution('az.customs', []),
    institution('az.post', [keyEntry(key, 'record', ...year, '2026-11-20T00:00:00Z'), ...keys.slice(1)]),
  ],
});
const now = Date.parse('2026-11-21T18:00:00.250Z');
const day = 86_400_000;
const gzip = (bits: Uint8Array) => new Uint8Array(gzipSync(bits));

const good: StatusListStatement = {
  address: 'http://post.az.example/status/az.post/1',
  issuerDid: 'did:web:post.az.example:az.post',
  validFrom: now,
  validUntil: now + day,
  ttl: 300_000,
  demonstration: true,
  packed: gzip(statusBits([0, 9, 131_071])),
};
const entry = (index: number, list = good.address) => ({ list, index });
const signed = (changes: Partial<StatusListStatement> = {}, by: TestKey = key) =>
  signStatusList({ ...good, ...changes }, by.kid, by.signer);

/** Signs a text that no honest writer makes. */
function signedText(text: string, head = header('EdDSA', good.issuerDid, key.kid)): string {
  const input = `${base64url(utf8(head))}.${base64url(utf8(text))}`;
  return `${input}.${base64url(key.signNow(utf8(input)))}`;
}
const signedJson = (changes: JsonObject) => signedText(canonical({ ...statusListJson(good), ...changes }));

async function opened(jwt: string, at = now, by: TrustList = trust): Promise<StatusList> {
  return must(await openStatusList(jwt, { trust: by, crypto: nodeCrypto, now: at }));
}
async function refusalOf(jwt: string, at = now, by: TrustList = trust): Promise<string> {
  const list = await openStatusList(jwt, { trust: by, crypto: nodeCrypto, now: at });
  return list instanceof Refusal ? list.code : 'opened';
}

test('index 0 is the left-most bit', () => {
  const bits = statusBits([0, 9, 131_071]);
  expect(bits).toHaveLength(16_384);
  expect([bits[0], bits[1], bits[2], bits[16_383]]).toEqual([0b1000_0000, 0b0100_0000, 0, 1]);
});

test('any set of entries comes back, exactly, under both crypto ports', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(statusListBits - 1), { maxLength: 200 }), fc.boolean(), async (set, ec) => {
      const jwt = await signed({ packed: gzip(statusBits(set)) }, ec ? p256Key : key);
      const list = must(await openStatusList(jwt, { trust, crypto: ec ? nodeCrypto : portableCrypto, now }));
      const told = new Set<number>();
      for (let index = 0; index < statusListBits; index++)
        if (statusOf(list, entry(index)) === 'revoked') told.add(index);
      expect(told).toEqual(new Set(set));
    }),
    { numRuns: 15 },
  );
});

test('what a W3C consumer does by itself gives the same bits', async () => {
  const [, body = ''] = (await signed()).split('.');
  const credential = JSON.parse(new TextDecoder().decode(must(fromBase64url(body))));
  expect(credential).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://samur.example/ns/record/v1'],
    id: good.address,
    issuer: good.issuerDid,
    samur: { demonstration: true },
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom: '2026-11-21T18:00:00.250Z',
    validUntil: '2026-11-22T18:00:00.250Z',
  });
  const { encodedList, ...subject } = credential.credentialSubject;
  expect(subject).toEqual({
    id: `${good.address}#list`,
    statusPurpose: 'revocation',
    ttl: 300_000,
    type: 'BitstringStatusList',
  });
  expect(encodedList[0]).toBe('u');
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
  expect(Array.from({ length: 131_072 }, (_, i) => i).filter((i) => (bits[i >> 3]! >> (7 - (i % 8))) & 1)).toEqual([
    0, 9, 131_071,
  ]);
});

test('a list outside a demonstration bears no mark', () => {
  expect(statusListJson({ ...good, demonstration: false })).not.toHaveProperty('samur');
  expect(statusListJson({ ...good, demonstration: false })['@context']).toEqual([
    'https://www.w3.org/ns/credentials/v2',
  ]);
});

test('of another list, or of a record without an entry, it says nothing', async () => {
  const list = await opened(await signed());
  expect(statusOf(list, entry(9))).toBe('revoked');
  expect(statusOf(list, entry(8))).toBe('not-revoked');
  for (const other of [undefined, entry(9, `${good.address}0`), entry(9, good.address.replace('http', 'https'))])
    expect(statusOf(list, other)).toMatchObject({ code: 'status.wrong-list' });
});

test('an address keeps its scheme when the institution moves on to HTTPS', async () => {
  const list = await opened(await signed({ address: good.address.replace('http', 'https') }));
  expect(list.issuer).toBe('az.post');
});

test('it holds from its beginning until just before its end', async () => {
  const jwt = await signed();
  expect(await refusalOf(jwt, now - 5 * 60_000)).toBe('opened');
  expect(await refusalOf(jwt, now - 5 * 60_000 - 1)).toBe('status.malformed');
  expect(await refusalOf(jwt, now + day - 1)).toBe('opened');
  expect(await refusalOf(jwt, now + day)).toBe('status.stale');
});

describe('refused', () => {
  const other = 'http://customs.az.example/status/az.customs/1';
  test.each<[string, string, Promise<string> | string]>([
    ['another key of the issuer', 'trust.wrong-key-use', signed({}, logKey)],
    ['a stranger’s key', 'trust.unknown-key', signed({}, testKey('stranger'))],
    ['a key whose time is over', 'trust.key-not-valid-then', signed({}, spent)],
    [
      'a key whose time is over, as of its own days',
      'trust.key-not-valid-then',
      signed({ validFrom: now - 60 * day }, spent),
    ],
    ['a list of another institution', 'status.malformed', signed({ address: other })],
    ['a list on another host', 'status.malformed', signed({ address: 'http://evil.example/status/az.post/1' })],
    ['an institution that nobody knows', 'trust.unknown-institution', signed({ issuerDid: 'did:web:x.example:az.x' })],
    ['an address in another form', 'status.malformed', signed({ address: `${good.address}?x` })],
    ['production in a demonstration', 'trust.demonstration-mixed', signed({ demonstration: false })],
    ['too few entries', 'status.malformed', signed({ packed: gzip(new Uint8Array(16_383)) })],
    ['entries beyond measure', 'status.malformed', signed({ packed: gzip(new Uint8Array(2 ** 20 + 1)) })],
    ['bits that are not packed', 'status.malformed', signed({ packed: new Uint8Array(16_384) })],
    ['an end before its beginning', 'status.malformed', signed({ validUntil: now })],
    ['a time without end', 'status.malformed', signedJson({ validUntil: 'never' })],
    ['another purpose', 'status.malformed', withSubject({ statusPurpose: 'suspension' })],
    ['another alphabet', 'status.malformed', withSubject({ encodedList: `z${base64url(good.packed)}` })],
    ['a time to live that is a text', 'status.malformed', withSubject({ ttl: '300000' })],
    ['a further member', 'status.malformed', signedJson({ name: 'x' })],
    ['a mark that is false', 'status.malformed', signedJson({ samur: { demonstration: false } })],
    ['spaces', 'status.malformed', signedText(JSON.stringify(statusListJson(good), null, 1))],
    ['no JSON', 'status.malformed', signedText('x')],
    ['an array', 'status.malformed', signedText('[]')],
    ['another header', 'status.malformed', signedText(canonical(statusListJson(good)), '{"alg":"none"}')],
    ['a list that is too long', 'input.too-large', 'x'.repeat(2 ** 20 + 1)],
    ['a page of text', 'status.malformed', 'Not found.'],
  ])('%s', async (_, code, jwt) => {
    expect(await refusalOf(await jwt)).toBe(code);
  });

  test('a revoked key', async () => {
    const newer = must(acceptPart(trust, sign(revoking, anchorAZ), nodeCrypto));
    expect(await refusalOf(await signed(), now, newer)).toBe('trust.key-revoked');
  });

  test('any changed character of the signed text', async () => {
    const jwt = await signed();
    await fc.assert(
      fc.asyncProperty(fc.nat(jwt.length - 1), fc.constantFrom('A', 'z', '9', '-', '.'), async (at, letter) => {
        fc.pre(jwt[at] !== letter);
        expect(await refusalOf(`${jwt.slice(0, at)}${letter}${jwt.slice(at + 1)}`)).not.toBe('opened');
      }),
      { numRuns: 100 },
    );
  });

  function withSubject(changes: JsonObject): string {
    return signedJson({
      credentialSubject: { ...(statusListJson(good)['credentialSubject'] as JsonObject), ...changes },
    });
  }
});

describe('a list and a record under one key', () => {
  test('a list is never read as a record', async () => {
    const record = readRecord(await signed(), nodeCrypto, compileSchema(payloadSchema));
    expect(record).toMatchObject({ code: 'record.bad-payload' });
  });

  test('a record is never read as a list', async () => {
    const payload = {
      issuerDid: good.issuerDid,
      time: now,
      claims: { encodedList: 'u', ttl: 1 },
      status: entry(7),
      samur: {
        annexes: [],
        basis: [],
        demonstration: true as const,
        issuer: 'az.post',
        nonce: 'AAECAwQFBgcICQoLDA0ODw',
        profile: 'parcel',
        to: ['ru.post'],
        trust: { AZ: 1, RU: 1, terms: 1 },
        type: 'parcel',
        version: 1,
      },
    };
    const draft = must(draftRecord(payload, key.kid, 'EdDSA', nodeCrypto));
    expect(await refusalOf(await signRecord(draft, key.signer))).toBe('status.malformed');
  });
});
