/** How this institution chooses among the records that it receives: settings, commitments, choices, and what officers change. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Finding, Text } from '../../../kernel/finding.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Selected } from '../../../kernel/selection.ts';
import { Rejected } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';
import { Choosing } from './choosing.ts';
import { Commitments, type CommitmentView } from './commitments.ts';
import { Deciding } from './deciding.ts';
import { Decisions } from './decisions.ts';
import { Follower } from './follower.ts';
import { choiceOf } from './groups.ts';
import { declared, type Listed, type NamedSelection, selectionsOf } from './named-selections.ts';
import { periodFile } from './period-file.ts';
import { type Preview, preview } from './preview.ts';
import { Reroutes, type RerouteView } from './reroutes.ts';
import { Settings, type SettingsHead, type SettingsVersion } from './settings.ts';
import { ChosenSums, type Sums } from './sums.ts';

interface Running {
  readonly named: NamedSelection;
  readonly settings: Settings;
  readonly commitments: Commitments;
  readonly follower: Follower;
  readonly decisions: Decisions;
  readonly sums: ChosenSums;
}

export interface SelectionView {
  /** `profile/name`. */
  readonly id: string;
  readonly profile: string;
  readonly name: string;
  readonly title: Text;
  readonly types: readonly string[];
  /** Strictest first. */
  readonly outcomes: readonly Listed[];
  readonly grounds: readonly Listed[];
  readonly schema: JsonObject;
  /** Seconds. */
  readonly period: number;
  /** Undefined before anything was saved. */
  readonly settings?: SettingsVersion;
  readonly versions: readonly SettingsHead[];
  /** Newest first. */
  readonly commitments: readonly (CommitmentView & { readonly over: boolean; readonly sums: Sums })[];
}

export interface ChoiceView extends Selected {
  readonly selection: string;
  readonly title: Text;
  readonly outcomes: SelectionView['outcomes'];
  readonly grounds: SelectionView['grounds'];
  /** False where the sender had not cosigned a commitment before. */
  readonly proved: boolean;
  readonly rerouted: readonly RerouteView[];
}

/** How long who asks waits for what is not chosen yet, ms. */
const patience = 300;

export class Selections {
  readonly deciding: Deciding;
  readonly #ground: DeskGround;
  readonly #running = new Map<string, Running>();
  readonly #reroutes: Reroutes;

