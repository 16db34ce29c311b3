/**
 * Sessions of people: kept here and nowhere else, so that what is ended is over at once. A cookie holds 256 random
 * bits; the desk keeps their digest.
 */
import type { DeskGround } from '../desk.ts';
import { personOf } from './people.ts';
import type { Person } from './person.ts';
import { newId, newSecret, secretDigest, secretPattern } from './secret.ts';

/** Without a request for this long a session is over. */
export const idleMs = 12 * 3_600_000;
/** And in any case after this long. */
export const absoluteMs = 7 * 86_400_000;
/** How often a session's last use is written down. */
const noteMs = 60_000;
/** The oldest one of a person ends when there would be more. */
const maxSessions = 20;

export interface OpenSession {
  readonly session: string;
  readonly person: Person;
}

/** Times in ms since 1970. */
export interface SessionLine {
  readonly id: string;
  readonly agent: string;
  readonly created: number;
  readonly used: number;
  readonly expires: number;
}

export class Sessions {
  readonly #ground: DeskGround;
  /** By session: what has to end with it. */
  readonly #open = new Map<string, Set<() => void>>();

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** A new session with a secret nobody held before; `secret` is given out this one time. */
  async begin(person: string, passkey: string, agent: string): Promise<{ id: string; secret: string }> {
    const { desk, random, now } = this.#ground;
    const secret = newSecret(random);
    const id = newId(random);
    const time = now();
    await desk.db
      .insertInto('session')
      .values({
        digest: secretDigest(secret),
        id,
        person,
        passkey,
        agent: agent.slice(0, 200),
        created: time,
        used: time,
      })
      .execute();
    const lines = await this.of(person);
    for (const line of lines.slice(maxSessions)) await this.end(person, line.id);
    return { id, secret };
  }

  /** Whose session it is, with roles as they are now. Undefined alike when unknown, ended, or the person inactive. */
  async find(secret: string): Promise<OpenSession | undefined> {
    if (!secretPattern.test(secret)) return undefined;
    const { desk, now } = this.#ground;
    const digest = secretDigest(secret);
    const row = await desk.db
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person')
      .selectAll('person')
      .select(['session.id as session', 'session.created as begun', 'session.used'])
      .where('session.digest', '=', digest)
      .where('person.active', '=', 1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const time = now();
    if (isOver(row.begun, row.used, time)) {
      await desk.db.deleteFrom('session').where('digest', '=', digest).execute();
      this.#close(row.session);
      return undefined;
    }
    if (time - row.used > noteMs)
      await desk.db.updateTable('session').set({ used: time }).where('digest', '=', digest).execute();
    return { session: row.session, person: personOf(row) };
  }

  /** Still open, asked without using it. */
  async isOpen(id: string): Promise<boolean> {
    const { desk, now } = this.#ground;
    const row = await desk.db
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person')
      .select(['session.created', 'session.used'])
      .where('session.id', '=', id)
      .where('person.active', '=', 1)
      .executeTakeFirst();
    return row !== undefined && !isOver(row.created, row.used, now());
  }

  /** Calls `close` when the session ends; returns how to forget that. */
  onEnd(id: string, close: () => void): () => void {
    const closes = this.#open.get(id) ?? new Set();
    this.#open.set(id, closes.add(close));
    return () => {
      closes.delete(close);
      if (closes.size === 0 && this.#open.get(id) === closes) this.#open.delete(id);
    };
  }

  /** Newest first; none that is over. */
  async of(person: string): Promise<SessionLine[]> {
    const { desk, now } = this.#ground;
    const rows = await desk.db
      .selectFrom('session')
      .select(['id', 'agent', 'created', 'used'])
      .where('person', '=', person)
      .orderBy('created', 'desc')
      .orderBy('id')
      .execute();
    return rows
      .filter(({ created, used }) => !isOver(created, used, now()))
      .map((row) => ({ ...row, expires: Math.min(row.created + absoluteMs, row.used + idleMs) }));
  }

  /** False when that person has no such session. */
  async end(person: string, id: string): Promise<boolean> {
    const { desk } = this.#ground;
    const result = await desk.db
      .deleteFrom('session')
      .where('id', '=', id)
      .where('person', '=', person)
      .executeTakeFirst();
    this.#close(id);
    return result.numDeletedRows > 0n;
  }

  async endAll(person: string): Promise<void> {
    const { desk } = this.#ground;
    const rows = await desk.db.deleteFrom('session').where('person', '=', person).returning('id').execute();
    for (const { id } of rows) this.#close(id);
  }

  async endOfPasskey(passkey: string): Promise<void> {
    const { desk } = this.#ground;
    const rows = await desk.db.deleteFrom('session').where('passkey', '=', passkey).returning('id').execute();
    for (const { id } of rows) this.#close(id);
  }

  /** Streams of a person's sessions are opened anew, with what the person may do now. */
  async refresh(person: string): Promise<void> {
    for (const { id } of await this.of(person)) this.#close(id);
  }

  #close(id: string): void {
    const closes = this.#open.get(id);
    this.#open.delete(id);
    for (const close of closes ?? []) close();
  }
}

function isOver(created: number, used: number, now: number): boolean {
  return now - used >= idleMs || now - created >= absoluteMs;
}
