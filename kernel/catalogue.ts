/**
 * The profiles a host runs with, checked once when they are loaded: references resolve, crossings have a
 * precedence, offered ledgers fit. What loads here can be folded without further doubt.
 */
import type { JsonObject } from './canonical.ts';
import { exchangeProfile } from './exchange/exchange-profile.ts';
import type { RowNames } from './figure.ts';
import type { LedgerDeclaration, LifeCycle, Profile, RecordType, RegisterDeclaration } from './profile.ts';
import type { Question } from './question.ts';
import { payloadSchema } from './record/payload.ts';
import { type ReferenceKind, recordKind } from './reference.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { SchemaCheck, SchemaCompiler } from './schema.ts';

export interface LoadedType {
  readonly profile: Profile;
  readonly name: string;
  readonly declaration: RecordType;
  readonly checks: ReadonlyMap<number, SchemaCheck>;
}

export interface LoadedQuestion {
  readonly profile: Profile;
  readonly name: string;
  readonly declaration: Question;
  /** Of all parameters together; closed. */
  readonly check: SchemaCheck;
}

export interface Catalogue {
  readonly profiles: readonly Profile[];
  readonly payloadCheck: SchemaCheck;
  type(profile: string, type: string): LoadedType | undefined;
  /** By `profile/name`. */
  ledger(name: string): LedgerDeclaration | undefined;
  register(name: string): RegisterDeclaration | undefined;
  question(name: string): LoadedQuestion | undefined;
  /** Kinds of numbers by name; profiles that share one mean the same by it. */
  readonly references: ReadonlyMap<string, ReferenceKind>;
}

/** As `inForceState` of `state/rows.ts`, which stands above this file. */
const stateWithoutCycle = 'in-force';
/** What becomes of records apart from any life cycle: a state called so would be taken for it. */
const takenStates = ['void', 'waiting', 'unverified'];
const namePattern = /^[a-z][a-z0-9-]{0,63}$/;

export function loadCatalogue(profiles: readonly Profile[], compile: SchemaCompiler): Catalogue | Refusal {
  const all = [exchangeProfile, ...profiles];
  const types = new Map<string, LoadedType>();
  const ledgers = new Map<string, LedgerDeclaration>();
  const registers = new Map<string, RegisterDeclaration>();
  const questions = new Map<string, LoadedQuestion>();
  const references = new Map<string, ReferenceKind>();
  for (const profile of all) {
    const namesake = all.find((other) => other.name === profile.name) !== profile;
    if (!namePattern.test(profile.name) || namesake) return invalid(profile, 'name');
    const parts = [...Object.keys(profile.ledgers), ...Object.keys(profile.registers)];
    const misnamed = parts.find((name) => !namePattern.test(name));
    if (misnamed !== undefined) return invalid(profile, misnamed);
    for (const [name, declaration] of Object.entries(profile.ledgers)) {
      if (ledgerFault(declaration) || offerFault(profile, declaration)) return invalid(profile, name);
      ledgers.set(`${profile.name}/${name}`, declaration);
    }
    const unnamed = Object.entries(profile.limits ?? {}).find(
      ([name, { seconds }]) => !isLimit(profile, name, seconds),
    );
    if (unnamed) return invalid(profile, `limit ${unnamed[0]}`);
    const unsaid = profile.signals?.find((code) => !profile.findings[code]);
    if (unsaid !== undefined) return invalid(profile, `signal ${unsaid}`);
    const uncounted = Object.entries(profile.figures ?? {}).find(
      ([name, { types, names }]) => !isShown(profile, name, types) || !isNamed(profile, names),
    );
    if (uncounted) return invalid(profile, `figure ${uncounted[0]}`);
    const unshown = Object.keys(profile.panels ?? {}).find((name) => !namePattern.test(name));
    if (unshown !== undefined) return invalid(profile, `panel ${unshown}`);
    const unchosen = Object.keys(profile.selections ?? {}).find((name) => !namePattern.test(name));
    if (unchosen !== undefined) return invalid(profile, `selection ${unchosen}`);
    const misreferred = referenceFault(profile, references);
    if (misreferred !== undefined) return invalid(profile, `reference ${misreferred}`);
    for (const [name, declaration] of Object.entries(profile.registers))
      registers.set(`${profile.name}/${name}`, declaration);
    for (const [name, declaration] of Object.entries(profile.questions ?? {})) {
      if (questionFault(name, declaration)) return invalid(profile, `question ${name}`);
      const check = compile(parametersSchema(declaration));
      questions.set(`${profile.name}/${name}`, { profile, name, declaration, check });
    }
    for (const [name, declaration] of Object.entries(profile.types)) {
      if (!namePattern.test(name) || !declaration.schemas[declaration.version]) return invalid(profile, name);
      const checks = new Map(
        Object.entries(declaration.schemas).map(([version, schema]) => [Number(version), compile(schema)]),
      );
      types.set(`${profile.name}/${name}`, { profile, name, declaration, checks });
    }
  }
  for (const { profile, name, declaration } of types.values()) {
    const fault =
      followFault(profile, name, declaration) ??
      (declaration.lifeCycle && lifeCycleFault(profile, name, declaration.lifeCycle)) ??
      postFault(profile, name, declaration, ledgers) ??
      impactFault(profile, name, declaration);
    if (fault) return fault;
  }
  return {
    profiles: all,
    payloadCheck: compile(payloadSchema),
    type: (profile, type) => types.get(`${profile}/${type}`),
    ledger: (name) => ledgers.get(name),
    register: (name) => registers.get(name),
    question: (name) => questions.get(name),
    references,
  };
}

