/**
 * How other institutions come to know the keys of officers: two colleagues confirm each with their own keys, then the
 * enrolment is issued to every counterpart. Nothing is enrolled by the word of one person, but while an institution begins.
 */
import { canonical } from '../../../kernel/canonical.ts';
import {
  type EnrolledOfficer,
  type EnrolmentClaims,
  isEnrolledKey,
  mayWitness,
  type OfficerRole,
  officerRoles,
  type Witness,
  witnessChallenge,
} from '../../../kernel/exchange/approval.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Jwk } from '../../../kernel/trust/jwk.ts';
import type { EnrolmentRow, PasskeyRow } from '../../store/desk/people.ts';
import type { DeskGround } from '../desk.ts';
import { EnrolledOfficers } from './enrolled-officers.ts';
import { EnrolmentRecords, plain } from './enrolment-records.ts';
import { isEnrolledPasskey, type OfficerAssertion } from './passkeys.ts';
import { personOf } from './people.ts';
import type { Person } from './person.ts';
import { newId } from './secret.ts';

type Stated = Omit<EnrolmentClaims, 'witnesses'>;

/** Times in ms since 1970. */
export interface PendingEnrolment {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly roles: readonly OfficerRole[];
  readonly cause: EnrolmentClaims['cause'];
  readonly created: number;
  /** How many have to confirm. */
  readonly needed: number;
  readonly given: readonly { readonly person: string; readonly name: string; readonly time: number }[];
}

export class Enrolments {
  readonly #ground: DeskGround;
  readonly #waits: (enrolment: string, person: string) => Promise<void>;
  readonly officers: EnrolledOfficers;
  readonly #records: EnrolmentRecords;
  /** One after the other: who may witness depends on what was issued before. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `waits` is told of an enrolment that colleagues of the person have to confirm. */
  constructor(ground: DeskGround, waits: (enrolment: string, person: string) => Promise<void>) {
    this.#ground = ground;
    this.#waits = waits;
    this.officers = new EnrolledOfficers(ground);
    this.#records = new EnrolmentRecords(ground, this.officers);
  }

  /** The key under which the person's approvals hold, as other institutions know it. */
  enrolled(person: Person): Promise<EnrolledOfficer | undefined> {
    return this.officers.find(person.officer);
  }

  /** The passkey of that key; undefined: the person can approve nothing. */
  async passkeyOf(person: Person): Promise<PasskeyRow | undefined> {
    const enrolled = await this.enrolled(person);
    const rows = await this.#ground.desk.db.selectFrom('passkey').selectAll().where('person', '=', person.id).execute();
    return rows.find((row) => isEnrolledPasskey(row, enrolled));
  }

