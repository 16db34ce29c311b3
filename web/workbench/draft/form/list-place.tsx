/** Lists: small ones as rows of fields, flat ones as a table, others as rows that open. */
import { memo, useMemo, useState } from 'react';
import type { Json } from '../../../../kernel/canonical.ts';
import * as m from '../../compiled/words/messages.js';
import { language } from '../../language.ts';
import { blankOf, numbered } from './blanks.ts';
import { briefOf } from './brief.ts';
import { FindingCount, FindingNotes } from './finding-notes.tsx';
import { firstRow } from './first-rows.ts';
import { focusFirst } from './focus.ts';
import { fieldId, type PlaceProps, useFindingsAt, useForm, useLabel, useOpen } from './form-context.ts';
import { insert, isList, isObject, listAt } from './json-edit.ts';
import { CellLeaf, Required } from './leaf.tsx';
import { RowButtons } from './row-buttons.tsx';
import { type Field, type GroupField, isLeaf, isTable, type LeafField, type ListField } from './schema-fields.ts';

type ListProps = PlaceProps<ListField>;
const none: readonly Json[] = [];
/** Rows that are drawn at once; more are asked for. */
const window = 100;

export function ListPlace(props: ListProps) {
  const { field, value, pointer } = props;
  const { readOnly } = useForm();
  const there = isList(value) ? value : none;
  const [drawn, setDrawn] = useState(window);
  const first = useMemo(() => [firstRow(field, language)], [field]);
  const isEmpty = there.length === 0;
  const rows = isEmpty && !readOnly ? first : there;
  return (
    <>
      {isLeaf(field.item) ? (
        <LeafRows {...props} item={field.item} rows={rows} isEmpty={isEmpty} />
      ) : isTable(field) ? (
        <TableRows {...props} item={field.item} rows={rows.slice(0, drawn)} count={rows.length} isEmpty={isEmpty} />
      ) : (
        <ol className="form-rows">
          {rows.slice(0, drawn).map((row, index) => (
            <OpeningRow
              key={`${pointer}/${String(index)}`}
              item={field.item}
              row={row}
              index={index}
              list={pointer}
              names={props.names}
              count={rows.length}
              isEmpty={isEmpty}
            />
          ))}
        </ol>
      )}
      {!isLeaf(field.item) && rows.length > drawn && (
        <button type="button" className="form-add" onClick={() => setDrawn(drawn + window)}>
          {m.draft_more_rows({ count: rows.length - drawn })}
        </button>
      )}
      {!readOnly && !isEmpty && rows.length < field.most && (
        <AddRow field={field} rows={rows} list={pointer} names={props.names} />
      )}
    </>
  );
}

interface AddProps {
  readonly field: ListField;
  readonly rows: readonly Json[];
  readonly list: string;
  readonly names: string;
}

function AddRow({ field, rows, list, names }: AddProps) {
  const { change, open, prefix } = useForm();
  const label = useLabel(names);
  return (
    <button
      type="button"
      className="form-add"
      onClick={() => {
        const row = `${list}/${rows.length}`;
        open.set(row, true);
        change((claims) => {
          const before = listAt(claims, list);
          return insert(claims, list, before.length, numbered(field.item, before, blankOf(field.item, language)));
        });
        requestAnimationFrame(() => focusFirst(fieldId(prefix, row)));
      }}
    >
      <span aria-hidden="true">+ </span>
      {m.draft_add_row()}
      <span className="hidden">: {label}</span>
    </button>
  );
}

interface RowsProps<F> extends ListProps {
  readonly item: F;
  readonly rows: readonly Json[];
  /** The only row is shown before it is there. */
  readonly isEmpty: boolean;
}

function LeafRows({ item, rows, isEmpty, pointer, names }: RowsProps<LeafField>) {
  const { prefix } = useForm();
  return (
    <ol className="form-leaves">
      {rows.map((row, index) => (
        <li key={`${pointer}/${String(index)}`} id={`${fieldId(prefix, pointer)}-row-${index}`}>
          <CellLeaf field={item} value={row} pointer={`${pointer}/${index}`} names={names} required row={index + 1} />
          {!isEmpty && <RowButtons list={pointer} index={index} count={rows.length} item={item} names={names} />}
        </li>
      ))}
    </ol>
  );
}

function TableRows({ item, rows, count, isEmpty, pointer, names }: RowsProps<GroupField> & { readonly count: number }) {
  if (rows.length === 0) return null;
  return (
    <div className="form-table">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{m.draft_row_number()}</span>
            </th>
            {item.members.map(({ name, required }) => (
              <ColumnHead key={name} names={`${names}/${name}`} required={required} />
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TableRow
              key={`${pointer}/${String(index)}`}
              item={item}
              row={row}
              index={index}
              list={pointer}
              names={names}
              isEmpty={isEmpty}
              count={count}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead({ names, required }: { readonly names: string; readonly required: boolean }) {
  return (
    <th scope="col">
      {useLabel(names)}
      {required && <Required />}
    </th>
  );
}

interface RowProps<F = Field> {
  readonly item: F;
  readonly row: Json;
  readonly index: number;
  readonly list: string;
  readonly names: string;
  readonly isEmpty: boolean;
  /** How many rows there are. */
  readonly count: number;
}

const TableRow = memo(function TableRow({ item, row, index, list, names, isEmpty, count }: RowProps<GroupField>) {
  const { prefix } = useForm();
  const pointer = `${list}/${index}`;
  const object = isObject(row) ? row : {};
  const findings = useFindingsAt(pointer);
  return (
    <tr id={fieldId(prefix, pointer)}>
      <th scope="row">
        {index + 1}
        <FindingNotes findings={findings} />
      </th>
      {item.members.map(({ name, field, required }) => (
        <td key={name} className={`form-cell ${field.kind}`} data-place={`${pointer}/${name}`}>
          {isLeaf(field) && (
            <CellLeaf
              field={field}
              value={Object.hasOwn(object, name) ? object[name] : undefined}
              pointer={`${pointer}/${name}`}
              names={`${names}/${name}`}
              required={required}
              row={index + 1}
            />
          )}
        </td>
      ))}
      <td>{!isEmpty && <RowButtons {...{ list, index, count, item, names }} />}</td>
    </tr>
  );
});

const OpeningRow = memo(function OpeningRow({ item, row, index, list, names, isEmpty, count }: RowProps) {
  const { open, prefix, naming, Inside } = useForm();
  const pointer = `${list}/${index}`;
  const findings = useFindingsAt(pointer);
  const isOpen = useOpen(pointer) ?? count === 1;
  const id = fieldId(prefix, pointer);
  return (
    <li className={isOpen ? 'form-row' : 'form-row closed'} id={id} tabIndex={-1}>
      <div className="form-row-head">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-inside`}
          onClick={() => open.set(pointer, !isOpen)}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> <b>{index + 1}</b>{' '}
          <span className="form-brief">
            {briefOf(item, row, names, naming, language).join(' · ') || m.draft_empty_row()}
          </span>
        </button>
        {!isOpen && <FindingCount pointer={pointer} />}
        {!isEmpty && <RowButtons {...{ list, index, count, item, names }} />}
      </div>
      <FindingNotes findings={findings} />
      {isOpen && (
        <div id={`${id}-inside`} className="form-inside">
          <Inside field={item} value={row} pointer={pointer} names={names} />
        </div>
      )}
    </li>
  );
});
