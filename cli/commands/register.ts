import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { fullPath, pageOptions, partCells, partTitles, readKeyed, wantedRows, wordOption } from '../keyed.ts';
import { localTime, shortId, table } from '../text-output.ts';
import type { KeyedPage, RegisterHistory, RegisterLine } from '../wire.ts';

export const register: Command = {
  name: 'register',
  summary: {
    az: 'Reyestr: son qeydlər, müəyyən gün üçün vəziyyət, kimin nəyi nə vaxt bildiyi',
    ru: 'Реестр: последние сведения, состояние на день, кто что и когда знал',
    en: 'A register: latest statements, how it stood on a day, who knew what when',
  },
  usage: 'NAME [KEY…] [--on DAY] [--history]',
  examples: [
    'samur register number az.afsa --as ru.fsvps',
    'samur register admission ru.fsvps az.afsa AZ-TM-100 --on 2026-11-03 --as az.afsa',
    'samur register suspension --word AZ-TM-100 --history --as ru.fsvps',
  ],
  options: {
    on: {
      type: 'string',
      about: {
        az: 'Gün (YYYY-MM-DD, UTC, günün sonuna) və ya an (RFC 3339): o vaxt nə qüvvədə idi və kimə məlum idi',
        ru: 'День (YYYY-MM-DD, UTC, на конец дня) или момент (RFC 3339): что тогда действовало и кому было известно',
        en: 'A day (YYYY-MM-DD, its end in UTC) or an instant (RFC 3339): what was in force then and who knew of it',
      },
    },
    history: {
      type: 'boolean',
      about: {
        az: 'Bütün qeydlər və hər birinin kimə nə vaxt çatdığı',
        ru: 'Все сведения и когда каждое кому стало известно',
        en: 'All statements, and since when each is known to whom',
      },
    },
    ...wordOption,
    ...pageOptions,
  },
  takes: [1, 17],
  async run(context) {
    const [named = '', ...key] = context.positionals;
    const rows = wantedRows(context, 'register');
    if (rows instanceof Failure) return rows;
    const on = context.option('on');
    if (on !== undefined && !/^\d{4}-\d\d-\d\d(T.*)?$/.test(on))
      return new Failure(exit.usage, [context.say('bad-option', { name: '--on', value: on, command: 'register' })]);
    const name = fullPath(context, 'registers', named);
    if (name instanceof Failure) return name;
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const query = [
      ...key.map((part) => ['key', part] as const),
      ...context.options('word').map((word) => ['word', word] as const),
      ...(on === undefined ? [] : [['on', on] as const]),
    ];
    const dated = on !== undefined || context.flag('history');
    const path = `/api/registers/${name}${dated ? '/history' : ''}`;
    const page = await readKeyed<RegisterLine & RegisterHistory>(context, connection, path, query, rows.most);
    if (page instanceof Failure) return page;
    context.notice(connection.demonstration);
    if (context.json) context.print(page);
    else {
      const text = context.flag('history') ? historyTable : dated ? asOfTable : latestTable;
      context.out(page.items.length === 0 ? `${context.say('nothing')}\n` : text(context, name, page));
      if (page.next !== undefined) context.out(`${context.say('more')}\n`);
    }
    return exit.ok;
  },
};

/** The columns of the key, then `head`. */
function keyedTable<T extends { readonly key: readonly string[] }>(
  context: Context,
  name: string,
  items: readonly T[],
  head: readonly string[],
  rows: (item: T) => readonly (readonly string[])[],
): string {
  const titles = partTitles(
    context,
    context.catalogue.register(name),
    items.map(({ key }) => key),
  );
  return table(
    [...titles, ...head],
    items.flatMap((item) => rows(item).map((cells) => [...partCells(item.key, titles.length), ...cells])),
    context.columns,
  );
}

function latestTable(context: Context, name: string, { items }: KeyedPage<RegisterLine>): string {
  const head = (['stated', 'record', 'value'] as const).map((word) => context.say(word));
  return keyedTable(context, name, items, head, ({ time, record, value }) => [
    [localTime(time), shortId(record), JSON.stringify(value)],
  ]);
}

function historyTable(context: Context, name: string, { items }: KeyedPage<RegisterHistory>): string {
  const { say } = context;
  const head = (['stated', 'effect', 'record', 'known', 'value'] as const).map((word) => say(word));
  return keyedTable(context, name, items, head, ({ statements }) =>
    statements.map(({ time, effective, record, known, value }) => [
      localTime(time),
      say(effective ? 'counts' : 'counts-not'),
      shortId(record),
      known.map((one) => `${one.institution} ${localTime(one.time)}`).join(', '),
      valueText(context, value),
    ]),
  );
}

/** What was in force then; a recipient that knew another statement, or none, stands with that. */
function asOfTable(context: Context, name: string, { items }: KeyedPage<RegisterHistory>): string {
  const { say } = context;
  const head = (['stated', 'record', 'known-then', 'value'] as const).map((word) => say(word));
  const rows = keyedTable(context, name, items, head, ({ statements, on }) => {
    const inForce = statements.find(({ record }) => record === on?.inForce);
    const known = (on?.known ?? []).map(({ institution, record }) => {
      if (record === undefined) return `${institution} (${say('nothing-known')})`;
      return record === on?.inForce ? institution : `${institution} (${shortId(record)})`;
    });
    return [
      [
        inForce ? localTime(inForce.time) : '',
        inForce ? shortId(inForce.record) : '',
        known.join(', '),
        inForce ? valueText(context, inForce.value) : say('nothing-in-force'),
      ],
    ];
  });
  const [first] = items;
  return `${say('as-of', { time: localTime(first?.on?.time ?? 0) })}\n${rows}`;
}

function valueText({ say }: Context, value: unknown): string {
  return value === null ? say('taken-out') : JSON.stringify(value);
}
