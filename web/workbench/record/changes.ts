/** What differs between a record and the one it replaces, member by member. */
import type { ContentLine } from '../../../kernel/contents.ts';

export interface Change {
  readonly path: string;
  /** From the outermost member inwards. */
  readonly labels: readonly string[];
  /** Absent: not stated there. */
  readonly before?: string;
  readonly after?: string;
}

interface Leaf {
  readonly labels: readonly string[];
  readonly value: string;
}

/** In the order of the newer contents; what it states no more comes after. */
export function changesBetween(before: readonly ContentLine[], after: readonly ContentLine[]): readonly Change[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const changed = [...now].flatMap(([path, { labels, value }]): Change[] => {
    const was = old.get(path)?.value;
    return was === value ? [] : [{ path, labels, ...(was !== undefined && { before: was }), after: value }];
  });
  const gone = [...old]
    .filter(([path]) => !now.has(path))
    .map(([path, { labels, value }]): Change => ({ path, labels, before: value }));
  return [...changed, ...gone];
}

function leavesOf(lines: readonly ContentLine[], outer: readonly string[] = []): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const line of lines) {
    const labels = [...outer, line.label];
    if ('value' in line) found.set(line.path, { labels, value: line.value });
    else for (const [path, leaf] of leavesOf(line.lines, labels)) found.set(path, leaf);
  }
  return found;
}