/** The common terms hold seconds under `profile.name`, in a name no longer than theirs. */
function isLimit(profile: Profile, name: string, seconds: number): boolean {
  return (
    namePattern.test(name) && profile.name.length + name.length < 64 && Number.isSafeInteger(seconds) && seconds > 0
  );
}

/** Adds the profile's kinds to those of the profiles before it; the name of one that does not fit them. */
function referenceFault(profile: Profile, known: Map<string, ReferenceKind>): string | undefined {
  const undeclared = Object.entries(profile.types).find(([, type]) => type.references && !profile.references);
  if (undeclared) return undeclared[0];
  for (const [name, kind] of Object.entries(profile.references ?? {})) {
    const before = known.get(name);
    const same =
      before === undefined ||
      (before.joins === kind.joins && before.borne === kind.borne && before.persons === kind.persons);
    const mixed = kind.persons === true && (kind.joins || kind.borne === true);
    if (!namePattern.test(name) || name === recordKind || !same || mixed) return name;
    known.set(name, before ?? kind);
  }
  return undefined;
}

/** It looks at types that there are. */
function isShown(profile: Profile, name: string, types: readonly string[]): boolean {
  return namePattern.test(name) && types.length > 0 && types.every((type) => profile.types[type] !== undefined);
}

function isNamed({ registers }: Profile, names: RowNames | undefined): boolean {
  return names === undefined || registers[names.register]?.parts[names.part] !== undefined;
}

/** `on` is the instant asked about, in every question. */
function questionFault(name: string, { parameters, answers }: Question): boolean {
  const names = Object.keys(parameters);
  if (![name, ...names].every((one) => namePattern.test(one)) || names.includes('on')) return true;
  return (
    Object.keys(answers).length === 0 || Object.values(parameters).some(({ schema }) => schema['type'] !== 'string')
  );
}

function parametersSchema({ parameters }: Question): JsonObject {
  const all = Object.entries(parameters);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    required: all.filter(([, { required }]) => required).map(([name]) => name),
    additionalProperties: false,
  };
}

function invalid(profile: Profile, name: string): Refusal {
  return refuse('profile.invalid', { profile: profile.name, name });
}

function ledgerFault(ledger: LedgerDeclaration): boolean {
  const debits = Object.values(ledger.movements).filter((m) => m.kind === 'debit' || m.kind === 'restate-debit');
  const posters = new Set(debits.map((m) => JSON.stringify([m.by.function, m.by.key, m.by.same])));
  return posters.size > 1 || (ledger.offers?.movements ?? []).some((name) => !ledger.movements[name]);
}

/** Records of its types open accounts, and each can be in one of its states; no state is named that none can be in. */
function offerFault(profile: Profile, { offers }: LedgerDeclaration): boolean {
  if (!offers) return false;
  const statesOf = (name: string) => {
    const type = profile.types[name];
    return type && (type.lifeCycle ? Object.keys(type.lifeCycle.states) : [stateWithoutCycle]);
  };
  const known = offers.types.map(statesOf);
  return (
    known.length === 0 ||
    !known.every((states) => states?.some((state) => offers.states.includes(state))) ||
    !offers.states.every((state) => known.some((states) => states?.includes(state)))
  );
}

