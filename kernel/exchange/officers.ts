/**
 * Officers of an institution as others know them: a pseudonym, a key, and what the key may approve. Which assertions hold
 * is not asked here but where records are opened (`approval.ts`).
 */
import { canonical, type JsonObject } from '../canonical.ts';
import type { Finding } from '../finding.ts';
import type { JsonSchema, Rule } from '../profile.ts';
import type { RegisterEntry } from '../question.ts';
import type { Statement, View } from '../statement.ts';
import type { Jwk } from '../trust/jwk.ts';

/** Roles that a key is enrolled for, ascending. What else a person may do stays inside the institution. */
export const officerRoles = ['administrator', 'border-officer', 'signatory', 'supervisor'] as const;
export type OfficerRole = (typeof officerRoles)[number];

/** `demonstration`: a key in software, pressed by nobody; under a demonstration trust list alone. */
export const keyMeans = ['passkey', 'demonstration'] as const;
export type KeyMeans = (typeof keyMeans)[number];

/** What an authenticator gave (Web Authentication Level 3 §7.2), each base64url. */
export interface Assertion {
  readonly authenticatorData: string;
  /** The bytes of `clientDataJSON`. */
  readonly clientData: string;
  /** 64 bytes: ES256 as r || s with s in the lower half, never DER; Ed25519 as it is. */
  readonly signature: string;
}

/** Who confirmed an enrolment. */
export interface Witness {
  readonly officer: string;
  readonly key: Jwk;
  readonly relyingParty: string;
  readonly assertion: Assertion;
  /** Set when the witness's own key is enrolled with these means. */
  readonly demonstration?: true;
}

export interface EnrolmentClaims {
  /** Pseudonym: 22 characters of base64url. */
  readonly officer: string;
  /** Ascending. */
  readonly roles: readonly OfficerRole[];
  readonly key: Jwk;
  /** Domain that the key is bound to, without port. */
  readonly relyingParty: string;
  readonly means: KeyMeans;
  readonly cause: 'enrolment' | 'recovery' | 'roles';
  /** Set while the institution has too few officers to witness. */
  readonly founding?: true;
  /** Ascending by officer. */
  readonly witnesses: readonly Witness[];
}

export interface EnrolmentEndClaims {
  readonly officer: string;
}

export interface ApprovalClaims {
  /** Hex id of the record approved, which stands directly before this one, or before other approvals of it. */
  readonly record: string;
  /** What the officer's key signed: the record's id, or its contents before there was an id. */
  readonly of: 'record' | 'contents';
  readonly officer: string;
  readonly key: Jwk;
  readonly relyingParty: string;
  readonly assertion: Assertion;
  /** Set when the key is enrolled with these means. */
  readonly demonstration?: true;
}

/** What the register `officer` holds under institution and officer. */
export interface EnrolledOfficer {
  readonly roles: readonly OfficerRole[];
  readonly key: Jwk;
  readonly relyingParty: string;
  readonly means: KeyMeans;
  readonly founding?: true;
}

/** Approvals and enrolments that one evidence file is asked about; two approvals rest on few. */
export const maxOfficerRecords = 64;

/** Of the exchange's own types, those that state something: a refusal can undo them. */
export const statingTypes: readonly string[] = ['enrolment', 'enrolment-end'];

export const officerRegister = 'officer';

const base64url = (length: string): JsonSchema => ({ type: 'string', pattern: `^[A-Za-z0-9_-]{${length}}$` });
const coordinate = base64url('43');
const officer = base64url('22');
const relyingParty: JsonSchema = {
  type: 'string',
  maxLength: 253,
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*$',
};

export function closed(properties: JsonObject, optional: readonly string[] = []): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((member) => !optional.includes(member)),
    additionalProperties: false,
  };
}

const key: JsonSchema = {
  anyOf: [
    closed({ kty: { const: 'OKP' }, crv: { const: 'Ed25519' }, x: coordinate }),
    closed({ kty: { const: 'EC' }, crv: { const: 'P-256' }, x: coordinate, y: coordinate }),
  ],
};
const assertion = closed({
  authenticatorData: base64url('50,2000'),
  clientData: base64url('1,4000'),
  signature: base64url('86'),
});
const demonstration: JsonSchema = { const: true };

export const enrolmentSchema = closed(
  {
    officer,
    roles: { type: 'array', items: { enum: officerRoles }, minItems: 1, maxItems: officerRoles.length },
    key,
    relyingParty,
    means: { enum: keyMeans },
    cause: { enum: ['enrolment', 'recovery', 'roles'] },
    founding: { const: true },
    witnesses: {
      type: 'array',
      items: closed({ officer, key, relyingParty, assertion, demonstration }, ['demonstration']),
      maxItems: 2,
    },
  },
  ['founding'],
);

export const enrolmentEndSchema = closed({ officer });

export const approvalSchema = closed(
  {
    record: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    of: { enum: ['record', 'contents'] },
    officer,
    key,
    relyingParty,
    assertion,
    demonstration,
  },
  ['demonstration'],
);