  constructor(ground: DeskGround) {
    this.#ground = ground;
    this.#reroutes = new Reroutes(ground);
    this.deciding = new Deciding(() => this.#running.values(), ground.logger);
  }

  /** True where the institution chooses at all. */
  get isNeeded(): boolean {
    return this.#running.size > 0;
  }

  async start(): Promise<void> {
    for (const named of await selectionsOf(this.#ground)) {
      const settings = new Settings(this.#ground, named);
      const commitments = new Commitments(this.#ground, named, settings);
      const choosing = new Choosing(this.#ground, named, settings, commitments);
      const decisions = new Decisions(this.#ground, named);
      const follower = new Follower(this.#ground, named, commitments, choosing, decisions);
      await settings.start();
      await commitments.start();
      await follower.start();
      this.#running.set(named.id, {
        named,
        settings,
        commitments,
        follower,
        decisions,
        sums: new ChosenSums(this.#ground.desk, named.id),
      });
    }
  }

  async stop(): Promise<void> {
    for (const { follower, commitments } of this.#running.values()) {
      await follower.stop();
      await commitments.idle();
    }
  }

  /** Resolves when what is due by now is committed to, and what is here is chosen. */
  async takeUp(): Promise<void> {
    const followers = [...this.#running.values()].map(({ follower }) => follower);
    // A round that is under way may have begun before.
    for (let round = 0; round < 2; round++) await Promise.all(followers.map((follower) => follower.takeUp()));
  }

  async list(): Promise<readonly SelectionView[]> {
    return Promise.all([...this.#running.values()].map((one) => this.#view(one)));
  }

  async version(id: string, version: number): Promise<SettingsVersion | undefined> {
    return this.#running.get(id)?.settings.version(version);
  }

  /** Saved, and committed to as far as that could be done at once. */
  async save(
    id: string,
    person: Person,
    revision: number,
    settings: JsonObject,
    reason: string,
  ): Promise<SettingsVersion | Rejected | Refusal> {
    const one = this.#running.get(id);
    if (!one) return refuse('request.not-found');
    const saved = await one.settings.save(person, revision, settings, reason);
    if ('version' in saved)
      await one.commitments.ensure().catch((fault: unknown) => {
        this.#ground.logger.error({ err: fault, selection: id }, 'a commitment will be tried again');
      });
    return saved;
  }

  /** With what `check` finds that does not refuse. */
  async preview(
    id: string,
    draft: JsonObject,
    records: number,
  ): Promise<(Preview & { readonly findings: readonly Finding[] }) | Rejected | Refusal> {
    const one = this.#running.get(id);
    if (!one) return refuse('request.not-found');
    const findings = one.settings.check(draft);
    if (findings.some(({ severity }) => severity === 'refuse')) return new Rejected(findings);
    return { ...(await preview(this.#ground, one.named, one.settings, draft, records)), findings };
  }

  /** By name of the selection, as panels see it. */
  async selectionsOf(record: string): Promise<Readonly<Record<string, Selected>>> {
    const choices = await this.choices(record);
    return Object.fromEntries(
      choices.map(({ selection, outcome, ground, criterion, at, rerouted }): [string, Selected] => [
        selection.slice(selection.indexOf('/') + 1),
        {
          outcome,
          ground,
          ...(criterion !== undefined && { criterion }),
          at,
          rerouted: rerouted.map((one) => ({ outcome: one.outcome, reason: one.reason, at: one.at })),
        },
      ]),
    );
  }

  /** What the record was chosen for. */
  async choices(record: string): Promise<readonly ChoiceView[]> {
    if (this.#running.size === 0) return [];
    const rows = await this.#rows(record);
    // One that came a moment ago is waited for; one that is not chosen from costs that moment at most.
    if (rows.length === 0 && (await this.#isExpected(record))) rows.push(...(await this.#rows(record)));
    if (rows.length === 0) return [];
    const rerouted = await this.#reroutes.of(record);
    return rows.flatMap((row): ChoiceView[] => {
      const one = this.#running.get(row.selection);
      if (!one) return [];
      const { title } = one.named.selection;
      return [
        {
          selection: row.selection,
          title,
          ...declared(one.named),
          ...choiceOf(row),
          at: row.at,
          proved: row.proved === 1,
          rerouted: rerouted
            .filter(({ selection }) => selection === row.selection)
            .map(({ outcome, reason, at, role }) => ({ outcome, reason, at, role })),
        },
      ];
    });
  }

  /** By record: what it is chosen for now, as lists show it. At most a few hundred at once. */
  async outcomesOf(records: readonly string[]): Promise<ReadonlyMap<string, readonly Text[]>> {
    const outcomes = new Map<string, Text[]>();
    if (this.#running.size === 0 || records.length === 0) return outcomes;
    const rows = await this.#ground.desk.db
      .selectFrom('selection_choice')
      .select(['record', 'selection', 'outcome'])
      .where('record', 'in', [...records])
      .orderBy('selection')
      .execute();
    const rerouted = await this.#reroutes.last(rows.map(({ record }) => record));
    for (const { record, selection, outcome } of rows) {
      const declared = this.#running.get(selection)?.named.selection.outcomes;
      const title = declared?.[rerouted.get(`${selection} ${record}`) ?? outcome];
      if (title) outcomes.set(record, [...(outcomes.get(record) ?? []), title]);
    }
    return outcomes;
  }

  async reroute(
    id: string,
    record: string,
    outcome: string,
    reason: string,
    person: Person,
  ): Promise<RerouteView | Refusal> {
    const one = this.#running.get(id);
    if (!one) return refuse('request.not-found');
    return this.deciding.inTurn(record, async () => {
      await one.decisions.settle([record]);
      return this.#reroutes.add(one.named, record, outcome, reason, person);
    });
  }

  /** The auditor's file, in pieces of its text; undefined before the commitment's period is over. */
  async file(id: string, number: number): Promise<AsyncIterable<string> | undefined> {
    const one = this.#running.get(id);
    if (!one) return undefined;
    await one.follower.takeUp();
    const row = one.commitments.revealed(number);
    const settings = row && (await one.settings.version(row.version));
    return row && settings && periodFile(this.#ground, one.named, one.commitments, row, settings.settings);
  }

  async #view({ named, settings, commitments, sums }: Running): Promise<SelectionView> {
    const { id, profile, name, selection } = named;
    const now = this.#ground.now();
    const latest = await settings.version(settings.latest);
    const shown = await commitments.list();
    const counted = await sums.of(shown, now - selection.commitment.period * 1000);
    return {
      id,
      profile,
      name,
      title: selection.title,
      types: selection.types,
      ...declared(named),
      schema: selection.settings,
      period: selection.commitment.period,
      ...(latest && { settings: latest }),
      versions: await settings.versions(),
      commitments: shown.map((one) => ({
        ...one,
        over: one.until <= now,
        sums: counted.get(one.number) ?? {},
      })),
    };
  }

  #rows(record: string) {
    return this.#ground.desk.db
      .selectFrom('selection_choice')
      .select(['selection', 'outcome', 'ground', 'criterion', 'proved', 'at'])
      .where('record', '=', record)
      .orderBy('selection')
      .execute();
  }

  /** True when it may have been chosen meanwhile. */
  async #isExpected(record: string): Promise<boolean> {
    const row = await this.#ground.records.db
      .selectFrom('record')
      .select(['profile', 'type', 'direction'])
      .where('id', '=', Uint8Array.fromHex(record))
      .executeTakeFirst();
    const name = `${row?.profile}/${row?.type}`;
    const fitting = [...this.#running.values()].filter(({ named }) => named.of.includes(name));
    if (row?.direction !== 'received' || fitting.length === 0) return false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    // A round under way may have looked before the record came.
    const chosen = fitting.map(({ follower }) => follower.takeUp().then(() => follower.takeUp()));
    await Promise.race([Promise.all(chosen), late]);
    clearTimeout(timer);
    return true;
  }
}
