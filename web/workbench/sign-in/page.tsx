/** The door: a passkey, a recovery code, or one press where nothing is real. */
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { entryQuery } from '../api/people.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { DemonstrationPeople } from './demonstration-people.tsx';
import { enter } from './enter.ts';
import { EntryFrame } from './frame.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { signInWithPasskey } from './requests.ts';

export function SignInPage() {
  const { data: entry } = useSuspenseQuery(entryQuery);
  return (
    <EntryFrame demonstration={entry.demonstration}>
      <title>{`${m.sign_in_title()} · Samur`}</title>
      <h1>{m.sign_in_title()}</h1>
      <div className={entry.demonstration ? 'sign-in-ways both' : 'sign-in-ways'}>
        <PasskeyWay />
        {entry.demonstration && <DemonstrationPeople />}
      </div>
    </EntryFrame>
  );
}

function PasskeyWay() {
  const { institutions } = useSuspenseQuery(entryQuery).data;
  const { to } = useSearch({ from: '/sign-in' });
  const [chosen, setChosen] = useState(institutions[0]?.id ?? '');
  const signIn = useMutation({
    mutationFn: () => signInWithPasskey(chosen),
    onSuccess: (session) => enter(session, to),
  });
  const [only] = institutions;
  return (
    <section className="sign-in-passkey" aria-labelledby="passkey">
      <h2 id="passkey">{m.sign_in_passkey()}</h2>
      {institutions.length === 1 && only ? (
        <p className="institution">{say(only.names)}</p>
      ) : (
        <NativeSelect
          label={m.sign_in_institution()}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={institutions.map(({ id, names }) => ({ value: id, label: say(names) }))}
        />
      )}
      <Button fullWidth size="md" loading={signIn.isPending} onClick={() => signIn.mutate()}>
        {m.sign_in_with_passkey()}
      </Button>
      <FaultNote fault={signIn.error} />
      <p className="sign-in-note">{m.sign_in_passkey_how()}</p>
      <details>
        <summary>{m.sign_in_lost()}</summary>
        <RecoveryForm institution={chosen} />
      </details>
    </section>
  );
}
