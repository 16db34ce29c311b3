/** Tells when the server cannot be reached and when the session has ended, without taking the page away. */
import { lazy, Suspense } from 'react';
import * as m from '../compiled/words/messages.js';
import { usePresence } from './connection.ts';

const SignInAgain = lazy(() => import('../sign-in/again.tsx').then((file) => ({ default: file.SignInAgain })));

export function ConnectionNote() {
  const { reachable, ended } = usePresence();
  return (
    <div role="status" className="connections">
      {!reachable && <p className="connection">{m.shell_offline()}</p>}
      {ended && (
        <div className="connection">
          <p>{m.shell_ended()}</p>
          <Suspense fallback={null}>
            <SignInAgain />
          </Suspense>
        </div>
      )}
    </div>
  );
}
