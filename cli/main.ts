/** Composition root of the command line: the only file here that knows profiles and the server's own parts. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue } from '../kernel/catalogue.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { profiles } from '../profiles/index.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { auditCommand } from './commands/audit.ts';
import { type TokenKeeper, tokenCommand } from './commands/token.ts';
import { processHost } from './host.ts';
import { run } from './run.ts';

const catalogue = loadCatalogue(profiles, compileSchema);
if (catalogue instanceof Refusal) throw new Error(`${catalogue.code} ${JSON.stringify(catalogue.detail)}`);
process.exitCode = await run(process.argv.slice(2), processHost(catalogue, nodeCrypto, compileSchema), [
  auditCommand(async (folder, progress) => {
    const { auditFolder } = await import('../server/audit.ts');
    return auditFolder(folder, profiles, progress).catch((fault: unknown) => damaged(folder, fault));
  }),
  tokenCommand(openTokens),
]);

/** A database that cannot be read is told in one line; anything else is a fault of the program. */
function damaged(folder: string, fault: unknown): Refusal {
  if (!(fault instanceof Error && 'code' in fault)) throw fault;
  console.error(fault.message);
  return refuse('config.data-folder', { name: folder });
}

/** Loaded when asked for: most commands never open a database. */
async function openTokens(folder: string): Promise<TokenKeeper | undefined> {
  const file = join(folder, 'samur.db');
  try {
    await access(file);
  } catch {
    return undefined;
  }
  const { rights } = await import('../server/http/access.ts');
  const { createToken, listTokens, revokeToken } = await import('../server/tokens.ts');
  const { SqliteStore } = await import('../server/store/sqlite.ts');
  const store = await SqliteStore.open(file).catch((fault: unknown) => damaged(folder, fault));
  if (store instanceof Refusal) return undefined;
  return {
    rights,
    create: (name, wanted, now) =>
      createToken(
        store,
        name,
        rights.filter((right) => wanted.includes(right)),
        now,
      ),
    list: () => listTokens(store),
    revoke: (id, now) => revokeToken(store, id, now),
    close: () => store.close(),
  };
}
