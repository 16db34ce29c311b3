import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import { type FoldContext, statementOf } from '../../kernel/state/fold.ts';
import { heads } from '../../kernel/state/life-cycle.ts';
import type { RegisterRow, SubjectRow } from '../../kernel/state/rows.ts';
import { Institution, loaded, recordOf, refusalOf, type TestRecord } from '../../kernel/testing/institution.ts';
import { profiles } from '../index.ts';
import { customs } from './profile.ts';

const [sending, receiving, reading] = ['az.customs', 'ru.fts', 'ru.fsvps'] as const;
const names = [sending, receiving, reading];
const isService = (id: string) => id === sending || id === receiving;

const context: FoldContext = {
  catalogue: loaded(profiles),
  entitlement: {
    holds: (institution, name) =>
      name === '*' || (name === 'customs' ? isService(institution) : institution === reading),
    firstHolder: () => undefined,
  },
};

const claimsOf = (name: string): JsonObject =>
  JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8')).claims;

/** What may be said, by type; who says it is drawn apart, so that some of it is not theirs to say. */
const sayings: readonly (readonly [string, JsonObject])[] = [
  ...['registration', 'rejection'].map((name) => ['manifest-registration', claimsOf(name)] as const),
  ['manifest-arrival', claimsOf('arrival')],
  ['manifest-arrival', claimsOf('arrival-different')],
  ['control-result', claimsOf('control-at-departure')],
  ['control-result', claimsOf('control-at-entry')],
  ...['recognition-in-full', 'recognition-with-release', 'recognition-in-part', 'recognition-declined'].map(
    (name) => ['recognition', claimsOf(name)] as const,
  ),
  ['recognition', { ...claimsOf('recognition-with-release'), lane: 'blue' }],
  ...['release', 'release-for-audit', 'detention', 'return', 'closing'].map(
    (name) => ['manifest-disposition', claimsOf(name)] as const,
  ),
  ['manifest-query', claimsOf('query')],
  ['manifest-reply', claimsOf('reply')],
  ['manifest-withdrawal', claimsOf('withdrawal')],
];
const honest = (type: string, claims: JsonObject): string =>
  ['manifest-reply', 'manifest-withdrawal'].includes(type) || claims['side'] === 'sending' ? sending : receiving;

const inTurn = ([type, claims]: (typeof sayings)[number], state: string, issuer: string): boolean => {
  const event = customs.types[type]?.follows?.event(claims);
  const transitions = customs.types['manifest']?.lifeCycle?.transitions ?? [];
  return honest(type, claims) === issuer && transitions.some((one) => one.from === state && one.event === event);
};

const pick = fc.nat(1_000_000);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), pick }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('say' as const), pick, what: fc.nat(sayings.length - 1), by: fc.nat(11) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), pick }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      from: fc.nat(2),
      to: fc.nat(2),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Three institutions and the channels between them. */
class World {
  readonly parties = names.map((name) => new Institution(name, context));
  readonly all: TestRecord[] = [];
  readonly #channels = new Map<string, TestRecord[]>();
  #clock = Date.UTC(2026, 10, 20, 6);

  run(action: Step): void {
    if (action.do === 'deliver') this.deliver(action.from, action.to, action.count);
    else if (action.do === 'send') this.#manifest(action.pick);
    else if (action.do === 'refuse') this.#refuse(action.pick);
    else this.#say(action.pick, action.what, action.by);
  }

  deliver(from: number, to: number, count: number): void {
    for (const record of this.#channel(from, to).splice(0, count)) this.#take(to, record);
  }

  finish(): void {
    // What servers answer by themselves is sent in its turn.
    for (let round = 0; round < 3; round++)
      for (const from of [0, 1, 2]) for (const to of [0, 1, 2]) this.deliver(from, to, Number.POSITIVE_INFINITY);
  }

  #channel(from: number, to: number): TestRecord[] {
    const queue = this.#channels.get(`${from} ${to}`) ?? [];
    this.#channels.set(`${from} ${to}`, queue);
    return queue;
  }

