/** One institution at work: its single writer, its deliveries, and the questions it answers. */
import type { Logger } from 'pino';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Carried } from '../../kernel/paper/code.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { acceptPart } from '../../kernel/trust/accept-part.ts';
import { acceptTerms } from '../../kernel/trust/accept-terms.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { InstitutionKeys } from '../keys.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import { accountHistory } from './account-history.ts';
import { answerIn, answerPostings } from './answers.ts';
import { arriveIn } from './arrive.ts';
import { headOf } from './channel-head.ts';
import { announceTrust, ensureChannels } from './channels.ts';
import type { Core } from './core.ts';
import { Delivery } from './delivery.ts';
import { type DraftAccount, draftAccounts } from './draft-accounts.ts';
import { carriedRecord, gatherEvidence } from './evidence-pieces.ts';
import { ExchangeClient } from './exchange-client.ts';
import { type OpeningReason, openGenerationIn } from './generation.ts';
import { inOrder, issueIn, rowsOfDraft, viewOfPlaced } from './issue.ts';
import { Listeners } from './listeners.ts';
import { tileAtPath } from './log-reader.ts';
import { type Look, lookAll } from './needs.ts';
import { type PanelQuery, type PanelView, panelsOf } from './panels.ts';
import { type PreparedRecord, PreparedRecords } from './prepared-records.ts';
import { type PublicRecord, publicRecord, type RecordAsked } from './public-record.ts';
import { ask } from './questions.ts';
import { missingAnnexes, readBatch } from './read-batch.ts';
import { type ReceivedPiece, type ReceivedQuery, receivedRecords } from './received.ts';
import { takeUpNewVersions } from './release.ts';
import { type Said, type SaidQuery, saidRecords } from './said.ts';
import { Sequencer } from './sequencer.ts';
import {
  type AccountLine,
  type Answered,
  type Approval,
  type BatchAnswer,
  Changed,
  type ChangeEvent,
  type ChannelView,
  type DraftRequest,
  type IncomingBatch,
  type InstitutionService,
  type Issued,
  type KeyQuery,
  type ListQuery,
  type Page,
  type Prepared,
  type RecordLine,
  type RecordView,
  type RegisterHistory,
  type RegisterLine,
  Rejected,
  type SignalLine,
  type SignalQuery,
} from './service.ts';
import { listSignals } from './signals.ts';
import { preparedView, prepareIn, signIn } from './signing.ts';
import { Stage } from './stage.ts';
import { type Stated, type StatedQuery, statedRecords } from './stated.ts';
import { StatusListCopies } from './status-copies.ts';
import { openList } from './status-entries.ts';
import { OwnStatusLists } from './status-lists.ts';
import { listLedger, listRegister, registerHistory } from './sums.ts';
import { changeTrust } from './trust-change.ts';
import { linesOf, listTurns, type TurnLine, type TurnQuery } from './turns.ts';
import { findingsOfUnfinished } from './unfinished.ts';
import { listChannels, listRecords, showRecord } from './views.ts';
import { whatIf } from './what-if.ts';
import type { WhatIf } from './what-if-answer.ts';

export interface InstitutionOptions {
  readonly id: string;
  readonly store: SqliteStore;
  readonly keys: InstitutionKeys;
  /** The list as the data folder holds it; a newer one in the database wins. */
  readonly trust: TrustList;
  readonly catalogue: Catalogue;
  readonly crypto: Crypto;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Told of every newer trust list once it is on disk in the database. */
  readonly onTrust?: (trust: TrustList) => void;
}

/** How often the text index takes in new records, ms, and how many at once. */
const indexPause = 250;
const indexStep = 2000;

/** Questions of `whatIf` that may stand in line. */
const mostQuestions = 8;

function remember(stage: Stage, { idempotency }: DraftRequest, id: string): void {
  if (!idempotency) return;
  const { key, requestDigest } = idempotency;
  stage.rest.idempotency.push({ key, request_digest: requestDigest, id: Uint8Array.fromHex(id) });
}

