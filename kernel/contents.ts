/** The content of a record, as signed, told to a person. Nothing of the claims is left out. */
import type { Json, JsonObject } from './canonical.ts';
import type { Language, Text } from './finding.ts';
import type { JsonSchema, Profile, RecordType } from './profile.ts';
import { inLanguage, no, nothing, yes } from './words/contents.ts';
import { formatStated } from './words/moments.ts';
import { formatNumber } from './words/numbers.ts';

/** `path` is the JSON Pointer of what the line tells, into the claims. */
export type ContentLine =
  | { readonly label: string; readonly path: string; readonly value: string }
  | { readonly label: string; readonly path: string; readonly lines: readonly ContentLine[] };

/** What of a profile this needs. */
export type Told = Pick<Profile, 'labels' | 'codes' | 'evident'> & {
  readonly types: Readonly<Record<string, Pick<RecordType, 'schemas'>>>;
};

/**
 * Claims in the order of the schema's properties, under the profile's labels; what the schema or the labels do not
 * know comes last and under its own name. The claims need not be valid. Values are others' words: they may hold any
 * character.
 */
export function contentsOf(
  profile: Told,
  type: string,
  version: number,
  claims: JsonObject,
  language: Language,
): readonly ContentLine[] {
  const schema = own(profile.types, type)?.schemas[version];
  const telling = {
    labels: profile.labels ?? {},
    codes: profile.codes ?? {},
    evident: new Set(profile.evident),
    language,
  };
  return membersOf({ value: claims, schemas: branches(schema), names: [type], path: '' }, telling);
}

interface Telling {
  readonly labels: Readonly<Record<string, Text>>;
  readonly codes: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly evident: ReadonlySet<string>;
  readonly language: Language;
}

/**
 * A value, the schemas that may be meant for it, the names on the way to it (the type's, then those of members) and
 * its JSON Pointer.
 */
interface Place<V extends Json = Json> {
  readonly value: V;
  readonly schemas: readonly JsonSchema[];
  readonly names: readonly string[];
  readonly path: string;
}

function membersOf(place: Place<JsonObject>, telling: Telling): readonly ContentLine[] {
  const members = new Set(place.schemas.flatMap(({ properties }) => Object.keys(asObject(properties))));
  for (const name of Object.keys(place.value)) members.add(name);
  return [...members]
    .filter((name) => Object.hasOwn(place.value, name))
    .map((name) => {
      const member = memberOf(place, name);
      return lineOf(byLongest(telling.labels, member.names)?.[telling.language] ?? name, member, telling);
    });
}

function memberOf({ value, schemas, names, path }: Place<JsonObject>, name: string): Place {
  const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return {
    value: value[name] as Json,
    schemas: schemas.flatMap(({ properties }) => branches(own(asObject(properties), name))),
    names: [...names, step],
    path: `${path}/${step}`,
  };
}

function lineOf(label: string, place: Place, telling: Telling): ContentLine {
  const { value, path } = place;
  if (isArray(value)) return listOf(label, value, place, telling);
  if (typeof value !== 'object' || value === null) return { label, path, value: wordOf(value, place, telling) };
  if (isStated(value)) {
    const other = value.language !== telling.language;
    return { label: other ? label + languageOf(value, telling) : label, path, value: value.text };
  }
  const measure = measureOf(value, place.names, telling);
  if (measure !== undefined) return { label, path, value: measure };
  const [only, ...others] = Object.keys(value);
  if (only !== undefined && others.length === 0) {
    const member = memberOf({ ...place, value }, only);
    if (ends(member.names).some((end) => telling.evident.has(end))) return lineOf(label, member, telling);
  }
  const lines = membersOf({ ...place, value }, telling);
  return lines.length === 0 ? { label, path, value: nothing } : { label, path, lines };
}

/** Items under their numbers, texts in the wanted language first; one alone under the label of its list. */
function listOf(label: string, items: readonly Json[], place: Place, telling: Telling): ContentLine {
  const schemas = place.schemas.flatMap((schema) => branches(schema['items']));
  const places = items.map((value, index) => ({ ...place, value, schemas, path: `${place.path}/${index}` }));
  const [first] = places;
  if (first === undefined) return { label, path: place.path, value: nothing };
  if (places.length === 1) return lineOf(label, first, telling);
  const wanted = ({ value }: Place) => isStated(value) && primary(value.language) === telling.language;
  const ordered = [...places.filter(wanted), ...places.filter((one) => !wanted(one))];
  const lines = ordered.map((one, index): ContentLine => {
    const number = String(index + 1);
    const { value, path } = one;
    // Among several, each names its language.
    return isStated(value)
      ? { label: number + languageOf(value, telling), path, value: value.text }
      : lineOf(number, one, telling);
  });
  return { label, path: place.path, lines };
}

