/** What a certificate states in registers. */
import type { RegisterStatement, Statement } from '../../kernel/profile.ts';
import type { Certificate } from './claims/certificate.ts';
import { dayOf } from './day.ts';
import { type ConveyanceValue, conveyanceKey, conveyanceRegister, numberKey, numberRegister } from './registers.ts';

export function takeNumber({ type, issuer, claims }: Statement): readonly RegisterStatement[] {
  const { number, issued } = claims as unknown as Certificate;
  return [{ register: numberRegister, key: numberKey(issuer, number), value: { type, issued } }];
}

/** Numbers of everything that carries the goods: vehicles, wagons, vessels, flights, containers. */
export function carriersOf({ conveyances, containers, lines }: Certificate): ReadonlySet<string> {
  return new Set([
    ...(conveyances ?? []).flatMap(({ id }) => id ?? []),
    ...[...(containers ?? []), ...lines.flatMap((line) => line.containers ?? [])].flatMap(({ number }) => number ?? []),
  ]);
}

export function tellConveyances({ issuer, claims, time }: Statement): readonly RegisterStatement[] {
  const certificate = claims as unknown as Certificate;
  const day = dayOf(time);
  const value: ConveyanceValue = { certificate: certificate.number };
  return [...carriersOf(certificate)].map((number) => ({
    register: conveyanceRegister,
    key: conveyanceKey(issuer, number, day),
    value: { ...value },
  }));
}
