/** Records that decide about what was chosen: judged before they are signed, and kept in the log of re-routes at once. */
import type { Logger } from 'pino';
import type { DraftRequest } from '../../institution/service.ts';
import type { Decisions } from './decisions.ts';
import type { Follower } from './follower.ts';

export interface DecidedBy {
  readonly decisions: Decisions;
  readonly follower: Follower;
}

export class Deciding {
  readonly #selections: () => Iterable<DecidedBy>;
  readonly #logger: Logger;
  /** By record: what is under way about it. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(selections: () => Iterable<DecidedBy>, logger: Logger) {
    this.#selections = selections;
    this.#logger = logger;
  }

  /** The draft with a finding that refuses it, where it states a milder outcome than the one that holds. */
  async judged<Draft extends DraftRequest>(draft: Draft): Promise<Draft> {
    for (const { decisions, follower } of this.#of(draft)) {
      const { about = '' } = draft;
      if (!(await decisions.isChosen(about)))
        // A round under way may have looked before the record came.
        for (let round = 0; round < 2; round++) await follower.takeUp();
      const finding = await decisions.finding(draft);
      if (finding) return { ...draft, foundBefore: [...(draft.foundBefore ?? []), finding] };
    }
    return draft;
  }

  /** Issues a draft as it was judged. What it changes is kept when this resolves, or when the server starts again. */
  async decide<Draft extends DraftRequest, T>(draft: Draft, issue: (judged: Draft) => Promise<T>): Promise<T> {
    const selections = this.#of(draft);
    const { about } = draft;
    if (about === undefined || selections.length === 0) return issue(draft);
    return this.inTurn(about, async () => {
      const issued = await issue(await this.judged(draft));
      for (const { decisions } of selections)
        await decisions.settle([about]).catch((fault: unknown) => {
          this.#logger.error({ err: fault, record: about }, 'a decision will be compared later');
        });
      return issued;
    });
  }

  /** One after the other for each record: what holds stays between the judgement and the signature. */
  async inTurn<T>(record: string, work: () => Promise<T>): Promise<T> {
    const done = (this.#turns.get(record) ?? Promise.resolve()).then(work);
    const over = done.catch(() => undefined);
    this.#turns.set(record, over);
    try {
      return await done;
    } finally {
      if (this.#turns.get(record) === over) this.#turns.delete(record);
    }
  }

  #of(draft: DraftRequest): readonly DecidedBy[] {
    return [...this.#selections()].filter(({ decisions }) => decisions.isOf(draft));
  }
}
