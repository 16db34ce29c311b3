/** Applications of one institution: written by traders, examined by officers, each change named by what it changes. */
import type { LoadedType } from '../../../kernel/catalogue.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { Rejected } from '../../institution/service.ts';
import type { ApplicationTable } from '../../store/desk/trade.ts';
import type { DeskGround } from '../desk.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { newId } from '../people/secret.ts';
import {
  type ApplicationAct,
  type ApplicationState,
  type Contents,
  mayWrite,
  next,
  readContents,
} from './application.ts';
import { ApplicationAnnexes } from './application-annexes.ts';
import { ApplicationReader } from './application-reader.ts';
import { type ApplicationView, numberOf, sideOf } from './application-view.ts';
import { contentsFindings, mayApplyFor, usualRecipients } from './contents-findings.ts';

export interface ApplicationChange {
  readonly id: string;
  readonly number: string;
  readonly act: ApplicationAct;
  readonly state: ApplicationState;
  readonly time: number;
  /** Who applies. */
  readonly applicant: string;
  readonly officer?: string;
}

export interface Act {
  readonly act: Exclude<ApplicationAct, 'issue'>;
  readonly revision: number;
  readonly text?: string;
}

/** Not yet sent, for one person: enough for anybody who works, too few to fill a disk. */
const maxDrafts = 200;

export class Applications {
  readonly annexes: ApplicationAnnexes;
  readonly reader: ApplicationReader;
  readonly #ground: DeskGround;
  readonly #listeners = new Set<(change: ApplicationChange) => void>();
  /** Application by the hex id of the record that is about to be issued for it. */
  readonly #expected = new Map<string, string>();
  #stop: (() => void) | undefined;
  #issuing: Promise<void> = Promise.resolve();

  constructor(ground: DeskGround, people: People) {
    this.#ground = ground;
    this.annexes = new ApplicationAnnexes(ground);
    this.reader = new ApplicationReader(ground, people);
  }

