/**
 * Printed codes of the season's certificates, each in the envelope that a server gives it: how many bytes they take, how
 * many fit, with the proof of a small and of a large log and without, how fast they are written and read.
 */
import { createHash } from 'node:crypto';
import { base64url, concat, uint64 } from '../kernel/bytes.ts';
import { loadCatalogue } from '../kernel/catalogue.ts';
import { mirrorName, originOf } from '../kernel/exchange/names.ts';
import { formatCheckpoint } from '../kernel/log/checkpoint.ts';
import { formatNote } from '../kernel/log/note.ts';
import { formatTlogProof } from '../kernel/log/tlog-proof.ts';
import { checkCode } from '../kernel/paper/check-code.ts';
import { largeCodeBytes, type PrintedCode, readCode, smallCodeBytes, writeCode } from '../kernel/paper/code.ts';
import { dictionariesOf, dictionaryFor } from '../kernel/paper/dictionaries.ts';
import type { Payload } from '../kernel/record/payload.ts';
import { draftRecord } from '../kernel/record/record.ts';
import { Refusal } from '../kernel/refusal.ts';
import { didOf } from '../kernel/trust/institution.ts';
import { phytosanitary } from '../profiles/phytosanitary/profile.ts';
import { nodeCrypto as crypto } from '../server/crypto-node.ts';
import { codeImage } from '../server/paper/code-image.ts';
import { deflate } from '../server/paper/printed-code.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { sound } from './institution.ts';
import { against, argument, perSecond, quantile } from './measure.ts';
import { certificate, numberOf } from './season/claims.ts';
import { dayMs, firstDay } from './season/figures.ts';
import { type Lot, planYear } from './season/plan.ts';

/** Heights of logs: of a year, of some years. */
const heights = [14, 16] as const;
const bar = 0.9;
const sender = { id: 'az.afsa', domain: 'afsa.gov.az' };
const recipient = { id: 'ru.fsvps', domain: 'fsvps.gov.ru' };
const did = didOf(sender);

/** Bytes that no packing makes fewer, the same in every run. */
function noise(name: string, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${name} ${at}`).digest(),
  );
  return concat(...blocks).slice(0, length);
}

function payloadOf(lot: Lot): Payload {
  const named = (what: string, length: number) => noise(`${what} ${lot.index}`, length);
  const result = named('result', 32).toHex();
  const replaces = lot.earlier === 'replaced' && { replaces: numberOf(lot, 'E') };
  return {
    issuerDid: did,
    time: firstDay + lot.day * dayMs + 32_400_000 + (lot.index % 1000),
    claims: certificate(lot, {
      day: lot.day,
      number: numberOf(lot),
      conveyance: lot.conveyance,
      result,
      ...replaces,
    }),
    samur: {
      ...(replaces && { about: { after: [], id: named('about', 32).toHex() } }),
      annexes: [],
      basis: [
        { origin: originOf(recipient, sender.id, 1), root: named('basis', 32).toHex(), size: 20_000 + lot.index },
      ],
      issuer: sender.id,
      nonce: base64url(named('nonce', 16)),
      profile: 'phytosanitary',
      to: [recipient.id],
      trust: { AZ: 12, RU: 9, terms: 3 },
      type: 'certificate',
      version: 1,
    },
    status: {
      list: `https://${sender.domain}/status/${sender.id}/1`,
      index: Number(named('index', 3).reduce((sum, byte) => sum * 256 + byte, 0)) % 131_072,
    },
  };
}

function proofOf(index: number, hashes: number): string {
  const origin = originOf(sender, recipient.id, 1);
  const size = 2 ** hashes;
  const signature = (name: string, bytes: Uint8Array) => ({ name, keyId: noise(name, 4), bytes });
  const stamp = concat(uint64(firstDay / 1000 + index), noise(`cosigned ${index}`, 64));
  return formatTlogProof({
    index,
    proof: Array.from({ length: hashes }, (_, at) => noise(`node ${index} ${at}`, 32)),
    note: formatNote({
      text: formatCheckpoint({ origin, size, root: noise(`root ${index}`, 32) }),
      signatures: [signature(origin, noise(`signed ${index}`, 64)), signature(mirrorName(recipient), stamp)],
    }),
  });
}

const catalogue = sound(loadCatalogue([phytosanitary], compileSchema));
const dictionary = dictionaryFor(phytosanitary, crypto);
const dictionaries = dictionariesOf(catalogue, crypto);
const kid = base64url(noise('key', 32));
const year = planYear(argument('seed', 2026), argument('share', 0.25));
const made = year.lots.map((lot) => {
  const payload = payloadOf(lot);
  const { id, signingInput } = sound(draftRecord(payload, kid, 'EdDSA', crypto));
  const jws = `${signingInput}.${base64url(noise(`signature ${id}`, 64))}`;
  const link = { id, checkCode: checkCode({ id, payload }, crypto), host: `https://${sender.domain}` };
  return { jws, link };
});

const written = (hashes?: number): PrintedCode[] =>
  made.map(({ jws, link }, index) =>
    writeCode({ jws, proofs: hashes === undefined ? [] : [proofOf(index, hashes)] }, link, dictionary, deflate),
  );
const share = (codes: readonly PrintedCode[], fits: (code: PrintedCode) => boolean) =>
  codes.filter(fits).length / codes.length;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

const start = performance.now();
const bare = written();
const writing = (made.length * 1000) / (performance.now() - start);
const proved = heights.map((hashes) => share(written(hashes), ({ holds }) => holds === 'record with proof'));
const sizes = bare.map(({ text }) => ((text.length - 5) * 2) / 3).sort((a, b) => a - b);

const sample = bare.slice(0, 500);
const startReading = performance.now();
for (const { text } of sample)
  if ((await readCode(text, dictionaries, crypto)) instanceof Refusal) throw new Error(text);
const reading = (sample.length * 1000) / (performance.now() - startReading);
const startDrawing = performance.now();
for (const { text } of sample.slice(0, 100)) codeImage(text);
const drawing = 100_000 / (performance.now() - startDrawing);

const whole = share(bare, ({ holds }) => holds === 'record');
console.log(
  `code: ${made.length} certificates of ${Math.round(made.reduce((sum, { jws }) => sum + jws.length, 0) / made.length)} bytes in ` +
    `${Math.round(quantile(sizes, 0.5))} bytes (median; p99 ${Math.round(quantile(sizes, 0.99))}); whole: ${percent(whole)} in ` +
    `${largeCodeBytes} bytes, ${percent(share(bare, ({ side }) => side === 45))} of them in ${smallCodeBytes}; with proof of ${heights.join(' / ')} ` +
    `hashes: ${proved.map(percent).join(' / ')}; ${against('>= 90 %', whole >= bar)}; ` +
    `written ${perSecond(writing)}, drawn ${perSecond(drawing)}, read ${perSecond(reading)}, one thread`,
);
