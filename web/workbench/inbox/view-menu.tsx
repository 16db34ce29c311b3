/** The way to filters kept under names. What opens is loaded at the first press: few officers need it each day. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import * as m from '../compiled/words/messages.js';
import type { Filter } from './filter.ts';

const SavedViews = lazy(() => import('./saved-views.tsx').then((loaded) => ({ default: loaded.SavedViews })));

export function ViewMenu({ filter, onFilter }: { readonly filter: Filter; readonly onFilter: (f: Filter) => void }) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      variant="default"
      size="compact-sm"
      className="inbox-views"
      aria-haspopup="menu"
      aria-busy={wanted}
      onClick={() => setWanted(true)}
    >
      {m.inbox_views()}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <SavedViews filter={filter} onFilter={onFilter} />
    </Suspense>
  );
}