const enrolmentOf = ({ claims }: Pick<Statement, 'claims'>) => claims as unknown as EnrolmentClaims;
const refused = (code: string, path: string): Finding => ({ code, severity: 'refuse', path });

/** The value that an enrolment states. */
export function enrolled({ roles, key, relyingParty, means, founding }: EnrolmentClaims): EnrolledOfficer {
  return { roles, key, relyingParty, means, ...(founding && { founding }) };
}

/** Whether a key named in a record is the one enrolled, by the same means. */
export function isEnrolledKey(
  { key, relyingParty, means }: EnrolledOfficer,
  named: Pick<Witness, 'key' | 'relyingParty' | 'demonstration'>,
): boolean {
  return (
    canonical({ ...key }) === canonical({ ...named.key }) &&
    relyingParty === named.relyingParty &&
    (means === 'demonstration') === (named.demonstration === true)
  );
}

/** May witness enrolments. */
export const mayWitness = ({ roles }: Pick<EnrolledOfficer, 'roles'>): boolean =>
  roles.includes('administrator') || roles.includes('supervisor');

/** May approve records. */
export const mayApprove = ({ roles }: Pick<EnrolledOfficer, 'roles'>): boolean =>
  roles.includes('signatory') || roles.includes('border-officer');

/** Two witnesses, another officer each; when founding one at most. Roles and witnesses in their one order. */
export const twoWitnesses: Rule = {
  name: 'two-witnesses',
  contents: true,
  check(statement) {
    const { officer, roles, founding, witnesses } = enrolmentOf(statement);
    const officers = witnesses.map((witness) => witness.officer);
    const keys = new Set([enrolmentOf(statement), ...witnesses].map((one) => canonical({ ...one.key })));
    const isApart = ascends(officers) && !officers.includes(officer) && keys.size === witnesses.length + 1;
    return [
      ...(ascends(roles) ? [] : [refused('bad-order', '/roles')]),
      ...(isApart ? [] : [refused('witnesses-not-apart', '/witnesses')]),
      ...((founding ? witnesses.length <= 1 : witnesses.length === 2) ? [] : [refused('two-witnesses', '/witnesses')]),
    ];
  },
};

function ascends(texts: readonly string[]): boolean {
  return texts.every((text, index) => index === 0 || (texts[index - 1] as string) < text);
}

/** Each witness is enrolled to witness; no key serves two officers; founding ends with the second who can witness. */
export const enrolledWitnesses: Rule = {
  name: 'enrolled-witnesses',
  reads: ({ issuer }) => [{ register: officerRegister, prefix: [issuer] }],
  check(statement, view) {
    const claims = enrolmentOf(statement);
    const others = officersOf(view, statement.issuer).filter(({ name }) => name !== claims.officer);
    const own = view.register(officerRegister, [statement.issuer, claims.officer]);
    // The same once more: an institution that came to the exchange later is told what the others know.
    const isKnown = own !== undefined && canonical(own) === canonical({ ...enrolled(claims) } as unknown as JsonObject);
    const shared = others.some(({ value }) => canonical({ ...value.key }) === canonical({ ...claims.key }));
    return [
      ...(shared ? [refused('key-in-use', '/key')] : []),
      ...(isKnown ? [] : unknownWitnesses(claims, others)),
      ...(isKnown ? [] : foundingFault(claims, others)),
    ];
  },
};

interface NamedOfficer {
  readonly name: string;
  readonly value: EnrolledOfficer;
}

function officersOf(view: View, issuer: string): NamedOfficer[] {
  return view.list(officerRegister, [issuer]).map(({ key, value }: RegisterEntry) => ({
    name: key[1] ?? '',
    value: value as unknown as EnrolledOfficer,
  }));
}

function unknownWitnesses({ witnesses }: EnrolmentClaims, others: readonly NamedOfficer[]): Finding[] {
  return witnesses.flatMap((witness, index) => {
    const found = others.find(({ name }) => name === witness.officer)?.value;
    const holds = found && mayWitness(found) && isEnrolledKey(found, witness);
    return holds ? [] : [refused('approval.unknown-officer', `/witnesses/${index}`)];
  });
}

function foundingFault({ founding, witnesses }: EnrolmentClaims, others: readonly NamedOfficer[]): Finding[] {
  if (!founding) return [];
  const able = others.filter(({ value }) => mayWitness(value)).length;
  if (able > 1) return [refused('founding-over', '/founding')];
  return witnesses.length < able ? [refused('two-witnesses', '/witnesses')] : [];
}

/** The officer is enrolled with this key and may approve. */
export const enrolledApprover: Rule = {
  name: 'enrolled-approver',
  reads: ({ issuer, claims }) => [{ register: officerRegister, key: [issuer, String(claims['officer'])] }],
  check({ issuer, claims }, view) {
    const approval = claims as unknown as ApprovalClaims;
    const found = view.register(officerRegister, [issuer, approval.officer]) as unknown as EnrolledOfficer | undefined;
    const holds = found && mayApprove(found) && isEnrolledKey(found, approval);
    return holds ? [] : [refused('approval.unknown-officer', '/officer')];
  },
};
