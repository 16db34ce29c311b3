/** The life cycle drawn as steps: what was, what is, what may come. */
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { useNow } from '../parts/use-now.ts';
import { lifeSteps, nextOf } from './life-steps.ts';

export function Life({ record }: { readonly record: RecordDetails }) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const now = useNow();
  const { profile, type, state, followUps, issuer, time, clock } = record;
  const cycle = declarations.type(profile, type)?.lifeCycle;
  if (!cycle) return null;
  const steps = lifeSteps(cycle, followUps, state);
  const next = nextOf(cycle, state);
  return (
    <section className="record-section" aria-labelledby="record-life">
      <h2 id="record-life">{m.record_life()}</h2>
      <ol className="record-life">
        {steps.map((step, index) => {
          const isLast = index === steps.length - 1;
          const by = index === 0 ? issuer : step.by;
          const at = index === 0 ? time : step.time;
          return (
            <li key={step.record ?? step.state} aria-current={isLast ? 'step' : undefined}>
              <strong>{declarations.stateTitle(profile, type, step.state)}</strong>
              {by !== undefined && at !== undefined && (
                <span className="who">
                  {nameOf(by)}, {formatMoment(at, language)}
                </span>
              )}
              {step.record !== undefined && step.event !== undefined && (
                <Link to="/records/$id" params={{ id: step.record }}>
                  {declarations.eventTitle(profile, type, step.event)}
                </Link>
              )}
              {isLast && clock && (
                <span className="who">
                  {declarations.limitTitle(clock.limit)}: <ClockText clock={clock} now={now} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {next.length > 0 && (
        <details className="record-next">
          <summary>{m.record_next({ count: next.length })}</summary>
          <ul>
            {next.map(({ event, to, by }) => (
              <li key={`${event} ${by}`}>
                {m.record_next_one({
                  event: declarations.eventTitle(profile, type, event),
                  state: declarations.stateTitle(profile, type, to),
                })}{' '}
                <span className="who">{by === 'issuer' ? m.record_by_issuer() : m.record_by_recipient()}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
