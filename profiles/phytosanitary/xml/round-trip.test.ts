import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type JsonObject } from '../../../kernel/canonical.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { formHint } from '../../../kernel/schema.ts';
import { arbitraryAnnexes, arbitraryCertificate } from '../claims/arbitrary.ts';
import { certificateSchema } from '../claims/schemas.ts';
import { spsCertificate } from './format.ts';

const valid = new Ajv2020({ strict: true, allErrors: true, keywords: [formHint] }).compile(certificateSchema);

function written(type: string, claims: JsonObject): Uint8Array {
  const bytes = spsCertificate.write(type, claims, arbitraryAnnexes);
  if (bytes instanceof Refusal) throw new Error(bytes.code);
  return bytes;
}

describe('claims through XML', () => {
  it('come back equal', () => {
    const types = fc.constantFrom('certificate', 're-export-certificate');
    fc.assert(
      fc.property(types, arbitraryCertificate, (type, claims) => {
        expect(valid(claims), JSON.stringify(valid.errors)).toBe(true);
        const reading = spsCertificate.read(written(type, claims));
        if (reading instanceof Refusal) throw new Error(`${reading.code} ${reading.path}`);
        expect(reading.type).toBe(type);
        expect(JSON.parse(canonical(reading.claims))).toEqual(claims);
        // Mandatory elements without a value are written empty, and said to be so when read again.
        expect(reading.findings.filter(({ code }) => code !== 'xml-empty')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
