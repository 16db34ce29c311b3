/** The record it follows, and those that follow it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { FollowUp, RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { recordQuery } from './queries.ts';

export function Related({ record }: { readonly record: RecordDetails }) {
  const { id, about, followUps, type } = record;
  return (
    <section className="record-section" aria-labelledby="record-related">
      <h2 id="record-related">{m.record_related()}</h2>
      <p className="record-dossier">
        <Link to="/dossiers/$id" params={{ id }}>
          {m.dossier_one()}
        </Link>
      </p>
      {(about !== undefined || followUps.length > 0) && (
        <ul className="record-related">
          {about !== undefined && <Followed id={about} by={type} />}
          {followUps.map((one) => (
            <Following key={one.id} record={record} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What replaces a record is of its type. */
function Followed({ id, by }: { readonly id: string; readonly by: string }) {
  const { data } = useQuery(recordQuery(id));
  const declarations = useDeclarations();
  return (
    <li>
      <span className="how">{data?.type === by ? m.record_replaces() : m.record_follows()}</span>
      <Link to="/records/$id" params={{ id }}>
        {data ? data.number || declarations.typeTitle(data.profile, data.type) : m.record_not_held()}
      </Link>
      {data && <span className="who">{declarations.stateTitle(data.profile, data.type, data.state)}</span>}
    </li>
  );
}

function Following({ record, one }: { readonly record: RecordDetails; readonly one: FollowUp }) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const { profile, type } = record;
  return (
    <li>
      <span className="how">{one.type === type ? m.record_replaced_by() : m.record_followed_by()}</span>
      <Link to="/records/$id" params={{ id: one.id }}>
        {declarations.typeTitle(profile, one.type)}: {declarations.eventTitle(profile, type, one.event)}
      </Link>
      <span className="who">
        {nameOf(one.issuer)}
        {one.time > 0 && `, ${formatMoment(one.time, language)}`}
      </span>
      {one.outcome !== 'effective' && (
        <span className="who">{declarations.stateTitle(profile, type, one.outcome)}</span>
      )}
    </li>
  );
}
