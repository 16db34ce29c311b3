/** A text with its language. */
import * as m from '../../compiled/words/messages.js';
import { language as own } from '../../language.ts';
import { type InputProps, useForm, useLabel } from './form-context.ts';
import { isObject, step } from './json-edit.ts';

const languages: Readonly<Record<string, () => string>> = {
  az: m.draft_language_az,
  ru: m.draft_language_ru,
  en: m.draft_language_en,
  la: m.draft_language_la,
};

export function StatedInput({
  value,
  pointer,
  names,
  field,
  id,
  invalid,
  required,
  label,
}: InputProps & { readonly id: string }) {
  const { put, readOnly } = useForm();
  const called = useLabel(names);
  const stated = isObject(value) ? value : {};
  const text = typeof stated['text'] === 'string' ? stated['text'] : '';
  const tag = typeof stated['language'] === 'string' ? stated['language'] : '';
  const inList = /\/[0-9]+$/.test(pointer);
  const write = (next: string) => {
    if (next === '' && !inList) put(pointer, undefined);
    else put(pointer, { ...stated, text: next, ...(value === undefined && { language: own }) });
  };
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': invalid ? `${id}-findings` : undefined,
    'aria-invalid': invalid || undefined,
    'aria-required': required || undefined,
    lang: tag || undefined,
    readOnly,
    value: text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
    onBlur: () => text !== text.trim() && write(text.trim()),
  };
  const long = field.kind === 'stated' && field.text.long;
  const tags = ['', ...Object.keys(languages), ...(tag === '' || Object.hasOwn(languages, tag) ? [] : [tag])];
  return (
    <span className="form-stated">
      {long ? <textarea {...shared} rows={2} /> : <input {...shared} type="text" />}
      <select
        aria-label={m.draft_language({ label: label ?? called })}
        disabled={readOnly || value === undefined}
        value={tag}
        onChange={({ target }) => put(pointer + step('language'), target.value || undefined)}
      >
        {tags.map((one) => (
          <option key={one} value={one}>
            {one === '' ? '–' : (languages[one]?.() ?? one)}
          </option>
        ))}
      </select>
    </span>
  );
}
