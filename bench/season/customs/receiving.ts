/** The receiving customs service's year: arrivals, recognitions, its own controls, releases, write-offs. */
import { numberOf } from '../claims.ts';
import type { Sent } from '../corridor.ts';
import { exporter, importer, lag } from '../figures.ts';
import type { Side } from '../side.ts';
import { arrival, disposition, ownControl, recognition, takenOf, writeOff } from './claims-border.ts';
import { receivingRegisters } from './claims-registers.ts';
import type { Course } from './course.ts';
import { type CustomsYear, type ReceivingTask, tasksByDay } from './plan.ts';
import type { WriteOffTask } from './write-offs.ts';

/** Number of the declarations that cross with a withdrawal or replacement. */
export const crossing = 9;

export class ReceivingCustoms {
  readonly side: Side;
  readonly #tasks: ReturnType<typeof tasksByDay<'receiving'>>;
  readonly #certificates = new Map<number, string>();
  readonly #manifests = new Map<number, string>();
  readonly #year: CustomsYear;
  /** Certificates that are taken back or replaced, by lot. */
  readonly #earlier = new Map<number, string>();

  constructor(side: Side, year: CustomsYear) {
    this.side = side;
    this.#year = year;
    this.#tasks = tasksByDay(year, 'receiving');
  }

  async open(): Promise<void> {
    await Promise.all(receivingRegisters().map((one) => this.side.issue(one)));
  }

  take({ papers, manifests, earlier }: Sent): void {
    for (const { lot, certificate } of papers) this.#certificates.set(lot, certificate);
    for (const { lot, manifest } of manifests) this.#manifests.set(lot, manifest);
    for (const [lot, certificate] of earlier) this.#earlier.set(lot, certificate);
  }

  async day(day: number): Promise<void> {
    await Promise.all([
      ...this.#crossings(day),
      ...(this.#tasks.get(day) ?? []).map(async ([course, tasks]) => {
        for (const task of tasks) await this.#do(course, task);
      }),
    ]);
  }

  /**
   * A declaration for a certificate that is being taken back or replaced at this moment: refused where that has come,
   * taken where it is on its way, and then freed again.
   */
  #crossings(day: number): Promise<void>[] {
    const tell = async (course: Course, act: 'reserve' | 'free', number: string, record: string) => {
      const all = course.lot.lines.map(({ kilograms }) => (act === 'reserve' ? kilograms : 0));
      const position = { declaration: crossing, act, reserved: all, consumed: all.map(() => 0) };
      const claims = writeOff(course, position, { record, number });
      return this.side.attempt({ type: 'write-off', claims, to: [exporter, importer] });
    };
    return [...this.#earlier].map(async ([index, record]) => {
      const course = this.#year.courses.get(index);
      if (course === undefined) return;
      const number = numberOf(course.lot, 'E');
      if (day === course.lot.day) {
        const { id, codes } = await tell(course, 'reserve', number, record);
        if (id === undefined) this.#earlier.delete(index);
        if (id === undefined && !codes.includes('certificate-state')) throw new Error(`${number}: ${codes.join()}`);
      }
      if (day !== course.lot.day + lag) return;
      const { id, codes } = await tell(course, 'free', number, record);
      if (id === undefined) throw new Error(`${number}: ${codes.join()}`);
      this.#earlier.delete(index);
    });
  }

  async #do(course: Course, task: ReceivingTask): Promise<void> {
    if (task.act === 'write-off') return this.#writeOff(course, course.writeOffs[task.task] as WriteOffTask);
    const about = this.#manifests.get(course.lot.index);
    if (about === undefined) throw new Error(`no manifest came of lot ${course.lot.index}`);
    await this.side.issue({ ...paperOf(course, task.act), about });
  }

  async #writeOff(course: Course, task: WriteOffTask): Promise<void> {
    const { lot } = course;
    const record = this.#certificates.get(lot.index);
    if (record === undefined) throw new Error(`no certificate came of lot ${lot.index}`);
    const claims = writeOff(course, task, takenOf(course, record), this.#manifests.get(lot.index));
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
