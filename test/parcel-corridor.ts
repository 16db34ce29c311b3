/** Two real institutions that exchange parcels, whose records officers approve. */
import { expect } from 'vitest';
import type { JsonObject } from '../kernel/canonical.ts';
import type { Profile } from '../kernel/profile.ts';
import { Refusal } from '../kernel/refusal.ts';
import { parcelProfile } from '../kernel/testing/parcel-profile.ts';
import { auditFolder } from '../server/audit.ts';
import { countryFolder } from '../server/founding.ts';
import type { Institution } from '../server/institution/institution.ts';
import { Changed, type DraftRequest, type Issued, type Prepared, Rejected } from '../server/institution/service.ts';
import { type Corridor, foundTestCorridor, until } from './corridor.ts';

const { parcel, limit } = parcelProfile.types;
if (!parcel?.lifeCycle || !limit) throw new Error('the parcel profile has changed');
/** Parcels name a place in a status list, and limits are approved by two. */
export const profile: Profile = {
  ...parcelProfile,
  types: {
    ...parcelProfile.types,
    parcel: { ...parcel, lifeCycle: { ...parcel.lifeCycle, revoked: ['recalled'] } },
    limit: { ...limit, approvals: 2 },
  },
};

export let corridor: Corridor;
export let az: Institution;
export let ru: Institution;
let ahead = 0;

/** Puts the clocks of both forward, by ms. */
export function later(ms: number): void {
  ahead += ms;
}

export async function found(): Promise<void> {
  ahead = 0;
  corridor = await foundTestCorridor({
    profiles: [profile],
    functions: () => ['post'],
    now: () => Date.now() + ahead,
  });
  look();
}

/** Starts the server of Azerbaijan, after it was stopped. */
export async function startAgain(): Promise<void> {
  await corridor.start('AZ');
  look();
}

function look(): void {
  az = at('AZ', 'az.afsa');
  ru = at('RU', 'ru.fsvps');
}

function at(country: string, id: string): Institution {
  const institution = corridor.servers.get(country)?.institutions.get(id);
  if (!institution) throw new Error(`${id} is not running`);
  return institution;
}

export const draft = (type: string, claims: JsonObject, to: string, about?: string): DraftRequest => ({
  profile: 'parcel',
  type,
  to: [to],
  claims,
  annexes: [],
  ...(about !== undefined && { about }),
});
export const newParcel = (number: string, load = 1) =>
  draft('parcel', { receiver: 'ru.fsvps', number, load: String(load) }, 'ru.fsvps');
export const rate = (name: string) => draft('rate', { name, value: '9', note: 'x' }, 'ru.fsvps');
export const newLimit = (amount: number) => draft('limit', { sender: 'az.afsa', amount: String(amount) }, 'az.afsa');

export async function issue(by: Institution, one: DraftRequest): Promise<string> {
  return issued(await by.issue(one)).record.id;
}

export function issued(answer: Issued | Changed | Rejected | Refusal): Issued {
  if (!('record' in answer)) throw new Error(`not issued: ${JSON.stringify(answer)}`);
  return answer;
}

export async function prepare(by: Institution, one: DraftRequest): Promise<Prepared> {
  const prepared = await by.prepare(one);
  if (prepared instanceof Rejected || prepared instanceof Refusal)
    throw new Error(`not prepared: ${JSON.stringify(prepared)}`);
  return prepared;
}

export async function changed(answer: Promise<unknown>): Promise<Changed> {
  const outcome = await answer;
  if (!(outcome instanceof Changed)) throw new Error(`nothing changed: ${JSON.stringify(outcome)}`);
  return outcome;
}

export const arrived = (by: Institution, id: string) =>
  until(
    () => by.show(id),
    (record) => record !== undefined,
  );
/** Everything the two hold, as the other side judged it: nothing was refused. */
export async function expectInOrder(): Promise<void> {
  for (const [one, other] of [
    [az, ru],
    [ru, az],
  ] as const) {
    const { items } = await one.list({ direction: 'issued', limit: 200 });
    for (const { id } of items) {
      await arrived(other, id);
      const states = () =>
        Promise.all([one.show(id), other.show(id)]).then((views) => views.map((view) => view?.state));
      await until(states, ([here, there]) => here === there);
      const there = await other.show(id);
      expect(there?.findings.filter(({ severity }) => severity === 'refuse')).toEqual([]);
      expect(there?.refusals).toEqual([]);
    }
    expect(items.filter(({ type }) => type === 'refusal')).toEqual([]);
  }
  for (const country of ['AZ', 'RU']) {
    await corridor.stop(country);
    const reports = await auditFolder(countryFolder(corridor.data, country), [profile]);
    if (reports instanceof Refusal) throw new Error(reports.code);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  }
}

export const code = (answer: unknown) =>
  answer instanceof Refusal ? answer.code : answer instanceof Rejected ? answer.findings[0]?.code : answer;
