/** What people did, newest first. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import { matrixQuery } from '../api/matrix.ts';
import type { Page } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { ChainCheck } from './chain-check.tsx';
import { peopleQuery, type TrailRow } from './office.ts';
import { filterIn, type TrailFilter, trailPath } from './trail-filter.ts';

export function Trail() {
  const filter = filterIn(useSearch({ strict: false }) as Readonly<Record<string, unknown>>);
  return (
    <>
      <p>{m.administration_trail_how()}</p>
      <Filter key={JSON.stringify(filter)} filter={filter} />
      <Rows filter={filter} />
      <ChainCheck />
    </>
  );
}

function Filter({ filter }: { readonly filter: TrailFilter }) {
  const people = useSuspenseQuery(peopleQuery).data.items;
  const { actions } = useSuspenseQuery(matrixQuery).data;
  const navigate = useNavigate();
  const set = (change: TrailFilter) =>
    void navigate({
      to: '/administration/$section',
      params: { section: 'trail' },
      search: { ...filterIn({ ...filter, ...change }) },
      replace: true,
    });
  const every = { value: '', label: m.administration_all() };
  return (
    <form
      className="administration-filter"
      aria-label={m.administration_filter()}
      onSubmit={(event) => {
        event.preventDefault();
        const about = new FormData(event.currentTarget).get('about');
        set({ about: String(about ?? '').trim() });
      }}
    >
      <NativeSelect
        label={m.administration_person()}
        value={filter.person ?? ''}
        onChange={(event) => set({ person: event.currentTarget.value })}
        data={[every, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={m.administration_action()}
        value={filter.action ?? ''}
        onChange={(event) => set({ action: event.currentTarget.value })}
        data={[every, ...actions.map(({ name, title }) => ({ value: name, label: say(title) }))]}
      />
      <TextInput
        label={m.administration_from()}
        type="date"
        value={filter.from ?? ''}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        label={m.administration_to()}
        type="date"
        value={filter.to ?? ''}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <TextInput
        label={m.administration_about()}
        name="about"
        defaultValue={filter.about ?? ''}
        onBlur={(event) => {
          const about = event.currentTarget.value.trim();
          if (about !== (filter.about ?? '')) set({ about });
        }}
      />
      <a className="administration-export" href={trailPath(filter, '.csv')} download="trail.csv">
        {m.administration_export()}
      </a>
    </form>
  );
}

function Rows({ filter }: { readonly filter: TrailFilter }) {
  const { actions } = useSuspenseQuery(matrixQuery).data;
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['trail', filter],
    queryFn: ({ pageParam }) =>
      ask<Page<TrailRow>>(trailPath(filter, '', pageParam === '' ? {} : { cursor: pageParam })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const columns: readonly Column<TrailRow>[] = [
    { title: m.administration_row(), className: 'number', cell: ({ row }) => row },
    { title: m.administration_time(), cell: ({ time }) => formatMoment(time, language) },
    { title: m.administration_person(), head: true, cell: ({ name }) => name },
    {
      title: m.administration_action(),
      cell: ({ action, operation }) => {
        const found = actions.find(({ name }) => name === action);
        return (
          <>
            {found ? say(found.title) : action}
            <code className="administration-remark">{operation}</code>
          </>
        );
      },
    },
    { title: m.administration_about(), cell: ({ about }) => <About id={about} /> },
    { title: m.administration_outcome(), cell: (one) => <OutcomeOf row={one} /> },
  ];
  return (
    <>
      <ListTable
        caption={m.administration_trail()}
        columns={columns}
        rows={data.pages.flatMap(({ items }) => items)}
        keyOf={({ row }) => row}
      />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.parts_more()}
        </Button>
      )}
    </>
  );
}

const shown = 12;

function About({ id }: { readonly id: string }) {
  if (id === '') return '–';
  const short = id.length > shown ? `${id.slice(0, shown)}…` : id;
  if (!/^[0-9a-f]{64}$/.test(id)) return <code title={id}>{short}</code>;
  return (
    <Link to="/records/$id" params={{ id }} title={id}>
      <code>{short}</code>
    </Link>
  );
}

function OutcomeOf({ row: { status, refusal } }: { readonly row: TrailRow }) {
  if (status < 400) return m.administration_done();
  return (
    <span className="administration-refused">
      {m.administration_refused()} <code>{refusal === '' ? status : refusal}</code>
    </span>
  );
}
