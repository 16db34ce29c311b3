import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { utf8 } from '../bytes.ts';
import type { JsonObject } from '../canonical.ts';
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
    const { withoutEffect = 0 } = vector.expect!;
    const { verdict, draws, rerouted = 0, notShown = 0, unproved = 0, moved = 0, absent = [] } = vector.expect!;
    for (const crypto of [nodeCrypto, portableCrypto]) {
      const report = sound(await audit(vector, { crypto }));
      expect(report.differences).toEqual([]);
      expect(report.verdict).toBe(verdict);
      if (draws) expect(report.choices.map(({ id, draw, choice }) => ({ id, draw, ...choice }))).toEqual(draws);
      const counts = [report.rerouted, report.notShown, report.unproved, report.moved].map(({ length }) => length);
      expect(counts).toEqual([rerouted, notShown, unproved, moved]);
      expect(report.withoutEffect).toHaveLength(withoutEffect);
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

describe('with files of earlier periods', () => {
  const day = read('valid/day.json');

  it('a file after itself leaves a gap, and its records were chosen before', async () => {
    const first = sound(await audit(day));
    const again = sound(await audit(day, { earlier: [first] }));
    expect(again.gaps).toEqual([{ origin: 'alpha.az.example/ru.beta/1', from: 3, until: 22 }]);
    expect(new Set(again.differences.map(({ refusal }) => refusal.code))).toContain('selection.first-differs');
  });

  it('an earlier report stays as it was', async () => {
    const first = sound(await audit(day));
    const before = JSON.stringify([...first.groups].map(([sender, { byName }]) => [sender, [...byName]]));
    await audit(day, { earlier: [first] });
    expect(JSON.stringify([...first.groups].map(([sender, { byName }]) => [sender, [...byName]]))).toBe(before);
  });
});
