/** For the start page of those who sign; loads for them alone. */
import { lazy, Suspense } from 'react';
import { useMay } from '../api/queries.ts';

const Countersigned = lazy(() => import('./countersigned.tsx').then((file) => ({ default: file.Countersigned })));

export function WaitingForSecond() {
  return useMay('records.sign') ? (
    <Suspense fallback={null}>
      <Countersigned />
    </Suspense>
  ) : null;
}
