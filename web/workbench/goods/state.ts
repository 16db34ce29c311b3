import { useDeclarations } from '../api/profiles.ts';
import { say } from '../language.ts';
import type { GoodsLine } from './requests.ts';

/** The state in words. */
export function useGoodsState(): (line: GoodsLine) => string {
  const declarations = useDeclarations();
  return ({ profile, type, state, stateTitle }) =>
    stateTitle ? say(stateTitle) : declarations.stateTitle(profile, type, state);
}
