/** Which records this institution may begin now. */
import type { ProfileDeclaration, Profiles, TypeDeclaration } from '../api/shapes.ts';

export interface Beginning {
  readonly profile: ProfileDeclaration;
  readonly declaration: TypeDeclaration;
}

/**
 * In force, of a function that is held, and able to stand alone. What others apply for comes first: it is issued every
 * day. The exchange's own records are written by its server.
 */
export function typesToIssue({ inForce, items }: Profiles, functions: readonly string[]): readonly Beginning[] {
  const found = items
    .filter(({ name }) => name !== 'exchange')
    .flatMap((profile) => profile.types.map((declaration) => ({ profile, declaration })))
    .filter(({ profile, declaration: { name, issuedBy, follows } }) => {
      const held = issuedBy === '*' || functions.includes(issuedBy);
      return held && follows?.required !== true && inForce[profile.name]?.[name] !== undefined;
    });
  return [...found.filter(isDaily), ...found.filter((one) => !isDaily(one))];
}

const isDaily = ({ declaration }: Beginning): boolean => declaration.appliedFor === true;

/** Whom a type may be sent to. */
export function mayReceive(
  { sentTo }: TypeDeclaration,
  institutions: Iterable<{ readonly id: string; readonly functions: readonly string[] }>,
  own: string,
): readonly string[] {
  return [...institutions]
    .filter(({ id, functions }) => id !== own && sentTo.some((name) => name === '*' || functions.includes(name)))
    .map(({ id }) => id);
}

/** Those abroad, as a beginning. */
export const usualRecipients = (candidates: readonly string[], own: string): readonly string[] =>
  candidates.filter((id) => id.slice(0, 3) !== own.slice(0, 3));
