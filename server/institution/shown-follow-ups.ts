/** Of one type and one issuer: those that came last are shown, so that nobody hides what others said by saying much. */
const mostOfAKind = 100;

export interface FollowUpRow {
  readonly seq: number;
  readonly type: string;
  readonly issuer: string;
}

/** Sequence numbers, ascending, of the follow-ups that are shown to a panel; `rows` ascend too. */
export function shownFollowUps(rows: readonly FollowUpRow[]): readonly number[] {
  const kinds = Map.groupBy(rows, ({ type, issuer }) => `${issuer} ${type}`);
  const kept = [...kinds.values()].flatMap((some) => some.slice(-mostOfAKind));
  return kept.map(({ seq }) => seq).sort((a, b) => a - b);
}
