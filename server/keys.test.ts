import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { utf8 } from '../kernel/bytes.ts';
import { Refusal } from '../kernel/refusal.ts';
import { keyUses } from '../kernel/trust/national-part.ts';
import { nodeCrypto } from './crypto-node.ts';
import { createKey, loadKey, loadKeys } from './keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes one key for each use, once, readable by their owner alone', async () => {
  const keys = await loadKeys(join(folder, 'keys'), nodeCrypto, true);
  if (keys instanceof Refusal) throw new Error(keys.code);
  expect(new Set(keyUses.map((use) => keys[use].kid)).size).toBe(4);
  for (const use of keyUses) expect((await stat(join(folder, 'keys', `${use}.json`))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  const again = await loadKeys(join(folder, 'keys'), nodeCrypto, false);
  expect(again instanceof Refusal ? again : keyUses.map((use) => again[use].kid)).toEqual(
    keyUses.map((use) => keys[use].kid),
  );
});

it('refuses a key file that others can read, that is absent, or that is no key', async () => {
  const file = join(folder, 'record.json');
  const codeOf = async () => {
    const loaded = await loadKey(file, nodeCrypto, false);
    return loaded instanceof Refusal ? loaded.code : loaded.kid;
  };
  expect(await codeOf()).toBe('config.key-file');
  await createKey(file, 'EdDSA');
  expect(await codeOf()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const text = await readFile(file, 'utf8');
  await expect(createKey(file, 'EdDSA')).rejects.toThrow('EEXIST');
  expect(await readFile(file, 'utf8')).toBe(text);
  await chmod(file, 0o644);
  expect(await codeOf()).toBe('config.key-file');
  await writeFile(file, '{"kty":"OKP"}');
  await chmod(file, 0o600);
  expect(await codeOf()).toBe('config.key-file');
});

it('signs ES256 in the one form that verifies', async () => {
  const file = join(folder, 'record.json');
  await createKey(file, 'ES256');
  const signer = await loadKey(file, nodeCrypto, false);
  if (signer instanceof Refusal) throw new Error(signer.code);
  for (let i = 0; i < 32; i++) {
    const message = utf8(`message ${i}`);
    expect(nodeCrypto.verify(signer.key, message, await signer.sign(message))).toBe(true);
  }
});
