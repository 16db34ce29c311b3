import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../bytes.ts';
import type { JsonObject } from '../canonical.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import { acceptPart } from './accept-part.ts';
import { acceptTerms } from './accept-terms.ts';
import { exportTrust, importTrust } from './bundle.ts';
import { formatInstant, parseInstant } from './instant.ts';
import {
  currentInstitution,
  currentInstitutions,
  institutionOfDid,
  newRevocations,
  numbers,
  partAt,
  recordKey,
  revocationOf,
  termsAt,
} from './lookup.ts';
import { readPin } from './pin.ts';
import { openDocument, signDocument } from './signed-document.ts';
import { TrustConflict } from './trust-conflict.ts';
import { foundTrust, type TrustList } from './trust-list.ts';
import {
  anchorAZ,
  anchorRU,
  following,
  institution,
  keyEntry,
  part,
  pin,
  sign,
  terms,
  testKey,
} from './vectors/authority.ts';

const from = '2026-01-01T00:00:00Z';
const until = '2027-01-01T00:00:00Z';
const key = testKey('record');
const az1 = part('AZ', [institution('az.afsa', [keyEntry(key, 'record', from, until)])]);
const did = 'did:web:afsa.az.example:az.afsa';

function sure<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw result;
  return result;
}

const empty = foundTrust(sure(readPin(pin(), portableCrypto)));
const take = (trust: TrustList, signed: string) => sure(acceptPart(trust, signed, portableCrypto));

test('signDocument writes what the independent authority writes', async () => {
  const signers = [anchorRU, anchorAZ].map(({ kid, signer }) => ({ kid, signer }));
  expect(await signDocument(terms(), signers)).toBe(sign(terms(), anchorAZ, anchorRU));
});

test('a part is taken from bytes as from text', () => {
  const signed = sign(az1, anchorAZ);
  expect(acceptPart(empty, utf8(signed), portableCrypto)).toEqual(take(empty, signed));
  expect(acceptPart(empty, new Uint8Array([0xff]), portableCrypto)).toMatchObject({ code: 'input.not-utf8' });
  expect(acceptPart(empty, new Uint8Array(2 ** 21), portableCrypto)).toMatchObject({ code: 'input.too-large' });
});

test('any changed byte of a signed document is refused', () => {
  const bytes = utf8(sign(az1, anchorAZ));
  const signedByBoth = utf8(sign(terms(), anchorAZ, anchorRU));
  const anyByte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(signedByBoth.length - 1), anyByte, (inPart, inTerms, value) => {
      const changed = bytes.with(inPart, value);
      fc.pre(changed[inPart] !== bytes[inPart] && signedByBoth[inTerms] !== value);
      expect(acceptPart(empty, changed, portableCrypto)).toBeInstanceOf(Refusal);
      expect(acceptTerms(empty, signedByBoth.with(inTerms, value), portableCrypto)).toBeInstanceOf(Refusal);
    }),
    { numRuns: 300 },
  );
});

test('every cut, and every line of text that is not a document, is refused and never throws', () => {
  const signed = sign(az1, anchorAZ);
  fc.assert(
    fc.property(fc.nat(signed.length - 1), fc.json(), (length, json) => {
      expect(openDocument(signed.slice(0, length), portableCrypto)).toBeInstanceOf(Refusal);
      expect(openDocument(json, portableCrypto)).toBeInstanceOf(Refusal);
    }),
    { numRuns: 100 },
  );
});

test('whatever the anchor signs in place of any member is accepted or refused and never throws', () => {
  const entry = keyEntry(key, 'record', from, until);
  const listed = institution('az.afsa', [entry]);
  const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
  const value = fc.oneof(
    leaf,
    fc.array(leaf),
    fc.dictionary(fc.string(), leaf),
    fc.constant(entry),
    fc.constant([listed]),
  );
  const names = [
    ...Object.keys(az1),
    ...Object.keys(listed),
    ...Object.keys(entry),
    'previous',
    'revokedAt',
    '__proto__',
  ];
  const change = fc.record({
    where: fc.constantFrom('part', 'institution', 'key'),
    name: fc.constantFrom(...names),
    value,
  });
  fc.assert(
    fc.property(change, ({ where, name, value }) => {
      const put = (object: JsonObject, place: string) => (where === place ? { ...object, [name]: value } : object);
      const changed = put(part('AZ', [put(institution('az.afsa', [put(entry, 'key')]), 'institution')]), 'part');
      const result = acceptPart(empty, sign(changed, anchorAZ), portableCrypto);
      expect(result instanceof Refusal || numbers(result)['AZ'] === 1).toBe(true);
    }),
    { numRuns: 200 },
  );
});

