import type { ProfileDeclaration } from '../api/shapes.ts';

/** Whether pages of this type begin with what is decided by. */
export const hasFirstPanel = (profile: ProfileDeclaration | undefined, type: string): boolean =>
  profile?.panels?.some(({ first, types }) => first && types.includes(type)) ?? false;
