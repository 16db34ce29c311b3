/**
 * What is signed before a period: the digest of a fresh secret. The secret is on disk before the record that commits to it is
 * issued, and leaves this file in a draw alone until its period is over. A start after a crash goes on with what was not
 * issued yet; the key of the request keeps it from being issued twice.
 */
import { hash } from 'node:crypto';
import { drawing, secretDigest, secretLength, settingsDigest } from '../../../kernel/exchange/selection-draw.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Commitment } from '../../../kernel/selection.ts';
import { currentInstitutions } from '../../../kernel/trust/lookup.ts';
import { Rejected } from '../../institution/service.ts';
import type { SelectionCommitmentRow } from '../../store/desk/selection.ts';
import type { DeskGround } from '../desk.ts';
import type { NamedSelection } from './named-selections.ts';
import type { Settings } from './settings.ts';

/** A commitment as pages show it. Times in ms since 1970. */
export interface CommitmentView {
  readonly number: number;
  readonly version: number;
  readonly from: number;
  readonly until: number;
  /** Hex id; absent while it is not issued. */
  readonly record?: string;
  /** There was nobody to tell. */
  readonly alone: boolean;
  /** When each institution that it was sent to had it. */
  readonly receipts: readonly { readonly institution: string; readonly time?: number }[];
}

/** What is in force for one record. */
export interface InForce {
  readonly number: number;
  readonly version: number;
  /** The record's issuer had cosigned it before. */
  readonly proved: boolean;
  draw(record: string, root: Uint8Array): Uint8Array;
}

interface Held extends SelectionCommitmentRow {
  /** By institution, once known. */
  readonly receipts: Map<string, number>;
  /** When it was last refused here, ms. */
  refused?: number;
  /** To whom it was sent, once that was asked. */
  recipients?: readonly string[];
  drawing?: ReturnType<typeof drawing>;
}

type Ground = Pick<DeskGround, 'desk' | 'service' | 'crypto' | 'random' | 'now' | 'logger'>;

/** The next one is issued when so much of the period is left, ms, a fourth at most; until then new settings act at once. */
const leastRest = 3_600_000;
const shown = 200;
/** After a refusal it is not tried again for so long, ms. */
const pause = 60_000;

