/** API tokens of one institution: shown once, kept as SHA-256 digests. */
import { randomBytes } from 'node:crypto';
import type { AccessRegister, Right } from './http/access.ts';
import { tokenDigest } from './http/access.ts';
import type { SqliteStore } from './store/sqlite.ts';

export interface TokenLine {
  /** First 12 hex digits of the digest: names a token without telling it. */
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly created: number;
  readonly revoked?: number;
}

/** Makes a token; its text is returned this one time. */
export async function createToken(
  store: SqliteStore,
  name: string,
  rights: readonly Right[],
  now: number,
): Promise<string> {
  const token = `samur_${randomBytes(32).toString('base64url')}`;
  await store.db
    .insertInto('token')
    .values({ digest: tokenDigest(token), name, rights: rights.join(' '), created: now, revoked: null })
    .execute();
  return token;
}

export async function listTokens(store: SqliteStore): Promise<TokenLine[]> {
  const rows = await store.db.selectFrom('token').selectAll().orderBy('created').execute();
  return rows.map(({ digest, name, rights, created, revoked }) => ({
    id: digest.slice(0, 12),
    name,
    rights: rights.split(' ') as Right[],
    created,
    ...(revoked !== null && { revoked }),
  }));
}

/** True when a valid token with this id was there. */
export async function revokeToken(store: SqliteStore, id: string, now: number): Promise<boolean> {
  if (!/^[0-9a-f]{12,64}$/.test(id)) return false;
  const result = await store.db
    .updateTable('token')
    .set({ revoked: now })
    .where('digest', 'like', `${id}%`)
    .where('revoked', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** The tokens of all institutions on this server. */
export function accessRegister(stores: ReadonlyMap<string, SqliteStore>): AccessRegister {
  return {
    async find(digest) {
      for (const [institution, store] of stores) {
        const row = await store.db
          .selectFrom('token')
          .select(['name', 'rights'])
          .where('digest', '=', digest)
          .where('revoked', 'is', null)
          .executeTakeFirst();
        if (row) return { institution, name: row.name, rights: row.rights.split(' ') as Right[] };
      }
      return undefined;
    },
  };
}
