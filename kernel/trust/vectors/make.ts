/** Every vector of this folder, by its path. The test beside the code checks that the files say the same. */
import { base64url, fromBase64url } from '../../bytes.ts';
import { canonical, type JsonObject } from '../../canonical.ts';
import { portableCrypto } from '../../crypto-portable.ts';
import { Refusal } from '../../refusal.ts';
import { type Jwk, thumbprint } from '../jwk.ts';
import {
  anchorAZ, anchorRU, digestOf, following, institution, keyEntry, part, pin, sign, signText, terms, testKey,
} from './authority.ts';

const year = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] as const;
const record = testKey('az.afsa record 1');
const nextRecord = testKey('az.afsa record 2', 'ES256');
const checkpoint = testKey('az.afsa checkpoint 1');
const nextCheckpoint = testKey('az.afsa checkpoint 2');
const mirror = testKey('ru.fsvps mirror 1');
const newAnchor = testKey('anchor AZ 2');
const stranger = testKey('stranger');
const did = 'did:web:afsa.az.example:az.afsa';

const afsaKeys = [keyEntry(record, 'record', ...year), keyEntry(checkpoint, 'checkpoint', ...year)];
const az1 = part('AZ', [institution('az.afsa', afsaKeys)]);
const ru1 = part('RU', [institution('ru.fsvps', [keyEntry(mirror, 'mirror', ...year)])]);
const terms1 = terms();
const rotated = institution('az.afsa', [
  keyEntry(record, 'record', year[0], '2026-11-20T00:00:00Z'),
  keyEntry(nextRecord, 'record', '2026-11-10T00:00:00Z', year[1]),
  keyEntry(checkpoint, 'checkpoint', year[0], '2026-11-20T00:00:00Z'),
  keyEntry(nextCheckpoint, 'checkpoint', '2026-11-10T00:00:00Z', year[1]),
]);
const revoked = (at?: string) =>
  institution('az.afsa', [keyEntry(record, 'record', ...year, at), keyEntry(checkpoint, 'checkpoint', ...year)]);
const az2 = following(az1, { institutions: [revoked('2026-11-01T12:00:00Z')] });

const accept = (kind: 'part' | 'terms', signed: string): JsonObject => ({ accept: kind, signed });
const azStep = (payload: JsonObject, ...keys: Parameters<typeof signText>[1]) =>
  accept('part', sign(payload, ...(keys.length === 0 ? [anchorAZ] : keys)));
const ruStep = (payload: JsonObject) => accept('part', sign(payload, anchorRU));
const termsStep = (payload: JsonObject, ...keys: Parameters<typeof signText>[1]) =>
  accept('terms', sign(payload, ...(keys.length === 0 ? [anchorAZ, anchorRU] : keys)));
const founded = [azStep(az1), ruStep(ru1), termsStep(terms1)];

const askKey = (key: string, named: number, time: string, answer: string): JsonObject => ({
  ask: 'record-key', key: `${did}#${key}`, issuer: did, numbers: { AZ: named, RU: 1, terms: 1 }, time, answer,
});
const askFresh = (time: string, answer: string): JsonObject => ({ ask: 'freshness', time, answer });
const askKeys = (time: string, answer: readonly string[]): JsonObject => ({
  ask: 'keys', institution: 'az.afsa', use: 'checkpoint', time, answer: answer.toSorted(),
});

interface Case {
  readonly about: string;
  readonly steps: readonly JsonObject[];
  readonly pin?: JsonObject;
  readonly then?: readonly JsonObject[];
}

const rotation = following(az1, { institutions: [rotated] });
const replaced = following(az1, { anchor: { ...newAnchor.anchor } });
const afterReplacement = following(replaced);

