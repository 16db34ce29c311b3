/**
 * The check code printed beside a record's number: 60 bits that whoever holds the record can compute, and nobody else.
 * Ids stand in public logs; the nonce stands in the record alone (docs/protocol.md, "Check code").
 */
import { concat, fromBase64url, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import type { UncheckedRecord } from '../record/record.ts';
import { Refusal } from '../refusal.ts';

/** Crockford's base 32: no I, L, O, U. */
export const base32Signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const domain = utf8('samur check code v1\n');
const length = 12;

/** `K7QM-2D4X-9RWA`. */
export function checkCode(record: Pick<UncheckedRecord, 'id' | 'payload'>, crypto: Crypto): string {
  const nonce = fromBase64url(record.payload.samur.nonce);
  if (nonce instanceof Refusal) throw new TypeError('nonce was not read by the payload schema');
  const digest = crypto.sha256(concat(domain, Uint8Array.fromHex(record.id), nonce));
  return grouped(base32(digest).slice(0, length));
}

/** Letters of the keyboards of the corridor that look like a sign, or are written for one. */
const alike = new Map(['OО0', 'IİL1', ...'АA ВB ЕE КK МM НH РP СC ТT УY ХX'.split(' ')].flatMap(readAs));

function readAs(letters: string): [string, string][] {
  const signs = [...letters];
  return signs.map((letter) => [letter, signs.at(-1)!]);
}

/**
 * As a person may type it: any case, spaces or hyphens anywhere, O for 0, I and L for 1, Cyrillic letters for Latin ones
 * of the same look. Undefined when it is none.
 */
export function readCheckCode(typed: string): string | undefined {
  const bare = [...typed.replace(/[\s\-‐-―]/gu, '')];
  const signs = bare.map((sign) => alike.get(sign.toUpperCase()) ?? sign.toUpperCase());
  const good = signs.length === length && signs.every((sign) => sign.length === 1 && base32Signs.includes(sign));
  return good ? grouped(signs.join('')) : undefined;
}

function grouped(signs: string): string {
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** Most significant bits first, the last sign filled with zero bits. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += base32Signs[(held >> (bits - 5)) & 31]!;
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + base32Signs[(held << (5 - bits)) & 31]!;
}

/** Undefined for a text that is not the base 32 of whole bytes. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let to = 0;
  for (const sign of text) {
    const value = base32Signs.indexOf(sign);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bytes[to++] = (held >> (bits - 8)) & 255;
      bits -= 8;
    }
    held &= (1 << bits) - 1;
  }
  return base32(bytes) === text ? bytes : undefined;
}
