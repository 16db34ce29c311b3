/** Registers of the profile: how their keys are built and what stands under them. */
import type { Key } from '../../kernel/profile.ts';
import type { Admission, Suspension } from './claims/admission.ts';
import type { Grower } from './claims/grower.ts';
import type { TransportUnit } from './claims/notice.ts';
import type { Requirement } from './claims/requirement.ts';
import { plainNumber } from './codes/unit-number.ts';

export const numberRegister = 'number';
export const growerRegister = 'grower';
export const taxNumberRegister = 'grower-tax-number';
export const admissionRegister = 'admission';
export const suspensionRegister = 'suspension';
export const requirementRegister = 'requirement';
export const conveyanceRegister = 'conveyance';
export const noticedRegister = 'noticed';
export const noticedUnitRegister = 'noticed-unit';

/** The number is taken for good: nothing takes a key of this register out. */
export const numberKey = (issuer: string, number: string): Key => [issuer, number];

/** Stands in a key for any grower, product, pest or country. */
export const any = '*';

export const growerKey = (exporter: string, grower: string): Key => [exporter, grower];
/** `ceased`: the instant it was signed that the grower ceased, ISO 8601 in UTC. */
export type GrowerValue = Grower & { readonly ceased?: string };

/** Who is registered with a tax number; a later change of number leaves the row, so ask the registration too. */
export const taxNumberKey = (exporter: string, { country, value }: NonNullable<Grower['taxNumber']>): Key => [
  exporter,
  country,
  value,
];
export interface TaxNumberValue {
  readonly grower: string;
}

export const admissionKey = (
  importer: string,
  exporter: string,
  grower: string,
  product: string,
  season: string,
): Key => [importer, exporter, grower, product, season];
export type AdmissionValue = Admission;

/** Every suspension keeps a row of its own, so that later ones hide nothing; see `suspensionPrefix` to look them up. */
export const suspensionKey = (importer: string, suspension: Suspension, since: string): Key => [
  ...suspensionPrefix(importer, suspension.exporter, suspension.grower, suspension.product),
  suspension.pest ?? any,
  since,
];
/** Suspensions of exactly this grower and product, for whatever pest; absent ones stand for any. */
export const suspensionPrefix = (importer: string, exporter: string, grower?: string, product?: string): Key => [
  importer,
  exporter,
  grower ?? any,
  product ?? any,
];
/** `since`: the instant it was signed; `lifted`: that of its lifting. ISO 8601 in UTC. */
export type SuspensionValue = Suspension & { readonly since: string; readonly lifted?: string };

/** One key for each country and product of a requirement; `from` tells its versions apart. */
export const requirementKey = (
  importer: string,
  country: string,
  product: string,
  number: string,
  from: string,
): Key => [importer, country, product, number, from];
export type RequirementValue = Requirement;

/** All keys under which a requirement stands; `*` where it names no countries, or no products. */
export const requirementKeys = (importer: string, requirement: Requirement): readonly Key[] =>
  (requirement.countries ?? [any]).flatMap((country) =>
    (requirement.products ?? [any]).map((product) =>
      requirementKey(importer, country, product, requirement.number, requirement.from),
    ),
  );

/**
 * The last certificate that was signed on a day (UTC) for an exporter's vehicle, wagon or container, however its number
 * is written. The day keeps a key short of history: one lorry goes for years.
 */
export const conveyanceKey = (exporter: string, number: string, day: string): Key => [
  exporter,
  plainNumber(number),
  day,
];
export interface ConveyanceValue {
  readonly certificate: string;
}

/** The prior notice under which a line of a certificate travels: a line is announced once. */
export const noticedKey = (exporter: string, certificate: string, line: number): Key => [
  exporter,
  certificate,
  String(line),
];
export interface NoticedValue {
  readonly number: string;
  readonly checkpoint: string;
}

/** The journeys that an exporter announced for a wagon, container or vehicle, however its number is written. */
export const noticedUnitPrefix = (exporter: string, unit: string): Key => [exporter, plainNumber(unit)];
/** One row for each notice, so that cancelling one leaves the others. */
export const noticedUnitKey = (exporter: string, unit: string, notice: string): Key => [
  ...noticedUnitPrefix(exporter, unit),
  notice,
];
export interface NoticedUnitValue {
  readonly number: string;
  /** Expected arrival, with its zone. */
  readonly expected: string;
  readonly contents: TransportUnit['contents'];
}
