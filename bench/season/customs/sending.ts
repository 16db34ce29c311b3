/** The sending customs service's year: participants, manifests ahead of arrival, its own controls, replies. */
import type { Exporter } from '../exporter.ts';
import { exporter, importer, receivingCustoms } from '../figures.ts';
import type { Side } from '../side.ts';
import { manifest, sendingControl } from './claims-manifest.ts';
import { operator, sendingRegisters } from './claims-registers.ts';
import type { Course } from './course.ts';
import { type CustomsYear, type SendingTask, tasksByDay } from './plan.ts';

/** What the receiving service needs to know of a lot to act on it: records by id. */
export interface ManifestPapers {
  readonly lot: number;
  readonly manifest: string;
}

const parties = [receivingCustoms, exporter, importer];

export class SendingCustoms {
  readonly side: Side;
  readonly #year: CustomsYear;
  readonly #exporting: Exporter;
  readonly #tasks: ReturnType<typeof tasksByDay<'sending'>>;
  /** By grower: its place in the register. */
  readonly #operators: ReadonlyMap<string, number>;
  /** Manifest in force, by lot. */
  readonly manifests = new Map<number, string>();

  constructor(side: Side, year: CustomsYear, exporting: Exporter) {
    this.side = side;
    this.#year = year;
    this.#exporting = exporting;
    this.#tasks = tasksByDay(year, 'sending');
    this.#operators = new Map(year.operators.map(({ grower, index }) => [grower.id, index]));
  }

  async register(): Promise<void> {
    await Promise.all(sendingRegisters(this.#year.operators).map((one) => this.side.issue(one)));
  }

  /** Tells the manifests that the day has brought. */
  async day(day: number): Promise<ManifestPapers[]> {
    const before = new Map(this.manifests);
    await Promise.all([
      ...(this.#tasks.get(day) ?? []).map(async ([course, tasks]) => {
        for (const task of tasks) await this.#do(course, task);
      }),
      ...this.#year.operators.map((one) => this.#supervise(one, day)),
    ]);
    return [...this.manifests]
      .filter(([lot, id]) => before.get(lot) !== id)
      .map(([lot, id]) => ({ lot, manifest: id }));
  }

  async #supervise(planned: CustomsYear['operators'][number], day: number): Promise<void> {
    for (const { from, resumed } of planned.suspended) {
      if (day === from) await this.side.issue(operator(planned, '03', day));
      if (day === resumed) await this.side.issue(operator(planned, '04', day));
    }
  }

  async #do(course: Course, { act, day }: SendingTask): Promise<void> {
    const { lot } = course;
    const about = this.manifests.get(lot.index) ?? '';
    switch (act) {
      case 'manifest':
        return this.#send(course, 1);
      case 'correct':
        if (course.resent !== 'withdrawn') return this.#send(course, 2, about);
        await this.side.issue({ type: 'manifest-withdrawal', claims: { reason: 'other-route' }, about });
        return this.#send(course, 2);
      case 'control':
        await this.side.issue({ type: 'control-result', claims: sendingControl(course, day), about });
        return;
      case 'reply':
        await this.side.issue({ type: 'manifest-reply', claims: { text: 'Təsdiq edirik. (Подтверждаем.)' }, about });
    }
  }

  async #send(course: Course, series: number, replaces?: string): Promise<void> {
    const { lot } = course;
    const { certificate } = this.#exporting.papersOf(lot);
    const claims = manifest(course, { series, certificate, operator: this.#operators.get(lot.grower.id) });
    const about = replaces === undefined ? { to: parties } : { about: replaces };
    this.manifests.set(lot.index, (await this.side.issue({ type: 'manifest', claims, ...about })).id);
  }
}
