/** Each line from one country to the other with its posts, as a line with dots: no map, no territory. */
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import type { DrawnLine } from './shapes.ts';

const modes = { road: m.corridor_road, rail: m.corridor_rail, sea: m.corridor_sea } as const;

interface Props {
  readonly lines: readonly DrawnLine[];
  readonly countries: readonly string[];
}

export function Drawing({ lines, countries }: Props) {
  return (
    <div className="corridor-drawing">
      {lines.map((line) => (
        <figure key={say(line.title)} className={`line ${line.mode}`}>
          <figcaption>
            <span className="hidden">{modes[line.mode]()}: </span>
            {say(line.title)}
          </figcaption>
          <div className="sides">
            {countries.map((country) => (
              <ol key={country} aria-label={country}>
                {line.stops
                  .filter((stop) => stop.country === country)
                  .map((stop) => (
                    <li key={say(stop.name)} className={stop.kind}>
                      <span aria-hidden="true" className="dot" />
                      <span>{say(stop.name)}</span>
                      {stop.kind === 'post' && <span className="hidden"> ({m.corridor_post()})</span>}
                    </li>
                  ))}
              </ol>
            ))}
          </div>
        </figure>
      ))}
      <p className="corridor-key">
        <span aria-hidden="true" className="dot post" /> {m.corridor_post()} <span aria-hidden="true" className="dot" />{' '}
        {m.corridor_place()} <span aria-hidden="true" className="border" /> {m.corridor_border()}
      </p>
    </div>
  );
}
