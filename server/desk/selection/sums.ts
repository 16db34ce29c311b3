/** How many records were chosen for what and why, by commitment. */
import type { DeskGround } from '../desk.ts';
import type { CommitmentView } from './commitments.ts';

/** Records by outcome and ground. */
export type Sums = Readonly<Record<string, Readonly<Record<string, number>>>>;

export class ChosenSums {
  readonly #desk: DeskGround['desk'];
  readonly #selection: string;
  /** Of commitments under which nothing more is chosen. */
  readonly #settled = new Map<number, Sums>();

  constructor(desk: DeskGround['desk'], selection: string) {
    this.#desk = desk;
    this.#selection = selection;
  }

  /** `settledBefore`: what was over before this instant (ms) is counted once. */
  async of(
    commitments: readonly Pick<CommitmentView, 'number' | 'until'>[],
    settledBefore: number,
  ): Promise<ReadonlyMap<number, Sums>> {
    const sums = new Map<number, Sums>();
    for (const { number, until } of commitments) {
      const found = this.#settled.get(number) ?? (await this.#count(number));
      if (until < settledBefore) this.#settled.set(number, found);
      sums.set(number, found);
    }
    return sums;
  }

  async #count(commitment: number): Promise<Sums> {
    const rows = await this.#desk.db
      .selectFrom('selection_choice')
      .select(['outcome', 'ground'])
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('selection', '=', this.#selection)
      .where('commitment', '=', commitment)
      .groupBy(['outcome', 'ground'])
      .execute();
    const sums: Record<string, Record<string, number>> = {};
    for (const { outcome, ground, count } of rows) sums[outcome] = { ...sums[outcome], [ground]: Number(count) };
    return sums;
  }
}
