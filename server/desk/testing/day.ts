/** A day at two desks of a founded corridor, for tests of what officers see. */
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor } from '../../../test/corridor.ts';
import { signIn } from './session.ts';

const vectors = new URL('../../../profiles/phytosanitary/vectors/valid/', import.meta.url);

/** Claims of a valid vector. */
export async function claimsOf(name: string): Promise<JsonObject> {
  const { claims } = JSON.parse(await readFile(new URL(`${name}.json`, vectors), 'utf8')) as { claims: JsonObject };
  return claims;
}

const plain = await claimsOf('apples-by-rail');

/** A person who is signed in. */
export interface AtDesk {
  call(path: string, method?: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export class Day {
  readonly corridor: Corridor;
  readonly az: Client;
  readonly ru: Client;
  officer!: AtDesk;
  colleague!: AtDesk;
  auditor!: AtDesk;
  importer!: AtDesk;
  /** Certificates issued so far. */
  issued = 0;
  readonly #clock: { ahead: number };

  private constructor(corridor: Corridor, az: Client, ru: Client, clock: { ahead: number }) {
    this.corridor = corridor;
    this.az = az;
    this.ru = ru;
    this.#clock = clock;
  }

  static async begin(): Promise<Day> {
    const clock = { ahead: 0 };
    const corridor = await foundTestCorridor({ now: () => Date.now() + clock.ahead });
    const day = new Day(corridor, await corridor.client('az.afsa'), await corridor.client('ru.fsvps'), clock);
    await day.signIn();
    return day;
  }

  /** The servers' time. */
  get now(): number {
    return Date.now() + this.#clock.ahead;
  }

  pass(ms: number): void {
    this.#clock.ahead += ms;
  }

  /** Anew after a restart, which gives a server a desk of its own, and when a night has passed. */
  async signIn(): Promise<void> {
    this.officer = await this.#person(this.az, 'AZ', 'az.afsa', 'inspector');
    this.colleague = await this.#person(this.az, 'AZ', 'az.afsa', 'inspector');
    this.auditor = await this.#person(this.az, 'AZ', 'az.afsa', 'auditor');
    this.importer = await this.#person(this.ru, 'RU', 'ru.fsvps', 'inspector');
  }

  async issue(client: Client, type: string, claims: JsonObject, to: string): Promise<string> {
    const answer = await client.post('/api/records', { profile: 'phytosanitary', type, to: [to], claims });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id;
  }

  /** A certificate with a number of its own: AZ-WORK-1, AZ-WORK-2 … */
  certify(claims: JsonObject = plain): Promise<string> {
    this.issued += 1;
    return this.issue(this.az, 'certificate', { ...claims, number: `AZ-WORK-${this.issued}` }, 'ru.fsvps');
  }

  /** The importing side's follow-up. */
  async follow(id: string, type: string, claims: JsonObject): Promise<void> {
    const answer = await this.ru.post(`/api/records/${id}/follow-ups`, { type, claims });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  }

  async #person(client: Client, country: string, institution: string, role: 'inspector' | 'auditor'): Promise<AtDesk> {
    const desk = this.corridor.servers.get(country)?.desks.get(institution);
    if (!desk) throw new Error(`no desk of ${institution}`);
    const { cookie, headers } = await signIn(desk, [role], new URL(client.server).host);
    return {
      call: async (path, method = 'GET', body, more = {}) => {
        const json = body === undefined ? {} : { 'content-type': 'application/json' };
        const response = await fetch(`${client.server}${path}`, {
          method,
          headers: { cookie, origin: headers.origin, ...json, ...more },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.includes('json') ?? false;
        return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
      },
    };
  }
}
