import type { Finding } from '../../../kernel/finding.ts';
import type { Rule } from '../../../kernel/profile.ts';
import { finding } from './finding.ts';

/** Digests named anywhere as an attachment or photograph, each with the path of its object. */
function* named(value: object, path = ''): Generator<readonly [digest: string, path: string]> {
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null) continue;
    const at = `${path}/${name}`;
    if ('digest' in inner && 'mediaType' in inner) yield [String(inner.digest), at];
    else yield* named(inner, at);
  }
}

/** What is named by digest must travel with the record: nobody could open it otherwise. */
export const attachmentsEnclosed: Rule = {
  name: 'attachments travel with the record',
  askedOf: () => [],
  check({ claims, annexes }) {
    if (annexes === undefined) return [];
    const enclosed = new Set(annexes);
    const { unmapped: _, ...stated } = claims;
    const found: Finding[] = [];
    for (const [digest, path] of named(stated))
      if (!enclosed.has(digest)) found.push(finding('attachment-not-enclosed', 'refuse', path, { digest }));
    return found;
  },
};
