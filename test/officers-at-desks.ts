/** Officers at the desks of two real institutions: they have joined with passkeys, and their keys are enrolled. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { JsonObject } from '../kernel/canonical.ts';
import type { Profile } from '../kernel/profile.ts';
import { parcelProfile } from '../kernel/testing/parcel-profile.ts';
import type { Desk } from '../server/desk/desk.ts';
import type { Role } from '../server/desk/roles.ts';
import type { Misbehaviour, TestAuthenticator } from '../server/desk/testing/authenticator.ts';
import { type BrowserAnswer, TestBrowser } from '../server/desk/testing/browser.ts';
import { components } from '../server/http/components.ts';
import { PreparedView } from '../server/http/desk/prepared-shapes.ts';
import { type Corridor, foundTestCorridor, until } from './corridor.ts';

const { parcel, limit, rate } = parcelProfile.types;
if (!parcel || !limit || !rate) throw new Error('the parcel profile has changed');
/** Parcels are applied for, limits are approved by two, and a tally, though it stands alone, decides. */
const profile: Profile = {
  ...parcelProfile,
  types: {
    ...parcelProfile.types,
    parcel: { ...parcel, appliedFor: true },
    limit: { ...limit, approvals: 2 },
    tally: { ...rate, decides: true },
  },
};

const validator = new Ajv2020({ allErrors: true, strict: false });
for (const [name, shape] of Object.entries(components)) validator.addSchema(shape, name);
export function expectShape(shape: object, value: unknown): void {
  expect(validator.validate(shape, value) ? [] : validator.errors).toEqual([]);
}

export let corridor: Corridor;
let ahead = 0;

/** Puts the clocks of both forward, by ms. */
export function later(ms: number): void {
  ahead += ms;
}

export interface Officer {
  readonly page: TestBrowser;
  readonly key: TestAuthenticator;
  readonly person: string;
  readonly officer: string;
}

export const deskOf = (country: string, id: string): Desk => {
  const desk = corridor.servers.get(country)?.desks.get(id);
  if (!desk) throw new Error(`${id} has no desk`);
  return desk;
};

export async function joined(country: string, id: string, roles: readonly Role[]): Promise<Officer> {
  const desk = deskOf(country, id);
  const { person, invitation } = await desk.staff.add({ name: roles.join(' '), roles, language: 'en' });
  const page = new TestBrowser(corridor.servers.get(country)?.config.port ?? 0);
  const { key, made } = await page.join(`${id}.${invitation.token}`);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { page, key, person: person.id, officer: person.officer };
}

export const administrators = new Map<string, Officer[]>();

/** Somebody whose key the institution's administrators have confirmed. */
export async function enrolled(country: string, id: string, roles: readonly Role[]): Promise<Officer> {
  const one = await joined(country, id, roles);
  for (const { page, key } of administrators.get(id) ?? []) {
    const { body } = await page.get('/api/desk/enrolments');
    const waiting = body.items.find(({ person }: { person: { id: string } }) => person.id === one.person);
    if (waiting) await page.confirm(waiting.id, key);
  }
  return one;
}

async function administered(country: string, id: string): Promise<void> {
  administrators.set(id, [await enrolled(country, id, ['administrator'])]);
  administrators.get(id)?.push(await enrolled(country, id, ['administrator']));
}

export const draft = (type: string, claims: JsonObject, to: string, about?: string) => ({
  profile: 'parcel',
  type,
  to: [to],
  claims,
  ...(about !== undefined && { about }),
});
let number = 0;
export const newParcel = (load = 1) =>
  draft('parcel', { receiver: 'ru.fsvps', number: String(number++), load: String(load) }, 'ru.fsvps');
export const newRate = () => draft('rate', { name: `rate ${number++}`, value: '9', note: 'x' }, 'ru.fsvps');
export const newLimit = (amount: number) => draft('limit', { sender: 'az.afsa', amount: String(amount) }, 'az.afsa');

export async function prepared({ page }: Officer, one: object): Promise<BrowserAnswer['body']> {
  const { status, body } = await page.post('/api/desk/prepared', one);
  expect(status, JSON.stringify(body)).toBe(201);
  expectShape(PreparedView, body);
  return body;
}

export function approve({ page, key }: Officer, { id, assertion }: BrowserAnswer['body'], wrong: Misbehaviour = {}) {
  return page.post(`/api/desk/prepared/${id}/approval`, { response: key.assert(assertion, wrong) });
}

export async function signed(officer: Officer, one: object): Promise<BrowserAnswer['body']> {
  const { status, body } = await approve(officer, await prepared(officer, one));
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

export const said = ({ status, body }: BrowserAnswer) => [status, body.code];

export async function arrived({ page }: Officer, id: string): Promise<void> {
  await until(
    () => page.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
}

/** Both servers, each institution with two administrators, and room for parcels. */
export async function found(): Promise<void> {
  corridor = await foundTestCorridor({
    profiles: [profile],
    functions: () => ['post'],
    now: () => Date.now() + ahead,
  });
  await administered('AZ', 'az.afsa');
  await administered('RU', 'ru.fsvps');
  const program = await corridor.client('ru.fsvps');
  const { status, body } = await program.post('/api/records', newLimit(100_000));
  expect(status, JSON.stringify(body)).toBe(201);
  await until(
    async () => corridor.servers.get('AZ')?.institutions.get('az.afsa')?.show(body.id),
    (record) => record !== undefined,
  );
}
