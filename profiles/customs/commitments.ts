/** What a service binds itself to before it draws lanes. */
import type { RecordType } from '../../kernel/profile.ts';
import type { LaneCommitment } from './claims/commitment.ts';
import { laneCommitmentSchema } from './claims/schemas.ts';
import { summed } from './summaries.ts';

export const laneCommitment: RecordType = {
  title: { az: 'Dəhliz seçiminin öhdəliyi', ru: 'Обязательство по выбору коридоров', en: 'Commitment to a lane draw' },
  version: 1,
  schemas: { 1: laneCommitmentSchema },
  issuedBy: 'customs',
  sentTo: ['customs'],
  rules: [],
  summary(claims) {
    const { from, until, selection } = claims as unknown as LaneCommitment;
    return summed('', `${from} – ${until}`, [selection]);
  },
};