function wordOf(value: null | boolean | number | string, { schemas, names }: Place, telling: Telling): string {
  const { language } = telling;
  if (value === null || value === '') return nothing;
  if (typeof value === 'boolean') return (value ? yes : no)[language];
  // Integers count or number something; amounts are decimal texts.
  if (typeof value === 'number') return String(value);
  const word = codeWord(value, names, telling);
  // A code of a standard is known by itself; one in small letters is but our name for its word.
  if (word !== undefined) return /^[a-z]/.test(value) ? word : `${value} – ${word}`;
  const form = formOf(schemas);
  if (form === 'moment') return formatStated(value, language);
  return form === 'number' ? formatNumber(value, language) : value;
}

const codeWord = (code: string, names: readonly string[], { codes, language }: Telling): string | undefined =>
  own(byLongest(codes, names), code)?.[language];

/** Texts with a language tag, as claims carry them. */
interface Stated {
  readonly text: string;
  readonly language?: string;
}

function isStated(value: Json): value is Stated & JsonObject {
  return (
    hasOnly(value, ['text', 'language']) &&
    typeof value['text'] === 'string' &&
    (value['language'] === undefined || typeof value['language'] === 'string')
  );
}

const primary = (tag: string | undefined): string | undefined => tag?.split('-')[0]?.toLowerCase();

/** A tag with more than the bare language is shown itself, too. */
function languageOf({ language: tag }: Stated, { language }: Telling): string {
  if (tag === undefined) return '';
  const name = own(inLanguage, primary(tag) ?? '')?.[language];
  return name === undefined ? ` (${tag})` : ` (${Object.hasOwn(inLanguage, tag) ? name : `${name}, ${tag}`})`;
}

/** `18.000 kq`; pieces with the measure of one: `3.000 ədəd × 0,25 kq`. Undefined when it is none. */
function measureOf(value: Json, names: readonly string[], telling: Telling): string | undefined {
  if (!hasOnly(value, ['value', 'unit', 'each'])) return undefined;
  const { value: amount, unit, each } = value;
  if (typeof amount !== 'string' || (unit !== undefined && typeof unit !== 'string')) return undefined;
  const one = each === undefined ? '' : measureOf(each, [...names, 'each'], telling);
  if (one === undefined) return undefined;
  const word = unit === undefined ? '' : `\u00A0${codeWord(unit, [...names, 'unit'], telling) ?? unit}`;
  return `${formatNumber(amount, telling.language)}${word}${one === '' ? '' : ` × ${one}`}`;
}

type Form = 'moment' | 'number' | 'text';

/** What a schema's pattern takes for itself: days, decimals without needless noughts, or texts of any kind. */
function formOf(schemas: readonly JsonSchema[]): Form {
  const forms = new Set(
    schemas.map(({ pattern }): Form => {
      if (typeof pattern !== 'string') return 'text';
      const takes = new RegExp(pattern, 'u');
      if (['A', '00'].some((text) => takes.test(text))) return 'text';
      if (takes.test('2026-01-31')) return 'moment';
      return ['0', '10'].every((text) => takes.test(text)) ? 'number' : 'text';
    }),
  );
  const [form] = forms;
  return form !== undefined && forms.size === 1 ? form : 'text';
}

/** A schema, and those it is made of by alternatives. */
function branches(schema: Json | undefined): readonly JsonSchema[] {
  if (schema === undefined) return [];
  const object = asObject(schema);
  const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((name) => {
    const list = own(object, name);
    return list !== undefined && isArray(list) ? list.flatMap(branches) : [];
  });
  return [object, ...inner];
}

/** The entry for the most of a path's end. */
function byLongest<T>(table: Readonly<Record<string, T>>, names: readonly string[]): T | undefined {
  const end = ends(names).find((path) => Object.hasOwn(table, path));
  return end === undefined ? undefined : table[end];
}

const ends = (names: readonly string[]): readonly string[] => names.map((_, from) => names.slice(from).join('/'));

const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

const asObject = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !isArray(value) ? value : {};

const hasOnly = (value: Json, names: readonly string[]): value is JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  !isArray(value) &&
  Object.keys(value).every((name) => names.includes(name));
