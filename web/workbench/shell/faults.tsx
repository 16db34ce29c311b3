/** What stands in place of a page that is not there or could not be shown. */
import { Link, useRouter } from '@tanstack/react-router';
import * as m from '../compiled/words/messages.js';
import { ProblemNote } from '../parts/problem-note.tsx';

export function NotFound() {
  return (
    <main className="nothing">
      <h1>{m.shell_not_found()}</h1>
      <Link to="/">{m.shell_start()}</Link>
    </main>
  );
}

export function PageFault({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return (
    <>
      <ProblemNote fault={error} again={() => void router.invalidate()} />
      <p>
        <Link to="/">{m.shell_start()}</Link>
      </p>
    </>
  );
}
