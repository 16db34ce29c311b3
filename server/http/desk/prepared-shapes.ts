/** Shapes of what is prepared and approved. Everything that is taken is closed. */
import { type Static, Type } from 'typebox';
import { ref } from '../components.ts';
import { Digest, Draft, InstitutionId, Name } from '../schemas.ts';
import { AuthenticationResponse, Handle, Id } from './people-shapes.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const changes = ['time', 'basis', 'heads', 'trust', 'findings', 'status'] as const;

export const ByRecord = Type.Object({ id: Digest }, closed);

export const NewPrepared = Type.Object(
  {
    ...Draft.properties,
    application: Type.Optional(Type.String({ ...Id, description: 'Application that the record answers.' })),
  },
  closed,
);
export type NewPrepared = Static<typeof NewPrepared>;

const demonstration = Type.Literal(true, { description: 'By the key that a demonstration keeps for its people.' });
export const Approval = Type.Union([
  Type.Object({ response: AuthenticationResponse }, closed),
  Type.Object({ demonstration }, closed),
]);

export const Countersignature = Type.Union([
  Type.Object({ draft: Draft, handle: Handle, response: AuthenticationResponse }, closed),
  Type.Object({ draft: Draft, handle: Type.Optional(Handle), demonstration }, closed),
]);
export type Countersignature = Static<typeof Countersignature>;

export const PreparedView = Type.Object(
  {
    id: Type.String({ ...Digest, description: 'Of the record to be: the challenge for the officer’s key.' }),
    findings: Type.Array(ref('Finding'), { description: 'None refuses.' }),
    to: Type.Array(InstitutionId),
    claims: Type.Unsafe({ type: 'object' }),
    time: Type.Integer({ description: 'Stated time, ms since 1970.' }),
    expires: Type.Integer({ description: 'Forgotten at this time (ms), or when the server starts again.' }),
    needed: Type.Enum([1, 2], { description: 'Persons who approve a record of this type.' }),
    given: Type.Enum([0, 1], { description: 'Of another person, who has approved the same contents.' }),
    assertion: Type.Optional(
      Type.Unsafe<object>({
        type: 'object',
        description: '`PublicKeyCredentialRequestOptionsJSON`; absent for who may not approve it.',
      }),
    ),
  },
  closed,
);

export const ChangedProblem = Type.Object(
  { changes: Type.Array(Type.Enum([...changes])), prepared: PreparedView },
  { description: 'Problem `approval.changed`: what is other than it was shown, and the record to approve instead.' },
);

export const CountersignedView = Type.Object(
  {
    id: Id,
    profile: Name,
    type: Name,
    to: Type.Array(InstitutionId),
    claims: Type.Unsafe({ type: 'object' }),
    annexes: Draft.properties.annexes,
    about: Type.Optional(Digest),
    number: Type.String(),
    title: Type.String(),
    person: Type.Object({ id: Id, name: Type.String() }, closed),
    created: Time,
    expires: Time,
  },
  closed,
);
