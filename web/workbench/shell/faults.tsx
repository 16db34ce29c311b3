/** What stands in place of a page that is not there or could not be shown. */
import { useRouter } from '@tanstack/react-router';
import * as m from '../compiled/words/messages.js';
import { ProblemNote } from '../parts/problem-note.tsx';

export function NotFound() {
  return <p className="nothing">{m.shell_not_found()}</p>;
}

export function PageFault({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return <ProblemNote fault={error} again={() => void router.invalidate()} />;
}
