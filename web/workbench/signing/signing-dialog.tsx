/** Stands in the shell once; what it needs loads with the first record that is signed. */
import { lazy, Suspense } from 'react';
import { usePendingSigning } from './use-signing.ts';

const Dialog = lazy(() => import('./dialog.tsx').then((file) => ({ default: file.Dialog })));

export function SigningDialog() {
  const pending = usePendingSigning();
  return pending ? (
    <Suspense fallback={null}>
      <Dialog pending={pending} />
    </Suspense>
  ) : null;
}