const valid: Record<string, Case & { readonly numbers: JsonObject }> = {
  founding: {
    about: 'First parts and first terms; an Ed25519 and a P-256 anchor.',
    steps: founded,
    numbers: { AZ: 1, RU: 1, terms: 1 },
    then: [
      askKey(record.kid, 1, '2026-11-05T00:00:00Z', 'usable'),
      askKey(record.kid, 1, '2027-01-01T00:00:00Z', 'trust.key-not-valid-then'),
      askKey(record.kid, 1, '2025-12-31T23:59:59Z', 'trust.key-not-valid-then'),
      askKey(record.kid, 2, '2026-11-05T00:00:00Z', 'trust.gap'),
      askKey(checkpoint.kid, 1, '2026-11-05T00:00:00Z', 'trust.wrong-key-use'),
      askKey(stranger.kid, 1, '2026-11-05T00:00:00Z', 'trust.unknown-key'),
    ],
  },
  'delivered-again': {
    about: 'The newest documents delivered again change nothing.',
    steps: [...founded, ...founded],
    numbers: { AZ: 1, RU: 1, terms: 1 },
  },
  'rotation-overlap': {
    about: 'For ten days the old and the new key are both valid.',
    steps: [...founded, azStep(rotation)],
    numbers: { AZ: 2, RU: 1, terms: 1 },
    then: [
      askKeys('2026-11-09T23:59:59Z', [checkpoint.kid]),
      askKeys('2026-11-15T00:00:00Z', [checkpoint.kid, nextCheckpoint.kid]),
      askKeys('2026-11-20T00:00:00Z', [nextCheckpoint.kid]),
      askKey(record.kid, 2, '2026-11-19T23:59:59Z', 'usable'),
      askKey(record.kid, 2, '2026-11-20T00:00:00Z', 'trust.key-not-valid-then'),
      askKey(nextRecord.kid, 2, '2026-11-15T00:00:00Z', 'usable'),
      askKey(nextRecord.kid, 1, '2026-11-15T00:00:00Z', 'trust.unknown-key'),
    ],
  },
  revocation: {
    about: 'A revocation in part 2 counts against records that name part 1, from its instant on.',
    steps: [...founded, azStep(az2)],
    numbers: { AZ: 2, RU: 1, terms: 1 },
    then: [
      askKey(record.kid, 1, '2026-11-01T11:59:59Z', 'usable'),
      askKey(record.kid, 1, '2026-11-01T12:00:00Z', 'trust.key-revoked'),
      askKey(record.kid, 2, '2026-11-05T00:00:00Z', 'trust.key-revoked'),
    ],
  },
  'revocation-earlier': {
    about: 'A later part may state that the key was lost earlier than first said.',
    steps: [azStep(az1), azStep(az2), azStep(following(az2, { institutions: [revoked('2026-11-01T06:00:00Z')] }))],
    numbers: { AZ: 3, RU: 0, terms: 0 },
    then: [askKey(record.kid, 1, '2026-11-01T07:00:00Z', 'trust.key-revoked')],
  },
  'anchor-replaced': {
    about: 'A part signed by the old and the new anchor replaces the anchor; the new one alone signs the next.',
    steps: [
      ...founded,
      azStep(replaced, anchorAZ, newAnchor),
      azStep(afterReplacement, newAnchor),
      termsStep(following(terms1, { issued: '2026-11-03T00:00:00Z' }), newAnchor, anchorRU),
    ],
    numbers: { AZ: 3, RU: 1, terms: 2 },
  },
  'terms-late': {
    about: 'Terms that the old anchor signed before it was replaced may arrive after the replacement.',
    steps: [azStep(az1), ruStep(ru1), azStep(replaced, anchorAZ, newAnchor), termsStep(terms1)],
    numbers: { AZ: 2, RU: 1, terms: 1 },
  },
  stale: {
    about: 'Past the next update of any part the list is stale: a frozen list is noticed.',
    steps: [...founded, azStep(following(az1, { nextUpdate: '2027-01-01T00:00:00Z' }))],
    numbers: { AZ: 2, RU: 1, terms: 1 },
    then: [askFresh('2026-12-01T00:00:00Z', 'fresh'), askFresh('2026-12-01T00:00:01Z', 'RU')],
  },
  'stale-terms': {
    about: 'Without terms the list is not fresh.',
    steps: [azStep(az1), ruStep(ru1)],
    numbers: { AZ: 1, RU: 1, terms: 0 },
    then: [askFresh('2026-11-02T00:00:00Z', 'terms')],
  },
  'retired-key-dropped': {
    about: 'A key that has run out and was never revoked may leave; its time is remembered.',
    steps: [
      azStep(az1),
      azStep(rotation),
      azStep(following(rotation, {
        issued: '2026-11-20T00:00:00Z',
        institutions: [institution('az.afsa', [keyEntry(nextRecord, 'record', '2026-11-10T00:00:00Z', year[1]),
          keyEntry(nextCheckpoint, 'checkpoint', '2026-11-10T00:00:00Z', year[1])])],
      })),
    ],
    numbers: { AZ: 3, RU: 0, terms: 0 },
    then: [
      askKeys('2026-11-15T00:00:00Z', [checkpoint.kid, nextCheckpoint.kid]),
      askKey(record.kid, 3, '2026-11-15T00:00:00Z', 'trust.unknown-key'),
      askKey(record.kid, 2, '2026-11-15T00:00:00Z', 'usable'),
    ],
  },
};

