import type { Command, Context } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { readKeyed } from '../keyed.ts';
import { recordTable } from '../record-output.ts';
import { outcomes } from '../text-output.ts';
import type { RecordLine } from '../wire.ts';

const usual = '50';

export const list: Command = {
  name: 'list',
  summary: {
    az: 'Qeydlərin siyahısı, yeniləri əvvəldə',
    ru: 'Список записей, новые сверху',
    en: 'Lists records, newest first',
  },
  usage: '[--direction issued|received] [--state STATE] [--turn mine] [--overdue] [--text WORDS]',
  examples: [
    'samur list --direction received --state issued --as ru.fsvps',
    'samur list --turn mine --overdue --as ru.fsvps',
    'samur list --text pomidor --all --json --as az.afsa',
  ],
  options: {
    direction: {
      type: 'string',
      about: { az: 'issued və ya received', ru: 'issued или received', en: 'issued or received' },
    },
    profile: { type: 'string', about: { az: 'Profil', ru: 'Профиль', en: 'Profile' } },
    type: { type: 'string', about: { az: 'Qeydin növü', ru: 'Вид записи', en: 'Type of the record' } },
    state: { type: 'string', about: { az: 'Vəziyyət', ru: 'Состояние', en: 'State' } },
    text: {
      type: 'string',
      about: {
        az: 'Nömrədə və məzmunda axtarılan sözlər',
        ru: 'Слова для поиска в номере и содержании',
        en: 'Words to look for in number and content',
      },
    },
    turn: {
      type: 'string',
      about: {
        az: 'mine: növbəti addımı bu qurum atmalıdır',
        ru: 'mine: следующий шаг за этим учреждением',
        en: 'mine: this institution has to act next',
      },
    },
    overdue: {
      type: 'boolean',
      about: {
        az: 'Müddəti keçmiş qeydlər',
        ru: 'Записи, срок по которым истёк',
        en: 'Those whose time limit has passed',
      },
    },
    limit: { type: 'string', about: { az: '1–200, adətən 50', ru: '1–200, обычно 50', en: '1 to 200, usually 50' } },
    all: { type: 'boolean', about: { az: 'Bütün qeydlər', ru: 'Все записи', en: 'All of them' } },
  },
  takes: [0, 0],
  async run(context) {
    const limit = context.option('limit') ?? usual;
    const badValue = (name: string, value: string) =>
      new Failure(exit.usage, [context.say('bad-option', { name, value, command: 'list' })]);
    if (!/^([1-9]\d?|1\d\d|200)$/.test(limit)) return badValue('--limit', limit);
    const direction = context.option('direction');
    if (direction !== undefined && direction !== 'issued' && direction !== 'received')
      return badValue('--direction', direction);
    const turn = context.option('turn');
    if (turn !== undefined && turn !== 'mine') return badValue('--turn', turn);
    // A state or type in the words of people is no name on any server.
    const unknown = unknownName(context, (name) => !/^[a-z][a-z0-9-]*$/.test(name));
    if (unknown) return unknown;
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const query: [string, string][] = context.flag('overdue') ? [['overdue', 'true']] : [];
    for (const [name, option] of [
      ['direction', 'direction'],
      ['profile', 'profile'],
      ['type', 'type'],
      ['state', 'state'],
      ['turn', 'turn'],
      ['q', 'text'],
    ] as const) {
      const value = context.option(option);
      if (value !== undefined) query.push([name, value]);
    }
    const most = context.flag('all') ? undefined : Number(limit);
    const page = await readKeyed<RecordLine>(context, connection, '/api/records', query, most, 200);
    if (page instanceof Failure) return page;
    context.notice(connection.demonstration);
    if (context.json) context.print(page);
    else if (page.items.length === 0) {
      const unknown = unknownName(context, () => true);
      if (unknown) return unknown;
      context.out(`${context.say('nothing')}\n`);
    } else context.out(recordTable(context, page.items) + (page.next ? `${context.say('more')}\n` : ''));
    return exit.ok;
  },
};

/** A name in the question that nothing goes by, told with the names there are; a newer server may know more. */
function unknownName(context: Context, suspect: (name: string) => boolean): Failure | undefined {
  const { profiles } = context.catalogue;
  const types = profiles.flatMap(({ types }) => Object.entries(types));
  const names = {
    profile: profiles.map(({ name }) => name),
    type: types.map(([name]) => name),
    state: [...outcomes, ...types.flatMap(([, { lifeCycle }]) => Object.keys(lifeCycle?.states ?? {}))],
  };
  for (const option of ['profile', 'type', 'state'] as const) {
    const name = context.option(option);
    if (name !== undefined && suspect(name) && !names[option].includes(name))
      return new Failure(exit.usage, [
        context.say('unknown-name', { name: name.slice(0, 60), names: [...new Set(names[option])].join(', ') }),
      ]);
  }
  return undefined;
}
