/** Lines of goods by their numbers: what many say alike stands once. */
import { inline, type Languages, pairOf } from './words-of.ts';

export function lineNames(sequences: readonly number[], languages: Languages): string {
  return `${inline(pairOf('line', languages))} ${ranges(sequences)}`;
}

/** What lines say, each thing once, with the numbers of those that say it. */
export function alike<T>(
  lines: readonly { readonly sequence: number; readonly said: T }[],
): readonly { readonly sequences: readonly number[]; readonly said: T }[] {
  return [...Map.groupBy(lines, ({ said }) => JSON.stringify(said)).values()].map((group) => ({
    sequences: [...new Set(group.map(({ sequence }) => sequence))],
    said: group[0]!.said,
  }));
}

/** `1–3, 7`. */
export function ranges(sequences: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const sequence of sequences) {
    const last = runs.at(-1);
    if (last && sequence === last[1] + 1) last[1] = sequence;
    else runs.push([sequence, sequence]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
