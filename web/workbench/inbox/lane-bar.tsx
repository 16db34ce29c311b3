/** Lanes by what the rules found, with how many rows each holds. */
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { type InboxAnswer, type Lane, lanes } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

export const laneTitles: Readonly<Record<Lane, () => string>> = {
  all: m.inbox_lane_all,
  refuse: m.inbox_lane_refuse,
  warn: m.inbox_lane_warn,
  inform: m.inbox_lane_inform,
  clear: m.inbox_lane_clear,
  overdue: m.inbox_lane_overdue,
};

interface Props {
  /** Undefined while something else than records is shown. */
  readonly chosen: Lane | undefined;
  readonly counts: InboxAnswer['lanes'] | undefined;
  readonly onChoose: (lane: Lane) => void;
  readonly children?: React.ReactNode;
}

export function LaneBar({ chosen, counts, onChoose, children }: Props) {
  return (
    <fieldset className="inbox-lanes" aria-label={m.inbox_lanes()}>
      {lanes.map((lane, index) => (
        <button
          key={lane}
          type="button"
          className={`lane ${lane}`}
          aria-pressed={lane === chosen}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChoose(lane)}
        >
          {laneTitles[lane]()}
          {counts && <span className="count">{formatNumber(counts[lane], language)}</span>}
        </button>
      ))}
      {children}
    </fieldset>
  );
}
