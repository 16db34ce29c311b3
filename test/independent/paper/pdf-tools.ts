/** What poppler and qpdf read in a PDF. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function pdfFile(pdf: Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'samur-paper-')), 'paper.pdf');
  await writeFile(file, pdf);
  return file;
}

/** Output of one of the tools; a tool that complains on stderr or with its exit code is an error. */
export async function tool(name: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(name, [...args], { maxBuffer: 64e6 });
  return stdout;
}

/** Text in the order in which it was set, page by page; `body` leaves out what stands on every page. */
export async function pageTexts(file: string, part: 'all' | 'body' = 'all'): Promise<readonly string[]> {
  // A4 at 72 dots an inch, less the header and the footer.
  const cut = part === 'all' ? [] : ['-x', '0', '-y', '40', '-W', '600', '-H', '754'];
  const text = await tool('pdftotext', '-raw', ...cut, file, '-');
  return text.split('\f').slice(0, -1);
}

/** Attached files by name. */
export async function attached(file: string): Promise<Readonly<Record<string, Buffer>>> {
  const folder = await mkdtemp(join(tmpdir(), 'samur-attached-'));
  await tool('pdfdetach', '-saveall', '-o', folder, file);
  const names = await readdir(folder);
  const read = names.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return Object.fromEntries(await Promise.all(read));
}
