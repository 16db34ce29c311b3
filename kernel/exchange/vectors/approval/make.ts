/** Every vector of approvals and enrolments, by its path. The test beside the code checks that the files say the same. */
import { base64url, concat, fromBase64url, utf8 } from '../../../bytes.ts';
import type { Json, JsonObject } from '../../../canonical.ts';
import { portableCrypto } from '../../../crypto-portable.ts';
import type { RefusalCode } from '../../../refusal.ts';
import { assertionBy, type Touch } from '../../../testing/authenticator.ts';
import { type TestKey, testKey } from '../../../trust/vectors/authority.ts';
import {
  type ApprovalClaims, type Contents, contentsChallenge, type EnrolledOfficer, type EnrolmentClaims, recordChallenge,
  type Witness, witnessChallenge,
} from '../../approval.ts';

export interface ApprovalVector {
  readonly about: string;
  readonly type: 'enrolment' | 'approval';
  /** Whether the trust list is one of a demonstration. */
  readonly demonstration: boolean;
  readonly claims: JsonObject;
  /** Officers of the issuer, ascending by pseudonym, when the record is made. */
  readonly officers: readonly { readonly officer: string; readonly value: JsonObject }[];
  /** For an approval: what it stands behind. */
  readonly record?: JsonObject;
  readonly code?: RefusalCode;
  /** Codes of the findings of the rules, ascending. */
  readonly findings?: readonly string[];
}

const relyingParty = 'desk.example.az';
const officer = (name: string): string => base64url(portableCrypto.sha256(utf8(`samur test officer ${name}`)).subarray(0, 16));

export interface TestOfficer {
  readonly name: string;
  readonly key: TestKey;
}
const person = (name: string, algorithm: 'EdDSA' | 'ES256' = 'ES256'): TestOfficer => ({
  name: officer(name), key: testKey(`officer ${name}`, algorithm),
});
const [leyla, murad, nigar, orxan, stranger] = [
  person('leyla'), person('murad', 'EdDSA'), person('nigar'), person('orxan', 'EdDSA'), person('stranger'),
];
/** The same key under another pseudonym. */
const double: TestOfficer = { name: officer('double'), key: nigar.key };

const value = (who: TestOfficer, roles: EnrolledOfficer['roles'], more: Partial<EnrolledOfficer> = {}) =>
  ({ officer: who.name, value: { roles, key: { ...who.key.jwk }, relyingParty, means: 'passkey', ...more } as unknown as JsonObject });
const inOrder = <T extends { readonly officer: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.officer < b.officer ? -1 : 1));
const staff = inOrder([value(leyla, ['administrator']), value(murad, ['supervisor']), value(nigar, ['signatory'])]);

type Stated = Omit<EnrolmentClaims, 'witnesses'>;
type Bend = Partial<Touch> & { readonly by?: TestKey; readonly after?: (signature: string) => string };

function witness(stated: Stated, who: TestOfficer, bend: Bend = {}, demonstration = false): Witness {
  const touch: Touch = {
    challenge: witnessChallenge(stated, portableCrypto), relyingParty,
    ...(demonstration && { means: 'demonstration' }), ...bend,
  };
  const assertion = assertionBy(bend.by ?? who.key, touch);
  return {
    officer: who.name, key: who.key.jwk, relyingParty,
    assertion: { ...assertion, signature: bend.after?.(assertion.signature) ?? assertion.signature },
    ...(demonstration && { demonstration: true }),
  };
}

const joining: Stated = {
  officer: orxan.name, roles: ['signatory'], key: orxan.key.jwk, relyingParty, means: 'passkey', cause: 'enrolment',
};

function enrolment(witnesses: readonly Witness[], stated: Stated = joining): JsonObject {
  return { ...stated, key: { ...stated.key }, witnesses: inOrder(witnesses) } as unknown as JsonObject;
}

const contents: Contents = {
  annexes: [{ digest: 'ab'.repeat(32), mediaType: 'application/pdf', name: 'qərar.pdf', size: 1024 }],
  claims: { number: 'P-1', grams: 250, note: 'ş' }, profile: 'parcel', to: ['ru.beta'], type: 'parcel', version: 1,
};
const followUp: Contents = { ...contents, about: '22'.repeat(32), annexes: [], to: ['ru.beta', 'ru.gamma'] };
const id = '11'.repeat(32);
const recordOf = (one: Contents = contents): JsonObject => ({ id, ...one } as unknown as JsonObject);

