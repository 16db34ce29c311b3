/** Shapes of the public check: what is asked, what is answered. */
import { Type } from 'typebox';
import { Digest, InstitutionId, Name } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);
const Count = Type.Integer({ minimum: 0 });
const Origin = Type.String({ examples: ['afsa.az.example/ru.fsvps/1'] });

export const CheckQuestion = Type.Object(
  {
    number: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'As printed; the case of letters does not matter.' }),
    ),
    id: Type.Optional(Digest),
    code: Type.String({ minLength: 1, maxLength: 60, description: 'Check code printed beside the number.' }),
  },
  { ...closed, description: 'Either `number` or `id`, and the code.' },
);

export const CheckAnswer = Type.Object(
  {
    id: Digest,
    number: Type.String(),
    type: Type.Object({ profile: Name, name: Name, title: Text }, closed),
    issuer: InstitutionId,
    record: Type.String({ description: 'Compact JWS, as signed by the issuer.' }),
    proofs: Type.Array(Type.String({ description: 'C2SP tlog-proof.' })),
    state: Type.Object(
      {
        state: Type.String({ description: 'As in a record line.' }),
        title: Text,
        revoked: Type.Boolean({ description: 'The document counts no more.' }),
        since: Type.Optional(Type.String({ description: 'Stated time of what led to the state.' })),
      },
      { ...closed, description: 'The word of this server.' },
    ),
    asOf: Type.Array(Type.Object({ origin: Origin, size: Count, time: Type.String() }, closed), {
      description: 'Channels between the parties as cosigned last: what the state rests on.',
    }),
    statusList: Type.Optional(
      Type.String({ description: 'Path of the signed status list.', examples: ['/status/az.afsa/1'] }),
    ),
    asked: Type.String({ description: 'When the question was answered.' }),
    demonstration: Type.Boolean(),
  },
  { ...closed, description: 'Times are RFC 3339 in UTC.' },
);
