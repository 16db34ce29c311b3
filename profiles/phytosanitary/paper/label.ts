import { labels } from '../labels/index.ts';
import type { Languages, Pair } from './words-of.ts';

/** What the profile calls a member, by the path's end as in `Profile.labels`. */
export function labelOf(path: string, [first, second]: Languages): Pair {
  const names = path.split('/');
  for (let from = 0; from < names.length; from++) {
    const text = labels[names.slice(from).join('/')];
    if (text !== undefined) return [text[first], text[second]];
  }
  const name = names.at(-1)!;
  return [name, name];
}
