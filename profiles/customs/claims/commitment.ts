import { type Static, Type } from 'typebox';
import { closed, Digest, Instant, Token } from './text.ts';

/** Signed before a period: what the draws of the period follow from. */
export const LaneCommitment = Type.Object(
  {
    /** `profile/name` of the selection. */
    selection: Token(129),
    from: Instant,
    /** First instant after the period. */
    until: Instant,
    /** Hex SHA-256 of the secret. */
    secret: Digest,
    /** Hex HMAC-SHA256 of the settings under the secret. */
    settings: Digest,
  },
  closed,
);
export type LaneCommitment = Static<typeof LaneCommitment>;
