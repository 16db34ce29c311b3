/** A row in a few words, for while it is closed. */
import type { Json } from '../../../../kernel/canonical.ts';
import type { Language } from '../../../../kernel/finding.ts';
import { formatStated } from '../../../../kernel/words/moments.ts';
import { formatNumber } from '../../../../kernel/words/numbers.ts';
import { isList, isObject } from './json-edit.ts';
import type { Field } from './schema-fields.ts';
import { codeShown, codesAt, type Naming } from './words-of-fields.ts';

const most = 5;

export function briefOf(item: Field, row: Json, names: string, naming: Naming, language: Language): readonly string[] {
  const found: string[] = [];
  collect(item, row, names);
  return found.slice(0, most);

  function collect(field: Field, value: Json | undefined, at: string): void {
    // An id says nothing to whoever reads.
    if (found.length >= most || value === undefined || value === '' || field.kind === 'record') return;
    if (field.kind === 'group' || field.kind === 'choice') {
      if (!isObject(value)) return;
      const { members } =
        field.kind === 'group' ? field : (field.alternatives[String(value[field.by])] ?? { members: [] });
      if (field.kind === 'choice') say(String(value[field.by] ?? ''), `${at}/${field.by}`);
      // A running number says less than the row's own.
      for (const [index, member] of members.entries())
        if (index > 0 || member.field.kind !== 'integer')
          collect(member.field, value[member.name], `${at}/${member.name}`);
      return;
    }
    if (field.kind === 'list') {
      if (isList(value)) collect(field.item, wanted(value, language), at);
      return;
    }
    if (field.kind === 'stated') {
      if (isObject(value) && typeof value['text'] === 'string' && value['text'] !== '')
        found.push(shortened(value['text']));
      return;
    }
    if (field.kind === 'measure') {
      if (!isObject(value) || typeof value['value'] !== 'string') return;
      const unit = typeof value['unit'] === 'string' ? value['unit'] : '';
      const words = codesAt(naming, `${at}/unit`) ?? {};
      found.push(`${formatNumber(value['value'], language)}\u00A0${words[unit]?.[language] ?? unit}`.trim());
      return;
    }
    if (field.kind === 'day' || field.kind === 'moment') found.push(formatStated(String(value), language));
    else if (typeof value === 'string') say(value, at);
    else if (typeof value === 'number') found.push(String(value));
  }

  function say(value: string, at: string): void {
    if (value !== '') found.push(shortened(codeShown(value, codesAt(naming, at)?.[value]?.[language])));
  }
}

/** Of texts in many languages, the one that is read. */
const wanted = (items: readonly Json[], language: Language): Json | undefined =>
  items.find((one) => isObject(one) && one['language'] === language) ?? items[0];

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
