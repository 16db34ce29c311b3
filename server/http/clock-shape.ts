/** Whose turn it is, as answers tell it. */
import { Type } from 'typebox';
import { InstitutionId } from './schemas.ts';

export const clock = Type.Object(
  {
    turn: Type.Array(InstitutionId, { description: 'Institutions that have to act.' }),
    limit: Type.String({ description: 'Name of the time limit in the common terms.', examples: ['profile.answer'] }),
    since: Type.Optional(
      Type.Integer({ description: 'Cosignature (ms) of what led to the state; absent while it is not delivered.' }),
    ),
    until: Type.Optional(
      Type.Integer({ description: 'End of the limit (ms), by the common terms named by what led to the state.' }),
    ),
    overdue: Type.Boolean(),
    seen: Type.Boolean({ description: 'False: the channel that tells is not held by this institution.' }),
  },
  {
    additionalProperties: false,
    description: 'Whose turn it is. The same at both ends of the channel; it changes nothing by itself.',
  },
);