export class Institution implements InstitutionService {
  readonly id: string;
  readonly #core: Core;
  readonly #sequencer: Sequencer;
  readonly #client: ExchangeClient;
  readonly #ownLists: OwnStatusLists;
  readonly #listCopies: StatusListCopies;
  readonly #deliveries = new Map<string, Delivery>();
  readonly #listeners: Listeners;
  readonly #options: InstitutionOptions;
  #indexer: NodeJS.Timeout | undefined;
  #indexing: Promise<void> | undefined;
  /** Ends when no question of `whatIf` is open. */
  #whatIf: Promise<unknown> = Promise.resolve();
  #questions = 0;
  #stopping = false;

  private constructor(options: InstitutionOptions, core: Core, seq: number) {
    const { clock, logger } = options;
    this.id = options.id;
    this.#options = options;
    this.#core = core;
    this.#listeners = new Listeners(core.store);
    this.#sequencer = new Sequencer(core, seq, clock, logger, (events, stage) => this.#committed(events, stage));
    this.#client = new ExchangeClient(core, clock);
    this.#ownLists = new OwnStatusLists(core, clock);
    this.#listCopies = new StatusListCopies(core, this.#sequencer, this.#client, logger, clock);
  }

  /** Reads everything back from the database. Nothing is delivered before `start`. */
  static async open(options: InstitutionOptions): Promise<Institution> {
    const { id, store, keys, catalogue, crypto, random, trust } = options;
    const top = await store.db
      .selectFrom('record')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .executeTakeFirst();
    const channels = await store.db.selectFrom('channel').selectAll().execute();
    const heads = new Map(channels.map((row) => [row.origin, headOf(row)]));
    const statusList = await openList(store, id);
    const prepared = new PreparedRecords();
    const core: Core = { id, store, keys, catalogue, crypto, random, trust, heads, statusList, prepared };
    return new Institution(options, core, (top?.seq ?? 0) + 1);
  }

  async start(): Promise<void> {
    await this.#sequencer.run(async (stage) => {
      await ensureChannels(this.#core, stage);
      await takeUpNewVersions(this.#core, stage);
      return () => undefined;
    });
    this.#startDeliveries();
    this.#indexer = setInterval(() => void this.#index(), indexPause);
  }