  /** Takes up what was signed just before the server ended, and waits for what will be. */
  async start(): Promise<void> {
    const { desk, service } = this.#ground;
    this.#stop = service.listen('now', ({ kind, id }) => {
      const application = kind === 'issued' ? this.#expected.get(id) : undefined;
      if (application !== undefined) this.#issuing = this.#issuing.then(() => this.issued(application, id));
    });
    const waiting = await desk.db.selectFrom('application').selectAll().where('expected', 'is not', null).execute();
    for (const { id, expected } of waiting) {
      if (expected === null) continue;
      this.#expected.set(expected, id);
      if ((await service.show(expected)) !== undefined) await this.issued(id, expected);
    }
  }

  async stop(): Promise<void> {
    this.#stop?.();
    await this.#issuing;
  }

  listen(listener: (change: ApplicationChange) => void): void {
    this.#listeners.add(listener);
  }

  /** What may be applied for here, and to whom it would go. */
  types(): readonly { readonly type: LoadedType; readonly to: readonly string[] }[] {
    const { catalogue, service } = this.#ground;
    const trust = service.trust();
    return catalogue.profiles
      .flatMap(({ name, types }) => Object.keys(types).map((type) => catalogue.type(name, type)))
      .filter((type) => type !== undefined)
      .filter((type) => mayApplyFor(type, service.id, trust))
      .map((type) => ({ type, to: usualRecipients(type, service.id, trust) }));
  }

  async begin(person: Person, profile: string, type: string, contents: Contents): Promise<ApplicationView | Refusal> {
    const { desk, now, random } = this.#ground;
    if (this.#typeOf(profile, type) instanceof Refusal) return refuse('record.unknown-type', { name: type }, '/type');
    const id = newId(random);
    const fault = await desk.db.transaction().execute(async (db) => {
      const { drafts } = await db
        .selectFrom('application')
        .select((eb) => eb.fn.countAll<number>().as('drafts'))
        .where('person', '=', person.id)
        .where('state', '=', 'draft')
        .executeTakeFirstOrThrow();
      if (drafts >= maxDrafts) return refuse('input.too-large', { limit: maxDrafts });
      const last = await db.selectFrom('application').select('serial').orderBy('serial', 'desc').executeTakeFirst();
      const time = now();
      await db
        .insertInto('application')
        .values({
          id,
          serial: (last?.serial ?? 0) + 1,
          person: person.id,
          profile,
          type,
          state: 'draft',
          revision: 1,
          contents: JSON.stringify(contents),
          edition: 0,
          officer: null,
          expected: null,
          record: null,
          created: time,
          changed: time,
        })
        .execute();
      return undefined;
    });
    return fault ?? this.#shown(person, id);
  }

  /** What the applicant has typed so far. */
  async write(person: Person, id: string, revision: number, contents: Contents): Promise<ApplicationView | Refusal> {
    const row = await this.#row(id);
    if (row === undefined || row.person !== person.id) return refuse('desk.unknown');
    if (!mayWrite(row.state as ApplicationState)) return refuse('desk.out-of-turn');
    const stray = await this.annexes.unknown(id, contents);
    if (stray !== undefined) return stray;
    if (contents.about !== undefined && !(await this.#wasIssuedTo(person, contents.about)))
      return refuse('desk.unknown', {}, '/about');
    const kept = await this.#change(row, revision, { contents: JSON.stringify(contents) });
    return kept ?? this.#shown(person, id);
  }

  /** A draft that was never sent is nobody's business any more. */
  async remove(person: Person, id: string, revision: number): Promise<Refusal | undefined> {
    const row = await this.#row(id);
    if (row === undefined || row.person !== person.id) return refuse('desk.unknown');
    if (row.state !== 'draft') return refuse('desk.out-of-turn');
    return this.#ground.desk.db.transaction().execute(async (db) => {
      const gone = await db
        .deleteFrom('application')
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('state', '=', 'draft')
        .executeTakeFirst();
      if (Number(gone.numDeletedRows) === 0) return refuse('desk.changed-elsewhere');
      await db.deleteFrom('application_annex').where('application', '=', id).execute();
      return undefined;
    });
  }

  /** Of the contents alone: see `contentsFindings`. */
  async findings(person: Person, id: string): Promise<{ profile: string; findings: readonly Finding[] } | Refusal> {
    const row = await this.#row(id);
    if (row === undefined || row.person !== person.id) return refuse('desk.unknown');
    const type = this.#typeOf(row.profile, row.type);
    if (type instanceof Refusal) return type;
    const { service, now } = this.#ground;
    const office = { institution: service.id, trust: service.trust(), time: now() };
    return { profile: row.profile, findings: contentsFindings(type, readContents(row.contents), office) };
  }

  async act(person: Person, id: string, { act, revision, text }: Act): Promise<ApplicationView | Rejected | Refusal> {
    const row = await this.#row(id);
    const side = row && sideOf(person, row);
    if (row === undefined || side === undefined) return refuse('desk.unknown');
    const state = next(row.state as ApplicationState, act, side);
    if (state instanceof Refusal) return state;
    if ((act === 'query' || act === 'decline') && (text ?? '').trim() === '')
      return refuse('input.missing-member', { name: 'text' }, '/text');
    const sends = act === 'send' || act === 'answer';
    if (sends) {
      const found = await this.findings(person, id);
      if (found instanceof Refusal) return found;
      if (found.findings.some(({ severity }) => severity === 'refuse')) return new Rejected(found.findings);
      await this.annexes.handOver(id, readContents(row.contents));
    }
    const kept = await this.#change(
      row,
      revision,
      {
        state,
        ...(act === 'take' && { officer: person.id }),
        ...(sends && { edition: row.edition + 1 }),
      },
      { act, person, side, text: text ?? null },
    );
    return kept ?? this.#shown(person, id);
  }

  /**
   * Asked before a record is prepared for an application, and told its id before it is issued: from then on its
   * appearance makes the application issued, also when the server ends in between.
   */
  async expect(id: string, profile: string, type: string, record?: string): Promise<Refusal | undefined> {
    const row = await this.#row(id);
    if (row === undefined || row.state === 'draft') return refuse('desk.unknown', {}, '/application');
    if (row.profile !== profile || row.type !== type)
      return refuse('input.bad-value', { name: 'application' }, '/application');
    if (row.state !== 'taken' && row.state !== 'ready') return refuse('desk.out-of-turn', {}, '/application');
    if (record === undefined) return undefined;
    if (row.expected !== null) this.#expected.delete(row.expected);
    this.#expected.set(record, id);
    await this.#ground.desk.db.updateTable('application').set({ expected: record }).where('id', '=', id).execute();
    return undefined;
  }

  async issued(id: string, record: string): Promise<void> {
    this.#expected.delete(record);
    const row = await this.#row(id);
    if (row === undefined || row.record !== null) return;
    const state = next(row.state as ApplicationState, 'issue', 'server');
    if (state instanceof Refusal) return;
    const done = { act: 'issue', person: undefined, side: 'server', text: null } as const;
    const late = await this.#change(row, row.revision, { state, record, expected: null }, done);
    // Someone acted in between: what was signed stands all the same.
    if (late !== undefined) await this.issued(id, record);
  }

  /** The record that was issued for it; a refusal says nothing of whether the application is there. */
  async recordOf(person: Person, id: string): Promise<string | Refusal> {
    const row = await this.#row(id);
    if (row === undefined || sideOf(person, row) === undefined || row.record === null) return refuse('desk.unknown');
    return row.record;
  }

  /** All or nothing, and only upon the revision that the one who acts has seen. */
  async #change(
    row: ApplicationTable,
    revision: number,
    change: Partial<ApplicationTable>,
    done?: { act: ApplicationAct; person: Person | undefined; side: string; text: string | null },
  ): Promise<Refusal | undefined> {
    if (row.revision !== revision) return refuse('desk.changed-elsewhere');
    const { desk, now } = this.#ground;
    const time = now();
    const fault = await desk.db.transaction().execute(async (db) => {
      const result = await db
        .updateTable('application')
        .set({ ...change, revision: revision + 1, changed: time })
        .where('id', '=', row.id)
        .where('revision', '=', revision)
        .where('state', '=', row.state)
        .executeTakeFirst();
      if (Number(result.numUpdatedRows) === 0) return refuse('desk.changed-elsewhere');
      if (done === undefined) return undefined;
      const { edition } = change;
      if (edition !== undefined)
        await db
          .insertInto('application_edition')
          .values({ application: row.id, edition, time, contents: row.contents })
          .execute();
      await db
        .insertInto('application_event')
        .values({
          application: row.id,
          time,
          act: done.act,
          state: change.state ?? row.state,
          person: done.person?.id ?? null,
          name: done.person?.name ?? '',
          side: done.side,
          text: done.text,
          edition: edition ?? null,
        })
        .execute();
      return undefined;
    });
    if (fault === undefined && done !== undefined) this.#tell({ ...row, ...change }, done.act, time);
    return fault;
  }

  #tell(row: ApplicationTable, act: ApplicationAct, time: number): void {
    const change: ApplicationChange = {
      id: row.id,
      number: numberOf(row),
      act,
      state: row.state as ApplicationState,
      time,
      applicant: row.person,
      ...(row.officer !== null && { officer: row.officer }),
    };
    for (const listener of this.#listeners) listener(change);
  }

  async #shown(person: Person, id: string): Promise<ApplicationView | Refusal> {
    return (await this.reader.show(person, id)) ?? refuse('desk.unknown');
  }

  async #wasIssuedTo(person: Person, record: string): Promise<boolean> {
    const row = await this.#ground.desk.db
      .selectFrom('application')
      .select('id')
      .where('record', '=', record)
      .where('person', '=', person.id)
      .executeTakeFirst();
    return row !== undefined;
  }

  #typeOf(profile: string, name: string): LoadedType | Refusal {
    const { catalogue, service } = this.#ground;
    const type = catalogue.type(profile, name);
    return type && mayApplyFor(type, service.id, service.trust())
      ? type
      : refuse('record.unknown-type', { name: `${profile}/${name}` });
  }

  #row(id: string): Promise<ApplicationTable | undefined> {
    return this.#ground.desk.db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
  }
}
