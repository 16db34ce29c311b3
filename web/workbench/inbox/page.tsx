/** What is whose turn here, worst clock first. */
import './inbox.css';
import './grid.css';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { useMay } from '../api/queries.ts';
import type { InboxLine } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { WaitingForSecond } from '../signing/waiting.tsx';
import { ApplicationsButton, ApplicationsLane } from './applications-lane.tsx';
import { turnColumns } from './columns.tsx';
import { type Filter, queryOf, readFilter, searchOf } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { Keys } from './keys.tsx';
import { LaneBar } from './lane-bar.tsx';
import { type GridHandle, RecordGrid } from './record-grid.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useInbox } from './use-inbox.ts';
import { useListKeys } from './use-list-keys.ts';
import { ViewMenu } from './view-menu.tsx';

export function InboxPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = readFilter(search);
  const examines = useMay('applications.examine');
  const showsApplications = examines && search['lane'] === 'applications';
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 0]);
  const onRange = useCallback((from: number, to: number) => setRange([from, to]), []);
  const { rows, fault, again } = useInbox(filter, first, last);
  const isNew = useArrivals();
  const [showsKeys, setShowsKeys] = useState(false);
  const grid = useRef<GridHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  // What is asked for already may not be on the page yet.
  const put = (change: Partial<Filter>) =>
    void navigate({ to: '/inbox', search: (before) => searchOf({ ...readFilter(before), ...change }), replace: true });
  useListKeys({
    grid,
    search: searchField,
    onLane: (lane) => put({ lane }),
    onKeys: () => setShowsKeys(true),
  });
  const open = useCallback(
    (line: InboxLine) => void navigate({ to: '/records/$id', params: { id: line.id } }),
    [navigate],
  );
  const total = rows && formatNumber(rows.total, language);
  return (
    <div className="inbox">
      <title>{`${m.shell_inbox()} · Samur`}</title>
      <div className="inbox-head">
        <h1>{m.shell_inbox()}</h1>
        <Order filter={filter} onFilter={put} />
        <ViewMenu filter={filter} onFilter={put} />
        <Button variant="subtle" size="compact-sm" className="inbox-keys-button" onClick={() => setShowsKeys(true)}>
          {m.inbox_keys()}
        </Button>
      </div>
      <WaitingForSecond />
      <LaneBar
        chosen={showsApplications ? undefined : filter.lane}
        counts={rows?.lanes}
        onChoose={(lane) => put({ lane })}
      >
        {examines && (
          <ApplicationsButton
            chosen={showsApplications}
            onChoose={() => void navigate({ to: '/inbox', search: { lane: 'applications' }, replace: true })}
          />
        )}
      </LaneBar>
      {showsApplications ? (
        <ApplicationsLane />
      ) : (
        <>
          <FilterBar filter={filter} onFilter={put} scope="turns" searchRef={searchField} />
          <Announcement text={total === undefined ? '' : m.inbox_announce({ total })} />
          {fault !== undefined && <ProblemNote fault={fault} again={again} />}
          {rows === undefined && fault === undefined && <Loading />}
          {rows && (
            <RecordGrid
              label={m.shell_inbox()}
              subject={rows.query}
              total={rows.total}
              at={rows.at}
              columns={turnColumns}
              isNew={isNew}
              onRange={onRange}
              onOpen={open}
              handle={grid}
              busy={rows.query !== queryOf(filter)}
            />
          )}
          {rows?.total === 0 && (
            <p className="nothing">{queryOf(filter) === '' ? m.inbox_empty() : m.inbox_empty_filtered()}</p>
          )}
        </>
      )}
      <Keys opened={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

function Order({
  filter,
  onFilter,
}: {
  readonly filter: Filter;
  readonly onFilter: (change: Partial<Filter>) => void;
}) {
  return (
    <select
      className="inbox-choose order"
      aria-label={m.inbox_order()}
      value={filter.order}
      onChange={(event) => onFilter({ order: event.currentTarget.value === 'newest' ? 'newest' : 'due' })}
    >
      <option value="due">{m.inbox_order_due()}</option>
      <option value="newest">{m.inbox_order_newest()}</option>
    </select>
  );
}

/** Said once things are quiet again; what a screen shows anyway is only heard. */
function Announcement({ text }: { readonly text: string }) {
  return (
    <p className="hidden" aria-live="polite">
      {useDeferredValue(text)}
    </p>
  );
}
