/** Where one's goods are: which side has to act, and what was done by whom and when. */
import '../draft/style.ts';
import '../applications/applications.css';
import './goods.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Problem } from '../api/client.ts';
import { Step } from '../applications/progress.tsx';
import * as m from '../compiled/words/messages.js';
import { Acting } from '../dossier/where.tsx';
import { say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { type Goods, oneGoodsQuery } from './requests.ts';
import { useGoodsState } from './state.ts';

export function OneGoodsPage() {
  const { id = '' } = useParams({ strict: false });
  const { data, error, isError, refetch } = useQuery(oneGoodsQuery(id));
  // What was told before stays while nobody answers, and no longer than the right to it.
  const keeps = data !== undefined && !(error instanceof Problem && [403, 404].includes(error.status));
  return (
    <div className="goods">
      <p className="application-back">
        <Link to="/goods">← {m.goods_back()}</Link>
      </p>
      {isError && <ProblemNote fault={error} again={() => void refetch()} />}
      {keeps ? <Shown goods={data} /> : !isError && <Loading />}
    </div>
  );
}

function Shown({ goods }: { readonly goods: Goods }) {
  const stateOf = useGoodsState();
  const { typeTitle, number, title, steps } = goods;
  return (
    <>
      <title>{`${number} · Samur`}</title>
      <h1>{title === '' ? number : title}</h1>
      <p className="goods-known">
        {say(typeTitle)} {title !== '' && number}
      </p>
      <section className="dossier-where" aria-labelledby="goods-where">
        <h2 id="goods-where">{m.dossier_where()}</h2>
        <div role="status">
          <Where goods={goods} state={stateOf(goods)} />
        </div>
      </section>
      <section className="draft-box" aria-labelledby="goods-steps">
        <h2 id="goods-steps">{m.goods_steps()}</h2>
        <ol className="application-steps">
          {steps.map((step) => (
            <Step key={`${step.code} ${step.time} ${step.by} ${step.title?.en}`} step={step} mine={false} />
          ))}
        </ol>
        <p className="goods-untold">{m.goods_untold()}</p>
      </section>
    </>
  );
}

function Where({ goods, state }: { readonly goods: Goods; readonly state: string }) {
  const { typeTitle, turn, meanwhile, clock } = goods;
  if (clock === undefined)
    return (
      <div className="dossier-turn">
        <p className="who">{state}</p>
        <p className="soft">{m.dossier_turn_none()}</p>
      </div>
    );
  const { since, until, overdue } = clock;
  const words = { az: state, ru: state, en: state };
  return (
    <Acting
      turn={{
        title: typeTitle,
        state: goods.stateTitle ?? words,
        turn,
        overdue,
        ...(meanwhile && { meanwhile }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
      }}
    />
  );
}