function approval(bend: Bend = {}, changes: Partial<ApprovalClaims> = {}, who: TestOfficer = nigar): JsonObject {
  const touch: Touch = {
    challenge: recordChallenge(id), relyingParty, ...(changes.demonstration && { means: 'demonstration' }), ...bend,
  };
  const assertion = assertionBy(bend.by ?? who.key, touch);
  const signature = bend.after?.(assertion.signature) ?? assertion.signature;
  const claims: ApprovalClaims = {
    record: id, of: 'record', officer: who.name, key: who.key.jwk, relyingParty, assertion: { ...assertion, signature },
    ...changes,
  };
  return { ...claims, key: { ...claims.key }, assertion: { ...claims.assertion } } as unknown as JsonObject;
}

const base64urlChallenge = base64url(recordChallenge(id));
const bothWitnesses = [witness(joining, leyla), witness(joining, murad)];
const founding: Stated = { ...joining, roles: ['administrator', 'signatory'], founding: true };
const weak = { means: 'demonstration' as const };

type Case = Omit<ApprovalVector, 'type' | 'demonstration' | 'officers'> & Partial<ApprovalVector>;

const valid: Record<string, Case> = {
  'record-es256': { about: 'A passkey on P-256 approves a record by its id.', claims: approval(), record: recordOf() },
  'record-eddsa': {
    about: 'The same with Ed25519.', claims: approval({}, {}, murad), record: recordOf(),
    officers: [value(murad, ['border-officer', 'supervisor'])],
  },
  'contents': {
    about: 'The first of two officers approves the contents, before there is an id.',
    claims: approval({ challenge: contentsChallenge(contents, portableCrypto) }, { of: 'contents' }), record: recordOf(),
  },
  'contents-of-follow-up': {
    about: 'Of a follow-up: its subject belongs to the contents, the heads it names do not.',
    claims: approval({ challenge: contentsChallenge(followUp, portableCrypto) }, { of: 'contents' }),
    record: recordOf(followUp),
  },
  'origin-below': {
    about: 'A page below the domain of the key, on a port.', claims: approval({ origin: 'https://az.desk.example.az:8443' }), record: recordOf(),
  },
  'origin-localhost': {
    about: 'Plain HTTP on this computer.', record: recordOf(),
    claims: approval({ relyingParty: 'az.localhost', origin: 'http://az.localhost:4100' }, { relyingParty: 'az.localhost' }),
    officers: [value(nigar, ['signatory'], { relyingParty: 'az.localhost' })],
  },
  'other-members': {
    about: 'A browser may add members of its own, in any order.', record: recordOf(),
    claims: approval({ clientData: `{"origin":"https://${relyingParty}", "new":[1.5],"challenge":"${base64urlChallenge}","type":"webauthn.get"}` }),
  },
  'client-data-names-in-texts': {
    about: 'What looks like names inside texts, and one name in two objects.', record: recordOf(),
    claims: approval({ clientData: `{"type":"webauthn.get","challenge":"${base64urlChallenge}","origin":"https:\\/\\/${relyingParty}","a":{"type" :"\\"type\\":"},"b":["\\\\",{"type":1}]}` }),
  },
  'with-extensions': {
    about: 'Extension data after the counter, as its flag says.', record: recordOf(),
    claims: approval({ flags: 0x85, extensions: new Uint8Array([0xa0]) }),
  },
  'backed-up': { about: 'Flags that say where the key is kept.', claims: approval({ flags: 0x1d }), record: recordOf() },
  'demonstration': {
    about: 'A key in software, in a demonstration: nobody was present, and it says so.', demonstration: true,
    claims: approval({}, { demonstration: true }), record: recordOf(), officers: [value(nigar, ['signatory'], weak)],
  },
  'enrolment': { about: 'A key that two officers confirmed.', type: 'enrolment', claims: enrolment(bothWitnesses) },
  'enrolment-recovery': {
    about: 'A new key for an officer who lost the old one.', type: 'enrolment',
    officers: inOrder([...staff, value({ ...orxan, key: stranger.key }, ['signatory'])]),
    claims: (() => {
      const stated: Stated = { ...joining, cause: 'recovery' };
      return enrolment([witness(stated, leyla), witness(stated, murad)], stated);
    })(),
  },
  'enrolment-founding': {
    about: 'The first officer: there is nobody to confirm.', type: 'enrolment', officers: [], claims: enrolment([], founding),
  },
  'enrolment-founding-second': {
    about: 'The second, confirmed by the first.', type: 'enrolment', officers: [value(leyla, ['administrator'])],
    claims: enrolment([witness(founding, leyla)], founding),
  },
  'enrolment-again': {
    about: 'What is in force already, once more: for an institution that did not get it the first time.', type: 'enrolment',
    officers: inOrder([...staff, value(orxan, founding.roles, { founding: true })]),
    claims: enrolment([], founding),
  },
  'enrolment-demonstration': {
    about: 'A key in software, confirmed by such keys.', type: 'enrolment', demonstration: true,
    officers: inOrder([value(leyla, ['administrator'], weak), value(murad, ['supervisor'], weak)]),
    claims: (() => {
      const stated: Stated = { ...joining, ...weak };
      return enrolment([witness(stated, leyla, {}, true), witness(stated, murad, {}, true)], stated);
    })(),
  },
};

