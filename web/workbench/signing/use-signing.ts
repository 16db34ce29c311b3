/**
 * Signing, from any page: `const sign = useSigning(); const record = await sign(draft)`. The dialog in the shell does the
 * rest. One record at a time.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { Draft, RecordDetails } from '../api/shapes.ts';
import type { Signing } from './requests.ts';

export interface SigningOptions {
  /** That the record answers. */
  readonly application?: string;
  /** Whoever signs has seen all of it: the key is asked as soon as nothing is left to be looked at. */
  readonly atOnce?: boolean;
}

export interface PendingSigning extends Signing {
  readonly atOnce: boolean;
  /** Undefined: given up, or approved as the first of two. */
  readonly done: (record: RecordDetails | undefined) => void;
  readonly refused: (fault: unknown) => void;
}

let pending: PendingSigning | undefined;
const listeners = new Set<() => void>();

function set(next: PendingSigning | undefined): void {
  pending = next;
  for (const listener of listeners) listener();
}

function begin(draft: Draft, { application, atOnce = false }: SigningOptions = {}) {
  pending?.done(undefined);
  return new Promise<RecordDetails | undefined>((resolve, reject) => {
    const end =
      <T>(settle: (value: T) => void) =>
      (value: T) => {
        if (pending === one) set(undefined);
        settle(value);
      };
    const one: PendingSigning = {
      draft,
      atOnce,
      ...(application !== undefined && { application }),
      done: end(resolve),
      refused: end(reject),
    };
    set(one);
  });
}

/**
 * The issued record; undefined when the person gave up, or approved as the first of two. Refusals with findings are
 * thrown as `Problem`, for the form to show them at its fields.
 */
export function useSigning(): (draft: Draft, options?: SigningOptions) => Promise<RecordDetails | undefined> {
  return useCallback(begin, []);
}

export function usePendingSigning(): PendingSigning | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
}