const withPart = (institutions: readonly JsonObject[]) => [azStep({ ...az1, institutions })];
const afterAz1 = (changes: JsonObject) => [azStep(az1), azStep(following(az1, changes))];
const signedAz1 = sign(az1, anchorAZ);
const envelope = JSON.parse(signedAz1) as { payload: string; signatures: readonly JsonObject[] };
const offCurve: Jwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
const smallOrder: Jwk = { kty: 'OKP', crv: 'Ed25519', x: `AQ${'A'.repeat(41)}` };
const lyingAnchor = { ...anchorAZ, signer: { ...anchorAZ.signer, key: { ...anchorAZ.signer.key, algorithm: 'ES256' as const } } };
const fakeKey = (jwk: Jwk): JsonObject => ({ ...afsaKeys[0], jwk: { ...jwk }, kid: thumbprint(jwk, portableCrypto) });
const shared = following(az1, { anchor: { ...anchorRU.anchor } });

/** The other number that stands for the same signature: -s of ES256, s + L of Ed25519 (little-endian). */
function secondForm(signed: string, order: bigint, littleEndian: boolean): string {
  const document = JSON.parse(signed) as { payload: string; signatures: readonly [{ protected: string; signature: string }] };
  const [first] = document.signatures;
  const bytes = fromBase64url(first.signature);
  if (bytes instanceof Refusal) throw bytes;
  const half = bytes.subarray(32);
  const s = BigInt(`0x${(littleEndian ? half.toReversed() : half).toHex()}`);
  const other = Uint8Array.fromHex((littleEndian ? s + order : order - s).toString(16).padStart(64, '0'));
  bytes.set(littleEndian ? other.toReversed() : other, 32);
  return canonical({ payload: document.payload, signatures: [{ ...first, signature: base64url(bytes) }] });
}
const p256Order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ed25519Order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The code is that of the last step; the steps before it are accepted. */
const refused: Record<string, Case & { readonly code: string }> = {
  'wrong-signer': { about: 'Signed by a key that is not the anchor.', code: 'trust.bad-signature', steps: [azStep(az1, stranger)] },
  'other-country-signs': { about: 'RU signs the part of AZ.', code: 'trust.bad-signature', steps: [azStep(az1, anchorRU)] },
  'extra-signature': { about: 'The anchor and one more.', code: 'trust.bad-signature', steps: [azStep(az1, anchorAZ, stranger)] },
  'doubled-signature': {
    about: 'The same signature twice.', code: 'trust.malformed',
    steps: [accept('part', canonical({ ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] }))],
  },
  'signature-high-s': { about: 'ES256 with s in the upper half.', code: 'trust.bad-signature', steps: [accept('part', secondForm(sign(ru1, anchorRU), p256Order, false))] },
  'signature-s-above-order': { about: 'Ed25519 with S + L.', code: 'trust.bad-signature', steps: [accept('part', secondForm(signedAz1, ed25519Order, true))] },
  'terms-shared-anchor': {
    about: 'Both countries have named one key; its one signature is not two.', code: 'trust.bad-signature',
    steps: [azStep(az1), ruStep(ru1), azStep(shared, anchorAZ, anchorRU), termsStep({ ...terms1, issued: '2026-11-03T00:00:00Z' }, anchorRU)],
  },
  'header-names-other-algorithm': { about: 'A good Ed25519 signature under a header that says ES256.', code: 'trust.bad-signature', steps: [azStep(az1, lyingAnchor)] },
  'no-signature': { about: 'An empty list of signatures.', code: 'trust.malformed', steps: [accept('part', canonical({ ...envelope, signatures: [] }))] },
  'signature-of-other-payload': {
    about: 'A good signature, moved to another payload.', code: 'trust.bad-signature',
    steps: [accept('part', canonical({ ...JSON.parse(sign({ ...az1, institutions: [] }, anchorAZ)), signatures: envelope.signatures }))],
  },
  'unprotected-header': {
    about: 'RFC 7515 allows `header`; here it is unknown.', code: 'input.unknown-member',
    steps: [accept('part', canonical({ ...envelope, signatures: [{ ...envelope.signatures[0], header: {} }] }))],
  },
  'white-space': { about: 'A space after the text.', code: 'input.not-canonical', steps: [accept('part', `${signedAz1} `)] },
  'duplicate-member-outside': {
    about: '`payload` twice in the envelope.', code: 'input.not-canonical',
    steps: [accept('part', signedAz1.replace('{"payload"', `{"payload":"e30","payload"`))],
  },
  'duplicate-member-inside': {
    about: '`number` twice in the signed payload.', code: 'input.not-canonical',
    steps: [accept('part', signText(canonical(az1).replace('"number":1', '"number":1,"number":2'), [anchorAZ]))],
  },
  'unknown-member': { about: 'A member the format does not have.', code: 'input.unknown-member', steps: [azStep({ ...az1, note: '' })] },
  'unknown-member-deep': {
    about: 'The same within a key.', code: 'input.unknown-member',
    steps: withPart([institution('az.afsa', [{ ...afsaKeys[0], comment: '' }])]),
  },
  'missing-member': { about: 'No names.', code: 'input.missing-member', steps: withPart([institution('az.afsa', [], { names: { az: 'A', ru: 'A' } })]) },
  'coerced-type': { about: 'A number as text.', code: 'input.bad-value', steps: [azStep({ ...az1, number: '1' })] },
  'fraction-of-second': { about: 'Times have whole seconds.', code: 'input.bad-value', steps: [azStep({ ...az1, issued: '2026-11-01T00:00:00.0Z' })] },
  'impossible-date': { about: '31 November.', code: 'input.bad-value', steps: [azStep({ ...az1, issued: '2026-11-31T00:00:00Z' })] },
  'time-offset': { about: 'Times are in UTC.', code: 'input.bad-value', steps: [azStep({ ...az1, issued: '2026-11-01T04:00:00+04:00' })] },
  'foreign-institution': { about: 'AZ names an institution of RU.', code: 'trust.foreign-institution', steps: withPart([institution('ru.fsvps', [])]) },
  'wrong-corridor': { about: 'A part of another corridor.', code: 'trust.wrong-corridor', steps: [azStep({ ...az1, corridor: 'az-ge' })] },
  'wrong-country': { about: 'A country outside the corridor.', code: 'trust.wrong-country', steps: [azStep({ ...az1, country: 'GE', institutions: [] })] },
  'demonstration-in-production': { about: 'A production list refuses demonstration parts.', pin: pin(false), code: 'trust.demonstration-mixed', steps: [azStep(az1)] },
  'production-in-demonstration': { about: 'And the other way round.', code: 'trust.demonstration-mixed', steps: [azStep({ ...az1, demonstration: false })] },
  'demonstration-terms': { about: 'The same for terms.', pin: pin(false), code: 'trust.demonstration-mixed', steps: [termsStep(terms1)] },
  rollback: { about: 'Part 1 again after part 2.', code: 'trust.rollback', steps: [azStep(az1), azStep(az2), azStep(az1)] },
  gap: { about: 'Part 2 before part 1.', code: 'trust.gap', steps: [azStep(az2)] },
  fork: { about: 'Two different parts 1.', code: 'trust.conflict', steps: [azStep(az1), azStep({ ...az1, institutions: [] })] },
  'fork-in-the-past': { about: 'Another part 1 after part 2.', code: 'trust.conflict', steps: [azStep(az1), azStep(az2), azStep({ ...az1, institutions: [] })] },
  'other-previous': { about: 'Part 2 follows another part 1.', code: 'trust.conflict', steps: afterAz1({ previous: digestOf(ru1) }) },
  'previous-in-first': { about: 'Part 1 follows nothing.', code: 'trust.malformed', steps: [azStep({ ...az1, previous: digestOf(ru1) })] },
  'issued-backwards': { about: 'Part 2 is issued before part 1.', code: 'trust.malformed', steps: afterAz1({ issued: '2026-10-31T23:59:59Z' }) },
  'next-update-not-after': { about: 'Next update at the time of issue.', code: 'trust.malformed', steps: [azStep({ ...az1, nextUpdate: az1['issued']! })] },
  'anchor-replaced-by-old-alone': { about: 'Only the old anchor signs.', code: 'trust.bad-signature', steps: [azStep(az1), azStep(replaced)] },
  'anchor-replaced-by-new-alone': { about: 'Only the new anchor signs.', code: 'trust.bad-signature', steps: [azStep(az1), azStep(replaced, newAnchor)] },
  'old-anchor-after-replacement': {
    about: 'The replaced anchor signs the next part.', code: 'trust.bad-signature',
    steps: [azStep(az1), azStep(replaced, anchorAZ, newAnchor), azStep(afterReplacement, anchorAZ)],
  },
  'old-anchor-terms': {
    about: 'The replaced anchor signs terms issued after the replacement.', code: 'trust.bad-signature',
    steps: [azStep(az1), azStep(replaced, anchorAZ, newAnchor), termsStep({ ...terms1, issued: '2026-11-03T00:00:00Z' })],
  },
  'anchor-replaced-under-terms': {
    about: 'The replacement claims to be older than terms that the old anchor signed.', code: 'trust.conflict',
    steps: [azStep(az1), termsStep({ ...terms1, issued: '2026-11-03T00:00:00Z' }), azStep(replaced, anchorAZ, newAnchor)],
  },
  'terms-wrong-corridor': { about: 'Terms of another corridor.', code: 'trust.wrong-corridor', steps: [termsStep({ ...terms1, corridor: 'az-ge' })] },
  'terms-one-anchor': { about: 'Terms need both countries.', code: 'trust.bad-signature', steps: [termsStep(terms1, anchorAZ)] },
  'terms-fork': { about: 'Two different terms 1.', code: 'trust.conflict', steps: [termsStep(terms1), termsStep({ ...terms1, limits: {} })] },
  'terms-gap': { about: 'Terms 2 before terms 1.', code: 'trust.gap', steps: [termsStep(following(terms1))] },
  'terms-rollback': { about: 'Terms 1 after terms 2.', code: 'trust.rollback', steps: [termsStep(terms1), termsStep(following(terms1)), termsStep(terms1)] },
  'part-as-terms': { about: 'A part delivered as terms.', code: 'input.unknown-member', steps: [accept('terms', signedAz1)] },
  'revocation-removed': { about: 'A revocation is taken back.', code: 'trust.conflict', steps: [azStep(az1), azStep(az2), azStep(following(az2, { institutions: [revoked()] }))] },
  'revocation-later': { about: 'A revocation is moved later.', code: 'trust.conflict', steps: [azStep(az1), azStep(az2), azStep(following(az2, { institutions: [revoked('2026-11-01T12:00:01Z')] }))] },
  'revoked-key-dropped': {
    about: 'A revoked key leaves, although it has run out.', code: 'trust.conflict',
    steps: [azStep(az1), azStep(az2), azStep(following(az2, { issued: '2027-02-01T00:00:00Z', nextUpdate: '2027-03-01T00:00:00Z', institutions: [] }))],
  },
  'key-dropped': { about: 'A key leaves before it has run out.', code: 'trust.malformed', steps: afterAz1({ institutions: [institution('az.afsa', afsaKeys.slice(0, 1))] }) },
  'key-moved': {
    about: 'A key moves to another institution.', code: 'trust.conflict',
    steps: afterAz1({ institutions: [institution('az.afsa', afsaKeys.slice(1)), institution('az.customs', afsaKeys.slice(0, 1))] }),
  },
  'key-use-changed': {
    about: 'A record key becomes a request key.', code: 'trust.conflict',
    steps: afterAz1({ institutions: [institution('az.afsa', [keyEntry(record, 'request', ...year), afsaKeys[1]!])] }),
  },
  'key-back-dated': {
    about: 'A key is made valid earlier than first stated.', code: 'trust.conflict',
    steps: afterAz1({ institutions: [institution('az.afsa', [keyEntry(record, 'record', '2025-01-01T00:00:00Z', year[1]), afsaKeys[1]!])] }),
  },
  'key-cut-short-in-the-past': {
    about: 'A key is ended before the part that ends it: that would be a revocation in disguise.', code: 'trust.conflict',
    steps: afterAz1({ institutions: [institution('az.afsa', [keyEntry(record, 'record', year[0], '2026-10-01T00:00:00Z'), afsaKeys[1]!])] }),
  },
  'key-revived': {
    about: 'A key that has run out is made valid again.', code: 'trust.conflict',
    steps: [azStep(az1), azStep(rotation), azStep(following(rotation, { issued: '2026-11-25T00:00:00Z', institutions: [revoked()] }))],
  },
  'key-until-before-from': { about: 'A key ends when it begins.', code: 'trust.malformed', steps: withPart([institution('az.afsa', [keyEntry(record, 'record', year[0], year[0])])]) },
  'domain-moved': {
    about: 'The domain of an institution that left goes to another.', code: 'trust.conflict',
    steps: [azStep({ ...az1, institutions: [institution('az.afsa', [])] }), azStep(following({ ...az1, institutions: [institution('az.afsa', [])] }, { institutions: [institution('az.customs', [], { domain: 'afsa.az.example' })] }))],
  },
  'domain-changed': { about: 'An institution changes its domain.', code: 'trust.conflict', steps: afterAz1({ institutions: [institution('az.afsa', afsaKeys, { domain: 'other.az.example' })] }) },
  'kid-not-thumbprint': {
    about: 'A key under the name of another.', code: 'trust.malformed',
    steps: withPart([institution('az.afsa', [{ ...keyEntry(record, 'record', ...year), kid: stranger.kid }])]),
  },
  'key-in-two-uses': {
    about: 'One public key signs records and requests.', code: 'trust.malformed',
    steps: withPart([institution('az.afsa', [keyEntry(record, 'record', ...year), keyEntry(record, 'request', ...year)])]),
  },
  'key-in-two-institutions': {
    about: 'Two institutions share a mirror key.', code: 'trust.malformed',
    steps: withPart([institution('az.afsa', [keyEntry(mirror, 'mirror', ...year)]), institution('az.customs', [keyEntry(mirror, 'mirror', ...year)])]),
  },
  'anchor-as-institution-key': { about: 'The anchor signs records too.', code: 'trust.malformed', steps: withPart([institution('az.afsa', [keyEntry(anchorAZ, 'record', ...year)])]) },
  'mirror-key-p256': { about: 'Logs and mirrors sign with Ed25519.', code: 'trust.malformed', steps: withPart([institution('az.afsa', [keyEntry(nextRecord, 'mirror', ...year)])]) },
  'key-off-curve': { about: 'A P-256 point that is not on the curve.', code: 'input.bad-value', steps: withPart([institution('az.afsa', [fakeKey(offCurve)])]) },
  'key-small-order': { about: 'The neutral Ed25519 point, under which anything verifies.', code: 'input.bad-value', steps: withPart([institution('az.afsa', [fakeKey(smallOrder)])]) },
  'private-key': { about: 'A private key in the list.', code: 'input.unknown-member', steps: withPart([institution('az.afsa', [{ ...afsaKeys[0], jwk: { ...record.jwk, d: 'AA' } }])]) },
  'doubled-domain': {
    about: 'Two institutions on one domain.', code: 'trust.malformed',
    steps: withPart([institution('az.afsa', []), institution('az.customs', [], { domain: 'afsa.az.example' })]),
  },
  'unsorted-functions': { about: 'Functions ascend.', code: 'trust.malformed', steps: withPart([institution('az.afsa', [], { functions: ['nppo', 'customs'] })]) },
  'unsorted-institutions': { about: 'Institutions ascend by id.', code: 'trust.malformed', steps: withPart([institution('az.customs', []), institution('az.afsa', [])]) },
  'domain-upper-case': { about: 'Domains are in lower case.', code: 'input.bad-value', steps: withPart([institution('az.afsa', [], { domain: 'AFSA.az.example' })]) },
  'endpoint-with-user': { about: 'No user name in an endpoint.', code: 'input.bad-value', steps: withPart([institution('az.afsa', [], { endpoint: 'http://a@afsa.az.example' })]) },
};

/** Path within this folder, and the text of the file. */
export function vectorFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const put = (path: string, value: JsonObject) => files.set(path, `${JSON.stringify(value, null, 1)}\n`);
  for (const [name, { about, steps, then = [], numbers, pin: own = pin() }] of Object.entries(valid)) {
    put(`valid/${name}.json`, { about, pin: own, steps, numbers, then });
  }
  for (const [name, { about, steps, code, pin: own = pin() }] of Object.entries(refused)) {
    put(`refused/${name}.json`, { about, code, step: steps.length - 1, pin: own, steps });
  }
  return files;
}
