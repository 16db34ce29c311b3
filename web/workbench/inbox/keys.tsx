/** The dialog that tells the keys, loaded when it is asked for. */
import { lazy, Suspense } from 'react';

const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((loaded) => ({ default: loaded.KeysDialog })));

export function Keys({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <KeysDialog opened onClose={onClose} />
    </Suspense>
  );
}
