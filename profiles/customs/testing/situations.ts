/** What may be so when a truck stands at the border, by chance. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Subject } from '../../../kernel/statement.ts';
import type { VectorView } from '../../../kernel/testing/vector-view.ts';
import type { ControlResult, Lane, Recognition } from '../claims/control.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import type { Manifest } from '../claims/manifest.ts';

interface Vector {
  readonly time: string;
  readonly to: readonly string[];
  readonly subject: Omit<Subject, 'time'> & { readonly time: string };
  readonly view: Required<VectorView>;
}

export const vector = JSON.parse(
  readFileSync(new URL('../vectors/valid/recognition-with-release.json', import.meta.url), 'utf8'),
) as Vector;

export const now = Date.parse(vector.time);
export const self = 'ru.fts';
export const sender = vector.subject.issuer;
export const minute = 60_000;
const first = (name: string) => vector.view.registers.find((row) => row.name === name)?.value as JsonObject;
export const plainResult = first('control-result') as unknown as ControlResult;
export const plainArrival = first('manifest-arrival') as unknown as Arrival;
export const plain = vector.subject.claims as unknown as Manifest;

const often = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

type Seals = Arrival['means'][number]['seals'];

const seal = fc.constantFrom<string>('AZ 118845', 'az-118845', 'ZZ 1', 'ZZ-1');
const kg = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((mass) => ({ value: String(mass), unit: 'KGM' }));

const arrival = fc.record({
  seals: fc.oneof<fc.MaybeWeightedArbitrary<Seals>[]>(
    { weight: 4, arbitrary: fc.constant<Seals>([{ number: 'az-118845', state: 'good' }]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ number: seal, state: often<'good' | 'bad'>('good', 'bad') }), { maxLength: 3 }),
    },
  ),
  trailer: often(true, false),
  another: often(false, true),
  gross: fc.option(fc.oneof(kg(19_100, 19_300), kg(18_500, 20_000)), { nil: undefined, freq: 8 }),
});

/** Minutes before now at which a control ended, and at which its result was stated. */
const ended = fc.integer({ min: 1, max: 500 });
const result = fc.record({
  /** Stated under the number of the one before it, when there is one. */
  again: often(false, true),
  ended,
  told: fc.integer({ min: 0, max: 500 }),
  /** Seals before and after; undefined where none were looked at. */
  seals: fc.option(fc.tuple(fc.uniqueArray(seal, { maxLength: 2 }), fc.uniqueArray(seal, { maxLength: 2 })), {
    nil: undefined,
    freq: 1,
  }),
  result: often<ControlResult['result']>('A1', 'A2', 'A4', 'A5', 'B1'),
  radiation: often<ControlResult['radiation'] | undefined>('normal', 'exceeded', undefined),
  gross: fc.option(kg(18_500, 20_000), { nil: undefined, freq: 2 }),
  validUntil: fc.option(fc.integer({ min: -600, max: 30 }), { nil: undefined, freq: 2 }),
  controls: often<ControlResult['controls']>(
    plainResult.controls,
    [],
    ['documents'],
    ['examination', 'documents'],
    ['weighing', 'seal-check'],
  ),
});

const operator = fc.record({
  state: often<'02' | '03' | '04' | '05' | undefined>('02', '03', '04', '05', undefined),
  other: often<'03' | '05' | undefined>(undefined, '03', '05'),
  id: often<string | undefined>(undefined, '9999999999'),
});

const certificate = fc.record({
  held: often(true, false),
  line: often(true, false),
  open: often(true, false),
  frozen: often(false, true),
  codes: often<readonly string[]>(['070200'], ['080810'], []),
  credited: often(18_000, 9_000, 40_000),
  own: often(18_000, 0, 9_000),
  others: often(0, 9_000, 18_000),
  /** Whose the write-offs of this manifest are: itself, or the one that it replaced. */
  replaced: often(false, true),
});

export const facts = fc.record({
  arrivals: fc.oneof(
    { weight: 5, arbitrary: fc.tuple(arrival) },
    { weight: 1, arbitrary: fc.array(arrival, { minLength: 2, maxLength: 3 }) },
  ),
  sent: fc.option(fc.array(result, { maxLength: 3 }), { nil: undefined, freq: 2 }),
  found: fc.oneof(
    { weight: 1, arbitrary: fc.array(result, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(result, { maxLength: 2 }) },
  ),
  operators: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.tuple(operator, operator, operator) },
  ),
  certificates: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: certificate }),
  /** Lines name the certificate; the papers alone may do so. */
  named: often(true, false),
  /** The manifest names it on two lines, half the goods on each. */
  split: often(false, true),
  inProject: often(true, false),
  permille: often<number | undefined>(10, 0, undefined),
  lead: often<number | undefined>(120, 700, undefined),
  closed: often(false, true),
  sentAhead: often(300, 100, 30),
  papers: often<Manifest['documents']>(
    plain.documents,
    plain.documents?.slice(1),
    plain.documents?.slice(0, 1),
    undefined,
  ),
  lane: often<Lane | undefined>('green', 'blue', 'yellow', 'red', undefined),
});
export type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

/** The decision before a release. */
export const decision = fc.record({
  decision: fc.constantFrom<Recognition['decision']>('full', 'part', 'none'),
  controls: fc.subarray([...plainResult.controls], { minLength: 1 }),
  lane: fc.constantFrom<Lane>('green', 'blue', 'yellow', 'red'),
  /** Minutes before now. */
  at: fc.integer({ min: 0, max: 400 }),
});
export type DecisionFacts = typeof decision extends fc.Arbitrary<infer T> ? T : never;
