import { join } from 'node:path';
import type { Command, Context } from '../command.ts';
import { countryFolder, isInstitution } from '../context.ts';
import { type Exit, exit, Failure } from '../failure.ts';
import { localTime, table } from '../text-output.ts';

export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly string[];
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly revoked?: number;
}

/** The tokens kept in the folder of an institution; the server's own, given by the composition root. */
export interface TokenKeeper {
  readonly rights: readonly string[];
  create(name: string, rights: readonly string[], now: number): Promise<string>;
  list(): Promise<readonly TokenLine[]>;
  /** False when no valid token has this id. */
  revoke(id: string, now: number): Promise<boolean>;
  close(): Promise<void>;
}

const usage = 'create NAME [--rights read,issue] | list | revoke ID';

/** `open` answers undefined where there is no institution's database. */
export function tokenCommand(open: (folder: string) => Promise<TokenKeeper | undefined>): Command {
  return {
    name: 'token',
    summary: {
      az: 'Proqramlar üçün giriş tokenləri: yaratmaq, siyahı, ləğv etmək',
      ru: 'Токены доступа для программ: создать, показать, отозвать',
      en: 'Access tokens of programs: create, list, revoke',
    },
    usage,
    examples: [
      'samur token create "customs terminal" --rights read --as ru.fsvps',
      'samur token list --as ru.fsvps',
      'samur token revoke 5f0c2a91d3b7 --as ru.fsvps',
    ],
    options: {
      rights: {
        type: 'string',
        about: {
          az: 'Hüquqlar, vergüllə: read, issue, administer; adətən read',
          ru: 'Права, через запятую: read, issue, administer; обычно read',
          en: 'Rights, separated by commas: read, issue, administer; usually read',
        },
      },
    },
    takes: [1, 2],
    async run(context) {
      const institution = context.option('as') ?? '';
      if (!isInstitution(institution))
        return new Failure(exit.usage, [context.say('bad-institution', { name: institution })]);
      const folder = join(context.dataFolder, countryFolder(institution), institution);
      const keeper = await open(folder);
      if (!keeper) return new Failure(exit.usage, [context.say('no-institution-folder', { folder })]);
      try {
        return await act(context, keeper);
      } finally {
        await keeper.close();
      }
    },
  };
}

async function act(context: Context, keeper: TokenKeeper): Promise<Exit | Failure> {
  const [action, argument] = context.positionals;
  if (action === 'list' && argument === undefined) return list(context, await keeper.list());
  if (action === 'create' && argument !== undefined && argument.trim() !== '') return create(context, keeper, argument);
  if (action === 'revoke' && argument !== undefined) return revoke(context, keeper, argument);
  return new Failure(exit.usage, [context.say('wrong-arguments', { command: 'token', usage })]);
}

async function create(context: Context, keeper: TokenKeeper, name: string): Promise<Exit | Failure> {
  const stated = context.option('rights') ?? 'read';
  const rights = [...new Set(stated.split(','))];
  if (rights.some((right) => !keeper.rights.includes(right)))
    return new Failure(exit.usage, [context.say('bad-option', { name: '--rights', value: stated, command: 'token' })]);
  const token = await keeper.create(name.slice(0, 200), rights, context.now());
  if (context.json) context.print({ token, name, rights });
  else {
    context.out(`${token}\n`);
    context.err(`${context.say('token-once')}\n`);
  }
  return exit.ok;
}

function list(context: Context, lines: readonly TokenLine[]): Exit {
  if (context.json) {
    context.print({ items: lines });
    return exit.ok;
  }
  const head = (['id', 'token-name', 'rights', 'created', 'revoked'] as const).map((word) => context.say(word));
  const rows = lines.map(({ id, name, rights, created, revoked }) => [
    id,
    name,
    rights.join(', '),
    localTime(created),
    revoked === undefined ? '' : localTime(revoked),
  ]);
  context.out(rows.length === 0 ? `${context.say('nothing')}\n` : table(head, rows, context.columns));
  return exit.ok;
}

async function revoke(context: Context, keeper: TokenKeeper, id: string): Promise<Exit | Failure> {
  if (!(await keeper.revoke(id, context.now())))
    return new Failure(exit.refused, [context.say('unknown-token', { id: id.slice(0, 64) })]);
  if (context.json) context.print({ revoked: id });
  else context.out(`${context.say('token-revoked', { id })}\n`);
  return exit.ok;
}
