/** How much time is left, or how long it has been over: in words, with the exact moment behind. */
import { formatAge, formatMoment } from '../../../kernel/words/moments.ts';
import type { Clock } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

interface Props {
  readonly clock: Clock;
  readonly now?: number;
  /** Under a heading that says it is a limit. */
  readonly brief?: boolean;
}

export function ClockText({ clock, now = Date.now(), brief = false }: Props) {
  const { until } = clock;
  if (until === undefined) return <span className="clock">{m.parts_not_started()}</span>;
  const age = formatAge((now - until) / 1000, language);
  const told = until < now ? m.parts_overdue({ age }) : m.parts_due({ age });
  return (
    <time
      className={clock.overdue || until < now ? 'clock overdue' : 'clock'}
      dateTime={new Date(until).toISOString()}
      title={formatMoment(until, language)}
    >
      {brief ? age : told}
    </time>
  );
}
