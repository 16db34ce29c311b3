/** The exporting service's year: laboratory, certificate, notice for each lot; replies to queries and cases. */
import { certificate, laboratoryResult, notice, numberOf } from './claims.ts';
import { registrations } from './claims-registers.ts';
import { importer, lag, receivingCustoms } from './figures.ts';
import type { Lot, PlannedSuspension, Year } from './plan.ts';
import type { Side } from './side.ts';

/** What a lot left with: records by id, and codes of the findings on its certificate. */
export interface LotPapers {
  readonly lot: number;
  readonly certificate: string;
  /** Empty until the day after. */
  notice: string;
  /** The certificate of the day before that was withdrawn or replaced. */
  readonly earlier?: string;
  readonly codes: readonly string[];
}

export class Exporter {
  readonly side: Side;
  readonly papers = new Map<number, LotPapers>();
  /** Codes with which each certificate for a stopped grower was refused before signing. */
  readonly stopped: (readonly string[])[] = [];
  readonly #year: Year;
  readonly #toCustoms: { has(lot: number): boolean };
  readonly #leaving: ReadonlyMap<number, readonly Lot[]>;
  /** Records by lot: the laboratory's, and the certificate of the day before. */
  readonly #results = new Map<number, string>();
  readonly #earlier = new Map<number, string>();

  /** `toCustoms`: lots whose certificates the importing customs get too. */
  constructor(side: Side, year: Year, toCustoms: { has(lot: number): boolean }) {
    this.side = side;
    this.#year = year;
    this.#toCustoms = toCustoms;
    this.#leaving = Map.groupBy(year.lots, ({ day }) => day);
  }

