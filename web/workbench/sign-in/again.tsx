/** Signing in again beside the page that is open: nothing of it is lost when it is the same person. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { queryClient, useSession } from '../api/queries.ts';
import { whoseIs } from '../api/session.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { tellSignedIn } from '../shell/connection.ts';
import { signInAs, signInWithPasskey } from './requests.ts';

export function SignInAgain() {
  const { person, institution } = useSession();
  const again = useMutation({
    mutationFn: () => (person.demonstration ? signInAs(institution.id, person.id) : signInWithPasskey(institution.id)),
    onSuccess: (session) => {
      tellSignedIn(whoseIs(session));
      // Asked with the new session: says whose it is, and everything else follows.
      return queryClient.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <>
      <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate()}>
        {person.demonstration ? m.sign_in_title() : m.sign_in_with_passkey()}
      </Button>{' '}
      <a href={`/desk/sign-in?lang=${language}`} target="_blank" rel="noreferrer">
        {m.sign_in_other_way()}
      </a>
      <FaultNote fault={again.error} />
    </>
  );
}
