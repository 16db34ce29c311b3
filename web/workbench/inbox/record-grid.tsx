/**
 * A list of any length of which only what can be seen is on the page. The list itself holds the focus and names its
 * active row, so that neither scrolling nor news ever take the focus away.
 */
import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { InboxLine } from '../api/shapes.ts';
import { say } from '../language.ts';
import { useNow } from '../parts/use-now.ts';
import { features, type ShownRow, type turnColumns } from './columns.tsx';
import { useNarrow } from './use-narrow.ts';
import { useReadingPlace } from './use-reading-place.ts';

export interface GridHandle {
  /** Moves the active row, and the focus here; `same` goes on where it was. */
  move(to: 'next' | 'previous' | 'same'): void;
  openActive(): void;
}

interface Props {
  readonly label: string;
  /** Rows of another one begin at the top. */
  readonly subject: string;
  readonly total: number;
  readonly at: ReadonlyMap<number, InboxLine>;
  readonly columns: typeof turnColumns;
  readonly isNew: (id: string) => boolean;
  /** Which rows can be seen. */
  readonly onRange: (first: number, last: number) => void;
  readonly onOpen: (line: InboxLine) => void;
  readonly handle: React.Ref<GridHandle>;
  readonly busy: boolean;
}

/** Where somebody was in a list, for the way back from a record. */
const places = new Map<string, { readonly top: number; readonly active: Active | undefined }>();

const mostPlaces = 20;

interface Active {
  readonly index: number;
  readonly id?: string | undefined;
}

const steps = { next: 1, previous: -1, same: 0 };

interface GridProps extends Props {
  readonly rowHeight: number;
}

/** In the size of letters that the reader has chosen. */
const rowHeights = { wide: 2.25, narrow: 9.25 };
const letterSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export function RecordGrid(props: Props) {
  const rowHeight = Math.round(rowHeights[useNarrow() ? 'narrow' : 'wide'] * letterSize());
  return <Grid key={rowHeight} rowHeight={rowHeight} {...props} />;
}

function Grid({ rowHeight, label, subject, total, at, columns, isNew, onRange, onOpen, handle, busy }: GridProps) {
  const scroller = useRef<HTMLTableElement>(null);
  const prefix = useId();
  const now = useNow();
  const place = `${label} ${subject}`;
  const [active, setActive] = useState(places.get(place)?.active);
  const returns = useRef(active !== undefined);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialOffset: () => places.get(place)?.top ?? 0,
    // What is named as active must be there.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      const index = active?.index;
      return index === undefined || index >= total || seen.includes(index)
        ? seen
        : [...seen, index].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onRange(startIndex, endIndex), [onRange, startIndex, endIndex]);
  useEffect(() => {
    places.delete(place);
    places.set(place, { top: virtualizer.scrollOffset ?? 0, active });
    const [oldest] = places.keys();
    if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest);
  });
  useEffect(() => {
    // Who walks by keys goes on where the way led into the record.
    if (returns.current && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);
  useReadingPlace({ scroller, subject, at, rowHeight, active, setActive });

  const go = useCallback(
    (index: number) => {
      if (total === 0) return;
      const to = Math.max(0, Math.min(total - 1, index));
      setActive({ index: to, id: at.get(to)?.id });
      virtualizer.scrollToIndex(to, { align: 'auto' });
      scroller.current?.focus({ preventScroll: true });
    },
    [total, at, virtualizer],
  );
  const openActive = useCallback(() => {
    const line = active && at.get(active.index);
    if (line) onOpen(line);
  }, [active, at, onOpen]);
  useImperativeHandle(
    handle,
    () => ({
      move: (to) => go(active === undefined ? startIndex : active.index + steps[to]),
      openActive,
    }),
    [active, go, openActive, startIndex],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, endIndex - startIndex - 1);
    const place = active?.index ?? startIndex - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: total - 1,
    };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = moves[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && event.target === event.currentTarget) openActive();
    else return;
    event.preventDefault();
  };

  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const inWords = useCallback(
    ({ profile, type, state, issuer, chosen = [] }: InboxLine) => ({
      type: declarations.typeTitle(profile, type),
      state: [...chosen.map(say), declarations.stateTitle(profile, type, state)].join(' · '),
      from: nameOf(issuer),
    }),
    [declarations, nameOf],
  );
  const data = useMemo(
    () =>
      items.map(({ index }): ShownRow => {
        const line = at.get(index);
        return { index, line, words: line && inWords(line), isNew: line !== undefined && isNew(line.id), now };
      }),
    [items, at, inWords, isNew, now],
  );
  const table = useTable({ features, columns, data, getRowId: ({ index }) => String(index) });
  // A table that is walked through: one stop of the focus, which names its row.
  const walked = {
    role: 'grid',
    tabIndex: 0,
    'aria-activedescendant': active && active.index < total ? `${prefix}${active.index}` : undefined,
  };
  return (
    <table
      {...walked}
      ref={scroller}
      className={`inbox-grid by-${columns[0]?.id ?? ''}${busy ? ' busy' : ''}`}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-busy={busy}
      onKeyDown={onKeyDown}
    >
      <thead className="inbox-grid-head">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="inbox-row head" aria-rowindex={1}>
            {group.headers.map((header) => (
              <th key={header.id} scope="col" className={header.column.id}>
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="inbox-grid-body" style={{ height: virtualizer.getTotalSize() }}>
        {table.getRowModel().rows.map((row) => {
          const { index } = row.original;
          return (
            <tr
              key={row.id}
              id={`${prefix}${index}`}
              className="inbox-row"
              data-index={index}
              aria-rowindex={index + 2}
              aria-selected={active?.index === index}
              style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
            >
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={cell.column.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
