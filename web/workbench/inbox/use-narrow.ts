import { useSyncExternalStore } from 'react';

const query = '(max-width: 52rem)';

/** True on a phone, where rows are cards. The width at which the frame folds its navigation. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