  /** Asks for this key to be enrolled, in place of what waits for the person. A first administrator's is at once. */
  ask({ id }: Person, passkey: PasskeyRow, cause: EnrolmentClaims['cause']): Promise<void> {
    return this.#inTurn(async () => {
      const { desk, random, now } = this.#ground;
      await this.#drop(id);
      // As it is now: whoever asks may have looked before the person was let go.
      const person = personOf(
        await desk.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      );
      const roles = officerRoles.filter((role) => person.active && person.roles.includes(role));
      if (roles.length === 0) return;
      const key = JSON.parse(passkey.jwk) as Jwk;
      const means = passkey.private === null ? 'passkey' : 'demonstration';
      const stated: Stated = {
        officer: person.officer,
        roles,
        key,
        relyingParty: passkey.relying_party,
        means,
        cause,
      };
      const row: EnrolmentRow = {
        id: newId(random),
        person: person.id,
        passkey: passkey.id,
        claims: canonical(plain(stated)),
        state: 'pending',
        record: null,
        told: '[]',
        created: now(),
      };
      await desk.db.insertInto('enrolment').values(row).execute();
      const issued = await this.#issueIfWitnessed(row);
      if (!issued && means === 'passkey') await this.#waits(row.id, person.id);
    });
  }

  /** Oldest first. */
  async pending(): Promise<PendingEnrolment[]> {
    const { desk } = this.#ground;
    const rows = await desk.db
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'enrolment.person')
      .selectAll('enrolment')
      .select('person.name')
      .where('enrolment.state', '=', 'pending')
      .orderBy('enrolment.created')
      .execute();
    const given = await desk.db
      .selectFrom('enrolment_witness')
      .innerJoin('person', 'person.id', 'enrolment_witness.person')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_witness.enrolment')
      .select(['enrolment_witness.enrolment', 'person.id as person', 'person.name', 'enrolment_witness.time'])
      .where('enrolment.state', '=', 'pending')
      .orderBy('enrolment_witness.time')
      .execute();
    return Promise.all(
      rows.map(async (row) => {
        const { needed, stated } = await this.#statedBy(row);
        return {
          id: row.id,
          person: { id: row.person, name: row.name },
          roles: stated.roles,
          cause: stated.cause,
          created: row.created,
          needed,
          given: given
            .filter(({ enrolment }) => enrolment === row.id)
            .map(({ person, name, time }) => ({ person, name, time })),
        };
      }),
    );
  }

  /** What this witness's key has to sign over. Refused to the person enrolled, and to whoever may not witness. */
  async challenge(id: string, witness: Person): Promise<Uint8Array | Refusal> {
    const row = await this.#find(id);
    if (row === undefined) return refuse('desk.unknown');
    const { stated } = await this.#statedBy(row);
    const own = await this.enrolled(witness);
    if (row.person === witness.id || stated.officer === witness.officer) return refuse('approval.second-person');
    if (own === undefined || !mayWitness(own)) return refuse('approval.not-enrolled');
    return witnessChallenge(stated, this.#ground.crypto);
  }

  /** Keeps what a witness's key said; with the last that is needed the enrolment is issued. */
  confirm(
    id: string,
    witness: Person,
    challenge: Uint8Array,
    said: OfficerAssertion,
  ): Promise<{ readonly issued: boolean } | Refusal> {
    return this.#inTurn(async () => {
      const { desk, now } = this.#ground;
      const asked = await this.challenge(id, witness);
      if (asked instanceof Refusal) return asked;
      const row = await this.#find(id);
      // What was confirmed before no longer is what would be issued: the witness reads it again.
      if (row === undefined || asked.toHex() !== challenge.toHex()) return refuse('desk.changed-elsewhere');
      const { key, relyingParty, assertion, means, officer } = said;
      const named: Witness = {
        officer,
        key,
        relyingParty,
        assertion,
        ...(means === 'demonstration' && { demonstration: true }),
      };
      const own = await this.enrolled(witness);
      if (own === undefined || !isEnrolledKey(own, named)) return refuse('approval.not-enrolled');
      const { stated } = await this.#statedBy(row);
      const claims = canonical(plain(stated));
      await desk.db.transaction().execute(async (db) => {
        if (claims !== row.claims) await db.deleteFrom('enrolment_witness').where('enrolment', '=', id).execute();
        await db.updateTable('enrolment').set({ claims }).where('id', '=', id).execute();
        const text = JSON.stringify(named);
        await db
          .insertInto('enrolment_witness')
          .values({ enrolment: id, person: witness.id, officer, witness: text, time: now() })
          .onConflict((conflict) => conflict.columns(['enrolment', 'person']).doUpdateSet({ witness: text }))
          .execute();
      });
      return { issued: await this.#issueIfWitnessed({ ...row, claims }) };
    });
  }

  /** The person's key approves nothing any more, here and at the counterparts. */
  end(person: Person): Promise<void> {
    return this.#inTurn(async () => {
      await this.#drop(person.id);
      if ((await this.enrolled(person)) === undefined) return;
      await this.#records.issue('enrolment-end', { officer: person.officer });
    });
  }

  /** What is in force is sent again, as it was and in its order, to counterparts that came later. */
  tellNewcomers(): Promise<void> {
    return this.#inTurn(() => this.#records.tellNewcomers());
  }

  /** What waits for the person waits no more. */
  withdraw(person: Person): Promise<void> {
    return this.#inTurn(() => this.#drop(person.id));
  }

  /** What is to be enrolled, and how many must confirm it: fixed with the first who does. */
  async #statedBy(row: EnrolmentRow): Promise<{ readonly stated: Stated; readonly needed: number }> {
    const { founding: _, ...stated } = JSON.parse(row.claims) as Stated;
    const witnesses = (await this.officers.all()).filter(
      ({ officer, value }) => officer !== stated.officer && mayWitness(value),
    );
    const founding = witnesses.length < 2;
    // Nobody but whoever witnesses others is ever enrolled without a witness.
    const least = mayWitness(stated) ? 0 : 1;
    return {
      stated: founding ? { ...stated, founding } : stated,
      needed: founding ? Math.max(witnesses.length, least) : 2,
    };
  }

  async #issueIfWitnessed(row: EnrolmentRow): Promise<boolean> {
    const { desk, crypto } = this.#ground;
    const { stated, needed } = await this.#statedBy(row);
    const rows = await desk.db.selectFrom('enrolment_witness').selectAll().where('enrolment', '=', row.id).execute();
    const challenge = witnessChallenge(stated, crypto).toHex();
    // Others may have been enrolled, or ended, since a witness confirmed: then that confirmation was of other claims.
    const holding = challenge === witnessChallenge(JSON.parse(row.claims) as Stated, crypto).toHex() ? rows : [];
    const named = holding.map(({ witness }) => JSON.parse(witness) as Witness);
    const enrolled = new Map((await this.officers.all()).map(({ officer, value }) => [officer, value]));
    const witnesses = named
      .filter((witness) => {
        const own = enrolled.get(witness.officer);
        return own !== undefined && mayWitness(own) && isEnrolledKey(own, witness);
      })
      .sort((a, b) => (a.officer < b.officer ? -1 : 1))
      .slice(0, needed);
    if (witnesses.length < needed) return false;
    const to = await this.#records.counterparts();
    const record = await this.#records.issue('enrolment', plain({ ...stated, witnesses }), to);
    await desk.db
      .updateTable('enrolment')
      .set({ state: 'issued', record, told: JSON.stringify(to) })
      .where('id', '=', row.id)
      .execute();
    return true;
  }

  async #find(id: string): Promise<EnrolmentRow | undefined> {
    const { desk } = this.#ground;
    return desk.db
      .selectFrom('enrolment')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .executeTakeFirst();
  }

  async #drop(person: string): Promise<void> {
    await this.#ground.desk.db
      .updateTable('enrolment')
      .set({ state: 'dropped' })
      .where('person', '=', person)
      .where('state', '=', 'pending')
      .execute();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
