/** What rows are called that are codes of a register's entries. */
import type { Json } from '../../../kernel/canonical.ts';
import type { Text } from '../../../kernel/finding.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InstitutionService } from '../../institution/service.ts';
import type { NamedFigure } from './figure-marks.ts';

/** Entries read at once, and at most: a register of codes is short. */
const piece = 1000;
const most = 20_000;

/** By code, of those whose entries agree: what two name differently is called by neither. */
export async function rowNames(
  service: Pick<InstitutionService, 'register'>,
  { profile, figure: { names } }: NamedFigure,
): Promise<ReadonlyMap<string, Text>> {
  const found = new Map<string, Text>();
  if (!names) return found;
  const apart = new Set<string>();
  let cursor: string | undefined;
  for (let read = 0; read < most; read += piece) {
    const query = { prefix: [], limit: piece, ...(cursor !== undefined && { cursor }) };
    const page = await service.register(`${profile}/${names.register}`, query);
    if (page instanceof Refusal) break;
    for (const { key, value } of page.items) {
      const code = key[names.part];
      const title = names.title(value as Json);
      if (code === undefined || title === undefined) continue;
      const known = found.get(code);
      if (known && JSON.stringify(known) !== JSON.stringify(title)) apart.add(code);
      found.set(code, title);
    }
    cursor = page.next;
    if (cursor === undefined) break;
  }
  for (const code of apart) found.delete(code);
  return found;
}
