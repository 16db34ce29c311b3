/** How a new passkey comes to be kept: by invitation, or beside another one of somebody who is signed in. */
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { PasskeyRow } from '../../store/desk/people.ts';
import type { DeskGround } from '../desk.ts';
import type { Challenges } from './challenges.ts';
import type { Enrolments } from './enrolments.ts';
import type { Invitations } from './invitations.ts';
import { maxPasskeys, type Passkeys } from './passkeys.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';
import type { Sessions } from './sessions.ts';

export interface JoiningParts {
  readonly people: People;
  readonly sessions: Sessions;
  readonly passkeys: Passkeys;
  readonly challenges: Challenges;
  readonly invitations: Invitations;
  readonly enrolments: Enrolments;
}

export interface Joined {
  readonly person: Person;
  readonly passkey: string;
  /** Shown once: with the first passkey, and after a recovery. */
  readonly recoveryCode?: string;
}

export class Joining {
  readonly #ground: DeskGround;
  readonly #parts: JoiningParts;

  constructor(ground: DeskGround, parts: JoiningParts) {
    this.#ground = ground;
    this.#parts = parts;
  }

  /** What the browser is asked for; `invitation` is the digest of one that was read. */
  async options(person: Person, origin: string, invitation?: string) {
    const { challenges, passkeys } = this.#parts;
    const purpose = {
      for: 'registration',
      person: person.id,
      ...(invitation !== undefined && { invitation }),
    } as const;
    const { handle, challenge } = challenges.give(purpose);
    return { handle, options: await passkeys.registrationOptions(person, challenge, origin) };
  }

  /** `by`: the person signed in, or the digest of the invitation presented again; the challenge is bound to either. */
  async finish(
    handle: string,
    by: { readonly person: string } | { readonly invitation: string },
    response: RegistrationResponseJSON,
    origin: string,
    label: string,
  ): Promise<Joined | Refusal> {
    const { challenges, passkeys, people } = this.#parts;
    const given = challenges.take(handle, 'registration');
    if (given === undefined) return refuse('access.bad-passkey');
    const { person: id, invitation } = given.purpose;
    if ('invitation' in by ? by.invitation !== invitation : invitation !== undefined || by.person !== id)
      return refuse('access.bad-passkey');
    const person = await people.find(id);
    if (person === undefined || !person.active) return refuse('access.bad-passkey');
    const passkey = await passkeys.verifyRegistration(person, response, given.challenge, origin, label);
    if (passkey instanceof Refusal) return passkey;
    return this.#keep(person, passkey, invitation);
  }

  async #keep(person: Person, passkey: PasskeyRow, invitation: string | undefined): Promise<Joined | Refusal> {
    const { sessions, invitations, enrolments } = this.#parts;
    const kept = await this.#write(person, passkey, invitation);
    if (kept instanceof Refusal) return kept;
    if (invitation !== undefined) await sessions.endAll(person.id);
    const isFirst = invitation !== undefined;
    // A further passkey signs in; the key that is enrolled stays the one that approves.
    if (isFirst) await enrolments.ask(person, passkey, kept.replaced ? 'recovery' : 'enrolment');
    const recoveryCode = isFirst ? await invitations.newCode(person.id) : undefined;
    return { person, passkey: passkey.id, ...(recoveryCode !== undefined && { recoveryCode }) };
  }

  /** In one transaction, so that an invitation never makes two passkeys. By invitation the new one replaces all others. */
  async #write(
    person: Person,
    passkey: PasskeyRow,
    invitation: string | undefined,
  ): Promise<{ readonly replaced: boolean } | Refusal> {
    return this.#ground.desk.db.transaction().execute(async (db) => {
      // One key is one person's: colleagues could not tell apart who signed, and counterparts would refuse it.
      const taken = await db
        .selectFrom('passkey')
        .select('person')
        .where((is) =>
          is.or([is('id', '=', passkey.id), is.and([is('jwk', '=', passkey.jwk), is('person', '<>', person.id)])]),
        )
        .executeTakeFirst();
      if (taken !== undefined) return refuse('access.bad-passkey');
      let replaced = false;
      if (invitation === undefined) {
        const held = await db.selectFrom('passkey').select('id').where('person', '=', person.id).execute();
        if (held.length >= maxPasskeys) return refuse('request.too-many');
      } else {
        const used = await db.deleteFrom('invitation').where('digest', '=', invitation).executeTakeFirst();
        if (used.numDeletedRows !== 1n) return refuse('access.bad-invitation');
        const gone = await db.deleteFrom('passkey').where('person', '=', person.id).executeTakeFirst();
        replaced = gone.numDeletedRows > 0n;
      }
      await db.insertInto('passkey').values(passkey).execute();
      return { replaced };
    });
  }
}
