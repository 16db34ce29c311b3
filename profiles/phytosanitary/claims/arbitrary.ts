/** Claims for property tests, generated from the schema itself. */
import fc from 'fast-check';
import { fromBase64 } from '../../../kernel/bytes.ts';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { portableCrypto } from '../../../kernel/crypto-portable.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { certificateSchema } from './schemas.ts';

const words = fc.constantFrom(
  'Şəmkir',
  'ğöçıİü',
  'Томаты',
  'и ещё',
  'a<b',
  'x&y',
  'say "yes"',
  "it's",
  ']]>',
  '&amp;',
  '<!--',
  '😀',
  '№ 5',
  '0',
  'null.',
  '東',
);
const token = fc.array(words, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));
const text = fc.tuple(token, fc.constantFrom('', '\n', '\t', '  '), token).map((parts) => parts.join('').trim());

const png = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
if (png instanceof Refusal) throw new Error('the picture is not base64');
const digest = portableCrypto.sha256(png).toHex();

/** Annexes that generated claims name. */
export const arbitraryAnnexes: ReadonlyMap<string, Uint8Array> = new Map([[digest, png]]);

/** By pattern: texts and tokens are recognised by their beginning, the others stand here. */
const byPattern: Readonly<Record<string, readonly string[]>> = {
  '^[A-Z]{2}$': ['AZ', 'RU', 'GE', 'KZ', 'TR'],
  '^[A-Z0-9]{1,3}$': ['KGM', 'TNE', 'GRM', 'MTQ', 'CEL', 'HUR'],
  '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$': ['0', '1', '18000', '18000.50', '0.000001', '99999999999999.999999'],
  '^-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$': ['0', '-18.5', '100', '0.5'],
  '^(0|[1-9][0-9]{0,13})$': ['0', '1', '3000', '99999999999999'],
  '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$': ['az', 'ru', 'en', 'la', 'az-Latn'],
  '^[1-9]$': ['1', '2', '3', '9'],
  '^[1-5]$': ['1', '2', '4', '5'],
  '^[0-9A-Z]{2}$': ['BX', 'CT', 'PX', '4G', '43'],
  '^[0-9A-Z]{1,3}$': ['851', '657', '380', '861'],
  '^[A-Z]{2,3}$': ['AWR', 'ZZZ', 'BM'],
  '^([1-9]|10)$': ['1', '4', '10'],
  '^([1-9]|[1-9][0-9]|10[01]|ZZZ)$': ['16', '74', '101', 'ZZZ'],
  '^TT(L1|L2|CH|TM|CO|AI|FT)$': ['TTL1', 'TTL2', 'TTCH', 'TTTM', 'TTCO', 'TTAI', 'TTFT'],
  '^(1|35|39|40|41|42|44|47|55|64|97|99|122|124|146)$': ['39', '40', '47'],
  '^[a-z]+/[a-z0-9.+-]{1,80}$': ['image/png'],
  '^[0-9a-f]{64}$': [digest],
  '^[0-9A-Za-z][0-9A-Za-z./_-]{0,59}$': ['AZ-G-0042', 'x', '0.a/b_c'],
  '^[0-9A-Z]{5,7}$': ['LYPES', 'TOBRFV', '1GRMNV0'],
  '^[0-9]{4}(-[0-9]{2})?$': ['2026', '2026-27'],
  '^[a-z]{2}\\.[a-z0-9.-]+$': ['az.afsa', 'ge.nfa'],
  '^(GRM|KGM|TNE|H87)$': ['GRM', 'KGM', 'TNE', 'H87'],
  '^(GRM|KGM|TNE)$': ['GRM', 'KGM', 'TNE'],
};

const moments = ['2026-11-10', '2026-11-10T09:30:00', '2026-11-10T09:30:00.125+04:00', '2024-02-29T23:59:59Z'];

interface Node {
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly minItems?: number;
  readonly minProperties?: number;
}

function strings(node: Node): fc.Arbitrary<Json> {
  const pattern = node.pattern ?? '';
  const listed = byPattern[pattern];
  if (listed !== undefined) return fc.constantFrom(...listed);
  if (pattern.startsWith('^[0-9]{4}-')) return fc.constantFrom(...moments);
  if (!pattern.startsWith('^(?![Nn]')) throw new Error(`no generator for ${pattern}`);
  const shape = pattern.endsWith(')*$') ? token : text;
  return shape.map((value) => [...value].slice(0, node.maxLength).join('').trim());
}

function arbitraryOf(node: Node, depth: number): fc.Arbitrary<Json> {
  if (node.type === 'string') return strings(node);
  if (node.type === 'integer') return fc.integer({ min: 1, max: 99999 });
  if (node.type === 'boolean') return fc.boolean();
  if (node.type === 'array' && node.items !== undefined) {
    return fc.array(arbitraryOf(node.items, depth + 1), { minLength: node.minItems ?? 0, maxLength: 2 });
  }
  const required = node.required ?? [];
  const members = Object.entries(node.properties ?? {}).filter(([name]) => name !== 'unmapped');
  const record = Object.fromEntries(members.map(([name, inner]) => [name, arbitraryOf(inner, depth + 1)]));
  return fc
    .tuple(fc.record(record), fc.array(fc.nat({ max: depth < 2 ? 1 : 3 }), { minLength: 64, maxLength: 64 }))
    .map(([whole, draws]): JsonObject => {
      const names = Object.keys(whole);
      const kept = names.filter((name, index) => required.includes(name) || draws[index % 64] === 0);
      if (kept.length < (node.minProperties ?? 0)) kept.push(names[(draws[0] ?? 0) % names.length] as string);
      // A code list without the subject it lists says nothing.
      const sense = kept.filter((name) => name !== 'list' || kept.includes('subject') || kept.includes('code'));
      if (sense.length === 0) sense.push(names[0] as string);
      return Object.fromEntries(sense.map((name) => [name, whole[name] as Json]));
    });
}

/** Valid claims of a certificate, with every member of the schema present in some of them. */
export const arbitraryCertificate = arbitraryOf(certificateSchema as unknown as Node, 0) as fc.Arbitrary<JsonObject>;
