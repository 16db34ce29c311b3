import type { LedgerDeclaration } from '../../kernel/profile.ts';
import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { fullPath, pageOptions, partCells, partTitles, readKeyed, wantedRows, wordOption } from '../keyed.ts';
import { table } from '../text-output.ts';
import { quantityText } from '../what-if-output.ts';
import type { Account } from '../wire.ts';

export const ledger: Command = {
  name: 'ledger',
  summary: { az: 'Hesabların qalığı', ru: 'Остатки на счетах', en: 'Accounts of a ledger' },
  usage: 'NAME [KEY…]',
  examples: ['samur ledger certificate-line az.afsa ru.fsvps --as ru.fsvps'],
  options: { ...wordOption, ...pageOptions },
  takes: [1, 17],
  async run(context) {
    const [named = '', ...key] = context.positionals;
    const rows = wantedRows(context, 'ledger');
    if (rows instanceof Failure) return rows;
    const name = fullPath(context, 'ledgers', named);
    if (name instanceof Failure) return name;
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const query = [
      ...key.map((part) => ['key', part] as const),
      ...context.options('word').map((word) => ['word', word] as const),
    ];
    const page = await readKeyed<Account>(context, connection, `/api/ledgers/${name}`, query, rows.most);
    if (page instanceof Failure) return page;
    context.notice(connection.demonstration);
    if (context.json) context.print(page);
    else {
      context.out(page.items.length === 0 ? `${context.say('nothing')}\n` : accountTable(context, name, page.items));
      if (page.next !== undefined) context.out(`${context.say('more')}\n`);
    }
    return exit.ok;
  },
};

export const balance: Command = {
  name: 'balance',
  summary: {
    az: 'Limitlər üzrə qalıq: nə qədər ayrılıb, nə qədər istifadə olunub, nə qədər qalıb',
    ru: 'Остатки по лимитам: сколько выделено, использовано и осталось',
    en: 'Balances: how much was granted, used and is left',
  },
  usage: '[WORD…] [--ledger NAME]',
  examples: ['samur balance --as az.afsa', 'samur balance AZ-G-17 2026 --as ru.fsvps'],
  options: {
    ledger: {
      type: 'string',
      about: {
        az: 'Yalnız bu uçot kitabı',
        ru: 'Только эта учётная книга',
        en: 'This ledger alone',
      },
    },
    ...pageOptions,
  },
  takes: [0, 16],
  async run(context) {
    const rows = wantedRows(context, 'balance');
    if (rows instanceof Failure) return rows;
    const named = context.option('ledger');
    const chosen = named === undefined ? balanceLedgers(context) : fullPath(context, 'ledgers', named);
    if (chosen instanceof Failure) return chosen;
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const words = context.positionals.map((word) => ['word', word] as const);
    const items: Account[] = [];
    const texts: string[] = [];
    let more = false;
    for (const name of [chosen].flat()) {
      const page = await readKeyed<Account>(context, connection, `/api/ledgers/${name}`, words, rows.most);
      if (page instanceof Failure) return page;
      items.push(...page.items);
      more ||= page.next !== undefined;
      if (page.items.length > 0) texts.push(balanceText(context, name, page.items));
    }
    context.notice(connection.demonstration);
    if (context.json) context.print({ items, more });
    else {
      context.out(texts.length === 0 ? `${context.say('nothing')}\n` : texts.join('\n'));
      if (more) context.out(`${context.say('more')}\n`);
    }
    return exit.ok;
  },
};

function balanceLedgers({ catalogue }: Context): string[] {
  return catalogue.profiles.flatMap(({ name, ledgers }) =>
    Object.entries(ledgers).flatMap(([ledger, { balance }]) => (balance ? [`${name}/${ledger}`] : [])),
  );
}

function accountTable(context: Context, name: string, items: readonly Account[]): string {
  const { say } = context;
  const head = (['available', 'credited', 'debited', 'settled', 'unit', 'state'] as const).map((word) => say(word));
  return keyedTable(context, context.catalogue.ledger(name), items, head, (one) => [
    one.available,
    one.credited,
    one.debited,
    one.settled,
    one.unit,
    one.frozen ? say('frozen') : '',
  ]);
}

/** Movements in the order and words of the profile. What only freezes moves no amount. */
function balanceText(context: Context, name: string, items: readonly Account[]): string {
  const { say, language } = context;
  const declaration = context.catalogue.ledger(name);
  const movements = Object.entries(declaration?.movements ?? {}).filter(([, { kind }]) => kind !== 'freeze');
  const head = [...movements.map(([, { title }]) => title[language]), say('available'), say('state')];
  const rows = keyedTable(context, declaration, items, head, (one) => [
    ...movements.map(([movement]) => quantityText(one.byMovement[movement] ?? '0', one.unit, language)),
    quantityText(one.available, one.unit, language),
    one.frozen ? say('frozen') : '',
  ]);
  return `${declaration?.title[language] ?? name}\n${rows}`;
}

function keyedTable(
  context: Context,
  declaration: LedgerDeclaration | undefined,
  items: readonly Account[],
  head: readonly string[],
  cells: (item: Account) => readonly string[],
): string {
  const titles = partTitles(
    context,
    declaration,
    items.map(({ key }) => key),
  );
  return table(
    [...titles, ...head],
    items.map((item) => [...partCells(item.key, titles.length), ...cells(item)]),
    context.columns,
  );
}
