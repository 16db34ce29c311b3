/** Every step so far, the latest last, and whose turn it is. */
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { type Application, applicationKey, type ProgressStep, showProgress } from './requests.ts';
import { stepWords } from './state-words.ts';
import { TurnNote } from './turn-note.tsx';

export function ProgressSteps({ application }: { readonly application: Application }) {
  const { id, mine, revision, record, history } = application;
  // Applicants are told no names.
  const nameAt = ({ code, time }: ProgressStep) =>
    history.find((event) => event.act === code && event.time === time)?.name;
  const { data, error, isError } = useQuery({
    queryKey: [...applicationKey(id), 'progress', revision],
    queryFn: () => showProgress(id),
    // A trader hears no news of records: it is asked for.
    refetchInterval: record === undefined ? false : 15_000,
    placeholderData: (before) => before,
  });
  return (
    <section className="draft-box" aria-labelledby="application-progress">
      <h2 id="application-progress">{m.applications_progress()}</h2>
      {isError && <ProblemNote fault={error} />}
      {data && (
        <>
          <ol className="application-steps">
            {data.steps.map((step) => (
              <Step key={`${step.code} ${step.time} ${step.by}`} step={step} mine={mine} name={nameAt(step)} />
            ))}
          </ol>
          <p role="status">
            <TurnNote turn={data.turn} mine={mine} {...(data.clock && { clock: data.clock })} />
          </p>
        </>
      )}
    </section>
  );
}

interface StepProps {
  readonly step: ProgressStep;
  readonly mine: boolean;
  readonly name?: string | undefined;
}

export function Step({ step, mine, name }: StepProps) {
  const nameOf = useInstitutionName();
  const declarations = useDeclarations();
  const { code, time, by, title, text, outcome = 'effective' } = step;
  const who = by === 'applicant' ? (mine ? m.applications_you() : m.applications_applicant()) : nameOf(by);
  return (
    <li data-code={code}>
      <b>{code === 'follow-up' && title ? say(title) : stepWords[code]()}</b>
      <small>
        {mine || name === undefined ? who : name} ·{' '}
        <time dateTime={new Date(time).toISOString()}>{formatMoment(time, language)}</time>
      </small>
      {outcome !== 'effective' && <small>{declarations.stateTitle('', '', outcome)}</small>}
      {text !== undefined && <blockquote>{text}</blockquote>}
    </li>
  );
}
