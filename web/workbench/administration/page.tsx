/** People and what they may do, programs, and who did what. */
import './administration.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { Loading } from '../parts/loading.tsx';
import { Enrolments } from './enrolments.tsx';
import { People } from './people.tsx';
import { Roles } from './roles.tsx';
import { type SectionName, sections } from './sections.ts';
import { Tokens } from './tokens.tsx';
import { Trail } from './trail.tsx';
import { Webhooks } from './webhooks.tsx';

const parts: Readonly<Record<SectionName, () => ReactNode>> = {
  people: People,
  roles: Roles,
  enrolments: Enrolments,
  tokens: Tokens,
  webhooks: Webhooks,
  trail: Trail,
};

export function AdministrationPage() {
  const { actions } = useSession();
  const { section } = useParams({ strict: false });
  const open = sections.filter(({ action }) => actions.includes(action));
  const current = section === undefined ? open[0] : open.find(({ name }) => name === section);
  if (current === undefined) return <p className="nothing">{m.shell_not_found()}</p>;
  const Part = parts[current.name];
  return (
    <div className="administration">
      <title>{`${current.title()} · Samur`}</title>
      <h1>{m.shell_people()}</h1>
      <nav className="administration-sections" aria-label={m.shell_people()}>
        {open.map(({ name, title }) => (
          <Link
            key={name}
            to="/administration/$section"
            params={{ section: name }}
            aria-current={name === current.name ? 'page' : undefined}
          >
            {title()}
          </Link>
        ))}
      </nav>
      <section aria-labelledby="section">
        <h2 id="section" className="hidden">
          {current.title()}
        </h2>
        <Suspense fallback={<Loading />}>
          <Part />
        </Suspense>
      </section>
    </div>
  );
}
