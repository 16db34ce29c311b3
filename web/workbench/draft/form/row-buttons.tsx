/** What can be done with a row of a list. */
import * as m from '../../compiled/words/messages.js';
import { numbered } from './blanks.ts';
import { exchanged, removed } from './first-rows.ts';
import { fieldId, useForm, useLabel } from './form-context.ts';
import { insert, listAt } from './json-edit.ts';
import type { Field } from './schema-fields.ts';

interface RowButtonsProps {
  readonly list: string;
  readonly index: number;
  /** How many rows there are. */
  readonly count: number;
  readonly item: Field;
  readonly names: string;
}

export function RowButtons({ list, index, count, item, names }: RowButtonsProps) {
  const { change, open, readOnly, root } = useForm();
  const label = useLabel(names);
  if (readOnly) return null;
  return (
    <span className="form-row-buttons">
      {count > 1 && <Mover {...{ list, index, count, names }} by={-1} />}
      {count > 1 && <Mover {...{ list, index, count, names }} by={1} />}
      <button
        type="button"
        title={m.draft_duplicate({ label, row: index + 1 })}
        onClick={() => {
          open.moved(list, index + 1, 1);
          open.set(`${list}/${index + 1}`, true);
          change((claims) => {
            const rows = listAt(claims, list);
            const copy = rows[index];
            return copy === undefined ? claims : insert(claims, list, index + 1, numbered(item, rows, copy));
          });
        }}
      >
        <CopyMark />
        <span className="hidden">{m.draft_duplicate({ label, row: index + 1 })}</span>
      </button>
      <button
        type="button"
        title={m.draft_remove_row({ label, row: index + 1 })}
        onClick={() => {
          open.moved(list, index, -1);
          change((claims) => removed(root, claims, list, index));
        }}
      >
        <span aria-hidden="true">✕</span>
        <span className="hidden">{m.draft_remove_row({ label, row: index + 1 })}</span>
      </button>
    </span>
  );
}

interface MoverProps extends Omit<RowButtonsProps, 'item'> {
  readonly by: 1 | -1;
}

/** At the end it stays where it is, so that the focus does: whoever moved a row there goes on from it. */
function Mover({ list, index, count, names, by }: MoverProps) {
  const { change, open, root, prefix, announce } = useForm();
  const label = useLabel(names);
  const to = index + by;
  const isEnd = to < 0 || to >= count;
  const says = (by === 1 ? m.draft_row_down : m.draft_row_up)({ label, row: index + 1 });
  const idAt = (row: number) => `${fieldId(prefix, `${list}/${row}`)}-move${by}`;
  return (
    <button
      id={idAt(index)}
      type="button"
      title={says}
      aria-disabled={isEnd || undefined}
      onClick={() => {
        if (isEnd) return;
        open.exchanged(list, index, to);
        change((claims) => exchanged(root, claims, list, index, to));
        announce(m.draft_row_moved({ label, from: index + 1, to: to + 1 }));
        // With the row, to its new place.
        requestAnimationFrame(() => document.getElementById(idAt(to))?.focus());
      }}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
        <path d={by === 1 ? 'M7 2v10M3 8l4 4 4-4' : 'M7 12V2M3 6l4-4 4 4'} />
      </svg>
      <span className="hidden">{says}</span>
    </button>
  );
}

/** Two sheets, one upon the other: fonts have no such sign in common. */
function CopyMark() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M4.5 4.5h8v8h-8zM9.5 4.5v-3h-8v8h3" />
    </svg>
  );
}
