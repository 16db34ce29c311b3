/**
 * Makes typed functions of the workbench's texts: `words/{az,ru,en}.json` of every folder here, into `compiled/words/`. Run
 * as `node web/workbench/compile-words.ts` before types are checked; the build runs it, too.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { type Language, languages } from '../../kernel/finding.ts';

const here = import.meta.dirname;

export async function compileWords(): Promise<void> {
  await refuseStrayFolders();
  await compile({
    project: join(here, 'project.inlang'),
    outdir: join(here, 'compiled', 'words'),
    outputStructure: 'locale-modules',
    strategy: ['globalVariable', 'baseLocale'],
    emitGitIgnore: false,
    emitPrettierIgnore: false,
    emitReadme: false,
  });
  // Without its plugin the compiler makes nothing and reports success.
  for (const language of languages) {
    const made = await readFile(join(here, 'compiled', 'words', 'messages', `${language}.js`), 'utf8');
    const missing = (await textNames(language)).filter((name) => !made.includes(`export const ${name} `));
    if (missing.length > 0) throw new Error(`texts were not compiled to ${language}: ${missing.join(' ')}`);
  }
}

async function wordFolders(): Promise<string[]> {
  const folders = await readdir(here, { withFileTypes: true });
  const found: string[] = [];
  for (const { name } of folders.filter((one) => one.isDirectory() && one.name !== 'compiled'))
    if (existsSync(join(here, name, 'words', 'en.json'))) found.push(name);
  return found;
}

async function textNames(language: Language): Promise<string[]> {
  const names: string[] = [];
  for (const folder of await wordFolders()) {
    const text = await readFile(join(here, folder, 'words', `${language}.json`), 'utf8');
    names.push(...Object.keys(JSON.parse(text) as object).filter((name) => !name.startsWith('$')));
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two texts of the workbench are called ${twice}`);
  return names;
}

async function refuseStrayFolders(): Promise<void> {
  const settings = await readFile(join(here, 'project.inlang', 'settings.json'), 'utf8');
  const stray = (await wordFolders()).filter((name) => !settings.includes(`"./${name}/words/{locale}.json"`));
  if (stray.length > 0) throw new Error(`project.inlang/settings.json leaves out the words of ${stray.join(' ')}`);
}

if (import.meta.main) await compileWords();
