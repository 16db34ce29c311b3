/** Bundles the workbench, once for each language: a page loads the texts of its own language alone. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ConvertCSSVariablesInput,
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { build, type Plugin } from 'vite';
import { type Language, languages } from '../../kernel/finding.ts';
import { compileWords } from './compile-words.ts';
import { theme, variables } from './theme.ts';

const here = import.meta.dirname;

/**
 * Bundles into `folder`, served under `base`; gives the path of each entry by its plain name: `workbench.az.js`,
 * `workbench.css`.
 */
export async function bundleWorkbench(
  folder: string,
  base: string,
  plugins: readonly Plugin[],
): Promise<Record<string, string>> {
  await compileWords();
  await writeFile(join(here, 'compiled', 'theme.css'), themeStyle());
  const made: Record<string, string> = {};
  for (const language of languages) {
    const result = await build({
      configFile: false,
      root: here,
      base,
      publicDir: false,
      logLevel: 'warn',
      plugins: [...plugins, onlyIn(language)],
      worker: { format: 'es', plugins: () => [...plugins] },
      define: { 'process.env.NODE_ENV': '"production"', SAMUR_LANGUAGE: JSON.stringify(language) },
      build: {
        target: 'es2024',
        minify: true,
        outDir: folder,
        assetsDir: '',
        emptyOutDir: false,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          onLog: (level, log, handle) => {
            // Directives for servers that render, which this is none of.
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
          },
          input: { [`workbench.${language}`]: join(here, 'main.tsx') },
          output: {
            entryFileNames: '[name]-[hash].js',
            chunkFileNames: '[name]-[hash].js',
            assetFileNames: '[name]-[hash][extname]',
          },
        },
      },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
    for (const one of outputs) {
      if (one.type === 'chunk' && one.isEntry) made[`${one.name}.js`] = base + one.fileName;
      // The entry's own style; pages that load later bring theirs along.
      if (
        one.type === 'asset' &&
        one.names.some((name) => name.startsWith('workbench.')) &&
        one.fileName.endsWith('.css')
      )
        made['workbench.css'] = base + one.fileName;
    }
  }
  return made;
}

/** Texts of one language in place of those that choose among all. */
function onlyIn(language: Language): Plugin {
  const all = join(here, 'compiled', 'words', 'messages.js');
  return {
    name: 'only-in',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('/compiled/words/messages.js')) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found?.id === all ? join(here, 'compiled', 'words', 'messages', `${language}.js`) : found;
    },
  };
}

/** What the theme says otherwise than the library's own style sheet: it is not written by script, which the policy forbids. */
function themeStyle(): string {
  const own = mergeMantineTheme(DEFAULT_THEME, theme);
  const [standard, changed, added] = [
    defaultCssVariablesResolver(DEFAULT_THEME),
    defaultCssVariablesResolver(own),
    variables(own),
  ];
  const differing = (part: keyof ConvertCSSVariablesInput) => ({
    ...Object.fromEntries(
      Object.entries(changed[part]).filter(([name, value]) => standard[part][name as `--${string}`] !== value),
    ),
    ...added[part],
  });
  return convertCssVariables({
    variables: differing('variables'),
    light: differing('light'),
    dark: {},
  });
}
