/** The rules of ARCHITECTURE.md as tests: who may import whom, what is absent, what documents claim. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliWords } from '../cli/words.ts';
import { examples } from '../docs/examples.ts';
import { approvalWords } from '../kernel/exchange/approval-words.ts';
import { exchangeProfile } from '../kernel/exchange/exchange-profile.ts';
import { undoes } from '../kernel/exchange/undoing.ts';
import { languages } from '../kernel/finding.ts';
import type { Profile } from '../kernel/profile.ts';
import { refusalCodes } from '../kernel/refusal.ts';
import { refusalWords, stepWords, verdictWords } from '../kernel/words.ts';
import { profiles } from '../profiles/index.ts';
import { noticeWords } from '../server/desk/trade/notice-words.ts';
import { az as verifyAz } from '../web/verify/words/az.ts';
import { en as verifyEn } from '../web/verify/words/en.ts';
import { ru as verifyRu } from '../web/verify/words/ru.ts';

type Key = keyof typeof verifyEn;

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const absent = new Set(['node_modules', 'data', 'coverage', 'dist', 'compiled']);

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = normalize(join(folder, entry.name));
    if (!entry.isDirectory()) return [path];
    return absent.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path);
  });
}

const all = filesIn('.');
const source = new Map(all.filter((path) => /\.(ts|tsx|js|go)$/.test(path)).map((path) => [path, read(path)]));
const isTest = (path: string) => path.endsWith('.test.ts') || /^(test|bench)\//.test(path);
/** Makers of vectors and of generated input, and the test entry of the command line: tests use them, nothing else. */
const serves = (path: string) =>
  /\/(vectors|make-vectors|testing)\/|\/arbitrary\.ts$/.test(path) && !path.endsWith('.test.ts');
const product = [...source.keys()].filter(
  (path) => /^(kernel|profiles|server|cli|web)\//.test(path) && !isTest(path) && !serves(path),
);

type Import = { readonly from: string; readonly to: string; readonly types: boolean };

const statement =
  /^(?:import|export)\s+(type\s+)?(?:[\w$]+\s*,\s*)?(?:\*(?:\s+as\s+[\w$]+)?|[\w$]+|\{[^}]*\})\s+from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(path: string): Import[] {
  return [...(source.get(path) ?? '').matchAll(statement)].map(([, types, named, bare, dynamic]) => {
    const to = named ?? bare ?? dynamic ?? '';
    return {
      from: path,
      to: to.startsWith('.') ? normalize(join(dirname(path), to)) : to,
      types: types !== undefined,
    };
  });
}

