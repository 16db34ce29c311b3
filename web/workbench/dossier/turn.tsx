/** Which institution has to act on which record, since when, and how much of the limit is left. */
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useSession } from '../api/queries.ts';
import type { RecordLine } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { useNow } from '../parts/use-now.ts';
import { useRecordName } from './names.ts';

const end = ({ clock }: RecordLine): number => clock?.until ?? Number.POSITIVE_INFINITY;

export function Turns({ records }: { readonly records: readonly RecordLine[] }) {
  const waiting = records.filter(({ clock }) => clock !== undefined).toSorted((a, b) => end(a) - end(b));
  return (
    <section className="dossier-turns" aria-labelledby="dossier-turns" aria-live="polite">
      <h2 id="dossier-turns">{m.dossier_turn()}</h2>
      {waiting.length === 0 && <p className="dossier-turn-none">{m.dossier_turn_none()}</p>}
      <ul>
        {waiting.map((record) => (
          <Turn key={record.id} record={record} />
        ))}
      </ul>
    </section>
  );
}

function Turn({ record }: { readonly record: RecordLine }) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const recordName = useRecordName();
  const { institution } = useSession();
  const now = useNow();
  const { id, clock, profile, type, state } = record;
  if (!clock) return null;
  const ours = clock.turn.includes(institution.id);
  const late = clock.overdue || (clock.until ?? now) < now;
  return (
    <li className={`dossier-turn${ours ? ' ours' : ''}${late ? ' late' : ''}`}>
      <p className="who">
        {clock.turn.map(nameOf).join(', ')}
        {ours && <span className="dossier-mark">{m.dossier_turn_ours()}</span>}
      </p>
      <p className="left">
        <ClockText clock={clock} now={now} /> <span className="soft">{declarations.limitTitle(clock.limit)}</span>
      </p>
      <p className="soft">
        <Link to="/records/$id" params={{ id }}>
          {recordName(record)}
        </Link>
        {`, ${declarations.stateTitle(profile, type, state)}`}
        {clock.since !== undefined && `, ${m.dossier_since({ time: formatMoment(clock.since, language) })}`}
      </p>
    </li>
  );
}
