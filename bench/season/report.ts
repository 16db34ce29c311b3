/** What a season came to, one line a figure. */
import { against } from '../measure.ts';
import { receivingCustoms } from './figures.ts';
import { several } from './judged.ts';
import type { Season } from './run.ts';

/** Prints a figure; one that does not hold makes the whole run fail. */
function figure(text: string, holds: boolean): void {
  if (!holds) process.exitCode = 1;
  console.log(text);
}

const tonnes = (mass: bigint) => (Number(mass / 1_000_000n) / 1000).toLocaleString('en', { minimumFractionDigits: 3 });

export function reportBooks(season: Season, name: string): void {
  const { az, ru, planned } = season.tonnage;
  const balanced = az.certified - az.freed === az.used + az.reserved;
  const asPlanned = az.certified === planned.certified && az.freed === planned.freed;
  figure(
    `${name}, books: ${season.compared.toLocaleString('en')} rows and states on each side, ${season.differing.length} differ; ` +
      `certified ${tonnes(az.certified)} t - freed ${tonnes(az.freed)} t = used ${tonnes(az.used)} t + reserved ` +
      `${tonnes(az.reserved)} t: ${balanced && asPlanned ? 'balanced, as planned' : 'NOT balanced'}; ` +
      `${az.overdrawn + ru.overdrawn} limits overdrawn; ${season.refusals.length} refusals between honest servers`,
    balanced && asPlanned && season.differing.length + az.overdrawn + ru.overdrawn + season.refusals.length === 0,
  );
  for (const key of season.differing.slice(0, 5)) console.log(`  differs: ${key}`);
  for (const refusal of season.refusals.slice(0, 5)) console.log(`  refused: ${refusal}`);
}

/** The same in the books of all who keep them. */
export function reportWriteOffs({ customs }: Season, name: string): void {
  const own = customs?.books.get(receivingCustoms);
  if (!customs || !own) return;
  const { planned, books } = customs;
  const alike = [...books.values()].every(
    (one) => one.consumed === own.consumed && one.reserved === own.reserved && one.lines === own.lines,
  );
  const balanced = own.certified === own.consumed + own.reserved + own.free;
  const asPlanned =
    own.certified === planned.certified && own.consumed === planned.consumed && own.reserved === planned.reserved;
  const overdrawn = [...books.values()].reduce((sum, one) => sum + one.overdrawn, 0);
  figure(
    `${name}, written off: ${own.lines.toLocaleString('en')} lines; certified ${tonnes(own.certified)} t = used ` +
      `${tonnes(own.consumed)} t + reserved ${tonnes(own.reserved)} t + free ${tonnes(own.free)} t: ` +
      `${balanced && asPlanned ? 'balanced, as planned' : 'NOT balanced'}, ${alike ? 'alike' : 'NOT alike'} at ` +
      `${[...books.keys()].join(', ')}; ${own.crossed} reservations crossed with a withdrawal or replacement; ${overdrawn} lines overdrawn`,
    balanced && asPlanned && alike && overdrawn === 0,
  );
}

export function reportForgeries({ forgeries }: Season, name: string): void {
  for (const { kind, planted, refused, code } of forgeries)
    figure(
      `${name}, forgery: ${kind}: ${refused} of ${planted} refused, ${code}; ${against('all', refused === planted)}`,
      refused === planted && planted > 0,
    );
}

const share100 = (value: number) => `${(value * 100).toFixed(1)} %`;

export function reportSignals({ verdict, signalsApart }: Season): void {
  for (const [name, { planted, signalled, found, precision, recall }] of [
    ['certificates with any signal', verdict.anySignal],
    ['certificates, without resumption through growers who have no tie to the stopped one', verdict.certificates],
    [`growers with ${several} such certificates in four weeks`, verdict.growers],
  ] as const)
    figure(
      `season, origin: ${name}: ${planted} planted, ${signalled} signalled, ${found} of them rightly, ${signalled - found} false ` +
        `alarms; precision ${share100(precision)}, recall ${share100(recall)}`,
      found > 0,
    );
  console.log(`season, origin: ${signalsApart} records bear other signals there than here, for what crossed`);
  const codes = [...verdict.byCode].sort().map(([code, [all, foreign]]) => `${code} ${foreign}/${all}`);
  console.log(`season, origin, by signal (planted/all): ${codes.join('; ')}`);
}
