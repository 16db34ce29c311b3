/**
 * What a PDF carries: the record and its proofs among the embedded files (ISO 32000-2 §7.11.4). No PDF reader: it looks
 * for stream objects that say they are embedded files, which stay as they are when other programs save the file again.
 * Whatever it finds is judged by its signature, so that a file which is no PDF at all can only hide a record, not forge one.
 */
import { fromUtf8 } from '../bytes.ts';
import { parseTlogProof } from '../log/tlog-proof.ts';
import { maxRecordBytes } from '../record/record.ts';
import { Refusal, refuse } from '../refusal.ts';
import { unpack } from '../unpack.ts';
import type { Carried } from './code.ts';

export const maxPdfBytes = 32 * 1024 * 1024;
const maxFiles = 64;
const maxFileBytes = 1024 * 1024;
/** Bytes in which an object's beginning and its stream are looked for, around the word that it is an embedded file. */
const maxDictionary = 4096;

const compactJws = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** Begins as a PDF does; readers let other bytes stand before it. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * `paper.no-record` for anything without a record; `paper.malformed` for a file with two, of which nobody could tell the
 * one that was printed; `input.too-large` beyond 32 MiB. Nothing is verified.
 */
export async function carriedInPdf(bytes: Uint8Array): Promise<Carried | Refusal> {
  if (bytes.length > maxPdfBytes) return refuse('input.too-large', { limit: maxPdfBytes });
  if (!isPdf(bytes)) return refuse('paper.no-record');
  const records = new Set<string>();
  const proofs = new Set<string>();
  for (const stream of embeddedStreams(bytes)) {
    const file = await contentOf(stream);
    const text = file && fromUtf8(file);
    if (text === undefined || text instanceof Refusal) continue;
    const trimmed = text.trim();
    if (trimmed.length <= maxRecordBytes && compactJws.test(trimmed)) records.add(trimmed);
    else if (!(parseTlogProof(text) instanceof Refusal)) proofs.add(text);
  }
  const [jws] = records;
  if (jws === undefined) return refuse('paper.no-record');
  return records.size > 1 ? refuse('paper.malformed') : { jws, proofs: [...proofs] };
}

interface EmbeddedStream {
  readonly isPacked: boolean;
  /** What the bytes may be: the length is stated elsewhere, or a line end may belong to them or not. */
  readonly readings: readonly Uint8Array[];
}

function* embeddedStreams(bytes: Uint8Array): Generator<EmbeddedStream> {
  const text = latin(bytes);
  let left = maxFiles;
  for (const { index } of text.matchAll(/\/Type\s*\/EmbeddedFile(?![A-Za-z0-9])/g)) {
    if (left-- === 0) return;
    const before = text.slice(Math.max(0, index - maxDictionary), index);
    const after = text.slice(index, index + maxDictionary);
    const [keyword] = /\bstream\r?\n/.exec(after) ?? [];
    if (keyword === undefined) continue;
    const start = index + after.indexOf(keyword) + keyword.length;
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1) + after.slice(0, after.indexOf(keyword));
    const [, list, name] = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/.exec(dictionary) ?? [];
    const filter = (list ?? name ?? '').trim();
    const isPlainForm = filter === '' || filter === '/FlateDecode';
    if (dictionary.includes('endobj') || !isPlainForm || /\/DecodeParms/.test(dictionary)) continue;
    yield { isPacked: filter !== '', readings: readingsOf(bytes, text, start, dictionary) };
  }
}

function readingsOf(bytes: Uint8Array, text: string, start: number, dictionary: string): Uint8Array[] {
  const stated = statedLength(text, dictionary);
  const found = text.slice(start, start + maxFileBytes + 16).indexOf('endstream');
  const [lineEnd = ''] = found < 0 ? [] : (/\r?\n$|\r$/.exec(text.slice(start, start + found).slice(-2)) ?? []);
  const ends = found < 0 ? [stated] : [stated, found - lineEnd.length, found];
  return ends.filter((end) => end <= maxFileBytes).map((end) => bytes.subarray(start, start + end));
}

/** In the dictionary, or in the object that it names. NaN when neither is found. */
function statedLength(text: string, dictionary: string): number {
  const [, number = '', generation] = /\/Length\s+(\d{1,8})(?:\s+(\d{1,5})\s+R)?/.exec(dictionary) ?? [];
  if (number !== '' && generation === undefined) return Number(number);
  const named = `\n${number} ${generation} obj`;
  const at = generation === undefined ? -1 : text.indexOf(named);
  if (at < 0) return Number.NaN;
  const after = text.slice(at + named.length, at + named.length + 100);
  return Number(/^\s+(\d{1,8})\s/.exec(after)?.[1] ?? Number.NaN);
}

async function contentOf({ isPacked, readings }: EmbeddedStream): Promise<Uint8Array | undefined> {
  if (!isPacked) return readings[0];
  for (const reading of readings) {
    const content = await unpack('deflate', reading, maxFileBytes);
    if (content !== undefined) return content;
  }
  return undefined;
}

/** One character for each byte; those of ASCII as they are. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252', { fatal: false, ignoreBOM: true }).decode(bytes);
}
