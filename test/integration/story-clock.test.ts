/** A server takes its time from its own clock; only a demonstration, while its story is told, is told another. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { profiles } from '../../profiles/index.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder, type FoundingCountry, foundCorridor } from '../../server/founding.ts';
import { freePort } from '../corridor.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

test('a production server is told no time, and does not start with one', async () => {
  const data = await mkdtemp(join(tmpdir(), 'samur-'));
  const country = async (name: string, id: string): Promise<FoundingCountry> => ({
    country: name,
    port: await freePort(),
    institutions: [{ id, names: { az: id, ru: id, en: id }, functions: ['nppo'] }],
  });
  const countries: [FoundingCountry, FoundingCountry] = [
    await country('AZ', 'az.afsa'),
    await country('RU', 'ru.fsvps'),
  ];
  await foundCorridor(
    { data, corridor: 'az-ru', demonstration: false, countries, profiles, log: 'silent', now: Date.now() },
    nodeCrypto,
  );
  const folder = countryFolder(data, 'AZ');
  const started = spawnSync(process.execPath, [main, 'serve', folder, '1'], { encoding: 'utf8', timeout: 20_000 });
  expect(started.status).toBe(2);
  expect(started.stderr).toContain('only a demonstration');
  await rm(data, { recursive: true });
});
