/** Fields that are written into one place. */
import { memo } from 'react';
import type { Json } from '../../../../kernel/canonical.ts';
import * as m from '../../compiled/words/messages.js';
import { language } from '../../language.ts';
import { CodeInput } from './code-input.tsx';
import { DayInput } from './day-input.tsx';
import { FindingNotes } from './finding-notes.tsx';
import { fieldId, type InputProps, type PlaceProps, useFindingsWithin, useForm, useLabel } from './form-context.ts';
import { MeasureInput } from './measure-input.tsx';
import { MomentInput } from './moment-input.tsx';
import { optionsOf, wordOf } from './options-of.ts';
import { RecordInput } from './record-input.tsx';
import { StatedInput } from './stated-input.tsx';
import { decimalLeft, decimalShown, decimalTyped } from './typed.ts';
import { codesAt } from './words-of-fields.ts';

/** With its label above and its findings below. */
export const LabelledLeaf = memo(function LabelledLeaf(props: PlaceProps) {
  const { pointer, names, field, required } = props;
  const { prefix, Beside } = useForm();
  const label = useLabel(names);
  const findings = useFindingsWithin(pointer);
  const id = fieldId(prefix, pointer);
  const wide = (field.kind === 'text' && field.long) || field.kind === 'stated' || field.kind === 'other';
  return (
    <div className={wide ? 'form-field wide' : 'form-field'} data-place={pointer} data-severity={findings[0]?.severity}>
      <label htmlFor={id}>
        {label}
        {required && <Required />}
      </label>
      <LeafInput {...props} invalid={findings.length > 0} />
      {Beside && (field.kind === 'measure' || field.kind === 'decimal') && <Beside pointer={pointer} />}
      <FindingNotes id={`${id}-findings`} findings={findings} />
    </div>
  );
});

/** In a row of a table: the head of the column and the number of the row are its name. */
export const CellLeaf = memo(function CellLeaf(props: PlaceProps & { readonly row: number }) {
  const { pointer, names, row } = props;
  const { prefix, Beside } = useForm();
  const label = useLabel(names);
  const findings = useFindingsWithin(pointer);
  return (
    <>
      <LeafInput {...props} invalid={findings.length > 0} label={m.draft_cell({ label, row })} />
      {Beside && (props.field.kind === 'measure' || props.field.kind === 'decimal') && <Beside pointer={pointer} />}
      <FindingNotes id={`${fieldId(prefix, pointer)}-findings`} findings={findings} />
    </>
  );
});

export function Required() {
  return (
    <span className="form-required" title={m.draft_required()}>
      {' '}
      <span aria-hidden="true">*</span>
    </span>
  );
}

function LeafInput(props: InputProps) {
  const { field, value, pointer, names, invalid, label, required } = props;
  const form = useForm();
  const { readOnly, naming, put } = form;
  const own = useLabel(names);
  const id = fieldId(form.prefix, pointer);
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': invalid ? `${id}-findings` : undefined,
    'aria-invalid': invalid || undefined,
    'aria-required': required || undefined,
    readOnly,
  };
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const say = (next: string) => put(pointer, next === '' ? undefined : next);
  switch (field.kind) {
    case 'select':
      return (
        <CodeInput
          {...{ id, value: text, readOnly, label, invalid, required }}
          describedBy={shared['aria-describedby']}
          options={optionsOf(naming, names, field.values)}
          free={false}
          onChange={say}
        />
      );
    case 'flag':
      return (
        <input
          {...shared}
          type="checkbox"
          disabled={readOnly}
          checked={value === true}
          onChange={({ target }) => put(pointer, target.checked ? true : field.only ? undefined : false)}
        />
      );
    case 'constant':
      return <output id={id}>{wordOf(naming, names, field.value)}</output>;
    case 'integer':
      return (
        <input
          {...shared}
          type="text"
          inputMode="numeric"
          className="number"
          value={text}
          onChange={({ target }) => put(pointer, integerOf(target.value))}
        />
      );
    case 'decimal':
      return (
        <input
          {...shared}
          type="text"
          inputMode="decimal"
          className="number"
          value={decimalShown(text, language)}
          onChange={({ target }) => say(decimalTyped(target.value, language))}
          onBlur={() => text !== decimalLeft(text) && say(decimalLeft(text))}
        />
      );
    case 'day':
      return <DayInput {...{ id, label, invalid, required, readOnly }} name={own} value={text} onChange={say} />;
    case 'moment':
      return <MomentInput {...props} id={id} />;
    case 'record':
      return <RecordInput {...{ id, label, invalid, required, readOnly, pointer }} name={own} value={text} />;
    case 'stated':
      return <StatedInput {...props} id={id} />;
    case 'measure':
      return <MeasureInput {...props} field={field} id={id} />;
    case 'other':
      return <textarea {...shared} readOnly value={text} rows={3} />;
    case 'text': {
      const codes = codesAt(naming, names);
      const takes = field.pattern === undefined ? undefined : new RegExp(field.pattern, 'u');
      const options =
        codes === undefined
          ? []
          : optionsOf(
              naming,
              names,
              Object.keys(codes).filter((code) => takes?.test(code) ?? true),
            );
      if (options.length > 0)
        return (
          <CodeInput
            {...{ id, value: text, readOnly, label, invalid, required, options }}
            describedBy={shared['aria-describedby']}
            free
            onChange={say}
          />
        );
      const written = {
        ...shared,
        value: text,
        onChange: ({ target }: { readonly target: { readonly value: string } }) => say(target.value),
        onBlur: () => text !== text.trim() && say(text.trim()),
      };
      return field.long ? <textarea {...written} rows={2} /> : <input {...written} type="text" />;
    }
  }
}

/** What is no whole number stays as typed, for the check to refuse. */
const integerOf = (typed: string): Json | undefined =>
  typed === '' ? undefined : /^-?(0|[1-9][0-9]{0,14})$/.test(typed) ? Number(typed) : typed;
