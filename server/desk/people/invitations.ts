/**
 * How somebody comes to a passkey without one: a link that works once, from an administrator or for a recovery code. The
 * link's secret stands behind the `#`, which browsers send to nobody.
 */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';
import { personOf } from './people.ts';
import type { Person } from './person.ts';
import { newRecoveryCode, recoveryDigest } from './recovery-code.ts';
import { newSecret, secretDigest, secretPattern } from './secret.ts';

export const invitationMs = 72 * 3_600_000;
/** After a recovery code the new passkey is made at once. */
const recoveryMs = 15 * 60_000;

export interface Invitation {
  /** Names it inside the server alone. */
  readonly digest: string;
  readonly person: Person;
  readonly purpose: 'join' | 'recovery';
}

export interface NewInvitation {
  /** Given out this one time. */
  readonly token: string;
  /** Ms since 1970. */
  readonly expires: number;
}

export class Invitations {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** A link for this person; earlier ones no longer work. */
  async make(person: string, purpose: Invitation['purpose'], life = invitationMs): Promise<NewInvitation> {
    const { desk, random, now } = this.#ground;
    const token = newSecret(random);
    const created = now();
    const expires = created + life;
    await desk.db.transaction().execute(async (db) => {
      await db
        .deleteFrom('invitation')
        .where((is) => is.or([is('person', '=', person), is('expires', '<=', created)]))
        .execute();
      await db
        .insertInto('invitation')
        .values({ digest: secretDigest(token), person, purpose, created, expires })
        .execute();
    });
    return { token, expires };
  }

  /** `access.bad-invitation` alike when unknown, used, over, or its person inactive. */
  async read(token: string): Promise<Invitation | Refusal> {
    return secretPattern.test(token) ? this.find(secretDigest(token)) : refuse('access.bad-invitation');
  }

  async find(digest: string): Promise<Invitation | Refusal> {
    const { desk, now } = this.#ground;
    const row = await desk.db
      .selectFrom('invitation')
      .innerJoin('person', 'person.id', 'invitation.person')
      .selectAll('person')
      .select(['invitation.purpose'])
      .where('invitation.digest', '=', digest)
      .where('invitation.expires', '>', now())
      .where('person.active', '=', 1)
      .executeTakeFirst();
    if (row === undefined) return refuse('access.bad-invitation');
    return { digest, person: personOf(row), purpose: row.purpose };
  }

  /** For a recovery code, which is used up: a link of few minutes. The person's sessions are the caller's to end. */
  async recover(code: string): Promise<{ readonly person: Person; readonly token: string } | Refusal> {
    const { desk } = this.#ground;
    const digest = recoveryDigest(code);
    if (digest === undefined) return refuse('access.bad-recovery-code');
    const used = await desk.db
      .deleteFrom('recovery_code')
      .where('digest', '=', digest)
      .where((is) =>
        is.exists(
          is.selectFrom('person').select('id').whereRef('id', '=', 'recovery_code.person').where('active', '=', 1),
        ),
      )
      .returning('person')
      .executeTakeFirst();
    if (used === undefined) return refuse('access.bad-recovery-code');
    const { token } = await this.make(used.person, 'recovery', recoveryMs);
    const row = await desk.db.selectFrom('person').selectAll().where('id', '=', used.person).executeTakeFirstOrThrow();
    return { person: personOf(row), token };
  }

  /** A new code in place of any other. Given out this one time. */
  async newCode(person: string): Promise<string> {
    const { desk, random, now } = this.#ground;
    const code = newRecoveryCode(random);
    const row = { person, digest: recoveryDigest(code) ?? '', created: now() };
    await desk.db
      .insertInto('recovery_code')
      .values(row)
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ digest: row.digest, created: row.created }))
      .execute();
    return code;
  }
}
