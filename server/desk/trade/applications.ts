/** Applications of one institution: written by traders, examined by officers, each change named by what it changes. */
import type { LoadedType } from '../../../kernel/catalogue.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { Rejected } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { newId } from '../people/secret.ts';
import {
  type ApplicationAct,
  type ApplicationState,
  applicationStates,
  type Contents,
  mayWrite,
  next,
  readContents,
  turnOf,
} from './application.ts';
import { ApplicationAnnexes } from './application-annexes.ts';
import { ApplicationReader } from './application-reader.ts';
import { type ApplicationChange, ApplicationStore } from './application-store.ts';
import { type ApplicationView, sideOf } from './application-view.ts';
import { contentsFindings, mayApplyFor, usualRecipients } from './contents-findings.ts';
import { ExpectedRecords } from './expected-records.ts';
import { OfficePart } from './office-claims.ts';
import { OwnRecords } from './own-records.ts';

export interface Act {
  readonly act: Exclude<ApplicationAct, 'issue'>;
  readonly revision: number;
  readonly text?: string;
}

/** Not yet over, for one person: enough for anybody who works, too few to fill a disk or a desk. */
const maxOpen = 500;
const openStates = applicationStates.filter((state) => turnOf(state) !== undefined);

export class Applications {
  readonly expected: ExpectedRecords;
  readonly annexes: ApplicationAnnexes;
  readonly reader: ApplicationReader;
  readonly office: OfficePart;
  readonly records: OwnRecords;
  readonly #ground: DeskGround;
  readonly #store: ApplicationStore;

  constructor(ground: DeskGround, people: People) {
    this.#ground = ground;
    this.#store = new ApplicationStore(ground);
    this.expected = new ExpectedRecords(ground, this.#store);
    this.annexes = new ApplicationAnnexes(ground);
    this.office = new OfficePart(ground);
    this.records = new OwnRecords(ground);
    this.reader = new ApplicationReader(ground, people, this.office);
  }

  listen(listener: (change: ApplicationChange) => void): void {
    this.#store.listen(listener);
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
      const { open } = await db
        .selectFrom('application')
        .select((eb) => eb.fn.countAll<number>().as('open'))
        .where('person', '=', person.id)
        .where('state', 'in', openStates)
        .executeTakeFirstOrThrow();
      if (open >= maxOpen) return refuse('input.too-large', { limit: maxOpen });
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
    const row = await this.#store.find(id);
    if (row === undefined || row.person !== person.id) return refuse('desk.unknown');
    if (!mayWrite(row.state as ApplicationState)) return refuse('desk.out-of-turn');
    const stray = await this.annexes.unknown(id, contents);
    if (stray !== undefined) return stray;
    if (contents.about !== undefined && !(await this.#wasIssuedTo(person, contents.about)))
      return refuse('desk.unknown', {}, '/about');
    const kept = await this.#store.change(row, revision, { contents: JSON.stringify(contents) });
    return kept ?? this.#shown(person, id);
  }

  /** A draft that was never sent is nobody's business any more. */
  async remove(person: Person, id: string, revision: number): Promise<Refusal | undefined> {
    const row = await this.#store.find(id);
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
    const row = await this.#store.find(id);
    if (row === undefined || row.person !== person.id) return refuse('desk.unknown');
    const type = this.#typeOf(row.profile, row.type);
    if (type instanceof Refusal) return type;
    const { service, now } = this.#ground;
    const office = { institution: service.id, trust: service.trust(), time: now() };
    return { profile: row.profile, findings: contentsFindings(type, readContents(row.contents), office) };
  }

  /**
   * Of what an officer would sign for it, with all that the institution holds. What is left to the office and missing is
   * told; rules that do not need it are asked all the same.
   */
  async check(
    person: Person,
    id: string,
    { claims, to }: Pick<Contents, 'claims' | 'to'>,
  ): Promise<{ profile: string; findings: readonly Finding[] } | Refusal> {
    const row = await this.#store.find(id);
    if (row === undefined || sideOf(person, row) !== 'office') return refuse('desk.unknown');
    const sent = await this.reader.edition(id, row.edition);
    const { profile, type } = row;
    const loaded = this.#typeOf(profile, type);
    if (loaded instanceof Refusal) return loaded;
    if (sent === undefined) return refuse('desk.unknown');
    const { annexes, about } = sent;
    const draft = { profile, type, to, claims, annexes, ...(about !== undefined && { about }) };
    return { profile, findings: await this.#ground.service.check(draft, loaded.declaration.leftToOffice) };
  }

  async act(person: Person, id: string, { act, revision, text }: Act): Promise<ApplicationView | Rejected | Refusal> {
    const row = await this.#store.find(id);
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
    const kept = await this.#store.change(
      row,
      revision,
      {
        state,
        ...(act === 'take' && { officer: person.id }),
        ...(sends && { edition: row.edition + 1 }),
      },
      { act, person, side, ...(text !== undefined && { text }) },
    );
    return kept ?? this.#shown(person, id);
  }

  /** The record that was issued for it; a refusal says nothing of whether the application is there. */
  async recordOf(person: Person, id: string): Promise<string | Refusal> {
    const row = await this.#store.find(id);
    if (row === undefined || sideOf(person, row) === undefined || row.record === null) return refuse('desk.unknown');
    return row.record;
  }

  /** The same for whoever applied, and nobody else. */
  async ownRecordOf(person: Person, id: string): Promise<string | Refusal> {
    const row = await this.#store.find(id);
    if (row === undefined || row.person !== person.id || row.record === null) return refuse('desk.unknown');
    return row.record;
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
}
