/** Shapes of answers, for the documentation and the tests that hold real answers against them. */
import { type TSchema, Type } from 'typebox';
import { keyMeans, officerRoles } from '../../kernel/exchange/officers.ts';
import { refusalCodes } from '../../kernel/refusal.ts';
import { CheckAnswer } from './check-shape.ts';
import { clock } from './clock-shape.ts';
import { Comparison } from './comparison-shape.ts';
import { QuestionAnswer, Questions } from './question-shapes.ts';
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
    description: 'State in the life cycle of its type, or `in-force`, `void`, `waiting`, `unverified`, an outcome.',
  }),
  worst: Type.Optional(Severity),
  clock: Type.Optional(clock),
};

const receipt = Type.Object({ size: Count, time: Time }, closed);
const reference = (name: string) => Type.Unsafe({ $ref: `${name}#` });
const list = (name: string) => Type.Object({ items: Type.Array(reference(name)) }, closed);
const page = (name: string) =>
  Type.Object({ items: Type.Array(reference(name)), next: Type.Optional(Type.String()) }, closed);

const placement = Type.Object(
  { origin: Origin, recipient: InstitutionId, index: Count, receipt: Type.Optional(receipt) },
  closed,
);
const followUp = Type.Object(
  { id: Digest, type: Name, event: Type.String(), issuer: InstitutionId, time: Time, outcome: Type.String() },
  closed,
);
const approval = Type.Object(
  {
    id: Type.String({ ...Digest, description: 'Of the record that carries it.' }),
    officer: Type.String({ description: 'Pseudonym.' }),
    roles: Type.Array(Type.Enum(officerRoles), { description: 'That the key was enrolled for by then.' }),
    of: Type.Enum(['record', 'contents']),
    time: Time,
    userVerified: Type.Boolean(),
    means: Type.Enum(keyMeans),
    founding: Type.Optional(Type.Literal(true)),
  },
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
      notKnown: Type.Optional(
        Type.Literal(true, { description: 'The issuer could not have known of it when it signed.' }),
      ),
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
      approvals: Type.Array(approval, { description: 'Of officers; none in what a program issued.' }),
      waitsFor: Type.Optional(Type.String()),
      demonstration: Type.Boolean(),
    },
    closed,
  ),
  RecordPage: page('RecordLine'),
  Signal: Type.Object(
    { ...line, findings: Type.Array(reference('Finding'), { description: 'Those that are signals.' }) },
    closed,
  ),
  SignalPage: page('Signal'),
  Check: Type.Object(
    {
      findings: Type.Array(reference('Finding')),
      type: Type.Optional(Name),
      claims: Type.Optional(Type.Unsafe({ type: 'object', description: 'XML only: what was understood.' })),
    },
    closed,
  ),
  Comparison,
  CheckAnswer,
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
  RegisterLine: Type.Object(
    { register: Type.String(), key, value: Type.Unknown(), record: Digest, time: Time },
    closed,
  ),
  Register: page('RegisterLine'),
  RegisterRow: Type.Object(
    {
      register: Type.String(),
      key,
      statements: Type.Array(
        Type.Object(
          {
            record: Digest,
            issuer: InstitutionId,
            value: Type.Unknown({ description: 'Null takes the key out.' }),
            time: Type.Integer({ description: 'Stated time, ms.' }),
            effective: Type.Boolean({ description: 'False: refused, superseded or out of turn.' }),
            known: Type.Array(Type.Object({ institution: InstitutionId, time: Time }, closed), {
              description: 'First cosignature of each recipient whose channel is held here.',
            }),
          },
          closed,
        ),
        { description: 'In the order in which they hold.' },
      ),
      on: Type.Optional(
        Type.Object(
          {
            time: Time,
            inForce: Type.Optional(Type.String({ ...Digest, description: 'Record in force by stated time.' })),
            known: Type.Array(Type.Object({ institution: InstitutionId, record: Type.Optional(Digest) }, closed), {
              description: 'Of each recipient, the last effective statement it had cosigned; without a record: none.',
            }),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
  RegisterHistory: page('RegisterRow'),
  Questions,
  QuestionAnswer,
  Account: Type.Object(
    {
      ledger: Type.String(),
      key,
      unit: Type.String({ description: 'UNECE Recommendation 20.' }),
      available: Amount,
      credited: Amount,
      debited: Amount,
      settled: Type.String({ description: 'What the other side found to be free, and so left the account.' }),
      frozen: Type.Boolean(),
      byMovement: Type.Record(Type.String(), Amount),
    },
    closed,
  ),
  Ledger: page('Account'),
  Affected: Type.Object(
    {
      count: Count,
      byState: Type.Array(Type.Object({ type: Name, state: Type.String(), count: Count }, closed)),
      items: Type.Array(Type.Object({ ...line, findings: Type.Array(reference('Finding')) }, closed), {
        maxItems: 200,
        description: 'The newest, with the refusals that the draft brings about or takes away.',
      }),
      totals: Type.Array(
        Type.Object({ type: Name, by: Name, keys: Count, amount: Amount, unit: Type.String() }, closed),
        { description: 'Each type for itself: several types may speak of the same goods.' },
      ),
      amounts: Type.Array(
        Type.Object(
          { type: Name, by: Name, key: Type.String(), records: Count, amount: Amount, unit: Type.String() },
          closed,
        ),
        { maxItems: 1000, description: 'The largest.' },
      ),
    },
    closed,
  ),
  WhatIf: Type.Object(
    {
      profile: Name,
      type: Name,
      findings: Type.Array(reference('Finding'), { description: 'What the rules say of the draft itself.' }),
      time: Type.Integer({
        description: 'As of when the records were asked, ms since 1970: now, or when the draft begins to act.',
      }),
      asks: Type.Array(Type.Object({ type: Name, states: Type.Array(Type.String()) }, closed), {
        description: 'Which records were asked; empty when the type of the draft names none.',
      }),
      asked: Type.Integer({ minimum: 0, description: 'Records whose rules were asked.' }),
      truncated: Type.Boolean({ description: 'True when older records were left out.' }),
      waiting: Type.Integer({ minimum: 0, description: 'Records that wait for others, and so were not asked.' }),
      records: reference('Affected'),
      freed: reference('Affected'),
      rows: Type.Object(
        { count: Count, items: Type.Array(Type.Object({ register: Type.String(), key }, closed), { maxItems: 200 }) },
        { ...closed, description: 'Register rows that it touches.' },
      ),
      accounts: Type.Array(
        Type.Object(
          {
            ledger: Type.String(),
            key,
            unit: Type.String(),
            available: Amount,
            availableAfter: Amount,
            frozenAfter: Type.Boolean(),
            overdrawn: Type.Boolean({ description: 'Less than nothing would be left to debit.' }),
          },
          closed,
        ),
        { description: 'Accounts that it posts to, as they stand and as they would.' },
      ),
    },
    { ...closed, description: 'What a draft would change, by what is held here. Nothing is signed or stored.' },
  ),
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
