import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import type { JsonObject } from '../canonical.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Profile, RecordType } from '../profile.ts';
import type { ExchangeData } from '../record/payload.ts';
import { checkSignature, draftRecord, readRecord, signRecord, type UncheckedRecord } from '../record/record.ts';
import { Refusal } from '../refusal.ts';
import { counterProfile } from '../testing/counter-profile.ts';
import { parcelProfile } from '../testing/parcel-profile.ts';
import { acceptPart } from '../trust/accept-part.ts';
import { acceptTerms } from '../trust/accept-terms.ts';
import { readPin } from '../trust/pin.ts';
import { foundTrust, type TrustList } from '../trust/trust-list.ts';
import {
  anchorAZ,
  anchorRU,
  following,
  institution,
  keyEntry,
  part,
  pin,
  sign,
  type TestKey,
  terms,
  testKey,
} from '../trust/vectors/authority.ts';
import { entitlementOf, issuerKey, openRecord, waitsForVersion } from './open-record.ts';

function must<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${value.path}`);
  return value;
}

const year = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] as const;
const azKey = testKey('open-record az');
const azNext = testKey('open-record az next', 'ES256');
const azLog = testKey('open-record az checkpoint');
const ruKey = testKey('open-record ru', 'ES256');
const stranger = testKey('open-record stranger');
const functions = ['counter', 'post'];

const az1 = part('AZ', [
  institution('az.depot', [], { functions: ['depot'] }),
  institution('az.post', [keyEntry(azKey, 'record', ...year), keyEntry(azLog, 'checkpoint', ...year)], { functions }),
]);
const az2 = following(az1, {
  institutions: [
    institution('az.depot', [], { functions: ['depot'] }),
    institution(
      'az.post',
      [keyEntry(azKey, 'record', ...year), keyEntry(azNext, 'record', ...year), keyEntry(azLog, 'checkpoint', ...year)],
      { functions: ['post'] },
    ),
  ],
});
const ru1 = part('RU', [
  institution('ru.depot', [], { functions: ['depot'] }),
  institution('ru.post', [keyEntry(ruKey, 'record', ...year)], { functions }),
]);
const profiles = { parcel: { parcel: 1, acceptance: 1, rate: 1 } };

const accepted: readonly [typeof acceptPart, string][] = [
  [acceptPart, sign(az1, anchorAZ)],
  [acceptPart, sign(ru1, anchorRU)],
  [acceptTerms, sign(terms({ profiles }), anchorAZ, anchorRU)],
];
const founded: TrustList = accepted.reduce(
  (trust, [accept, signed]) => must(accept(trust, signed, nodeCrypto)),
  foundTrust(must(readPin(pin(), nodeCrypto))),
);
const secondPart = must(acceptPart(founded, sign(az2, anchorAZ), nodeCrypto));

const catalogue = must(loadCatalogue([parcelProfile, counterProfile], compileSchema));
const time = Date.parse('2026-11-21T18:00:00Z');

interface Written {
  readonly samur?: Partial<ExchangeData>;
  readonly claims?: JsonObject;
  readonly key?: TestKey;
  readonly did?: string;
  readonly time?: number;
}

async function record({ samur = {}, claims, key = azKey, did, ...rest }: Written = {}): Promise<UncheckedRecord> {
  const payload = {
    issuerDid: did ?? 'did:web:post.az.example:az.post',
    time,
    claims: claims ?? { receiver: 'ru.post', number: '7', load: '10' },
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
      ...samur,
    },
    ...rest,
  };
  const draft = must(draftRecord(payload, key.kid, key.signer.key.algorithm, nodeCrypto));
  return must(readRecord(await signRecord(draft, key.signer), nodeCrypto, catalogue.payloadCheck));
}

/** All that a recipient does with a record it has not seen, until it may act on it. */
async function opened(written: Written, trust: TrustList = founded): Promise<string> {
  const unchecked = await record(written);
  const waits = waitsForVersion(unchecked, trust, catalogue);
  if (waits !== undefined) return `waits for ${waits}`;
  const key = issuerKey(unchecked, trust, unchecked.payload.time);
  if (key instanceof Refusal) return key.code;
  const signed = checkSignature(unchecked, key.publicKey, nodeCrypto);
  if (signed instanceof Refusal) return signed.code;
  const verified = openRecord(signed, trust, catalogue, nodeCrypto);
  return verified instanceof Refusal ? verified.code : `opened ${verified.type.name} ${verified.id === unchecked.id}`;
}

test('a record that holds is opened with its type', async () => {
  expect(await opened({})).toBe('opened parcel true');
  expect(
    await opened({ did: 'did:web:post.ru.example:ru.post', key: ruKey, samur: { issuer: 'ru.post', to: ['az.post'] } }),
  ).toBe('opened parcel true');
});

describe('what is missing here makes it wait', () => {
  test.each<[string, Written['samur']]>([
    ['waits for trust AZ 2', { trust: { AZ: 2, RU: 1, terms: 1 } }],
    ['waits for trust RU 2', { trust: { AZ: 1, RU: 2, terms: 1 } }],
    ['waits for trust terms 2', { trust: { AZ: 1, RU: 1, terms: 2 } }],
  ])('%s', async (expected, samur) => {
    expect(await opened({ ...(samur && { samur }) })).toBe(expected);
  });

  test('a version in force that is not loaded, and a type of a profile that is not loaded', async () => {
    const inForce = { parcel: { parcel: 2 }, letter: { letter: 1 } };
    const issued = '2026-11-02T00:00:00Z';
    const next = { ...following(terms({ profiles }), { profiles: inForce }), issued };
    const trust = must(acceptTerms(founded, sign(next, anchorAZ, anchorRU), nodeCrypto));
    const named = { AZ: 1, RU: 1, terms: 2 };
    expect(await opened({ samur: { version: 2, trust: named } }, trust)).toBe('waits for type parcel/parcel 2');
    expect(await opened({ samur: { profile: 'letter', type: 'letter', trust: named } }, trust)).toBe(
      'waits for type letter/letter 1',
    );
    // By the terms it names itself, the same record is of no known version.
    expect(await opened({ samur: { version: 2 } }, trust)).toBe('record.unknown-type');
  });
});

describe('what does not hold is refused', () => {
  test.each<[string, string, Written]>([
    ['a version not in force', 'record.unknown-type', { samur: { version: 2 } }],
    ['a type not in force', 'record.unknown-type', { samur: { type: 'recall' } }],
    ['a profile not in force', 'record.unknown-type', { samur: { profile: 'counter', type: 'collection' } }],
    ['names that every object has', 'record.unknown-type', { samur: { profile: 'constructor', type: 'length' } }],
    [
      'an exchange type of another version',
      'record.unknown-type',
      { samur: { profile: 'exchange', type: 'refusal', version: 2 } },
    ],
    ['a country outside the corridor', 'trust.wrong-corridor', { samur: { trust: { AZ: 1, GE: 1, terms: 1 } } }],
    ['no number of its own country', 'trust.wrong-corridor', { samur: { trust: { GE: 1, RU: 1, terms: 1 } } }],
    ['an unknown key', 'trust.unknown-key', { key: stranger }],
    ['a key of a later part than it names', 'trust.unknown-key', { key: azNext }],
    ['a key for checkpoints', 'trust.wrong-key-use', { key: azLog }],
    ['an unknown institution', 'trust.unknown-institution', { did: 'did:web:bank.az.example:az.bank' }],
    ['another domain', 'trust.unknown-institution', { did: 'did:web:other.example:az.post' }],
    ['the DID of one, the name of another', 'trust.unknown-institution', { samur: { issuer: 'az.depot' } }],
    ['a key not valid yet', 'trust.key-not-valid-then', { time: Date.parse('2025-12-31T23:59:59.999Z') }],
    ['a key no longer valid', 'trust.key-not-valid-then', { time: Date.parse(year[1]) }],
    [
      'claims that do not keep to the schema',
      'record.bad-claims',
      { claims: { receiver: 'ru.post', number: '7', load: 10 } },
    ],
    ['a recipient without the function', 'record.wrong-recipients', { samur: { to: ['ru.depot', 'ru.post'] } }],
    ['a recipient that is not listed', 'record.wrong-recipients', { samur: { to: ['ru.bank'] } }],
    [
      'a subject for a type that follows none',
      'state.unknown-subject',
      { samur: { type: 'rate', about: { after: [], id: 'a'.repeat(64) } }, claims: { name: 'r', value: '1' } },
    ],
  ])('%s: %s', async (_, code, written) => {
    expect(await opened(written, secondPart)).toBe(code);
  });

  test('a signature by another key of the same kind', async () => {
    const honest = await record();
    const forged = { ...honest, signature: honest.signature.with(3, (honest.signature[3] ?? 0) ^ 1) };
    const key = must(issuerKey(forged, founded, time));
    expect(checkSignature(forged, key.publicKey, nodeCrypto)).toMatchObject({ code: 'record.bad-signature' });
  });

  test('an issuer without the function, by the part that the record names', async () => {
    const issuedBy = { ...(parcelProfile.types['parcel'] as RecordType), issuedBy: 'counter' };
    const strict: Profile = { ...parcelProfile, types: { ...parcelProfile.types, parcel: issuedBy } };
    const other = must(loadCatalogue([strict], compileSchema));
    const openedAt = async (AZ: number) => {
      const unchecked = await record({ samur: { trust: { AZ, RU: 1, terms: 1 } } });
      const key = must(issuerKey(unchecked, secondPart, time));
      const result = openRecord(
        must(checkSignature(unchecked, key.publicKey, nodeCrypto)),
        secondPart,
        other,
        nodeCrypto,
      );
      return result instanceof Refusal ? result.code : 'opened';
    };
    expect(await openedAt(1)).toBe('opened');
    expect(await openedAt(2)).toBe('record.not-entitled');
  });
});

test('any institution of the corridor may send what the exchange itself needs', async () => {
  const claims = { record: 'a'.repeat(64), origin: 'a/1', index: 0, code: 'rule.broken' };
  expect(await opened({ samur: { profile: 'exchange', type: 'refusal', to: ['ru.depot'] }, claims })).toBe(
    'opened refusal true',
  );
});

describe('entitlement', () => {
  const entitlement = entitlementOf(secondPart);

  test('is what the named part says, not the newest', () => {
    expect(entitlement.holds('az.post', 'counter', { AZ: 1, RU: 1, terms: 1 })).toBe(true);
    expect(entitlement.holds('az.post', 'counter', { AZ: 2, RU: 1, terms: 1 })).toBe(false);
    expect(entitlement.holds('az.bank', '*', { AZ: 1, RU: 1, terms: 1 })).toBe(false);
    expect(entitlement.holds('az.post', '*', { RU: 1, terms: 1 })).toBe(false);
  });

  test('names the first holder of a function in a country', () => {
    expect(entitlement.firstHolder('RU', 'post', { AZ: 1, RU: 1, terms: 1 })).toBe('ru.post');
    expect(entitlement.firstHolder('AZ', 'counter', { AZ: 2, RU: 1, terms: 1 })).toBeUndefined();
    expect(entitlement.firstHolder('GE', 'post', { AZ: 2, RU: 1, terms: 1 })).toBeUndefined();
  });
});
