/** What follows from a change of people: sessions end, keys are enrolled anew or ended. */
import { officerRoles } from '../../../kernel/exchange/officers.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';
import type { Enrolments } from './enrolments.ts';
import { type Invitations, invitationMs, type NewInvitation } from './invitations.ts';
import { isEnrolledPasskey, type Passkeys } from './passkeys.ts';
import type { NewPerson, People, PersonChange } from './people.ts';
import type { Person } from './person.ts';
import type { Sessions } from './sessions.ts';

export interface StaffParts {
  readonly people: People;
  readonly sessions: Sessions;
  readonly passkeys: Passkeys;
  readonly invitations: Invitations;
  readonly enrolments: Enrolments;
}

export class Staff {
  readonly #ground: DeskGround;
  readonly #parts: StaffParts;

  constructor(ground: DeskGround, parts: StaffParts) {
    this.#ground = ground;
    this.#parts = parts;
  }

  async add(person: NewPerson): Promise<{ readonly person: Person; readonly invitation: NewInvitation }> {
    const { people, invitations } = this.#parts;
    const added = await people.add(person);
    return { person: added, invitation: await invitations.make(added.id, 'join') };
  }

  /** A link to a new passkey, which replaces all that the person has. */
  async invite(id: string): Promise<NewInvitation | Refusal> {
    const { people, passkeys, invitations } = this.#parts;
    const person = await people.find(id);
    if (person === undefined) return refuse('desk.unknown');
    if (!person.active) return refuse('desk.out-of-turn');
    const held = await passkeys.of(id);
    return invitations.make(id, held.length === 0 ? 'join' : 'recovery', invitationMs);
  }

  async change(id: string, change: PersonChange): Promise<{ before: Person; after: Person } | Refusal> {
    const { people, sessions } = this.#parts;
    const changed = await people.change(id, change);
    if (changed instanceof Refusal) return changed;
    const { before, after } = changed;
    if (!after.active) await this.#leave(after);
    else if (after.active && (!before.active || before.roles.join() !== after.roles.join())) {
      await sessions.refresh(id);
      await this.#reenrol(after);
    }
    return changed;
  }

  /** Never the last one. With the enrolled one its enrolment ends, and the newest other is put forward. */
  async removePasskey(person: Person, id: string): Promise<true | Refusal> {
    const { sessions } = this.#parts;
    const fault = await this.#ground.desk.db.transaction().execute(async (db) => {
      const held = await db.selectFrom('passkey').select('id').where('person', '=', person.id).execute();
      if (!held.some((row) => row.id === id)) return refuse('desk.unknown');
      if (held.length === 1) return refuse('access.last-passkey');
      await db.deleteFrom('passkey').where('id', '=', id).execute();
      return undefined;
    });
    if (fault !== undefined) return fault;
    await sessions.endOfPasskey(id);
    await this.#reenrol(person);
    return true;
  }

  /** At the start: what a change of people asked for, and the server's end cut short. */
  async settle(): Promise<void> {
    const { people, enrolments } = this.#parts;
    const enrolled = new Map((await enrolments.officers.all()).map(({ officer, value }) => [officer, value]));
    for (const person of await people.all()) {
      const value = enrolled.get(person.officer);
      if (!person.active) await (value === undefined ? enrolments.withdraw(person) : enrolments.end(person));
      else if (value?.roles.some((role) => !person.roles.includes(role))) await this.#reenrol(person);
    }
  }

  /** The first link to an institution of whom nobody can sign in: to its administrator. */
  async firstInvitation(): Promise<NewInvitation | undefined> {
    const { people, invitations } = this.#parts;
    const { desk } = this.#ground;
    const someone = await desk.db.selectFrom('passkey').select('id').limit(1).execute();
    if (someone.length > 0) return undefined;
    const everyone = await people.all();
    const administrator =
      everyone.find(({ active, roles }) => active && roles.includes('administrator')) ??
      (await people.add({ name: 'Administrator', roles: ['administrator'], language: 'en' }));
    return invitations.make(administrator.id, 'join');
  }

  async #leave(person: Person): Promise<void> {
    const { sessions, enrolments } = this.#parts;
    await sessions.endAll(person.id);
    await this.#ground.desk.db.deleteFrom('invitation').where('person', '=', person.id).execute();
    await enrolments.end(person);
  }

  /**
   * What is enrolled follows roles and passkeys. What was taken away is told to the counterparts at once; what was added
   * waits for witnesses.
   */
  async #reenrol(person: Person): Promise<void> {
    const { passkeys, enrolments } = this.#parts;
    const held = await passkeys.of(person.id);
    const enrolled = await enrolments.enrolled(person);
    const own = held.find((row) => isEnrolledPasskey(row, enrolled));
    const wanted = officerRoles.filter((role) => person.roles.includes(role));
    if (enrolled && own && wanted.join() === enrolled.roles.join()) return enrolments.withdraw(person);
    const lost = enrolled && (own === undefined || enrolled.roles.some((role) => !wanted.includes(role)));
    if (lost) await enrolments.end(person);
    const next = own ?? held.at(-1);
    if (next === undefined || wanted.length === 0) return enrolments.withdraw(person);
    await enrolments.ask(person, next, enrolled === undefined ? 'enrolment' : own === undefined ? 'recovery' : 'roles');
  }
}
