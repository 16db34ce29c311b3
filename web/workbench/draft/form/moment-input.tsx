/** A day, with a time of day and its zone where one is stated. */
import { useState } from 'react';
import * as m from '../../compiled/words/messages.js';
import { type InputProps, useForm, useLabel } from './form-context.ts';
import { type MomentParts, momentOf, momentParts, zoneOf } from './typed.ts';

const zones = [
  'Z',
  '+02:00',
  '+03:00',
  '+04:00',
  '+05:00',
  '+06:00',
  '+07:00',
  '+08:00',
  '+09:00',
  '+10:00',
  '+11:00',
  '+12:00',
];

export function MomentInput({
  value,
  pointer,
  names,
  id,
  invalid,
  required,
  label,
}: InputProps & { readonly id: string }) {
  const { put, readOnly } = useForm();
  const own = useLabel(names);
  const name = label ?? own;
  const text = typeof value === 'string' ? value : '';
  const parts = momentParts(text);
  /** A time before its day is chosen. */
  const [early, setEarly] = useState('');
  const change = (next: Partial<MomentParts>) => {
    const all = { ...parts, ...(early !== '' && { time: early }), ...next };
    const zone = all.zone === '' && all.time !== '' ? localZone(all.day) : all.zone;
    setEarly(all.day === '' ? all.time : '');
    put(pointer, momentOf({ ...all, zone }) || undefined);
  };
  if (text !== '' && parts.day === '')
    return (
      <input
        id={id}
        type="text"
        value={text}
        readOnly={readOnly}
        aria-label={label}
        aria-invalid={invalid || undefined}
        onChange={({ target }) => put(pointer, target.value || undefined)}
      />
    );
  return (
    <span className="form-moment">
      <input
        id={id}
        type="date"
        max="9999-12-31"
        aria-label={label}
        aria-describedby={invalid ? `${id}-findings` : undefined}
        aria-invalid={invalid || undefined}
        required={required}
        readOnly={readOnly}
        value={parts.day}
        onChange={({ target }) => change({ day: target.value })}
      />
      <input
        type="time"
        step={parts.time.length > 5 && !parts.time.endsWith(':00') ? 'any' : undefined}
        aria-label={m.draft_time({ label: name })}
        readOnly={readOnly}
        value={parts.time || early}
        onChange={({ target }) => change({ time: target.value, ...(target.value === '' && { zone: '' }) })}
      />
      {parts.time !== '' && (
        <select
          aria-label={m.draft_zone({ label: name })}
          disabled={readOnly}
          value={parts.zone}
          onChange={({ target }) => change({ zone: target.value })}
        >
          {(zones.includes(parts.zone) ? zones : [...zones, parts.zone]).map((zone) => (
            <option key={zone} value={zone}>
              {zone === 'Z' ? 'UTC' : zone === '' ? '–' : `UTC${zone}`}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}

/** Where this page is read, on that day. */
function localZone(day: string): string {
  const at = new Date(`${day}T12:00:00`);
  return zoneOf(Number.isNaN(at.getTime()) ? 0 : -at.getTimezoneOffset());
}
