/** The verify page without a network, before a camera, on a host that has changed; and its bars. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { awayWords } from '../../../web/pages/words/away.ts';
import { foundTestCorridor } from '../../corridor.ts';
import { axeViolations, openBrowserWithCamera, overflows, type Page, sizes, watch } from './browser.ts';
import { number, type Printed, printedRecord } from './printed.ts';
import { answer, give, headlines, openVerify, paste, tones, typeNumber } from './verify-page.ts';

let at: Printed;
beforeAll(async () => {
  at = await printedRecord();
}, 120_000);
afterAll(() => at?.end());
afterEach(async () => {
  if (at.corridor.servers.size < 2) await at.corridor.start('AZ');
});

describe('without a network', () => {
  test('after the first visit the page opens and verifies, and says what it cannot know', async () => {
    const { page, faults } = await at.freshPage();
    await openVerify(page, at.az.server);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await at.corridor.stop('AZ');
    for (const language of languages) {
      await page.goto(`${at.az.server}/verify?lang=${language}`);
      await page.locator('#check').waitFor({ state: 'visible' });
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    }
    expect(await page.locator('#trust-line').textContent()).toContain('kept in this browser');
    const shown = await give(page, 'code', at.code);
    expect(headlines(shown)).toEqual(['The document is authentic', 'State unknown']);
    expect(shown.text).toContain('There is no connection');
    expect(tones(await give(page, 'pdf', at.pdf))).toEqual(['good', 'unknown']);
    expect(headlines(await typeNumber(await again(page), number, at.checkCode))).toEqual([
      'There is no connection to this server',
    ]);
    // An old evidence file shows how old its state is.
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    expect(headlines(await give(page, 'evidence', at.evidence))).toEqual([
      'The document is authentic',
      'State known only as of 3 days ago: Issued',
    ]);
    // A record alone, after its key has ended.
    await page.clock.setFixedTime(Date.now() + 900 * 86_400_000);
    expect(headlines(await give(page, 'record', at.jws))[0]).toBe(
      'It cannot be told whether the document is authentic',
    );
    // Past the update time of the list.
    await page.clock.setFixedTime(Date.now() + 800 * 86_400_000);
    expect(headlines(await give(page, 'code', at.code))).toEqual([
      'The document is authentic by an out-of-date trust list',
      'State unknown',
    ]);
    expect(faults).toEqual([]);
  });

  test('pages that need a network say that there is none, and lead to the check', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await at.corridor.stop('AZ');
    for (const language of languages)
      for (const path of ['/', '/status', '/about']) {
        await page.goto(`${at.az.server}${path}?lang=${language}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('h1').textContent()).toBe(awayWords.title[language]);
      }
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.getByRole('link', { name: awayWords.check.en }).click();
    await page.locator('#check').waitFor({ state: 'visible' });
    expect(headlines(await give(page, 'code', at.code))).toEqual(['The document is authentic', 'State unknown']);
  });

  test('a proxy that answers for a server that is away does not take the page away', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await at.corridor.stop('AZ');
    const proxy = createServer((_request, response) => response.writeHead(502).end('Bad gateway'));
    await new Promise<void>((resolve) =>
      proxy.listen(Number(new URL(at.az.server).port), new URL(at.az.server).hostname, resolve),
    );
    try {
      await openVerify(page, at.az.server);
      expect(headlines(await give(page, 'code', at.code))).toEqual(['The document is authentic', 'State unknown']);
    } finally {
      await new Promise((resolve) => {
        proxy.close(resolve);
        proxy.closeAllConnections();
      });
    }
  });

  test('answers about records are never kept', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await give(page, 'code', at.code);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.filter((path) => !/^\/(assets\/|verify$|manifest\.webmanifest$)/.test(path))).toEqual([]);
  });
});

async function again(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Check another document' }).click();
  return page;
}

test('other anchor keys than on the first visit are not taken, and the visitor is warned', async () => {
  const { page } = await at.freshPage();
  await openVerify(page, at.az.server);
  const other = await foundTestCorridor({ start: false });
  const pin = JSON.parse(await readFile(join(other.data, 'az', 'pin.json'), 'utf8'));
  await other.end();
  const served = (await at.az.get('/api/trust')).body;
  await page.route('**/api/trust', (route) => route.fulfill({ json: { ...served, pin } }));
  await page.reload();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('names other anchor keys');
  expect(tones(await give(page, 'code', at.code))[0]).toBe('good');
});

test('a printed page before the camera is read and verified', async () => {
  const seeing = await openBrowserWithCamera(at.film);
  try {
    const page = await (await seeing.newContext({ viewport: sizes.narrow })).newPage();
    const faults = watch(page);
    await openVerify(page, at.az.server);
    await page.locator('#camera-start').click();
    const shown = await answer(page);
    expect(headlines(shown)).toEqual(['The document is authentic', 'In force: Issued']);
    expect(await page.locator('#camera-view').isVisible()).toBe(false);
    expect(faults).toEqual([]);
  } finally {
    await seeing.close();
  }
});

test('a camera that is not allowed is told', async () => {
  const { page } = await at.freshPage();
  await openVerify(page, at.az.server);
  await page.locator('#camera-start').click();
  await expect
    .poll(() => page.locator('#progress').textContent())
    .toMatch(/camera was not allowed|No camera was found/);
});

describe('bars', () => {
  test('scripts loaded before the camera starts are at most 60 KB gzip in each language', async () => {
    for (const language of languages) {
      const { page } = await at.freshPage();
      const loaded: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (/\.js$/.test(response.url()) && !response.url().includes('service-worker')) loaded.push(response.body());
      });
      // The worker fetches what is needed without a network: that is not what the page waits for.
      await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
      await page.goto(`${at.az.server}/verify?lang=${language}`, { waitUntil: 'networkidle' });
      const bodies = await Promise.all(loaded);
      expect(bodies.length).toBeGreaterThan(1);
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
      expect(bytes).toBeLessThanOrEqual(60 * 1024);
    }
  });

  test('a scanned record is verified in under 50 ms, a first view is there in under a second', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    expect(paint).toBeLessThan(1000);
    await give(page, 'code', at.code);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push((await give(page, 'code', at.code)).took);
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(50);
  });

  test.each(languages)('in %s nothing is in the way of anybody, wide or narrow, light or dark', async (language) => {
    for (const size of ['wide', 'narrow'] as const) {
      const { page } = await at.freshPage(size);
      await page.emulateMedia({ colorScheme: size === 'wide' ? 'light' : 'dark' });
      await openVerify(page, at.az.server, language);
      expect(await axeViolations(page)).toEqual([]);
      await give(page, 'pdf', at.pdf);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
      for (const summary of await page.locator('#result summary').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await paste(page, 'nothing of ours');
      expect(await axeViolations(page)).toEqual([]);
    }
  });
});
