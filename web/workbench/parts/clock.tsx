/** How much time is left, or how long it has been over: in words, with the exact moment behind. */
import { formatAge, formatMoment } from '../../../kernel/words/moments.ts';
import type { Clock } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

export function ClockText({ clock, now = Date.now() }: { readonly clock: Clock; readonly now?: number }) {
  const { until } = clock;
  if (until === undefined) return <span className="clock">{m.parts_not_started()}</span>;
  const age = formatAge((now - until) / 1000, language);
  return (
    <time
      className={clock.overdue || until < now ? 'clock overdue' : 'clock'}
      dateTime={new Date(until).toISOString()}
      title={formatMoment(until, language)}
    >
      {until < now ? m.parts_overdue({ age }) : m.parts_due({ age })}
    </time>
  );
}
