/** Numbers of the matter, and what its records name of vehicles and seals, side by side. */
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useInstitutionName } from '../api/institutions.ts';
import * as m from '../compiled/words/messages.js';
import { useKindTitle, useRecordName } from './names.ts';
import type { Dossier, DossierRecord, DossierThings } from './queries.ts';

/** Numbers of one kind that are shown of one record. */
const mostValues = 40;

export function Numbers({ dossier }: { readonly dossier: Dossier }) {
  const { numbers, missing, records } = dossier;
  const kindTitle = useKindTitle();
  const namesOf = useNames(records);
  const isOwn = (by: readonly string[], value: string) =>
    by.length === 1 && records.some(({ id, number }) => id === by[0] && number === value);
  if (numbers.length === 0 && missing.length === 0) return null;
  return (
    <section className="dossier-box" aria-labelledby="dossier-numbers">
      <h2 id="dossier-numbers">{m.dossier_numbers()}</h2>
      <dl className="dossier-numbers">
        {numbers.map(({ kind, value, records: by, held }) => (
          <div key={`${kind} ${value}`}>
            <dt>{kindTitle(kind)}</dt>
            <dd>
              <b>{value}</b>
              {held === false && <span className="dossier-mark">{m.dossier_not_held({ names: namesOf(by) })}</span>}
              {held !== false && !isOwn(by, value) && (
                <span className="soft">{m.dossier_named_by({ names: namesOf(by) })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <>
          <h3>{m.dossier_missing()}</h3>
          <ul className="dossier-missing">
            {missing.map(({ id, records: by }) => (
              <li key={id}>
                <code>{id.slice(0, 16)}…</code>{' '}
                <span className="dossier-mark">{m.dossier_not_held({ names: namesOf(by) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function Things({ dossier }: { readonly dossier: Dossier }) {
  if (dossier.things.length === 0) return null;
  return (
    <section className="dossier-box" aria-labelledby="dossier-things">
      <h2 id="dossier-things">{m.dossier_things()}</h2>
      {dossier.things.map((things) => (
        <OneKind key={things.kind} things={things} records={dossier.records} />
      ))}
    </section>
  );
}

function OneKind({ things, records }: { readonly things: DossierThings; readonly records: readonly DossierRecord[] }) {
  const kindTitle = useKindTitle();
  const recordName = useRecordName();
  const nameOf = useInstitutionName();
  const { kind, numbers } = things;
  const byRecord = useMemo(() => valuesByRecord(numbers), [numbers]);
  const valuesOf = (id: string) => byRecord.get(id) ?? [];
  const naming = records.filter(({ id }) => things.records.includes(id));
  return (
    <div className="dossier-things">
      <h3>
        {kindTitle(kind)}
        {numbers.some(({ alone }) => alone) && <span className="dossier-mark">{m.dossier_differs()}</span>}
      </h3>
      <dl>
        {naming.map((record) => (
          <div key={record.id} className={record.over ? 'over' : undefined}>
            <dt>
              <Link to="/records/$id" params={{ id: record.id }}>
                {recordName(record)}
              </Link>
              <span className="soft">{nameOf(record.issuer)}</span>
            </dt>
            <dd>
              {valuesOf(record.id)
                .slice(0, mostValues)
                .map(({ value, alone }) => (
                  <Link
                    key={value}
                    to="/dossiers"
                    search={{ q: value, kind }}
                    className={alone ? 'dossier-value odd' : 'dossier-value'}
                  >
                    {value}
                    {alone && <span className="hidden"> ({m.dossier_alone()})</span>}
                  </Link>
                ))}
              {valuesOf(record.id).length > mostValues && (
                <span className="soft">{m.dossier_others({ count: valuesOf(record.id).length - mostValues })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Thing = DossierThings['numbers'][number];

/** What stands out first. */
function valuesByRecord(numbers: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const one of numbers.toSorted((a, b) => Number(b.alone) - Number(a.alone)))
    for (const id of one.records) {
      const values = found.get(id);
      if (values) values.push(one);
      else found.set(id, [one]);
    }
  return found;
}

function useNames(records: readonly DossierRecord[]): (ids: readonly string[]) => string {
  const recordName = useRecordName();
  return (ids) => {
    const named = records.filter(({ id }) => ids.includes(id)).map(recordName);
    return [...new Set(named)].join(', ');
  };
}
