/** What becomes of a page between a printer and a scanner, and two readers of what is left of its code. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeIn } from '../../../web/verify/code-in-picture.ts';

const run = promisify(execFile);

/** The pages of a PDF as PNG files, `<to>-1.png` and on. */
export async function render(pdf: string, to: string, dpi: number): Promise<readonly string[]> {
  await run('pdftoppm', ['-r', String(dpi), '-png', pdf, to]);
  const { stdout } = await run('pdfinfo', [pdf]);
  const pages = Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
  const digits = String(pages).length;
  return Array.from({ length: pages }, (_, page) => `${to}-${String(page + 1).padStart(digits, '0')}.png`);
}

/** Laid askew by 7 degrees, out of focus, and kept as JPEG of quality 50. */
export async function scanned(page: string): Promise<string> {
  const scan = page.replace(/\.png$/, '.jpg');
  await run('convert-im6', [page, '-background', 'white', '-rotate', '7', '-blur', '0x0.8', '-quality', '50', scan]);
  return scan;
}

/** What Debian's zbar reads. It wants three pixels a module and sharp edges, so the picture is prepared for it. */
export async function readByZbar(picture: string): Promise<string> {
  const prepared = picture.replace(/\.\w+$/, '-large.png');
  await run('convert-im6', [picture, '-filter', 'catrom', '-resize', '200%', '-unsharp', '0x2+2+0', prepared]);
  const { stdout } = await run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', prepared]);
  return stdout.replace(/\n$/, '');
}

/** What the reader of the verify page reads. */
export async function readByPage(picture: string): Promise<string> {
  const raw = picture.replace(/\.\w+$/, '.rgba');
  await run('convert-im6', [picture, '-depth', '8', `rgba:${raw}`]);
  const { stdout } = await run('identify-im6', ['-format', '%w %h', picture]);
  const [width = 0, height = 0] = stdout.split(' ').map(Number);
  return codeIn({ width, height, data: new Uint8ClampedArray(await readFile(raw)) }, 1500, true) ?? '';
}
