/** Tells when the server cannot be reached and when the session has ended, without taking the page away. */
import { Alert } from '@mantine/core';
import { lazy, Suspense } from 'react';
import * as m from '../compiled/words/messages.js';
import { usePresence } from './connection.ts';

const SignInAgain = lazy(() => import('../sign-in/again.tsx').then((file) => ({ default: file.SignInAgain })));

export function ConnectionNote() {
  const { reachable, ended } = usePresence();
  return (
    <div role="status" aria-live="polite" className="connections">
      {!reachable && (
        <Alert color="yellow" variant="outline" className="connection">
          {m.shell_offline()}
        </Alert>
      )}
      {ended && (
        <Alert color="yellow" variant="outline" className="connection">
          <span>{m.shell_ended()}</span>{' '}
          <Suspense fallback={null}>
            <SignInAgain />
          </Suspense>
        </Alert>
      )}
    </div>
  );
}
