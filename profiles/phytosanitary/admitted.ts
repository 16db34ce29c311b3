/** Whether a grower was admitted for a product on a day: one answer, from registers that both sides hold. */
import type { Key, Need } from '../../kernel/profile.ts';
import type { RegisterEntry, RegisterView } from '../../kernel/question.ts';
import {
  type AdmissionValue,
  admissionKey,
  admissionRegister,
  any,
  type GrowerValue,
  growerKey,
  growerRegister,
  type SuspensionValue,
  suspensionPrefix,
  suspensionRegister,
} from './registers.ts';

export interface SuspensionQuery {
  readonly importer: string;
  readonly exporter: string;
  /** All whose suspension would touch the goods: the grower, its member, sites. None: the country alone is asked. */
  readonly growers: readonly string[];
  /** `*` where it is not known: those for every product. */
  readonly product: string;
  /** Calendar day, UTC, and the instant (ms since 1970) at which it is asked: a suspension binds once it is signed. */
  readonly day: string;
  readonly instant: number;
}

export interface InForce {
  readonly key: Key;
  readonly suspension: SuspensionValue;
}

const suspensionPrefixes = ({ importer, exporter, growers, product }: SuspensionQuery): readonly Key[] =>
  [...new Set([any, ...growers])].flatMap((grower) =>
    [...new Set([any, product])].map((one) => suspensionPrefix(importer, exporter, grower, one)),
  );

export const suspensionNeeds = (query: SuspensionQuery): readonly Need[] =>
  suspensionPrefixes(query).map((prefix) => ({ register: suspensionRegister, prefix }));

/** Binds between the days it names, from its signing until its lifting. */
export function isInForce({ from, until, since, lifted }: SuspensionValue, day: string, instant: number): boolean {
  if ((from !== undefined && day < from) || (until !== undefined && day > until)) return false;
  return Date.parse(since) <= instant && (lifted === undefined || instant < Date.parse(lifted));
}

/** All that name the goods, whether or not they bind, those of the whole country first. */
export const suspensionRows = (view: RegisterView, query: SuspensionQuery): readonly RegisterEntry[] =>
  suspensionPrefixes(query).flatMap((prefix) => view.list(suspensionRegister, prefix));

/** Suspensions that touch the goods, those of the whole country first. For whatever pest: each binds by itself. */
export function suspensionsOn(view: RegisterView, query: SuspensionQuery): readonly InForce[] {
  return suspensionRows(view, query)
    .map(({ key, value }) => ({ key, suspension: value as unknown as SuspensionValue }))
    .filter(({ suspension }) => isInForce(suspension, query.day, query.instant));
}

export interface AdmissionQuery {
  readonly importer: string;
  readonly exporter: string;
  /** The grower or cooperative that is admitted. */
  readonly grower: string;
  /** Of a cooperative: whose goods they are. */
  readonly member?: string;
  /** Greenhouse, orchard, field or packing house that the goods come through. */
  readonly sites?: readonly string[];
  readonly product: string;
  readonly season: string;
  readonly day: string;
  readonly instant: number;
}

/** `grower`: the id of whom it is said, the grower's, its member's or a site's. */
export type Admitted =
  | { readonly admitted: true; readonly admission: AdmissionValue; readonly key: Key }
  | { readonly admitted: false; readonly why: 'not-registered' | 'ceased' | 'not-member'; readonly grower: string }
  | { readonly admitted: false; readonly why: 'no-admission'; readonly key: Key }
  | {
      readonly admitted: false;
      readonly why: 'before' | 'after';
      readonly admission: AdmissionValue;
      readonly key: Key;
    }
  | ({ readonly admitted: false; readonly why: 'suspended' } & InForce);

/** The grower, its member, sites. */
export const growersAsked = ({ grower, member, sites = [] }: AdmissionQuery): readonly string[] => [
  grower,
  ...(member === undefined ? [] : [member]),
  ...sites,
];

const admissionKeyOf = ({ importer, exporter, grower, product, season }: AdmissionQuery): Key =>
  admissionKey(importer, exporter, grower, product, season);

/** Rows that `admittedOn` looks at. */
export const admittedNeeds = (query: AdmissionQuery): readonly Need[] => [
  ...growersAsked(query).map((grower) => ({ register: growerRegister, key: growerKey(query.exporter, grower) })),
  { register: admissionRegister, key: admissionKeyOf(query) },
  ...suspensionNeeds({ ...query, growers: growersAsked(query) }),
];

/** Looks at registration, then at the admission, then at suspensions; tells the first that stands against it. */
export function admittedOn(view: RegisterView, query: AdmissionQuery): Admitted {
  const { exporter, grower, member, day, instant } = query;
  for (const id of growersAsked(query)) {
    const value = view.register(growerRegister, growerKey(exporter, id)) as unknown as GrowerValue | undefined;
    if (value === undefined || day < value.since) return { admitted: false, why: 'not-registered', grower: id };
    if (hasCeased(value, instant)) return { admitted: false, why: 'ceased', grower: id };
    if (id === grower && member !== undefined && !value.members?.includes(member)) {
      return { admitted: false, why: 'not-member', grower: member };
    }
  }
  const key = admissionKeyOf(query);
  const admission = view.register(admissionRegister, key) as unknown as AdmissionValue | undefined;
  if (admission === undefined) return { admitted: false, why: 'no-admission', key };
  if (day < admission.from) return { admitted: false, why: 'before', admission, key };
  if (day > admission.to) return { admitted: false, why: 'after', admission, key };
  const [inForce] = suspensionsOn(view, { ...query, growers: growersAsked(query) });
  return inForce ? { admitted: false, why: 'suspended', ...inForce } : { admitted: true, admission, key };
}

/** It had ceased at an instant: a grower that ceases keeps all else that its registration says. */
export function hasCeased({ status, ceased }: GrowerValue, instant: number): boolean {
  return status === 'ceased' && (ceased === undefined || Date.parse(ceased) <= instant);
}
