import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';

const launcher = new URL('../../cli/samur.js', import.meta.url).pathname;
const number = 'AZ-PC-2026-600001';

describe('printing', () => {
  let corridor: Corridor;
  let az: Client;
  let ru: Client;
  let id = '';
  beforeAll(async () => {
    corridor = await foundTestCorridor();
    az = await corridor.client('az.afsa');
    ru = await corridor.client('ru.fsvps');
    id = (await az.post('/api/records?to=ru.fsvps', await certificateXml(number))).body.id;
  });
  afterAll(() => corridor?.end());

  const ask = (client: Client, path: string, token = client.token) =>
    fetch(`${client.server}${path}`, { headers: { authorization: `Bearer ${token}` } });

  it('gives issuer and recipient a PDF under its number', async () => {
    await until(
      () => ru.get(`/api/records/${id}`),
      ({ status }) => status === 200,
    );
    for (const client of [az, ru]) {
      const answer = await ask(client, `/api/records/${id}.pdf`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toBe(
        `inline; filename="${number}.pdf"; filename*=UTF-8''${number}.pdf`,
      );
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 8)).toBe('%PDF-1.7');
    }
  });

  it('gives a file a name whatever signs its number has', async () => {
    // 80 characters end in the middle of the last letter.
    const odd = await az.post('/api/records?to=ru.fsvps', await certificateXml(`${'A'.repeat(79)}𝐀`));
    const answer = await ask(az, `/api/records/${odd.body.id}.pdf`);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      `inline; filename="${'A'.repeat(79)}.pdf"; filename*=UTF-8''${'A'.repeat(79)}.pdf`,
    ]);
  });

  it('prints in the languages asked for, and in no others than it has', async () => {
    const langOf = async (query: string) => {
      const pdf = Buffer.from(await (await ask(az, `/api/records/${id}.pdf${query}`)).arrayBuffer()).toString('latin1');
      return /\/Type \/Catalog[\s\S]*?\/Lang \((\w+)\)/.exec(pdf)?.[1];
    };
    expect(await langOf('')).toBe('az');
    expect(await langOf('?lang=ru,az')).toBe('ru');
    expect(await langOf('?lang=en')).toBe('en');
    for (const query of ['?lang=de', '?lang=az,ru,en', '?lang=', '?lang=az&lang=ru', '?size=a5'])
      expect((await ask(az, `/api/records/${id}.pdf${query}`)).status).toBe(400);
  });

  it('is refused for what is not held, has no paper, or without a token', async () => {
    expect((await ask(az, `/api/records/${'0'.repeat(64)}.pdf`)).status).toBe(404);
    const decided = await ru.post(`/api/records/${id}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } });
    const answer = await ask(ru, `/api/records/${decided.body.id}.pdf`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'paper.none' });
    expect((await ask(az, `/api/records/${id}.pdf`, 'samur_none')).status).toBe(401);
  });

  it('names the file of an odd number safely', async () => {
    const odd = (await certificateXml('../Ə "1" ;x/\\')).replace('..&', '..');
    const issued = await az.post('/api/records?to=ru.fsvps', odd);
    expect(issued.status).toBe(201);
    const answer = await ask(az, `/api/records/${issued.body.id}.pdf`);
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="_-1-x-.pdf"; filename*=UTF-8''%C6%8F-1-x-.pdf`,
    );
  });

  async function samur(cwd: string, ...args: string[]) {
    const env = { ...process.env, SAMUR_DATA: corridor.data, LANG: 'en_US.UTF-8', SAMUR_TOKEN: '', SAMUR_SERVER: '' };
    try {
      const options = { env, cwd, encoding: 'buffer', maxBuffer: 64e6 } as const;
      const { stdout } = await promisify(execFile)(process.execPath, [launcher, ...args], options);
      return { code: 0, out: stdout, err: '' };
    } catch (fault) {
      const { code, stdout, stderr } = fault as { code: number; stdout: Buffer; stderr: Buffer };
      return { code, out: stdout, err: stderr.toString() };
    }
  }

  it('is had on the command line, and writes over nothing that was not named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samur-print-'));
    const print = (...args: string[]) => samur(folder, 'print', number, '--as', 'az.afsa', ...args);
    const printed = await print();
    expect(printed.out.toString()).toContain(`Written: ${number}.pdf`);
    expect(await readdir(folder)).toEqual([`${number}.pdf`]);
    const again = await print();
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('already there') });
    await writeFile(join(folder, 'mine.pdf'), 'old');
    expect((await print('--out', 'mine.pdf', '--lang', 'ru,en')).code).toBe(0);
    const written = (await readFile(join(folder, 'mine.pdf'))).toString('latin1');
    expect(written).toMatch(/\/Type \/Catalog[\s\S]*?\/Lang \(ru\)/);
    const piped = await print('--out', '-');
    expect(piped.out.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(await print('--lang', 'az,de')).toMatchObject({ code: 2, err: expect.stringContaining('az, ru, en') });
    expect((await print('--lang', 'de,az')).code).toBe(2);
    expect(await print('--out', 'none/x.pdf')).toMatchObject({ code: 2, err: expect.stringContaining('none/x.pdf') });
  });
});
