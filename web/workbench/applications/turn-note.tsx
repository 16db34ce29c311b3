/** Whose turn it is, and how much time there is. */
import { useInstitutionName } from '../api/institutions.ts';
import { useSession } from '../api/queries.ts';
import type { Clock } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { ClockText } from '../parts/clock.tsx';

interface TurnProps {
  /** `applicant`, or ids of institutions. */
  readonly turn: readonly string[];
  readonly mine: boolean;
  readonly clock?: Clock;
}

export function TurnNote({ turn, mine, clock }: TurnProps) {
  const nameOf = useInstitutionName();
  const { institution } = useSession();
  if (turn.length === 0) return <span className="application-turn">{m.applications_turn_none()}</span>;
  const own = turn.some((one) => (one === 'applicant' ? mine : !mine && one === institution.id));
  const names = turn.map((one) =>
    one === 'applicant' ? (mine ? m.applications_you() : m.applications_applicant()) : nameOf(one),
  );
  return (
    <span className={own ? 'application-turn own' : 'application-turn'}>
      {own && turn.length === 1 ? m.applications_turn_own() : m.applications_turn({ name: names.join(', ') })}{' '}
      {clock && <ClockText clock={clock} />}
    </span>
  );
}
