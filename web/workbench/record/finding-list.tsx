/** All that the rules say, and that others object to; each leads to the member it is about. */
import { useQuery } from '@tanstack/react-query';
import { useInstitutionName } from '../api/institutions.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { withoutPattern } from '../draft/form/finding-words.ts';
import { SeverityBadge } from '../parts/state.tsx';
import type { FindingsAt } from './facts.tsx';
import { leadTo } from './place-id.ts';
import { refusalSentence, refusalWordsQuery } from './refusal-words.ts';

export function FindingList({ record, at }: { readonly record: RecordDetails; readonly at: FindingsAt }) {
  const { findings, refusals } = record;
  return (
    <section className="record-section" aria-labelledby="record-findings">
      <h2 id="record-findings">{m.record_findings()}</h2>
      {findings.length === 0 && refusals.length === 0 && <p className="record-clear">{m.record_no_findings()}</p>}
      <ul className="record-finding-list">
        {[...at].flatMap(([place, here]) =>
          here.map(({ code, path, severity, text }) => (
            <li key={`${code} ${path}`} className={severity}>
              <SeverityBadge severity={severity} /> {withoutPattern({ code, text })}{' '}
              {place !== '' && (
                <button type="button" className="record-lead" onClick={() => leadTo(place)}>
                  {m.record_lead()}
                </button>
              )}
            </li>
          )),
        )}
        {refusals.map((one) => (
          <Refused key={one.id} refusal={one} />
        ))}
      </ul>
    </section>
  );
}

function Refused({ refusal: { by, code } }: { readonly refusal: RecordDetails['refusals'][number] }) {
  const nameOf = useInstitutionName();
  const { data } = useQuery(refusalWordsQuery);
  return (
    <li className="refuse">
      {m.record_refused_by({ name: nameOf(by) })} {refusalSentence(data, code)} <code>{code}</code>
    </li>
  );
}
