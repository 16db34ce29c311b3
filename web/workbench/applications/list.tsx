/** Applications: a trader's own, or all that were sent to the institution. */
import './applications.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useMay, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { BeginApplication } from './begin.tsx';
import { NewNotices } from './new-notices.tsx';
import { useNews } from './news.ts';
import {
  type ApplicationLine,
  type ApplicationState,
  applicationStates,
  applicationsKey,
  listApplications,
} from './requests.ts';
import { stateWords } from './state-words.ts';
import { TurnNote } from './turn-note.tsx';

const views = ['turn', 'taken', 'applicant', 'all'] as const;
type View = (typeof views)[number];

const viewWords: Readonly<Record<View, () => string>> = {
  turn: m.applications_view_turn,
  taken: m.applications_view_taken,
  applicant: m.applications_view_applicant,
  all: m.applications_view_all,
};

export function ApplicationsPage() {
  const applies = useMay('applications.make');
  const examines = useMay('applications.examine');
  const search = useSearch({ strict: false }) as { readonly view?: unknown; readonly state?: unknown };
  const navigate = useNavigate();
  useNews();
  const view = views.find((one) => one === search.view) ?? (examines ? 'turn' : 'all');
  const state = applicationStates.find((one) => one === search.state);
  const put = (next: { readonly view: View; readonly state?: ApplicationState }) =>
    void navigate({ to: '/applications', search: next, replace: true });
  return (
    <>
      <title>{`${m.applications_title()} · Samur`}</title>
      <h1>{m.applications_title()}</h1>
      {applies && <NewNotices />}
      {applies && <BeginApplication />}
      {examines && (
        <div className="application-views">
          <label>
            {m.applications_view()}
            <select
              value={view}
              onChange={({ currentTarget }) => {
                const chosen = views.find((one) => one === currentTarget.value);
                if (chosen) put({ view: chosen });
              }}
            >
              {views.map((one) => (
                <option key={one} value={one}>
                  {viewWords[one]()}
                </option>
              ))}
            </select>
          </label>
          <label>
            {m.applications_state()}
            <select
              value={state ?? ''}
              onChange={({ currentTarget }) => {
                const chosen = applicationStates.find((one) => one === currentTarget.value);
                put({ view, ...(chosen && { state: chosen }) });
              }}
            >
              <option value="">{m.applications_state_any()}</option>
              {statesIn[view].map((one) => (
                <option key={one} value={one}>
                  {stateWords[one]()}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <Lines view={view} state={state} invites={applies && view === 'all'} />
    </>
  );
}

const filters: Readonly<Record<View, { readonly turn?: string; readonly taken?: string }>> = {
  turn: { turn: 'office' },
  taken: { taken: 'true' },
  applicant: { turn: 'applicant' },
  all: {},
};

const sent = applicationStates.filter((state) => state !== 'draft');
/** Those that can be found in a view. */
const statesIn: Readonly<Record<View, readonly ApplicationState[]>> = {
  turn: ['sent', 'taken', 'answered', 'ready'],
  taken: sent.filter((state) => state !== 'sent'),
  applicant: ['query'],
  all: sent,
};

interface LinesProps {
  readonly view: View;
  readonly state: ApplicationState | undefined;
  /** Who has no applications may make one. */
  readonly invites: boolean;
}

function Lines({ view, state, invites }: LinesProps) {
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...applicationsKey, 'list', view, state],
    queryFn: ({ pageParam }) => listApplications({ ...filters[view], ...(state && { state }) }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  if (isError) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="nothing">{invites ? m.applications_invite() : m.applications_none()}</p>;
  return (
    <>
      <ul className="application-list">
        {items.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.parts_more()}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: ApplicationLine }) {
  const declarations = useDeclarations();
  const { institution } = useSession();
  const { id, number, profile, type, title, state, turn, mine, changed, applicant, officer, standing } = line;
  const whose = standing?.turn ?? (turn === undefined ? [] : [turn === 'applicant' ? 'applicant' : institution.id]);
  return (
    <li>
      <Link to="/applications/$id" params={{ id }}>
        <b>{number}</b> <span>{declarations.typeTitle(profile, type)}</span>
        {title !== '' && <small>{title}</small>}
      </Link>
      <span>
        <span className="application-state" data-state={state}>
          {stateWords[state]()}
        </span>
        {standing && <small> {declarations.stateTitle(profile, type, standing.record.state)}</small>}
      </span>
      <TurnNote turn={whose} mine={mine} {...(standing?.clock && { clock: standing.clock })} />
      <small className="application-who">
        {[applicant, officer?.name].filter((name) => name !== undefined && name !== '').join(' → ')}
      </small>
      <small>{formatMoment(changed, language)}</small>
    </li>
  );
}
