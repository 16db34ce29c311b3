/** How all of it is proved: told by the server, believed only after this browser has verified it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { verificationQuery } from './queries.ts';
import { Steps } from './steps.tsx';
import { timelineOf } from './timeline-entries.ts';
import { Entry } from './timeline-entry.tsx';
import type { Answer, Verification } from './verified.ts';

export function Timeline({ record }: { readonly record: RecordDetails }) {
  const { data, error, isPending, refetch, isFetching } = useQuery(verificationQuery(record));
  const verification = data?.kind === 'verified' ? data.verification : undefined;
  return (
    <section className="record-section" aria-labelledby="record-timeline">
      <div className="record-timeline-head">
        <h2 id="record-timeline">{m.record_timeline()}</h2>
        <Button variant="subtle" size="compact-sm" loading={isFetching} onClick={() => void refetch()}>
          {m.record_verify_again()}
        </Button>
      </div>
      <div aria-live="polite" className="record-verdict">
        {isPending && <p>{m.record_verifying()}</p>}
        {data === null && <p>{m.record_not_cosigned()}</p>}
        {data && <Verdict answer={data} record={record} />}
      </div>
      {error && <ProblemNote fault={error} again={() => void refetch()} />}
      <ol className="record-timeline">
        {timelineOf(record, verification).map((entry) => (
          <Entry key={entry.key} entry={entry} record={record} />
        ))}
      </ol>
    </section>
  );
}

function Verdict({ answer, record }: { readonly answer: Answer; readonly record: RecordDetails }) {
  if (answer.kind === 'impossible')
    return (
      <p className="not-proved">
        {m.record_impossible()} {answer.why} <code>{answer.code}</code>
      </p>
    );
  const { verification } = answer;
  const { holds, shownAsSigned, steps, stateSteps, provedTime, trustWarning } = verification;
  const moment = (ms: number) => formatMoment(ms, language);
  return (
    <>
      <p className={holds ? 'proved' : 'not-proved'}>{holds ? m.record_verified() : m.record_does_not_hold()}</p>
      {!shownAsSigned && <p className="not-proved">{m.record_other_than_signed()}</p>}
      {provedTime && (
        <p>
          {provedTime.notBefore === undefined
            ? m.record_time_until({ until: moment(provedTime.notAfter) })
            : m.record_time_between({ from: moment(provedTime.notBefore), until: moment(provedTime.notAfter) })}
        </p>
      )}
      <ProvedState verification={verification} record={record} />
      {trustWarning === 'other-anchors' && <p className="not-proved">{m.record_other_anchors()}</p>}
      {trustWarning === 'older' && <p className="not-proved">{m.record_older_trust()}</p>}
      <details className="record-steps">
        <summary>{m.record_steps()}</summary>
        <Steps steps={[...steps, ...stateSteps]} />
      </details>
    </>
  );
}

function ProvedState({
  verification,
  record,
}: {
  readonly verification: Verification;
  readonly record: RecordDetails;
}) {
  const declarations = useDeclarations();
  const { profile, type } = record;
  const { state, stateSteps } = verification;
  if (state === undefined) return null;
  const title = declarations.stateTitle(profile, type, state.state);
  const asOf = state.asOf === undefined ? '' : formatMoment(state.asOf, language);
  return (
    <>
      <p>{m.record_proved_state({ state: title, asOf })}</p>
      {state.state !== record.state && (
        <p className="not-proved">
          {m.record_other_state({ state: declarations.stateTitle(profile, type, record.state) })}
        </p>
      )}
      {stateSteps.length > 0 && <p className="not-proved">{m.record_state_faults()}</p>}
    </>
  );
}
