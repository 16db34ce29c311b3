/** Shapes of applications, as they are asked for and answered. */
import { type Static, type TSchema, Type } from 'typebox';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { roles } from '../../desk/roles.ts';
import { applicationActs, applicationStates } from '../../desk/trade/application.ts';
import { media } from '../describe.ts';
import { Digest, InstitutionId, Name } from '../schemas.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Revision = Type.Integer({ minimum: 1, description: 'As the answer before told it.' });
const Words = Type.String({ maxLength: 4000 });

const contents = {
  title: Type.Optional(Type.String({ maxLength: 200 })),
  to: Type.Optional(Type.Array(InstitutionId, { maxItems: 32, uniqueItems: true })),
  claims: Type.Optional(
    Type.Unsafe<JsonObject>({ type: 'object', description: 'As far as they are written; checked when they are sent.' }),
  ),
  annexes: Type.Optional(
    Type.Array(
      Type.Object(
        {
          digest: Digest,
          name: Type.String({ minLength: 1, maxLength: 200 }),
          mediaType: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' }),
        },
        closed,
      ),
      { maxItems: 20, description: 'Stored before with POST /api/desk/applications/{id}/annexes.' },
    ),
  ),
  about: Type.Optional(Digest),
};

const contentsBody = Type.Object(contents, closed);
export type ContentsBody = Static<typeof contentsBody>;

export const NewApplication = Type.Object({ profile: Name, type: Name, ...contents }, closed);
export const ApplicationWrite = Type.Object({ revision: Revision, ...contents }, closed);
export const ApplicationActBody = Type.Object({ revision: Revision, text: Type.Optional(Words) }, closed);

export const OfficeWrite = Type.Object(
  {
    edition: Type.Integer({ minimum: 1, description: 'That it is written upon: the last one that was sent.' }),
    revision: Type.Integer({ minimum: 0, description: 'Of `office`, as the answer before told it; 0: the first.' }),
    claims: Type.Unsafe<JsonObject>({
      type: 'object',
      description: 'The claims of the record as they would be signed, as far as they are written.',
    }),
  },
  closed,
);

/** As it would be signed; annexes, and what it is about, are those of the application. */
export const OfficeCheck = Type.Object(
  { claims: OfficeWrite.properties.claims, to: Type.Array(InstitutionId, { maxItems: 32, uniqueItems: true }) },
  closed,
);

export const ApplicationId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });
export const ApplicationParams = Type.Object({ id: ApplicationId });
export const RevisionQuery = Type.Object({ revision: Type.String({ pattern: '^[1-9]\\d{0,8}$' }) }, closed);

export const ApplicationListQuery = Type.Object(
  {
    state: Type.Optional(Type.Enum([...applicationStates])),
    turn: Type.Optional(Type.Enum(['applicant', 'office'])),
    taken: Type.Optional(Type.Enum(['true'], { description: 'Those that the reader examines.' })),
    cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', description: '`next` of the page before.' })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$', description: '1 to 200; 50.' })),
  },
  closed,
);

const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);
/** Where the record that was issued has come to. */
const standing = {
  record: Type.Object(
    { id: Digest, number: Type.String(), state: Type.String(), title: Type.Optional(Text) },
    { ...closed, description: 'The title is that of the state.' },
  ),
  turn: Type.Array(Type.String(), { description: '`applicant`, or ids of institutions.' }),
  clock: Type.Optional(Type.Unsafe({ type: 'object', description: 'As in records.' })),
};

const line = {
  id: ApplicationId,
  number: Type.String({ examples: ['A-17'] }),
  profile: Name,
  type: Name,
  title: Type.String(),
  state: Type.Enum([...applicationStates]),
  revision: Revision,
  turn: Type.Optional(Type.Enum(['applicant', 'office'])),
  acts: Type.Array(Type.Enum([...applicationActs]), { description: 'What the reader may do now.' }),
  mine: Type.Boolean(),
  created: Time,
  changed: Time,
  record: Type.Optional(Digest),
  applicant: Type.Optional(Type.String({ description: 'Name; told to officers.' })),
  officer: Type.Optional(
    Type.Object({ id: Type.String(), name: Type.String() }, { ...closed, description: 'Told to officers alone.' }),
  ),
};

export const ApplicationLineShape = Type.Object(
  {
    ...line,
    standing: Type.Optional(
      Type.Object(standing, { ...closed, description: 'Of the record that was issued, as long as it is held.' }),
    ),
  },
  closed,
);
export const ApplicationShape = Type.Object(
  {
    ...line,
    contents: Type.Object(
      {
        title: Type.String(),
        to: Type.Array(InstitutionId),
        claims: Type.Unsafe({ type: 'object' }),
        annexes: Type.Array(Type.Object({ digest: Digest, name: Type.String(), mediaType: Type.String() }, closed)),
        about: Type.Optional(Digest),
      },
      { ...closed, description: 'To its applicant as last written, to officers as last sent.' },
    ),
    edition: Type.Integer({ minimum: 0, description: 'Last one that was sent.' }),
    history: Type.Array(
      Type.Object(
        {
          time: Time,
          act: Type.Enum([...applicationActs]),
          state: Type.Enum([...applicationStates]),
          side: Type.Enum(['applicant', 'office', 'server']),
          name: Type.Optional(Type.String({ description: 'Of officers: told to officers alone.' })),
          text: Type.Optional(Words),
          edition: Type.Optional(Type.Integer({ minimum: 1 })),
        },
        closed,
      ),
    ),
    office: Type.Optional(
      Type.Object(
        {
          revision: Revision,
          claims: Type.Unsafe({ type: 'object' }),
          by: Type.Object({ name: Type.String(), roles: Type.Array(Type.Enum([...roles])) }, closed),
          time: Time,
        },
        {
          ...closed,
          description:
            'Told to officers alone: the claims of the record as they would be signed, and who wrote them last. Upon another edition what is left to the office stays.',
        },
      ),
    ),
  },
  closed,
);

export const ProgressShape = Type.Object(
  {
    steps: Type.Array(
      Type.Object(
        {
          code: Type.Enum(['begin', ...applicationActs, 'logged', 'received', 'follow-up']),
          time: Time,
          by: Type.String({ description: '`applicant`, or the id of an institution.' }),
          title: Type.Optional(Text),
          text: Type.Optional(Words),
          index: Type.Optional(Type.Integer({ minimum: 0 })),
          outcome: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    state: Type.Enum([...applicationStates]),
    ...standing,
    record: Type.Optional(standing.record),
  },
  closed,
);

/** One body in JSON of a shape that is used here alone. */
export function answer(description: string, shape: TSchema) {
  return media(description, 'application/json', shape);
}

export function pageOf(shape: TSchema): TSchema {
  return Type.Object({ items: Type.Array(shape), next: Type.Optional(Type.String()) }, closed);
}