  async register(): Promise<void> {
    for (const step of registrations(this.#year.growers)) await Promise.all(step.map((one) => this.side.issue(one)));
  }

  /**
   * The laboratory's results for tomorrow's lots, today's certificates, notices of what left yesterday. `cases`:
   * records of the cases that the importing service has opened, by lot. Tells what is announced today.
   */
  async day(day: number, cases: ReadonlyMap<number, string>): Promise<LotPapers[]> {
    const { suspensions } = this.#year;
    const left = (before: number) => this.#leaving.get(day - before) ?? [];
    const [sent, announced, changed] = await Promise.all([
      Promise.all(left(0).map((lot) => this.#certify(lot, day))),
      Promise.all(left(1).map((lot) => this.#announce(lot))),
      Promise.all(
        left(2)
          .filter(({ noticeChanged }) => noticeChanged)
          .map((lot) => this.#renotify(lot)),
      ),
      Promise.all([...left(-1), ...left(-2)].filter((lot) => firstDay(lot) === day + 1).map((lot) => this.#test(lot))),
      Promise.all(
        left(-1)
          .filter(isEarly)
          .map((lot) => this.#certifyEarly(lot, day)),
      ),
      Promise.all(
        left(2 * lag)
          .filter(({ queried }) => queried)
          .map((lot) => this.#answer(lot)),
      ),
      Promise.all([...cases].map(([lot, id]) => this.#reply(lot, id, day))),
      Promise.all(suspensions.filter(({ from }) => from + lag === day).map((one) => this.#attempt(one, day))),
    ]);
    return [...sent, ...announced, ...changed];
  }

  /** Certificates that will not be used, by lot, of those whose lots leave on `day`. */
  earlier(day: number): [number, string][] {
    return (this.#leaving.get(day) ?? []).flatMap(({ index }): [number, string][] => {
      const id = this.#earlier.get(index);
      return id === undefined ? [] : [[index, id]];
    });
  }

  papersOf(lot: Lot): LotPapers {
    const papers = this.papers.get(lot.index);
    if (!papers) throw new Error(`lot ${lot.index} was not certified`);
    return papers;
  }

  #recipients({ index }: Lot) {
    return this.#toCustoms.has(index) && { to: [importer, receivingCustoms] };
  }

  async #test(lot: Lot): Promise<void> {
    const claims = laboratoryResult(lot, firstDay(lot));
    this.#results.set(lot.index, (await this.side.issue({ type: 'laboratory-result', claims })).id);
  }

  async #certify(lot: Lot, day: number): Promise<LotPapers> {
    const { side } = this;
    const early = this.#earlier.get(lot.index);
    const result = this.#results.get(lot.index) as string;
    const of = { day, number: numberOf(lot), conveyance: lot.conveyance, result };
    const replaces = lot.earlier === 'replaced' && { replaces: numberOf(lot, 'E') };
    if (lot.earlier === 'withdrawn')
      await side.issue({ type: 'withdrawal', claims: { reason: 'consignment-not-sent' }, about: early as string });
    const issued = await side.issue({
      type: 'certificate',
      claims: certificate(lot, { ...of, ...replaces }),
      ...(replaces ? { about: early as string } : this.#recipients(lot)),
    });
    const papers: LotPapers = {
      lot: lot.index,
      certificate: issued.id,
      notice: '',
      ...(early !== undefined && { earlier: early }),
      codes: issued.findings.map(({ code }) => code),
    };
    this.papers.set(lot.index, papers);
    return papers;
  }

  /** The lot is certified for a lorry that then does not leave. */
  async #certifyEarly(lot: Lot, day: number): Promise<void> {
    const result = this.#results.get(lot.index) as string;
    const of = { day, number: numberOf(lot, 'E'), conveyance: lot.spare, result };
    const claims = certificate(lot, of);
    const issued = await this.side.issue({ type: 'certificate', claims, ...this.#recipients(lot) });
    this.#earlier.set(lot.index, issued.id);
  }

  async #announce(lot: Lot): Promise<LotPapers> {
    const papers = this.papersOf(lot);
    papers.notice = (await this.side.issue({ type: 'prior-notice', claims: notice(lot, papers.certificate) })).id;
    return papers;
  }

  async #renotify(lot: Lot): Promise<LotPapers> {
    const papers = this.papersOf(lot);
    const claims = notice(lot, papers.certificate, 2);
    papers.notice = (await this.side.issue({ type: 'prior-notice', claims, about: papers.notice })).id;
    return papers;
  }

  async #answer(lot: Lot): Promise<void> {
    const about = this.papersOf(lot).certificate;
    const text = 'Plombun nömrəsi sertifikatdakı ilə eynidir. (Номер пломбы соответствует сертификату.)';
    await this.side.issue({ type: 'answer', claims: { text }, about });
  }

  /** Acknowledged when the case has come in, investigated within the week. */
  async #reply(index: number, about: string, day: number): Promise<void> {
    const opened = (this.#year.lots[index] as Lot).arrival + 1;
    if (day === opened + lag)
      await this.side.issue({
        type: 'case-reply',
        about,
        claims: { kind: 'acknowledge', text: 'Bildiriş qəbul edildi. (Уведомление принято.)' },
      });
    if (day === opened + lag + 5)
      await this.side.issue({
        type: 'case-reply',
        about,
        claims: {
          kind: 'investigate',
          cause: 'Virus toxumla gətirilib. (Занесено с семенами.)',
          measures: 'Bitkilər məhv edilib, istixana dezinfeksiya olunub. (Растения уничтожены, теплица обеззаражена.)',
          text: 'Araşdırmanın nəticəsi. (Результат расследования.)',
        },
      });
  }

  /** An officer tries to certify a stopped grower's goods: refused before signing. */
  async #attempt({ lot: index }: PlannedSuspension, day: number): Promise<void> {
    const lot = this.#year.lots[index] as Lot;
    const result = this.#results.get(index) as string;
    const claims = certificate(lot, { day, number: numberOf(lot, 'S'), conveyance: lot.spare, result });
    this.stopped.push((await this.side.attempt({ type: 'certificate', claims })).codes);
  }
}

const isEarly = ({ earlier }: Lot) => earlier !== undefined;
/** Day of its first certificate. */
const firstDay = (lot: Lot) => (isEarly(lot) ? lot.day - 1 : lot.day);
