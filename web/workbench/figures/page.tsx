/** Figures over the records held here: each leads to the records behind it, and leaves as CSV. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { BehindList } from './behind.tsx';
import { Dashboard } from './dashboard.tsx';
import { noneOf, valueIn, wordsOf } from './measures.ts';
import {
  type Behind,
  type By,
  type FigureHead,
  figureQuery,
  figuresQuery,
  pathOf,
  queryOf,
  type Span,
} from './questions.ts';
import { FigureTable } from './table.tsx';
import { weekly } from './weekly.ts';
import './figures.css';

const Chart = lazy(() => import('./chart.tsx').then(({ Chart: default_ }) => ({ default: default_ })));
const route = getRouteApi('/inside/figures');

export function FiguresPage() {
  const { data } = useSuspenseQuery(figuresQuery);
  const { figure: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const named = (head: FigureHead) => `${head.profile}/${head.name}`;
  const head = data.items.find((one) => named(one) === asked);
  const [span, setSpan] = useState<Span>({ from: '', to: '' });
  return (
    <>
      <title>{`${m.figures_title()} · Samur`}</title>
      <h1>{m.figures_title()}</h1>
      {data.items.length === 0 && <p className="nothing">{m.parts_nothing()}</p>}
      {head === undefined ? (
        <Dashboard heads={data.items} />
      ) : (
        <>
          <p>
            <Link to="/figures">{m.figures_all()}</Link>
          </p>
          <div className="figures-tools">
            <NativeSelect
              label={m.figures_figure()}
              value={named(head)}
              data={data.items.map((one) => ({ value: named(one), label: say(one.title) }))}
              onChange={(event) => void navigate({ search: { figure: event.currentTarget.value } })}
            />
            {head.dated && (
              <>
                <TextInput
                  type="date"
                  label={m.figures_from()}
                  value={span.from}
                  onChange={(event) => setSpan({ ...span, from: event.currentTarget.value })}
                />
                <TextInput
                  type="date"
                  label={m.figures_to()}
                  value={span.to}
                  onChange={(event) => setSpan({ ...span, to: event.currentTarget.value })}
                />
              </>
            )}
          </div>
          <FigureShown key={named(head)} head={head} span={span} />
        </>
      )}
    </>
  );
}

function FigureShown({ head, span }: { readonly head: FigureHead; readonly span: Span }) {
  const [by, setBy] = useState<By>('row');
  const [behind, setBehind] = useState<Behind>();
  const rows = useQuery(figureQuery(head, span, by));
  return (
    <section aria-labelledby="figure">
      <h2 id="figure">{say(head.title)}</h2>
      {head.dated && <WeeklyChart head={head} span={span} />}
      <div className="figures-tools">
        {head.dated && (
          <NativeSelect
            label={m.figures_by()}
            value={by}
            data={[
              { value: 'row', label: say(head.of) },
              { value: 'week', label: m.figures_week() },
              { value: 'week-row', label: m.figures_both() },
            ]}
            onChange={({ currentTarget: { value } }) => setBy(value === 'week' || value === 'week-row' ? value : 'row')}
          />
        )}
        <a href={`${pathOf(head)}.csv?${queryOf({ ...(head.dated && { ...span, by }), lang: language })}`} download>
          {m.figures_csv()}
        </a>
      </div>
      {rows.error && <ProblemNote fault={rows.error} again={() => void rows.refetch()} />}
      {rows.isPending && <Loading />}
      {rows.data?.complete === false && <p role="status">{m.figures_counting()}</p>}
      {rows.data && <FigureTable figure={rows.data} by={head.dated ? by : 'row'} open={setBehind} />}
      {behind && <BehindList head={head} span={span} behind={behind} close={() => setBehind(undefined)} />}
    </section>
  );
}

function WeeklyChart({ head, span }: { readonly head: FigureHead; readonly span: Span }) {
  const { data } = useQuery(figureQuery(head, span, 'week'));
  const shown = useMemo(() => {
    return weekly(data?.rows ?? [], (row) => valueIn(head.measure, row), noneOf(head.measure));
  }, [data, head.measure]);
  if (shown.weeks.length === 0) return null;
  return (
    <Suspense fallback={<div className="figures-chart" />}>
      <Chart weekly={shown} words={wordsOf(head.measure)} label={m.figures_chart({ title: say(head.title) })} />
    </Suspense>
  );
}
