/** While news come in above, the row that somebody reads, points at or has chosen stays where it is on the screen. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { InboxLine } from '../api/shapes.ts';
import { movedBy } from './reading-place.ts';

interface Active {
  readonly index: number;
  readonly id?: string | undefined;
}

interface Place {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly subject: string;
  readonly at: ReadonlyMap<number, InboxLine>;
  readonly rowHeight: number;
  readonly active: Active | undefined;
  readonly setActive: (active: Active | undefined) => void;
}

export function useReadingPlace({ scroller, subject, at, rowHeight, active, setActive }: Place): void {
  const pointed = useRef<number>(undefined);
  const before = useRef({ subject, at });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const point = (event: PointerEvent) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
      pointed.current = row ? Number(row.dataset['index']) : undefined;
    };
    const leave = () => {
      pointed.current = undefined;
    };
    element.addEventListener('pointermove', point);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointermove', point);
      element.removeEventListener('pointerleave', leave);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const was = before.current;
    before.current = { subject, at };
    if (!element || was.at === at) return;
    const ids = new Map([...at].map(([index, { id }]) => [index, id]));
    if (was.subject !== subject) {
      element.scrollTop = 0;
      setActive(active && chosenAnew(active, ids, Math.floor(element.clientHeight / rowHeight)));
      return;
    }
    const first = Math.floor(element.scrollTop / rowHeight);
    const last = first + Math.ceil(element.clientHeight / rowHeight);
    const isSeen = active !== undefined && active.index >= first && active.index <= last;
    const anchor = isSeen ? active.index : (pointed.current ?? (element.scrollTop > 0 ? first : undefined));
    const id = anchor === undefined ? undefined : was.at.get(anchor)?.id;
    const moved = anchor === undefined || id === undefined ? 0 : (movedBy(id, anchor, ids) ?? 0);
    if (moved !== 0) {
      element.scrollTop += moved * rowHeight;
      if (pointed.current !== undefined) pointed.current += moved;
    }
    if (active === undefined) return;
    // A row that has left the list gives its place, and the choice, to the next one.
    const shift = active.id === undefined ? 0 : (movedBy(active.id, active.index, ids) ?? 0);
    const index = active.index + shift;
    const there = ids.get(index);
    if (shift !== 0 || (there !== undefined && there !== active.id)) setActive({ index, id: there });
  }, [scroller, subject, at, rowHeight, active, setActive]);
}

/** Rows of another question: the chosen one, if it is among the first of them; else the first. */
function chosenAnew({ id }: Active, ids: ReadonlyMap<number, string>, seen: number): Active | undefined {
  const [found = 0] = [...ids].find(([index, one]) => one === id && index < seen) ?? [];
  return ids.has(found) ? { index: found, id: ids.get(found) } : undefined;
}
