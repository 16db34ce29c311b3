/** What a printed paper carries outlasts other programs: they save it again, take its files out and judge its form. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriedInPdf } from '../../../kernel/paper/attachments.ts';
import type { Carried } from '../../../kernel/paper/code.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../../corridor.ts';
import { attached, pdfFile, tool } from './pdf-tools.ts';

const number = 'AZ-PC-2026-600001';
describe('a paper that its server printed', () => {
  let corridor: Corridor;
  let paper: string;
  let saved = 0;
  let files: Readonly<Record<string, Buffer>>;
  beforeAll(async () => {
    corridor = await foundTestCorridor();
    const az = await corridor.client('az.afsa');
    const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(number));
    const printed = await until(
      () => print(az, issued.body.id),
      (pdf) => pdf.includes('proof-1.txt'),
    );
    paper = await pdfFile(printed);
    files = await attached(paper);
  });
  afterAll(() => corridor?.end());

  async function print(client: Client, id: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${client.token}` };
    const response = await fetch(`${client.server}/api/records/${id}.pdf`, { headers });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }

  async function savedAgain(file: string, how: string): Promise<string> {
    const to = join(dirname(paper), `${++saved}.pdf`);
    await tool('qpdf', ...how.split(' '), file, to);
    return to;
  }

  async function carriedBy(file: string): Promise<Carried | string> {
    const found = await carriedInPdf(await readFile(file));
    return found instanceof Refusal ? found.code : found;
  }

  const inFiles = () => ({ jws: files['record.jwt']?.toString(), proofs: [files['proof-1.txt']?.toString()] });

  it('carries what poppler takes out of it', async () => {
    expect(Object.keys(files).toSorted()).toEqual([`${number}.xml`, 'proof-1.txt', 'record.jwt']);
    expect(await carriedBy(paper)).toEqual(inFiles());
  });

  it.each([
    '--object-streams=generate',
    '--object-streams=disable',
    '--linearize',
    '--recompress-flate --compression-level=1',
    '--stream-data=uncompress',
    '--qdf',
    '--qdf --object-streams=generate',
    '--newline-before-endstream --linearize --object-streams=generate',
  ])('carries the very same after qpdf %s', async (how) => {
    const again = await savedAgain(paper, how);
    expect((await readFile(again)).equals(await readFile(paper))).toBe(false);
    expect(await carriedBy(again)).toEqual(inFiles());
    expect(await attached(again)).toEqual(files);
  });

  it('carries the very same beside a file that somebody attached', async () => {
    const again = await savedAgain(paper, `--add-attachment ${import.meta.filename} --`);
    expect(Object.keys(await attached(again))).toHaveLength(4);
    expect(await carriedBy(again)).toEqual(inFiles());
  });

  it.each([
    '--encrypt open change 256 --',
    '--encrypt open change 128 --use-aes=y --',
    '--allow-weak-crypto --encrypt open change 128 --',
  ])('has no record to be read after qpdf %s, and the very same once decrypted', async (how) => {
    const encrypted = await savedAgain(paper, how);
    expect(await carriedBy(encrypted)).toBe('paper.no-record');
    expect(await carriedBy(await savedAgain(encrypted, '--decrypt --password=open'))).toEqual(inFiles());
  });

  it('is a sound and tagged PDF with all its fonts in it', async () => {
    expect(await tool('qpdf', '--check', paper)).toContain('No syntax or stream encoding errors found');
    expect(await tool('pdfinfo', paper)).toMatch(/^Tagged:\s+yes$/m);
    const fonts = (await tool('pdffonts', paper)).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    // Embedded, a subset, with ToUnicode.
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/);
  });
});
