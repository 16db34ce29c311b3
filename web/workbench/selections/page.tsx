/** How records that arrive are chosen for treatment: what was chosen, what was committed to, what it is set to. */
import './selections.css';
import { NativeSelect } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { CommitmentList } from './commitment-list.tsx';
import { type Selection, selectionsQuery } from './requests.ts';
import { SettingsPart } from './settings-part.tsx';
import { added } from './sums.ts';
import { SumsTable } from './sums-table.tsx';
import { Versions } from './versions.tsx';

export function SelectionsPage() {
  const { items } = useSuspenseQuery({ ...selectionsQuery, refetchInterval: 15_000 }).data;
  const { of } = useSearch({ strict: false }) as { readonly of?: unknown };
  const current = items.find(({ id }) => id === of) ?? items[0];
  return (
    <div className="selections">
      <title>{`${m.shell_selections()} · Samur`}</title>
      <h1>{m.shell_selections()}</h1>
      {items.length > 1 && (
        <nav className="selections-ways" aria-label={m.shell_selections()}>
          {items.map(({ id, title }) => (
            <Link key={id} to="/selections" search={{ of: id }} aria-current={id === current?.id ? 'page' : undefined}>
              {say(title)}
            </Link>
          ))}
        </nav>
      )}
      {current ? <Shown key={current.id} selection={current} /> : <p className="nothing">{m.selections_none()}</p>}
    </div>
  );
}

function Shown({ selection }: { readonly selection: Selection }) {
  return (
    <>
      <p className="selections-lead">{m.selections_lead()}</p>
      <Chosen selection={selection} />
      <section aria-labelledby="commitments">
        <h2 id="commitments">{m.selections_commitments()}</h2>
        <p className="selections-lead">{m.selections_commitments_how()}</p>
        {selection.commitments.some(({ alone, over }) => alone && !over) && (
          <p role="status">{m.selections_alone_how()}</p>
        )}
        <CommitmentList selection={selection} />
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{m.selections_settings()}</h2>
        <p className="selections-lead">{m.selections_settings_how()}</p>
        <SettingsPart selection={selection} />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{m.selections_history()}</h2>
        <Versions selection={selection} />
      </section>
    </>
  );
}

const allPeriods = '';

function Chosen({ selection }: { readonly selection: Selection }) {
  const [period, setPeriod] = useState(allPeriods);
  const { commitments } = selection;
  const chosen = period === allPeriods ? commitments : commitments.filter(({ number }) => String(number) === period);
  return (
    <section aria-labelledby="chosen">
      <h2 id="chosen">{say(selection.title)}</h2>
      <div className="selections-actions">
        <NativeSelect
          label={m.selections_commitment()}
          value={period}
          data={[
            { value: allPeriods, label: m.selections_all() },
            ...commitments.map(({ number }) => ({ value: String(number), label: m.selections_number({ number }) })),
          ]}
          onChange={({ currentTarget }) => setPeriod(currentTarget.value)}
        />
      </div>
      <SumsTable selection={selection} sums={added(chosen.map(({ sums }) => sums))} caption={say(selection.title)} />
    </section>
  );
}
