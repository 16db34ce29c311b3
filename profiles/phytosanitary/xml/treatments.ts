import type { Treatment } from '../claims/line.ts';
import { Decimal, SignedDecimal } from '../claims/text.ts';
import { type Claims, type Codec, complex, type Field, fieldsOf } from './codec.ts';
import { code, languageText, measure, moment } from './leaf.ts';
import { countryCode, party } from './parties.ts';

type Characteristic = NonNullable<Treatment['characteristics']>[number];

const tagForm = /^TT(L1|L2|CH|TM|CO|AI|FT)$/;
const description = languageText(8000);

/** The first description is the ePhyto tag of the characteristic, those after it are its text. */
const descriptions: Field = {
  element: 'Description',
  mandatory: false,
  read(element, target: Claims, reader) {
    const value = element.text.trim();
    if (target['tag'] === undefined && target['texts'] === undefined && tagForm.test(value)) {
      target['tag'] = value;
      element.taken = true;
      return;
    }
    const found = description.read(element, reader);
    if (found === undefined) return;
    target['texts'] = [...((target['texts'] as unknown[]) ?? []), found];
  },
  write(source, writer) {
    const tag = source['tag'] as string | undefined;
    const texts = source['texts'] as Characteristic['texts'];
    if (tag !== undefined) writer.leaf('Description', tag);
    for (const text of texts ?? []) description.write(text, 'Description', writer);
    if (tag === undefined && texts === undefined) writer.leaf('Description', 'NULL');
  },
};

const c = fieldsOf<Characteristic>();
const characteristic = complex<Characteristic>(
  [
    descriptions,
    c.one('ValueMeasure', 'value', measure(SignedDecimal)),
    c.one('MinimumValueMeasure', 'minimum', measure(SignedDecimal)),
    c.one('MaximumValueMeasure', 'maximum', measure(SignedDecimal)),
  ],
  [],
);

const t = fieldsOf<Treatment>();
const period = t.within('CompletionSPSPeriod', [
  t.one('StartDateTime', 'start', moment),
  t.one('EndDateTime', 'end', moment),
  t.one('DurationMeasure', 'duration', measure(Decimal)),
]);

/** The schema demands a start of a period; NULL stands where none is stated. */
const periodWithStart: Field = {
  ...period,
  write(source, writer) {
    const unstarted = source['start'] === undefined && (source['end'] ?? source['duration']) !== undefined;
    period.write(unstarted ? { ...source, start: 'NULL' } : source, writer);
  },
};

export const treatment: Codec<Treatment> = complex<Treatment>(
  [
    t.one('TypeCode', 'type', code(/^([1-9]|[1-9][0-9]|10[01]|ZZZ)$/), {
      mandatory: true,
    }),
    periodWithStart,
    t.many('ApplicableSPSProcessCharacteristic', 'characteristics', characteristic),
    t.one('OperationSPSCountry', 'country', countryCode),
    t.one('OperatorSPSParty', 'operator', party),
  ],
  ['type'],
);
