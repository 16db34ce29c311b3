/** All that happened on the matter, whoever did it, in the order of time. */
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { useRecordName } from './names.ts';
import type { DossierRecord } from './queries.ts';

export function Course({ records }: { readonly records: readonly DossierRecord[] }) {
  const several = records.filter(({ subject }) => subject).length > 1;
  return (
    <section className="dossier-box" aria-labelledby="dossier-timeline">
      <h2 id="dossier-timeline">{m.dossier_timeline()}</h2>
      <ol className="dossier-course">
        {records.map((record) => (
          <Step
            key={record.id}
            record={record}
            followed={records.find(({ id }) => id === record.about)}
            several={several}
          />
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly record: DossierRecord;
  readonly followed: DossierRecord | undefined;
  /** Which record it follows does not go without saying. */
  readonly several: boolean;
}

function Step({ record, followed, several }: StepProps) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const recordName = useRecordName();
  const { id, profile, type, state, time, issuer, event, subject, over, receipts } = record;
  const did = event !== undefined && followed && declarations.eventTitle(followed.profile, followed.type, event);
  const outcome = subject || state !== 'effective' ? declarations.stateTitle(profile, type, state) : '';
  const moment = (ms: number) => formatMoment(ms, language);
  return (
    <li className={over ? 'over' : undefined} data-profile={profile}>
      <time dateTime={new Date(time).toISOString()}>{moment(time)}</time>
      <p className="what">
        <b>{nameOf(issuer)}</b>{' '}
        <Link to="/records/$id" params={{ id }}>
          {recordName(record)}
        </Link>
        {did && `: ${did}`}
      </p>
      <p className="soft">
        {followed && !subject && several && <span>{recordName(followed)}</span>}
        {outcome !== '' && <span className="dossier-state">{outcome}</span>}
        {over && <span className="dossier-mark">{m.dossier_over()}</span>}
      </p>
      {receipts.length > 0 && <Delivered receipts={receipts} />}
    </li>
  );
}

/** By what is told here: others may have it on channels that this institution does not hold. */
function Delivered({ receipts }: Pick<DossierRecord, 'receipts'>) {
  const nameOf = useInstitutionName();
  const moment = (ms: number) => formatMoment(ms, language);
  return (
    <details className="dossier-delivered">
      <summary>{m.dossier_delivered({ time: moment(Math.max(...receipts.map(({ time }) => time))) })}</summary>
      <ul>
        {receipts.map(({ by, time }) => (
          <li key={by}>
            {nameOf(by)}, {moment(time)}
          </li>
        ))}
      </ul>
    </details>
  );
}
