/** A day, with a time of day and its zone where one is stated. */
import { useState } from 'react';
import * as m from '../../compiled/words/messages.js';
import { DayInput } from './day-input.tsx';
import { type InputProps, useForm, useLabel } from './form-context.ts';
import { type MomentParts, momentOf, momentParts, timeTyped, zoneOf } from './typed.ts';

const zones = 'Z +02:00 +03:00 +04:00 +05:00 +06:00 +07:00 +08:00 +09:00 +10:00 +11:00 +12:00'.split(' ');

export function MomentInput(props: InputProps & { readonly id: string }) {
  const { value, pointer, names, id, invalid, required, label } = props;
  const { put, readOnly } = useForm();
  const own = useLabel(names);
  const name = label ?? own;
  const text = typeof value === 'string' ? value : '';
  const parts = momentParts(text);
  /** While it is being typed, and before its day is chosen. */
  const [time, setTime] = useState<string>();
  const change = (next: Partial<MomentParts>) => {
    const early = parts.time === '' && time !== undefined ? (timeTyped(time) ?? '') : parts.time;
    const all = { ...parts, time: early, ...next };
    const zone = all.zone === '' && all.time !== '' ? localZone(all.day) : all.zone;
    if (all.day !== '') setTime(undefined);
    put(pointer, momentOf({ ...all, zone }) || undefined);
  };
  const shownTime = parts.time.replace(/^([0-9]{2}:[0-9]{2}):00$/, '$1');
  return (
    <span className="form-moment">
      <DayInput
        {...{ id, name, label, invalid, required, readOnly }}
        value={parts.day === '' ? text : parts.day}
        onChange={(day) => (momentParts(day).day === '' ? put(pointer, day || undefined) : change({ day }))}
      />
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className="form-time"
        placeholder={readOnly ? undefined : '00:00'}
        aria-label={m.draft_time({ label: name })}
        readOnly={readOnly}
        value={time ?? shownTime}
        onChange={({ target }) => setTime(target.value)}
        onBlur={() => {
          if (time === undefined || parts.day === '') return;
          if (time.trim() === '') change({ time: '', zone: '' });
          else {
            const told = timeTyped(time);
            setTime(undefined);
            if (told !== undefined) change({ time: told });
          }
        }}
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
