/** The verify page in a real browser, before a real corridor: print, scan, alter, withdraw, go offline. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../../corridor.ts';
import {
  axeViolations,
  type Browser,
  type BrowserContext,
  openBrowser,
  openBrowserWithCamera,
  overflows,
  type Page,
  sizes,
  watch,
} from './browser.ts';
import { type Answer, answer, give, openVerify, paste, typeNumber } from './verify-page.ts';
import { cut, readPgm, rgba, writeFilm } from './video.ts';

const run = promisify(execFile);
const number = 'AZ-PC-2026-900001';

let corridor: Corridor;
let az: Client;
let ru: Client;
let browser: Browser;
let context: BrowserContext;
let folder: string;
let id: string;
let pdf: Buffer;
let evidence: string;
/** The answer to number and check code. */
let jws: string;
let checkCode: string;
/** The text of the printed code, as read from the rendered page. */
let code: string;

async function download(path: string): Promise<Buffer> {
  const asked = await fetch(`${az.server}${path}`, { headers: { authorization: `Bearer ${az.token}` } });
  expect(asked.status, path).toBe(200);
  return Buffer.from(await asked.arrayBuffer());
}

const issue = async (name: string): Promise<string> => {
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(name));
  expect(issued.status).toBe(201);
  // Until the recipient has cosigned it, nothing proves its time.
  await until(
    () => az.get(`/api/records/${issued.body.id}/evidence`),
    ({ status }) => status === 200,
  );
  return issued.body.id;
};

/** A page of its own profile, that nothing was asked of before. */
async function freshPage(size: keyof typeof sizes = 'wide'): Promise<{ page: Page; faults: readonly string[] }> {
  await context?.close();
  context = await browser.newContext({ viewport: sizes[size] });
  const page = await context.newPage();
  return { page, faults: watch(page) };
}

const headlines = ({ cards }: Answer) => cards.map(({ headline }) => headline);
const tones = ({ cards }: Answer) => cards.map(({ tone }) => tone);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-pages-'));
  [corridor, browser] = await Promise.all([foundTestCorridor(), openBrowser()]);
  [az, ru] = await Promise.all([corridor.client('az.afsa'), corridor.client('ru.fsvps')]);
  id = await issue(number);
  pdf = await download(`/api/records/${id}.pdf`);
  evidence = (await download(`/api/records/${id}/evidence`)).toString();
  jws = (JSON.parse(evidence) as { records: { jws: string }[] }).records[0]!.jws;
  await writeFile(join(folder, 'page.pdf'), pdf);
  await run('pdftoppm', ['-r', '150', '-gray', join(folder, 'page.pdf'), join(folder, 'page')]);
  checkCode = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(
    (await run('pdftotext', [join(folder, 'page.pdf'), '-'])).stdout,
  )![0];
  const printed = readPgm(await readFile(join(folder, 'page-1.pgm')));
  let centre = { x: 0, y: 0 };
  code = decodeQR(rgba(printed), {
    timeLimit: 2000,
    pointsOnDetect: ({ boundingBox: { x, y, width, height } }) => {
      centre = { x: x + width / 2, y: y + height / 2 };
    },
  });
  await writeFilm(join(folder, 'film.y4m'), cut(printed, centre, 640, 480));
}, 120_000);

afterAll(async () => {
  await context?.close();
  await browser?.close();
  await corridor?.end();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  if (corridor.servers.size < 2) await corridor.start('AZ');
});

