/** Lines from a spreadsheet: pasted or from a file; columns are matched, shown for correction, and read. */
import { Button, FileInput, Group, NativeSelect, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import type { ProfileDeclaration } from '../../api/shapes.ts';
import * as m from '../../compiled/words/messages.js';
import { language, say } from '../../language.ts';
import { append, isObject, listAt, step } from '../form/json-edit.ts';
import { labelAt } from '../form/words-of-fields.ts';
import { matchColumns, type Target, targetsOf } from './columns.ts';
import { readDelimited, Unreadable } from './delimited.ts';
import type { NamedList } from './import-dialog.tsx';
import { type ReadSheet, readFile } from './read-file.ts';
import { readRows } from './rows.ts';
import { SheetTable } from './sheet-table.tsx';

interface SheetImportProps {
  readonly lists: readonly NamedList[];
  readonly type: string;
  readonly profile: ProfileDeclaration;
  readonly claims: JsonObject;
  readonly onClaims: (claims: JsonObject) => void;
}

const reasons: Readonly<Record<Unreadable['reason'], () => string>> = {
  'too-large': m.draft_sheet_too_large,
  'not-text': m.draft_sheet_not_text,
  'not-a-workbook': m.draft_sheet_not_workbook,
  'no-rows': m.draft_sheet_no_rows,
  'open-quote': m.draft_sheet_open_quote,
};

export function SheetImport({ lists, type, profile, claims, onClaims }: SheetImportProps) {
  const [list, setList] = useState(lists[0]);
  const [read, setRead] = useState<ReadSheet>();
  const [fault, setFault] = useState<Unreadable>();
  const take = (next: () => Promise<ReadSheet>) => {
    setFault(undefined);
    next().then(setRead, (problem: unknown) => {
      setRead(undefined);
      setFault(problem instanceof Unreadable ? problem : new Unreadable('not-text'));
    });
  };
  if (list === undefined) return null;
  return (
    <>
      <div className="draft-sheet-ways">
        <NativeSelect
          label={m.draft_sheet_list()}
          value={list.name}
          onChange={({ currentTarget }) => setList(lists.find(({ name }) => name === currentTarget.value))}
          data={lists.map(({ name }) => {
            const label = labelAt(profile, `${type}/${name}`);
            return { value: name, label: label ? say(label) : name };
          })}
        />
        <FileInput
          label={m.draft_sheet_file()}
          placeholder={m.draft_choose_file()}
          accept=".xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onChange={(file) => file && take(() => readFile(file))}
        />
        <Textarea
          label={m.draft_sheet_paste()}
          placeholder={m.draft_sheet_paste_hint()}
          rows={2}
          onChange={({ currentTarget: { value } }) =>
            value.trim() !== '' && take(async () => ({ sheet: readDelimited(value), stored: false }))
          }
        />
      </div>
      {fault && (
        <p className="draft-left over" role="alert">
          {reasons[fault.reason]()}
        </p>
      )}
      {read && (
        <Matched
          key={`${list.name} ${JSON.stringify(read.sheet[0])} ${read.sheet.length}`}
          {...{ list, type, profile, claims, onClaims, read }}
        />
      )}
    </>
  );
}

interface MatchedProps extends Omit<SheetImportProps, 'lists'> {
  readonly list: NamedList;
  readonly read: ReadSheet;
}

function Matched({ list, type, profile, claims, onClaims, read: { sheet, stored } }: MatchedProps) {
  const targets = useMemo(() => targetsOf(list.field, `${type}/${list.name}`, profile), [list, type, profile]);
  const [heads = []] = sheet;
  const rest = useMemo(() => sheet.slice(1), [sheet]);
  const [columns, setColumns] = useState(() => matchColumns(heads, targets, profile));
  const matched = columns.some(({ target }) => target !== undefined);
  const before = useMemo(() => filledRows(claims, list.name), [claims, list.name]);
  const rows = useMemo(
    () => readRows(rest, columns, list.field.item, before, { naming: profile, language, stored }),
    [rest, columns, list, before, profile, stored],
  );
  const faulty = rows.filter(({ faults }) => faults.size > 0).length;
  const room = list.field.most - before.length;
  const choose = (at: number, target: Target | undefined) =>
    setColumns(
      columns.map((column, index) =>
        index === at
          ? { ...(target && { target }), ...(column.unit !== undefined && { unit: column.unit }) }
          : target !== undefined && column.target === target
            ? {}
            : column,
      ),
    );
  return (
    <>
      <p role="status" className="draft-quiet">
        {m.draft_sheet_found({
          rows: rows.length,
          matched: columns.filter(({ target }) => target).length,
          all: heads.length,
        })}{' '}
        {faulty > 0 && m.draft_sheet_faulty({ count: faulty })}
        {rows.length > room && ` ${m.draft_sheet_too_many({ count: room })}`}
      </p>
      <SheetTable {...{ heads, sheet: rest, rows, columns, targets, choose }} />
      <Group mt="sm">
        <Button
          disabled={!matched || rows.length === 0 || rows.length > room}
          onClick={() =>
            onClaims(
              append(
                withoutBlanks(claims, list.name, before),
                step(list.name),
                rows.map(({ value }) => value),
              ),
            )
          }
        >
          {m.draft_sheet_add({ count: rows.length })}
        </Button>
      </Group>
    </>
  );
}

/** A first row that nobody has filled in gives way to those that come. */
const filledRows = (claims: JsonObject, name: string) =>
  listAt(claims, step(name)).filter(
    (row) => !isObject(row) || Object.values(row).some((value) => typeof value !== 'number'),
  );

const withoutBlanks = (claims: JsonObject, name: string, rows: ReturnType<typeof filledRows>): JsonObject => ({
  ...claims,
  [name]: rows,
});
