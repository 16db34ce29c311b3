/** A value and its unit; perhaps also of one piece. */
import { useState } from 'react';
import * as m from '../../compiled/words/messages.js';
import { language } from '../../language.ts';
import { CodeInput } from './code-input.tsx';
import { type InputProps, useForm, useLabel } from './form-context.ts';
import { isObject, step } from './json-edit.ts';
import { optionsOf } from './options-of.ts';
import type { LeafField } from './schema-fields.ts';
import { decimalLeft, decimalShown, decimalTyped } from './typed.ts';
import { codesAt } from './words-of-fields.ts';

type MeasureField = Extract<LeafField, { readonly kind: 'measure' }>;

export function MeasureInput(props: InputProps & { readonly id: string; readonly field: MeasureField }) {
  const { field, value, pointer, names, id, invalid, required, label } = props;
  const { put, readOnly, naming } = useForm();
  const own = useLabel(names);
  const eachLabel = useLabel(`${names}/each`);
  const name = label ?? own;
  const measure = isObject(value) ? value : {};
  const amount = typeof measure['value'] === 'string' ? measure['value'] : '';
  const unit = typeof measure['unit'] === 'string' ? measure['unit'] : '';
  const [opened, setOpened] = useState(false);
  const unitField = field.members.find((one) => one.name === 'unit')?.field;
  const each = field.members.find((one) => one.name === 'each')?.field;
  const valuePlace = pointer + step('value');
  const say = (next: string) => put(valuePlace, next === '' ? undefined : next);
  const takes =
    unitField?.kind === 'text' && unitField.pattern !== undefined ? new RegExp(unitField.pattern, 'u') : undefined;
  const units = Object.keys(codesAt(naming, `${names}/unit`) ?? {}).filter((code) => takes?.test(code) ?? true);
  return (
    <span className="form-measure">
      <input
        id={id}
        type="text"
        inputMode="decimal"
        className="number"
        aria-label={label}
        aria-describedby={invalid ? `${id}-findings` : undefined}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        readOnly={readOnly}
        value={decimalShown(amount, language)}
        onChange={({ target }) => say(decimalTyped(target.value, language))}
        onBlur={() => amount !== decimalLeft(amount) && say(decimalLeft(amount))}
      />
      {unitField && (
        <CodeInput
          id={`${id}/unit`}
          label={m.draft_unit({ label: name })}
          value={unit}
          readOnly={readOnly}
          options={optionsOf(naming, `${names}/unit`, unitField.kind === 'select' ? unitField.values : units)}
          free={unitField.kind !== 'select'}
          onChange={(next) => put(pointer + step('unit'), next === '' ? undefined : next)}
        />
      )}
      {each?.kind === 'measure' &&
        (opened || measure['each'] !== undefined ? (
          <>
            <span aria-hidden="true">×</span>
            <MeasureInput
              field={each}
              value={measure['each']}
              pointer={pointer + step('each')}
              names={`${names}/each`}
              required={false}
              id={`${id}/each`}
              invalid={false}
              label={`${name}: ${eachLabel}`}
            />
          </>
        ) : (
          !readOnly && (
            <button type="button" className="form-add small" title={eachLabel} onClick={() => setOpened(true)}>
              <span aria-hidden="true">×</span>
              <span className="hidden">
                {name}: {eachLabel}
              </span>
            </button>
          )
        ))}
    </span>
  );
}
