import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import type { FoldContext } from '../../kernel/state/fold.ts';
import { Institution, loaded, recordOf, type TestRecord } from '../../kernel/testing/institution.ts';
import { type AdmissionQuery, admittedOn, suspensionsOn } from './admitted.ts';
import { dayOf } from './day.ts';
import { phytosanitary } from './profile.ts';

const exporter = 'az.afsa';
const importer = 'ru.fsvps';
const season = '2026-27';
const growers = ['AZ-G-1', 'AZ-G-2', 'AZ-K-1'];
const site = 'AZ-H-1';
const products = ['LYPES', 'MABSD'];
const pests = ['GNORAB', 'TOBRFV', undefined];
const start = Date.UTC(2026, 10, 1);
const hour = 3_600_000;
/** Days that are written and asked about: the story takes ten of them. */
const dayAt = (index: number) => dayOf(start + index * 24 * hour);

const context: FoldContext = {
  catalogue: loaded([phytosanitary]),
  entitlement: { holds: () => true, firstHolder: () => undefined },
};

const days = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const optionalDay = fc.option(fc.nat(9), { nil: undefined });
const who = fc.constantFrom(...growers);
const what = fc.constantFrom(...products);

const step = fc.oneof(
  fc.record({ do: fc.constant('register' as const), who: fc.constantFrom(...growers, site), ceased: fc.boolean() }),
  fc.record({ do: fc.constant('admit' as const), who, what, days }),
  fc.record({
    do: fc.constant('suspend' as const),
    who: fc.option(fc.constantFrom(...growers, site), { nil: undefined }),
    what: fc.option(what, { nil: undefined }),
    pest: fc.constantFrom(...pests),
    from: optionalDay,
    until: optionalDay,
  }),
  fc.record({ do: fc.constant('lift' as const), pick: fc.nat(20) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Told = Step & { readonly time: number; readonly id: string };
type Suspended = Extract<Told, { do: 'suspend' }>;

const without = (claims: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)) as JsonObject;

function claimsOf(one: Exclude<Step, { do: 'lift' }>): JsonObject {
  switch (one.do) {
    case 'register': {
      const members = one.who.startsWith('AZ-K') ? ['AZ-G-1'] : undefined;
      const status = one.ceased ? 'ceased' : 'active';
      return without({ id: one.who, kind: 'grower', status, name: 'Nümunə', products, members, since: '2020-01-01' });
    }
    case 'admit': {
      const [from, to] = one.days.map(dayAt);
      const volume = { value: '100', unit: 'TNE' };
      return without({ exporter, grower: one.who, product: one.what, season, from, to, volume });
    }
    case 'suspend': {
      const day = (index: number | undefined) => (index === undefined ? undefined : dayAt(index));
      const { who: grower, what: product, pest } = one;
      const [from, until] = [day(one.from), day(one.until)];
      const founded = { reason: 'other-ground', legalAct: 'Nümunə', review: dayAt(9) };
      return without({ exporter, grower, product, pest, from, until, ...founded });
    }
  }
}

const typeOf = { register: 'grower', admit: 'admission', suspend: 'suspension', lift: 'lifting' } as const;

/** Records of the steps, seven hours apart, and what a naive reader notes down beside them. */
function tell(steps: readonly Step[]): { readonly records: readonly TestRecord[]; readonly told: readonly Told[] } {
  const records: TestRecord[] = [];
  const told: Told[] = [];
  for (const [index, one] of steps.entries()) {
    const time = start + (index + 1) * 7 * hour;
    const standing = told.filter(
      (other) => other.do === 'suspend' && !told.some((lift) => lift.do === 'lift' && lift.id === other.id),
    );
    const lifted = one.do === 'lift' ? standing[one.pick % Math.max(1, standing.length)] : undefined;
    if (one.do === 'lift' && lifted === undefined) continue;
    const issuer = one.do === 'register' ? exporter : importer;
    const claims = one.do === 'lift' ? {} : claimsOf(one);
    const about = lifted === undefined ? {} : { about: { id: lifted.id, after: [] } };
    const to = [issuer === exporter ? importer : exporter];
    const record = recordOf(
      { profile: 'phytosanitary', type: typeOf[one.do], issuer, to, claims, time, ...about },
      index,
    );
    records.push(record);
    told.push({ ...one, time, id: lifted?.id ?? record.id });
  }
  return { records, told };
}

function holding(id: string, records: readonly TestRecord[]): Institution {
  const institution = new Institution(id, context);
  for (const record of records) institution.take(record);
  return institution;
}

function ask(institution: Institution, query: AdmissionQuery) {
  return institution.complete(() => admittedOn(viewOf(institution.rows, context, 'phytosanitary'), query));
}

const binds = (told: readonly Told[], growersAsked: readonly string[], { product, day, instant }: AdmissionQuery) =>
  told.filter((one): one is Suspended => {
    if (one.do !== 'suspend' || one.time > instant) return false;
    if (one.who !== undefined && !growersAsked.includes(one.who)) return false;
    if (one.what !== undefined && one.what !== product) return false;
    if (one.from !== undefined && day < dayAt(one.from)) return false;
    if (one.until !== undefined && day > dayAt(one.until)) return false;
    return !told.some((lift) => lift.do === 'lift' && lift.id === one.id && lift.time <= instant);
  });

/** The question answered from the story itself, without registers. */
function naive(told: readonly Told[], query: AdmissionQuery): string {
  const asked = [query.grower, ...(query.member ? [query.member] : []), ...(query.sites ?? [])];
  for (const id of asked) {
    const last = told.findLast((one) => one.do === 'register' && one.who === id);
    if (last?.do !== 'register') return `not-registered ${id}`;
    if (last.ceased && last.time <= query.instant) return `ceased ${id}`;
    const members = query.grower.startsWith('AZ-K') ? ['AZ-G-1'] : [];
    if (id === query.grower && query.member !== undefined && !members.includes(query.member))
      return `not-member ${query.member}`;
  }
  const admission = told.findLast(
    (one) => one.do === 'admit' && one.who === query.grower && one.what === query.product,
  );
  if (admission?.do !== 'admit') return 'no-admission';
  if (query.day < dayAt(admission.days[0])) return 'before';
  if (query.day > dayAt(admission.days[1])) return 'after';
  return binds(told, asked, query).length > 0 ? 'suspended' : 'admitted';
}

function answered(result: ReturnType<typeof admittedOn>): string {
  if (result.admitted) return 'admitted';
  return 'grower' in result ? `${result.why} ${result.grower}` : result.why;
}

const query: fc.Arbitrary<AdmissionQuery> = fc
  .record({
    grower: who,
    member: fc.option(who, { nil: undefined }),
    at: fc.boolean(),
    product: what,
    day: fc.nat(9),
    /** Hours; often the very instant of a record. */
    after: fc.oneof(
      fc.nat(300),
      fc.nat(40).map((count) => count * 7),
    ),
  })
  .map(({ grower, member, at, product, day, after }) => ({
    ...{ importer, exporter, grower, product, season, day: dayAt(day), instant: start + after * hour },
    ...(member === undefined ? {} : { member }),
    ...(at ? { sites: [site] } : {}),
  }));

const known: readonly Step[] = [
  ...[...growers, site].map((id) => ({ do: 'register' as const, who: id, ceased: false })),
  ...growers.flatMap((id) =>
    products.map((one) => ({ do: 'admit' as const, who: id, what: one, days: [0, 9] as const })),
  ),
];
const story = fc.oneof(
  fc.array(step, { maxLength: 30 }),
  fc.array(step, { maxLength: 20 }).map((more) => [...known, ...more]),
);

describe('whether a grower was admitted', () => {
  it('is what the story tells, alike on both sides, in whatever order the records came', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        story,
        fc.array(query, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (steps, queries, draws) => {
          const { records, told } = tell(steps);
          const shuffled = records
            .map((record) => ({ record, draw: draws.next().value as number }))
            .sort((a, b) => a.draw - b.draw)
            .map(({ record }) => record);
          const here = holding(importer, records);
          const there = holding(exporter, shuffled);
          for (const one of queries) {
            const result = ask(here, one);
            expect(answered(result)).toBe(naive(told, one));
            expect(ask(there, one)).toEqual(result);
            seen.add(answered(result).split(' ')[0] as string);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(
      ['admitted', 'after', 'before', 'ceased', 'no-admission', 'not-member', 'not-registered', 'suspended'].sort(),
    );
  });

  it('tells every suspension by itself, and is not changed by what is signed later', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.array(step, { maxLength: 10 }), query, (first, more, one) => {
        const sure = [...known, ...first];
        const end = start + (sure.length + 1) * 7 * hour - 1;
        const asked = { ...one, instant: Math.min(one.instant, end) };
        const measures = more.filter((later) => later.do === 'suspend' || later.do === 'lift');
        const before = tell(sure);
        const after = tell([...sure, ...measures]);
        // A suspension that held then may be shown with its later lifting; that it held does not change.
        const answers = [after, before].map(({ records }) => answered(ask(holding(importer, records), asked)));
        expect(answers[0]).toBe(answers[1]);
        const institution = holding(exporter, after.records);
        const query = { ...asked, growers: [asked.grower] };
        const found = institution.complete(() =>
          suspensionsOn(viewOf(institution.rows, context, 'phytosanitary'), query),
        );
        expect(found.map(({ suspension }) => suspension.since).sort()).toEqual(
          binds(after.told, query.growers, asked).map(({ time }) => new Date(time).toISOString()),
        );
      }),
      { numRuns: 200 },
    );
  });
});