const imports = product.flatMap(importsOf);
const told = (found: readonly Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

/** Kernel folders from the bottom up, and what each may import besides its own base. */
const base =
  /^kernel\/(refusal|bytes|canonical|check-digits|crypto|crypto-portable|demonstration|figure|finding|format|ledger|panel|printed-form|profile|question|reference|schema|selection|statement|unpack|platform\.d)\.ts$/;
const layers: readonly (readonly [RegExp, RegExp])[] = [
  [base, /(?!)/],
  [/^kernel\/words(\.ts|\/)/, /^kernel\/words\//],
  [/^kernel\/record\//, /^kernel\/record\//],
  [/^kernel\/trust\//, /^kernel\/trust\//],
  [/^kernel\/log\//, /^kernel\/log\//],
  [
    /^kernel\/exchange\/(exchange-profile|exchange-words|officers|undoing)\.ts$/,
    /^kernel\/(exchange\/(exchange-words|officers)|trust\/jwk)\.ts$/,
  ],
  [/^kernel\/catalogue\.ts$/, /^kernel\/(record\/payload|exchange\/exchange-profile)\.ts$/],
  [/^kernel\/state\//, /^kernel\/(catalogue\.ts$|record\/|state\/|exchange\/undoing\.ts$)/],
  [/^kernel\/exchange\//, /^kernel\/(?!paper\/)/],
  [/^kernel\/(paper\/|contents\.ts$)/, /^kernel\//],
];

const serverPackages =
  /^(node:|@fastify\/|(@myriaddreamin\/typst-ts-node-compiler|@simplewebauthn\/server|fastify|ajv|ajv-formats|kysely|nodemailer|pino|prom-client|qr|typebox)(\/|$))/;
const webPackages =
  /^(node:|@mantine\/|@tanstack\/|@inlang\/paraglide-js|@simplewebauthn\/browser|(fflate|qr|react|react-dom|uplot|vite)(\/|$))/;
/** The only files that may bring profiles and the rest together. */
const compositionRoots = [
  'server/main.ts',
  'cli/main.ts',
  'web/verify/main.ts',
  'web/workbench/main.tsx',
  'web/workbench/record/evidence-worker.ts',
];

describe('imports', () => {
  test('of the kernel stay in the kernel; only crypto-portable.ts has packages', () => {
    expect(imports.length).toBeGreaterThan(400);
    const stray = imports.filter(
      ({ from, to }) =>
        from.startsWith('kernel/') &&
        !to.startsWith('kernel/') &&
        !(from === 'kernel/crypto-portable.ts' && to.startsWith('@noble/')),
    );
    expect(told(stray)).toEqual([]);
  });

  test('inside the kernel go down its layers', () => {
    const stray = imports.filter(({ from, to }) => {
      if (!from.startsWith('kernel/') || !to.startsWith('kernel/')) return false;
      const [, below] = layers.find(([files]) => files.test(from)) ?? [];
      return !base.test(to) && !below?.test(to);
    });
    expect(told(stray)).toEqual([]);
  });

  test('of a profile: the kernel, its own folder, typebox and libxml2', () => {
    const stray = imports.filter(({ from, to }) => {
      const own = /^profiles\/[^/]+\//.exec(from)?.[0];
      if (own === undefined) return false;
      return !to.startsWith(own) && !to.startsWith('kernel/') && !/^(typebox|libxml2-wasm)(\/|$)/.test(to);
    });
    expect(told(stray)).toEqual([]);
  });

  test('of server, cli and web: the kernel, their own folder, their packages', () => {
    const stray = imports.filter(({ from, to }) => {
      const own = /^(server|cli|web)\//.exec(from)?.[0];
      if (own === undefined || compositionRoots.includes(from)) return false;
      const packages = own === 'server/' ? serverPackages : own === 'cli/' ? /^node:/ : webPackages;
      const pages = own === 'server/' && to.startsWith('web/pages/');
      return !to.startsWith(own) && !to.startsWith('kernel/') && !pages && !packages.test(to);
    });
    expect(told(stray)).toEqual([]);
  });

  test('of profiles stand in composition roots alone, through profiles/index.ts', () => {
    const stray = imports.filter(
      ({ from, to }) =>
        to.startsWith('profiles/') &&
        !from.startsWith('profiles/') &&
        !(compositionRoots.includes(from) && to === 'profiles/index.ts'),
    );
    expect(told(stray)).toEqual([]);
  });

  test('of the server from outside stand in cli/main.ts alone', () => {
    const stray = imports.filter(
      ({ from, to }) => to.startsWith('server/') && !from.startsWith('server/') && from !== 'cli/main.ts',
    );
    expect(told(stray)).toEqual([]);
  });

  test('of the database engine stand in server/store alone', () => {
    const stray = imports.filter(
      ({ from, to }) => /^(node:sqlite|kysely)(\/|$)/.test(to) && !from.startsWith('server/store/'),
    );
    expect(told(stray)).toEqual([]);
  });

  test('of the product never reach tests or makers of vectors', () => {
    expect(told(imports.filter(({ to }) => isTest(to) || serves(to)))).toEqual([]);
  });

  test('make no cycles, in the kernel not even of types', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, types } of imports)
      if (!types || from.startsWith('kernel/')) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (path: string, way: readonly string[]): string[] => {
      if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
      if (done.has(path)) return [];
      done.add(path);
      for (const to of next.get(path) ?? []) {
        const cycle = visit(to, [...way, path]);
        if (cycle.length > 0) return cycle;
      }
      return [];
    };
    expect([...next.keys()].flatMap((path) => visit(path, []))).toEqual([]);
  });
});

const bare = (path: string) =>
  (source.get(path) ?? '').replace(/(^|\s)\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('what is absent', () => {
  test('kernel and profiles have no clock, randomness, network, process or page', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\b|\bfetch\(|\bprocess\.|\bperformance\.|\bglobalThis\b|\bgetRandomValues\b|\bwindow\.|\blocalStorage\b/;
    const stray = product.filter((path) => /^(kernel|profiles)\//.test(path) && impure.test(bare(path)));
    expect(stray).toEqual([]);
  });

  /** Names that profiles share with the exchange itself or with programming. */
  const shared = new Set([
    'answer',
    'answers',
    'decision',
    // Also what a browser calls the description of an installed page.
    'manifest',
    'settlement',
    'withdrawal',
    'number',
    'other',
    'weekly',
  ]);
  const domainWords = (profile: Profile): string[] => {
    const codes = [profile.reasons, profile.findings].flatMap(Object.keys).filter((code) => code.includes('-'));
    const names = [profile.types, profile.registers, profile.ledgers, profile.functions].flatMap(Object.keys);
    return [profile.name, ...names, ...codes].filter((word) => !shared.has(word));
  };
  const words = new Set([
    ...profiles.flatMap(domainWords),
    ...['phytosanitary', 'sanitary', 'consignment', 'consignor', 'quarantine', 'botanical', 'ippc', 'ispm', 'eppo'],
  ]);
  /** Where a domain word is the right one. Command examples in help are left out as well: people read them. */
  const exempt: Readonly<Record<string, string>> = {
    'server/demonstration.ts': 'founds the institutions of the demonstration, with their names and functions',
    'server/http/examples.ts': 'shows an example where no profile is loaded',
  };

  test('kernel, server, cli and web name no profile and know no domain word', () => {
    expect(words.size).toBeGreaterThan(20);
    const pattern = new RegExp(`\\b(${[...words].join('|')})\\b`, 'i');
    const stray = product.flatMap((path) => {
      if (path.startsWith('profiles/') || path in exempt) return [];
      const found = pattern.exec(bare(path).replace(/^ *examples: \[[^\]]*\]/gm, ''));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(stray).toEqual([]);
  });

  test('no file is named after nothing', () => {
    const vague = /^(.*-)?(utils?|helpers?|misc|managers?)\.|^(common|types)\./;
    expect([...source.keys()].filter((path) => vague.test(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  });

  /** Files that one sitting does not read, and why they are one file all the same. */
  const long: Readonly<Record<string, string>> = {
    'server/institution/institution.ts': 'the one class behind InstitutionService; every method is a few lines',
    'server/institution/service.ts': 'the whole contract of an institution on one page',
    'test/architecture.test.ts': 'all rules of the house on one page',
    'kernel/trust/trust-list.test.ts': 'every rule of acceptance, one case each',
    'server/http/app.test.ts': 'every guard of the edge, one case each',
    'kernel/exchange/vectors/approval/make.ts': 'a table: one line and its making for each vector',
    'kernel/exchange/vectors/evidence/make.ts': 'a table: one line and its making for each vector',
    'kernel/trust/vectors/make.ts': 'a table: one line and its making for each vector',
    'test/independent/log/main.go': 'one Go program, run as it is',
  };

  test('no file is longer than 300 lines without a reason', () => {
    const found = [...source].filter(([, text]) => text.split('\n').length > 301).map(([path]) => path);
    expect(found.filter((path) => !(path in long))).toEqual([]);
    expect(Object.keys(long).filter((path) => !found.includes(path))).toEqual([]);
  });

  test('no test is skipped, nothing is left to do', () => {
    const open =
      /\.(?:skip|only|todo|skipIf|runIf|fails)\(|\bx(?:it|describe|test)\(|\b(?:T[O]DO|F[I]XME)\b|@ts-(?:ignore|expect-error|nocheck)/;
    expect([...source].filter(([, text]) => open.test(text)).map(([path]) => path)).toEqual([]);
  });
});

/** Every object below that names a language, with the place where it stands. */
function textsIn(value: unknown, place: string, seen = new Set<unknown>()): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const object = value as Record<string, unknown>;
  if (languages.some((language) => typeof object[language] === 'string')) return [[place, object]];
  return Object.entries(object).flatMap(([name, inner]) => textsIn(inner, `${place}/${name}`, seen));
}

test('every text stands in all three languages', async () => {
  const wordFiles = filesIn('web/pages/words').filter((path) => !isTest(path));
  const pageWords = await Promise.all(wordFiles.map((path) => import(`../${path}`)));
  expect(pageWords.length).toBeGreaterThan(4);
  const verifyWords = Object.entries(verifyEn).map(([key, en]) => ({
    az: verifyAz[key as Key],
    ru: verifyRu[key as Key],
    en,
  }));
  const roots = {
    profiles,
    exchangeProfile,
    approvalWords,
    refusalWords,
    stepWords,
    verdictWords,
    cliWords,
    noticeWords,
    pageWords,
    verifyWords,
  };
  const texts = textsIn(roots, '');
  expect(texts.length).toBeGreaterThan(300);
  const incomplete = texts.filter(([, text]) =>
    languages.some((language) => typeof text[language] !== 'string' || text[language].trim() === ''),
  );
  expect(incomplete.map(([place]) => place)).toEqual([]);
  // Copied only: words in small letters are never the same in two alphabets.
  const copied = texts.filter(
    ([, { az, ru, en }]) =>
      /\b[a-z]{4}/.test(String(en)) && (!/[а-яё]/i.test(String(ru)) || /[а-яё]/i.test(String(az))),
  );
  expect(copied.map(([place]) => place)).toEqual([]);
});

describe('texts of the workbench', () => {
  const folders = [...new Set(all.filter((path) => /^web\/workbench\/.*\/words\/.*\.json$/.test(path)).map(dirname))];
  const wordsIn = (folder: string, language: string) =>
    JSON.parse(read(join(folder, `${language}.json`))) as Record<string, unknown>;
  /** All forms of a text that has several. */
  const forms = (text: unknown): string =>
    typeof text === 'string'
      ? text
      : (text as { match: object }[]).flatMap(({ match }) => Object.values(match)).join(' ');
  const said = (text: unknown) => forms(text).replace(/\{\w+\}/g, '');
  /** What is filled in, in whatever order a language puts it. */
  const marks = (text: unknown) => [...new Set(forms(text).match(/\{\w+\}/g))].sort().join(' ');

  test.each(folders)('%s says all in every language, with the same marks', (folder) => {
    const [az, ru, en] = languages.map((language) => wordsIn(folder, language));
    if (!az || !ru || !en) throw new Error('a language is missing');
    expect([Object.keys(az).sort(), Object.keys(ru).sort()]).toEqual(Array(2).fill(Object.keys(en).sort()));
    const odd = Object.keys(en).filter(
      (name) => marks(az[name]) !== marks(en[name]) || marks(ru[name]) !== marks(en[name]),
    );
    expect(odd).toEqual([]);
    const copied = Object.entries(en).filter(
      ([name, text]) =>
        /\b[a-z]{4}/.test(said(text)) && (!/[а-яё]/i.test(said(ru[name])) || /[а-яё]/i.test(said(az[name]))),
    );
    expect(copied.map(([name]) => name)).toEqual([]);
  });
});

describe('refusal codes', () => {
  test('are given somewhere', () => {
    const tables = /^kernel\/(refusal|words\/.*|exchange\/undoing)\.ts$|^server\/http\/problem\.ts$/;
    const text = product
      .filter((path) => !tables.test(path))
      .map(bare)
      .join('\n');
    expect(refusalCodes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  test('stand in docs/protocol.md with what they undo, and no other does', () => {
    const table = read('docs/protocol.md').split('\n## Refusal codes\n')[1] ?? '';
    const rows = [...table.matchAll(/^\| `([a-z]+\.[a-z0-9-]+)` \| .+ \| (yes|no) \|$/gm)];
    expect(rows.map(([, code]) => code)).toEqual([...refusalCodes]);
    expect(rows.filter(([, , yes]) => yes === 'yes').map(([, code]) => code)).toEqual(refusalCodes.filter(undoes));
  });
});

describe('documents', () => {
  const documents = all.filter((path) => /^[A-Z]+\.md$|^docs\/.*\.md$/.test(path));

  test.each(documents)('%s names only files that are there', (document) => {
    const text = read(document);
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => join(dirname(document), to));
    const paths = [...text.matchAll(/`((?:kernel|profiles|server|cli|test|bench|docs)\/[\w./-]*)`/g)].map(
      (m) => m[1] ?? '',
    );
    const here = (path: string) => all.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
    expect([...links, ...paths].map(normalize).filter((path) => !here(path))).toEqual([]);
  });

  test('docs/protocol.md shows what the code makes of its examples', async () => {
    const missing = Object.entries(await examples()).filter(
      ([, made]) => !read('docs/protocol.md').includes(made.trimEnd()),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
  });

  test('ARCHITECTURE.md is read in one sitting', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(201);
  });
});
