/** Claims of the receiving customs service: what stood at the border, what it decides, what it writes off. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { kilograms, momentText, numberOf } from '../claims.ts';
import { exporter, figures, importer } from '../figures.ts';
import { pad } from '../growers.ts';
import { meansOf, sealOf } from './claims-manifest.ts';
import { type Course, type Decision, isStopped } from './course.ts';
import { entryOffice, officeNumber } from './offices.ts';
import type { WriteOffTask } from './write-offs.ts';

export function arrival({ lot, found, weighed, days }: Course): JsonObject {
  const others = found === 'other-seals';
  return {
    office: entryOffice(lot),
    time: momentText(days.arrival, 5),
    means: [
      {
        number: meansOf(lot).number,
        seals: [
          { number: sealOf(lot, 'phytosanitary'), state: 'good' },
          others
            ? { number: `XX${pad(lot.index + 1, 6)}`, state: 'bad' }
            : { number: sealOf(lot, 'customs'), state: 'good' },
        ],
      },
    ],
    gross: kilograms(weighed),
  };
}

const lanes: Readonly<Record<Decision, { lane: string; ground: string }>> = {
  pass: { lane: 'green', ground: 'none' },
  full: { lane: 'blue', ground: 'top-up' },
  part: { lane: 'yellow', ground: 'random' },
  none: { lane: 'red', ground: 'profile' },
};

export function recognition({ lot, decision, reason }: Course): JsonObject {
  return {
    decision: decision === 'pass' ? 'full' : decision,
    ...(decision === 'part' && { controls: ['documents', 'seal-check'] }),
    ...(reason !== undefined && { reasons: [{ code: reason }] }),
    ...lanes[decision],
    ...(decision === 'pass' && { release: true }),
    office: entryOffice(lot),
  };
}

export function ownControl({ lot, decision, reason, own, found, weighed, days }: Course): JsonObject {
  const stated = lot.lines.map(({ kilograms: mass }) => mass);
  const number = `RU-K-26-${pad(lot.index + 1, 6)}`;
  const differs = found !== 'as-stated' || reason === 'weight-differs';
  return {
    number,
    side: 'receiving',
    office: entryOffice(lot),
    controls: ['documents', 'examination', 'weighing', 'seal-check'],
    extent: 'all',
    result: own as string,
    lane: decision === 'pass' ? 'blue' : 'red',
    ground: reason === 'random-check' ? 'random' : 'officer',
    started: momentText(days.end, 6),
    ended: momentText(days.end, 8),
    ...(reason === 'weight-differs' && {
      lines: [
        {
          sequence: lot.lines[0]?.sequence as number,
          violations: ['net-weight'],
          declared: kilograms(stated[0] as number),
          found: kilograms(Math.max(0, (stated[0] as number) - 1)),
        },
      ],
    }),
    gross: kilograms(weighed),
    ...(differs && { text: 'Расхождение подтверждено досмотром.' }),
  };
}

export function disposition({ lot }: Course, kind: 'release' | 'return' | 'detain' | 'close'): JsonObject {
  const office = entryOffice(lot);
  if (kind === 'release') return { kind, office };
  // Only what was detained is closed.
  if (kind === 'close') return { kind, office, reasons: [{ code: 'goods-seized' }] };
  return { kind, office, reasons: [{ code: isStopped(lot) ? 'other-authority' : 'discrepancy-found' }] };
}

export const declarationNumber = ({ lot, writeOffs }: Course, declaration: number): string => {
  const first = writeOffs.find((task) => task.declaration === declaration);
  return officeNumber(entryOffice(lot), first?.day ?? lot.day, `${declaration}${pad(lot.index + 1, 6)}`);
};

export interface Taken {
  readonly record: string;
  readonly number: string;
}

export const takenOf = ({ lot }: Course, record: string): Taken => ({ record, number: numberOf(lot) });

/** `manifest`: its record, where it has come. */
export function writeOff(
  course: Course,
  { act, declaration, reserved, consumed }: Omit<WriteOffTask, 'day'>,
  certificate: Taken,
  manifest?: string,
): JsonObject {
  const { lot } = course;
  return {
    declaration: declarationNumber(course, declaration),
    act,
    office: entryOffice(lot),
    ...(manifest !== undefined && { manifest }),
    lines: lot.lines.map((line, index) => ({
      certificate: { ...certificate, exporting: exporter, importing: importer },
      line: String(line.sequence),
      hs: figures[lot.grower.product].hs,
      reserved: kilograms(reserved[index] as number),
      consumed: kilograms(consumed[index] as number),
    })),
  };
}
