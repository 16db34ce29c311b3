/**
 * What a selection is set to, in versions that stay: what was chosen under an old one can be chosen again. The settings are
 * the institution's own and go to nobody else.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Selector } from '../../../kernel/selection.ts';
import { claimFinding } from '../../institution/draft-contents.ts';
import { Rejected } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';
import type { NamedSelection } from './named-selections.ts';

export interface SettingsHead {
  readonly version: number;
  /** Of who saved it; empty for what the server began with. */
  readonly name: string;
  readonly reason: string;
  /** Ms since 1970. */
  readonly time: number;
}

export interface SettingsVersion extends SettingsHead {
  readonly settings: JsonObject;
}

type Ground = Pick<DeskGround, 'desk' | 'now' | 'service'>;

const shownVersions = 200;

export class Settings {
  readonly #ground: Ground;
  readonly #named: NamedSelection;
  readonly #selectors = new Map<number, Selector>();
  #latest: number | undefined;

  constructor(ground: Ground, named: NamedSelection) {
    this.#ground = ground;
    this.#named = named;
  }

  /** The latest version; 0 while there is none. */
  get latest(): number {
    return this.#latest ?? 0;
  }

  async start(): Promise<void> {
    const { selection, id } = this.#named;
    const row = await this.#ground.desk.db
      .selectFrom('selection_version')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('selection', '=', id)
      .executeTakeFirst();
    this.#latest = Number(row?.version ?? 0);
    const { demonstration } = selection;
    if (this.#latest > 0 || demonstration === undefined || !this.#ground.service.demonstration) return;
    await this.#insert(demonstration, null, '', '');
  }

  /** What must be mended, or looked at. */
  check(settings: JsonObject): readonly Finding[] {
    const faults = this.#named.keeps(settings);
    return faults ? faults.map(claimFinding) : this.#named.selection.check(settings);
  }

  /** `revision`: the version that was read. */
  async save(
    person: Person,
    revision: number,
    settings: JsonObject,
    reason: string,
  ): Promise<SettingsVersion | Rejected | Refusal> {
    const findings = this.check(settings);
    if (findings.some(({ severity }) => severity === 'refuse')) return new Rejected(findings);
    if (revision !== this.latest) return refuse('desk.changed-elsewhere', { number: this.latest });
    return this.#insert(settings, person.id, person.name, reason);
  }

  async #insert(settings: JsonObject, person: string | null, name: string, reason: string): Promise<SettingsVersion> {
    const version = this.latest + 1;
    // Before the row is written, so that of two that save at once one alone goes on.
    this.#latest = version;
    const time = this.#ground.now();
    const { id: selection } = this.#named;
    try {
      await this.#ground.desk.db
        .insertInto('selection_version')
        .values({ selection, version, settings: JSON.stringify(settings), person, name, reason, time })
        .execute();
    } catch (fault) {
      this.#latest = version - 1;
      throw fault;
    }
    return { version, name, reason, time, settings };
  }

  /** Newest first. */
  async versions(): Promise<readonly SettingsHead[]> {
    return this.#ground.desk.db
      .selectFrom('selection_version')
      .select(['version', 'name', 'reason', 'time'])
      .where('selection', '=', this.#named.id)
      .orderBy('version', 'desc')
      .limit(shownVersions)
      .execute();
  }

  async version(version: number): Promise<SettingsVersion | undefined> {
    const row = await this.#ground.desk.db
      .selectFrom('selection_version')
      .select(['version', 'name', 'reason', 'time', 'settings'])
      .where('selection', '=', this.#named.id)
      .where('version', '=', version)
      .executeTakeFirst();
    return row && { ...row, settings: JSON.parse(row.settings) as JsonObject };
  }

  async selector(version: number): Promise<Selector> {
    const known = this.#selectors.get(version);
    if (known) return known;
    const held = await this.version(version);
    if (!held) throw new Error(`no version ${version} of ${this.#named.id}`);
    const selector = this.#named.selection.selector(held.settings);
    this.#selectors.set(version, selector);
    return selector;
  }
}
