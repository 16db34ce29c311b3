/** Shapes of answers, for the documentation and the tests that hold real answers against them. */
import { type TSchema, Type } from 'typebox';
import { refusalCodes } from '../../kernel/refusal.ts';
import { Digest, InstitutionId, Name } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Count = Type.Integer({ minimum: 0 });
const Origin = Type.String({ examples: ['afsa.az.example/ru.fsvps/1'] });
const Severity = Type.Enum(['refuse', 'warn', 'inform']);
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);

/** By reference, so that the documentation names each shape once. */
export function ref(name: keyof typeof components): TSchema {
  return Type.Unsafe({ $ref: `${name}#` });
}

const line = {
  id: Digest,
  seq: Count,
  direction: Type.Enum(['issued', 'received']),
  profile: Name,
  type: Name,
  version: Type.Integer({ minimum: 1 }),
  issuer: InstitutionId,
  to: Type.Array(InstitutionId),
  time: Time,
  about: Type.Optional(Digest),
  number: Type.String({ description: 'The number people know it by; empty when it has none.' }),
  title: Type.String(),
  state: Type.String({
    description: 'State in the life cycle of its type, or `in-force`, `void`, `waiting`, `held`, an outcome.',
  }),
  worst: Type.Optional(Severity),
};

const receipt = Type.Object({ size: Count, time: Time }, closed);
const reference = (name: string) => Type.Unsafe({ $ref: `${name}#` });
const list = (name: string) => Type.Object({ items: Type.Array(reference(name)) }, closed);

const placement = Type.Object(
  { origin: Origin, recipient: InstitutionId, index: Count, receipt: Type.Optional(receipt) },
  closed,
);
const followUp = Type.Object(
  { id: Digest, type: Name, event: Type.String(), issuer: InstitutionId, time: Time, outcome: Type.String() },
  closed,
);
const annexName = Type.Object({ digest: Digest, mediaType: Type.String(), name: Type.String(), size: Count }, closed);
const key = Type.Array(Type.String());
const Amount = Type.String({ description: 'Decimal number in the unit of the ledger.' });

export const components = {
  Finding: Type.Object(
    {
      code: Type.String({ description: 'A refusal code, or a code of the profile.' }),
      severity: Severity,
      path: Type.String({ description: 'JSON Pointer into the claims or the body; an element path for XML.' }),
      text: Type.String({ description: 'In the language asked for with Accept-Language.' }),
      texts: Text,
    },
    closed,
  ),
  Problem: Type.Object(
    {
      type: Type.String({ examples: ['urn:samur:problem:rule.broken'] }),
      title: Type.String({ description: 'In the language asked for with Accept-Language.' }),
      status: Type.Integer({ minimum: 400, maximum: 599 }),
      code: Type.Enum([...refusalCodes]),
      findings: Type.Array(reference('Finding')),
      demonstration: Type.Optional(Type.Literal(true)),
      size: Type.Optional(Type.Integer({ description: 'Entries held of a channel: send from this index.' })),
      missing: Type.Optional(Type.Array(Digest, { description: 'Annexes to send before the entries.' })),
    },
    { ...closed, description: 'RFC 9457 problem document.' },
  ),
  RecordLine: Type.Object(line, closed),
  Record: Type.Object(
    {
      ...line,
      claims: Type.Unsafe({ type: 'object' }),
      annexes: Type.Array(annexName),
      findings: Type.Array(reference('Finding')),
      refusals: Type.Array(Type.Object({ id: Digest, by: InstitutionId, code: Type.Enum([...refusalCodes]) }, closed)),
      placements: Type.Array(placement),
      followUps: Type.Array(followUp),
      waitsFor: Type.Optional(Type.String()),
      demonstration: Type.Boolean(),
    },
    closed,
  ),
  RecordPage: Type.Object({ items: Type.Array(reference('RecordLine')), next: Type.Optional(Type.String()) }, closed),
  Check: Type.Object(
    {
      findings: Type.Array(reference('Finding')),
      type: Type.Optional(Name),
      claims: Type.Optional(Type.Unsafe({ type: 'object', description: 'XML only: what was understood.' })),
    },
    closed,
  ),
  Annex: Type.Object({ digest: Digest }, closed),
  Channel: Type.Object(
    {
      origin: Origin,
      issuer: InstitutionId,
      recipient: InstitutionId,
      generation: Type.Integer({ minimum: 1 }),
      direction: Type.Enum(['out', 'in']),
      size: Count,
      root: Digest,
      receipt: Type.Optional(receipt),
      lag: Type.Integer({ minimum: 0, description: 'Entries without a receipt.' }),
      oldestWaiting: Type.Optional(Time),
      lastError: Type.Optional(Type.String()),
      open: Type.Boolean(),
    },
    closed,
  ),
  Channels: list('Channel'),
  RegisterLine: Type.Object({ register: Type.String(), key, value: Type.Unknown(), record: Digest }, closed),
  Register: list('RegisterLine'),
  Account: Type.Object(
    {
      ledger: Type.String(),
      key,
      unit: Type.String({ description: 'UNECE Recommendation 20.' }),
      available: Amount,
      credited: Amount,
      debited: Amount,
      frozen: Type.Boolean(),
      byMovement: Type.Record(Type.String(), Amount),
    },
    closed,
  ),
  Ledger: list('Account'),
  Misconduct: Type.Object({ items: Type.Array(Type.Unsafe({ type: 'object' })) }, closed),
  Institution: Type.Object(
    {
      id: InstitutionId,
      country: Type.String(),
      corridor: Type.String(),
      names: Text,
      functions: Type.Array(Type.String()),
      client: Type.String({ description: 'Name of the token.' }),
      rights: Type.Array(Type.Enum(['read', 'issue', 'administer'])),
      trust: Type.Record(Type.String(), Count, { description: 'Number of each trust list part held.' }),
      demonstration: Type.Boolean(),
    },
    closed,
  ),
  Receipt: Type.Object(
    { size: Count, cosignature: Type.String({ description: 'C2SP tlog-cosignature lines.' }) },
    closed,
  ),
} satisfies Record<string, TSchema>;
