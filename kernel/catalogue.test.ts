import { describe, expect, test } from 'vitest';
import { compileSchema } from '../server/schema-compiler.ts';
import { checkClaims, fullName, loadCatalogue } from './catalogue.ts';
import type { Figure } from './figure.ts';
import type { Text } from './finding.ts';
import type { JsonSchema, LedgerDeclaration, LedgerOffer, LifeCycle, Profile, RecordType } from './profile.ts';
import type { Question } from './question.ts';
import { Refusal } from './refusal.ts';
import { counterProfile } from './testing/counter-profile.ts';
import { parcelProfile } from './testing/parcel-profile.ts';
import { chosenParcels } from './testing/parcel-selection.ts';

const load = (...profiles: readonly Profile[]) => loadCatalogue(profiles, compileSchema);
const type = (name: string) => parcelProfile.types[name] as RecordType;
const cycle = type('parcel').lifeCycle as LifeCycle;
const line = parcelProfile.ledgers['line'] as LedgerDeclaration;

const withType = (name: string, changes: Partial<RecordType>): Profile => ({
  ...parcelProfile,
  types: { ...parcelProfile.types, [name]: { ...type('acceptance'), ...parcelProfile.types[name], ...changes } },
});
const lastState = Object.keys(cycle.states).at(-1) as string;
const withCycle = (changes: Partial<LifeCycle>) => withType('parcel', { lifeCycle: { ...cycle, ...changes } });
const offer = line.offers as LedgerOffer;
const withLine = (changes: Partial<LedgerDeclaration>): Profile => ({
  ...parcelProfile,
  ledgers: { ...parcelProfile.ledgers, line: { ...line, ...changes } },
});
const withLimits = (limits: Readonly<Record<string, number>>): Profile => ({
  ...withCycle({ turns: {} }),
  limits: Object.fromEntries(
    Object.entries(limits).map(([name, seconds]) => [name, { title: parcelProfile.title, seconds }]),
  ),
});

const figureOf = (...types: readonly string[]): Figure => ({
  title: parcelProfile.title,
  of: parcelProfile.title,
  measure: 'count',
  types,
  marks: () => [],
});
const namedFigure = (register: string, part: number): Figure => {
  return { ...figureOf('parcel'), names: { register, part, title: () => undefined } };
};
const counting = (sent: Figure): Profile => ({ ...parcelProfile, figures: { sent } });
const noPanel = async () => ({ title: parcelProfile.title, types: [], draw: () => [] });

describe('profiles that fit together', () => {
  const catalogue = load(parcelProfile, counterProfile);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);

  test('are found by name, those of the exchange itself too', () => {
    expect(catalogue.type('parcel', 'recall')?.name).toBe('recall');
    expect(catalogue.type('exchange', 'refusal')?.profile.name).toBe('exchange');
    expect(catalogue.type('parcel', 'nothing')).toBeUndefined();
    expect(catalogue.type('constructor', 'name')).toBeUndefined();
    expect(catalogue.ledger('parcel/line')).toBe(line);
    expect(catalogue.register('parcel/rates')?.owner).toBe('post');
  });

  test('may name the same kinds of numbers', () => {
    const kind = { title: parcelProfile.title, joins: true };
    const both = load(
      { ...parcelProfile, references: { seal: kind } },
      { ...counterProfile, references: { seal: kind } },
    );
    expect(both).toHaveProperty('references', new Map([['seal', kind]]));
  });

  test('may count what they declare', () => {
    for (const figure of [figureOf('parcel'), namedFigure('rates', 1)])
      expect(load(counting(figure))).not.toBeInstanceOf(Refusal);
  });

  test('may ask records without a life cycle what a draft does to them', () => {
    expect(load(withType('rate', { impact: { records: { limit: ['in-force'] } } }))).not.toBeInstanceOf(Refusal);
  });

  test('are loaded in any order', () => {
    expect(load(counterProfile, parcelProfile)).not.toBeInstanceOf(Refusal);
  });

  test('have their claims checked by version', () => {
    const rate = catalogue.type('parcel', 'rate');
    if (!rate) throw new Error('rate');
    const claims = { name: 'greatest', value: '7' };
    expect(checkClaims(rate, 1, claims)).toBeUndefined();
    expect(checkClaims(rate, 2, claims)).toMatchObject({ code: 'record.bad-claims', path: '/note' });
    expect(checkClaims(rate, 1, { ...claims, note: 'x' })).toMatchObject({ code: 'record.bad-claims', path: '/note' });
    expect(checkClaims(rate, 3, claims)).toMatchObject({ code: 'record.unknown-type' });
  });
});

test('a name without a profile is the own one', () => {
  expect(fullName('counter', 'line')).toBe('counter/line');
  expect(fullName('counter', 'parcel/line')).toBe('parcel/line');
});

const allowed = parcelProfile.questions?.['allowed'] as Question;
const withQuestion = (changes: Partial<Question>, name = 'allowed'): Profile => ({
  ...parcelProfile,
  questions: { [name]: { ...allowed, ...changes } },
});
const named = (name: string, schema: JsonSchema = { type: 'string' }) => ({
  parameters: { [name]: { title: parcelProfile.title, schema } },
});

