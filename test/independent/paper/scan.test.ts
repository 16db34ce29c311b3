import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import { portableCrypto } from '../../../kernel/crypto-portable.ts';
import { openRecordAlone } from '../../../kernel/exchange/evidence.ts';
import { fromBase45 } from '../../../kernel/paper/base45.ts';
import { type Carried, largeCodeBytes, readCode, smallCodeBytes } from '../../../kernel/paper/code.ts';
import { dictionariesOf } from '../../../kernel/paper/dictionaries.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { importTrust } from '../../../kernel/trust/bundle.ts';
import { readPin } from '../../../kernel/trust/pin.ts';
import { profiles } from '../../../profiles/index.ts';
import { compileSchema } from '../../../server/schema-compiler.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../../corridor.ts';
import { readByPage, readByZbar, render, scanned } from './scan.ts';

const dpi = 150;
const loaded = loadCatalogue(profiles, compileSchema);
if (loaded instanceof Refusal) throw new Error(loaded.code);
const catalogue = loaded;
const dictionaries = dictionariesOf(catalogue, portableCrypto);

let corridor: Corridor;
let az: Client;
let folder: string;
let trustText: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-scan-'));
  corridor = await foundTestCorridor({ start: false });
  // While the other side is away there is no proof, so that codes hold the record alone.
  await corridor.start('AZ');
  az = await corridor.client('az.afsa');
  trustText = JSON.stringify((await az.get('/api/trust')).body);
});
afterAll(async () => {
  await corridor?.end();
  await rm(folder, { recursive: true, force: true });
});

/** Random letters, of which each takes as many bits in the code as there are: 6. */
const noise = (length: number) =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(length)))
    .toString('base64')
    .slice(0, length);
let issued = 0;

/** A certificate whose remarks are so many letters long that nothing packs. */
async function issue(letters: number): Promise<{ id: string; jws: string }> {
  issued++;
  const answer = await az.post('/api/records?to=ru.fsvps', await certificateXml(`AZ-PC-2026-${910_000 + issued}`));
  const { profile, type, to, claims } = answer.body;
  const number = `AZ-PC-2026-${920_000 + issued}`;
  const remarks = [{ language: 'en', text: noise(letters) }];
  const longer = await az.post('/api/records', { profile, type, to, claims: { ...claims, number, remarks } });
  expect(longer.status).toBe(201);
  const { id } = longer.body;
  return { id, jws: (await az.get(`/api/records/${id}.jws`)).body };
}

async function print(id: string): Promise<string> {
  const answer = await fetch(`${az.server}/api/records/${id}.pdf`, {
    headers: { authorization: `Bearer ${az.token}` },
  });
  expect(answer.status).toBe(200);
  const file = join(folder, `${id.slice(0, 8)}.pdf`);
  await writeFile(file, await answer.bytes());
  return file;
}

/** What both readers make of the printed, scanned page: the same. */
async function scan(id: string): Promise<string> {
  const [page = ''] = await render(await print(id), join(folder, id.slice(0, 8)), dpi);
  const picture = await scanned(page);
  const [zbar, own] = await Promise.all([readByZbar(picture), readByPage(picture)]);
  expect(own).toBe(zbar);
  return zbar;
}

const bytesOf = (text: string) => fromBase45(text.slice('SMR1:'.length))?.length ?? 0;

/** A record whose code is as long as may be: at most `limit` bytes, and not twenty fewer. */
async function longest(limit: number): Promise<{ jws: string; text: string }> {
  let letters = Math.round(limit / 3);
  for (let tries = 0; tries < 12; tries++) {
    const { id, jws } = await issue(letters);
    const text = await readByPage((await render(await print(id), join(folder, `try-${tries}`), 300))[0] ?? '');
    const bytes = text.startsWith('SMR1:') ? bytesOf(text) : limit + 100;
    if (bytes <= limit && bytes > limit - 20) return { jws, text: await scan(id) };
    letters += Math.round(((limit - 10 - bytes) * 8) / 6.2);
  }
  throw new Error(`no code of ${limit} bytes`);
}

function verify(carried: Carried) {
  const exported = JSON.parse(trustText);
  const pin = readPin(exported.pin, portableCrypto);
  const trust = pin instanceof Refusal ? pin : importTrust(pin, exported, portableCrypto);
  if (trust instanceof Refusal) throw new Error(trust.code);
  return openRecordAlone(carried, { trust, catalogue, crypto: portableCrypto, now: Date.now() });
}

describe('a code printed, rendered at 150 dpi, laid askew by 7 degrees, blurred, kept as JPEG 50', () => {
  test.each([smallCodeBytes, largeCodeBytes])(
    'of %d bytes, the most for its size, gives back the signed bytes',
    async (limit) => {
      const { jws, text } = await longest(limit);
      expect(await readCode(text, dictionaries, portableCrypto)).toEqual({ jws, proofs: [] });
    },
  );

  test('of a record that does not fit leads to it: digest and check code', async () => {
    const { id } = await issue(largeCodeBytes * 2);
    expect(await readCode(await scan(id), dictionaries, portableCrypto)).toMatchObject({ id });
  });

  test('is verified with the servers stopped, its time proved', async () => {
    await corridor.start('RU');
    const { id, jws } = await issue(10);
    await until(
      () => az.get(`/api/records/${id}/evidence`),
      ({ status }) => status === 200,
    );
    const text = await scan(id);
    for (const country of ['AZ', 'RU']) await corridor.stop(country);
    const carried = await readCode(text, dictionaries, portableCrypto);
    if (carried instanceof Refusal || !('jws' in carried)) throw new Error('no record in the code');
    expect([carried.jws, carried.proofs.length]).toEqual([jws, 1]);
    const { authenticity, record } = verify(carried);
    expect(authenticity).toMatchObject({ verdict: 'authentic', provedTime: { notAfter: expect.any(Number) } });
    expect(record?.id).toBe(id);
    const altered = { ...carried, jws: carried.jws.replace(/.(?=\.[^.]*$)/, (sign) => (sign === 'A' ? 'B' : 'A')) };
    expect(verify(altered).authenticity.verdict).toBe('not-authentic');
  });
});
