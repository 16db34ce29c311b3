/** What a row of a list of records shows. */
import { Link } from '@tanstack/react-router';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { formatDay } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { InboxLine } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { SeverityBadge } from '../parts/state.tsx';

/** A row and what the list knows beside it; no line while it is on its way. */
export interface ShownRow {
  readonly index: number;
  readonly line: InboxLine | undefined;
  readonly isNew: boolean;
  readonly now: number;
}

/** Sorting and filtering are the server's: it alone holds all rows. */
export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ShownRow>();

function TypeTitle({ line: { profile, type } }: { readonly line: InboxLine }) {
  return useDeclarations().typeTitle(profile, type);
}

function StateTitle({ line: { profile, type, state } }: { readonly line: InboxLine }) {
  return useDeclarations().stateTitle(profile, type, state);
}

function Issuer({ line: { issuer } }: { readonly line: InboxLine }) {
  return useInstitutionName()(issuer);
}

function NumberLink({ line, isNew }: { readonly line: InboxLine; readonly isNew: boolean }) {
  return (
    <>
      <Link to="/records/$id" params={{ id: line.id }} className="inbox-link" tabIndex={-1}>
        {line.number || <TypeTitle line={line} />}
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

const number = helper.display({
  id: 'number',
  header: () => m.inbox_column_number(),
  cell: ({ row: { original } }) => original.line && <NumberLink line={original.line} isNew={original.isNew} />,
});
const clock = helper.display({
  id: 'clock',
  header: () => m.inbox_column_clock(),
  cell: ({ row: { original } }) => original.line?.clock && <ClockText clock={original.line.clock} now={original.now} />,
});
const day = helper.display({
  id: 'clock',
  header: () => m.inbox_column_day(),
  cell: ({ row: { original } }) => original.line && formatDay(original.line.time, language),
});
const type = helper.display({
  id: 'type',
  header: () => m.inbox_column_type(),
  cell: ({ row: { original } }) => original.line && <TypeTitle line={original.line} />,
});
const title = helper.display({
  id: 'title',
  header: () => m.inbox_column_title(),
  cell: ({ row: { original } }) => original.line && <span title={original.line.title}>{original.line.title}</span>,
});
const from = helper.display({
  id: 'from',
  header: () => m.inbox_column_from(),
  cell: ({ row: { original } }) => original.line && <Issuer line={original.line} />,
});
const state = helper.display({
  id: 'state',
  header: () => m.inbox_column_state(),
  cell: ({ row: { original } }) => original.line && <StateTitle line={original.line} />,
});
const worst = helper.display({
  id: 'worst',
  header: () => m.inbox_column_worst(),
  cell: ({ row: { original } }) => original.line?.worst && <SeverityBadge severity={original.line.worst} />,
});

export const turnColumns = helper.columns([clock, number, type, title, from, state, worst]);
export const allColumns = helper.columns([day, number, type, title, from, state, worst]);