  #take(at: number, record: TestRecord): void {
    const party = this.parties[at] as Institution;
    party.take(record);
    if (at !== 1 || record.payload.samur.type !== 'manifest') return;
    const row = party.row('subject', record.id);
    if (row?.base !== 'effective') return;
    const answers = party.complete(() => {
      const statement = { ...statementOf(record.payload, undefined, context), id: record.id };
      return customs.types['manifest']?.answers?.(statement, party.id, viewOf(party.rows, context, 'customs')) ?? [];
    });
    for (const { type, claims, about } of answers) if (about) this.#send(1, type, claims, about);
  }

  #send(by: number, type: string, claims: JsonObject, about?: string): void {
    this.#clock += 1;
    const issuer = names[by] as string;
    const to = names.filter((name) => name !== issuer);
    const events = about === undefined ? [] : (this.parties[by]?.row('subject', about)?.events ?? []);
    const follows = about === undefined ? {} : { about: { id: about, after: heads(events) } };
    const statement = { profile: 'customs', type, issuer, to, claims, time: this.#clock, ...follows };
    this.#queue(by, recordOf(statement, this.all.length));
  }

  #queue(by: number, record: TestRecord): void {
    this.all.push(record);
    for (const to of record.payload.samur.to) this.#channel(by, names.indexOf(to as typeof sending)).push(record);
    this.#take(by, record);
  }

  #manifests(at: number): SubjectRow[] {
    const rows = this.parties[at]?.all().filter(({ table }) => table === 'subject') ?? [];
    return rows.map(({ row }) => row as SubjectRow).filter(({ type }) => type === 'manifest');
  }

  #manifest(chosen: number): void {
    const held = this.#manifests(0);
    const replaced = chosen % 3 === 0 ? held[chosen % Math.max(1, held.length)] : undefined;
    const number = `01300010/201126/${String(this.all.length).padStart(7, '0')}`;
    this.#send(0, 'manifest', { ...claimsOf('manifest-road'), number }, replaced?.id);
  }

  #say(chosen: number, what: number, by: number): void {
    // Now and then somebody says what is another's to say, or out of turn.
    const at = by > 2 ? by % 2 : by;
    const held = this.#manifests(at);
    const subject = held[chosen % Math.max(1, held.length)];
    if (subject === undefined) return;
    const fits = by > 2 ? sayings.filter((one) => inTurn(one, subject.state, names[at] as string)) : sayings;
    const [type, claims] = fits[what % Math.max(1, fits.length)] ?? [];
    if (type !== undefined && claims !== undefined) this.#send(at, type, claims, subject.id);
  }

  #refuse(chosen: number): void {
    const at = chosen % 2;
    const by = names[at] as string;
    const held = this.parties[at]?.held ?? [];
    const target = held[chosen % Math.max(1, held.length)];
    if (target === undefined || target.payload.samur.issuer === by) return;
    this.#clock += 1;
    this.#queue(at, refusalOf(target, by, 'rule.broken', this.#clock, this.all.length));
  }
}

const runs = Number(process.env['SAMUR_PROPERTY_RUNS'] ?? 150);
const steps = fc.array(step, { minLength: 20, maxLength: 70, size: 'max' });

describe('manifests and what follows them, however it crosses', () => {
  it('lead all parties to the same states, registers and outcomes', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const world = new World();
        for (const action of actions) world.run(action);
        world.finish();
        const [a, b, c] = world.parties.map((party) => party.published());
        expect(b).toBe(a);
        expect(c).toBe(a);
      }),
      { numRuns: runs },
    );
  });

  it('lead there in whatever order the records come', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 40, maxLength: 60, size: 'max' }), (actions, shuffle) => {
        const world = new World();
        for (const action of actions) world.run(action);
        world.finish();
        const order = world.all.map((record, index) => ({ record, key: shuffle[index] ?? index }));
        order.sort((x, y) => x.key - y.key);
        const alone = new Institution('xx.reader', context);
        for (const { record } of order) alone.take(record);
        expect(alone.published()).toBe(world.parties[0]?.published());
      }),
      { numRuns: runs },
    );
  });

  it('reach every state, and give nothing to who may not act', () => {
    const states = new Set<string>();
    const outcomes = new Set<string>();
    let arrivals = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 120, size: 'max' }), (actions) => {
        const world = new World();
        for (const action of actions) world.run(action);
        world.finish();
        for (const { table, row, key } of world.parties[1]?.all() ?? []) {
          if (table === 'register' && key.includes('manifest-arrival'))
            for (const { issuer } of (row as RegisterRow).statements) {
              expect(issuer).toBe(receiving);
              arrivals += 1;
            }
          if (table !== 'subject') continue;
          const { state, events } = row as SubjectRow;
          states.add(state);
          for (const { outcome, invalid, side, issuer } of events) {
            outcomes.add(invalid ?? outcome);
            if (outcome === 'effective' && invalid === undefined)
              expect(issuer).toBe(side === 'issuer' ? sending : receiving);
          }
        }
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(arrivals).toBeGreaterThan(10);
    const reached = Object.keys(customs.types['manifest']?.lifeCycle?.states ?? {}).filter((one) => !states.has(one));
    expect(reached.filter((state) => state !== 'sent')).toEqual([]);
    expect([...outcomes]).toEqual(expect.arrayContaining(['effective', 'superseded', 'out-of-turn', 'rule.broken']));
  });
});

it.each([
  ['manifest-registration', 'registration', 'registered', []],
  ['manifest-arrival', 'arrival', 'arrived', []],
  ['recognition', 'recognition-with-release', 'released', ['arrival']],
  ['manifest-disposition', 'detention', 'detained', ['arrival']],
] as const)('no objection undoes what the receiving side saw or decided: %s', (type, name, state, before) => {
  const party = new Institution(sending, context);
  const make = (issuer: string, of: string, claims: JsonObject, nonce: number, about?: TestRecord) => {
    const events = about === undefined ? [] : (party.row('subject', about.id)?.events ?? []);
    const follows = about === undefined ? {} : { about: { id: about.id, after: heads(events) } };
    const to = names.filter((one) => one !== issuer);
    const time = Date.UTC(2026, 10, 20, 7) + nonce;
    const record = recordOf({ profile: 'customs', type: of, issuer, to, claims, time, ...follows }, nonce);
    party.take(record);
    return record;
  };
  const subject = make(sending, 'manifest', claimsOf('manifest-road'), 1);
  for (const [index, earlier] of before.entries())
    make(receiving, 'manifest-arrival', claimsOf(earlier), 2 + index, subject);
  const said = make(receiving, type, claimsOf(name), 9, subject);
  party.take(refusalOf(said, sending, 'rule.broken', Date.UTC(2026, 10, 20, 8), 10));
  expect(party.row('subject', subject.id)?.state).toBe(state);
});
