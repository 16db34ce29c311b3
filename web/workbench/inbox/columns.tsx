/** What a row of a list of records shows. */
import { Link } from '@tanstack/react-router';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { formatDay } from '../../../kernel/words/moments.ts';
import type { InboxLine } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { SeverityBadge } from '../parts/state.tsx';
import { useNarrow } from './use-narrow.ts';

/** A row in words, and what the list knows beside it; nothing is said while it is on its way. */
export interface ShownRow {
  readonly index: number;
  readonly line: InboxLine | undefined;
  readonly words: { readonly type: string; readonly state: string; readonly from: string } | undefined;
  readonly isNew: boolean;
  readonly now: number;
}

/** Sorting and filtering are the server's: it alone holds all rows. */
export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ShownRow>();

function NumberLink({ row: { line, isNew } }: { readonly row: ShownRow }) {
  if (line === undefined) return null;
  return (
    <>
      <Link to="/records/$id" params={{ id: line.id }} className="inbox-link" tabIndex={-1}>
        {line.number || `${line.id.slice(0, 8)}…`}
      </Link>
      {isNew && (
        <span className="inbox-new">
          <span aria-hidden="true">●</span>
          <span className="hidden">{m.inbox_new()}</span>
        </span>
      )}
    </>
  );
}

/** Whole where one points at it. */
function Cut({ text }: { readonly text: string | undefined }) {
  return <span title={text}>{text}</span>;
}

/** A card has no heading that would say what is due. */
function Due({ row: { line, now } }: { readonly row: ShownRow }) {
  const narrow = useNarrow();
  return line?.clock && <ClockText clock={line.clock} now={now} brief={!narrow} />;
}

const number = helper.display({
  id: 'number',
  header: () => m.inbox_column_number(),
  cell: ({ row: { original } }) => <NumberLink row={original} />,
});
const clock = helper.display({
  id: 'clock',
  header: () => m.inbox_column_clock(),
  cell: ({ row: { original } }) => <Due row={original} />,
});
const day = helper.display({
  id: 'day',
  header: () => m.inbox_column_day(),
  cell: ({ row: { original } }) => original.line && formatDay(original.line.time, language),
});
const type = helper.display({
  id: 'type',
  header: () => m.inbox_column_type(),
  cell: ({ row: { original } }) => <Cut text={original.words?.type} />,
});
const title = helper.display({
  id: 'title',
  header: () => m.inbox_column_title(),
  cell: ({ row: { original } }) => <Cut text={original.line?.title} />,
});
const from = helper.display({
  id: 'from',
  header: () => m.inbox_column_from(),
  cell: ({ row: { original } }) => <Cut text={original.words?.from} />,
});
const state = helper.display({
  id: 'state',
  header: () => m.inbox_column_state(),
  cell: ({ row: { original } }) => <Cut text={original.words?.state} />,
});
const worst = helper.display({
  id: 'worst',
  header: () => m.inbox_column_worst(),
  cell: ({ row: { original } }) => original.line?.worst && <SeverityBadge severity={original.line.worst} />,
});

export const turnColumns = helper.columns([clock, number, type, title, from, state, worst]);
export const allColumns = helper.columns([day, number, type, title, from, state, worst]);
