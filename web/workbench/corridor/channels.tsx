import { Link } from '@tanstack/react-router';
import { formatAge, formatMoment } from '../../../kernel/words/moments.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import type { Channel, CorridorView } from './shapes.ts';

interface Props {
  readonly channels: readonly Channel[];
  readonly institutions: CorridorView['institutions'];
}

export function Channels({ channels, institutions }: Props) {
  const nameOf = (id: string) => {
    const found = institutions.find((one) => one.id === id);
    return found ? say(found.names) : id;
  };
  return (
    <ul className="corridor-channels">
      {channels.map((channel) => (
        <li key={channel.origin} className={channel.lag > 0 ? 'behind' : undefined}>
          <h3>
            {channel.direction === 'out' ? m.corridor_out() : m.corridor_in()}:{' '}
            {nameOf(channel.direction === 'out' ? channel.recipient : channel.issuer)}
          </h3>
          <p>
            <code>{channel.origin}</code>
          </p>
          <Standing channel={channel} />
          <dl>
            <div>
              <dt>{m.corridor_size()}</dt>
              <dd>{formatNumber(channel.size, language)}</dd>
            </div>
            <div>
              <dt>{m.corridor_receipt()}</dt>
              <dd>
                {channel.receipt
                  ? m.corridor_receipt_of({
                      size: formatNumber(channel.receipt.size, language),
                      time: formatMoment(channel.receipt.time, language),
                    })
                  : m.corridor_none()}
              </dd>
            </div>
            <div className="root">
              <dt>{m.corridor_root()}</dt>
              <dd>
                <code>{channel.root}</code>
              </dd>
            </div>
          </dl>
          <Link to="/records" search={{ direction: channel.direction === 'out' ? 'issued' : 'received' }}>
            {channel.direction === 'out' ? m.corridor_sent() : m.corridor_received()}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Whether everything has arrived; if not, since when it waits and what the last attempt came to. */
function Standing({ channel: { open, lag, oldestWaiting, lastError } }: { readonly channel: Channel }) {
  if (!open) return <p className="standing warn">{m.corridor_closed()}</p>;
  if (lag === 0) return <p className="standing good">{m.corridor_caught_up()}</p>;
  return (
    <p className="standing warn">
      {m.corridor_lag({ count: lag })}
      {oldestWaiting !== undefined &&
        ` ${m.corridor_waits({ age: formatAge((Date.now() - oldestWaiting) / 1000, language) })}`}
      {lastError !== undefined && ` ${m.corridor_error({ code: lastError })}`}
    </p>
  );
}
