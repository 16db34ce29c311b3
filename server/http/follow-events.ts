/** Which events a follow-up of a type can be, so that a page offers one way for each. */
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import type { JsonSchema, Profile, RecordType } from '../../kernel/profile.ts';

/** `claims` are the members that make it this event and no other; none where a type is always the same event. */
export interface FollowEvent {
  readonly event: string;
  readonly claims: JsonObject;
}

/** Asks the type about each value that its newest schema lists for a member of the claims. */
export function followEvents({ types }: Pick<Profile, 'types'>, type: RecordType): readonly FollowEvent[] {
  const { follows, schemas, version } = type;
  if (follows === undefined) return [];
  const known = new Set(follows.types.flatMap((name) => Object.keys(types[name]?.lifeCycle?.events ?? {})));
  const members = Object.entries((schemas[version]?.['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  const tried = members.flatMap(([name, schema]) => listed(schema).map((value) => ({ [name]: value })));
  const found = new Map<string, FollowEvent>();
  for (const claims of [{}, ...tried]) {
    const event = eventOf(follows.event, claims);
    if (event !== undefined && known.has(event) && !found.has(event)) found.set(event, { event, claims });
  }
  return [...found.values()];
}

/** Undefined also where the claims are too few for the type to tell. */
function eventOf(event: (claims: JsonObject) => string, claims: JsonObject): string | undefined {
  try {
    return event(claims);
  } catch {
    return undefined;
  }
}

function listed({ const: only, enum: several, anyOf = [], oneOf = [] }: JsonSchema): readonly Json[] {
  if (only !== undefined) return [only];
  if (Array.isArray(several)) return several;
  return [anyOf, oneOf].flatMap((list) =>
    Array.isArray(list) ? list.flatMap((one) => listed(one as JsonSchema)) : [],
  );
}
