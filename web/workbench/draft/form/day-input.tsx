/** A day, written as the language writes it or chosen from a calendar. Browsers write days by their own language alone. */
import { useRef, useState } from 'react';
import * as m from '../../compiled/words/messages.js';
import { language } from '../../language.ts';
import { dayForm, dayShown, dayTyped } from './typed.ts';

interface DayInputProps {
  readonly id: string;
  readonly value: string;
  /** Of the field, for its calendar. */
  readonly name: string;
  readonly label?: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** What is no day is given as typed. */
  readonly onChange: (value: string) => void;
}

export function DayInput({ id, value, name, label, invalid, required, readOnly, onChange }: DayInputProps) {
  const [typed, setTyped] = useState<string>();
  const calendar = useRef<HTMLInputElement>(null);
  const commit = () => {
    if (typed === undefined) return;
    onChange(dayTyped(typed) ?? typed.trim());
    setTyped(undefined);
  };
  return (
    <span className="form-day">
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={readOnly ? undefined : dayForm(language)}
        aria-label={label}
        aria-describedby={invalid ? `${id}-findings` : undefined}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        readOnly={readOnly}
        value={typed ?? dayShown(value, language)}
        onChange={({ target }) => {
          const day = dayTyped(target.value);
          setTyped(target.value);
          // Complete as it stands: seen by the check at once.
          if (day !== undefined && target.value.length >= 10) onChange(day);
        }}
        onBlur={commit}
      />
      {!readOnly && (
        <>
          <input
            ref={calendar}
            type="date"
            className="form-calendar"
            tabIndex={-1}
            aria-hidden="true"
            value={/^[0-9-]{10}$/.test(value) ? value : ''}
            onChange={({ target }) => {
              setTyped(undefined);
              onChange(target.value);
            }}
          />
          <button type="button" className="form-add small" onClick={() => calendar.current?.showPicker()}>
            <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
              <path d="M1.5 3.5h11v9h-11zM1.5 6h11M4.5 1.5v3M9.5 1.5v3" />
            </svg>
            <span className="hidden">{m.draft_calendar({ label: label ?? name })}</span>
          </button>
        </>
      )}
    </span>
  );
}
