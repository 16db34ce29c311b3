/** All figures at once, each as the last weeks of it, leading to its own page. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { formatDay } from '../../../kernel/words/moments.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { noneOf, valueIn, wordsOf } from './measures.ts';
import { type FigureAnswer, type FigureHead, figureQuery } from './questions.ts';
import { mondayOf, type Weekly, weekly } from './weekly.ts';

const shownWeeks = 12;

export function Dashboard({ heads }: { readonly heads: readonly FigureHead[] }) {
  const declarations = useDeclarations();
  const groups = Map.groupBy(heads, ({ profile }) => profile);
  return [...groups].map(([profile, figures]) => {
    const title = declarations.profile(profile)?.title;
    return (
      <section key={profile} aria-label={title ? say(title) : m.figures_overall()}>
        <h2>{title ? say(title) : m.figures_overall()}</h2>
        <ul className="figures-tiles">
          {figures.map((head) => (
            <Tile key={head.name} head={head} />
          ))}
        </ul>
      </section>
    );
  });
}

const always = { from: '', to: '' };

function Tile({ head }: { readonly head: FigureHead }) {
  const id = useId();
  const { data, error } = useQuery(figureQuery(head, always, head.dated ? 'week' : 'row'));
  return (
    <li>
      <article aria-labelledby={id}>
        <h3 id={id}>
          <Link to="/figures" search={{ figure: `${head.profile}/${head.name}` }}>
            {say(head.title)}
          </Link>
        </h3>
        {error && <p className="soft">{m.figures_unread()}</p>}
        {data && (head.dated ? <Weeks figure={data} /> : <Sides figure={data} rows={data.rows} />)}
      </article>
    </li>
  );
}

/** The last week of which anything is known, and a picture of those before it. */
function Weeks({ figure }: { readonly figure: FigureAnswer }) {
  const { rows, measure } = figure;
  const all = weekly(rows, (row) => valueIn(measure, row), noneOf(measure));
  const last = all.weeks.at(-1);
  if (last === undefined) return <p className="soft">{m.parts_nothing()}</p>;
  return (
    <>
      <p className="soft">{m.figures_week_of({ day: formatDay(mondayOf(last), language) })}</p>
      <Sides figure={figure} rows={rows.filter(({ week }) => week === last)} />
      <Bars weekly={all} />
    </>
  );
}

const sides = ['issued', 'received'] as const;
const sideWords = { issued: m.figures_issued, received: m.figures_received };

function Sides({ figure: { measure }, rows }: { readonly figure: FigureAnswer; readonly rows: FigureAnswer['rows'] }) {
  const words = wordsOf(measure);
  if (rows.length === 0) return <p className="soft">{m.parts_nothing()}</p>;
  return (
    <dl className="figures-sides">
      {sides.map((side) => {
        const here = rows.filter((row) => row.side === side);
        if (here.length === 0) return null;
        const value = here.reduce((sum, row) => sum + valueIn(measure, row), 0);
        const count = here.reduce((sum, row) => sum + row.count, 0);
        return (
          <div key={side}>
            <dt className={side}>{sideWords[side]()}</dt>
            <dd>
              {words(value)}
              {measure !== 'count' && <span className="soft"> {m.figures_of({ count: String(count) })}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const width = 240;
const height = 56;

/** What it shows stands in words above, and whole on the figure's own page. */
function Bars({ weekly: { weeks, issued, received } }: { readonly weekly: Weekly }) {
  const from = Math.max(0, weeks.length - shownWeeks);
  const lines = [issued.slice(from), received.slice(from)].map((values) => [...values]);
  const most = Math.max(...lines.flat().map((value) => value ?? 0), 0);
  if (most === 0) return null;
  const step = width / shownWeeks;
  const bar = step * 0.36;
  const empty = shownWeeks - (weeks.length - from);
  return (
    <svg className="figures-bars" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {lines.flatMap((values, line) =>
        values.map((value, at) => {
          if (value === null) return null;
          const tall = (value / most) * (height - 2);
          const x = (empty + at) * step + step * 0.1 + line * (bar + 1);
          const name = `${line} ${weeks[from + at]}`;
          return (
            <rect
              key={name}
              className={sides[line]}
              x={x}
              y={height - tall - 1}
              width={bar}
              height={Math.max(tall, 0)}
            />
          );
        }),
      )}
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
    </svg>
  );
}
