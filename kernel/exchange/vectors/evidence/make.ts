/** Every evidence vector, by its path. The test beside the code checks that the files say the same. */
import { base64url, fromBase64url, fromUtf8, utf8 } from '../../../bytes.ts';
import type { Json, JsonObject } from '../../../canonical.ts';
import { portableCrypto } from '../../../crypto-portable.ts';
import { recordId } from '../../../record/record.ts';
import { pin, testKey } from '../../../trust/vectors/authority.ts';
import type { EvidenceChannel, EvidenceRecord } from '../../evidence.ts';
import { Channel, keys, type Made, record, trust, type TrustChanges } from '../corridor.ts';
import { approvedCases } from './approved.ts';

const now = '2025-03-10T00:00:00Z';
const morning = '2025-03-01T10:00:00Z';
const evening = '2025-03-01T18:00:00Z';
const nextDay = '2025-03-02T10:00:00Z';

interface Case {
  readonly about: string;
  /** A file that is no JSON, as it stands. */
  readonly text?: string;
  readonly evidence?: JsonObject;
  readonly pin?: JsonObject;
  readonly now?: string;
  readonly maxAgeSeconds?: number;
}
type Valid = Case & { readonly expect: JsonObject };
type Refused = Case & { readonly code: string; readonly step?: string };

function file(
  subject: Made, records: readonly EvidenceRecord[], asOf: readonly Channel[], changes: TrustChanges = {},
): JsonObject {
  return {
    samur: 'evidence/1',
    subject: subject.id,
    trust: trust(changes),
    records: records.map((one) => ({ ...one })),
    asOf: asOf.map((channel) => ({ ...channel.asOf }) satisfies EvidenceChannel),
    demonstration: changes.demonstration ?? true,
  };
}

