/** Tables and migrations of a desk: people, passkeys, sessions, invitations, enrolments. Secrets are kept as digests. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface PeopleTables {
  person: PersonRow;
  passkey: PasskeyRow;
  session: SessionRow;
  invitation: InvitationRow;
  recovery_code: RecoveryCodeRow;
  enrolment: EnrolmentRow;
  enrolment_witness: WitnessRow;
}

export interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  language: string;
  /** Separated by spaces. */
  roles: string;
  officer: string;
  active: number;
  /** JSON list. */
  known_as: string;
  demonstration: number;
  created: number;
}

export interface PasskeyRow {
  /** Credential id, base64url. */
  id: string;
  person: string;
  /** Public JWK, JSON. */
  jwk: string;
  /** COSE_Key as the authenticator gave it, base64url; null for a demonstration key. */
  cose: string | null;
  /** Private JWK of a demonstration key, JSON: no other private key is ever here. */
  private: string | null;
  relying_party: string;
  label: string;
  /** JSON list. */
  transports: string;
  /** Signature counter, as the authenticator last told it. */
  counter: number;
  backed_up: number;
  created: number;
  used: number | null;
}

export interface SessionRow {
  /** SHA-256 of the cookie's secret, hexadecimal. */
  digest: string;
  /** Names a session without telling it. */
  id: string;
  person: string;
  /** Credential id of the passkey that signed in. */
  passkey: string;
  agent: string;
  created: number;
  used: number;
}

export interface InvitationRow {
  /** SHA-256 of the link's secret, hexadecimal. */
  digest: string;
  person: string;
  purpose: 'join' | 'recovery';
  created: number;
  expires: number;
}

export interface RecoveryCodeRow {
  person: string;
  digest: string;
  created: number;
}

export interface EnrolmentRow {
  id: string;
  person: string;
  passkey: string;
  /** Canonical claims without `witnesses`, fixed when it was asked for: what witnesses approve. */
  claims: string;
  state: 'pending' | 'issued' | 'dropped';
  /** Hex id of the record that enrolled the key. */
  record: string | null;
  /** Institutions that were told, JSON list. */
  told: string;
  created: number;
}

export interface WitnessRow {
  enrolment: string;
  person: string;
  officer: string;
  /** The witness as it stands in the claims, JSON. */
  witness: string;
  time: number;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('person')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text')
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('officer', 'text', (c) => c.notNull().unique())
      .addColumn('active', 'integer', (c) => c.notNull())
      .addColumn('demonstration', 'integer', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('passkey')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('jwk', 'text', (c) => c.notNull())
      .addColumn('cose', 'text')
      .addColumn('private', 'text')
      .addColumn('relying_party', 'text', (c) => c.notNull())
      .addColumn('label', 'text', (c) => c.notNull())
      .addColumn('transports', 'text', (c) => c.notNull())
      .addColumn('counter', 'integer', (c) => c.notNull())
      .addColumn('backed_up', 'integer', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('used', 'integer')
      .execute();
    await schema.createIndex('passkey_person').on('passkey').column('person').execute();
    await schema
      .createTable('session')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('passkey', 'text', (c) => c.notNull())
      .addColumn('agent', 'text', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('used', 'integer', (c) => c.notNull())
      .execute();
    await schema.createIndex('session_person').on('session').column('person').execute();
    await schema
      .createTable('invitation')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('expires', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('recovery_code')
      .addColumn('person', 'text', (c) => c.primaryKey().references('person.id'))
      .addColumn('digest', 'text', (c) => c.notNull().unique())
      .addColumn('created', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('enrolment')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('passkey', 'text', (c) => c.notNull())
      .addColumn('claims', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('record', 'text')
      .addColumn('told', 'text', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .execute();
    await sql`create unique index enrolment_pending on enrolment (person) where state = 'pending'`.execute(db);
    await schema
      .createTable('enrolment_witness')
      .addColumn('enrolment', 'text', (c) => c.notNull().references('enrolment.id'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('officer', 'text', (c) => c.notNull())
      .addColumn('witness', 'text', (c) => c.notNull())
      .addColumn('time', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('enrolment_witness_key', ['enrolment', 'person'])
      .execute();
  },
};

/** By name, dated, only forward. */
export const peopleMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-people': first,
  // Behind all that came before, also what is named after a month alone.
  '2026-12-x-known-as': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('person')
        .addColumn('known_as', 'text', (c) => c.notNull().defaultTo('[]'))
        .execute();
    },
  },
};