const bad = 'approval.bad-assertion' as const;
const said = (members: Readonly<Record<string, unknown>>): JsonObject => approval({ clientData: members });

const refused: Record<string, Case & { readonly code: RefusalCode }> = {
  'other-record': { about: 'It stands behind another record.', code: bad, claims: approval(), record: { ...recordOf(), id: '33'.repeat(32) } },
  'other-id': { about: 'The key answered another challenge than the id.', code: bad, claims: approval({ challenge: recordChallenge('33'.repeat(32)) }), record: recordOf() },
  'other-contents': {
    about: 'The claims are not those that were approved.', code: bad,
    claims: approval({ challenge: contentsChallenge(contents, portableCrypto) }, { of: 'contents' }),
    record: recordOf({ ...contents, claims: { ...contents.claims, grams: 251 } }),
  },
  'other-recipients': {
    about: 'The recipients are not those that were approved.', code: bad,
    claims: approval({ challenge: contentsChallenge(contents, portableCrypto) }, { of: 'contents' }),
    record: recordOf({ ...contents, to: ['ru.beta', 'ru.gamma'] }),
  },
  'contents-as-record': {
    about: 'An approval of contents passed off as one of the record.', code: bad,
    claims: approval({ challenge: contentsChallenge(contents, portableCrypto) }), record: recordOf(),
  },
  'witness-as-approval': {
    about: 'What was signed to confirm a key approves no record.', code: bad,
    claims: approval({ challenge: witnessChallenge(joining, portableCrypto) }, { of: 'contents' }), record: recordOf(),
  },
  'challenge-short': { about: 'A challenge of 31 bytes.', code: bad, claims: approval({ challenge: new Uint8Array(31) }, { of: 'contents' }), record: recordOf() },
  'challenge-padded': { about: 'The challenge with padding.', code: bad, claims: said({ challenge: `${base64urlChallenge}=` }), record: recordOf() },
  'registration': { about: 'What a new key says is no assertion.', code: bad, claims: said({ type: 'webauthn.create' }), record: recordOf() },
  'payment': { about: 'An assertion of a payment.', code: bad, claims: said({ type: 'payment.get' }), record: recordOf() },
  'foreign-origin': { about: 'A page of another domain.', code: bad, claims: approval({ origin: 'https://desk.example.ru' }), record: recordOf() },
  'origin-beside': { about: 'A domain that ends alike and is not below.', code: bad, claims: approval({ origin: 'https://evildesk.example.az' }), record: recordOf() },
  'origin-above': { about: 'The domain above.', code: bad, claims: approval({ origin: 'https://example.az' }), record: recordOf() },
  'origin-http': { about: 'Plain HTTP over a network.', code: bad, claims: approval({ origin: `http://${relyingParty}` }), record: recordOf() },
  'origin-with-path': { about: 'An address is no origin.', code: bad, claims: approval({ origin: `https://${relyingParty}/` }), record: recordOf() },
  'origin-with-user': { about: 'A user before the host.', code: bad, claims: approval({ origin: `https://x@${relyingParty}` }), record: recordOf() },
  'origin-absent': { about: 'No origin.', code: bad, claims: said({ origin: undefined }), record: recordOf() },
  'cross-origin': { about: 'Inside a page of somebody else.', code: bad, claims: said({ crossOrigin: true }), record: recordOf() },
  'client-data-no-json': { about: 'Client data that is no JSON.', code: bad, claims: approval({ clientData: '{' }), record: recordOf() },
  'client-data-list': { about: 'Client data that is a list.', code: bad, claims: approval({ clientData: '[]' }), record: recordOf() },
  'client-data-mark': {
    about: 'A byte order mark before the client data.', code: bad, record: recordOf(),
    claims: approval({ clientData: `\ufeff{"type":"webauthn.get","challenge":"${base64urlChallenge}","origin":"https://${relyingParty}"}` }),
  },
  'client-data-nan': {
    about: 'A number that JSON does not have.', code: bad, record: recordOf(),
    claims: approval({ clientData: `{"type":"webauthn.get","challenge":"${base64urlChallenge}","origin":"https://${relyingParty}","n":NaN}` }),
  },
  'client-data-doubled': {
    about: 'Two origins; readers differ in which one they take.', code: bad, record: recordOf(),
    claims: approval({ clientData: `{"type":"webauthn.get","challenge":"${base64urlChallenge}","origin":"https://example.ru","origin":"https://${relyingParty}"}` }),
  },
  'client-data-doubled-inside': {
    about: 'One name twice in an object within.', code: bad, record: recordOf(),
    claims: approval({ clientData: `{"type":"webauthn.get","challenge":"${base64urlChallenge}","origin":"https://${relyingParty}","n":[{"a":1,"\\u0061":2}]}` }),
  },
  'client-data-deep': {
    about: 'Nested 33 deep.', code: bad, record: recordOf(),
    claims: approval({ clientData: `{"type":"webauthn.get","challenge":"${base64urlChallenge}","origin":"https://${relyingParty}","n":${'['.repeat(32)}${']'.repeat(32)}}` }),
  },
  'other-relying-party': { about: 'The authenticator signed for another domain.', code: bad, claims: approval({ relyingParty: 'example.az', origin: `https://${relyingParty}` }), record: recordOf() },
  'not-present': { about: 'Nobody touched the key.', code: bad, claims: approval({ flags: 0x04 }), record: recordOf() },
  'not-verified': { about: 'The key did not recognise its user.', code: bad, claims: approval({ flags: 0x01 }), record: recordOf() },
  'attested-data': { about: 'A new key among the authenticator data.', code: bad, claims: approval({ flags: 0x45 }), record: recordOf() },
  'bytes-left-over': { about: 'Bytes that no flag announces.', code: bad, claims: approval({ extensions: new Uint8Array([0xa0]) }), record: recordOf() },
  'extensions-absent': { about: 'Extensions announced, none there.', code: bad, claims: approval({ flags: 0x85 }), record: recordOf() },
  'signature-altered': {
    about: 'One bit of the signature.', code: bad, record: recordOf(),
    claims: approval({ after: (text) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1) }),
  },
  'signature-high-s': { about: 's in the upper half: a second form of the same signature.', code: bad, claims: approval({ after: highS }), record: recordOf() },
  'signature-by-another': { about: 'Signed by another key.', code: bad, claims: approval({ by: stranger.key }), record: recordOf() },
  'key-off-curve': {
    about: 'A key that is no point of the curve.', code: bad, record: recordOf(),
    claims: { ...approval(), key: { ...nigar.key.jwk, x: base64url(new Uint8Array(32).fill(1)) } as unknown as JsonObject },
  },
  'base64-spare-bits': {
    about: 'Spare bits in the last character.', code: bad, record: recordOf(),
    claims: (() => {
      const claims = approval();
      const assertion = claims['assertion'] as { [member: string]: string };
      return { ...claims, assertion: { ...assertion, signature: `${assertion['signature']?.slice(0, -1)}B` } };
    })(),
  },
  'demonstration-in-production': {
    about: 'A key in software where no demonstration is.', code: 'trust.demonstration-mixed', record: recordOf(),
    claims: approval({}, { demonstration: true }), officers: [value(nigar, ['signatory'], weak)],
  },
  'demonstration-present': {
    about: 'A key in software says that somebody was there.', code: bad, demonstration: true, record: recordOf(),
    claims: approval({ flags: 0x05 }, { demonstration: true }), officers: [value(nigar, ['signatory'], weak)],
  },
  'demonstration-hidden': {
    about: 'It does not say that it is one.', code: bad, demonstration: true, record: recordOf(),
    claims: approval({ means: 'demonstration' }), officers: [value(nigar, ['signatory'], weak)],
  },
  'demonstration-for-passkey': {
    about: 'A passkey is enrolled: it may not answer as a key in software.', code: 'rule.broken', demonstration: true,
    claims: approval({}, { demonstration: true }), record: recordOf(), findings: ['approval.unknown-officer'],
  },
  'unknown-officer': {
    about: 'Enrolled by nobody.', code: 'rule.broken', claims: approval({}, {}, stranger), record: recordOf(), findings: ['approval.unknown-officer'],
  },
  'other-key': {
    about: 'Another key than the one enrolled.', code: 'rule.broken', record: recordOf(), findings: ['approval.unknown-officer'],
    claims: approval({ by: stranger.key }, { key: stranger.key.jwk }),
  },
  'no-approver': {
    about: 'An administrator confirms keys and approves nothing.', code: 'rule.broken', claims: approval({}, {}, leyla), record: recordOf(),
    findings: ['approval.unknown-officer'],
  },
  'der-signature': { about: 'DER, which authenticators give.', code: 'record.bad-claims', claims: approval({ after: () => `MEUC${'A'.repeat(92)}` }), record: recordOf() },
  'unknown-member': { about: 'A member of its own.', code: 'record.bad-claims', claims: { ...approval(), note: '' }, record: recordOf() },
  'demonstration-false': { about: 'A flag that is absent when it is not set.', code: 'record.bad-claims', claims: { ...approval(), demonstration: false }, record: recordOf() },
  'relying-party-port': { about: 'A domain with a port.', code: 'record.bad-claims', claims: { ...approval(), relyingParty: 'az.localhost:4100' }, record: recordOf() },
  'key-with-kid': {
    about: 'A key with a further member.', code: 'record.bad-claims', record: recordOf(),
    claims: { ...approval(), key: { ...nigar.key.jwk, kid: nigar.key.kid } as unknown as JsonObject },
  },
  'enrolment-one-witness': {
    about: 'One witness, and no founding.', type: 'enrolment', code: 'rule.broken', claims: enrolment([witness(joining, leyla)]), findings: ['two-witnesses'],
  },
  'enrolment-three-witnesses': {
    about: 'Three: one too many.', type: 'enrolment', code: 'record.bad-claims', claims: enrolment([...bothWitnesses, witness(joining, nigar)]),
  },
  'enrolment-same-witness': {
    about: 'The same witness twice.', type: 'enrolment', code: 'rule.broken', findings: ['witnesses-not-apart'],
    claims: enrolment([witness(joining, leyla), witness(joining, leyla)]),
  },
  'enrolment-own-witness': {
    about: 'The officer confirms the own key.', type: 'enrolment', code: 'rule.broken', findings: ['approval.unknown-officer', 'witnesses-not-apart'],
    claims: enrolment([witness(joining, leyla), witness(joining, orxan)]),
  },
  'enrolment-witnesses-unordered': {
    about: 'Witnesses in another order.', type: 'enrolment', code: 'rule.broken', findings: ['witnesses-not-apart'],
    claims: { ...enrolment(bothWitnesses), witnesses: inOrder(bothWitnesses).toReversed() as unknown as Json },
  },
  'enrolment-roles-unordered': {
    about: 'Roles in another order.', type: 'enrolment', code: 'rule.broken', findings: ['bad-order'],
    claims: (() => {
      const stated: Stated = { ...joining, roles: ['supervisor', 'signatory'] };
      return enrolment([witness(stated, leyla), witness(stated, murad)], stated);
    })(),
  },
  'enrolment-unknown-role': {
    about: 'A role that no key is enrolled for.', type: 'enrolment', code: 'record.bad-claims',
    claims: { ...enrolment(bothWitnesses), roles: ['auditor'] },
  },
  'enrolment-witness-of-other-key': {
    about: 'A witness confirmed another key.', type: 'enrolment', code: bad,
    claims: enrolment([witness(joining, leyla), witness({ ...joining, key: stranger.key.jwk }, murad)]),
  },
  'enrolment-witness-of-other-roles': {
    about: 'A witness confirmed fewer roles.', type: 'enrolment', code: bad,
    claims: enrolment([witness(founding, leyla), witness({ ...founding, roles: ['signatory'] }, murad)], founding),
  },
  'enrolment-witness-not-verified': {
    about: 'The key of a witness did not recognise its user.', type: 'enrolment', code: bad,
    claims: enrolment([witness(joining, leyla), witness(joining, murad, { flags: 0x01 })]),
  },
  'enrolment-witness-without-role': {
    about: 'A signatory may not confirm keys.', type: 'enrolment', code: 'rule.broken', findings: ['approval.unknown-officer'],
    claims: enrolment([witness(joining, leyla), witness(joining, nigar)]),
  },
  'enrolment-witness-unknown': {
    about: 'A witness whom nobody enrolled.', type: 'enrolment', code: 'rule.broken', findings: ['approval.unknown-officer'],
    claims: enrolment([witness(joining, leyla), witness(joining, stranger)]),
  },
  'enrolment-witnesses-one-key': {
    about: 'Two witnesses with one key.', type: 'enrolment', code: 'rule.broken', findings: ['approval.unknown-officer', 'approval.unknown-officer', 'witnesses-not-apart'],
    claims: enrolment([witness(joining, nigar), witness(joining, double)]),
  },
  'enrolment-key-in-use': {
    about: 'The key of another officer.', type: 'enrolment', code: 'rule.broken', findings: ['key-in-use'],
    claims: (() => {
      const stated: Stated = { ...joining, key: nigar.key.jwk };
      return enrolment([witness(stated, leyla), witness(stated, murad)], stated);
    })(),
  },
  'enrolment-founding-over': {
    about: 'Founding, when there are two who can confirm.', type: 'enrolment', code: 'rule.broken', findings: ['founding-over'],
    claims: enrolment([witness(founding, leyla)], founding),
  },
  'enrolment-founding-unconfirmed': {
    about: 'Founding past the one who can confirm.', type: 'enrolment', code: 'rule.broken', findings: ['two-witnesses'],
    officers: [value(leyla, ['administrator'])], claims: enrolment([], founding),
  },
  'enrolment-demonstration-in-production': {
    about: 'A key in software where no demonstration is.', type: 'enrolment', code: 'trust.demonstration-mixed', officers: [],
    claims: enrolment([], { ...founding, ...weak }),
  },
  'enrolment-key-of-small-order': {
    about: 'A key of small order.', type: 'enrolment', code: bad, officers: [],
    claims: enrolment([], { ...founding, key: { kty: 'OKP', crv: 'Ed25519', x: base64url(concat(new Uint8Array([1]), new Uint8Array(31))) } }),
  },
};

/** s replaced by n - s. */
function highS(signature: string): string {
  const bytes = fromBase64url(signature) as Uint8Array;
  const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const s = n - BigInt(`0x${bytes.subarray(32).toHex()}`);
  return base64url(concat(bytes.subarray(0, 32), Uint8Array.fromHex(s.toString(16).padStart(64, '0'))));
}

export function vectorFiles(): Map<string, string> {
  const written = (kind: string, cases: Record<string, Case>): [string, string][] =>
    Object.entries(cases).map(([name, { about, ...one }]) => {
      const vector = { about, type: 'approval', demonstration: false, officers: staff, ...one };
      return [`${kind}/${name}.json`, `${JSON.stringify(vector, null, 1)}\n`];
    });
  return new Map([...written('valid', valid), ...written('refused', refused)]);
}
