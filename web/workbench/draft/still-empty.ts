/** What is empty is held against nobody who has not come to it yet. */
import { useCallback, useMemo, useState } from 'react';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { valueAt } from './form/json-edit.ts';
import type { PlacedFinding } from './form/place-stores.ts';

export interface Held<F> {
  /** What is told at its place. */
  readonly told: readonly F[];
  /** What must be filled in, and nobody has come to. */
  readonly empty: readonly F[];
}

const isWithin = (pointer: string, around: string): boolean => pointer === around || pointer.startsWith(`${around}/`);

/** `left`: places that a person was at and left. */
export function heldBack<F extends Pick<PlacedFinding, 'code' | 'path' | 'severity'>>(
  findings: readonly F[],
  claims: JsonObject,
  left: ReadonlySet<string>,
): Held<F> {
  const waits = ({ severity, code, path }: F) =>
    severity === 'refuse' &&
    (code === 'input.missing-member' || isNothing(path, claims)) &&
    ![...left].some((one) => isWithin(one, path) || isWithin(path, one));
  const { told = [], empty = [] } = Object.groupBy(findings, (finding) => (waits(finding) ? 'empty' : 'told'));
  return { told, empty };
}

/** A rule, too, speaks of what is missing at the place where it would stand. */
function isNothing(path: string, claims: JsonObject): boolean {
  const value: Json | undefined = path.startsWith('/') ? valueAt(claims, path) : claims;
  return value === undefined || value === '';
}

/** Of one form, as long as it stands. */
export function useHeldBack<F extends Pick<PlacedFinding, 'code' | 'path' | 'severity'>>(
  findings: readonly F[],
  claims: JsonObject,
) {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set());
  const [isAll, setAll] = useState(false);
  const held = useMemo(
    (): Held<F> => (isAll ? { told: findings, empty: [] } : heldBack(findings, claims, left)),
    [isAll, findings, claims, left],
  );
  const leave = useCallback((place: string) => setLeft((before) => new Set(before).add(place)), []);
  const tellAll = useCallback(() => setAll(true), []);
  return { ...held, leave, tellAll };
}