describe('what is given', () => {
  test.each([
    ['the PDF', () => pdf],
    ['an evidence file', () => evidence],
    ['the signed record', () => jws],
    ['the text of the code', () => code],
  ] as const)('%s is authentic and in force', async (name, bytes) => {
    const { page, faults } = await freshPage();
    await openVerify(page, az.server);
    const shown = await give(page, name, bytes());
    expect(headlines(shown)).toEqual(['The document is authentic', 'In force: Issued']);
    expect(shown.spoken).toBe('The document is authentic. In force: Issued.');
    for (const part of [
      number,
      'DEMONSTRATION',
      'Told by this server, not proved',
      'Malus domestica',
      'Signed by the issuer',
    ])
      expect(shown.text).toContain(part);
    expect(shown.text.includes('Proved by the evidence file')).toBe(name === 'an evidence file');
    // A record alone does not prove when it was made.
    expect(shown.text.includes('not proved; the document states')).toBe(name === 'the signed record');
    expect(faults).toEqual([]);
  });

  test('number and check code, pasted text, a link, a picture', async () => {
    const { page, faults } = await freshPage('narrow');
    await openVerify(page, az.server);
    expect(
      headlines(await typeNumber(page, ` ${number.toLowerCase()} `, checkCode.toLowerCase().replaceAll('-', ' '))),
    ).toEqual(['The document is authentic', 'In force: Issued']);
    expect(tones(await paste(page, code))).toEqual(['good', 'good']);
    await run('pdftoppm', ['-r', '150', '-png', join(folder, 'page.pdf'), join(folder, 'picture')]);
    expect(tones(await give(page, 'photo', await readFile(join(folder, 'picture-1.png'))))).toEqual(['good', 'good']);
    expect(faults).toEqual([]);
  });

  test('the other languages show the same document', async () => {
    const { page } = await freshPage();
    await openVerify(page, az.server);
    await give(page, 'pdf', pdf);
    await page.getByRole('link', { name: 'Русский' }).click();
    expect(headlines(await answer(page))).toEqual(['Документ подлинный', 'Действует: Выдан']);
    await page.getByRole('link', { name: 'Azərbaycanca' }).click();
    expect(headlines(await answer(page))).toEqual(['Sənəd həqiqidir', 'Qüvvədədir: Verilib']);
  });

  test('others’ words cannot change what the page says', async () => {
    const hostile = `<img src=x onerror=alert(1)> \u202eABC ${'W'.repeat(150)}`;
    const escaped = hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const xml = (await certificateXml('AZ-PC-2026-900077')).replace('Alma', escaped);
    const issued = await az.post('/api/records?to=ru.fsvps', xml);
    expect(issued.status, JSON.stringify(issued.body)).toBe(201);
    const record = await download(`/api/records/${issued.body.id}.pdf`);
    const { page, faults } = await freshPage('narrow');
    await openVerify(page, az.server);
    const shown = await give(page, 'pdf', record);
    expect(tones(shown)).toEqual(['good', 'good']);
    expect(shown.text).toContain('<img src=x onerror=alert(1)> ⟨U+202E⟩ABC');
    expect(await page.locator('#result img').count()).toBe(0);
    expect(await overflows(page)).toBe(false);
    expect(faults).toEqual([]);
  });

  test('a page from the other side of the corridor says the same', async () => {
    const { page } = await freshPage();
    await openVerify(page, ru.server);
    expect(tones(await give(page, 'code', code))).toEqual(['good', 'good']);
  });

  test.each([
    ['another text', 'https://example.org/', 'This is not a code of this system'],
    ['a damaged code', () => `${code.slice(0, 400)}0${code.slice(401)}`, 'The code or the file is damaged'],
    ['a PDF without a record', '%PDF-1.7\n%%EOF\n', 'This PDF file carries no signed record'],
    ['half a PDF', () => pdf.subarray(0, pdf.length / 3), 'This PDF file carries no signed record'],
    ['an unknown dictionary', () => `SMR1:${'0'.repeat(3)}${code.slice(8, 200)}`, 'The code or the file is damaged'],
    ['a file of another kind', Buffer.from([0, 255, 254, 3, 4, 5, 6, 7, 8]), 'A file of this kind cannot be checked'],
    ['no picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'The picture cannot be opened'],
    ['an empty file', '', 'Nothing was given'],
    ['other JSON', '{"a":1}', 'The evidence file is not in its proper form'],
  ] as const)('%s gets its own sentence', async (_name, bytes, sentence) => {
    const { page, faults } = await freshPage();
    await openVerify(page, az.server);
    expect(headlines(await give(page, 'file', typeof bytes === 'function' ? bytes() : bytes))).toEqual([sentence]);
    expect(await page.locator('#ways').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('wrong number, wrong code, half a code', async () => {
    const { page } = await freshPage();
    await openVerify(page, az.server);
    const unknown = ['Nothing is known here under this number with this check code'];
    expect(headlines(await typeNumber(page, 'AZ-PC-2026-999999', checkCode))).toEqual(unknown);
    expect(headlines(await typeNumber(page, number, 'AAAA-AAAA-AAAA'))).toEqual(unknown);
    expect(headlines(await typeNumber(page, number, checkCode.slice(0, 9)))).toEqual([
      'The check code is not complete',
    ]);
  });
});

describe('what does not hold', () => {
  const forged = (change: (payload: string) => string): string => {
    const [head, payload, signature] = jws.split('.') as [string, string, string];
    const text = change(Buffer.from(payload, 'base64url').toString());
    return [head, Buffer.from(text).toString('base64url'), signature].join('.');
  };

  test.each([
    [
      'one character of the content',
      (text: string) => text.replace('Alma', 'Olma'),
      'Not authentic: altered or forged',
    ],
    [
      'its form',
      (text: string) => text.replace('{"@context"', '{ "@context"'),
      'Not authentic: this is not a proper signed record',
    ],
    [
      'its corridor',
      (text: string) => text.replace('"trust":{"AZ"', '"trust":{"AA"'),
      'The document belongs to another corridor',
    ],
    [
      'a newer trust list',
      (text: string) => text.replace(/"trust":\{"AZ":\d+/, '"trust":{"AZ":99'),
      'It cannot be told yet whether the document is authentic',
    ],
  ])('altered: %s', async (_name, change, sentence) => {
    const { page } = await freshPage();
    await openVerify(page, az.server);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const shown = await paste(page, forged(change));
    expect(headlines(shown)).toEqual([sentence, 'Not asked']);
    expect(shown.cards[0]!.tone).not.toBe('good');
    // Nobody is asked about what is not authentic, and nothing of it is shown.
    expect(asked).not.toContain('/api/check');
    expect(shown.text).not.toContain('Malus');
  });

  test('a record of another corridor’s key', async () => {
    const { page } = await freshPage();
    await openVerify(page, az.server);
    const vector = new URL('../../../kernel/record/vectors/valid/es256.json', import.meta.url);
    const { jws: other } = JSON.parse(await readFile(vector, 'utf8')) as { jws: string };
    const shown = await paste(page, other);
    expect(tones(shown)[0]).not.toBe('good');
  });

  test('what is withdrawn is authentic and not to be accepted', async () => {
    const other = await issue('AZ-PC-2026-900002');
    const before = (await download(`/api/records/${other}/evidence`)).toString();
    const withdrawal = { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } };
    expect((await az.post(`/api/records/${other}/follow-ups`, withdrawal)).status).toBe(201);
    const { page } = await freshPage();
    await openVerify(page, az.server);
    // The file is older and says otherwise: the server, and the issuer's list, are asked as well.
    const shown = await give(page, 'evidence', before);
    expect(headlines(shown)).toEqual(['The document is authentic', 'Withdrawn: do not accept it']);
    expect(tones(shown)).toEqual(['good', 'bad']);
  });
});

describe('without a network', () => {
  test('after the first visit the page opens and verifies, and says what it cannot know', async () => {
    const { page, faults } = await freshPage();
    await openVerify(page, az.server);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await corridor.stop('AZ');
    for (const language of languages) {
      await page.goto(`${az.server}/verify?lang=${language}`);
      await page.locator('#check').waitFor({ state: 'visible' });
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    }
    expect(await page.locator('#trust-line').textContent()).toContain('kept in this browser');
    const shown = await give(page, 'code', code);
    expect(headlines(shown)).toEqual(['The document is authentic', 'State unknown']);
    expect(shown.text).toContain('There is no connection');
    expect(tones(await give(page, 'pdf', pdf))).toEqual(['good', 'unknown']);
    expect(headlines(await typeNumber(await again(page), number, checkCode))).toEqual([
      'There is no connection to this server',
    ]);
    // An old evidence file shows how old its state is.
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    expect(headlines(await give(page, 'evidence', evidence))).toEqual([
      'The document is authentic',
      'State known only as of 3 days ago: Issued',
    ]);
    // A record alone, after its key has ended.
    await page.clock.setFixedTime(Date.now() + 900 * 86_400_000);
    expect(headlines(await give(page, 'record', jws))[0]).toBe('It cannot be told whether the document is authentic');
    // Past the update time of the list.
    await page.clock.setFixedTime(Date.now() + 800 * 86_400_000);
    expect(headlines(await give(page, 'code', code))).toEqual([
      'The document is authentic by an out-of-date trust list',
      'State unknown',
    ]);
    expect(faults).toEqual([]);
  });

  test('answers about records are never kept', async () => {
    const { page } = await freshPage();
    await openVerify(page, az.server);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await give(page, 'code', code);
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

test('other main keys than on the first visit are not taken, and the visitor is warned', async () => {
  const { page } = await freshPage();
  await openVerify(page, az.server);
  const other = await foundTestCorridor({ start: false });
  const pin = JSON.parse(await readFile(join(other.data, 'az', 'pin.json'), 'utf8'));
  await other.end();
  const served = (await az.get('/api/trust')).body;
  await page.route('**/api/trust', (route) => route.fulfill({ json: { ...served, pin } }));
  await page.reload();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('names other main keys');
  expect(tones(await give(page, 'code', code))[0]).toBe('good');
});

test('a printed page before the camera is read and verified', async () => {
  const seeing = await openBrowserWithCamera(join(folder, 'film.y4m'));
  try {
    const page = await (await seeing.newContext({ viewport: sizes.narrow })).newPage();
    const faults = watch(page);
    await openVerify(page, az.server);
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
  const { page } = await freshPage();
  await openVerify(page, az.server);
  await page.locator('#camera-start').click();
  await expect
    .poll(() => page.locator('#progress').textContent())
    .toMatch(/camera was not allowed|No camera was found/);
});

describe('bars', () => {
  test('scripts loaded before the camera starts are at most 60 KB gzip in each language', async () => {
    for (const language of languages) {
      const { page } = await freshPage();
      const loaded: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (/\.js$/.test(response.url()) && !response.url().includes('service-worker')) loaded.push(response.body());
      });
      // The worker fetches what is needed without a network: that is not what the page waits for.
      await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
      await page.goto(`${az.server}/verify?lang=${language}`, { waitUntil: 'networkidle' });
      const bodies = await Promise.all(loaded);
      expect(bodies.length).toBeGreaterThan(1);
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
      expect(bytes).toBeLessThanOrEqual(60 * 1024);
    }
  });

  test('a scanned record is verified in under 50 ms, a first view is there in under a second', async () => {
    const { page } = await freshPage();
    await openVerify(page, az.server);
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    expect(paint).toBeLessThan(1000);
    await give(page, 'code', code);
    const times: number[] = [];
    for (let at = 0; at < 5; at++) times.push((await give(page, 'code', code)).took);
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(50);
  });

  test.each(languages)('in %s nothing is in the way of anybody, wide or narrow, light or dark', async (language) => {
    for (const size of ['wide', 'narrow'] as const) {
      const { page } = await freshPage(size);
      await page.emulateMedia({ colorScheme: size === 'wide' ? 'light' : 'dark' });
      await openVerify(page, az.server, language);
      expect(await axeViolations(page)).toEqual([]);
      await give(page, 'pdf', pdf);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
      for (const summary of await page.locator('#result summary').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await paste(page, 'nothing of ours');
      expect(await axeViolations(page)).toEqual([]);
    }
  });
});
