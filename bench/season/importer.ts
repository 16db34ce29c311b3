/** The importing service's year: requirements, admissions, decisions, inspections, cases, measures. */
import { borderResult, held, inspection, nonCompliance, suspension } from './claims-border.ts';
import { admission, requirement } from './claims-registers.ts';
import type { LotPapers } from './exporter.ts';
import { lag, products } from './figures.ts';
import type { Lot, Year } from './plan.ts';
import type { Side } from './side.ts';

interface Found {
  readonly case: string;
  readonly suspension?: string;
}

/** Days that samples of held goods are examined; days from the case to its end where nobody is stopped. */
const [examination, closing] = [2, 15] as const;

export class Importer {
  readonly side: Side;
  readonly #year: Year;
  readonly #leaving: ReadonlyMap<number, readonly Lot[]>;
  readonly #arriving: ReadonlyMap<number, readonly Lot[]>;
  readonly #papers = new Map<number, Pick<LotPapers, 'certificate' | 'notice'>>();
  /** By lot: what its inspection rests on, until the case is opened. */
  readonly #finds = new Map<number, { readonly inspection: string; readonly result: string }>();
  readonly #cases = new Map<number, Found>();

  constructor(side: Side, year: Year) {
    this.side = side;
    this.#year = year;
    this.#leaving = Map.groupBy(year.lots, ({ day }) => day);
    this.#arriving = Map.groupBy(year.lots, ({ arrival }) => arrival);
  }

  async open(): Promise<void> {
    for (const product of products) await this.side.issue(requirement(product));
    await Promise.all(this.#year.growers.admitted.map((grower) => this.side.issue(admission(grower))));
  }

  /** What has come in since the days before. */
  take(papers: readonly LotPapers[]): void {
    for (const one of papers) this.#papers.set(one.lot, one);
  }

  /** Tells the cases that the day has opened, by lot. */
  async day(day: number): Promise<[number, string][]> {
    const left = (before: number) => this.#leaving.get(day - before) ?? [];
    const arrived = (before: number) => this.#arriving.get(day - before) ?? [];
    const [opened] = await Promise.all([
      Promise.all(
        arrived(1)
          .filter(isFind)
          .map((lot) => this.#openCase(lot)),
      ),
      Promise.all(left(lag).map((lot) => this.#decide(lot, lot.queried ? query : recognise))),
      Promise.all(
        left(3 * lag)
          .filter((lot) => lot.queried)
          .map((lot) => this.#decide(lot, recognise)),
      ),
      Promise.all(arrived(0).map((lot) => this.#inspect(lot, day))),
      Promise.all(
        arrived(examination)
          .filter(isHeld)
          .map((lot) => this.#release(lot, day)),
      ),
      Promise.all(
        arrived(closing)
          .filter(isFind)
          .filter((lot) => !this.#isStopped(lot))
          .map((lot) => this.#close(lot)),
      ),
      Promise.all(
        this.#year.suspensions
          .filter(({ lifted }) => lifted === day)
          .map(({ lot }) => this.#close(this.#year.lots[lot] as Lot)),
      ),
    ]);
    return opened;
  }

  #papersOf(lot: Lot): Pick<LotPapers, 'certificate' | 'notice'> {
    const papers = this.#papers.get(lot.index);
    if (!papers) throw new Error(`nothing came in of lot ${lot.index}`);
    return papers;
  }

  #isStopped(lot: Lot): boolean {
    return this.#year.suspensions.some((one) => one.lot === lot.index);
  }

  async #decide(lot: Lot, claims: typeof query | typeof recognise): Promise<void> {
    await this.side.issue({ type: 'decision', claims, about: this.#papersOf(lot).certificate });
  }

  async #inspect(lot: Lot, day: number): Promise<void> {
    const { certificate: about, notice } = this.#papersOf(lot);
    const { outcome } = lot;
    const { side } = this;
    if (outcome.kind === 'hold') {
      await side.issue({ type: 'inspection', claims: held(lot, day, notice), about });
      return;
    }
    if (outcome.kind !== 'pest') {
      await side.issue({ type: 'inspection', claims: inspection(lot, day, notice), about });
      return;
    }
    const { id: result } = await side.issue({
      type: 'laboratory-result',
      claims: borderResult(lot, day, about, outcome.pest),
    });
    const inspected = await side.issue({ type: 'inspection', claims: inspection(lot, day, notice, result), about });
    this.#finds.set(lot.index, { inspection: inspected.id, result });
  }

  async #release(lot: Lot, day: number): Promise<void> {
    const { certificate: about, notice } = this.#papersOf(lot);
    const result = await this.side.issue({
      type: 'laboratory-result',
      claims: borderResult(lot, day, about, undefined),
    });
    await this.side.issue({ type: 'inspection', claims: inspection(lot, day, notice, result.id), about });
  }

  async #openCase(lot: Lot): Promise<[number, string]> {
    const found = this.#finds.get(lot.index);
    if (!found || lot.outcome.kind !== 'pest') throw new Error(`nothing was found in lot ${lot.index}`);
    const claims = nonCompliance(lot, lot.outcome.pest, { ...found, certificate: this.#papersOf(lot).certificate });
    const { id } = await this.side.issue({ type: 'non-compliance', claims });
    const planned = this.#year.suspensions.find((one) => one.lot === lot.index);
    const stopped = planned && (await this.side.issue({ type: 'suspension', claims: suspension(planned, id) }));
    this.#cases.set(lot.index, { case: id, ...(stopped && { suspension: stopped.id }) });
    return [lot.index, id];
  }

  async #close(lot: Lot): Promise<void> {
    const { case: about, suspension: stopped } = this.#cases.get(lot.index) as Found;
    const claims = { kind: 'close', text: 'Меры признаны достаточными, дело закрыто.' };
    await this.side.issue({ type: 'case-ruling', claims, about });
    if (stopped !== undefined) await this.side.issue({ type: 'lifting', claims: { case: about }, about: stopped });
  }
}

const recognise = { kind: 'recognise' } as const;
const query = { kind: 'query', text: 'Просим подтвердить номер пломбы.' } as const;
const isFind = ({ outcome }: Lot) => outcome.kind === 'pest';
const isHeld = ({ outcome }: Lot) => outcome.kind === 'hold';
