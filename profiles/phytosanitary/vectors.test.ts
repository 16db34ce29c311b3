import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formHint } from '../../kernel/schema.ts';
import { patched } from '../../kernel/testing/patched.ts';
import { judged, type RuleVector } from '../../kernel/testing/rule-vectors.ts';
import { certificateSchema } from './claims/schemas.ts';
import { phytosanitary } from './profile.ts';
import { massView } from './testing/mass-view.ts';
import { spsCertificate } from './xml/format.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, keywords: [formHint] });
const checks = Object.fromEntries(
  Object.entries(phytosanitary.types).map(([name, { schemas }]) => [name, ajv.compile(schemas[1] as JsonObject)]),
);
const validCertificate = ajv.compile(certificateSchema);

const folder = new URL('vectors/', import.meta.url);
const names = (kind: string, ending: string) =>
  readdirSync(new URL(`${kind}/`, folder)).filter((name) => name.endsWith(ending));
const bytesOf = (kind: string, name: string) => readFileSync(new URL(`${kind}/${name}`, folder));
const jsonOf = (kind: string, name: string) => JSON.parse(bytesOf(kind, name).toString('utf8'));

function judge(vector: RuleVector): readonly Finding[] {
  const check = checks[vector.type];
  if (check === undefined) throw new Error(vector.type);
  const faults = check(vector.claims) ? [] : (check.errors ?? []).map(({ instancePath }) => instancePath);
  return judged(phytosanitary, vector, faults, massView(vector.view));
}

describe('valid claims', () => {
  it.each(names('valid', '.json'))('%s', (name) => {
    const vector = jsonOf('valid', name);
    const found = judge(vector);
    expect(found.filter(({ severity }) => severity === 'refuse')).toEqual([]);
    // What warns or informs, where a vector says so.
    if (vector.findings !== undefined) expect(found.map(({ code }) => code).sort()).toEqual(vector.findings.sort());
  });
});

describe('refused claims', () => {
  it.each(names('refused', '.json'))('%s', (name) => {
    const { refused, path, base, patch } = jsonOf('refused', name);
    const found = judge(patched(jsonOf('valid', `${base}.json`), patch));
    expect(found).toContainEqual(expect.objectContaining({ code: refused, path, severity: 'refuse' }));
    if (refused !== 'record.bad-claims') expect(phytosanitary.findings).toHaveProperty(refused);
  });

  it('name every finding', () => {
    const named = new Set([
      ...names('refused', '.json').map((name) => jsonOf('refused', name).refused),
      ...names('valid', '.json').flatMap((name) => jsonOf('valid', name).findings ?? []),
    ]);
    const warnings = [
      'net-weight-missing',
      'treatment-after-issue',
      'issue-date-ahead',
      'replacement-not-linked',
      'origin-country-missing',
      'container-check-digit',
      'content-unmapped',
      'laboratory-result-awaited',
    ];
    const codes = Object.keys(phytosanitary.findings).filter((code) => !code.startsWith('xml-'));
    expect(codes.filter((code) => !named.has(code) && !warnings.includes(code))).toEqual([]);
  });
});

describe('documents', () => {
  it.each(names('valid', '.xml'))('%s', (name) => {
    const bytes = bytesOf('valid', name);
    const stated = /^<!-- findings: (.*?) -->/.exec(bytes.toString('utf8'))?.[1]?.split(' ') ?? [];
    const reading = spsCertificate.read(bytes);
    if (reading instanceof Refusal) throw new Error(`${reading.code} ${reading.path}`);
    expect(reading.findings.map(({ code }) => code).sort()).toEqual(stated.filter((code) => code !== 'none').sort());
    expect(validCertificate(reading.claims), JSON.stringify(validCertificate.errors)).toBe(true);
    const written = spsCertificate.write(reading.type, reading.claims, new Map());
    if (written instanceof Refusal) throw new Error(written.code);
    const again = spsCertificate.read(written);
    const { unmapped: _, ...mapped } = reading.claims;
    expect(again instanceof Refusal ? again : again.claims).toEqual(mapped);
  });

  it.each(names('refused', '.xml'))('%s', (name) => {
    const bytes = bytesOf('refused', name);
    const [, code, path] = /^<!-- refused: (\S+) ?(\S*) -->/.exec(bytes.toString('utf8')) ?? [];
    const reading = spsCertificate.read(bytes);
    if (!(reading instanceof Refusal)) throw new Error('it was read');
    expect({ code: reading.code, path: reading.path }).toEqual({ code, path });
  });
});
