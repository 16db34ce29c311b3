/** The customs side of the year as data: which lots have a manifest, what becomes of it, who is an operator. */
import { lag } from '../figures.ts';
import type { Grower } from '../growers.ts';
import type { Year } from '../plan.ts';
import { draws } from '../random.ts';
import { type Course, courseOf } from './course.ts';

export interface PlannedOperator {
  readonly grower: Grower;
  /** Place in the register, from 0. */
  readonly index: number;
  readonly grade: 'authorised' | 'low-risk';
  /** Days on which it is suspended and resumed again. */
  readonly suspended: readonly { readonly from: number; readonly resumed: number }[];
}

export interface CustomsYear {
  /** By lot, for those with a manifest. */
  readonly courses: ReadonlyMap<number, Course>;
  readonly operators: readonly PlannedOperator[];
}

/** `share` of the lots go by manifest; three growers in four are in the register of participants. */
export function planCustoms(year: Year, share: number): CustomsYear {
  const random = draws(year.seed, 'operators');
  const operators: PlannedOperator[] = [];
  for (const grower of year.growers.admitted) {
    const luck = random.unit();
    if (luck >= 0.75) continue;
    // Who is stopped for a pest is no simplified participant either until that is over.
    const suspended = year.suspensions
      .filter((one) => one.grower.id === grower.id)
      .map(({ from, lifted }) => ({ from, resumed: lifted }));
    operators.push({ grower, index: operators.length, grade: luck < 0.25 ? 'authorised' : 'low-risk', suspended });
  }
  const grades = new Map(operators.map(({ grower, grade }) => [grower.id, grade]));
  const chosen = draws(year.seed, 'manifests');
  const courses = new Map<number, Course>();
  for (const lot of year.lots) {
    if (!chosen.chance(share)) continue;
    const course = courseOf(draws(year.seed, `course ${lot.index}`), lot, grades.get(lot.grower.id) ?? 'none');
    courses.set(lot.index, course);
  }
  return { courses, operators };
}

/** What a lot's course asks of a desk. */
export interface SendingTask {
  readonly day: number;
  readonly act: 'manifest' | 'control' | 'correct' | 'reply';
}
export type ReceivingTask = { readonly day: number } & (
  | { readonly act: 'ask' | 'reject' | 'arrive' | 'recognise' | 'own' | 'end' | 'close' }
  | { readonly act: 'write-off'; readonly task: number }
);
interface Tasks {
  readonly sending: SendingTask;
  readonly receiving: ReceivingTask;
}

/** Each desk's in the order in which they are done where several fall on one day. */
export function tasksOf(course: Course): { readonly [Desk in keyof Tasks]: readonly Tasks[Desk][] } {
  const { days, resent, asked, decision, own, end, writeOffs } = course;
  return {
    sending: [
      { day: days.manifest, act: 'manifest' },
      ...(resent === undefined ? [] : [{ day: days.corrected, act: 'correct' as const }]),
      { day: resent === undefined ? days.manifest : days.corrected, act: 'control' },
      ...(asked ? [{ day: days.question + lag, act: 'reply' as const }] : []),
    ],
    receiving: [
      ...(resent === 'rejected' ? [{ day: days.question, act: 'reject' as const }] : []),
      ...(asked ? [{ day: days.question, act: 'ask' as const }] : []),
      { day: days.arrival, act: 'arrive' },
      { day: days.decision, act: 'recognise' },
      ...(own === undefined ? [] : [{ day: days.end, act: 'own' as const }]),
      ...(decision === 'pass' ? [] : [{ day: days.end, act: 'end' as const }]),
      ...(end === 'detain' ? [{ day: days.end, act: 'close' as const }] : []),
      ...writeOffs.map(({ day }, task) => ({ day, act: 'write-off' as const, task })),
    ],
  };
}

/** By day, then by lot. */
export function tasksByDay<Desk extends keyof Tasks>(
  { courses }: CustomsYear,
  desk: Desk,
): ReadonlyMap<number, readonly (readonly [Course, readonly Tasks[Desk][]])[]> {
  const days = new Map<number, [Course, readonly Tasks[Desk][]][]>();
  for (const course of courses.values())
    for (const [day, tasks] of Map.groupBy(tasksOf(course)[desk] as readonly Tasks[Desk][], (task) => task.day)) {
      const known = days.get(day);
      if (known) known.push([course, tasks]);
      else days.set(day, [[course, tasks]]);
    }
  return days;
}