function followFault(profile: Profile, name: string, type: RecordType): Refusal | undefined {
  for (const subject of type.follows?.types ?? [])
    if (!profile.types[subject]?.lifeCycle) return invalid(profile, `${name} follows ${subject}`);
  return undefined;
}

/**
 * Two institutions may sign at the same moment whenever they act on different sides, or when a subject has
 * several recipients. So as soon as recipients act at all, every event can cross one of theirs.
 */
function lifeCycleFault(profile: Profile, name: string, cycle: LifeCycle): Refusal | undefined {
  const { states, events, transitions, precedence, initial } = cycle;
  if (!states[initial]) return invalid(profile, `${name} ${initial}`);
  const taken = takenStates.find((state) => states[state]);
  if (taken !== undefined) return invalid(profile, `${name} ${taken}`);
  for (const { from, event, to, clockRuns } of transitions)
    if (!states[from] || !states[to] || !events[event] || (clockRuns && from !== to))
      return invalid(profile, `${name} ${from} ${event} ${to}`);
  const seen = new Set<string>();
  for (const { from, event, by } of transitions) {
    const rule = JSON.stringify([from, event, by]);
    if (seen.has(rule)) return invalid(profile, `${name} ${from} ${event}`);
    seen.add(rule);
  }
  for (const [state, { limit }] of Object.entries(cycle.turns ?? {}))
    if (!states[state] || !profile.limits?.[limit]) return invalid(profile, `${name} turn ${state}`);
  if (cycle.inForce?.some((state) => !states[state] || cycle.revoked?.includes(state)))
    return invalid(profile, `${name} inForce`);
  if (cycle.revoked?.some((state) => !states[state] || state === initial)) return invalid(profile, `${name} revoked`);
  if (new Set(precedence).size !== precedence.length) return invalid(profile, `${name} precedence`);
  if (!transitions.some((t) => t.by === 'recipient')) return undefined;
  const missing = transitions.find((t) => !precedence.includes(t.event));
  return missing && refuse('profile.precedence-missing', { profile: profile.name, type: name, event: missing.event });
}

function postFault(
  profile: Profile,
  name: string,
  type: RecordType,
  ledgers: ReadonlyMap<string, LedgerDeclaration>,
): Refusal | undefined {
  if (type.movements && !type.posts) return invalid(profile, `${name} posts`);
  for (const { ledger, movement } of type.posts ?? []) {
    const full = fullName(profile.name, ledger);
    const declaration = ledgers.get(full);
    const own = full.startsWith(`${profile.name}/`);
    if (!declaration?.movements[movement] || (!own && !declaration.offers?.movements.includes(movement)))
      return refuse('profile.ledger-not-offered', { profile: profile.name, ledger: full, movement });
  }
  return undefined;
}

/** Types and states that are asked about exist; what is summed up has a unit. */
function impactFault(profile: Profile, name: string, { impact, amounts }: RecordType): Refusal | undefined {
  if (amounts && !profile.measure) return invalid(profile, `${name} amounts`);
  for (const [asked, states] of Object.entries(impact?.records ?? {})) {
    const type = profile.types[asked];
    const alone = type?.follows?.required ? [] : [stateWithoutCycle];
    const known = type?.lifeCycle ? Object.keys(type.lifeCycle.states) : alone;
    const unknown = type ? states.find((state) => !known.includes(state)) : asked;
    if (unknown !== undefined || states.length === 0) return invalid(profile, `${name} impact ${unknown ?? asked}`);
  }
  return undefined;
}

/** `profile/name` of a register or ledger that a profile names. */
export function fullName(profile: string, name: string): string {
  return name.includes('/') ? name : `${profile}/${name}`;
}

/** Claims checked against one version of a type's schema. */
export function checkClaims(type: LoadedType, version: number, claims: JsonObject): Refusal | undefined {
  const check = type.checks.get(version);
  if (!check) return refuse('record.unknown-type', { type: type.name, number: version });
  const faults = check(claims);
  return faults && refuse('record.bad-claims', { keyword: faults[0]?.keyword ?? '' }, faults[0]?.path ?? '');
}
