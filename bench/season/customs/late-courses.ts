/** Lots of the days after the season that go by manifest, on which forgeries of customs kinds are tried. */
import { laboratoryResult } from '../claims.ts';
import type { Exporter } from '../exporter.ts';
import { exporter, importer, receivingCustoms } from '../figures.ts';
import { claimsOf, lateGrowers, lateLot } from '../late-lots.ts';
import type { Year } from '../plan.ts';
import { draws } from '../random.ts';
import { manifest, sendingControl } from './claims-manifest.ts';
import { type Course, courseOf } from './course.ts';
import type { SendingCustoms } from './sending.ts';

export interface LateCourse {
  readonly course: Course;
  readonly certificate: string;
  readonly manifest: string;
}

/** Places of late lots that other forgeries do not use. */
const firstPlace = 200;
const count = 6;

/** Certified, announced, controlled by the sending service: two lines each. */
export async function prepareCourses(
  year: Year,
  day: number,
  exporting: Exporter,
  customs: SendingCustoms,
): Promise<LateCourse[]> {
  const growers = lateGrowers(year, 3);
  const late: LateCourse[] = [];
  for (let index = 0; index < count; index++) {
    const grower = growers[index % growers.length] as (typeof growers)[number];
    const own = lateLot(year, grower, firstPlace + index, day);
    const half = Math.floor(own.kilograms / 2);
    const lines = [half, own.kilograms - half].map((kilograms, line) => ({
      sequence: line + 1,
      kilograms,
      sources: [{ grower: grower.id, kilograms }],
    }));
    const lot = { ...own, lines };
    const result = (await exporting.side.issue({ type: 'laboratory-result', claims: laboratoryResult(lot, day) })).id;
    const claims = claimsOf({ lot, day, result }, day);
    const { id: certificate } = await exporting.side.issue({
      type: 'certificate',
      claims,
      to: [importer, receivingCustoms],
    });
    const course = lateCourse(year, lot, day);
    const issued = await customs.side.issue({
      type: 'manifest',
      claims: manifest(course, { series: 1, certificate, operator: undefined }),
      to: [receivingCustoms, exporter, importer],
    });
    await customs.side.issue({ type: 'control-result', claims: sendingControl(course, day), about: issued.id });
    late.push({ course, certificate, manifest: issued.id });
  }
  return late;
}

/** As planned, nothing is wrong with it; declarations are numbered by the day of the certificate. */
function lateCourse(year: Year, lot: Course['lot'], day: number): Course {
  const { resent: _, reason: __, own: ___, ...drawn } = courseOf(draws(year.seed, `late ${lot.index}`), lot, 'none');
  const days = { ...drawn.days, manifest: day, corrected: day, arrival: day + 1, decision: day + 1, end: day + 4 };
  return {
    ...drawn,
    control: 'A1',
    asked: false,
    late: false,
    found: 'as-stated',
    decision: 'pass',
    end: 'release',
    days,
    writeOffs: [],
  };
}
