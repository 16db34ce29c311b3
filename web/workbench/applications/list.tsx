/** Applications: a trader's own, or all that were sent to the institution. */
import './applications.css';
import { Button, SegmentedControl } from '@mantine/core';
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
import { type ApplicationLine, applicationsKey, listApplications } from './requests.ts';
import { stateWords } from './state-words.ts';
import { TurnNote } from './turn-note.tsx';

const views = ['turn', 'taken', 'all'] as const;
type View = (typeof views)[number];

const viewWords: Readonly<Record<View, () => string>> = {
  turn: m.applications_view_turn,
  taken: m.applications_view_taken,
  all: m.applications_view_all,
};

export function ApplicationsPage() {
  const applies = useMay('applications.make');
  const examines = useMay('applications.examine');
  const search = useSearch({ strict: false }) as { readonly view?: unknown };
  const navigate = useNavigate();
  const view = views.find((one) => one === search.view) ?? (examines ? 'turn' : 'all');
  return (
    <>
      <title>{`${m.applications_title()} – Samur`}</title>
      <h1>{m.applications_title()}</h1>
      {applies && <NewNotices />}
      {applies && <BeginApplication />}
      {examines && (
        <SegmentedControl
          className="application-views"
          aria-label={m.applications_view()}
          value={view}
          onChange={(next) => void navigate({ to: '/applications', search: { view: next } })}
          data={views.map((one) => ({ value: one, label: viewWords[one]() }))}
        />
      )}
      <Lines view={view} />
    </>
  );
}

const filters: Readonly<Record<View, { readonly turn?: string; readonly taken?: string }>> = {
  turn: { turn: 'office' },
  taken: { taken: 'true' },
  all: {},
};

function Lines({ view }: { readonly view: View }) {
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...applicationsKey, 'list', view],
    queryFn: ({ pageParam }) => listApplications(filters[view], pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  if (isError) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="nothing">{m.applications_none()}</p>;
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
  const { id, number, profile, type, title, state, turn, mine, changed, applicant, officer } = line;
  const whose = turn === undefined ? [] : [turn === 'applicant' ? 'applicant' : institution.id];
  return (
    <li>
      <Link to="/applications/$id" params={{ id }}>
        <b>{number}</b> <span>{declarations.typeTitle(profile, type)}</span>
        {title !== '' && <small>{title}</small>}
      </Link>
      <span className="application-state" data-state={state}>
        {stateWords[state]()}
      </span>
      <TurnNote turn={whose} mine={mine} />
      <small className="application-who">
        {[applicant, officer?.name].filter((name) => name !== undefined && name !== '').join(' → ')}
      </small>
      <small>{formatMoment(changed, language)}</small>
    </li>
  );
}
