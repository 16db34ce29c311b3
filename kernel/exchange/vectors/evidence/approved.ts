/** Evidence with approvals: what stands directly behind a record, and the enrolments that it rests on. */
import { base64url, utf8 } from '../../../bytes.ts';
import type { JsonObject } from '../../../canonical.ts';
import { portableCrypto } from '../../../crypto-portable.ts';
import { assertionBy } from '../../../testing/authenticator.ts';
import { type TestKey, testKey } from '../../../trust/vectors/authority.ts';
import {
  type Contents, contentsChallenge, type EnrolmentClaims, type OfficerRole, recordChallenge, witnessChallenge,
} from '../../approval.ts';
import type { EvidenceRecord } from '../../evidence.ts';
import { Channel, type Made, record } from '../corridor.ts';

export interface ApprovedCase {
  readonly about: string;
  readonly evidence: JsonObject;
  readonly expect: JsonObject;
}
type File = (subject: Made, records: readonly EvidenceRecord[], asOf: readonly Channel[]) => JsonObject;

const time = '2025-03-01T10:00:00Z';
const enrolled = '2025-02-01T09:00:00.000Z';
const relyingParty = 'desk.alpha.az.example';

interface Officer {
  readonly name: string;
  readonly key: TestKey;
}
const officer = (name: string): Officer => ({
  name: base64url(portableCrypto.sha256(utf8(`samur evidence officer ${name}`)).subarray(0, 16)),
  key: testKey(`evidence officer ${name}`, 'ES256'),
});
const [head, deputy, nigar, orxan] = [officer('head'), officer('deputy'), officer('nigar'), officer('orxan')];

async function enrol(
  who: Officer, roles: readonly OfficerRole[], witnesses: readonly Officer[], changes: Partial<EnrolmentClaims> = {},
): Promise<Made> {
  const stated = {
    officer: who.name, roles, key: who.key.jwk, relyingParty, means: 'passkey' as const, cause: 'enrolment' as const,
    ...(witnesses.length < 2 && { founding: true as const }), ...changes,
  };
  const confirmed = witnesses
    .map(({ name, key }) => ({
      officer: name, key: { ...key.jwk }, relyingParty,
      assertion: assertionBy(key, { challenge: witnessChallenge(stated, portableCrypto), relyingParty }),
    }))
    .toSorted((a, b) => (a.officer < b.officer ? -1 : 1));
  return record({
    label: `enrols ${who.name} ${JSON.stringify(changes)}`, profile: 'exchange', type: 'enrolment', time: enrolled,
    to: ['ru.beta', 'ru.gamma'], claims: { ...stated, key: { ...stated.key }, witnesses: confirmed } as unknown as JsonObject,
  });
}

async function approve(subject: Made, who: Officer, contents?: Contents, changes: JsonObject = {}): Promise<Made> {
  const challenge = contents ? contentsChallenge(contents, portableCrypto) : recordChallenge(subject.id);
  const claims = {
    record: subject.id, of: contents ? 'contents' : 'record', officer: who.name, key: { ...who.key.jwk }, relyingParty,
    assertion: { ...assertionBy(who.key, { challenge, relyingParty }) }, ...changes,
  };
  return record({ label: `${who.name} approves ${subject.id}`, profile: 'exchange', type: 'approval', claims });
}

const shown = (approval: Made, who: Officer, more: JsonObject = {}): JsonObject => ({
  id: approval.id, officer: who.name, roles: ['signatory'], of: 'record', time: Date.parse('2025-03-01T09:00:00.000Z'),
  userVerified: true, means: 'passkey', witnesses: [deputy, head].map(({ name }) => name).sort(), ...more,
});

