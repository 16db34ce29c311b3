/** Goods whose records name the company of whoever looks, and which side holds them. */
import './goods.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { sessionQuery, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { ClockText } from '../parts/clock.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useNow } from '../parts/use-now.ts';
import { everyMs, type GoodsLine, goodsQuery } from './requests.ts';
import { useGoodsState } from './state.ts';

export function GoodsPage() {
  const { person, institution } = useSession();
  // Once the office has entered a number the goods are there, without anything being pressed.
  useQuery({ ...sessionQuery, refetchInterval: everyMs });
  return (
    <div className="goods">
      <title>{`${m.goods_title()} · Samur`}</title>
      <h1>{m.goods_title()}</h1>
      {person.knownAs.length > 0 ? (
        <Lines numbers={person.knownAs.join(', ')} />
      ) : (
        <section className="goods-unknown">
          <h2>{m.goods_unknown()}</h2>
          <p>{m.goods_unknown_how({ institution: say(institution.names) })}</p>
        </section>
      )}
    </div>
  );
}

function Lines({ numbers }: { readonly numbers: string }) {
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(goodsQuery);
  if (isError && data === undefined) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  const complete = data.pages.every((page) => page.complete);
  return (
    <>
      {items.length > 0 && <p className="goods-known">{m.goods_known({ numbers })}</p>}
      {!complete && <p role="status">{m.goods_partial()}</p>}
      {items.length === 0 && complete && <p className="nothing">{m.goods_none({ numbers })}</p>}
      {items.length > 0 && (
        <ul className="goods-list">
          {items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.parts_more()}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: GoodsLine }) {
  const nameOf = useInstitutionName();
  const stateOf = useGoodsState();
  const now = useNow();
  const { id, typeTitle, number, title, time, turn, meanwhile, clock } = line;
  const state = stateOf(line);
  const late = clock !== undefined && (clock.overdue || (clock.until ?? now) < now);
  const where = meanwhile ? say(meanwhile) : m.dossier_where_turn({ name: turn.map(nameOf).join(', ') });
  return (
    <li className={late ? 'late' : turn.length === 0 ? 'over' : undefined}>
      <div className="goods-what">
        <Link to="/goods/$id" params={{ id }}>
          {title === '' ? number : title}
        </Link>
        <small>
          {say(typeTitle)} {title !== '' && number}
        </small>
      </div>
      <div className="goods-where">
        <b>{turn.length === 0 ? state : where}</b>
        {clock && (
          <small>
            <ClockText clock={clock} now={now} />
          </small>
        )}
      </div>
      <div className="goods-state">
        {turn.length > 0 && <span>{state}</span>}
        <small>{m.goods_sent({ time: formatMoment(time, language) })}</small>
      </div>
    </li>
  );
}