describe('revocations', () => {
  const seeds = ['a', 'b', 'c'].map((name) => testKey(`revocable ${name}`));
  const times = fc.constantFrom(undefined, '2026-11-02T00:00:00Z', '2026-11-05T00:00:00Z', '2026-12-24T00:00:00Z');
  const state = fc.record({
    present: fc.boolean(),
    revokedAt: times,
    until: fc.constantFrom('2026-11-03T00:00:00Z', until),
  });

  test('are never lost nor moved later, whatever parts are accepted', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(state, state, state, fc.nat(4)), { maxLength: 8 }), (history) => {
        let trust = empty;
        let last: JsonObject | undefined;
        for (const [a, b, c, days] of history) {
          const entries = [a, b, c].flatMap((one, i) =>
            one.present ? [keyEntry(seeds[i]!, 'record', from, one.until, one.revokedAt)] : [],
          );
          const institutions = [institution('az.afsa', entries)];
          const issued = formatInstant(
            (parseInstant(String(last?.['issued'] ?? '2026-11-01T00:00:00Z')) ?? 0) + days * 86_400_000,
          );
          const next =
            last === undefined
              ? part('AZ', institutions)
              : following(last, { institutions, issued, nextUpdate: until });
          const result = acceptPart(trust, sign(next, anchorAZ), portableCrypto);
          if (result instanceof Refusal) continue;
          taken++;
          for (const { kid } of seeds) {
            const before = revocationOf(trust, 'az.afsa', kid);
            const after = revocationOf(result, 'az.afsa', kid);
            if (before !== undefined) expect(after).toBeLessThanOrEqual(before);
            const told = newRevocations(trust, result).find((one) => one.kid === kid);
            expect(told?.revokedAt).toBe(before === after ? undefined : after);
          }
          [trust, last] = [result, next];
        }
        expect(sure(importTrust(trust.pin, exportTrust(trust), portableCrypto))).toEqual(trust);
      }),
      { numRuns: 60 },
    );
    expect(taken).toBeGreaterThan(30);
  });

  test('by one country do not touch a key of the same value that the other lists', () => {
    const stolen = keyEntry(key, 'record', from, until, '2026-02-01T00:00:00Z');
    const ru1 = part('RU', [institution('ru.fsvps', [stolen])]);
    const trust = take(take(empty, sign(az1, anchorAZ)), sign(ru1, anchorRU));
    expect(revocationOf(trust, 'az.afsa', key.kid)).toBeUndefined();
    expect(revocationOf(trust, 'ru.fsvps', key.kid)).toBe(parseInstant('2026-02-01T00:00:00Z'));
    expect(recordKey(trust, `${did}#${key.kid}`, did, numbers(trust))).toMatchObject({ institution: 'az.afsa' });
  });
});

