/** One institution of a founded data folder, opened in this process without its server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Json } from '../kernel/canonical.ts';
import { loadCatalogue } from '../kernel/catalogue.ts';
import type { Profile } from '../kernel/profile.ts';
import { Refusal } from '../kernel/refusal.ts';
import { importTrust } from '../kernel/trust/bundle.ts';
import { readPin } from '../kernel/trust/pin.ts';
import { profiles as allProfiles } from '../profiles/index.ts';
import { nodeCrypto as crypto, randomBytes } from '../server/crypto-node.ts';
import { countryFolder } from '../server/founding.ts';
import { Institution } from '../server/institution/institution.ts';
import { loadKeys } from '../server/keys.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { SqliteStore } from '../server/store/sqlite.ts';

export function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${JSON.stringify(value.detail)}`);
  return value;
}

export async function openInstitution(
  data: string,
  id: string,
  profiles: readonly Profile[] = allProfiles,
  random = randomBytes,
) {
  const folder = countryFolder(data, id.slice(0, 2));
  const readJson = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Json;
  const store = await SqliteStore.open(join(folder, id, 'samur.db'));
  const trust = sound(
    importTrust(sound(readPin(await readJson('pin.json'), crypto)), await readJson('trust.json'), crypto),
  );
  const keys = sound(await loadKeys(join(folder, id, 'keys'), crypto, false));
  const catalogue = sound(loadCatalogue(profiles, compileSchema));
  const logger = pino({ level: 'silent' });
  const institution = await Institution.open({
    id,
    store,
    keys,
    trust,
    catalogue,
    crypto,
    logger,
    clock: Date.now,
    random,
  });
  return { institution, store, keys, trust, catalogue };
}