/** They all stand; what goes wrong is told, and never makes a record less authentic than its issuer's signature. */
export async function approvedCases(file: File): Promise<Record<string, ApprovedCase>> {
  const founders = [await enrol(head, ['administrator'], []), await enrol(deputy, ['supervisor'], [head])];
  const joining = await enrol(nigar, ['signatory'], [head, deputy]);
  const second = await enrol(orxan, ['border-officer', 'signatory'], [head, deputy]);
  const early = await enrol(orxan, ['signatory'], []);
  const halfKnown = await enrol(nigar, ['signatory'], [head, orxan]);
  const end = await record({
    label: 'ends nigar', profile: 'exchange', type: 'enrolment-end', to: ['ru.beta', 'ru.gamma'],
    claims: { officer: nigar.name }, time: enrolled,
  });
  const parcel = await record({ label: 'P-20' });
  const contents: Contents = {
    annexes: [], claims: { number: 'P-20', grams: 900 }, profile: 'parcel', to: ['ru.beta'], type: 'parcel', version: 1,
  };
  const [byNigar, byOrxan] = [await approve(parcel, nigar), await approve(parcel, orxan)];
  const first = await approve(parcel, orxan, contents);
  const otherContents = await approve(parcel, orxan, { ...contents, claims: { number: 'P-20', grams: 901 } });
  const byHead = await approve(parcel, head);
  const swapped = await approve(parcel, nigar, undefined, {
    assertion: { ...assertionBy(nigar.key, { challenge: recordChallenge('0'.repeat(64)), relyingParty }) },
  });
  const staff = [...founders, joining, second];

  const on = (records: readonly Made[]) => Channel.at(time, 'az.alpha', 'ru.beta', records);
  const all = async (records: readonly Made[], left: readonly Made[] = []) => {
    const channel = await on(records);
    const kept = records.filter((one) => !left.includes(one));
    return file(parcel, kept.map((one) => channel.entry(one)), []);
  };
  const told = (code: string): JsonObject => ({ state: 'posted', approvals: [], told: [['approvals', code]] });
  const unknown = told('approval.unknown-officer');
  const refusal = await record({
    label: 'refuses the approval', issuer: 'ru.beta', to: ['az.alpha'], profile: 'exchange', type: 'refusal',
    claims: { record: byNigar.id, origin: 'alpha.az.example/ru.beta/1', index: 7, code: 'rule.broken' },
  });
  const answered = await Channel.at(time, 'ru.beta', 'az.alpha', [refusal]);
  const approved = await all([...staff, parcel, byNigar]);
  const withRefusal = { ...approved, records: [...(approved['records'] as JsonObject[]), { ...answered.entry(refusal) }] };

  return {
    approved: {
      about: 'A signatory approved the record; two officers had confirmed the key.', evidence: approved,
      expect: { state: 'posted', approvals: [shown(byNigar, nigar)] },
    },
    'approved-by-two': {
      about: 'Two: the first approved the contents, the second the record.',
      evidence: await all([...staff, parcel, first, byNigar]),
      expect: {
        state: 'posted',
        approvals: [shown(first, orxan, { of: 'contents', roles: ['border-officer', 'signatory'] }), shown(byNigar, nigar)],
      },
    },
    'approved-founding': {
      about: 'The key was enrolled when there was nobody to confirm it.',
      evidence: await all([early, parcel, byOrxan]),
      expect: { state: 'posted', approvals: [shown(byOrxan, orxan, { founding: true, witnesses: [] })] },
    },
    'approval-of-another': {
      about: 'What stands directly behind the record approves another one: none of this one is shown.',
      evidence: await all([...staff, parcel, await approve(early, nigar)]),
      expect: { state: 'posted', approvals: [] },
    },
    'approval-not-behind': {
      about: 'Another record stands between the record and its approval.',
      evidence: await all([...staff, parcel, end, byNigar], [end]),
      expect: { state: 'posted', approvals: [] },
    },
    'approval-before': {
      about: 'The approval stands before the record.',
      evidence: await all([...staff, byNigar, parcel]),
      expect: { state: 'posted', approvals: [] },
    },
    'approval-of-nobody': {
      about: 'The file leaves out the enrolment.', evidence: await all([...founders, parcel, byNigar]), expect: unknown,
    },
    'approval-before-enrolment': {
      about: 'The key was enrolled only afterwards.', evidence: await all([...founders, parcel, byNigar, joining]), expect: unknown,
    },
    'approval-after-end': {
      about: 'The enrolment had ended.', evidence: await all([...staff, end, parcel, byNigar]), expect: unknown,
    },
    'approval-without-role': {
      about: 'An administrator confirms keys and approves nothing.', evidence: await all([...staff, parcel, byHead]), expect: unknown,
    },
    'approval-witness-missing': {
      about: 'The file leaves out the enrolment of a witness.', evidence: await all([...staff, parcel, byNigar], [founders[1] as Made]),
      expect: unknown,
    },
    'approval-witness-without-role': {
      about: 'One of those who confirmed the key might not.', evidence: await all([...founders, early, halfKnown, parcel, byNigar]),
      expect: unknown,
    },
    'approval-of-other-contents': {
      about: 'The officer approved other claims than those of the record.', evidence: await all([...staff, parcel, otherContents]),
      expect: told('approval.bad-assertion'),
    },
    'approval-assertion-of-another': {
      about: 'The key answered another challenge: the approval does not open.', evidence: await all([...staff, parcel, swapped]),
      expect: told('approval.bad-assertion'),
    },
    'approval-refused': {
      about: 'The recipient refused the approval: it does not count.', evidence: withRefusal, expect: told('rule.broken'),
    },
  };
}
