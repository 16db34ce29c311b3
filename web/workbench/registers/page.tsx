/** What the records add up to: every register and ledger that profiles declare. */
import { Link } from '@tanstack/react-router';
import { useDeclarations } from '../api/profiles.ts';
import { useMay, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { typesToIssue } from '../draft/types-to-issue.ts';
import { say } from '../language.ts';
import './registers.css';

export function RegistersPage() {
  const declarations = useDeclarations();
  const { items } = declarations;
  const { institution } = useSession();
  const drafts = useMay('records.draft');
  const issued = drafts ? typesToIssue(declarations, institution.functions) : [];
  const measures = issued.filter(({ declaration }) => declaration.impact);
  const shown = items.filter(({ registers, ledgers }) => Object.keys({ ...registers, ...ledgers }).length > 0);
  return (
    <>
      <title>{`${m.registers_title()} · Samur`}</title>
      <h1>{m.registers_title()}</h1>
      <p className="registers-lead">{m.registers_lead()}</p>
      {shown.map(({ name: profile, title, registers, ledgers }) => (
        <section key={profile}>
          <h2>{say(title)}</h2>
          <div className="registers-lists">
            {Object.keys(ledgers).length > 0 && (
              <div>
                <h3>{m.registers_ledgers()}</h3>
                <ul>
                  {Object.entries(ledgers)
                    .toSorted(([, a], [, b]) => Number(b.balance ?? false) - Number(a.balance ?? false))
                    .map(([ledger, declared]) => (
                      <li key={ledger}>
                        <Link to="/ledgers/$profile/$ledger" params={{ profile, ledger }}>
                          {say(declared.title)}
                        </Link>
                      </li>
                    ))}
                </ul>
              </div>
            )}
            {Object.keys(registers).length > 0 && (
              <div>
                <h3>{m.registers_registers()}</h3>
                <ul>
                  {Object.entries(registers).map(([register, declared]) => (
                    <li key={register}>
                      <Link to="/registers/$profile/$register" params={{ profile, register }}>
                        {say(declared.title)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        </section>
      ))}
      {measures.length > 0 && (
        <section>
          <h2>{m.registers_measures()}</h2>
          <p className="registers-lead">{m.registers_measure()}</p>
          <ul>
            {measures.map(({ profile, declaration }) => (
              <li key={`${profile.name}/${declaration.name}`}>
                <Link to="/new" search={{ type: `${profile.name}/${declaration.name}` }}>
                  {m.registers_prepare({ title: say(declaration.title) })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
