/** What is empty is held against nobody who has not come to it yet. */
import { useCallback, useMemo, useState } from 'react';
import type { PlacedFinding } from './form/place-stores.ts';

export interface Held<F> {
  /** What is told at its place. */
  readonly told: readonly F[];
  /** Missing members that nobody has come to. */
  readonly empty: readonly F[];
}

const isWithin = (pointer: string, around: string): boolean => pointer === around || pointer.startsWith(`${around}/`);

/** `left`: places that a person was at and left. */
export function heldBack<F extends Pick<PlacedFinding, 'code' | 'path'>>(
  findings: readonly F[],
  left: ReadonlySet<string>,
): Held<F> {
  const waits = ({ code, path }: F) =>
    code === 'input.missing-member' && ![...left].some((one) => isWithin(one, path) || isWithin(path, one));
  const { told = [], empty = [] } = Object.groupBy(findings, (finding) => (waits(finding) ? 'empty' : 'told'));
  return { told, empty };
}

/** Of one form, as long as it stands. */
export function useHeldBack<F extends Pick<PlacedFinding, 'code' | 'path'>>(findings: readonly F[]) {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set());
  const [isAll, setAll] = useState(false);
  const held = useMemo(
    (): Held<F> => (isAll ? { told: findings, empty: [] } : heldBack(findings, left)),
    [isAll, findings, left],
  );
  const leave = useCallback((place: string) => setLeft((before) => new Set(before).add(place)), []);
  const tellAll = useCallback(() => setAll(true), []);
  return { ...held, leave, tellAll };
}
