/** Two real institutions that exchange parcels, the second of which chooses among those that it receives. */
import { join } from 'node:path';
import { expect } from 'vitest';
import type { JsonObject } from '../kernel/canonical.ts';
import type { SelectionReport } from '../kernel/exchange/selection-audit.ts';
import type { Profile } from '../kernel/profile.ts';
import { selectingProfile } from '../kernel/testing/parcel-selection.ts';
import type { Desk } from '../server/desk/desk.ts';
import type { Role } from '../server/desk/roles.ts';
import type { AtDesk } from '../server/desk/testing/day.ts';
import { signIn } from '../server/desk/testing/session.ts';
import { countryFolder } from '../server/founding.ts';
import { audit } from './auditing.ts';
import { type Client, type Corridor, type CorridorOptions, foundTestCorridor, until } from './corridor.ts';

export let corridor: Corridor;
export let az: Client;
export let ru: Client;
let ahead = 0;

export const hour = 3_600_000;
export const place = '/api/desk/selections/parcel/opened';

/** Puts the clocks of both forward, by ms. */
export function later(ms: number): void {
  ahead += ms;
}

export async function found(options: CorridorOptions = {}): Promise<void> {
  await foundOnly(options);
  const id = await issue(ru, 'limit', { sender: 'az.afsa', amount: '1000000' });
  await held(az, id);
}

/** `start: false`: no server runs. */
export async function foundOnly(options: CorridorOptions = {}): Promise<void> {
  ahead = 0;
  corridor = await foundTestCorridor({
    profiles: [selectingProfile],
    functions: () => ['post'],
    now: () => Date.now() + ahead,
    ...options,
  });
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
}

export async function issue(by: Client, type: string, claims: JsonObject, about?: string): Promise<string> {
  const draft = { profile: 'parcel', type, to: [by === az ? 'ru.fsvps' : 'az.afsa'], claims };
  const answer = await by.post('/api/records', { ...draft, ...(about !== undefined && { about }) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

export const send = (number: string, load: number, about?: string): Promise<string> =>
  issue(az, 'parcel', { receiver: 'ru.fsvps', number, load: String(load) }, about);

export const held = (by: Client, id: string) =>
  until(
    () => by.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );

/** Of the institution that chooses. */
export function desk(): Desk {
  const found = corridor.servers.get('RU')?.desks.get('ru.fsvps');
  if (!found) throw new Error('no desk');
  return found;
}

export const folder = (): string => join(countryFolder(corridor.data, 'RU'), 'ru.fsvps');

export async function at(role: Role): Promise<AtDesk> {
  const { headers } = await signIn(desk(), [role], new URL(ru.server).host, `The ${role}`);
  return {
    call: async (path, method = 'GET', body) => {
      const response = await fetch(`${ru.server}${path}`, {
        method,
        headers: {
          cookie: headers.cookie,
          origin: headers.origin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** Waits for the choice. */
export async function chosen(by: AtDesk, id: string) {
  const items = await until(
    async () => (await by.call(`/api/desk/records/${id}/selections`)).body.items,
    (found) => found.length > 0,
  );
  return items[0];
}

export const only = async (by: AtDesk) => (await by.call('/api/desk/selections')).body.items[0];

/** The commitment has reached those who send, and acts for them. */
export async function acting(by: AtDesk, number: number): Promise<void> {
  await until(
    async () => (await only(by)).commitments[0],
    (one) =>
      one.number === number &&
      one.receipts.length > 0 &&
      one.receipts.every(({ time }: { time?: number }) => time !== undefined),
  );
  later(62_000);
}

export async function file(number: number) {
  const answer = await until(
    async () => (await at('auditor')).call(`${place}/commitments/${number}/file`),
    ({ status }) => status === 200,
  );
  return answer.body;
}

/** With nothing but the file, the profile and the anchor. */
export function audited(
  told: unknown,
  earlier: readonly SelectionReport[] = [],
  profile: Profile = selectingProfile,
): Promise<SelectionReport> {
  const auditing = { profiles: [profile], data: corridor.data, now: Date.now() + ahead, earlier };
  return audit(JSON.stringify(told), auditing);
}
