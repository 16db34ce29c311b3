import type { Command } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { localTime, table } from '../text-output.ts';
import type { Channel, Items } from '../wire.ts';

export const channels: Command = {
  name: 'channels',
  summary: {
    az: 'Kanallar, təsdiqlər və gecikmə',
    ru: 'Каналы, подтверждения и задержка',
    en: 'Channels, receipts and lag',
  },
  usage: '',
  examples: ['samur channels --as az.afsa'],
  options: {},
  takes: [0, 0],
  async run(context) {
    const connection = await context.connect();
    if (connection instanceof Failure) return connection;
    const answer = await connection.json<Items<Channel>>('/api/channels');
    if (answer instanceof Failure) return answer;
    context.notice(connection.demonstration);
    if (context.json) {
      context.print(answer);
      return exit.ok;
    }
    const { say } = context;
    const head = (['channel', 'direction', 'size', 'confirmed', 'lag', 'problem'] as const).map((word) => say(word));
    const rows = answer.items.map((one) => [
      one.origin,
      `${say(one.direction)}${one.open ? '' : `, ${say('closed')}`}`,
      String(one.size),
      one.receipt ? `${one.receipt.size} (${localTime(one.receipt.time)})` : '–',
      one.oldestWaiting === undefined ? String(one.lag) : `${one.lag} (${localTime(one.oldestWaiting)})`,
      one.lastError ?? '',
    ]);
    context.out(rows.length === 0 ? `${say('nothing')}\n` : table(head, rows, context.columns));
    return exit.ok;
  },
};
