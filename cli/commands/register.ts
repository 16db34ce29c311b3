import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { shortId, table } from '../text-output.ts';
import type { Account, Items, RegisterLine } from '../wire.ts';

const limit: Command['options'] = {
  limit: {
    type: 'string',
    about: { az: '1–1000, adətən 200', ru: '1–1000, обычно 200', en: '1 to 1000, usually 200' },
  },
};

export const register: Command = {
  name: 'register',
  summary: { az: 'Reyestrin son qeydləri', ru: 'Последние сведения реестра', en: 'Latest statements of a register' },
  usage: 'NAME [KEY…]',
  examples: ['samur register number az.afsa --as ru.fsvps'],
  options: limit,
  takes: [1, 17],
  async run(context) {
    const items = await read<RegisterLine>(context, 'registers');
    if (items instanceof Failure) return items;
    const head = [context.say('key'), context.say('record'), context.say('value')];
    return show(context, items, head, ({ key, record, value }) => [
      key.join(' / '),
      shortId(record),
      JSON.stringify(value),
    ]);
  },
};

export const ledger: Command = {
  name: 'ledger',
  summary: { az: 'Hesabların qalığı', ru: 'Остатки на счетах', en: 'Accounts of a ledger' },
  usage: 'NAME [KEY…]',
  examples: ['samur ledger certificate-line az.afsa ru.fsvps --as ru.fsvps'],
  options: limit,
  takes: [1, 17],
  async run(context) {
    const items = await read<Account>(context, 'ledgers');
    if (items instanceof Failure) return items;
    const { say } = context;
    const head = (['key', 'available', 'credited', 'debited', 'unit', 'state'] as const).map((word) => say(word));
    return show(context, items, head, (one) => [
      one.key.join(' / '),
      one.available,
      one.credited,
      one.debited,
      one.unit,
      one.frozen ? say('frozen') : '',
    ]);
  },
};

async function read<T>(context: Context, kind: 'registers' | 'ledgers'): Promise<Items<T> | Failure> {
  const [named = '', ...key] = context.positionals;
  const count = context.option('limit') ?? '200';
  if (!/^([1-9]\d{0,2}|1000)$/.test(count))
    return new Failure(exit.usage, [
      context.say('bad-option', { name: '--limit', value: count, command: kind.slice(0, -1) }),
    ]);
  const path = fullPath(context, kind, named);
  if (path instanceof Failure) return path;
  const connection = await context.connect();
  if (connection instanceof Failure) return connection;
  const query = new URLSearchParams([...key.map((one) => ['key', one]), ['limit', count]]);
  const items = await connection.json<Items<T>>(`/api/${kind}/${path}?${query}`);
  if (!(items instanceof Failure)) context.notice(connection.demonstration);
  return items;
}

/** `profile/name`; the profile may be left out where the name is the only one. */
function fullPath(context: Context, kind: 'registers' | 'ledgers', named: string): string | Failure {
  const names = context.catalogue.profiles.flatMap((profile) =>
    Object.keys(profile[kind]).map((name) => `${profile.name}/${name}`),
  );
  const fitting = names.filter((name) => name === named || name.endsWith(`/${named}`));
  const [only, another] = fitting;
  if (only && !another) return only;
  return new Failure(exit.usage, [context.say('unknown-name', { name: named, names: names.join(', ') })]);
}

function show<T>(
  context: Context,
  answer: Items<T>,
  head: readonly string[],
  row: (item: T) => string[],
): typeof exit.ok {
  if (context.json) context.print(answer);
  else if (answer.items.length === 0) context.out(`${context.say('nothing')}\n`);
  else context.out(table(head, answer.items.map(row)));
  return exit.ok;
}
