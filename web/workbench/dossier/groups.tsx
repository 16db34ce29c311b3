/** Records that have a state of their own, by domain. */
import { Link } from '@tanstack/react-router';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { StateBadge } from '../parts/state.tsx';
import type { DossierRecord } from './queries.ts';

export function Groups({ records }: { readonly records: readonly DossierRecord[] }) {
  const declarations = useDeclarations();
  const subjects = records.filter(({ subject }) => subject);
  const profiles = declarations.items.filter(({ name }) => subjects.some(({ profile }) => profile === name));
  return (
    <section className="dossier-box" aria-labelledby="dossier-grouped">
      <h2 id="dossier-grouped">{m.dossier_grouped()}</h2>
      {profiles.map(({ name, title }) => (
        <div key={name} className="dossier-group">
          <h3>{say(title)}</h3>
          <ul>
            {subjects
              .filter(({ profile }) => profile === name)
              .map((record) => (
                <Subject key={record.id} record={record} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Subject({ record }: { readonly record: DossierRecord }) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const { id, profile, type, number, title, issuer } = record;
  const typeTitle = declarations.typeTitle(profile, type);
  return (
    <li>
      <p className="what">
        <Link to="/records/$id" params={{ id }}>
          {number || typeTitle}
        </Link>{' '}
        <StateBadge record={record} />
      </p>
      <p className="soft">
        {number !== '' && <span>{typeTitle}</span>}
        {title !== '' && <span>{title}</span>}
        <span>{nameOf(issuer)}</span>
      </p>
    </li>
  );
}
