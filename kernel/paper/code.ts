/**
 * The code printed on paper: the whole signed record where it fits, else where to ask for it (docs/protocol.md, "Code on
 * paper"). Reading one verifies nothing: it gives back the exact bytes that were signed.
 */
import { base64url, concat, fromBase64url, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { maxRecordBytes } from '../record/record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { unpackWithDictionary } from '../unpack.ts';
import { base45, fromBase45 } from './base45.ts';
import { ByteReader, varint } from './byte-reader.ts';
import { base32, fromBase32, readCheckCode } from './check-code.ts';
import { packProof, provedRecord, unpackProof } from './code-proof.ts';

/** Bytes of a code that is 45 mm wide: what is then read from a page of 150 dots an inch, tilted and blurred. */
export const smallCodeBytes = 680;
/** Bytes of the longest code, 60 mm wide, its proof in. A longer record is linked to. */
export const largeCodeBytes = 1200;

/** Characters of the largest QR code in alphanumeric mode (ISO/IEC 18004 Table 7); no text printed as one is longer. */
const maxCodeLength = 4296;
const prefix = 'SMR1:';
const kind = { record: 1, proved: 2 } as const;
const lineFeed = Uint8Array.of(0x0a);

/** A record on its way without a server: compact JWS, with tlog-proofs where there was room. Nothing is verified. */
export interface Carried {
  readonly jws: string;
  readonly proofs: readonly string[];
}

/** Where to ask for a record that does not fit, and what it must be. */
export interface CodeLink {
  /** Hex record id. */
  readonly id: string;
  readonly checkCode: string;
  /** `http://` or `https://` and host, lower case: a name that the paper states, believed by nobody. */
  readonly host: string;
}

/** A preset dictionary (RFC 1950 §2.3) of a profile. */
export interface Dictionary {
  /** First 4 bytes of the SHA-256 of its bytes, hexadecimal. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Packs with raw DEFLATE and a preset dictionary, as small as it can. */
export type Deflate = (bytes: Uint8Array, dictionary: Uint8Array) => Uint8Array;

export interface PrintedCode {
  readonly text: string;
  /** Side on paper without its quiet zone, millimetres. */
  readonly side: 45 | 60;
  readonly holds: 'record with proof' | 'record' | 'link';
}

export function dictionaryOf(text: string, crypto: Crypto): Dictionary {
  const bytes = utf8(text);
  return { id: crypto.sha256(bytes).toHex().slice(0, 8), bytes };
}

/** The code for a record whose form is right; `link` is what is printed when it does not fit. */
export function writeCode(carried: Carried, link: CodeLink, dictionary: Dictionary, deflate: Deflate): PrintedCode {
  const [header, payload, signature] = carried.jws.split('.').map((part) => fromBase64url(part));
  if (!(header instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    throw new TypeError('record was not read before');
  const packed = deflate(concat(header, lineFeed, payload), dictionary.bytes);
  const head = concat(Uint8Array.fromHex(dictionary.id), signature);
  const record = concat(Uint8Array.of(kind.record), head, packed);
  const about = provedRecord(link.id, payload);
  const proof = about && shortest(carried.proofs.map((text) => packProof(text, about)));
  const proved = proof && concat(Uint8Array.of(kind.proved), head, varint(packed.length), packed, proof);
  if (proved && proved.length <= largeCodeBytes) return recordCode(proved, 'record with proof');
  return record.length <= largeCodeBytes
    ? recordCode(record, 'record')
    : { text: linkText(link), side: 45, holds: 'link' };
}

function recordCode(bytes: Uint8Array, holds: PrintedCode['holds']): PrintedCode {
  return { text: prefix + base45(bytes), side: bytes.length <= smallCodeBytes ? 45 : 60, holds };
}

/** Begins as a printed code does, or as any link: `readCode` tells what it is. */
export function isCode(text: string): boolean {
  return text.startsWith(prefix) || /^https?:/i.test(text);
}

/**
 * What a scanned text says. `paper.not-samur` for any other text, `paper.unknown-dictionary` when it was packed with
 * one that is not at hand, `paper.malformed` for what no writer writes.
 */
export async function readCode(
  scanned: string,
  dictionaries: readonly Dictionary[],
  crypto: Crypto,
): Promise<Carried | CodeLink | Refusal> {
  const text = scanned.trim();
  if (text.length > maxCodeLength) return refuse('paper.not-samur');
  if (!text.startsWith(prefix)) return readLink(text);
  const bytes = fromBase45(text.slice(prefix.length));
  if (bytes === undefined) return refuse('paper.malformed');
  const reader = new ByteReader(bytes);
  const [sort] = reader.bytes(1);
  const id = reader.bytes(4).toHex();
  const signature = reader.bytes(64);
  const packed = sort === kind.proved ? reader.bytes(reader.varint()) : reader.rest();
  const proof = reader.rest();
  if (!reader.finished || (sort !== kind.record && sort !== kind.proved)) return refuse('paper.malformed');
  const dictionary = dictionaries.find((one) => one.id === id);
  if (dictionary === undefined) return refuse('paper.unknown-dictionary', { id });
  const unpacked = await unpackWithDictionary(packed, dictionary.bytes, maxRecordBytes);
  const split = unpacked?.indexOf(lineFeed[0]!) ?? -1;
  if (unpacked === undefined || split < 0) return refuse('paper.malformed');
  const payload = unpacked.subarray(split + 1);
  const signingInput = `${base64url(unpacked.subarray(0, split))}.${base64url(payload)}`;
  const jws = `${signingInput}.${base64url(signature)}`;
  if (sort === kind.record) return { jws, proofs: [] };
  const proved = provedRecord(crypto.sha256(utf8(signingInput)).toHex(), payload);
  const restored = proved && unpackProof(proof, proved, crypto);
  return restored === undefined ? refuse('paper.malformed') : { jws, proofs: [restored] };
}

/** In capitals, which a code holds in fewer modules; hosts do not tell them apart, nor does the path. */
export function linkText({ id, checkCode, host }: CodeLink): string {
  return `${host}/C/${base32(Uint8Array.fromHex(id))}/${checkCode}`.toUpperCase();
}

function readLink(text: string): CodeLink | Refusal {
  const [, host = '', sign = '', typed = ''] =
    /^(https?:\/\/[a-z0-9.-]{1,200}(?::[0-9]{1,5})?)\/c\/([0-9a-z]{52})\/([0-9a-z-]{12,14})$/i.exec(text) ?? [];
  const id = fromBase32(sign.toUpperCase());
  const checkCode = readCheckCode(typed);
  if (id?.length !== 32 || checkCode === undefined) return refuse('paper.not-samur');
  return { id: id.toHex(), checkCode, host: host.toLowerCase() };
}

function shortest(all: readonly (Uint8Array | undefined)[]): Uint8Array | undefined {
  return all.filter((one) => one !== undefined).toSorted((a, b) => a.length - b.length)[0];
}
