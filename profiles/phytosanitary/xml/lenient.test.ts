import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../kernel/canonical.ts';
import { portableCrypto } from '../../../kernel/crypto-portable.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { formHint } from '../../../kernel/schema.ts';
import { arbitraryAnnexes, arbitraryCertificate } from '../claims/arbitrary.ts';
import { certificateSchema } from '../claims/schemas.ts';
import { spsCertificate } from './format.ts';

const valid = new Ajv2020({ strict: true, allErrors: true, keywords: [formHint] }).compile(certificateSchema);

const values = fc.constantFrom(
  '',
  'NULL',
  ' \n ',
  '02/03/2026',
  '-1',
  '1e9',
  '0',
  '99999999999999999999',
  '&#13;',
  '\u007f',
  'xyz',
);

/** Damage to a document that leaves it well-formed: other values, emptied or doubled elements, strange attributes. */
const damage = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('value', 'empty', 'double', 'drop', 'attribute', 'rename', 'swap'), values),
  { minLength: 1, maxLength: 6 },
);

function damaged(xml: string, turn: number, at: number, how: string, value: string): string {
  const leaves = [...xml.matchAll(/<(ram|udt):(\w+)([^<>]*)>([^<]*)<\/\1:\2>/g)];
  const leaf = leaves[at % Math.max(1, leaves.length)];
  if (leaf === undefined) return xml;
  const [whole, prefix, name, attributes] = leaf;
  const tag = `${prefix}:${name}`;
  const replacement = {
    value: `<${tag}${attributes}>${value}</${tag}>`,
    empty: `<${tag}/>`,
    double: whole + whole,
    drop: '',
    attribute: whole.replace(`<${tag}`, `<${tag} odd${turn}="${value}"`),
    rename: `<ram:Strange>${value}</ram:Strange>`,
    swap: `<ram:Strange/>${whole}`,
  }[how];
  return xml.slice(0, leaf.index) + replacement + xml.slice(leaf.index + whole.length);
}

describe('damaged documents', () => {
  it('give valid claims or a refusal that names the element', () => {
    let readings = 0;
    fc.assert(
      fc.property(arbitraryCertificate, damage, (claims, changes) => {
        const bytes = spsCertificate.write('certificate', claims, arbitraryAnnexes);
        if (bytes instanceof Refusal) throw new Error(bytes.code);
        let xml = new TextDecoder().decode(bytes);
        for (const [turn, [at, how, value]] of changes.entries()) xml = damaged(xml, turn, at, how, value);
        const reading = spsCertificate.read(new TextEncoder().encode(xml));
        if (reading instanceof Refusal) {
          expect(['xml.missing-element', 'xml.bad-value']).toContain(reading.code);
          expect(reading.path).toMatch(/^\/SPSCertificate\//);
          return;
        }
        readings++;
        canonical(reading.claims);
        expect(valid(reading.claims), JSON.stringify(valid.errors)).toBe(true);
        const annexes = new Map(reading.annexes.map(({ bytes }) => [portableCrypto.sha256(bytes).toHex(), bytes]));
        const again = spsCertificate.write(reading.type, reading.claims, annexes);
        if (again instanceof Refusal) throw new Error(again.code);
        const second = spsCertificate.read(again);
        const { unmapped: _, ...mapped } = reading.claims;
        expect(second instanceof Refusal ? second : second.claims).toEqual(mapped);
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(readings).toBeGreaterThan(50);
  }, 60_000);
});
