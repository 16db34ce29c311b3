/**
 * The follow-up that makes a step, found in what the profile declares: the type whose claims, in one of the plain
 * forms below, are that step. No profile is named here.
 */
import type { JsonObject } from '../kernel/canonical.ts';
import { type Catalogue, checkClaims, type LoadedType } from '../kernel/catalogue.ts';
import type { Side } from '../kernel/profile.ts';

export interface StepWords {
  readonly reasons: readonly string[];
  readonly text?: string;
}

interface OpenSubject {
  readonly state: string;
  readonly issuer: string;
  readonly to: readonly string[];
}

export interface FollowUpDraft {
  readonly type: string;
  readonly claims: JsonObject;
}

/** Steps that the life cycle of a type knows. */
export function stepsOf(catalogue: Catalogue, profile: string, type: string): string[] {
  const transitions = catalogue.type(profile, type)?.declaration.lifeCycle?.transitions ?? [];
  return [...new Set(transitions.map(({ event }) => event))];
}

/** Steps that its life cycle permits in its present state, by who may take them. */
export function openSteps(
  catalogue: Catalogue,
  { profile, type, state, issuer, to }: { readonly profile: string; readonly type: string } & OpenSubject,
): (readonly [string, string])[] {
  const transitions = catalogue.type(profile, type)?.declaration.lifeCycle?.transitions ?? [];
  const of = (side: Side) =>
    [...new Set(transitions.filter(({ from, by }) => from === state && by === side).map(({ event }) => event))].join(
      ', ',
    );
  const sides = [
    [issuer, of('issuer')],
    [to.join(', '), of('recipient')],
  ] as const;
  return sides.filter(([, events]) => events !== '');
}

/** Undefined when the life cycle does not know the step, or no follow-up type of the profile makes it. */
export function followUpFor(
  catalogue: Catalogue,
  subject: { readonly profile: string; readonly type: string },
  event: string,
  words: StepWords,
): FollowUpDraft | undefined {
  if (!stepsOf(catalogue, subject.profile, subject.type).includes(event)) return undefined;
  const types = followTypes(catalogue, subject.profile, subject.type);
  const drafts = types.flatMap((type) =>
    forms(event, words)
      .filter((claims) => eventOf(type, claims) === event)
      .map((claims) => ({ type, claims, fits: !checkClaims(type, type.declaration.version, claims) })),
  );
  // Where none fits, the server tells what is missing, in the words of the profile.
  // A type that is always this step is meant rather than one that repeats whatever it is given.
  // Its plainest form comes last: a member it does not know would be one more fault.
  const always = drafts.findLast(({ type }) => eventOf(type, {}) === event);
  const chosen = drafts.find(({ fits }) => fits) ?? always ?? drafts[0];
  return chosen && { type: chosen.type.name, claims: chosen.claims };
}

function followTypes(catalogue: Catalogue, profile: string, subject: string): LoadedType[] {
  const declared = catalogue.profiles.find(({ name }) => name === profile)?.types ?? {};
  return Object.entries(declared)
    .filter(([, { follows, lifeCycle }]) => follows?.types.includes(subject) && !lifeCycle)
    .flatMap(([name]) => catalogue.type(profile, name) ?? []);
}

function forms(event: string, { reasons, text }: StepWords): JsonObject[] {
  const said: JsonObject = text === undefined ? {} : { text };
  const codes = reasons.map((code) => ({ code }));
  const [reason] = reasons;
  return [
    ...(reason !== undefined && reasons.length === 1 ? [{ reason, ...said }] : []),
    { kind: event, ...(codes.length > 0 && { reasons: codes }), ...said },
    { ...(codes.length > 0 && { reasons: codes }), ...said },
  ];
}

function eventOf(type: LoadedType, claims: JsonObject): string | undefined {
  try {
    return type.declaration.follows?.event(claims);
  } catch {
    // Asked about claims that keep to no schema yet.
    return undefined;
  }
}
