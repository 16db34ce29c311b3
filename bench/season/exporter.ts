/** The exporting service's year: laboratory, certificate, notice for each lot; replies to queries and cases. */
import { Rejected } from '../../server/institution/service.ts';
import { certificate, laboratoryResult, notice, numberOf } from './claims.ts';
import { registrations } from './claims-registers.ts';
import type { Lot, PlannedSuspension, Year } from './plan.ts';
import { refusing, type Side } from './side.ts';

/** What a lot left with: records by id, and codes of the findings on its certificate. */
export interface LotPapers {
  readonly lot: number;
  readonly result: string;
  readonly certificate: string;
  notice: string;
  /** The certificate of the day before that was withdrawn or replaced. */
  readonly earlier?: string;
  readonly codes: readonly string[];
}

export class Exporter {
  readonly side: Side;
  readonly papers = new Map<number, LotPapers>();
  /** Codes with which each certificate for a stopped grower was refused before signing. */
  readonly stopped: string[][] = [];
  readonly #year: Year;
  readonly #leaving: ReadonlyMap<number, readonly Lot[]>;
  readonly #earlier = new Map<number, { readonly result: string; readonly certificate: string }>();

  constructor(side: Side, year: Year) {
    this.side = side;
    this.#year = year;
    this.#leaving = Map.groupBy(year.lots, ({ day }) => day);
  }

  async register(): Promise<void> {
    for (const step of registrations(this.#year.growers)) await Promise.all(step.map((one) => this.side.issue(one)));
  }

  /** `cases`: records of the cases that the importing service has opened, by lot. Tells what is announced today. */
  async day(day: number, cases: ReadonlyMap<number, string>): Promise<LotPapers[]> {
    const leaving = this.#leaving.get(day) ?? [];
    const before = (this.#leaving.get(day + 1) ?? []).filter(({ earlier }) => earlier !== undefined);
    const [sent, changed] = await Promise.all([
      Promise.all(leaving.map((lot) => this.#send(lot, day))),
      Promise.all(
        (this.#leaving.get(day - 1) ?? []).filter((lot) => lot.noticeChanged).map((lot) => this.#renotify(lot)),
      ),
      Promise.all(before.map((lot) => this.#certifyEarly(lot, day))),
      Promise.all((this.#leaving.get(day - 2) ?? []).filter((lot) => lot.queried).map((lot) => this.#answer(lot))),
      Promise.all([...cases].map(([lot, id]) => this.#reply(lot, id, day))),
      Promise.all(this.#year.suspensions.filter(({ from }) => from + 1 === day).map((one) => this.#attempt(one, day))),
    ]);
    return [...sent, ...changed];
  }

  async #send(lot: Lot, day: number): Promise<LotPapers> {
    const { side } = this;
    const early = this.#earlier.get(lot.index);
    const result =
      early?.result ?? (await side.issue({ type: 'laboratory-result', claims: laboratoryResult(lot, day) })).id;
    const of = { day, number: numberOf(lot), conveyance: lot.conveyance, result };
    const issue = async () => {
      if (early && lot.earlier === 'replaced') {
        const claims = certificate(lot, { ...of, replaces: numberOf(lot, 'E') });
        return side.issue({ type: 'certificate', claims, about: early.certificate });
      }
      if (early)
        await side.issue({ type: 'withdrawal', claims: { reason: 'consignment-not-sent' }, about: early.certificate });
      return side.issue({ type: 'certificate', claims: certificate(lot, of) });
    };
    const issued = await issue();
    const announced = await side.issue({ type: 'prior-notice', claims: notice(lot, issued.id) });
    const papers: LotPapers = {
      lot: lot.index,
      result,
      certificate: issued.id,
      notice: announced.id,
      ...(early && { earlier: early.certificate }),
      codes: issued.findings.map(({ code }) => code),
    };
    this.papers.set(lot.index, papers);
    return papers;
  }

  /** The lot is certified for a lorry that then does not leave. */
  async #certifyEarly(lot: Lot, day: number): Promise<void> {
    const { id: result } = await this.side.issue({ type: 'laboratory-result', claims: laboratoryResult(lot, day) });
    const of = { day, number: numberOf(lot, 'E'), conveyance: lot.spare, result };
    const issued = await this.side.issue({ type: 'certificate', claims: certificate(lot, of) });
    this.#earlier.set(lot.index, { result, certificate: issued.id });
  }

  async #renotify(lot: Lot): Promise<LotPapers> {
    const papers = this.papers.get(lot.index) as LotPapers;
    const claims = notice(lot, papers.certificate, 2);
    papers.notice = (await this.side.issue({ type: 'prior-notice', claims, about: papers.notice })).id;
    return papers;
  }

  async #answer(lot: Lot): Promise<void> {
    const about = (this.papers.get(lot.index) as LotPapers).certificate;
    const text = 'Plombun nömrəsi sertifikatdakı ilə eynidir. (Номер пломбы соответствует сертификату.)';
    await this.side.issue({ type: 'answer', claims: { text }, about });
  }

  /** Acknowledged on the day after the case, investigated within the week. */
  async #reply(index: number, about: string, day: number): Promise<void> {
    const opened = (this.#year.lots[index] as Lot).arrival + 1;
    if (day === opened + 1)
      await this.side.issue({
        type: 'case-reply',
        about,
        claims: { kind: 'acknowledge', text: 'Bildiriş qəbul edildi. (Уведомление принято.)' },
      });
    if (day === opened + 6)
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
    const { result } = this.papers.get(index) as LotPapers;
    const claims = certificate(lot, { day, number: numberOf(lot, 'S'), conveyance: lot.spare, result });
    const answer = await this.side.try({ type: 'certificate', claims });
    this.stopped.push(answer instanceof Rejected ? refusing(answer).map(({ code }) => code) : []);
  }
}