test('the order in which the two countries and the terms arrive does not matter', () => {
  const newAnchor = testKey('anchor AZ 2');
  const az2 = following(az1, { anchor: { ...newAnchor.anchor } });
  const terms2 = following(terms(), { issued: '2026-11-03T00:00:00Z' });
  const az = [sign(az1, anchorAZ), sign(az2, anchorAZ, newAnchor)];
  const ru = [sign(part('RU', []), anchorRU)];
  const common = [sign(terms(), anchorAZ, anchorRU), sign(terms2, newAnchor, anchorRU)];
  const whole = sure(importTrust(empty.pin, { parts: { AZ: az, RU: ru }, terms: common }, portableCrypto));
  fc.assert(
    fc.property(fc.shuffledSubarray([...az, ...ru, ...common], { minLength: 5 }), (order) => {
      let trust = empty;
      for (let round = 0; round < 3; round++) {
        for (const text of order) {
          const accept = common.includes(text) ? acceptTerms : acceptPart;
          const result = accept(trust, text, portableCrypto);
          if (!(result instanceof Refusal)) trust = result;
        }
      }
      expect(trust).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test('a conflict keeps both signed texts', () => {
  const first = sign(az1, anchorAZ);
  const second = sign({ ...az1, institutions: [] }, anchorAZ);
  const conflict = acceptPart(take(empty, first), second, portableCrypto);
  expect(conflict).toBeInstanceOf(TrustConflict);
  expect(conflict).toMatchObject({ code: 'trust.conflict', held: first, offered: second });
});

test('what nobody signed is no evidence of a conflict', () => {
  const forged = sign({ ...az1, institutions: [] }, testKey('stranger'));
  const result = acceptPart(take(empty, sign(az1, anchorAZ)), forged, portableCrypto);
  expect(result).toMatchObject({ code: 'trust.bad-signature' });
});

test('an unknown member is named by its path', () => {
  const bad = part('AZ', [institution('az.afsa', [{ ...keyEntry(key, 'record', from, until), 'a/b~c': 1 }])]);
  const result = acceptPart(empty, sign(bad, anchorAZ), portableCrypto);
  expect(result).toMatchObject({ code: 'input.unknown-member', path: '/institutions/0/keys/0/a~1b~0c' });
});

describe('lookups', () => {
  const trust = take(empty, sign(az1, anchorAZ));
  const at = numbers(trust);
  const keyId = `${did}#${key.kid}`;

  test('find what the part names', () => {
    expect(sure(recordKey(trust, keyId, did, at))).toMatchObject({ institution: 'az.afsa', use: 'record' });
    expect(institutionOfDid(trust, did)?.id).toBe('az.afsa');
    expect(currentInstitution(trust, 'az.afsa')?.did).toBe(did);
    expect(currentInstitutions(trust).map((one) => one.id)).toEqual(['az.afsa']);
    expect(partAt(trust, 'AZ', 1)?.part.number).toBe(1);
    expect(partAt(trust, 'AZ', 0)).toBeUndefined();
  });

  test.each([
    ['another domain', keyId, 'did:web:evil.example:az.afsa', at, 'trust.unknown-institution'],
    ['another institution', keyId, 'did:web:customs.az.example:az.customs', at, 'trust.unknown-institution'],
    ['another country', keyId, 'did:web:x.ge.example:ge.x', at, 'trust.unknown-institution'],
    ['no DID at all', keyId, '', at, 'trust.unknown-institution'],
    ['a name every object has', keyId, 'did:web:a:__proto__', at, 'trust.unknown-institution'],
    ['a kid of another DID', `did:web:evil.example:az.afsa#${key.kid}`, did, at, 'trust.unknown-key'],
    ['a bare kid', key.kid, did, at, 'trust.unknown-key'],
    ['a number not held', keyId, did, { ...at, AZ: 2 }, 'trust.gap'],
    ['number zero', keyId, did, { ...at, AZ: 0 }, 'trust.malformed'],
    ['no number', keyId, did, {}, 'trust.malformed'],
  ])('refuse %s', (_, id, issuer, named, code) => {
    expect(recordKey(trust, id, issuer, named)).toMatchObject({ code });
  });
});

test('an import believes nothing but the signatures', () => {
  const trust = take(empty, sign(az1, anchorAZ));
  const { parts } = exportTrust(trust);
  const other = sure(readPin(pin(false), portableCrypto));
  const load = (value: JsonObject, own = trust.pin) => importTrust(own, value, portableCrypto);
  expect(load({ parts: parts!, terms: [] })).toEqual(trust);
  expect(load(exportTrust(trust), other)).toMatchObject({
    code: 'trust.demonstration-mixed',
    path: '/pin/demonstration',
  });
  expect(load({ parts: { RU: [sign(az1, anchorAZ)] }, terms: [] })).toMatchObject({ path: '/parts/RU/0' });
  expect(load({ parts: { AZ: [sign(az1, anchorAZ), sign(az1, anchorAZ)] }, terms: [] })).toBeInstanceOf(Refusal);
  const twice = [sign(terms(), anchorAZ, anchorRU), sign(terms(), anchorAZ, anchorRU)];
  expect(load({ parts: {}, terms: twice })).toMatchObject({ code: 'trust.malformed', path: '/terms/1' });
  expect(load({ parts: {}, terms: [1] })).toMatchObject({ code: 'input.bad-value', path: '/terms/0' });
  expect(load({ parts: {}, terms: [], more: 1 })).toMatchObject({ code: 'input.unknown-member' });
});

test('terms hold only the names they state', () => {
  const trust = sure(acceptTerms(empty, sign(terms(), anchorAZ, anchorRU), portableCrypto));
  const held = termsAt(trust, 1)?.terms;
  expect(held?.profiles['phytosanitary']?.['certificate']).toBe(1);
  expect(held?.profiles['constructor']).toBeUndefined();
  expect(held?.limits['constructor']).toBeUndefined();
});

describe('pins', () => {
  const anchors = pin()['anchors'] as Record<string, JsonObject>;
  test.each([
    ['one country', { ...pin(), anchors: { AZ: anchors['AZ']! } }],
    ['three countries', { ...pin(), anchors: { ...anchors, GE: { ...testKey('GE').anchor } } }],
    ['other countries than the corridor', { ...pin(), corridor: 'az-ge' }],
    ['a wrong kid', { ...pin(), anchors: { ...anchors, AZ: { ...anchors['AZ'], kid: testKey('x').kid } } }],
    ['one anchor for both', { ...pin(), anchors: { AZ: anchors['AZ']!, RU: anchors['AZ']! } }],
    ['no demonstration flag', { corridor: 'az-ru', anchors }],
  ])('with %s are refused', (_, value) => {
    expect(readPin(value, portableCrypto)).toBeInstanceOf(Refusal);
  });
});

test('times have one form', () => {
  for (const text of ['2026-11-21T18:00:00Z', '2024-02-29T00:00:00Z', '0000-01-01T00:00:00Z']) {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(text);
  }
  const bad = [
    '2026-11-21T24:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-11-21 18:00:00Z',
    '2026-11-21T18:00:60Z',
    '2026-11-21T18:00:00z',
    '',
  ];
  for (const text of bad) expect(parseInstant(text)).toBeUndefined();
});
