/** What a draft carries, checked apart from rules and state: its annexes, and claims against their schema. */
import type { Finding } from '../../kernel/finding.ts';
import type { AnnexName } from '../../kernel/record/payload.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { SchemaFault } from '../../kernel/schema.ts';
import type { Core } from './core.ts';
import type { DraftRequest } from './service.ts';

export async function annexNames(core: Core, draft: DraftRequest): Promise<AnnexName[] | Refusal> {
  if (draft.annexes.length === 0) return [];
  const names = new Map<string, AnnexName>();
  for (const { digest, name, mediaType } of draft.annexes) {
    const stored = /^[0-9a-f]{64}$/.test(digest)
      ? await core.store.db
          .selectFrom('annex')
          .select((eb) => eb.fn<number>('length', ['bytes']).as('size'))
          .where('digest', '=', Uint8Array.fromHex(digest))
          .executeTakeFirst()
      : undefined;
    if (!stored) return refuse('record.annex-missing', { name: digest.slice(0, 64) }, '/annexes');
    names.set(digest, { digest, mediaType, name, size: Number(stored.size) });
  }
  return [...names.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

/** A departure from the schema in words of its own: what is missing, what is too much, what does not fit. */
export function claimFinding({ path, keyword, expected }: SchemaFault): Finding {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const code =
    keyword === 'required'
      ? 'input.missing-member'
      : keyword === 'additionalProperties'
        ? 'input.unknown-member'
        : 'input.bad-value';
  return { code, severity: 'refuse', path, detail: { name, ...(expected !== undefined && { expected }) } };
}
