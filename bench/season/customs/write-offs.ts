/** Which positions the importing customs takes on a certificate's lines, one statement after the other. */
import { divided } from '../claims-border.ts';
import { lag } from '../figures.ts';
import type { Lot } from '../plan.ts';
import type { Draws } from '../random.ts';

/** One statement: the whole position of a declaration after the act, in kilograms by line of the certificate. */
export interface WriteOffTask {
  readonly day: number;
  readonly declaration: number;
  readonly act: 'reserve' | 'consume' | 'free' | 'return';
  readonly reserved: readonly number[];
  readonly consumed: readonly number[];
}

/** Days that the samples of held goods are examined. */
const examination = 2;

type Masses = readonly number[];
const none = (masses: Masses): Masses => masses.map(() => 0);
const share = (masses: Masses, percent: number): Masses => masses.map((mass) => Math.floor((mass * percent) / 100));
const less = (masses: Masses, other: Masses): Masses => masses.map((mass, line) => mass - (other[line] as number));
const isAny = (masses: Masses): boolean => masses.some((mass) => mass > 0);

/** Positions of one declaration as it goes on; each statement restates all of them. */
class Declaration {
  readonly tasks: WriteOffTask[] = [];
  readonly #number: number;

  constructor(number: number) {
    this.#number = number;
  }

  state(day: number, act: WriteOffTask['act'], reserved: Masses, consumed = none(reserved)): this {
    this.tasks.push({ day, declaration: this.#number, act, reserved, consumed });
    return this;
  }

  /** From `taken` reserved to what crossed: the rest is freed, then the goods are cleared. */
  end(day: number, taken: Masses, crossed: Masses): this {
    if (isAny(less(taken, crossed))) this.state(day, 'free', crossed);
    return isAny(crossed) ? this.state(day, 'consume', none(crossed), crossed) : this;
  }
}

/**
 * `refused`: customs themselves turn the goods away, whatever the plant protection service let in. `ahead`: day from which
 * the manifest in force is there to be named; what is reserved without it counts as another's.
 */
export function writeOffsOf(random: Draws, lot: Lot, refused: boolean, ahead: number): WriteOffTask[] {
  const all = lot.lines.map(({ kilograms }) => kilograms);
  const crossed = lot.lines.map((line) => {
    const { released = 0 } = divided(line, lot.outcome) as { released?: number };
    return refused ? 0 : released;
  });
  const luck = random.unit();
  const percent = random.whole(10, 60);
  const known = lot.arrival + (lot.outcome.kind === 'hold' ? examination : 0) + lag;
  // A declaration lodged when the goods are there; while a question is open nobody may take anything.
  if (lot.queried || ahead >= lot.arrival || luck < 0.25) {
    if (!isAny(crossed)) return [];
    const late = new Declaration(1).state(known, 'reserve', crossed).end(known + lag, crossed, crossed);
    if (luck > 0.02) return late.tasks;
    const back = share(crossed, percent);
    return late.state(known + 2 * lag, 'return', none(crossed), less(crossed, back)).tasks;
  }
  // Two declarations for one certificate.
  if (luck < 0.31) {
    const parts = [share(all, percent), less(all, share(all, percent))];
    const passed = [share(crossed, percent), less(crossed, share(crossed, percent))];
    return parts.flatMap(
      (taken, index) =>
        new Declaration(index + 1).state(ahead, 'reserve', taken).end(known, taken, passed[index] as Masses).tasks,
    );
  }
  // A declaration that is taken back, and another one for the same goods.
  if (luck < 0.34) {
    const first = new Declaration(1).state(ahead, 'reserve', all).state(known, 'free', none(all));
    if (!isAny(crossed)) return first.tasks;
    const second = new Declaration(2).state(known + lag, 'reserve', crossed).end(known + 2 * lag, crossed, crossed);
    return [...first.tasks, ...second.tasks];
  }
  // Reserved anew with another amount: the later one takes the place of the earlier.
  const only = new Declaration(1);
  if (luck < 0.38) only.state(ahead, 'reserve', share(all, percent));
  only.state(ahead, 'reserve', all).end(known, all, crossed);
  if (luck < 0.4 && isAny(crossed))
    only.state(known + lag, 'return', none(all), less(crossed, share(crossed, percent)));
  return only.tasks;
}

/** What a lot's declarations hold when all is done, kilograms in all. */
export function finalPosition(tasks: readonly WriteOffTask[]): {
  readonly reserved: number;
  readonly consumed: number;
} {
  const last = new Map(tasks.map((task) => [task.declaration, task]));
  const sum = (of: (task: WriteOffTask) => Masses) =>
    [...last.values()].flatMap(of).reduce((all, mass) => all + mass, 0);
  return { reserved: sum(({ reserved }) => reserved), consumed: sum(({ consumed }) => consumed) };
}
