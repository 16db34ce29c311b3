import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { utf8 } from '../bytes.ts';
import type { Json, JsonObject } from '../canonical.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import type { SchemaCompiler } from '../schema.ts';
import { readPin } from '../trust/pin.ts';
import { auditSelections, type SelectionReport } from './selection-audit.ts';
import { samplesProfile } from './vectors/samples.ts';
import { vectorFiles } from './vectors/selection/make.ts';

const folder = new URL('vectors/selection/', import.meta.url);
const files = await vectorFiles();
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}

interface Vector {
  readonly pin: JsonObject;
  readonly now: string;
  readonly file: JsonObject;
  readonly witness?: JsonObject;
  readonly code?: string;
  readonly expect?: {
    readonly verdict: string;
    readonly draws?: readonly JsonObject[];
    readonly rerouted?: number;
    readonly notShown?: number;
    readonly unproved?: number;
    readonly moved?: number;
    readonly withoutEffect?: number;
    readonly decided?: number;
    readonly absent?: readonly string[];
  };
}

const ajv = new Ajv2020({ strict: true });
const compile: SchemaCompiler = (schema) => {
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value) ? undefined : (validate.errors ?? []).map((e) => ({ path: e.instancePath, keyword: e.keyword }));
};
const catalogue = loadCatalogue([samplesProfile], compile) as Catalogue;
const read = (path: string): Vector => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Vector;

async function audit(
  { pin: pinned, now, file, witness }: Vector,
  { crypto = nodeCrypto, earlier }: { crypto?: typeof nodeCrypto; earlier?: readonly SelectionReport[] } = {},
) {
  const pin = readPin(pinned, crypto);
  if (pin instanceof Refusal) throw pin;
  const witnesses = witness ? [utf8(JSON.stringify(witness))] : [];
  const auditor = { crypto, catalogue, compile, pin, now: Date.parse(now), witnesses, ...(earlier && { earlier }) };
  return auditSelections(JSON.stringify(file), auditor);
}

function sound(report: SelectionReport | Refusal): SelectionReport {
  if (report instanceof Refusal) throw new Error(`${report.code} ${report.path}`);
  return report;
}

test('vector files are as they are made', () => {
  const found = ['valid', 'refused'].flatMap((kind) =>
    readdirSync(new URL(kind, folder)).map((name) => `${kind}/${name}`),
  );
  expect(found.sort()).toEqual([...files.keys()].sort());
  for (const [path, text] of files) expect(readFileSync(new URL(path, folder), 'utf8'), path).toBe(text);
});

describe('what holds', () => {
  it.each(readdirSync(new URL('valid', folder)))('%s', async (name) => {
    const vector = read(`valid/${name}`);
    const { withoutEffect = 0, decided = 0 } = vector.expect!;
    const { verdict, draws, rerouted = 0, notShown = 0, unproved = 0, moved = 0, absent = [] } = vector.expect!;
    for (const crypto of [nodeCrypto, portableCrypto]) {
      const report = sound(await audit(vector, { crypto }));
      expect(report.differences).toEqual([]);
      expect(report.verdict).toBe(verdict);
      if (draws) expect(report.choices.map(({ id, draw, choice }) => ({ id, draw, ...choice }))).toEqual(draws);
      const counts = [report.rerouted, report.notShown, report.unproved, report.moved].map(({ length }) => length);
      expect(counts).toEqual([rerouted, notShown, unproved, moved]);
      expect(report.withoutEffect).toHaveLength(withoutEffect);
      expect(report.decided).toHaveLength(decided);
      expect(report.absent).toEqual(absent);
      expect(report.gaps).toEqual([]);
    }
  });

  it('every ground occurs, and of records that are one the first draw stands for all', async () => {
    const { choices } = sound(await audit(read('valid/day.json')));
    expect(new Set(choices.map(({ choice }) => choice.ground))).toEqual(
      new Set(['weight', 'random', 'top-up', 'none']),
    );
    expect(choices.filter(({ again }) => again)).toHaveLength(2);
    expect(new Set(choices.map(({ draw }) => draw)).size).toBe(choices.length - 2);
  });
});

describe('what does not hold', () => {
  it.each(readdirSync(new URL('refused', folder)))('%s', async (name) => {
    const vector = read(`refused/${name}`);
    const report = await audit(vector);
    if (report instanceof Refusal) {
      expect(report.code).toBe(vector.code);
      return;
    }
    expect(report.verdict).toBe('does-not-hold');
    expect([...new Set(report.differences.map(({ refusal }) => refusal.code))]).toContain(vector.code);
  });
});

