import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { parcelProfile } from '../../../kernel/testing/parcel-profile.ts';
import { compileSchema } from '../../schema-compiler.ts';
import { type DossierRecord, dossierOf } from './dossier.ts';

const title = { az: 'x', ru: 'x', en: 'x' };
const loaded = loadCatalogue(
  [
    {
      ...parcelProfile,
      references: {
        paper: { title, joins: true, borne: true },
        note: { title, joins: true },
        seal: { title, joins: false },
        company: { title, joins: false, persons: true },
      },
    },
  ],
  compileSchema,
);
if (loaded instanceof Refusal) throw new Error(loaded.code);
const catalogue = loaded;

const id = (at: number): string => String(at).padStart(64, '0');
const seal = (value: string): Reference => ({ kind: 'seal', value });
const record = (at: number, references: readonly Reference[], more: Partial<DossierRecord> = {}): DossierRecord => ({
  id: id(at),
  seq: at,
  direction: 'issued',
  profile: 'parcel',
  type: 'parcel',
  version: 1,
  issuer: 'az.alpha',
  to: [],
  time: at,
  number: '',
  title: '',
  state: 'sent',
  subject: true,
  over: false,
  references,
  receipts: [],
  ...more,
});

test('records come by time, whatever the order in which they arrived', () => {
  const { records } = dossierOf(catalogue, [record(2, [], { time: 9 }), record(1, [], { time: 9 }), record(3, [])]);
  expect(records.map(({ seq }) => seq)).toEqual([3, 1, 2]);
});

test('a number that one record alone names stands out where others name what it does not', () => {
  const alone = (...given: DossierRecord[]) =>
    dossierOf(catalogue, given).things.flatMap(({ numbers }) =>
      numbers.flatMap((one) => (one.alone ? [one.value] : [])),
    );
  expect(alone(record(1, [seal('A 1'), seal('B 1')]))).toEqual([]);
  expect(alone(record(1, [seal('A 1')]), record(2, []))).toEqual([]);
  expect(alone(record(1, [seal('A 1')]), record(2, [seal('a-1')]))).toEqual([]);
  expect(alone(record(1, [seal('A 1')]), record(2, [seal('A 1'), seal('B 1')]), record(3, [seal('B 1')]))).toEqual([]);
  expect(alone(record(1, [seal('A 1'), seal('B 1')]), record(2, [seal('B 1')]))).toEqual([]);
  expect(alone(record(1, [seal('A 1')]), record(2, [seal('B 1')]))).toEqual(['A 1', 'B 1']);
  expect(alone(record(1, [seal('A 1')], { over: true }), record(2, [seal('B 1')]))).toEqual([]);
});

test('a paper is held when a record bears its number, not when one only names it', () => {
  const paper = (value: string): Reference => ({ kind: 'paper', value });
  const heldOf = (...given: DossierRecord[]) => dossierOf(catalogue, given).numbers.map(({ held }) => held);
  const named = record(1, [paper('P-1')]);
  expect(heldOf(named)).toEqual([false]);
  expect(heldOf(named, record(2, [paper('p 1')], { number: 'P 1' }))).toEqual([true]);
  expect(heldOf(named, record(2, [paper('P-1')], { number: 'P-1', subject: false }))).toEqual([false]);
  expect(heldOf(record(1, [{ kind: 'note', value: 'N-1' }]))).toEqual([undefined]);
});

test('what is named or followed and not held is told with who names it', () => {
  const named = { kind: 'record', value: id(7) };
  const { missing, numbers } = dossierOf(catalogue, [
    record(1, [named, { kind: 'record', value: id(2) }]),
    record(2, [], { about: id(7) }),
    record(3, [], { about: id(1) }),
  ]);
  expect(missing).toEqual([{ id: id(7), records: [id(1), id(2)] }]);
  expect(numbers).toEqual([]);
});

test('persons are no things: they are neither set side by side nor missed by anybody', () => {
  const company = (value: string): Reference => ({ kind: 'company', value });
  const { numbers, things } = dossierOf(catalogue, [
    record(1, [company('AZ 1234567890'), seal('S 1')]),
    record(2, [company('RU 9901001013'), seal('S 1')]),
  ]);
  expect(numbers).toEqual([]);
  expect(things.map(({ kind }) => kind)).toEqual(['seal']);
});
