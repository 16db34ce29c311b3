/** Applications that wait for the office, for whoever may examine them: a lane of their own. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatAge } from '../../../kernel/words/moments.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { ask } from '../api/client.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useNow } from '../parts/use-now.ts';

interface WaitingApplication {
  readonly id: string;
  readonly number: string;
  readonly profile: string;
  readonly type: string;
  readonly title: string;
  readonly changed: number;
  readonly applicant?: string;
}

const most = 200;
const waitingQuery = queryOptions({
  queryKey: ['applications', 'office'],
  queryFn: () =>
    ask<{ readonly items: readonly WaitingApplication[]; readonly next?: string }>(
      `/api/desk/applications?turn=office&limit=${most}`,
    ),
});

export function ApplicationsButton({ chosen, onChoose }: { readonly chosen: boolean; readonly onChoose: () => void }) {
  const { data } = useQuery(waitingQuery);
  const count = data && formatNumber(data.items.length, language) + (data.next === undefined ? '' : '+');
  return (
    <button type="button" className="lane applications" aria-pressed={chosen} onClick={onChoose}>
      {m.inbox_lane_applications()}
      {count !== undefined && <span className="count">{count}</span>}
    </button>
  );
}

export function ApplicationsLane() {
  const { data, error, refetch } = useQuery(waitingQuery);
  const declarations = useDeclarations();
  const now = useNow();
  if (error) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <p className="nothing">{m.inbox_no_applications()}</p>;
  return (
    <ul className="inbox-applications">
      {data.items.map(({ id, number, profile, type, title, changed, applicant }) => (
        <li key={id}>
          <Link to="/applications/$id" params={{ id }}>
            {number}
          </Link>
          <span>{declarations.typeTitle(profile, type)}</span>
          <span className="title">{title}</span>
          <span>{applicant}</span>
          <span>{formatAge((now - changed) / 1000, language)}</span>
        </li>
      ))}
    </ul>
  );
}
