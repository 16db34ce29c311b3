/** What browsers load, as `npm run build` left it in `web/dist`: read once, held in memory. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface WebFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

export interface WebFiles {
  /** Version of the product. */
  readonly version: string;
  /** Path of each file by its plain name: `style.css`, `icons/icon.svg`. Empty: nothing was built. */
  readonly assets: Readonly<Record<string, string>>;
  /** By path: everything under `/assets/`, and `/service-worker.js`. */
  readonly files: ReadonlyMap<string, WebFile>;
}

const root = join(import.meta.dirname, '..');
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export async function readWebFiles(dist = join(root, 'web', 'dist')): Promise<WebFiles> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const files = new Map<string, WebFile>();
  // Written last by the build: without it nothing else is whole.
  const list = await readFile(join(dist, 'assets.json'), 'utf8').catch(() => undefined);
  if (list === undefined) return { version, assets: {}, files };
  for (const name of await readdir(join(dist, 'assets')))
    files.set(`/assets/${name}`, await fileAt(join(dist, 'assets', name)));
  files.set('/service-worker.js', await fileAt(join(dist, 'service-worker.js')));
  return { version, assets: JSON.parse(list) as Record<string, string>, files };
}

async function fileAt(path: string): Promise<WebFile> {
  return { bytes: await readFile(path), type: mediaTypes[extname(path)] ?? 'application/octet-stream' };
}
