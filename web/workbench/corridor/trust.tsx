import { formatAge, formatDay } from '../../../kernel/words/moments.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import type { CorridorView } from './shapes.ts';

const soonMs = 14 * 24 * 3600 * 1000;

export function TrustParts({ parts, now }: { readonly parts: CorridorView['trust']; readonly now: number }) {
  return (
    <ul className="corridor-parts">
      {parts.map(({ part, number, issued, nextUpdate }) => {
        const late = nextUpdate < now;
        const age = formatAge((now - nextUpdate) / 1000, language);
        return (
          <li key={part}>
            <strong>{part === 'terms' ? m.corridor_terms() : m.corridor_part({ country: part })}</strong>{' '}
            {m.corridor_number({ number: String(number), day: formatDay(issued, language) })}
            {' · '}
            <span className={late || nextUpdate - now < soonMs ? 'warn' : undefined}>
              {late ? m.corridor_stale({ age }) : m.corridor_next({ day: formatDay(nextUpdate, language), age })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const uses: Readonly<Record<string, () => string>> = {
  record: m.corridor_use_record,
  checkpoint: m.corridor_use_checkpoint,
  mirror: m.corridor_use_mirror,
  request: m.corridor_use_request,
};

interface Props {
  readonly institutions: CorridorView['institutions'];
  readonly now: number;
}

export function Institutions({ institutions, now }: Props) {
  const few = institutions.length < 3;
  return institutions.map(({ id, names, here, functions, keys }) => (
    <details key={id} className="corridor-institution" open={few}>
      <summary>
        {say(names)} <code>{id}</code> {here && <em>{m.corridor_here()}</em>}
      </summary>
      {functions.length > 0 && <p>{functions.map(say).join(', ')}</p>}
      <div className="corridor-keys">
        <table>
          <caption>{m.corridor_keys()}</caption>
          <thead>
            <tr>
              <th scope="col">{m.corridor_use()}</th>
              <th scope="col">{m.corridor_age()}</th>
              <th scope="col">{m.corridor_until()}</th>
              <th scope="col">{m.corridor_fingerprint()}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ kid, use, from, until, revokedAt, algorithm, fingerprint }) => (
              <tr key={kid}>
                <td>
                  {uses[use]?.() ?? use} ({algorithm})
                </td>
                <td>{formatAge((now - from) / 1000, language)}</td>
                <td>
                  {revokedAt !== undefined
                    ? m.corridor_revoked({ day: formatDay(revokedAt, language) })
                    : until === undefined
                      ? m.corridor_open_end()
                      : formatDay(until, language)}
                </td>
                <td>
                  <code>{fingerprint}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  ));
}
