/** Everybody whom a demonstration invents, with what each may do: one press signs in. */
import { UnstyledButton } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type EntryPerson, entryQuery, useRoleTitle } from '../api/people.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { enter } from './enter.ts';
import { OtherDesks } from './other-desks.tsx';
import { signInAs } from './requests.ts';

/** What one does all day in that role. */
const work: Readonly<Record<string, () => string>> = {
  trader: m.sign_in_as_trader,
  inspector: m.sign_in_as_inspector,
  signatory: m.sign_in_as_signatory,
  'border-officer': m.sign_in_as_border_officer,
  supervisor: m.sign_in_as_supervisor,
  auditor: m.sign_in_as_auditor,
  administrator: m.sign_in_as_administrator,
};

export function DemonstrationPeople() {
  const { institutions, people, roles } = useSuspenseQuery(entryQuery).data;
  const place = ({ roles: [first] }: EntryPerson) => roles.findIndex(({ name }) => name === first);
  const { to } = useSearch({ from: '/sign-in' });
  const signIn = useMutation({
    mutationFn: ({ institution, id }: EntryPerson) => signInAs(institution, id),
    onSuccess: (session) => enter(session, to),
  });
  return (
    <section className="sign-in-demonstration" aria-labelledby="demonstration">
      <h2 id="demonstration">{m.sign_in_demonstration()}</h2>
      <p>{m.sign_in_demonstration_how()}</p>
      <FaultNote fault={signIn.error} />
      {institutions.map(({ id, names }) => (
        <section key={id} aria-labelledby={id}>
          <h3 id={id}>{say(names)}</h3>
          <ul className="sign-in-people">
            {people
              .filter(({ institution }) => institution === id)
              .toSorted((one, other) => place(one) - place(other))
              .map((person) => (
                <li key={person.id}>
                  <PersonButton person={person} busy={signIn.isPending} signIn={() => signIn.mutate(person)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <OtherDesks />
    </section>
  );
}

interface PersonButtonProps {
  readonly person: EntryPerson;
  readonly busy: boolean;
  readonly signIn: () => void;
}

function PersonButton({ person, busy, signIn }: PersonButtonProps) {
  const roleTitle = useRoleTitle();
  return (
    <UnstyledButton className="sign-in-person" disabled={busy} onClick={signIn} data-roles={person.roles.join(' ')}>
      <strong>{person.roles.map(roleTitle).join(', ')}</strong>
      <span>{person.roles.map((role) => work[role]?.()).join(' ')}</span>
    </UnstyledButton>
  );
}