test('a record whose signature was broken to keep it from being chosen again is told', async () => {
  const vector = structuredClone(read('valid/day.json'));
  const whole = sound(await audit(vector));
  const { channels } = vector.file as unknown as {
    channels: { origin: string; entries: { jws?: string; choice?: Json }[]; start: { size: number } }[];
  };
  const { origin, index } = whole.choices.at(-1)!;
  const { entries, start } = channels.find((one) => one.origin === origin)!;
  const entry = entries[index - start.size]!;
  delete entry.choice;
  const at = entry.jws!.lastIndexOf('.') + 1;
  entry.jws = `${entry.jws!.slice(0, at)}${'A'.repeat(entry.jws!.length - at)}`;
  const report = sound(await audit(vector));
  expect(report.choices).toHaveLength(whole.choices.length - 1);
  expect(report.notShown).toEqual([...whole.notShown, expect.objectContaining({ origin, index })]);
});

test('an earlier generation of a channel that is left out is told', async () => {
  const vector = structuredClone(read('valid/day.json'));
  const { channels } = vector.file as unknown as {
    channels: { origin: string; entries: Json[]; start: object; notes: string[]; before?: string }[];
  };
  const whole = sound(await audit(vector));
  const [one] = channels as [(typeof channels)[number]];
  const later = one.origin.replace(/1$/, '3');
  channels.push({ origin: later, start: { size: 0, subtrees: [] }, notes: [], entries: [] });
  const report = sound(await audit(vector));
  expect(report.absent).toEqual([...whole.absent, one.origin.replace(/1$/, '2')]);
});

describe('with files of earlier periods', () => {
  const day = read('valid/day.json');

  it('a file after itself leaves a gap, and its records were chosen before', async () => {
    const first = sound(await audit(day));
    const again = sound(await audit(day, { earlier: [first] }));
    expect(again.gaps).toEqual([{ origin: 'alpha.az.example/ru.beta/1', from: 3, until: 22 }]);
    const codes = new Set(again.differences.map(({ refusal }) => refusal.code));
    expect(codes).toEqual(new Set(['selection.first-differs', 'selection.outside-period']));
  });

  it('an earlier report stays as it was', async () => {
    const first = sound(await audit(day));
    const before = JSON.stringify([...first.groups].map(([sender, { byName }]) => [sender, [...byName]]));
    await audit(day, { earlier: [first] });
    expect(JSON.stringify([...first.groups].map(([sender, { byName }]) => [sender, [...byName]]))).toBe(before);
  });
});

describe('a file altered anywhere', { timeout: 30_000 }, () => {
  const day = read('valid/day.json');
  const carriedDay = read('valid/carried-unproved.json');

  /** Every place of a value, as names from its root. */
  function placesIn(value: Json, path: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner as Json, [...path, name]))];
  }

  function put(file: JsonObject, path: readonly string[], value: Json): JsonObject {
    const copy = JSON.parse(JSON.stringify(file)) as Record<string, unknown>;
    const last = path.at(-1);
    if (last === undefined) return value as JsonObject;
    let at: Record<string, unknown> = copy;
    for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
    at[last] = value;
    return copy as JsonObject;
  }

  const odd = fc.oneof(
    fc.jsonValue() as fc.Arbitrary<Json>,
    fc.constantFrom<Json>('\ud800', '', '0'.repeat(64), 'f'.repeat(64), -1, 2 ** 53, 1e300, [], {}, null, true),
  );

  it.each([
    ['a day', day],
    ['a day with a record of an earlier one', carriedDay],
    ['a day on which something ended', read('valid/ended.json')],
    ['a day on which something was decided', read('valid/decided.json')],
  ])('is refused, differs or holds, and throws nothing: %s', async (_, vector) => {
    const places = placesIn(vector.file).filter(([first]) => first !== 'trust');
    await fc.assert(
      fc.asyncProperty(fc.nat(), odd, fc.boolean(), async (any, value, again) => {
        const place = places[any % places.length] as readonly string[];
        const altered = { ...vector, file: put(vector.file, place, value) };
        const first = await audit(altered);
        if (again && !(first instanceof Refusal)) await audit(altered, { earlier: [first] });
      }),
      { numRuns: 150 },
    );
  });
});