  /** Finishes what is being written, ends deliveries; the next start goes on from the receipts. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#indexer);
    this.#client.stop();
    await this.#listCopies.stop();
    await Promise.all([...this.#deliveries.values()].map((delivery) => delivery.stop()));
    await this.#sequencer.idle();
    await this.#indexing;
    await this.#whatIf;
    await this.#core.store.close();
  }

  get demonstration(): boolean {
    return this.#core.trust.pin.demonstration;
  }

  trust(): TrustList {
    return this.#core.trust;
  }

  async issue(given: DraftRequest): Promise<Issued | Rejected | Refusal> {
    const draft = inOrder(given);
    const outcome = await this.#sequencer.run<Issued | string | Rejected | Refusal>(
      async (stage) => {
        const known = draft.idempotency && (await this.#remembered(stage, draft.idempotency));
        if (known !== undefined) return () => known;
        const issued = await issueIn(this.#core, stage, draft);
        if (issued instanceof Rejected) return () => issued;
        await answerIn(this.#core, stage, issued.type, { ...issued.statement, id: issued.id });
        await answerPostings(this.#core, stage);
        remember(stage, draft, issued.id);
        return () => ({ record: viewOfPlaced(this.#core, stage, issued), replayed: false });
      },
      { needs: (now) => rowsOfDraft(this.#core, draft, now), ahead: true },
    );
    if (typeof outcome !== 'string') return outcome;
    const record = await this.show(outcome);
    if (!record) throw new Error(`issued record ${outcome} is not there`);
    return { record, replayed: true };
  }

  async prepare(given: DraftRequest): Promise<Prepared | Rejected | Refusal> {
    const core = this.#core;
    const draft = inOrder(given);
    let last: PreparedRecord | undefined;
    return this.#sequencer.run<Prepared | Rejected | Refusal>(
      async (stage) => {
        // The group before failed, and this one is worked on again.
        if (last) core.prepared.drop(last.fixed.id);
        const prepared = await prepareIn(core, stage, draft);
        if (prepared instanceof Rejected || prepared instanceof Refusal) return () => prepared;
        last = prepared;
        return () => preparedView(core, prepared);
      },
      { needs: (now) => rowsOfDraft(core, draft, now), ahead: true },
    );
  }

  async issuePrepared(id: string, approvals: readonly Approval[]): Promise<Issued | Changed | Rejected | Refusal> {
    const core = this.#core;
    const outcome = await this.#sequencer.run<string | Changed | Rejected | Refusal>(async (stage) => {
      if (stage.records.has(id) || (await this.jws(id)) !== undefined) return () => id;
      const prepared = core.prepared.find(id, stage.now);
      if (!prepared) return () => refuse('approval.expired');
      const { draft } = prepared;
      const known = draft.idempotency && (await this.#remembered(stage, draft.idempotency));
      if (known !== undefined) return () => known;
      const signed = await signIn(core, stage, prepared, approvals);
      // With other approvals it may still be signed.
      if (signed instanceof Refusal) return () => signed;
      const isSigned = !(signed instanceof Rejected || signed instanceof Changed);
      if (isSigned) remember(stage, draft, id);
      return () => {
        core.prepared.drop(id);
        return isSigned ? '' : signed;
      };
    });
    if (typeof outcome !== 'string') return outcome;
    const record = await this.show(outcome || id);
    if (!record) throw new Error(`issued record ${outcome || id} is not there`);
    return { record, replayed: outcome !== '' };
  }

  forgetPrepared(id: string): void {
    this.#core.prepared.drop(id);
  }

  /** The id of the record issued under this key before. */
  async #remembered(stage: Stage, { key, requestDigest }: NonNullable<DraftRequest['idempotency']>) {
    const row =
      stage.rest.idempotency.find((staged) => staged.key === key) ??
      stage.keysBefore.find((staged) => staged.key === key) ??
      (await this.#core.store.db.selectFrom('idempotency').selectAll().where('key', '=', key).executeTakeFirst());
    if (!row) return undefined;
    return row.request_digest === requestDigest ? row.id.toHex() : refuse('request.idempotency-conflict');
  }

