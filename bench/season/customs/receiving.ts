/** The receiving customs service's year: arrivals, recognitions, its own controls, releases, write-offs. */
import type { LotPapers } from '../exporter.ts';
import { exporter, importer } from '../figures.ts';
import type { Side } from '../side.ts';
import { arrival, disposition, ownControl, recognition, takenOf, writeOff } from './claims-border.ts';
import { receivingRegisters } from './claims-registers.ts';
import type { Course } from './course.ts';
import { type CustomsYear, type ReceivingTask, tasksByDay } from './plan.ts';
import type { ManifestPapers } from './sending.ts';
import type { WriteOffTask } from './write-offs.ts';

export class ReceivingCustoms {
  readonly side: Side;
  readonly #tasks: ReturnType<typeof tasksByDay<'receiving'>>;
  readonly #certificates = new Map<number, string>();
  readonly #manifests = new Map<number, string>();

  constructor(side: Side, year: CustomsYear) {
    this.side = side;
    this.#tasks = tasksByDay(year, 'receiving');
  }

  async open(): Promise<void> {
    await Promise.all(receivingRegisters().map((one) => this.side.issue(one)));
  }

  take(papers: readonly LotPapers[], manifests: readonly ManifestPapers[]): void {
    for (const { lot, certificate } of papers) this.#certificates.set(lot, certificate);
    for (const { lot, manifest } of manifests) this.#manifests.set(lot, manifest);
  }

  async day(day: number): Promise<void> {
    await Promise.all(
      (this.#tasks.get(day) ?? []).map(async ([course, tasks]) => {
        for (const task of tasks) await this.#do(course, task);
      }),
    );
  }

  async #do(course: Course, task: ReceivingTask): Promise<void> {
    if (task.act === 'write-off') return this.#writeOff(course, course.writeOffs[task.task] as WriteOffTask);
    const about = this.#manifests.get(course.lot.index);
    if (about === undefined) throw new Error(`no manifest came of lot ${course.lot.index}`);
    await this.side.issue({ ...paperOf(course, task.act), about });
  }

  async #writeOff(course: Course, task: WriteOffTask): Promise<void> {
    const { lot, days } = course;
    const record = this.#certificates.get(lot.index);
    if (record === undefined) throw new Error(`no certificate came of lot ${lot.index}`);
    const manifest = task.day > days.arrival ? this.#manifests.get(lot.index) : undefined;
    const claims = writeOff(course, task, takenOf(course, record), manifest);
    await this.side.issue({ type: 'write-off', claims, to: [exporter, importer] });
  }
}

function paperOf(course: Course, act: Exclude<ReceivingTask['act'], 'write-off'>) {
  switch (act) {
    case 'ask':
      return { type: 'manifest-query', claims: { text: 'Просим подтвердить номер пломбы.', about: 'means' } };
    case 'reject':
      return {
        type: 'manifest-registration',
        claims: { kind: 'reject', reasons: [{ code: 'manifest-incomplete', text: 'Нет счёта-фактуры.' }] },
      };
    case 'arrive':
      return { type: 'manifest-arrival', claims: arrival(course) };
    case 'recognise':
      return { type: 'recognition', claims: recognition(course) };
    case 'own':
      return { type: 'control-result', claims: ownControl(course) };
    case 'end':
      return { type: 'manifest-disposition', claims: disposition(course, course.end) };
    case 'close':
      return { type: 'manifest-disposition', claims: disposition(course, 'close') };
  }
}
