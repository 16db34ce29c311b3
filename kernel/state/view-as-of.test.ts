import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Institution, recordOf, refusalOf, type TestRecord } from '../testing/institution.ts';
import { viewAsOf } from './history.ts';

const issuers = ['xa.post', 'xb.post'] as const;
const names = ['greatest', 'least', 'greatest-of-all'] as const;

const step = fc.record({
  who: fc.constantFrom(...issuers),
  name: fc.constantFrom(...names),
  value: fc.option(fc.constantFrom('1', '2', '3')),
  after: fc.integer({ min: 1, max: 5 }),
  /** Undone by its recipient, told at once. */
  undone: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Told = Step & { readonly time: number; readonly record: string };

function tell(steps: readonly Step[]): { readonly records: readonly TestRecord[]; readonly told: readonly Told[] } {
  const records: TestRecord[] = [];
  const told: Told[] = [];
  let time = 0;
  for (const [index, one] of steps.entries()) {
    time += one.after;
    const [first, second] = issuers;
    const other = one.who === first ? second : first;
    const claims = { name: one.name, value: one.value };
    const record = recordOf({ type: 'rate', issuer: one.who, to: [other], claims, time }, 2 * index);
    records.push(record);
    if (one.undone) records.push(refusalOf(record, other, 'record.time-ahead', time, 2 * index + 1));
    told.push({ ...one, time, record: record.id });
  }
  return { records, told };
}

function holding(id: string, records: readonly TestRecord[]): Institution {
  const institution = new Institution(id);
  for (const record of records) institution.take(record);
  return institution;
}

/** Every row and every list, as of an instant. */
function seen(institution: Institution, at: number) {
  return institution.complete(() => {
    const view = viewAsOf(institution.rows, 'parcel', at);
    const rows = issuers.flatMap((who) => names.map((name) => [who, name, view.register('rates', [who, name])]));
    return { rows, lists: [[], ...issuers.map((who) => [who])].map((prefix) => view.list('rates', prefix)) };
  });
}

/** The same from the story itself. */
function naive(told: readonly Told[], at: number) {
  const last = (who: string, name: string) =>
    told.findLast((one) => one.who === who && one.name === name && !one.undone && one.time <= at);
  const rows = issuers.flatMap((who) => names.map((name) => [who, name, last(who, name)?.value ?? undefined] as const));
  const list = (whose: readonly string[]) =>
    rows
      .filter(([who, , stated]) => whose.includes(who) && stated !== undefined)
      .map(([who, name, stated]) => ({ key: [who, name], value: stated, record: last(who, name)?.record }))
      .sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1));
  return { rows, lists: [list(issuers), ...issuers.map((who) => list([who]))] };
}

const steps = (maxLength: number) => fc.array(step, { maxLength });

describe('registers as of an instant', () => {
  it('show what had been stated by then and took effect, alike in whatever order the records came', () => {
    fc.assert(
      fc.property(steps(25), fc.nat(90), fc.infiniteStream(fc.nat()), (all, at, draws) => {
        const { records, told } = tell(all);
        const shuffled = records
          .map((record) => ({ record, draw: draws.next().value as number }))
          .sort((a, b) => a.draw - b.draw)
          .map(({ record }) => record);
        const here = seen(holding('xa.post', records), at);
        expect(here).toEqual(naive(told, at));
        expect(seen(holding('xb.post', shuffled), at)).toEqual(here);
      }),
      { numRuns: 300 },
    );
  });

  it('are not changed by anything stated later', () => {
    fc.assert(
      fc.property(steps(20), steps(20), fc.nat(90), (first, more, asked) => {
        const before = tell(first);
        const at = Math.min(asked, before.told.at(-1)?.time ?? 0);
        const after = tell([...first, ...more]);
        expect(seen(holding('xa.post', after.records), at)).toEqual(seen(holding('xa.post', before.records), at));
      }),
      { numRuns: 300 },
    );
  });
});
