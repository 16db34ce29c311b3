/** Found dossiers: what of them matched, what is in them, whose turn it is. */
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { StateBadge } from '../parts/state.tsx';
import { useNow } from '../parts/use-now.ts';
import { useKindTitle, useRecordName } from './names.ts';
import type { FoundDossier } from './queries.ts';

export function FoundList({ items }: { readonly items: readonly FoundDossier[] }) {
  return (
    <ul className="dossier-found">
      {items.map((item) => (
        <Found key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Found({ item }: { readonly item: FoundDossier }) {
  const kindTitle = useKindTitle();
  const recordName = useRecordName();
  const { id, matches, subjects, records, time, whole } = item;
  const values = [...new Set(matches.map(({ kind, value }) => `${kindTitle(kind)} ${value}`))];
  const named = [...new Set(matches.map((one) => recordName({ ...one, number: '' })))];
  const [first] = subjects;
  return (
    <li>
      <h2>
        <Link to="/dossiers/$id" params={{ id }}>
          {values.join(', ') || (first && recordName(first))}
        </Link>
        {!whole && <span className="soft">{m.dossier_begins()}</span>}
      </h2>
      <p className="soft">
        <span>{m.dossier_named_by({ names: named.join(', ') })}</span>
        <span>{m.dossier_records({ count: records })}</span>
        <time dateTime={new Date(time).toISOString()}>{formatMoment(time, language)}</time>
      </p>
      <ul>
        {subjects.map((record) => (
          <li key={record.id}>
            <span>{recordName(record)}</span> <StateBadge record={record} />
            <Acting record={record} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Acting({ record: { clock } }: { readonly record: FoundDossier['subjects'][number] }) {
  const nameOf = useInstitutionName();
  const { institution } = useSession();
  const now = useNow();
  if (!clock) return null;
  const ours = clock.turn.includes(institution.id);
  return (
    <span className={ours ? 'dossier-acting ours' : 'dossier-acting'}>
      {ours ? m.dossier_turn_ours() : clock.turn.map(nameOf).join(', ')}, <ClockText clock={clock} now={now} />
    </span>
  );
}
