/** For whoever applied: which side has to act on the goods now, and what was done with them. Nothing of what others state. */
import './base.css';
import './turn.css';
import './course.css';
import { useQuery } from '@tanstack/react-query';
import type { Text } from '../../../kernel/finding.ts';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useNow } from '../parts/use-now.ts';

export interface Turn {
  readonly title: Text;
  readonly state: Text;
  readonly turn: readonly string[];
  readonly meanwhile?: Text;
  readonly since?: number;
  readonly until?: number;
  readonly overdue: boolean;
}

interface Step {
  readonly time: number;
  readonly by: string;
  readonly title: Text;
  readonly event?: Text;
  readonly outcome: string;
  readonly outcomeTitle?: Text;
}

interface Whereabouts {
  readonly turns: readonly Turn[];
  readonly steps: readonly Step[];
}

/** A trader hears no news of records: it is asked for. */
const everyMs = 15_000;

export function Where({ application }: { readonly application: string }) {
  const { data, error } = useQuery({
    queryKey: ['applications', 'where', application],
    queryFn: () => ask<Whereabouts>(`/api/desk/applications/${application}/whereabouts`),
    refetchInterval: everyMs,
  });
  if (error) return <ProblemNote fault={error} />;
  if (!data) return null;
  return (
    <section className="draft-box dossier-where" aria-labelledby="dossier-where">
      <h2 id="dossier-where">{m.dossier_where()}</h2>
      <div role="status">
        {data.turns.length === 0 && <p className="dossier-turn-none">{m.dossier_turn_none()}</p>}
        {data.turns.map((turn) => (
          <Acting key={`${turn.title.en} ${turn.since} ${turn.until}`} turn={turn} />
        ))}
      </div>
      <details>
        <summary>
          {m.dossier_where_steps()} ({data.steps.length})
        </summary>
        <ol className="dossier-course">
          {data.steps.map((step) => (
            <Done key={`${step.time} ${step.by} ${step.title.en} ${step.event?.en}`} step={step} />
          ))}
        </ol>
      </details>
    </section>
  );
}

export function Acting({ turn }: { readonly turn: Turn }) {
  const nameOf = useInstitutionName();
  const now = useNow();
  const { title, state, meanwhile, since, until, overdue } = turn;
  const times = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  return (
    <div className={overdue || (until ?? now) < now ? 'dossier-turn late' : 'dossier-turn'}>
      <p className="who">
        {meanwhile ? say(meanwhile) : m.dossier_where_turn({ name: turn.turn.map(nameOf).join(', ') })}
      </p>
      <p className="left">
        <ClockText clock={{ turn: turn.turn, limit: '', overdue, seen: true, ...times }} now={now} />
      </p>
      <p className="soft">
        {say(title)}, {say(state)}
        {since !== undefined && `, ${m.dossier_since({ time: formatMoment(since, language) })}`}
      </p>
    </div>
  );
}

function Done({ step }: { readonly step: Step }) {
  const nameOf = useInstitutionName();
  const declarations = useDeclarations();
  const { time, by, title, event, outcome, outcomeTitle } = step;
  const became = outcomeTitle
    ? say(outcomeTitle)
    : outcome === 'effective'
      ? ''
      : declarations.stateTitle('', '', outcome);
  return (
    <li>
      <time dateTime={new Date(time).toISOString()}>{formatMoment(time, language)}</time>
      <p className="what">
        <b>{nameOf(by)}</b> {say(title)}
        {event && `: ${say(event)}`}
      </p>
      <p className="soft">{became}</p>
    </li>
  );
}
