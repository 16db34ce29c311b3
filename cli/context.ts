/** Reads the command line into what a command is given. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Language, Text } from '../kernel/finding.ts';
import { verdictWords } from '../kernel/words.ts';
import type { Command, Context, Host } from './command.ts';
import { Connection } from './connection.ts';
import { exit, Failure } from './failure.ts';
import { type CliWord, say } from './words.ts';

export const everywhere = {
  as: {
    type: 'string',
    about: {
      az: 'Qurumun adından: server və token onun qovluğundan götürülür',
      ru: 'От имени учреждения: сервер и токен доступа берутся из его папки',
      en: 'In the name of an institution: takes server and token from its folder',
    },
  },
  server: { type: 'string', about: { az: 'Serverin ünvanı', ru: 'Адрес сервера', en: 'Address of the server' } },
  token: {
    type: 'string',
    about: {
      az: 'Giriş tokeni; SAMUR_TOKEN dəyişənində saxlamaq daha təhlükəsizdir',
      ru: 'Токен доступа; безопаснее задать его переменной SAMUR_TOKEN',
      en: 'Access token; the variable SAMUR_TOKEN keeps it out of sight of others',
    },
  },
  json: { type: 'boolean', about: { az: 'Proqramlar üçün JSON', ru: 'JSON для программ', en: 'JSON for programs' } },
  lang: { type: 'string', about: { az: 'Dil: az, ru, en', ru: 'Язык: az, ru, en', en: 'Language: az, ru, en' } },
  help: { type: 'boolean', about: { az: 'Kömək', ru: 'Справка', en: 'Help' } },
} as const satisfies ParseArgsOptionsConfig & Record<string, { about: Text }>;

/** `--lang`, else the locale of the user, else English. */
export function languageOf(stated: string | undefined, env: Host['env']): Language | undefined {
  if (stated !== undefined) return stated === 'az' || stated === 'ru' || stated === 'en' ? stated : undefined;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const primary = locale.slice(0, 2);
  return primary === 'az' || primary === 'ru' ? primary : 'en';
}

/** The language before the command line is fully read, so that its faults are told in it. */
export function earlyLanguage(args: readonly string[], env: Host['env']): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const stated = at < 0 ? undefined : args[at] === '--lang' ? args[at + 1] : args[at]!.slice('--lang='.length);
  return languageOf(stated?.split(',')[0], env) ?? languageOf(undefined, env)!;
}

export function contextOf(command: Command, args: readonly string[], host: Host): Context | Failure {
  const early = earlyLanguage(args, host.env);
  const usage = (word: CliWord, detail: Record<string, string>) =>
    new Failure(exit.usage, [say(word, early, { command: command.name, ...detail })]);
  const read = parse(command, args);
  if ('fault' in read) return usage(read.word, { name: read.fault });
  const { values, positionals } = read;
  // A command with a `--lang` of its own takes several; the first is the user's.
  const [stated] = (command.options['lang'] ? text(values['lang'])?.split(',') : undefined) ?? [text(values['lang'])];
  const language = languageOf(stated, host.env);
  if (!language) return usage('bad-option', { name: '--lang', value: String(values['lang']) });
  const [least, most] = command.takes;
  const wrong = positionals.length < least || positionals.length > most;
  if (wrong && values['help'] !== true) return usage('wrong-arguments', { usage: command.usage });
  const dataFolder = host.env['SAMUR_DATA'] || './data';
  const context: Context = {
    ...host,
    language,
    json: values['json'] === true,
    positionals,
    option: (name) => text(values[name]),
    options: (name) => [values[name] ?? []].flat().filter((one) => typeof one === 'string'),
    flag: (name) => values[name] === true,
    say: (word, detail) => say(word, language, detail),
    dataFolder,
    print: (value) => host.out(`${JSON.stringify(value, null, 2)}\n`),
    demonstrationNotice: verdictWords['demonstration-notice'][language],
    notice(demonstration) {
      if (demonstration) (context.json ? host.err : host.out)(`${context.demonstrationNotice}\n`);
    },
    connect: () => connect(context),
  };
  return context;
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parse(
  command: Command,
  args: readonly string[],
): { values: Values; positionals: string[] } | { fault: string; word: CliWord } {
  const options: ParseArgsOptionsConfig = {};
  for (const [name, { type, multiple = false }] of Object.entries({
    ...everywhere,
    ...command.options,
  } as Command['options']))
    options[name] = { type, multiple };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    const known = (arg: string) => arg.startsWith('--') && Object.hasOwn(options, arg.slice(2).split('=')[0]!);
    if ((fault as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      const [name = ''] = /--[\w-]+/.exec((fault as Error).message) ?? [];
      return { fault: name, word: options[name.slice(2)]?.type === 'boolean' ? 'takes-no-value' : 'needs-value' };
    }
    return {
      fault: args.find((arg) => arg.startsWith('-') && !known(arg)) ?? args.find((arg) => arg.startsWith('-')) ?? '',
      word: 'unknown-option',
    };
  }
}

function text(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The country of `--as`, in lower case as its folder is named. */
export function countryFolder(institution: string): string {
  return institution.slice(0, 2);
}

export function isInstitution(name: string): boolean {
  return /^[a-z]{2}\.[a-z0-9][a-z0-9-]{0,62}$/.test(name);
}

async function connect(context: Context): Promise<Connection | Failure> {
  const institution = context.option('as');
  let server = context.option('server') ?? context.env['SAMUR_SERVER'];
  let token = context.option('token') ?? context.env['SAMUR_TOKEN'];
  if (institution !== undefined) {
    const stored = await clientFile(context, institution);
    if (stored instanceof Failure) return stored;
    server = context.option('server') ?? stored.server;
    token = context.option('token') ?? stored.token;
  }
  if (server === undefined) return new Failure(exit.usage, [context.say('no-server')]);
  if (!/^https?:\/\/[^/]/.test(server)) return new Failure(exit.usage, [context.say('bad-server', { server })]);
  return new Connection(server, token, context.language);
}

async function clientFile(context: Context, institution: string): Promise<{ server: string; token: string } | Failure> {
  if (!isInstitution(institution))
    return new Failure(exit.usage, [context.say('bad-institution', { name: institution })]);
  const file = join(context.dataFolder, countryFolder(institution), institution, 'client.json');
  try {
    const { server, token } = JSON.parse(await readFile(file, 'utf8'));
    if (typeof server === 'string' && typeof token === 'string') return { server, token };
  } catch {
    // Absent, unreadable or no JSON: one answer for all.
  }
  return new Failure(exit.usage, [context.say('no-client-file', { file })]);
}
