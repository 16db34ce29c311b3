/** The signals on certificates against what was planted. */
import { untied } from './books.ts';
import type { LotPapers } from './exporter.ts';
import type { Lot, Year } from './plan.ts';

export interface Judged {
  readonly planted: number;
  readonly signalled: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
}

const judged = (planted: ReadonlySet<unknown>, signalled: ReadonlySet<unknown>): Judged => {
  const found = planted.intersection(signalled).size;
  return {
    planted: planted.size,
    signalled: signalled.size,
    found,
    precision: signalled.size === 0 ? 1 : found / signalled.size,
    recall: found / planted.size,
  };
};

export interface Verdict {
  /** Certificates with any signal, against those with foreign goods. */
  readonly anySignal: Judged;
  /** The same without goods that resume through a grower who has no tie to the stopped one. */
  readonly certificates: Judged;
  /** Growers with `several` such certificates or more within four weeks, against those who lent their names. */
  readonly growers: Judged;
  /** By signal: certificates that bear it, and how many of them had foreign goods. */
  readonly byCode: ReadonlyMap<string, readonly [all: number, foreign: number]>;
}

/** Signalled certificates within `weeksLooked` weeks from which an officer takes up a grower. */
export const several = 5;
const weeksLooked = 4;

/** `signals`: names by record. */
export function judge(
  { lots, foreign }: Year,
  papers: ReadonlyMap<number, LotPapers>,
  signals: ReadonlyMap<string, readonly string[]>,
): Verdict {
  const codesOf = ({ index }: Lot) => signals.get(papers.get(index)?.certificate ?? '') ?? [];
  const any = lots.filter((lot) => codesOf(lot).length > 0);
  const signalled = lots.filter((lot) => codesOf(lot).some((code) => !code.endsWith(untied)));
  const byCode = new Map<string, [number, number]>();
  for (const lot of any)
    for (const code of codesOf(lot)) {
      const counts = byCode.get(code) ?? [0, 0];
      byCode.set(code, [counts[0] + 1, counts[1] + Number(lot.foreign)]);
    }
  const planted = new Set(lots.filter((lot) => lot.foreign).map(({ index }) => index));
  const taken = Map.groupBy(signalled, ({ grower }) => grower.id);
  const growers = [...taken].filter(([, own]) => own.some((lot, at) => isNear(lot, own[at + several - 1])));
  return {
    anySignal: judged(planted, new Set(any.map(({ index }) => index))),
    certificates: judged(planted, new Set(signalled.map(({ index }) => index))),
    growers: judged(new Set(foreign.map(({ grower }) => grower.id)), new Set(growers.map(([id]) => id))),
    byCode,
  };
}

const isNear = (first: Lot, last: Lot | undefined) => last !== undefined && last.day - first.day < weeksLooked * 7;
