/** Shapes of questions and their answers. */
import { Type } from 'typebox';
import { Name } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);

export const Questions = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          profile: Name,
          name: Name,
          title: Text,
          parameters: Type.Array(
            Type.Object(
              {
                name: Name,
                title: Text,
                required: Type.Boolean(),
                schema: Type.Unsafe({ type: 'object', description: 'JSON Schema 2020-12 of the text.' }),
              },
              closed,
            ),
            { description: 'Besides `on`, which every question takes.' },
          ),
          answers: Type.Record(Type.String(), Text, { description: 'The sentence of each code, with its marks.' }),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const QuestionAnswer = Type.Object(
  {
    question: Type.String({ description: '`profile/question`.' }),
    parameters: Type.Record(Type.String(), Type.String()),
    at: Type.Integer({ description: 'The instant (ms since 1970) as of which it is answered.' }),
    complete: Type.Boolean({ description: 'False: this institution need not hold all that the answer rests on.' }),
    answer: Type.Object(
      {
        code: Name,
        text: Type.String({ description: 'In the language asked for with Accept-Language.' }),
        texts: Text,
        detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()]), {
          description: 'What the sentence is filled with.',
        }),
        rests: Type.Array(Type.Unsafe({ $ref: 'RegisterRow#' }), {
          description:
            'The register rows it rests on, with what was stated by then; none where nothing was. `known` is told of the institutions that hold all of them.',
        }),
      },
      closed,
    ),
    demonstration: Type.Boolean(),
  },
  closed,
);
