/** Shape of the answer to a comparison. */
import { Type } from 'typebox';
import { Name } from './schemas.ts';

const closed = { additionalProperties: false } as const;

export const Comparison = Type.Object(
  {
    same: Type.Boolean({ description: 'True when the document is of the same type and nothing differs.' }),
    profile: Name,
    type: Type.Object({ record: Name, document: Name }, closed),
    differences: Type.Array(
      Type.Object(
        {
          path: Type.String({
            description: 'JSON Pointer into the claims of the record, or of the document for what it says in addition.',
          }),
          record: Type.Optional(Type.String({ description: 'What the record says there, shortened.' })),
          document: Type.Optional(Type.String({ description: 'What the document says there, shortened.' })),
        },
        closed,
      ),
      { maxItems: 100 },
    ),
    omitted: Type.Integer({ minimum: 0, description: 'Differences beyond those told.' }),
    findings: Type.Array(Type.Unsafe({ $ref: 'Finding#' }), { description: 'How the document was read.' }),
  },
  closed,
);
