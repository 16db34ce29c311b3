/** Shapes of what the workbench is told and tells of selections. */
import { Type } from 'typebox';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Digest, InstitutionId, Name } from '../schemas.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Count = Type.Integer({ minimum: 0 });
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);
const Settings = Type.Unsafe<JsonObject>({ type: 'object', description: 'By the schema of the selection.' });
const Named = Type.Array(Type.Object({ name: Name, title: Text }, closed));
const Sums = Type.Record(Type.String(), Type.Record(Type.String(), Count), {
  description: 'Records by outcome and ground.',
});
const Severity = Type.Enum(['refuse', 'warn', 'inform']);
const Finding = Type.Object(
  { code: Type.String(), severity: Severity, path: Type.String(), text: Type.String(), texts: Text },
  { additionalProperties: true },
);

const head = {
  version: Type.Integer({ minimum: 1 }),
  name: Type.String({ description: 'Who saved it; empty for what the server began with.' }),
  reason: Type.String(),
  time: Time,
};
export const Version = Type.Object({ ...head, settings: Settings }, closed);

const Commitment = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    version: Type.Integer({ minimum: 1, description: 'Of the settings that it commits to.' }),
    from: Time,
    until: Type.Integer({ description: 'First instant after it; its secret is told to nobody before.' }),
    record: Type.Optional(Digest),
    alone: Type.Boolean({ description: 'True: nobody else holds the function to which it would be sent.' }),
    receipts: Type.Array(Type.Object({ institution: InstitutionId, time: Type.Optional(Time) }, closed)),
    over: Type.Boolean(),
    sums: Sums,
  },
  closed,
);

export const Selection = Type.Object(
  {
    id: Type.String(),
    profile: Name,
    name: Name,
    title: Text,
    types: Type.Array(Name),
    outcomes: Type.Array(Type.Object({ name: Name, title: Text }, closed), { description: 'Strictest first.' }),
    grounds: Named,
    schema: Type.Unsafe<JsonObject>({ type: 'object', description: 'JSON Schema of the settings.' }),
    period: Type.Integer({ description: 'Seconds.' }),
    settings: Type.Optional(Version),
    versions: Type.Array(Type.Object(head, closed), { description: 'Newest first.' }),
    commitments: Type.Array(Commitment, { description: 'Newest first.' }),
  },
  closed,
);
export const SelectionList = Type.Object({ items: Type.Array(Selection) }, closed);

export const Preview = Type.Object(
  {
    records: Type.Integer({ minimum: 0, description: 'Records that were looked at.' }),
    draft: Sums,
    now: Type.Optional(
      Type.Record(Type.String(), Type.Record(Type.String(), Count), {
        description: 'The same under the settings that hold.',
      }),
    ),
    findings: Type.Array(Finding),
  },
  closed,
);

const Rerouted = Type.Object({ outcome: Name, reason: Type.String(), at: Time, role: Type.String() }, closed);
export const Rerouting = Rerouted;
export const Choices = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          selection: Type.String(),
          title: Text,
          outcomes: Named,
          grounds: Named,
          outcome: Name,
          ground: Name,
          criterion: Type.Optional(Type.String()),
          at: Time,
          proved: Type.Boolean({ description: 'False: its sender had cosigned no commitment before.' }),
          rerouted: Type.Array(Rerouted, { description: 'Oldest first; the last one holds.' }),
        },
        closed,
      ),
    ),
  },
  closed,
);

const reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
export const SettingsBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, description: 'The version it was written from; 0 for the first.' }),
    settings: Settings,
    reason,
  },
  closed,
);
export const PreviewBody = Type.Object(
  {
    settings: Settings,
    records: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: '1000 when left out.' })),
  },
  closed,
);
export const ReroutingBody = Type.Object({ outcome: Name, reason }, closed);

export const of = { profile: Name, name: Name };
export const ofRecord = { id: Digest };
export const CountedNumber = Type.String({ pattern: '^[1-9][0-9]{0,8}$' });
