/**
 * Makes what browsers load: `web/dist/assets/` with names that change with the bytes, `web/dist/service-worker.js`,
 * which must stand at the root, and `web/dist/assets.json`, from plain names to paths. Run as `node web/build.ts`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { languages } from '../kernel/finding.ts';
import { bundleWorkbench } from './workbench/bundle.ts';

const web = import.meta.dirname;
const dist = join(web, 'dist');
const base = '/assets/';

/** A page verifies records; what profiles load on demand (papers, XML formats, their stories) it never runs. */
const withoutDemands: Plugin = {
  name: 'without-demands',
  enforce: 'pre',
  resolveId(_source, importer, { kind }: { kind?: string }) {
    return kind === 'dynamic-import' && importer?.includes('/profiles/') ? '\0nothing' : undefined;
  },
  load: (id) => (id === '\0nothing' ? 'export {};' : undefined),
};

interface Made {
  readonly name: string;
  readonly path: string;
  readonly isEntry: boolean;
  /** Paths of the scripts that load with it. */
  readonly loads: readonly string[];
}

/** Bundles entries by name into `folder`; `constants` are written into the code. */
async function bundle(
  entries: Readonly<Record<string, string>>,
  folder: string,
  fileName: string,
  constants: Readonly<Record<string, string>> = {},
): Promise<Made[]> {
  const result = await build({
    configFile: false,
    root: web,
    publicDir: false,
    logLevel: 'warn',
    plugins: [withoutDemands],
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      // A library build loads scripts as the platform does, without code that puts elements into the page.
      lib: { entry: entries, formats: ['es'] },
      target: 'es2024',
      minify: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: fileName, chunkFileNames: '[name]-[hash].js', minify: true } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  return outputs.flatMap((one) =>
    one.type === 'chunk'
      ? [{ name: one.name, path: base + one.fileName, isEntry: one.isEntry, loads: one.imports.map((to) => base + to) }]
      : [],
  );
}

/** Under a name of its bytes; gives the path that pages ask for. */
async function asset(name: string, bytes: Uint8Array | string): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
  const extension = extname(name);
  const file = `${basename(name, extension)}-${hash}${extension}`;
  await writeFile(join(dist, 'assets', file), bytes);
  return base + file;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(web, folder), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`);
}

/** In the order in which they cascade: later ones change what earlier ones say. */
const styles = [
  'base',
  'text',
  'layout',
  'facts',
  'controls',
  'notices',
  'cards',
  'media',
  'verify-ways',
  'verify-answers',
  'verify-contents',
];

async function make(): Promise<void> {
  const assets: Record<string, string> = {};
  const folder = join(dist, 'assets');
  await rm(dist, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  const texts = await Promise.all(styles.map((name) => readFile(join(web, 'style', `${name}.css`), 'utf8')));
  assets['style.css'] = await asset('style.css', texts.join('\n'));
  for (const file of await filesIn('icons'))
    assets[`icons/${basename(file)}`] = await asset(basename(file), await readFile(join(web, file)));

  const [scanner] = await bundle({ scanner: join(web, 'verify/scanner.ts') }, folder, '[name]-[hash].js');
  const scannerPath = scanner?.path ?? '';
  assets['scanner.js'] = scannerPath;
  const entries = languages.map((language) => [`verify.${language}`, join(web, `verify/${language}.ts`)]);
  const constants = { SCANNER_PATH: scannerPath };
  const made = await bundle(Object.fromEntries(entries), folder, '[name]-[hash].js', constants);
  for (const { name, path, isEntry } of made) if (isEntry) assets[`${name}.js`] = path;

  const kept = [...new Set([...Object.values(assets), ...made.map(({ path }) => path)])].toSorted();
  const version = createHash('sha256').update(kept.join('\n')).digest('hex').slice(0, 16);
  const worker = { PRECACHED: kept.join(' '), VERSION: version };
  await bundle({ 'service-worker': join(web, 'service-worker/main.ts') }, dist, '[name].js', worker);

  Object.assign(assets, await bundleWorkbench(folder, base, [withoutDemands]));

  // Written last and at once: a server that finds it finds all that it names.
  await writeFile(join(dist, 'assets.json.part'), `${JSON.stringify(assets, null, 2)}\n`);
  await rename(join(dist, 'assets.json.part'), join(dist, 'assets.json'));
}

await make();
