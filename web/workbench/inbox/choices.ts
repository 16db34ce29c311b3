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

/**
 * Of one type, or of all: a state that several types call alike stands once. Different states of one word are told
 * apart by the types that have them.
 */
export function stateChoices(
  profiles: readonly ProfileDeclaration[],
  scope: Scope,
  chosen: string,
  language: Language,
): readonly Choice[] {
  const states = new Map<string, { readonly words: Set<string>; readonly types: Set<string> }>();
  for (const { name: profile, types } of profiles)
    for (const type of types.filter(
      (one) => fits(one, scope) && (chosen === '' || chosen === `${profile}/${one.name}`),
    ))
      for (const [state, title] of Object.entries(type.lifeCycle?.states ?? {})) {
        if (scope === 'turns' && type.lifeCycle?.turns?.[state] === undefined) continue;
        const { words, types: of } = states.get(state) ?? { words: new Set(), types: new Set() };
        states.set(state, { words: words.add(title[language]), types: of.add(type.title[language]) });
      }
  const all = [...states].map(([value, { words, types }]) => ({ value, title: [...words].join(' / '), types }));
  const alike = Map.groupBy(all, ({ title }) => title);
  return inOrder(
    all.map(({ value, title, types }) => ({
      value,
      title: (alike.get(title)?.length ?? 0) > 1 ? `${title} (${[...types].join(', ')})` : title,
    })),
    language,
  );
}
