/**
 * JSON Schema 2020-12 without code made at run time, which the pages' security policy forbids: just the keywords that
 * records are described with. Any other keyword is a fault of the program, thrown when a schema is compiled. It must
 * accept and refuse what the server's compiler does (schema-check.test.ts).
 */
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import { formHint, formHints, type SchemaCheck, type SchemaCompiler, type SchemaFault } from '../../kernel/schema.ts';

/** As on the server: enough to mend a form. */
const mostFaults = 20;

type Report = (path: string, keyword: string) => void;
type Check = (value: Json, path: string, report: Report) => void;
/** What a keyword with this operand checks; `schema` is the object it stands in. */
type Keyword = (operand: Json, schema: JsonObject) => Check;

export const compileSchema: SchemaCompiler = (schema): SchemaCheck => {
  const check = compiled(schema);
  return (value) => {
    const faults: SchemaFault[] = [];
    check(value, '', (path, keyword) => faults.push({ path, keyword }));
    return faults.length === 0 ? undefined : distinct(faults).slice(0, mostFaults);
  };
};

function distinct(faults: readonly SchemaFault[]): SchemaFault[] {
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.keyword}`, fault])).values()];
}

function compiled(schema: Json | undefined): Check {
  if (schema === true) return () => {};
  if (schema === false) return (_value, path, report) => report(path, 'false schema');
  if (!isObject(schema)) throw new TypeError('a schema is an object or a boolean');
  const checks = Object.entries(schema).map(([name, operand]) => {
    const keyword = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
    if (keyword === undefined) throw new TypeError(`keyword ${name} is not known here`);
    return keyword(operand, schema);
  });
  return (value, path, report) => {
    for (const check of checks) check(value, path, report);
  };
}

const keywords: Readonly<Record<string, Keyword>> = {
  $schema: () => () => {},
  // Says something to people, and nothing of what is allowed.
  title: () => () => {},
  [formHint]: (operand) => {
    if (!formHints.some((hint) => hint === operand)) throw new TypeError(`hint ${String(operand)} is not known here`);
    return () => {};
  },
  type: (operand) => {
    const isType = types[String(operand)];
    if (isType === undefined) throw new TypeError(`type ${String(operand)} is not known here`);
    return failing('type', isType);
  },
  const: (operand) => failing('const', (value) => same(value, operand)),
  enum: (operand) => failing('enum', (value) => listIn(operand).some((one) => same(value, one))),
  minimum: (operand) => failing('minimum', (value) => typeof value !== 'number' || value >= Number(operand)),
  maximum: (operand) => failing('maximum', (value) => typeof value !== 'number' || value <= Number(operand)),
  // Lengths are counted in code points.
  minLength: (operand) =>
    failing('minLength', (value) => typeof value !== 'string' || [...value].length >= Number(operand)),
  maxLength: (operand) =>
    failing('maxLength', (value) => typeof value !== 'string' || [...value].length <= Number(operand)),
  pattern: (operand) => {
    const pattern = new RegExp(String(operand), 'u');
    return failing('pattern', (value) => typeof value !== 'string' || pattern.test(value));
  },
  minItems: (operand) => failing('minItems', (value) => !Array.isArray(value) || value.length >= Number(operand)),
  maxItems: (operand) => failing('maxItems', (value) => !Array.isArray(value) || value.length <= Number(operand)),
  minProperties: (operand) =>
    failing('minProperties', (value) => !isObject(value) || Object.keys(value).length >= Number(operand)),
  maxProperties: (operand) =>
    failing('maxProperties', (value) => !isObject(value) || Object.keys(value).length <= Number(operand)),
  required: (operand) => (value, path, report) => {
    if (!isObject(value)) return;
    for (const name of listIn(operand))
      if (!Object.hasOwn(value, String(name))) report(below(path, String(name)), 'required');
  },
  properties: (operand) => {
    const checks = Object.entries(objectIn(operand)).map(([name, schema]) => [name, compiled(schema)] as const);
    return (value, path, report) => {
      if (!isObject(value)) return;
      for (const [name, check] of checks)
        if (Object.hasOwn(value, name)) check(value[name]!, below(path, name), report);
    };
  },
  additionalProperties: (operand, schema) => {
    const known = new Set(Object.keys(objectIn(schema['properties'] ?? {})));
    const check = operand === false ? undefined : compiled(operand);
    return (value, path, report) => {
      if (!isObject(value)) return;
      for (const [name, member] of Object.entries(value)) {
        if (known.has(name)) continue;
        if (check) check(member, below(path, name), report);
        else report(below(path, name), 'additionalProperties');
      }
    };
  },
  propertyNames: (operand) => {
    const check = compiled(operand);
    return (value, path, report) => {
      if (!isObject(value)) return;
      for (const name of Object.keys(value)) {
        let good = true;
        check(name, path, (_path, keyword) => {
          good = false;
          report(path, keyword);
        });
        if (!good) report(below(path, name), 'propertyNames');
      }
    };
  },
  items: (operand) => {
    const check = compiled(operand);
    return (value, path, report) => {
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) check(item, `${path}/${index}`, report);
    };
  },
  anyOf: (operand) => {
    const checks = listIn(operand).map(compiled);
    return (value, path, report) => {
      const faults: [string, string][] = [];
      for (const check of checks) {
        const before = faults.length;
        check(value, path, (...fault) => faults.push(fault));
        if (faults.length === before) return;
      }
      for (const fault of faults) report(...fault);
      report(path, 'anyOf');
    };
  },
};

const types: Readonly<Record<string, (value: Json) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
};

function failing(keyword: string, holds: (value: Json) => boolean): Check {
  return (value, path, report) => {
    if (!holds(value)) report(path, keyword);
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectIn(operand: Json): JsonObject {
  if (!isObject(operand)) throw new TypeError('this keyword takes an object');
  return operand;
}

function listIn(operand: Json): readonly Json[] {
  if (!Array.isArray(operand)) throw new TypeError('this keyword takes a list');
  return operand;
}

/** Equal as JSON, members in any order. */
function same(a: Json, b: Json): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]!));
  if (!isObject(a)) return a === b;
  if (!isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name]!, b[name]!))
  );
}

function below(path: string, name: string): string {
  return `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
