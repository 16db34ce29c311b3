/** The selections that an institution works with: those whose commitments it may sign. */
import type { Text } from '../../../kernel/finding.ts';
import type { SchemaCheck } from '../../../kernel/schema.ts';
import type { Selection } from '../../../kernel/selection.ts';
import { currentInstitution } from '../../../kernel/trust/lookup.ts';
import { compileSchema } from '../../schema-compiler.ts';
import type { DeskGround } from '../desk.ts';

export interface NamedSelection {
  /** `profile/name`. */
  readonly id: string;
  readonly profile: string;
  readonly name: string;
  readonly selection: Selection;
  /** Types that are chosen from, as `profile/type`. */
  readonly of: readonly string[];
  /** Of the settings. */
  readonly keeps: SchemaCheck;
}

export async function selectionsOf({
  catalogue,
  service,
}: Pick<DeskGround, 'catalogue' | 'service'>): Promise<readonly NamedSelection[]> {
  const held = currentInstitution(service.trust(), service.id)?.functions ?? [];
  const functions = new Set<string>([...held, '*']);
  const found: NamedSelection[] = [];
  for (const { name: profile, selections = {} } of catalogue.profiles)
    for (const [name, load] of Object.entries(selections)) {
      const selection = await load();
      const type = catalogue.type(profile, selection.commitment.type);
      if (!type || !functions.has(type.declaration.issuedBy)) continue;
      const of = selection.types.map((one) => `${profile}/${one}`);
      found.push({ id: `${profile}/${name}`, profile, name, selection, of, keeps: compileSchema(selection.settings) });
    }
  return found;
}

export interface Listed {
  readonly name: string;
  readonly title: Text;
}

/** In the order in which they are declared: objects of JSON keep none. */
export function declared({ selection }: NamedSelection): Readonly<Record<'outcomes' | 'grounds', readonly Listed[]>> {
  const listed = (texts: Readonly<Record<string, Text>>) =>
    Object.entries(texts).map(([name, title]) => ({ name, title }));
  return { outcomes: listed(selection.outcomes), grounds: listed(selection.grounds) };
}
