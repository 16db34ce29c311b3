/** Claims of the importing service: what inspection found, and the case that follows a pest. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { kilograms, momentText } from './claims.ts';
import { dayText, exporter, figures } from './figures.ts';
import { pad } from './growers.ts';
import type { PlannedLine } from './loads.ts';
import type { Outcome } from './outcomes.ts';
import type { Lot, PlannedSuspension } from './plan.ts';

const conform = { result: 'conform' };

/** Hours of the day at which inspections begin and end. */
const [begin, end] = [6, 7] as const;

function inspected(lot: Lot, day: number, noticeId: string): JsonObject {
  return {
    checkpoint: lot.checkpoint,
    notice: noticeId,
    started: momentText(day, begin),
    ended: momentText(day, end),
    documents: conform,
    identity: conform,
    physical: conform,
    inspector: 'И. Образцов',
  };
}

/** Goods are put on hold while samples are examined. */
export function held(lot: Lot, day: number, noticeId: string): JsonObject {
  return {
    ...inspected(lot, day, noticeId),
    result: 'hold',
    physical: { result: 'not-conform', text: 'Пятнистость плодов, отобран образец.' },
    samples: [{ number: `RU-S-26-${pad(lot.index + 1, 6)}` }],
    lines: lot.lines.map((line) => ({ sequence: line.sequence, arrived: kilograms(line.kilograms) })),
  };
}

/** What of a line came in, was sent back or destroyed, in whole kilograms; all that arrived is told. */
export function divided({ kilograms: all }: PlannedLine, outcome: Outcome) {
  const part = (percent: number) => Math.floor((all * percent) / 100);
  switch (outcome.kind) {
    case 'short':
      return { arrived: all - part(outcome.missing), released: all - part(outcome.missing) };
    case 'part':
      return { arrived: all, released: all - part(outcome.returned), returned: part(outcome.returned) };
    case 'return':
    case 'pest':
      return { arrived: all, returned: all };
    case 'destroy':
      return { arrived: all, destroyed: all };
    default:
      return { arrived: all, released: all };
  }
}

const results = {
  release: 'release',
  hold: 'release',
  short: 'release',
  part: 'release-part',
  return: 'reject',
  destroy: 'reject',
  pest: 'reject',
} as const;
const reasons = {
  short: 'data-mismatch',
  part: 'marking-missing',
  return: 'data-mismatch',
  destroy: 'regulated-pest',
  pest: 'quarantine-pest',
} as const;

/** The inspection that ends the matter. `result`: record of the laboratory that found or cleared. */
export function inspection(lot: Lot, day: number, noticeId: string, result?: string): JsonObject {
  const { outcome } = lot;
  const kind = outcome.kind;
  const reason = kind === 'release' || kind === 'hold' ? undefined : reasons[kind];
  return {
    ...inspected(lot, day, noticeId),
    result: results[kind],
    ...(reason !== undefined && { physical: { result: 'not-conform', text: 'Установлено при досмотре.' } }),
    ...(result !== undefined && { laboratoryResults: [result] }),
    lines: lot.lines.map((line) => {
      const amounts = Object.entries(divided(line, outcome)).map(([name, mass]) => [name, kilograms(mass)]);
      return {
        sequence: line.sequence,
        ...(Object.fromEntries(amounts) as JsonObject),
        ...(reason !== undefined && { reasons: [reason] }),
      };
    }),
  };
}

export function borderResult(lot: Lot, day: number, certificateId: string, found: string | undefined): JsonObject {
  const number = `RU-LAB-26-${pad(lot.index + 1, 6)}`;
  const { eppo, pests } = figures[lot.grower.product];
  return {
    number,
    laboratory: {
      name: 'Лаборатория карантина растений «Образец»',
      accreditation: { number: 'RU-LAB-0457', scope: ['TOBRFV', 'GNORAB', 'LASPMO'] },
    },
    purpose: 'import',
    sample: { number: `RU-S-26-${pad(lot.index + 1, 6)}`, taken: dayText(lot.arrival) },
    lot: { product: eppo, grower: lot.grower.id, certificate: certificateId, line: 1 },
    started: dayText(lot.arrival),
    ended: dayText(day),
    tests: pests.map((pest) => ({
      pest,
      method: 'ПЦР в реальном времени',
      result: pest === found ? 'detected' : 'not-detected',
    })),
  };
}

export interface Find {
  readonly certificate: string;
  readonly inspection: string;
  readonly result: string;
}

export function nonCompliance(lot: Lot, pest: string, { certificate, inspection: record, result }: Find): JsonObject {
  return {
    exporter,
    number: `RU-NC-26-${pad(lot.index + 1, 6)}`,
    certificate,
    lines: lot.lines.map(({ sequence }) => sequence),
    growers: [lot.grower.id],
    reasons: ['quarantine-pest'],
    pests: [pest],
    found: dayText(lot.arrival),
    checkpoint: lot.checkpoint,
    inspection: record,
    laboratoryResults: [result],
    action: 'return',
    text: 'В партии обнаружен карантинный вредный организм. Партия возвращена. Просим провести расследование.',
  };
}

export function suspension({ grower, pest, lifted }: PlannedSuspension, caseId?: string): JsonObject {
  return {
    exporter,
    grower: grower.id,
    product: figures[grower.product].eppo,
    pest,
    review: dayText(lifted + 10),
    ...(caseId !== undefined && { case: caseId }),
    reason: 'pest-found',
  };
}
