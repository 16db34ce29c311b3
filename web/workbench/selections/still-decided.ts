import type { TypeDeclaration } from '../api/shapes.ts';

/**
 * Whether anybody has yet to act on a record in this state: until then it may be chosen for otherwise, on its way here
 * too. Where a type names no turns, always.
 */
export function isStillDecided({ lifeCycle }: Pick<TypeDeclaration, 'lifeCycle'>, state: string): boolean {
  const { turns = {} } = lifeCycle ?? {};
  return Object.keys(turns).length === 0 || Object.hasOwn(turns, state);
}