export class Commitments {
  readonly #ground: Ground;
  readonly #named: NamedSelection;
  readonly #settings: Settings;
  #held: Held[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(ground: Ground, named: NamedSelection, settings: Settings) {
    this.#ground = ground;
    this.#named = named;
    this.#settings = settings;
  }

  async start(): Promise<void> {
    const rows = await this.#ground.desk.db
      .selectFrom('selection_commitment')
      .selectAll()
      .where('selection', '=', this.#named.id)
      .orderBy('number')
      .execute();
    this.#held = rows.map((row) => ({ ...row, receipts: new Map() }));
  }

  /** All that has to be committed to by now is on disk, and issued where that was possible. Faults are thrown. */
  ensure(): Promise<void> {
    const work = this.#work.then(() => this.#ensure());
    this.#work = work.catch(() => undefined);
    return work;
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#work;
  }

  /**
   * The last one in whose period the time lies and that the issuer had cosigned long enough before; else the first in whose
   * period it lies, not proved. So it never falls back on one channel. Undefined before the first of all.
   */
  async inForce(issuer: string, time: number): Promise<InForce | undefined> {
    const { lead } = this.#named.selection.commitment;
    const within = this.#held.filter(({ starts, ends }) => starts <= time && time < ends);
    for (const one of within.toReversed()) {
      const receipt = await this.#receipt(one, issuer);
      if (receipt !== undefined && receipt + lead * 1000 <= time) return this.#use(one, true);
    }
    const first = within[0] ?? this.#held.findLast(({ starts }) => starts <= time);
    return first && this.#use(first, false);
  }

  /** Newest first, without secrets. */
  async list(): Promise<readonly CommitmentView[]> {
    const newest = this.#held.slice(-shown).toReversed();
    return Promise.all(newest.map((one) => this.#view(one)));
  }

  /** The secret of one whose period is over; undefined for any other. */
  revealed(number: number): Readonly<SelectionCommitmentRow> | undefined {
    const one = this.#held.find((held) => held.number === number);
    return one && one.ends <= this.#ground.now() ? one : undefined;
  }

  recordOf(number: number): string | undefined {
    return this.#held.find((held) => held.number === number)?.record ?? undefined;
  }

  #use(one: Held, proved: boolean): InForce {
    one.drawing ??= drawing(one.secret, this.#ground.crypto);
    return { number: one.number, version: one.version, proved, draw: one.drawing };
  }

  async #view(one: Held): Promise<CommitmentView> {
    const { number, version, starts: from, ends: until, record, alone } = one;
    const view = { number, version, from, until, alone: alone === 1 };
    if (record === null) return { ...view, receipts: [] };
    return { ...view, record, receipts: await this.#receipts(one, record) };
  }

  /** Asked for until all are there. */
  async #receipts(one: Held, record: string): Promise<CommitmentView['receipts']> {
    if (one.recipients?.every((id) => one.receipts.has(id)) !== true) {
      const placements = (await this.#ground.service.show(record))?.placements ?? [];
      one.recipients = placements.map(({ recipient }) => recipient);
      for (const { recipient, receipt } of placements) if (receipt) one.receipts.set(recipient, receipt.time);
    }
    return (one.recipients ?? []).map((institution) => {
      const time = one.receipts.get(institution);
      return { institution, ...(time !== undefined && { time }) };
    });
  }

  /** When the institution cosigned the commitment, ms. */
  async #receipt(one: Held, institution: string): Promise<number | undefined> {
    const known = one.receipts.get(institution);
    if (known !== undefined || one.record === null) return known;
    await this.#receipts(one, one.record);
    return one.receipts.get(institution);
  }

  async #ensure(): Promise<void> {
    if (this.#settings.latest === 0) return;
    const now = this.#ground.now();
    const others = this.#others();
    const { period: seconds, lead } = this.#named.selection.commitment;
    const period = seconds * 1000;
    const rest = Math.min(period / 4, Math.max(6000 * lead, leastRest));
    const last = this.#held.at(-1);
    const begins = beginning(last, this.#settings.latest, others.length > 0, now, rest);
    if (begins !== undefined) await this.#add(begins, begins + period, others.length === 0);
    for (const one of this.#held) if (isDue(one, now, this.#held.at(-1))) await this.#issue(one, others);
  }

  async #add(starts: number, ends: number, alone: boolean): Promise<void> {
    const row: SelectionCommitmentRow = {
      selection: this.#named.id,
      number: (this.#held.at(-1)?.number ?? 0) + 1,
      version: this.#settings.latest,
      starts,
      ends,
      secret: this.#ground.random(secretLength),
      record: null,
      alone: alone ? 1 : 0,
    };
    await this.#ground.desk.db.insertInto('selection_commitment').values(row).execute();
    this.#held.push({ ...row, receipts: new Map() });
  }

  async #issue(one: Held, to: readonly string[]): Promise<void> {
    const { profile, id, selection } = this.#named;
    const { crypto, service, logger, desk } = this.#ground;
    const settings = await this.#settings.version(one.version);
    if (!settings || to.length === 0) return;
    const commitment: Commitment = {
      selection: id,
      from: one.starts,
      until: one.ends,
      secret: secretDigest(one.secret, crypto),
      settings: settingsDigest(settings.settings, one.secret, crypto),
    };
    const claims = selection.commitment.claims(commitment);
    // By the secret: a desk that was restored from an older copy counts again from there.
    const key = `selection ${id} ${commitment.secret}`;
    const draft = { profile, type: selection.commitment.type, to, claims, annexes: [] };
    const requestDigest = hash('sha256', key, 'hex');
    const issued = await service.issue({ ...draft, idempotency: { key, requestDigest } });
    if (issued instanceof Refusal || issued instanceof Rejected) {
      const codes = issued instanceof Refusal ? [issued.code] : issued.findings.map(({ code }) => code);
      one.refused = this.#ground.now();
      logger.warn({ selection: id, number: one.number, codes }, 'a commitment was not issued');
      return;
    }
    const record = issued.record.id;
    await desk.db
      .updateTable('selection_commitment')
      .set({ record })
      .where('selection', '=', id)
      .where('number', '=', one.number)
      .execute();
    one.record = record;
  }

  #others(): readonly string[] {
    const { service } = this.#ground;
    const { sentTo } = this.#named.selection.commitment;
    return currentInstitutions(service.trust())
      .filter(({ id, functions }) => id !== service.id && (sentTo === '*' || functions.has(sentTo)))
      .map(({ id }) => id)
      .sort();
  }
}

function isDue(one: Held, now: number, last: Held | undefined): boolean {
  const { record, alone, ends, refused } = one;
  if (record !== null || alone === 1 || (ends <= now && one !== last)) return false;
  return refused === undefined || Math.abs(now - refused) >= pause;
}

/** When a new one has to begin, ms, whole seconds; undefined while there is one that will do. */
function beginning(
  last: Held | undefined,
  version: number,
  told: boolean,
  now: number,
  rest: number,
): number | undefined {
  const second = Math.floor(now / 1000) * 1000;
  if (!last) return second;
  // None begins before the one before it.
  if (last.version !== version || (last.alone === 1 && told)) return Math.max(last.starts, second);
  // What its rules refuse, as behind one that a restored desk does not know of, would act never.
  if (last.record === null && last.refused !== undefined && now - last.starts >= rest) return second;
  return last.ends - now <= rest ? Math.max(last.ends, second) : undefined;
}