test('the parameters of a question are checked together', () => {
  const catalogue = load(parcelProfile);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const check = catalogue.question('parcel/allowed')?.check;
  if (!check) throw new Error('allowed');
  expect(catalogue.question('parcel/nothing')).toBeUndefined();
  expect(check({ receiver: 'ru.beta', load: '7' })).toBeUndefined();
  expect(check({ receiver: 'ru.beta' })).toBeUndefined();
  expect(check({})).toMatchObject([{ path: '/receiver', keyword: 'required' }]);
  expect(check({ receiver: 'ru.beta', colour: 'red' })).toMatchObject([{ path: '/colour' }]);
  expect(check({ receiver: ['ru.beta', 'ru.gamma'] })).toMatchObject([{ path: '/receiver' }]);
});

const joining = { title: parcelProfile.title, joins: true };
const withKinds = (references: NonNullable<Profile['references']>): Profile => ({ ...parcelProfile, references });

const debiter = { function: 'post', key: 0, same: 'institution' } as const;

test.each<[string, Profile | readonly Profile[], string]>([
  ['a name that is none', { ...parcelProfile, name: 'Parcel' }, 'profile.invalid'],
  ['the name of another', [parcelProfile, { ...counterProfile, name: 'parcel' }], 'profile.invalid'],
  ['the name of the exchange', { ...parcelProfile, name: 'exchange' }, 'profile.invalid'],
  ['a question with a name that is none', withQuestion({}, 'x/y'), 'profile.invalid'],
  ['a question without answers', withQuestion({ answers: {} }), 'profile.invalid'],
  ['a parameter that is the instant', withQuestion(named('on')), 'profile.invalid'],
  ['a parameter with a name that is none', withQuestion(named('Load')), 'profile.invalid'],
  ['a parameter that is no text', withQuestion(named('load', { type: 'integer' })), 'profile.invalid'],
  ['a type with a name that is none', withType('Parcel', {}), 'profile.invalid'],
  ['references of kinds that it does not declare', withType('recall', { references: () => [] }), 'profile.invalid'],
  ['a kind with a name that is none', withKinds({ Seal: joining }), 'profile.invalid'],
  ['a kind named like that of the exchange', withKinds({ record: joining }), 'profile.invalid'],
  [
    'a kind that joins in one profile alone',
    [withKinds({ seal: joining }), { ...counterProfile, references: { seal: { ...joining, joins: false } } }],
    'profile.invalid',
  ],
  [
    'a kind that records bear in one profile alone',
    [withKinds({ seal: joining }), { ...counterProfile, references: { seal: { ...joining, borne: true } } }],
    'profile.invalid',
  ],
  ['persons who are papers', withKinds({ seal: { ...joining, persons: true } }), 'profile.invalid'],
  [
    'a ledger named like one of another profile',
    { ...parcelProfile, ledgers: { ...parcelProfile.ledgers, 'x/line': line } },
    'profile.invalid',
  ],
  [
    'a register with a name that is none',
    { ...parcelProfile, registers: { 'x/y': { title: parcelProfile.title, owner: 'post', parts: [] } } },
    'profile.invalid',
  ],
  ['no schema for its version', withType('rate', { version: 3 }), 'profile.invalid'],
  [
    'a follow-up to a type that is not there',
    withType('recall', { follows: { types: ['letter'], required: true, event: () => 'recall' } }),
    'profile.invalid',
  ],
  [
    'a follow-up to a type without a life cycle',
    withType('recall', { follows: { types: ['rate'], required: true, event: () => 'recall' } }),
    'profile.invalid',
  ],
  ['an event without words', withCycle({ events: {} }), 'profile.invalid'],
  ['an initial state that is none', withCycle({ initial: 'lost' }), 'profile.invalid'],
  [
    'a transition from a state that is none',
    withCycle({ transitions: [{ from: 'lost', event: 'accept', to: 'accepted', by: 'recipient' }] }),
    'profile.invalid',
  ],
  [
    'a transition to a state that is none',
    withCycle({ transitions: [{ from: 'announced', event: 'accept', to: 'lost', by: 'recipient' }] }),
    'profile.invalid',
  ],
  [
    'a transition to another state on whose clock it would run',
    withCycle({
      transitions: [{ from: 'announced', event: 'accept', to: 'accepted', by: 'recipient', clockRuns: true }],
    }),
    'profile.invalid',
  ],
  [
    'two transitions for one event',
    withCycle({
      transitions: [...cycle.transitions, { from: 'announced', event: 'accept', to: 'rejected', by: 'recipient' }],
    }),
    'profile.invalid',
  ],
  [
    'a state named like one of all records',
    withCycle({ states: { ...cycle.states, void: cycle.states[cycle.initial] as Text } }),
    'profile.invalid',
  ],
  ['a state in force that is none', withCycle({ inForce: ['burnt'] }), 'profile.invalid'],
  ['a state in force and revoked', withCycle({ inForce: [lastState], revoked: [lastState] }), 'profile.invalid'],
  ['a revoked state that is none', withCycle({ revoked: ['burnt'] }), 'profile.invalid'],
  ['a state that is revoked from the beginning', withCycle({ revoked: [cycle.initial] }), 'profile.invalid'],
  ['an event twice in its precedence', withCycle({ precedence: [...cycle.precedence, 'accept'] }), 'profile.invalid'],
  [
    'an event that can cross without precedence',
    withCycle({ precedence: cycle.precedence.filter((event) => event !== 'reply') }),
    'profile.precedence-missing',
  ],
  [
    'a turn in a state that is none',
    withCycle({ turns: { lost: { of: () => [], limit: 'reply' } } }),
    'profile.invalid',
  ],
  [
    'a turn within a limit that is none',
    withCycle({ turns: { announced: { of: () => [], limit: 'patience' } } }),
    'profile.invalid',
  ],
  ['a limit of no time', withLimits({ reply: 0 }), 'profile.invalid'],
  ['a limit of half a second', withLimits({ reply: 0.5 }), 'profile.invalid'],
  ['a limit that no terms can name', withLimits({ Reply: 60 }), 'profile.invalid'],
  ['a limit with a name too long for terms', withLimits({ ['r'.repeat(58)]: 60 }), 'profile.invalid'],
  ['a figure of nothing', counting(figureOf()), 'profile.invalid'],
  ['a figure of an unknown type', counting(figureOf('letter')), 'profile.invalid'],
  ['a figure named by an unknown register', counting(namedFigure('letters', 1)), 'profile.invalid'],
  ['a figure named by a part that keys lack', counting(namedFigure('rates', 2)), 'profile.invalid'],
  ['a figure with a strange name', { ...parcelProfile, figures: { 'A B': figureOf('parcel') } }, 'profile.invalid'],
  [
    'a selection with a strange name',
    { ...parcelProfile, selections: { 'a/b': async () => chosenParcels } },
    'profile.invalid',
  ],
  ['a panel with a strange name', { ...parcelProfile, panels: { 'a/b': noPanel } }, 'profile.invalid'],
  ['a signal without a sentence', { ...parcelProfile, signals: ['too-quiet'] }, 'profile.invalid'],
  [
    'two debiters for one account',
    withLine({ movements: { ...line.movements, lost: { title: parcelProfile.title, kind: 'debit', by: debiter } } }),
    'profile.invalid',
  ],
  [
    'an impact on records of no type',
    withType('rate', { impact: { records: { letter: ['announced'] } } }),
    'profile.invalid',
  ],
  ['an impact on no state', withType('rate', { impact: { records: { parcel: ['lost'] } } }), 'profile.invalid'],
  ['an impact without states', withType('rate', { impact: { records: { parcel: [] } } }), 'profile.invalid'],
  [
    'an impact on mere follow-ups',
    withType('rate', { impact: { records: { recall: ['in-force'] } } }),
    'profile.invalid',
  ],
  ['amounts without a measure', (({ measure: _, ...rest }) => rest)(parcelProfile), 'profile.invalid'],
  ['an offer of a type that is none', withLine({ offers: { ...offer, types: ['lost'] } }), 'profile.invalid'],
  ['an offer of no type', withLine({ offers: { ...offer, types: [] } }), 'profile.invalid'],
  ['an offer in no state', withLine({ offers: { ...offer, states: [] } }), 'profile.invalid'],
  [
    'an offer in a state that is none',
    withLine({ offers: { ...offer, states: [...offer.states, 'lost'] } }),
    'profile.invalid',
  ],
  [
    'an offer whose states one of its types cannot be in',
    withLine({ offers: { ...offer, types: [...offer.types, 'rate'] } }),
    'profile.invalid',
  ],
  ['a movement on offer that is none', withLine({ offers: { ...offer, movements: ['lost'] } }), 'profile.invalid'],
  ['movements without saying where', withType('acceptance', { movements: () => [] }), 'profile.invalid'],
  [
    'a posting to a ledger that is not there',
    withType('recall', { posts: [{ ledger: 'box', movement: 'recalled' }] }),
    'profile.ledger-not-offered',
  ],
  [
    'a posting of a movement that is not there',
    withType('recall', { posts: [{ ledger: 'line', movement: 'lost' }] }),
    'profile.ledger-not-offered',
  ],
  ['a posting to a profile that is not loaded', [counterProfile], 'profile.ledger-not-offered'],
  [
    'a posting of a movement that is not on offer',
    [withLine({ offers: { ...offer, movements: [] } }), counterProfile],
    'profile.ledger-not-offered',
  ],
])('a profile with %s does not load', (_, profiles, code) => {
  const result = load(...(Array.isArray(profiles) ? profiles : [profiles as Profile]));
  expect(result).toBeInstanceOf(Refusal);
  expect((result as Refusal).code).toBe(code);
});

test('only one side acts: nothing can cross, so nothing needs precedence', () => {
  const transitions = cycle.transitions.filter(({ by }) => by === 'issuer');
  expect(load(withCycle({ transitions, precedence: [] }))).not.toBeInstanceOf(Refusal);
});
