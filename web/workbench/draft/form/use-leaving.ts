/** Which place of a form a person was at and left. */
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Told once no button of a pointer is held down: what is then said at the place moves what stands below, and a press would
 * miss what it was meant for.
 */
export function useLeaving(onLeave: ((pointer: string) => void) | undefined): RefObject<HTMLDivElement | null> {
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = whole;
    if (current === null || onLeave === undefined) return undefined;
    let pressed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const left = new Set<string>();
    const tell = () => {
      for (const pointer of left) onLeave(pointer);
      left.clear();
    };
    const gone = ({ target, relatedTarget }: FocusEvent) => {
      const place = target instanceof Element ? target.closest('[data-place]') : null;
      const pointer = place?.getAttribute('data-place');
      if (!pointer || place?.contains(relatedTarget as Node | null)) return;
      left.add(pointer);
      if (!pressed) tell();
    };
    const press = () => {
      pressed = true;
    };
    // The click comes after it.
    const release = () => {
      pressed = false;
      timer = setTimeout(tell);
    };
    const always = { capture: true };
    current.addEventListener('focusout', gone);
    addEventListener('pointerdown', press, always);
    addEventListener('pointerup', release, always);
    addEventListener('pointercancel', release, always);
    return () => {
      clearTimeout(timer);
      current.removeEventListener('focusout', gone);
      removeEventListener('pointerdown', press, always);
      removeEventListener('pointerup', release, always);
      removeEventListener('pointercancel', release, always);
    };
  }, [onLeave]);
  return whole;
}
