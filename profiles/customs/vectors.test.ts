import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../kernel/contents.ts';
import { type Finding, languages } from '../../kernel/finding.ts';
import { formHint } from '../../kernel/schema.ts';
import { patched } from '../../kernel/testing/patched.ts';
import { judged, type RuleVector, statementOf } from '../../kernel/testing/rule-vectors.ts';
import { vectorView } from '../../kernel/testing/vector-view.ts';
import { borderFindings } from './findings/border.ts';
import { controlFindings } from './findings/control.ts';
import { manifestFindings } from './findings/manifest.ts';
import { registersFindings } from './findings/registers.ts';
import { releaseFindings } from './findings/release.ts';
import { writeOffFindings } from './findings/write-off.ts';
import { massScale } from './mass.ts';
import { customs } from './profile.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, keywords: [formHint] });
const checks = Object.fromEntries(
  Object.entries(customs.types).map(([name, { schemas }]) => [name, ajv.compile(schemas[1] as JsonObject)]),
);

const folder = new URL('vectors/', import.meta.url);
const names = (kind: string) => readdirSync(new URL(`${kind}/`, folder)).filter((name) => name.endsWith('.json'));
const jsonOf = (kind: string, name: string) => JSON.parse(readFileSync(new URL(`${kind}/${name}`, folder), 'utf8'));

function judge(vector: RuleVector): readonly Finding[] {
  const check = checks[vector.type];
  if (check === undefined) throw new Error(vector.type);
  const faults = check(vector.claims) ? [] : (check.errors ?? []).map(({ instancePath }) => instancePath);
  return judged(customs, vector, faults, vectorView(vector.view, massScale));
}

describe('valid claims', () => {
  it.each(names('valid'))('%s', (name) => {
    const vector = jsonOf('valid', name);
    const found = judge(vector);
    expect(found.filter(({ severity }) => severity === 'refuse')).toEqual([]);
    expect(found.map(({ code }) => code).sort()).toEqual([...vector.findings].sort());
  });

  const labelled = (lines: readonly ContentLine[]): readonly string[] =>
    lines.flatMap((line) => [line.label, ...('lines' in line ? labelled(line.lines) : [])]);

  it.each(names('valid'))('%s is told in words, under a number or title', (name) => {
    const { type, claims } = jsonOf('valid', name) as { type: string; claims: JsonObject };
    for (const language of languages) {
      const told = labelled(contentsOf(customs, type, 1, claims, language));
      expect(told.length).toBeGreaterThan(0);
      expect(told.filter((label) => /^[a-z]+[A-Z]?[a-z]*$/.test(label))).toEqual([]);
    }
    const { title, search } = customs.types[type]?.summary(claims) ?? { title: '', search: [] };
    expect(title.length).toBeLessThanOrEqual(200);
    expect(search.filter((word) => word === '')).toEqual([]);
  });
});

describe('refused claims', () => {
  it.each(names('refused'))('%s', (name) => {
    const { refused, path, base, patch } = jsonOf('refused', name);
    const found = judge(patched(jsonOf('valid', `${base}.json`), patch));
    expect(found).toContainEqual(expect.objectContaining({ code: refused, path, severity: 'refuse' }));
    if (refused !== 'record.bad-claims') expect(customs.findings).toHaveProperty(refused);
  });

  it('name every finding, with the valid ones', () => {
    const named = new Set([
      ...names('refused').map((name) => jsonOf('refused', name).refused),
      ...names('valid').flatMap((name) => jsonOf('valid', name).findings),
    ]);
    const codes = Object.keys({
      ...manifestFindings,
      ...controlFindings,
      ...borderFindings,
      ...releaseFindings,
      ...registersFindings,
      ...writeOffFindings,
    });
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });
});

describe('what is asked', () => {
  it('is read ahead: each row that a rule looks at is among those it names, or told by one of them', () => {
    for (const name of names('valid')) {
      const vector = jsonOf('valid', name) as RuleVector;
      const statement = statementOf(vector);
      const view = vectorView(vector.view, massScale);
      for (const rule of customs.types[vector.type]?.rules ?? []) {
        const needs = new Set(
          (rule.reads?.(statement) ?? []).map((need) =>
            'record' in need ? need.record : JSON.stringify('prefix' in need ? need.prefix : need.key),
          ),
        );
        const asked: string[] = [];
        const led = new Set<string>();
        const noted = <R>(row: string, value: R): R => {
          asked.push(row);
          return value;
        };
        rule.check(statement, {
          register(register, key) {
            const row = view.register(register, key);
            const { manifest } = (row ?? {}) as { readonly manifest?: string };
            if (manifest !== undefined) led.add(manifest);
            return noted(JSON.stringify(key), row);
          },
          list(register, prefix) {
            const rows = view.list(register, prefix);
            // A row tells of another by the ends of its key.
            for (const { key } of rows) led.add(JSON.stringify([key[0], key.at(-1)]));
            return noted(JSON.stringify(prefix), rows);
          },
          account: (ledger, key) => noted(JSON.stringify(key), view.account(ledger, key)),
          record: (id) => noted(id, view.record(id)),
          comesAfter: view.comesAfter,
          offered(ledger, id) {
            const told = view.offered(ledger, id);
            for (const { key } of told?.accounts ?? []) led.add(JSON.stringify(key));
            return noted(id, told);
          },
        });
        expect(
          asked.filter((row) => !needs.has(row) && !led.has(row)),
          `${name}: ${rule.name}`,
        ).toEqual([]);
      }
    }
  });
});
