import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { fromBase64url } from '../bytes.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { payloadSchema } from '../record/payload.ts';
import { draftRecord, readRecord, signRecord } from '../record/record.ts';
import { Refusal } from '../refusal.ts';
import { acceptPart } from '../trust/accept-part.ts';
import { readPin } from '../trust/pin.ts';
import { foundTrust } from '../trust/trust-list.ts';
import { pin } from '../trust/vectors/authority.ts';
import {
  openStatusList,
  type StatusList,
  statusBits,
  statusListBits,
  statusListJson,
  statusOf,
} from './status-list.ts';
import { good, keys, parts, type StatusVector, signed, vectorFiles } from './vectors/status/make.ts';

function must<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${value.path}`);
  return value;
}

const trust = parts.reduce(
  (list, text) => must(acceptPart(list, text, nodeCrypto)),
  foundTrust(must(readPin(pin(), nodeCrypto))),
);
const now = good.validFrom;
const day = 86_400_000;
const gzip = (bits: Uint8Array) => new Uint8Array(gzipSync(bits));
const entry = (index: number, list = good.address) => ({ list, index });

async function opened(jwt: string): Promise<StatusList> {
  return must(await openStatusList(jwt, { trust, crypto: nodeCrypto, now }));
}
async function refusalOf(jwt: string, at = now): Promise<string> {
  const list = await openStatusList(jwt, { trust, crypto: nodeCrypto, now: at });
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
      const jwt = await signed({ packed: gzip(statusBits(set)) }, ec ? keys.p256 : keys.record);
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

const folder = new URL('vectors/status/', import.meta.url);
const files = await vectorFiles();
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const onDisk = ['valid', 'refused'].flatMap((kind) =>
  readdirSync(new URL(kind, folder)).map((name) => `${kind}/${name}`),
);

describe('vectors', () => {
  test('are those that make.ts writes, no more and no less', () => {
    expect(new Map(onDisk.map((path) => [path, read(path)]))).toEqual(files);
  });

  test.each(onDisk)('%s', async (path) => {
    const vector = JSON.parse(read(path)) as StatusVector;
    const held = vector.parts.reduce(
      (list, text) => must(acceptPart(list, text, portableCrypto)),
      foundTrust(must(readPin(vector.pin, portableCrypto))),
    );
    for (const crypto of [nodeCrypto, portableCrypto]) {
      const list = await openStatusList(vector.jwt, { trust: held, crypto, now: Date.parse(vector.now) });
      if (list instanceof Refusal) expect(list.code).toBe(vector.code);
      else {
        const set = Array.from({ length: list.bits.length * 8 }, (_, index) => index);
        const revoked = set.filter((index) => statusOf(list, entry(index, list.address)) === 'revoked');
        expect({ issuer: list.issuer, address: list.address, revoked }).toEqual(vector.expect);
      }
    }
  });
});

describe('refused', () => {
  test('a list that is too long', async () => {
    expect(await refusalOf('x'.repeat(2 ** 20 + 1))).toBe('input.too-large');
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
    const draft = must(draftRecord(payload, keys.record.kid, 'EdDSA', nodeCrypto));
    expect(await refusalOf(await signRecord(draft, keys.record.signer))).toBe('status.malformed');
  });
});