/** Vectors as JSON texts: `valid/*.json` say what is found, `refused/*.json` the code. */
export async function vectorFiles(): Promise<Map<string, string>> {
  const parcel = await record({ label: 'P-1' });
  const sent = await Channel.at(morning, 'az.alpha', 'ru.beta', [parcel]);
  const accept = await record({
    label: 'accept P-1', issuer: 'ru.beta', to: ['az.alpha'], type: 'verdict', claims: { kind: 'accept' },
    time: '2025-03-01T17:00:00.000Z', about: { after: [], id: parcel.id }, basis: [sent.basis],
  });
  const answered = await Channel.at(evening, 'ru.beta', 'az.alpha', [accept]);
  const recall = await record({
    label: 'recall P-1', type: 'recall', claims: { reason: 'mistake' }, time: '2025-03-02T09:00:00.000Z',
    about: { after: [], id: parcel.id },
  });
  const recalled = await Channel.at(nextDay, 'az.alpha', 'ru.beta', [parcel, recall]);
  const lateAccept = await record({
    label: 'accept after recall P-1', issuer: 'ru.beta', to: ['az.alpha'], type: 'verdict',
    claims: { kind: 'accept' }, time: '2025-03-02T17:00:00.000Z', about: { after: [recall.id], id: parcel.id },
  });
  const answeredLate = await Channel.at('2025-03-02T18:00:00Z', 'ru.beta', 'az.alpha', [accept, lateAccept]);
  const replacement = await record({
    label: 'P-2', time: '2025-03-02T09:30:00.000Z', about: { after: [], id: parcel.id },
  });
  const replaced = await Channel.at(nextDay, 'az.alpha', 'ru.beta', [parcel, replacement]);
  const refusal = await record({
    label: 'refuses P-1', issuer: 'ru.beta', to: ['az.alpha'], profile: 'exchange', type: 'refusal',
    claims: { record: parcel.id, origin: sent.origin, index: 2, code: 'record.time-ahead' }, time: '2025-03-01T17:00:00.000Z',
  });
  const undone = await Channel.at(evening, 'ru.beta', 'az.alpha', [refusal]);
  const shared = await record({ label: 'P-3', to: ['ru.beta', 'ru.gamma'] });
  const toBeta = await Channel.at(morning, 'az.alpha', 'ru.beta', [shared]);
  const toGamma = await Channel.at(evening, 'az.alpha', 'ru.gamma', [shared]);
  const opening = await record({
    label: 'accepts generation 2', issuer: 'ru.beta', to: ['az.alpha'], profile: 'exchange', type: 'acceptance',
    claims: {
      origin: 'alpha.az.example/ru.beta/2', opening: '0'.repeat(64),
      previous: { origin: sent.origin, size: 3, root: sent.basis.root },
    },
  });
  const opened = await Channel.at(morning, 'ru.beta', 'az.alpha', [opening]);
  const stranger = await record({ label: 'P-9' });
  const unmarked = await record({ label: 'P-8', marked: false });
  const unmarkedSent = await Channel.at(morning, 'az.alpha', 'ru.beta', [unmarked]);
  const own = file(parcel, [sent.entry(parcel)], [sent]);

  const valid: Record<string, Valid> = {
    posted: {
      about: 'One record, one channel.',
      evidence: own,
      expect: { state: 'posted', notAfter: morning, asOf: [asOf(sent)], ageSeconds: 741_600, tooOld: false },
    },
    accepted: {
      about: 'The recipient accepted. The state is as old as the older of both channels.',
      evidence: file(parcel, [sent.entry(parcel), answered.entry(accept)], []),
      expect: { state: 'accepted', notAfter: morning, asOf: [asOf(sent), asOf(answered)], ageSeconds: 741_600, tooOld: false },
    },
    'newer-checkpoint': {
      about: 'A newer checkpoint of a channel makes the state younger; the time of the record stays proved by its own.',
      evidence: file(parcel, [sent.entry(parcel)], [recalled]),
      expect: { state: 'posted', notAfter: morning, asOf: [asOf(recalled)], ageSeconds: 655_200, tooOld: false },
    },
    'follow-up': {
      about: 'The acceptance itself. Its basis and the checkpoint in the file prove that it was not made earlier.',
      evidence: file(accept, [answered.entry(accept), sent.entry(parcel)], []),
      expect: { state: 'effective', notAfter: evening, notBefore: morning },
    },
    crossed: {
      about: 'Recall and acceptance crossed: the recall comes first, the acceptance is superseded.',
      evidence: file(parcel, [recalled.entry(parcel), recalled.entry(recall), answered.entry(accept)], []),
      expect: { state: 'recalled', notAfter: nextDay },
    },
    'out-of-turn': {
      about: 'Accepted by one who knew of the recall: no effect.',
      evidence: file(parcel, [recalled.entry(parcel), recalled.entry(recall), answeredLate.entry(lateAccept)], []),
      expect: { state: 'recalled' },
    },
    replaced: {
      about: 'The replaced record.',
      evidence: file(parcel, [replaced.entry(parcel), replaced.entry(replacement)], []),
      expect: { state: 'replaced' },
    },
    replacement: {
      about: 'The replacement, with the record that it replaces.',
      evidence: file(replacement, [replaced.entry(replacement), replaced.entry(parcel)], []),
      expect: { state: 'posted' },
    },
    'refused-by-recipient': {
      about: 'A refusal that undoes: authentic, without effect.',
      evidence: file(parcel, [sent.entry(parcel), undone.entry(refusal)], []),
      expect: { state: 'void' },
    },
    'two-recipients': {
      about: 'On two channels: the earlier cosignature proves the time.',
      evidence: file(shared, [{ jws: shared.jws, proofs: [toGamma.proof(shared), toBeta.proof(shared)] }], []),
      expect: { state: 'posted', notAfter: morning, asOf: [asOf(toBeta), asOf(toGamma)] },
    },
    'revoked-later': {
      about: 'The key was lost after the cosignature.',
      evidence: file(parcel, [sent.entry(parcel)], [], { revokedAt: '2025-03-01T10:00:01Z' }),
      expect: { state: 'posted' },
    },
    stale: {
      about: 'Past the next update of the trust list: told, still authentic.',
      evidence: file(parcel, [sent.entry(parcel)], [], { nextUpdate: '2025-03-09T00:00:00Z' }),
      expect: { state: 'posted', told: [['trust-fresh', 'trust.stale']] },
    },
    'too-old': {
      about: 'Authentic, yet the state is older than asked for.',
      evidence: own, maxAgeSeconds: 86_400,
      expect: { state: 'posted', ageSeconds: 741_600, tooOld: true },
    },
    'young-enough': {
      about: 'The state is exactly as old as is allowed.',
      evidence: own, maxAgeSeconds: 741_600,
      expect: { state: 'posted', tooOld: false },
    },
    'follow-up-without-receipt': {
      about: 'A follow-up without a cosigned checkpoint is told and ignored.',
      evidence: file(parcel, [sent.entry(parcel), { jws: recall.jws, proofs: [] }], []),
      expect: { state: 'posted', told: [['follow-ups', 'evidence.no-cosignature']] },
    },
    'follow-up-forged': {
      about: 'A follow-up whose signature does not hold is told and ignored.',
      evidence: file(parcel, [sent.entry(parcel), { ...answered.entry(accept), jws: spoilt(accept.jws) }], []),
      expect: { state: 'posted', told: [['follow-ups', 'record.bad-signature']] },
    },
    'follow-up-past-missing': {
      about: 'A follow-up names one that the file leaves out: noticed, told, ignored.',
      evidence: file(parcel, [sent.entry(parcel), answeredLate.entry(lateAccept)], []),
      expect: { state: 'posted', told: [['follow-ups', 'state.unknown-subject']] },
    },
    'parent-missing': {
      about: 'A replacement without the record that it replaces: authentic, its state unknown.',
      evidence: file(replacement, [replaced.entry(replacement)], []),
      expect: { told: [['state', 'state.unknown-subject']] },
    },
    'unrelated-record': {
      about: 'A good record that has nothing to do with the subject is told and ignored.',
      evidence: file(parcel, [sent.entry(parcel), toBeta.entry(shared)], []),
      expect: { state: 'posted', told: [['follow-ups', 'evidence.wrong-record']], asOf: [asOf(sent)] },
    },
    'as-of-not-backed': {
      about: 'A size that the checkpoint does not prove does not count.',
      evidence: { ...own, asOf: [{ ...sent.asOf, size: 99 }] },
      expect: { state: 'posted', told: [['cosignature', 'evidence.malformed']], asOf: [asOf(sent)] },
    },
    'exchange-record': {
      about: 'A record of the exchange itself: authentic, and has no state.',
      evidence: file(opening, [opened.entry(opening)], []),
      expect: { asOf: [asOf(opened)] },
    },
  };

  const withNote = async (changes: Parameters<typeof Channel.at>[4]): Promise<JsonObject> => {
    const channel = await Channel.at(morning, 'az.alpha', 'ru.beta', [parcel], changes);
    return file(parcel, [channel.entry(parcel)], []);
  };
  const future = await Channel.at('2025-03-10T00:05:01Z', 'az.alpha', 'ru.beta', [parcel]);
  const backwards = await Channel.at(morning, 'ru.beta', 'az.alpha', [parcel]);
  const badClaims = await record({ label: 'P-4', claims: { number: 'P-4', grams: 0 } });
  const badClaimsSent = await Channel.at(morning, 'az.alpha', 'ru.beta', [badClaims]);
  const unknownType = await record({ label: 'P-5', type: 'letter' });
  const unknownTypeSent = await Channel.at(morning, 'az.alpha', 'ru.beta', [unknownType]);
  const { demonstration: _, ...incomplete } = own;

  const refused: Record<string, Refused> = {
    'signature-altered': {
      about: 'One bit of the signature.', code: 'record.bad-signature', step: 'signature',
      evidence: file(parcel, [{ ...sent.entry(parcel), jws: spoilt(parcel.jws) }], []),
    },
    'payload-altered': {
      about: 'One character of the claims: the record has another id, and is not the subject.',
      code: 'evidence.wrong-record', step: 'record-form',
      evidence: file(parcel, [{ ...sent.entry(parcel), jws: otherNumber(parcel.jws) }], []),
    },
    'payload-altered-subject-too': {
      about: 'The same, and the file names the new id: neither the signature nor the log holds it.',
      code: 'record.bad-signature', step: 'signature',
      evidence: renamed(own, otherNumber(parcel.jws)),
    },
    'subject-missing': {
      about: 'The file is about another record.', code: 'evidence.wrong-record', step: 'record-form',
      evidence: { ...own, subject: stranger.id },
    },
    'record-doubled': {
      about: 'The same record twice.', code: 'evidence.malformed',
      evidence: file(parcel, [sent.entry(parcel), sent.entry(parcel)], []),
    },
    'wrong-pin': {
      about: 'The trust list is not signed by the pinned anchors.', code: 'trust.bad-signature', step: 'trust-anchor',
      evidence: own, pin: { ...pin(), anchors: { AZ: { ...testKey('other AZ').anchor }, RU: { ...testKey('other RU').anchor } } },
    },
    'wrong-corridor': {
      about: 'The pin of another corridor.', code: 'trust.wrong-corridor', step: 'trust-anchor',
      evidence: own,
      pin: { corridor: 'az-ge', demonstration: true, anchors: { AZ: { ...testKey('other AZ').anchor }, GE: { ...testKey('other GE').anchor } } },
    },
    'demonstration-against-production': {
      about: 'Demonstration evidence, production pin.', code: 'trust.demonstration-mixed', step: 'demonstration',
      evidence: own, pin: pin(false),
    },
    'demonstration-hidden': {
      about: 'The same; the file says that it is none.', code: 'trust.demonstration-mixed', step: 'trust-anchor',
      evidence: { ...own, demonstration: false }, pin: pin(false),
    },
    'production-against-demonstration': {
      about: 'And the other way round.', code: 'trust.demonstration-mixed', step: 'demonstration',
      evidence: file(parcel, [sent.entry(parcel)], [], { demonstration: false }),
    },
    'demonstration-unmarked': {
      about: 'A record of a demonstration that does not say so.', code: 'trust.demonstration-mixed', step: 'demonstration',
      evidence: file(unmarked, [unmarkedSent.entry(unmarked)], []),
    },
    'no-proofs': {
      about: 'A record without any proof.', code: 'evidence.no-cosignature', step: 'cosignature',
      evidence: file(parcel, [{ jws: parcel.jws, proofs: [] }], []),
    },
    'not-cosigned': {
      about: 'A checkpoint that the recipient did not cosign.', code: 'evidence.no-cosignature', step: 'cosignature',
      evidence: await withNote('not-cosigned'),
    },
    'cosigned-by-sender': {
      about: 'The sender cosigns its own log.', code: 'evidence.no-cosignature', step: 'cosignature',
      evidence: await withNote({ by: keys['az.alpha'].mirror, name: 'alpha.az.example/az.alpha' }),
    },
    'cosigned-by-sender-under-other-name': {
      about: 'The sender cosigns under the name of the recipient.', code: 'evidence.no-cosignature', step: 'cosignature',
      evidence: await withNote({ by: keys['az.alpha'].mirror }),
    },
    'cosigned-by-record-key': {
      about: 'The right institution, the wrong key.', code: 'evidence.no-cosignature', step: 'cosignature',
      evidence: await withNote({ by: keys['ru.beta'].record }),
    },
    'cosigned-in-the-future': {
      about: 'More than five minutes after the clock of the verifier.', code: 'log.bad-cosignature', step: 'cosignature',
      evidence: file(parcel, [future.entry(parcel)], []),
    },
    'one-proof-of-two-bad': {
      about: 'One good proof does not make up for a bad one.', code: 'evidence.no-cosignature', step: 'cosignature',
      evidence: file(parcel, [{
        jws: parcel.jws,
        proofs: [sent.proof(parcel), (await Channel.at(evening, 'az.alpha', 'ru.beta', [parcel], 'not-cosigned')).proof(parcel)],
      }], []),
    },
    'other-origin': {
      about: 'A checkpoint of a channel to one the record is not addressed to.', code: 'log.wrong-origin', step: 'log-signature',
      evidence: file(parcel, [(await Channel.at(morning, 'az.alpha', 'ru.gamma', [parcel])).entry(parcel)], []),
    },
    'other-direction': {
      about: 'A channel of the recipient.', code: 'log.wrong-origin', step: 'log-signature',
      evidence: file(parcel, [backwards.entry(parcel)], []),
    },
    'origin-malformed': {
      about: 'An origin without a generation.', code: 'log.wrong-origin', step: 'log-signature',
      evidence: await withNote({ origin: 'alpha.az.example/ru.beta' }),
    },
    'log-signed-by-record-key': {
      about: 'The checkpoint is signed by another key of the sender.', code: 'log.bad-signature', step: 'log-signature',
      evidence: await withNote({ logKey: keys['az.alpha'].record }),
    },
    'other-index': {
      about: 'The inclusion proof of another entry.', code: 'log.bad-inclusion', step: 'inclusion',
      evidence: file(parcel, [{ jws: parcel.jws, proofs: [sent.proof(parcel, 1)] }], []),
    },
    'proof-malformed': {
      about: 'A proof of another form.', code: 'log.malformed-proof', step: 'inclusion',
      evidence: file(parcel, [{ jws: parcel.jws, proofs: [sent.note] }], []),
    },
    revoked: {
      about: 'The key was lost before the cosignature.', code: 'trust.key-revoked', step: 'key-valid',
      evidence: file(parcel, [sent.entry(parcel)], [], { revokedAt: '2025-03-01T09:59:59Z' }),
    },
    'revoked-at-that-moment': {
      about: 'At the very second of the cosignature.', code: 'trust.key-revoked', step: 'key-valid',
      evidence: file(parcel, [sent.entry(parcel)], [], { revokedAt: morning }),
    },
    'not-entitled': {
      about: 'The issuer does not hold the function.', code: 'record.not-entitled', step: 'issuer-entitled',
      evidence: file(parcel, [sent.entry(parcel)], [], { functions: ['other'] }),
    },
    'bad-claims': {
      about: 'Claims outside the schema.', code: 'record.bad-claims', step: 'claims-valid',
      evidence: file(badClaims, [badClaimsSent.entry(badClaims)], []),
    },
    'unknown-type': {
      about: 'A type that is not in force.', code: 'record.unknown-type', step: 'claims-valid',
      evidence: file(unknownType, [unknownTypeSent.entry(unknownType)], []),
    },
    'trust-gap': {
      about: 'The record names common terms that the file leaves out.', code: 'trust.gap', step: 'issuer-known',
      evidence: { ...own, trust: { ...trust(), terms: [] } },
    },
    'not-json': { about: 'Not JSON.', code: 'input.not-json', text: '{"samur":"evidence/1"' },
    'not-an-object': { about: 'JSON, but a list.', code: 'input.bad-value', text: '[]' },
    'other-version': { about: 'A version to come.', code: 'input.bad-value', evidence: { ...own, samur: 'evidence/2' } },
    'unknown-member': { about: 'A member the form does not have.', code: 'input.unknown-member', evidence: { ...own, note: '' } },
    'unknown-member-deep': {
      about: 'The same within a record.', code: 'input.unknown-member',
      evidence: { ...own, records: [{ ...sent.entry(parcel), time: 1 }] },
    },
    'missing-member': { about: 'Demonstration is not told.', code: 'input.missing-member', evidence: incomplete },
    'coerced-type': { about: 'A flag as text.', code: 'input.bad-value', evidence: { ...own, demonstration: 'true' } },
  };
  return new Map([...written('valid', { ...valid, ...(await approvedCases(file)) }), ...written('refused', refused)]);
}

function written(kind: string, cases: Record<string, Case>): [string, string][] {
  return Object.entries(cases).map(([name, { evidence, text, ...rest }]) => {
    const vector = { pin: pin(), now, ...rest, ...(text === undefined ? { evidence } : { text }) } as unknown as Json;
    return [`${kind}/${name}.json`, `${JSON.stringify(vector, null, 1)}\n`];
  });
}

function asOf({ origin, entries, time }: Channel): JsonObject {
  return { origin, size: entries.length, time };
}

/** Another signature of the same form: its first character, so that the base64 stays canonical. */
function spoilt(jws: string): string {
  const at = jws.lastIndexOf('.') + 1;
  return jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
}

function otherNumber(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const text = fromUtf8(fromBase64url(payload) as Uint8Array) as string;
  return [header, base64url(utf8(text.replace('"P-1"', '"P-7"'))), signature].join('.');
}

function renamed(evidence: JsonObject, jws: string): JsonObject {
  const subject = recordId(jws.slice(0, jws.lastIndexOf('.')), portableCrypto);
  const [first] = evidence['records'] as readonly JsonObject[];
  return { ...evidence, subject, records: [{ ...first, jws }] };
}
