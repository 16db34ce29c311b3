/** One matter: whose turn it is, what happened, and what its records name. */
import './base.css';
import './sheet.css';
import './turn.css';
import './course.css';
import './things.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useInstitutionName } from '../api/institutions.ts';
import { useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Course } from './course.tsx';
import { Groups } from './groups.tsx';
import { useKindTitle } from './names.ts';
import { type Dossier, dossierQuery } from './queries.ts';
import { Numbers, Things } from './things.tsx';
import { Turns } from './turn.tsx';

/** Numbers that stand in the head. */
const mostInHead = 4;

export function DossierPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery(dossierQuery(id));
  if (data) return <DossierSheet key={id} dossier={data} />;
  return error ? <ProblemNote fault={error} again={() => void refetch()} /> : <Loading />;
}

function DossierSheet({ dossier }: { readonly dossier: Dossier }) {
  const nameOf = useInstitutionName();
  const { institution } = useSession();
  const { records, total, cut } = dossier;
  return (
    <article className="dossier">
      <header className="dossier-head">
        <p>
          <Link to="/dossiers">{m.dossier_back()}</Link>
        </p>
        <Head dossier={dossier} />
        <p className="soft">
          {m.dossier_records({ count: total })}. {m.dossier_holds({ name: nameOf(institution.id) })}
        </p>
        {cut && <p className="dossier-cut">{m.dossier_cut({ shown: records.length, total })}</p>}
      </header>
      <Turns records={records} />
      <div className="dossier-parts">
        <div className="dossier-main">
          <Course records={records} />
        </div>
        <div className="dossier-side">
          <Groups records={records} />
          <Things dossier={dossier} />
          <Numbers dossier={dossier} />
        </div>
      </div>
    </article>
  );
}

/** By what people know it: what moves first, then papers. */
function Head({ dossier: { numbers, things, records } }: { readonly dossier: Dossier }) {
  const kindTitle = useKindTitle();
  const known = [...things.filter(({ kind }) => kind !== 'seal').flatMap((one) => one.numbers), ...numbers];
  const shown = known.slice(0, mostInHead);
  const name = shown[0]?.value ?? records.find(({ number }) => number !== '')?.number ?? '';
  return (
    <>
      <title>{`${m.dossier_one()} ${name} · Samur`}</title>
      <h1>
        {m.dossier_one()} <span>{name}</span>
      </h1>
      <dl className="dossier-known">
        {shown.map(({ kind, value }) => (
          <div key={`${kind} ${value}`}>
            <dt>{kindTitle(kind)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
