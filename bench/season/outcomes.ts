/** What inspection at the border finds. */
import type { Draws } from './random.ts';

export type Outcome =
  | { readonly kind: 'release' }
  /** Samples are examined first; all of it is released two days later. */
  | { readonly kind: 'hold' }
  /** Less came than was certified; what came is released. Per cent. */
  | { readonly kind: 'short'; readonly missing: number }
  /** Part is sent back for its quality or marks. Per cent. */
  | { readonly kind: 'part'; readonly returned: number }
  | { readonly kind: 'return' }
  | { readonly kind: 'destroy' }
  /** A quarantine pest: sent back, and a case is opened. */
  | { readonly kind: 'pest'; readonly pest: string };

export function outcomesOf(random: Draws, count: number): Outcome[] {
  return Array.from({ length: count }, () => {
    const luck = random.unit();
    if (luck < 0.015) return { kind: 'hold' };
    if (luck < 0.027) return { kind: 'short', missing: random.whole(1, 30) };
    if (luck < 0.033) return { kind: 'part', returned: random.whole(5, 60) };
    if (luck < 0.041) return { kind: 'return' };
    if (luck < 0.043) return { kind: 'destroy' };
    return { kind: 'release' };
  });
}
