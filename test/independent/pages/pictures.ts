/**
 * Makes the pictures of docs/pictures from what real servers print and show: `node test/independent/pages/pictures.ts`, after
 * `npm run build`. Needs Chromium and pdftoppm.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../../../kernel/refusal.ts';
import { profiles } from '../../../profiles/index.ts';
import { nodeCrypto } from '../../../server/crypto-node.ts';
import { demonstrationCountries } from '../../../server/demonstration.ts';
import { countryFolder, foundCorridor } from '../../../server/founding.ts';
import { startServer } from '../../../server/server.ts';
import { clientOf, freePort, until } from '../../corridor.ts';
import { openBrowser, type Page } from './browser.ts';
import { give, openVerify } from './verify-page.ts';

const pictures = join(import.meta.dirname, '../../../docs/pictures');
const data = await mkdtemp(join(tmpdir(), 'samur-pictures-'));
const [az, ru] = demonstrationCountries;
await foundCorridor(
  {
    data,
    corridor: 'az-ru',
    demonstration: true,
    countries: [
      { ...az, port: await freePort() },
      { ...ru, port: await freePort() },
    ],
    profiles,
    log: 'silent',
    now: Date.now(),
  },
  nodeCrypto,
);
const servers = await Promise.all(
  demonstrationCountries.map(async ({ country }) => {
    const server = await startServer(countryFolder(data, country), profiles);
    if (server instanceof Refusal) throw new Error(server.code);
    return server;
  }),
);
const browser = await openBrowser();
try {
  const client = await clientOf(data, 'az.afsa');
  const xml = await readFile(
    new URL('../../../profiles/phytosanitary/vectors/valid/pomegranates.xml', import.meta.url),
    'utf8',
  );
  const { id } = (await client.post('/api/records?to=ru.fsvps', xml)).body;
  await until(
    () => client.get(`/api/records/${id}/evidence`),
    ({ status }) => status === 200,
  );
  const answer = await fetch(`${client.server}/api/records/${id}.pdf`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  const paper = join(data, 'paper.pdf');
  await writeFile(paper, await answer.bytes());
  await promisify(execFile)('pdftoppm', ['-r', '110', '-png', '-singlefile', paper, join(data, 'paper')]);

  const page = await browser.newPage({ viewport: { width: 1000, height: 1414 }, locale: 'en' });
  await page.goto(`${client.server}/?lang=en`);
  await page.screenshot({ path: join(pictures, 'first-page.png') });
  await openVerify(page, client.server);
  const { cards } = await give(page, 'paper.pdf', await readFile(paper));
  if (cards.some(({ tone }) => tone !== 'good')) throw new Error(JSON.stringify(cards));
  const checked = await page.screenshot();
  await sideBySide(page, [await readFile(join(data, 'paper.png')), checked]);
} finally {
  await browser.close();
  for (const server of servers) await server.stop();
  await rm(data, { recursive: true, force: true });
}

async function sideBySide(page: Page, images: readonly Buffer[]): Promise<void> {
  const shown = images.map((image) => `<img src="data:image/png;base64,${image.toString('base64')}">`);
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1480, height: 1038 });
  await page.setContent(
    `<style>body{margin:0;padding:24px;display:flex;gap:32px;background:#dfe5ea}img{width:700px;height:990px;object-fit:cover;object-position:top;background:#fff;box-shadow:0 2px 10px #0004}</style>${shown.join('')}`,
  );
  await page.screenshot({ path: join(pictures, 'paper-and-check.png') });
}
