/** What a list of records can be filtered by, out of what profiles declare. In the order of the alphabet. */
import type { Language } from '../../../kernel/finding.ts';
import type { ProfileDeclaration, TypeDeclaration } from '../api/shapes.ts';
import { collation } from '../parts/collation.ts';

export interface Choice {
  readonly value: string;
  readonly title: string;
}

type Scope = 'turns' | 'all';

/** With `turns`: types of which somebody ever has to act on a record. */
const fits = ({ lifeCycle }: TypeDeclaration, scope: Scope): boolean =>
  scope === 'all' || Object.keys(lifeCycle?.turns ?? {}).length > 0;

function inOrder(choices: readonly Choice[], language: Language): readonly Choice[] {
  const order = collation(language);
  return choices.toSorted((a, b) => order(a.title, b.title));
}

export function typeChoices(
  profiles: readonly ProfileDeclaration[],
  scope: Scope,
  language: Language,
): readonly Choice[] {
  const choices = profiles.flatMap((profile) =>
    profile.types
      .filter((type) => fits(type, scope))
      .map(({ name, title }) => ({ value: `${profile.name}/${name}`, title: title[language] })),
  );
  return inOrder(choices, language);
}

/** Of one type, or of all: a state that several types call alike stands once. */
export function stateChoices(
  profiles: readonly ProfileDeclaration[],
  scope: Scope,
  chosen: string,
  language: Language,
): readonly Choice[] {
  const titles = new Map<string, string[]>();
  for (const { name: profile, types } of profiles)
    for (const type of types.filter(
      (one) => fits(one, scope) && (chosen === '' || chosen === `${profile}/${one.name}`),
    ))
      for (const [state, title] of Object.entries(type.lifeCycle?.states ?? {})) {
        if (scope === 'turns' && type.lifeCycle?.turns?.[state] === undefined) continue;
        const known = titles.get(state) ?? [];
        if (!known.includes(title[language])) titles.set(state, [...known, title[language]]);
      }
  return inOrder(
    [...titles].map(([value, all]) => ({ value, title: all.join(' / ') })),
    language,
  );
}