  async check(draft: DraftRequest, left: readonly string[] = []): Promise<readonly Finding[]> {
    return findingsOfUnfinished(this.#core, this.#ownStage(), draft, left);
  }

  /** One at a time: each looks through thousands of records. */
  async whatIf(draft: DraftRequest): Promise<WhatIf | Rejected | Refusal> {
    if (this.#questions >= mostQuestions) return refuse('request.too-many');
    this.#questions += 1;
    const answer = this.#whatIf.then(() => {
      const stage = new Stage(this.#core.trust, this.#sequencer.seq, this.#options.clock(), this.#core.store.cache);
      return whatIf(this.#core, stage, draft);
    });
    this.#whatIf = answer
      .catch(() => undefined)
      .then(() => {
        this.#questions -= 1;
      });
    return answer;
  }

  async accounts(draft: DraftRequest): Promise<readonly DraftAccount[] | Rejected> {
    return draftAccounts(this.#core, this.#ownStage(), draft);
  }

  turns(query: TurnQuery): Promise<readonly TurnLine[]> {
    return listTurns(this.#core, query, this.#options.clock());
  }

  lines(seqs: readonly number[]): Promise<readonly RecordLine[]> {
    return linesOf(this.#core, seqs, this.#options.clock());
  }

  stated(query: StatedQuery): Promise<readonly Stated[]> {
    return statedRecords(this.#core, query);
  }

  said(query: SaidQuery): Promise<readonly Said[]> {
    return saidRecords(this.#core, query);
  }

  received(query: ReceivedQuery): Promise<ReceivedPiece> {
    return receivedRecords(this.#core, query);
  }

  look<T>(profile: string, looks: readonly Look<T>[]): Promise<readonly T[]> {
    return lookAll(this.#core, this.#ownStage(), profile, looks);
  }

  panels(id: string, query: PanelQuery): Promise<readonly PanelView[] | undefined> {
    return panelsOf(this.#core, this.#ownStage(), id, query);
  }

  /** Things as they stand, without a place in the writer's queue. */
  #ownStage(): Stage {
    return new Stage(this.#core.trust, this.#sequencer.seq, this.#options.clock(), this.#core.store.cache);
  }

  async storeAnnex(bytes: Uint8Array, mediaType: string): Promise<string> {
    const digest = this.#core.crypto.sha256(bytes);
    await this.#core.store.db
      .insertInto('annex')
      .values({ digest, media_type: mediaType, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return digest.toHex();
  }

  async annex(digest: string) {
    const row = await this.#core.store.db
      .selectFrom('annex')
      .selectAll()
      .where('digest', '=', Uint8Array.fromHex(digest))
      .executeTakeFirst();
    return row && { bytes: row.bytes, mediaType: row.media_type };
  }

  async list(query: ListQuery): Promise<Page<RecordLine>> {
    if (query.text !== undefined) await this.#index();
    return listRecords(this.#core, query, this.#options.clock());
  }

  show(id: string): Promise<RecordView | undefined> {
    return showRecord(this.#core, id, this.#options.clock());
  }

  async jws(id: string): Promise<string | undefined> {
    const row = await this.#core.store.db
      .selectFrom('record')
      .select('jws')
      .where('id', '=', Uint8Array.fromHex(id))
      .executeTakeFirst();
    return row?.jws;
  }

  carried(id: string): Promise<Carried | undefined> {
    return carriedRecord(this.#core, id);
  }

  publicRecord(asked: RecordAsked, code: string): Promise<PublicRecord | undefined> {
    return publicRecord(this.#core, asked, code);
  }

  evidence(id: string): Promise<JsonObject | Refusal> {
    return gatherEvidence(this.#core, id);
  }

  statusList(institution: string, number: number): Promise<string | undefined> {
    return institution === this.id ? this.#ownLists.signed(number) : this.#listCopies.kept(institution, number);
  }

  channels(): Promise<readonly ChannelView[]> {
    const errors = new Map<string, string>();
    for (const { origin, lastError } of this.#deliveries.values()) if (lastError) errors.set(origin, lastError);
    return listChannels(this.#core, errors);
  }

  register(name: string, query: KeyQuery): Promise<Page<RegisterLine> | Refusal> {
    return listRegister(this.#core, name, query);
  }

  registerHistory(name: string, query: KeyQuery, time?: number): Promise<Page<RegisterHistory> | Refusal> {
    return registerHistory(this.#core, name, query, time);
  }

  ask(name: string, parameters: Readonly<Record<string, Json>>, at: number): Promise<Answered | Rejected | Refusal> {
    return ask(this.#core, name, parameters, at);
  }

  ledger(name: string, query: KeyQuery): Promise<Page<AccountLine> | Refusal> {
    return listLedger(this.#core, name, query);
  }

  accountHistory(name: string, query: Parameters<InstitutionService['accountHistory']>[1]) {
    return accountHistory(this.#core, name, query);
  }

  signals(query: SignalQuery): Promise<Page<SignalLine>> {
    return listSignals(this.#core, query);
  }

  async receive(batch: IncomingBatch): Promise<BatchAnswer | Refusal> {
    const read = await readBatch(this.#core, batch, this.#options.clock());
    if (read instanceof Refusal) return read;
    const missing = await missingAnnexes(this.#core, read.entries);
    if (missing.length > 0) return { kind: 'annexes', missing };
    const answer = await this.#sequencer.run((stage) => arriveIn(this.#core, stage, read));
    const resumes =
      answer instanceof Refusal && (answer.code === 'exchange.not-next' || answer.code === 'exchange.shrinks');
    return resumes ? { kind: 'resume', size: Number(answer.detail['expected']), refusal: answer } : answer;
  }

  async checkpoint(origin: string): Promise<string | undefined> {
    const head = this.#core.heads.get(origin);
    if (!head) return undefined;
    const row = await this.#core.store.db
      .selectFrom('checkpoint')
      .select('note')
      .where('channel', '=', head.id)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.note;
  }

  async tile(origin: string, path: string): Promise<Uint8Array | undefined> {
    const head = this.#core.heads.get(origin);
    // Only what a cosigned checkpoint covers is served: a tile beyond it could still belong to no tree.
    return head && tileAtPath(this.#core.store, head.id, head.receipt.size, path, this.#core.crypto);
  }

  async misconduct(limit: number): Promise<readonly JsonObject[]> {
    const rows = await this.#core.store.db
      .selectFrom('misconduct')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ kind, at, evidence }) => ({ kind, at, evidence: JSON.parse(evidence) as JsonObject }));
  }

  listen(since: number | 'now', listener: (event: ChangeEvent) => void): () => void {
    return this.#listeners.add(since, listener);
  }

  /** A new national part or new terms of this side: in force here, and the next entry on every channel. */
  async publishTrust(kind: 'part' | 'terms', document: string): Promise<Refusal | undefined> {
    return this.#sequencer.run(async (stage) => {
      const accept = kind === 'part' ? acceptPart : acceptTerms;
      const accepted = accept(stage.trust, document, this.#core.crypto);
      if (accepted instanceof Refusal) return () => accepted;
      // The record that carries it still names the numbers that its recipients hold.
      await announceTrust(this.#core, stage, kind, document);
      if (accepted !== stage.trust) await changeTrust(this.#core, stage, accepted);
      return () => undefined;
    });
  }

  /** Opens the next generation of the channel to a recipient; returns the id of the opening record. */
  async openGeneration(recipient: string, reason: OpeningReason): Promise<string | Refusal> {
    const outcome = await this.#sequencer.run(async (stage) => {
      const opened = await openGenerationIn(this.#core, stage, recipient, reason);
      return () => opened;
    });
    this.#startDeliveries();
    return outcome;
  }

  /** Findings of the trust list as the database keeps it, for the composition root. */
  static async storedTrust(store: SqliteStore): Promise<string | undefined> {
    const row = await store.db.selectFrom('setting').select('value').where('name', '=', 'trust').executeTakeFirst();
    return row?.value;
  }

  #committed(events: readonly ChangeEvent[], stage: Stage): void {
    if (stage.rest.settings.some(({ name }) => name === 'trust')) this.#options.onTrust?.(stage.trust);
    if (!this.#stopping) this.#startDeliveries();
    for (const delivery of this.#deliveries.values()) delivery.wake();
    this.#listeners.tell(events);
  }

  #startDeliveries(): void {
    const { clock, logger } = this.#options;
    for (const { origin, issuer } of this.#core.heads.values()) {
      if (issuer !== this.id || this.#deliveries.has(origin)) continue;
      const delivery = new Delivery(origin, this.#core, this.#sequencer, this.#client, logger, clock, Math.random);
      this.#deliveries.set(origin, delivery);
      delivery.start();
    }
  }

  /** Brings the text index up to date, one step at a time. */
  #index(): Promise<void> {
    if (this.#stopping) return Promise.resolve();
    this.#indexing ??= this.#core.store
      .indexSearch(this.#sequencer.seq - 1, indexStep)
      // A full disk or a long lock: the records are there, and the next round finds where it stopped.
      .catch((fault) => this.#options.logger.error({ err: fault }, 'the text index could not be brought up to date'))
      .then(() => {
        this.#indexing = undefined;
      });
    return this.#indexing;
  }
}
