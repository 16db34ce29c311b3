/** From an application to its record, also when the server ends between signing and noting it. */
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';
import { type ApplicationState, next } from './application.ts';
import type { ApplicationStore } from './application-store.ts';

interface TypeName {
  readonly profile: string;
  readonly type: string;
}

export class ExpectedRecords {
  readonly #ground: DeskGround;
  readonly #store: ApplicationStore;
  /** Application by the hex id of the record that is about to be issued for it. */
  readonly #expected = new Map<string, string>();
  /** Record by the application for which it is being signed. */
  readonly #signing = new Map<string, string>();
  #stop: (() => void) | undefined;
  #issuing: Promise<void> = Promise.resolve();

  constructor(ground: DeskGround, store: ApplicationStore) {
    this.#ground = ground;
    this.#store = store;
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

  /**
   * Asked before a record is prepared for an application, and told its id before it is issued: from then on its
   * appearance makes the application issued, also when the server ends in between. Until `release` no other record is
   * issued for it.
   */
  async expect(officer: Person, id: string, asked: TypeName, record?: string): Promise<Refusal | undefined> {
    const row = await this.#store.find(id);
    if (row === undefined || row.state === 'draft') return refuse('desk.unknown', {}, '/application');
    if (row.profile !== asked.profile || row.type !== asked.type)
      return refuse('input.bad-value', { name: 'application' }, '/application');
    const mayBe = row.person !== officer.id && (row.state === 'taken' || row.state === 'ready');
    if (!mayBe || this.#signing.has(id)) return refuse('desk.out-of-turn', {}, '/application');
    if (record === undefined) return undefined;
    this.#signing.set(id, record);
    if (row.expected !== null) this.#expected.delete(row.expected);
    this.#expected.set(record, id);
    await this.#ground.desk.db.updateTable('application').set({ expected: record }).where('id', '=', id).execute();
    return undefined;
  }

  /** After it was signed, or was not. */
  release(id: string, record: string): void {
    if (this.#signing.get(id) === record) this.#signing.delete(id);
  }

  async issued(id: string, record: string): Promise<void> {
    this.#expected.delete(record);
    const row = await this.#store.find(id);
    if (row === undefined || row.record !== null) return;
    const state = next(row.state as ApplicationState, 'issue', 'server');
    if (state instanceof Refusal) return;
    const done = { act: 'issue', side: 'server' } as const;
    const late = await this.#store.change(row, row.revision, { state, record, expected: null }, done);
    // Someone acted in between: what was signed stands all the same.
    if (late !== undefined) await this.issued(id, record);
  }
}
