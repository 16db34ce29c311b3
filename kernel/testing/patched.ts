/** RFC 6902, as far as vectors use it: a refused document is a valid one with a fault put in. */
import type { Json } from '../canonical.ts';

export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: Json;
}

export function patched<T extends object>(document: T, operations: readonly Operation[]): T {
  const copy = JSON.parse(JSON.stringify(document)) as T;
  for (const { op, path, value } of operations) {
    const steps = path.slice(1).split('/');
    const last = steps.pop() as string;
    let parent = copy as unknown as Record<string, unknown>;
    for (const step of steps) parent = parent[step] as Record<string, unknown>;
    if (op !== 'add' && !(last in parent)) throw new Error(`${path} is not there`);
    if (Array.isArray(parent)) {
      const index = last === '-' ? parent.length : Number(last);
      parent.splice(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
    } else if (op === 'remove') delete parent[last];
    else parent[last] = value;
  }
  return copy;
}
