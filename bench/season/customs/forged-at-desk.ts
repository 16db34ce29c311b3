/** What honest customs servers are asked for by officers who err or cheat: refused before anything is signed. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ImporterThread } from '../corridor.ts';
import { exporter, importer, receivingCustoms } from '../figures.ts';
import type { Forgery } from '../forgery.ts';
import type { Attempt } from '../side.ts';
import { arrival, recognition, takenOf, writeOff } from './claims-border.ts';
import { manifest } from './claims-manifest.ts';
import type { Course } from './course.ts';
import type { LateCourse } from './late-courses.ts';
import type { CustomsYear } from './plan.ts';
import type { SendingCustoms } from './sending.ts';
import type { WriteOffTask } from './write-offs.ts';

type Position = Pick<WriteOffTask, 'declaration' | 'act' | 'reserved' | 'consumed'>;

export const massesOf = ({ course }: LateCourse): number[] => course.lot.lines.map(({ kilograms }) => kilograms);
export const positionOf = ({ course, certificate }: LateCourse, position: Position): JsonObject =>
  writeOff(course, position, takenOf(course, certificate));
/** All of it reserved for one declaration. */
export const reserveAll = (late: LateCourse, declaration: number): JsonObject =>
  positionOf(late, { declaration, act: 'reserve', reserved: massesOf(late), consumed: massesOf(late).map(() => 0) });
export const leavingOut = (claims: JsonObject): JsonObject => ({
  ...claims,
  lines: (claims['lines'] as JsonObject[]).slice(0, 1),
});

export async function forgedAtCustoms(
  { courses }: CustomsYear,
  sending: SendingCustoms,
  importing: ImporterThread,
  late: readonly LateCourse[],
): Promise<Forgery[]> {
  const [twice, above, partly, cleared, sealed, heavy] = late as readonly [
    LateCourse,
    LateCourse,
    LateCourse,
    LateCourse,
    LateCourse,
    LateCourse,
  ];
  const takes = (claims: JsonObject) =>
    importing.attempt({ type: 'write-off', claims, to: [exporter, importer] }, 'customs');
  const decides = (type: string, claims: JsonObject, { manifest: about }: LateCourse) =>
    importing.attempt({ type, claims, about }, 'customs');
  const judged = (kind: string, code: string, answers: readonly Attempt[], planted = answers.length): Forgery => ({
    kind,
    code,
    planted,
    refused: answers.filter(({ codes }) => codes.includes(code)).length,
  });

  const used = [...courses.values()].slice(0, 20);
  const reused = await Promise.all(
    used.map(({ days, lot, resent }) => {
      const course: Course = { ...twice.course, lot: { ...twice.course.lot, index: lot.index }, days };
      const claims = manifest(course, {
        series: resent === undefined ? 1 : 2,
        certificate: twice.certificate,
        operator: undefined,
      });
      return sending.side.attempt({ type: 'manifest', claims, to: [receivingCustoms] });
    }),
  );
  const posts = await Promise.all([takes(reserveAll(twice, 1)), takes(reserveAll(twice, 2))]);
  const more = massesOf(above).map((mass) => mass + 1);
  const greedy = await takes(
    positionOf(above, { declaration: 1, act: 'reserve', reserved: more, consumed: more.map(() => 0) }),
  );
  await takes(reserveAll(partly, 1));
  const left = await takes(leavingOut(reserveAll(partly, 1)));
  const all = massesOf(cleared);
  const none = all.map(() => 0);
  const consume = positionOf(cleared, { declaration: 1, act: 'consume', reserved: none, consumed: all });
  const unreserved = await takes(consume);
  await takes(reserveAll(cleared, 1));
  await takes(consume);
  const again = await takes(reserveAll(cleared, 1));
  const foreign = await sending.side.attempt({
    type: 'write-off',
    claims: reserveAll(above, 3),
    to: [exporter, importer],
  });
  const wrongSide = await sending.side.attempt({
    type: 'recognition',
    claims: recognition(sealed.course),
    about: sealed.manifest,
  });
  const cheats: Attempt[] = [];
  for (const [one, found] of [
    [sealed, { found: 'other-seals' as const }],
    [heavy, { weighed: heavy.course.weighed + 4000 }],
  ] as const) {
    await decides('manifest-arrival', arrival({ ...one.course, ...found }), one);
    cheats.push(await decides('recognition', recognition(one.course), one));
  }
  return [
    judged('reused manifest number, at the desk', 'number-used', reused),
    judged('certificate used at two posts at once', 'ledger.insufficient', posts, 1),
    judged('reservation above the line, at the desk', 'ledger.insufficient', [greedy]),
    judged('position that leaves a line out, at the desk', 'line-left-out', [left]),
    judged('goods cleared without a reservation', 'not-reserved', [unreserved]),
    judged('goods cleared, reserved once more', 'already-written-off', [again]),
    judged('write-off by the other customs, at the desk', 'ledger.not-debiter', [foreign]),
    judged('recognition by the side that sent, at the desk', 'not-receiving-side', [wrongSide]),
    judged('full recognition over another seal', 'seal-not-stated', cheats.slice(0, 1)),
    judged('full recognition beyond the tolerance of weight', 'weight-outside', cheats.slice(1)),
  ];
}
