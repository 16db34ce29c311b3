/** Shapes of dossiers, as they are answered. */
import { Type } from 'typebox';
import { Digest, InstitutionId } from '../schemas.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);
const Ids = Type.Array(Digest);
const Line = Type.Unsafe({ $ref: 'RecordLine#' });
const reference = { kind: Type.String(), value: Type.String({ description: 'As it is written.' }) };

export const KindsShape = Type.Object(
  {
    items: Type.Array(
      Type.Object({ name: Type.String(), title: Text, joins: Type.Boolean(), borne: Type.Boolean() }, closed),
    ),
  },
  closed,
);

export const DossierPageShape = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: { ...Digest, description: 'Of its first record.' },
          records: Type.Integer({ minimum: 1 }),
          time: Time,
          subjects: Type.Array(Line),
          matches: Type.Array(
            Type.Object({ ...reference, record: Digest, profile: Type.String(), type: Type.String() }, closed),
          ),
          whole: Type.Boolean({ description: 'The number as a whole, not only its beginning.' }),
        },
        closed,
      ),
    ),
    more: Type.Boolean({ description: 'There may be others, older ones.' }),
    complete: Type.Boolean({ description: 'False while records are still being taken up.' }),
  },
  closed,
);

const number = { ...reference, records: { ...Ids, description: 'That name it.' } };

export const DossierShape = Type.Object(
  {
    id: { ...Digest, description: 'Of its first record.' },
    total: Type.Integer({ minimum: 1 }),
    cut: Type.Boolean(),
    records: Type.Array(
      Type.Unsafe({
        allOf: [
          { $ref: 'RecordLine#' },
          {
            type: 'object',
            properties: {
              event: { type: 'string', description: 'Of a follow-up.' },
              subject: { type: 'boolean', description: 'It has a state of its own.' },
              over: { type: 'boolean', description: 'It counts no more.' },
              references: Type.Array(Type.Object(reference, closed)),
              receipts: Type.Array(Type.Object({ by: InstitutionId, time: Time }, closed)),
            },
          },
        ],
      }),
      { description: 'By time.' },
    ),
    numbers: Type.Array(
      Type.Object(
        { ...number, held: Type.Optional(Type.Boolean({ description: 'Whether a record held here bears it.' })) },
        closed,
      ),
    ),
    things: Type.Array(
      Type.Object(
        {
          kind: Type.String(),
          records: { ...Ids, description: 'That name any of the kind.' },
          numbers: Type.Array(
            Type.Object(
              {
                ...number,
                alone: Type.Boolean({ description: 'A single record names it, and others name others of the kind.' }),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    missing: Type.Array(Type.Object({ id: Digest, records: { ...Ids, description: 'That name it.' } }, closed), {
      description: 'Records that are named and not held here.',
    }),
  },
  closed,
);

export const WhereaboutsShape = Type.Object(
  {
    turns: Type.Array(
      Type.Object(
        {
          title: Text,
          state: Text,
          turn: Type.Array(InstitutionId),
          since: Type.Optional(Time),
          until: Type.Optional(Time),
          overdue: Type.Boolean(),
        },
        closed,
      ),
    ),
    steps: Type.Array(
      Type.Object(
        {
          time: Time,
          by: InstitutionId,
          title: Text,
          event: Type.Optional(Text),
          outcome: Type.String({ description: 'State, or outcome of a follow-up.' }),
          outcomeTitle: Type.Optional(Text),
        },
        closed,
      ),
    ),
  },
  closed,
);
