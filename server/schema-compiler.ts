import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { formHint, formHints, type SchemaCompiler, type SchemaFault } from '../kernel/schema.ts';

/** Enough to mend a form, too few for a hostile document to fill an answer. */
const mostFaults = 20;

// ownProperties: a member named like something every object inherits is an unknown member as any other.
const options = { strict: true, ownProperties: true, validateFormats: true } as const;
const quick = new Ajv2020(options);
const thorough = new Ajv2020({ ...options, allErrors: true });
for (const ajv of [quick, thorough]) {
  formats.default(ajv);
  ajv.addKeyword({ keyword: formHint, metaSchema: { enum: formHints } });
}

/**
 * Compiles JSON Schema 2020-12 as it stands: a keyword or format unknown here is a fault of the program, thrown at
 * once. A value that keeps to its schema costs one pass; only for another are all its faults sought, the first
 * twenty told.
 */
export const compileSchema: SchemaCompiler = (schema) => {
  const keeps = quick.compile(schema);
  let all: ReturnType<typeof thorough.compile> | undefined;
  return (value) => {
    if (keeps(value)) return undefined;
    all ??= thorough.compile(schema);
    all(value);
    return merged((all.errors ?? []).map(faultOf)).slice(0, mostFaults);
  };
};

/** A missing or unknown member is named itself: ajv points at the object around it. */
function faultOf({ instancePath, keyword, params }: ErrorObject): SchemaFault {
  const member = params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'];
  if (typeof member !== 'string') {
    const expected = expectedBy(keyword, params);
    return { path: instancePath, keyword, ...(expected !== undefined && { expected }) };
  }
  return { path: `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`, keyword };
}

function expectedBy(keyword: string, params: ErrorObject['params']): string | undefined {
  const fits = params['allowedValues'] ?? params['allowedValue'] ?? params['type'];
  if (fits !== undefined) return [fits].flat().join(', ').slice(0, 200);
  if (params['limit'] !== undefined) return `${keyword} ${params['limit']}`;
  // A longer pattern tells a person nothing.
  const pattern = String(params['pattern'] ?? '');
  return pattern !== '' && pattern.length <= 60 ? pattern : undefined;
}

/** A choice of values fails once for each and once as a whole: it is told once, with all of them. */
function merged(faults: readonly SchemaFault[]): SchemaFault[] {
  const byPlace = new Map<string, SchemaFault>();
  for (const fault of faults) {
    const place = `${fault.path} ${fault.keyword === 'anyOf' ? 'const' : fault.keyword}`;
    const before = byPlace.get(place);
    const expected = [before?.expected, fault.expected].filter((one) => one !== undefined).join(', ');
    byPlace.set(place, { ...fault, ...before, ...(expected !== '' && { expected }) });
  }
  return [...byPlace.values()];
}
