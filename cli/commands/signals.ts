import type { Command } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { pageOptions, readKeyed, wantedRows } from '../keyed.ts';
import { localTime, shortId, table, typeText } from '../text-output.ts';
import type { Signal } from '../wire.ts';

export const signals: Command = {
  name: 'signals',
  summary: {
    az: 'Diqqət tələb edən qeydlər və səbəbləri; heç nəyi dəyişmir',
    ru: 'Записи, требующие внимания, и почему; ничего не меняет',
    en: 'Records that a person should look at, and why; changes nothing',
  },
  usage: '[--code CODE]',
  examples: ['samur signals --as ru.fsvps', 'samur signals --code origin-over-capacity --json --as az.afsa'],
  options: {
    code: { type: 'string', about: { az: 'Siqnalın kodu', ru: 'Код сигнала', en: 'Code of the signal' } },
    profile: { type: 'string', about: { az: 'Profil', ru: 'Профиль', en: 'Profile' } },
    ...pageOptions,
  },
  takes: [0, 0],
  async run(context) {
    const { catalogue, language, say } = context;
    const rows = wantedRows(context, 'signals');
    if (rows instanceof Failure) return rows;
    const known = catalogue.profiles.flatMap((profile) => profile.signals ?? []);
    const code = context.option('code');
    if (code !== undefined && !known.includes(code))
      return new Failure(exit.usage, [say('unknown-name', { name: code.slice(0, 60), names: known.join(', ') })]);
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const query = (['code', 'profile'] as const).flatMap((name) => {
      const value = context.option(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const page = await readKeyed<Signal>(context, connection, '/api/signals', query, rows.most, 200);
    if (page instanceof Failure) return page;
    context.notice(connection.demonstration);
    if (context.json) context.print(page);
    else if (page.items.length === 0) context.out(`${say('nothing')}\n`);
    else {
      const head = (['id', 'time', 'type', 'number', 'from', 'signal'] as const).map((word) => say(word));
      const lines = page.items.flatMap((item) =>
        item.findings.map((finding, at) => [
          ...(at === 0
            ? [
                shortId(item.id),
                localTime(item.time),
                typeText(catalogue, item.profile, item.type, language),
                item.number,
                item.issuer,
              ]
            : ['', '', '', '', '']),
          `${finding.text} [${finding.code}]`,
        ]),
      );
      context.out(table(head, lines, context.columns));
      if (page.next !== undefined) context.out(`${say('more')}\n`);
    }
    return exit.ok;
  },
};
