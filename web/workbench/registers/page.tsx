/** What the records add up to: every register and ledger that profiles declare. */
import { Link } from '@tanstack/react-router';
import { useDeclarations } from '../api/profiles.ts';
import { useMay } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import './registers.css';

export function RegistersPage() {
  const { items } = useDeclarations();
  const drafts = useMay('records.draft');
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
      {drafts && (
        <p>
          {m.registers_measure()} <Link to="/new">{m.registers_prepare()}</Link>
        </p>
      )}
    </>
  );
}
