/** A corridor with one record on paper: as PDF, as evidence file, as a rendered page, as a film of that page. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import decodeQR from 'qr/decode.js';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../../corridor.ts';
import { type Browser, type BrowserContext, openBrowser, type Page, sizes, watch } from './browser.ts';
import { cut, readPgm, rgba, writeFilm } from './video.ts';

const run = promisify(execFile);
export const number = 'AZ-PC-2026-900001';

export interface Printed {
  readonly corridor: Corridor;
  readonly az: Client;
  readonly ru: Client;
  readonly browser: Browser;
  readonly pdf: Buffer;
  readonly evidence: string;
  readonly jws: string;
  readonly checkCode: string;
  /** The text of the printed code, as read from the rendered page. */
  readonly code: string;
  /** PNG of the rendered page. */
  readonly picture: Buffer;
  /** Y4M, of the code and what lies around it. */
  readonly film: string;
  /** Issues a record and waits until the recipient has cosigned it: before, nothing proves its time. */
  issue(xml: string): Promise<string>;
  download(path: string): Promise<Buffer>;
  /** A page of a profile that nothing was kept in before; the one before is closed. */
  freshPage(size?: keyof typeof sizes): Promise<{ page: Page; faults: readonly string[] }>;
  end(): Promise<void>;
}

export async function printedRecord(): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'samur-pages-'));
  const [corridor, browser] = await Promise.all([foundTestCorridor(), openBrowser()]);
  const [az, ru] = await Promise.all([corridor.client('az.afsa'), corridor.client('ru.fsvps')]);
  const download = async (path: string): Promise<Buffer> => {
    const asked = await fetch(`${az.server}${path}`, { headers: { authorization: `Bearer ${az.token}` } });
    if (asked.status !== 200) throw new Error(`${path}: ${asked.status} ${await asked.text()}`);
    return Buffer.from(await asked.arrayBuffer());
  };
  const issue = async (xml: string): Promise<string> => {
    const issued = await az.post('/api/records?to=ru.fsvps', xml);
    if (issued.status !== 201) throw new Error(JSON.stringify(issued.body));
    await until(
      () => az.get(`/api/records/${issued.body.id}/evidence`),
      ({ status }) => status === 200,
    );
    return issued.body.id;
  };
  const id = await issue(await certificateXml(number));
  const pdf = await download(`/api/records/${id}.pdf`);
  const evidence = (await download(`/api/records/${id}/evidence`)).toString();
  const file = join(folder, 'page.pdf');
  await writeFile(file, pdf);
  await run('pdftoppm', ['-r', '150', '-gray', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'grey')]);
  await run('pdftoppm', ['-r', '150', '-png', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'picture')]);
  const { stdout } = await run('pdftotext', [file, '-']);
  const page = readPgm(await readFile(join(folder, 'grey.pgm')));
  let centre = { x: 0, y: 0 };
  const code = decodeQR(rgba(page), {
    timeLimit: 2000,
    pointsOnDetect: ({ boundingBox: { x, y, width, height } }) => {
      centre = { x: x + width / 2, y: y + height / 2 };
    },
  });
  const film = join(folder, 'film.y4m');
  await writeFilm(film, cut(page, centre, 640, 480));
  let context: BrowserContext | undefined;
  return {
    corridor,
    az,
    ru,
    browser,
    pdf,
    evidence,
    jws: (JSON.parse(evidence) as { records: { jws: string }[] }).records[0]!.jws,
    checkCode: /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(stdout)![0],
    code,
    picture: await readFile(join(folder, 'picture.png')),
    film,
    issue,
    download,
    async freshPage(size = 'wide') {
      await context?.close();
      context = await browser.newContext({ viewport: sizes[size] });
      const fresh = await context.newPage();
      return { page: fresh, faults: watch(fresh) };
    },
    async end() {
      await context?.close();
      await browser.close();
      await corridor.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
