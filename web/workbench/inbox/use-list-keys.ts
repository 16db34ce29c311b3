/** Keys that work wherever the focus is, unless somebody is typing or a dialog is open. */
import { type RefObject, useEffect, useRef } from 'react';
import { type Lane, lanes } from '../api/shapes.ts';
import type { GridHandle } from './record-grid.tsx';

interface ListKeys {
  readonly grid: RefObject<GridHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onLane: (lane: Lane) => void;
  readonly onKeys: () => void;
}

export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { grid, search, onLane, onKeys } = latest.current;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const { target } = event;
      if (target === search.current) {
        if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
        // From the words to what they found.
        grid.current?.move('same');
      } else if (isTaken(target)) return;
      else if (event.key === 'j') grid.current?.move('next');
      else if (event.key === 'k') grid.current?.move('previous');
      else if (event.key === '/') search.current?.focus();
      else if (event.key === '?') onKeys();
      else {
        const lane = lanes[Number(event.key) - 1];
        if (lane === undefined) return;
        onLane(lane);
      }
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Where keys mean something else. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null;
