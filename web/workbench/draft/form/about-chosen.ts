/** Findings without those that speak of alternatives which were not chosen. */
import type { Json } from '../../../../kernel/canonical.ts';
import { isList, isObject, stepsOf } from './json-edit.ts';
import type { PlacedFinding } from './place-stores.ts';
import type { Field } from './schema-fields.ts';

/** A validator tells of each alternative what it lacks; whoever has chosen one wants to hear of that one alone. */
export function aboutChosen<F extends Pick<PlacedFinding, 'path'>>(
  root: Field,
  value: Json,
  findings: readonly F[],
): readonly F[] {
  return findings
    .filter(({ path }) => path === '' || path.startsWith('/'))
    .filter(({ path }) => concerns(root, value, stepsOf(path)));
}

function concerns(field: Field, value: Json | undefined, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (field.kind === 'list') return concerns(field.item, isList(value) ? value[Number(name)] : undefined, rest);
  const object = isObject(value) ? value : {};
  if (field.kind === 'choice') {
    const group = field.alternatives[String(object[field.by])];
    // Nothing chosen yet: that alone is what to say.
    if (group === undefined) return name === field.by;
    const member = group.members.find((one) => one.name === name);
    return member === undefined
      ? name !== field.by && Object.hasOwn(object, name)
      : concerns(member.field, object[name], rest);
  }
  const member = field.kind === 'group' ? field.members.find((one) => one.name === name) : undefined;
  return member === undefined || concerns(member.field, object[name], rest);
}
