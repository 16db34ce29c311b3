/** Whether a record is still to be acted on. Pure. */

/**
 * Whether anybody has yet to act on a record in this state: on its way to the other side too. Where a life cycle names no
 * turns, always.
 */
export function isAwaited(
  lifeCycle: { readonly turns?: Readonly<Record<string, unknown>> } = {},
  state: string,
): boolean {
  const { turns = {} } = lifeCycle;
  return Object.keys(turns).length === 0 || Object.hasOwn(turns, state);
}
