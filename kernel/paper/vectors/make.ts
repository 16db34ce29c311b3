/**
 * Every vector of this folder, by its path. DEFLATE has many right outputs, so that a text written again may differ from
 * the file: what a text is read as may not.
 */
import { concat, utf8 } from '../../bytes.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import type { RefusalCode } from '../../refusal.ts';
import { base45, fromBase45 } from '../base45.ts';
import { checkCode } from '../check-code.ts';
import { type CodeLink, type Deflate, type Dictionary, dictionaryOf, writeCode } from '../code.ts';
import { recordDictionary } from '../dictionaries.ts';
import { payloadOf, proofOf, type Sample, sampleOf, sender } from './sample.ts';

export interface Vector {
  readonly about: string;
  /** As scanned. */
  readonly text: string;
  /** Texts of the dictionaries at hand. */
  readonly dictionaries: readonly string[];
}
/** What the text says: a record with its check code, or a link. */
export interface Valid extends Vector {
  readonly jws?: string;
  readonly proofs?: readonly string[];
  readonly id: string;
  readonly checkCode: string;
  readonly host?: string;
}
export interface Refused extends Vector {
  readonly code: RefusalCode;
}

const nonce = Uint8Array.from({ length: 16 }, (_, at) => at);
const claims = { load: '120', number: 'Ə-17 «Самур»', receiver: 'ru.post' };
const base = dictionaryOf(recordDictionary, crypto);
const ownText = '"load":"","number":"","receiver":"ru.post"';
const host = `https://${sender.domain}`;

function linkTo({ id, payload }: Sample): CodeLink {
  return { id, checkCode: checkCode({ id, payload }, crypto), host };
}

const written = (sample: Sample, proofs: readonly string[], dictionary: Dictionary, deflate: Deflate) =>
  writeCode({ jws: sample.jws, proofs }, linkTo(sample), dictionary, deflate).text;

function parted(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase45(text.slice(5));
  if (bytes === undefined) throw new Error(text);
  return bytes;
}

const code = (...parts: readonly Uint8Array[]) => `SMR1:${base45(concat(...parts))}`;

async function valid(deflate: Deflate): Promise<Record<string, Valid>> {
  const own = dictionaryOf(ownText, crypto);
  const entry = (about: string, sample: Sample, dictionary: Dictionary, proofs: readonly string[] = []): Valid => ({
    about,
    text: written(sample, proofs, dictionary, deflate),
    dictionaries: dictionary === base ? [recordDictionary] : [recordDictionary, ownText],
    jws: sample.jws,
    proofs,
    id: sample.id,
    checkCode: linkTo(sample).checkCode,
  });
  const plain = await sampleOf(payloadOf(claims, nonce));
  const other = await sampleOf(payloadOf(claims, nonce.toReversed()), 'ES256');
  const long = await sampleOf(payloadOf({ ...claims, note: crypto.sha256(nonce).toHex().repeat(40) + 'x' }, nonce));
  const linked = await sampleOf(payloadOf({ ...claims, notes: noise(60) }, nonce));
  const { id, checkCode: typed } = linkTo(linked);
  const link = { dictionaries: [], id, checkCode: typed, host };
  const text = written(linked, [], base, deflate);
  return {
    record: entry('a record alone', plain, base),
    es256: entry('signed with P-256', other, base),
    repeating: entry('a long record that packs well', long, base),
    'own-dictionary': entry('packed with the second of two dictionaries', plain, own),
    proof: entry('with its proof', plain, base, [await proofOf(plain.id, 5, 12)]),
    'proof-only-entry': entry('with the proof of a log that has one entry', plain, base, [await proofOf(plain.id, 0, 1)]),
    'proof-third-generation': entry('with the proof of a long log, third generation', plain, base, [
      await proofOf(plain.id, 1023, 1024, 3),
    ]),
    link: { about: 'too long for a code: a link', text, ...link },
    'white-space': { ...entry('white space around it', plain, base), text: ` ${written(plain, [], base, deflate)}\r\n` },
    'link-small-letters': { about: 'a link as a browser shows it', text: text.toLowerCase(), ...link },
  };
}

function noise(count: number): string[] {
  return Array.from({ length: count }, (_, at) => crypto.sha256(Uint8Array.of(at)).toHex());
}

