/** Who says what to whom, and whose turn it is. */
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useSession } from '../api/queries.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { hasFirstPanel } from '../panels/first-panel.ts';
import { ClockText } from '../parts/clock.tsx';
import { StateBadge } from '../parts/state.tsx';
import { useNow } from '../parts/use-now.ts';
import { approverOf } from './approver.ts';
import { Downloads } from './downloads.tsx';
import { actionLacked } from './ways.ts';

export function RecordHead({ record }: { readonly record: RecordDetails }) {
  const declarations = useDeclarations();
  const { number, title, profile, type, clock } = record;
  // What an officer decides by stands first.
  const folded = hasFirstPanel(declarations.profile(profile), type);
  // What nobody can read has no type.
  const typeTitle = declarations.typeTitle(profile, type) || record.id.slice(0, 16);
  return (
    <header className="record-head">
      <title>{`${number || typeTitle} · Samur`}</title>
      {record.demonstration && <p className="record-demonstration">{m.record_demonstration()}</p>}
      <div className="record-title">
        <h1>
          {number || typeTitle}
          {number !== '' && <span className="record-type">{typeTitle}</span>}
        </h1>
        <StateBadge record={record} />
        {clock && <Turn record={record} />}
      </div>
      {title !== '' && <p className="record-what">{title}</p>}
      {folded ? (
        <details className="record-more">
          <summary>{m.record_more()}</summary>
          <Parties record={record} />
        </details>
      ) : (
        <Parties record={record} />
      )}
    </header>
  );
}

function Parties({ record }: { readonly record: RecordDetails }) {
  const nameOf = useInstitutionName();
  const { issuer, to, time, approvals = [], waitsFor } = record;
  return (
    <>
      <dl className="record-parties">
        <div>
          <dt>{m.record_from()}</dt>
          <dd>{nameOf(issuer)}</dd>
        </div>
        <div>
          <dt>{m.record_to()}</dt>
          <dd>{to.map(nameOf).join(', ')}</dd>
        </div>
        <div>
          <dt>{m.record_time()}</dt>
          <dd>{formatMoment(time, language)}</dd>
        </div>
        <div>
          <dt>{m.record_approved_by()}</dt>
          <dd>
            {approvals.length === 0
              ? m.record_by_machine()
              : approvals.map((one) => <span key={one.id}>{approverOf(one)}</span>)}
          </dd>
        </div>
        {waitsFor !== undefined && (
          <div>
            <dt>{m.record_waits_for()}</dt>
            <dd>
              <code>{waitsFor}</code>
            </dd>
          </div>
        )}
      </dl>
      <Downloads record={record} />
    </>
  );
}

function Turn({ record }: { readonly record: RecordDetails }) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const session = useSession();
  const now = useNow();
  const { clock } = record;
  if (!clock) return null;
  const profile = declarations.profile(record.profile);
  const isClosed = profile !== undefined && actionLacked(record, profile, session) !== undefined;
  const mine = clock.turn.includes(session.institution.id) && !isClosed;
  return (
    <p className={mine ? 'record-turn mine' : 'record-turn'}>
      <span>{mine ? m.record_turn_mine() : m.record_turn_of({ name: clock.turn.map(nameOf).join(', ') })}</span>
      <span className="limit">{declarations.limitTitle(clock.limit)}</span>
      <ClockText clock={clock} now={now} />
    </p>
  );
}