async function refused(deflate: Deflate): Promise<Record<string, Refused>> {
  const sample = await sampleOf(payloadOf(claims, nonce));
  const proof = await proofOf(sample.id, 5, 12);
  const text = written(sample, [], base, deflate);
  const bytes = parted(text);
  const proved = parted(written(sample, [proof], base, deflate));
  const head = bytes.slice(0, 69);
  const packed = bytes.slice(69);
  const zeros = deflate(new Uint8Array(400_000), base.bytes);
  const start = proved.length - 32 * 4 - 4 - 64 - 1 - 15 - 4 - 72 - 5;
  const link = written(await sampleOf(payloadOf({ ...claims, notes: noise(60) }, nonce)), [], base, deflate);
  const bad = (about: string, scanned: string, reason: RefusalCode = 'paper.malformed'): Refused => ({
    about,
    text: scanned,
    dictionaries: [recordDictionary],
    code: reason,
  });
  return {
    'other-text': bad('another text', 'https://post.az.example/', 'paper.not-samur'),
    'other-prefix': bad('version 2', text.replace('SMR1', 'SMR2'), 'paper.not-samur'),
    'small-letters': bad('prefix in small letters', text.replace('SMR1', 'smr1'), 'paper.not-samur'),
    'too-long': bad('longer than any QR code', `SMR1:${'0'.repeat(5000)}`, 'paper.not-samur'),
    'link-id-short': bad('a link with 51 signs', link.replace(/\/C\/./, '/C/'), 'paper.not-samur'),
    'link-id-spare-bits': bad('the last sign of the id has bits beyond 256', spareBits(link), 'paper.not-samur'),
    'link-host': bad('a Cyrillic letter in the host', link.replace('.AZ', '.\u0410Z'), 'paper.not-samur'),
    'link-longer': bad('more after the check code', `${link}/`, 'paper.not-samur'),
    'link-check-code': bad('U is no sign of a check code', link.replace(/-[^-]*$/, '-UUUU'), 'paper.not-samur'),
    'unknown-dictionary': {
      ...bad('packed with a dictionary not at hand', text, 'paper.unknown-dictionary'),
      dictionaries: [ownText],
    },
    empty: bad('nothing after the prefix', 'SMR1:'),
    'base45-character': bad('a small letter', `${text.slice(0, 20)}a${text.slice(21)}`),
    'base45-length': bad('a sign too many', `${text.slice(0, 5 + 3 * Math.floor((text.length - 5) / 3))}0`),
    'base45-overflow': bad('three signs above 65,535', `SMR1::::${text.slice(8)}`),
    'kind-0': bad('kind 0', code(Uint8Array.of(0), bytes.slice(1))),
    'kind-3': bad('kind 3', code(Uint8Array.of(3), bytes.slice(1))),
    'head-short': bad('ends within the signature', code(bytes.slice(0, 60))),
    'packed-short': bad('ends within the DEFLATE stream', code(bytes.slice(0, -4))),
    'packed-none': bad('no DEFLATE stream', code(head)),
    'packed-trailing': bad('bytes after the DEFLATE stream', code(bytes, Uint8Array.of(0, 0, 0))),
    'packed-other': bad('block of a type that is none', code(head, Uint8Array.of(7), packed)),
    'no-line-feed': bad('no line feed in what was packed', code(head, deflate(utf8('{}'), base.bytes))),
    bomb: bad('unpacks to 400,000 bytes', code(head, zeros)),
    'length-beyond-end': bad('length of the packed bytes beyond the end', code(Uint8Array.of(2), head.slice(1), Uint8Array.of(0xff, 0x7f), packed)),
    'length-huge': bad('length above 2^53', code(Uint8Array.of(2), head.slice(1), new Uint8Array(9).fill(0xff), packed)),
    'length-padded': bad('length with a zero byte too many', code(...padded(proved))),
    'proof-short': bad('ends within the proof', code(proved.slice(0, -1))),
    'proof-trailing': bad('bytes after the proof', code(proved, Uint8Array.of(0))),
    'proof-none': bad('kind 2 without a proof', code(proved.slice(0, start))),
    'proof-mirror': bad("a space in the mirror's name", code(proved.with(-80, 0x20))),
    'proof-recipient': bad('place of a recipient that the record has not', code(proved.with(start, 2))),
    'proof-generation-0': bad('generation 0', code(proved.with(start + 1, 0))),
    'proof-index': bad('index not below the size', code(proved.with(start + 2, 12))),
    'proof-hashes': bad('fewer hashes than the path has', code(proved.with(start + 4, 3))),
  };
}

/** The length of the packed bytes takes two bytes; a third says nothing. */
function padded(proved: Uint8Array): Uint8Array[] {
  return [proved.slice(0, 70), proved.slice(70, 71).map((byte) => byte | 128), Uint8Array.of(0), proved.slice(71)];
}

function spareBits(link: string): string {
  return link.replace(/(\/C\/.{51})(.)/, '$1Z');
}

export async function vectorFiles(deflate: Deflate): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [folder, vectors] of [
    ['valid', await valid(deflate)],
    ['refused', await refused(deflate)],
  ] as const)
    for (const [name, vector] of Object.entries(vectors))
      files.set(`${folder}/${name}.json`, `${JSON.stringify(vector, null, 1)}\n`);
  return files;
}
