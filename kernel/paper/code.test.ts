import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto as crypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { utf8 } from '../bytes.ts';
import type { JsonObject } from '../canonical.ts';
import { originOf } from '../exchange/names.ts';
import { openTlogProof } from '../log/tlog-proof.ts';
import { payloadSchema } from '../record/payload.ts';
import { checkSignature, readRecord } from '../record/record.ts';
import { Refusal } from '../refusal.ts';
import { base45, fromBase45 } from './base45.ts';
import { checkCode } from './check-code.ts';
import {
  type Carried,
  type Deflate,
  dictionaryOf,
  largeCodeBytes,
  readCode,
  smallCodeBytes,
  writeCode,
} from './code.ts';
import { dictionariesOf, dictionaryFor, recordDictionary } from './dictionaries.ts';
import { logKey, mirrorKey, payloadOf, proofOf, recipient, type Sample, sampleOf, sender } from './vectors/sample.ts';

const deflate: Deflate = (bytes, dictionary) => deflateRawSync(bytes, { level: 9, dictionary });
const dictionaries = [dictionaryOf(recordDictionary, crypto), dictionaryOf('"number":"', crypto)];
const [dictionary] = dictionaries as [(typeof dictionaries)[0]];
const payloadCheck = compileSchema(payloadSchema);

function written(sample: Sample, proofs: readonly string[] = []) {
  const link = { id: sample.id, checkCode: checkCode(sample, crypto), host: 'https://post.az.example' };
  return writeCode({ jws: sample.jws, proofs }, link, dictionary, deflate);
}

/** `authentic`, `authentic, time proved`, or what is wrong. */
function verified({ jws, proofs }: Carried, key: Sample['key']): string {
  const record = readRecord(jws, crypto, payloadCheck);
  const signed = record instanceof Refusal ? record : checkSignature(record, key, crypto);
  if (signed instanceof Refusal) return signed.code;
  const [proof] = proofs;
  if (proof === undefined) return 'authentic';
  const origin = originOf(sender, recipient.id, 1);
  const log = [{ name: origin, key: logKey.key }];
  const cosigners = [{ name: `${recipient.domain}/${recipient.id}`, key: mirrorKey.key }];
  const opened = openTlogProof(proof, Uint8Array.fromHex(signed.id), origin, log, cosigners, crypto);
  return opened instanceof Refusal ? opened.code : 'authentic, time proved';
}

const nonce = fc.uint8Array({ minLength: 16, maxLength: 16 });
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => value.isWellFormed());
const claims = fc.dictionary(
  text,
  fc.oneof(text, fc.integer(), fc.array(text, { maxLength: 4 })),
) as fc.Arbitrary<JsonObject>;

describe('a record', () => {
  test('comes back byte for byte, with its proof where that has room', async () => {
    await fc.assert(
      fc.asyncProperty(
        claims,
        nonce,
        fc.constantFrom('EdDSA', 'ES256'),
        fc.nat(70_000),
        async (said, fresh, algorithm, at) => {
          const sample = await sampleOf(payloadOf(said, fresh), algorithm);
          const proof = await proofOf(sample.id, at, at + 1 + (at % 900));
          const { text: code, holds } = written(sample, [proof]);
          const found = await readCode(code, dictionaries, crypto);
          if (holds === 'link') expect(found).toMatchObject({ id: sample.id, checkCode: checkCode(sample, crypto) });
          else expect(found).toEqual({ jws: sample.jws, proofs: holds === 'record' ? [] : [proof] });
          if ('jws' in found)
            expect(verified(found, sample.key)).toMatch(holds === 'record' ? 'authentic' : 'time proved');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('altered in any byte is refused, or does not verify, or is the very same', async () => {
    const sample = await sampleOf(payloadOf({ number: 'Ə-17' }, new Uint8Array(16)));
    const proof = await proofOf(sample.id, 5, 12);
    const good = await readCode(written(sample, [proof]).text, dictionaries, crypto);
    expect(verified(good as Carried, sample.key)).toBe('authentic, time proved');
    const bytes = fromBase45(written(sample, [proof]).text.slice(5)) as Uint8Array;
    let told = 0;
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 16, 128]) {
        const found = await readCode(`SMR1:${base45(bytes.with(at, bytes[at]! ^ bit))}`, dictionaries, crypto);
        if (found instanceof Refusal) continue;
        // Spare bits at the end of a DEFLATE stream say nothing.
        if ('jws' in found && found.jws === sample.jws && found.proofs[0] === proof) continue;
        told++;
        expect('jws' in found && verified(found, sample.key)).not.toMatch(/^authentic/);
      }
    }
    expect(told).toBeGreaterThan(200);
  }, 30_000);

  test('altered in any sign of the scanned text never throws', async () => {
    const sample = await sampleOf(payloadOf({ number: 'Ə-17' }, new Uint8Array(16)));
    const { text: code } = written(sample);
    await fc.assert(
      fc.asyncProperty(fc.nat(code.length), fc.string({ unit: 'binary', maxLength: 3 }), async (at, put) => {
        const found = await readCode(code.slice(0, at) + put + code.slice(at + put.length), dictionaries, crypto);
        if (!(found instanceof Refusal) && 'jws' in found && found.jws !== sample.jws)
          expect(verified(found, sample.key)).not.toMatch(/^authentic/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('anything else', () => {
  test('gives a refusal and never throws', async () => {
    const inner = fc.uint8Array({ maxLength: 400 }).map(base45);
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      inner,
      inner.map((some) => `SMR1:${some}`),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (scanned) => {
        expect(await readCode(scanned, dictionaries, crypto)).toBeInstanceOf(Refusal);
      }),
      { numRuns: 300 },
    );
  });

  test('packed by a stranger gives a refusal, or what will not verify', async () => {
    const payloads = [
      'null',
      '[]',
      '{"issuer":1}',
      '{"issuer":"did:web:a:b","samur":{"to":[{}]}}',
      '['.repeat(100_000),
      '',
    ];
    for (const payload of payloads)
      for (const kind of [1, 2]) {
        const packed = deflate(utf8(`{}\n${payload}`), dictionary.bytes);
        const lengths = kind === 2 ? [(packed.length & 127) | 128, packed.length >> 7] : [];
        const bytes = [kind, ...Uint8Array.fromHex(dictionary.id), ...new Uint8Array(64), ...lengths, ...packed];
        const found = await readCode(`SMR1:${base45(Uint8Array.from(bytes))}`, dictionaries, crypto);
        if (!(found instanceof Refusal))
          expect('jws' in found && readRecord(found.jws, crypto, payloadCheck)).toBeInstanceOf(Refusal);
      }
  });

  test('that unpacks to much more than a record holds, or is very long, is refused at once', async () => {
    const bomb = deflateRawSync(new Uint8Array(4_000_000), { level: 9, dictionary: dictionary.bytes });
    const head = [1, ...Uint8Array.fromHex(dictionary.id), ...new Uint8Array(64)];
    const before = performance.now();
    for (const scanned of [
      `SMR1:${base45(Uint8Array.from([...head, ...bomb]))}`,
      `SMR1:${'0'.repeat(100_000)}`,
      ' '.repeat(1_000_000),
    ])
      expect(await readCode(scanned, dictionaries, crypto)).toBeInstanceOf(Refusal);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('a code', () => {
  const grown = async (hashes: number) => {
    const fill = Array.from({ length: hashes }, (_, at) => crypto.sha256(Uint8Array.of(at)).toHex().slice(0, 8)).join(
      '',
    );
    return sampleOf(payloadOf({ fill }, new Uint8Array(16)));
  };
  const bytesOf = (code: string) => fromBase45(code.slice(5))?.length ?? 0;

  test('grows from 45 to 60 mm and then becomes a link, each within its limit', async () => {
    const seen = new Map<string, number>();
    for (let hashes = 0; hashes < 240; hashes += 4) {
      const { text: code, side, holds } = written(await grown(hashes));
      if (holds === 'link') expect(side).toBe(45);
      else expect(bytesOf(code)).toBeLessThanOrEqual(side === 45 ? smallCodeBytes : largeCodeBytes);
      seen.set(`${holds} ${side}`, hashes);
    }
    expect([...seen.keys()]).toEqual(['record 45', 'record 60', 'link 45']);
  });

  test('has a proof only where all of it has room, and the shortest of several', async () => {
    const small = await grown(0);
    const proofs = [await proofOf(small.id, 5, 4_000), await proofOf(small.id, 5, 12)];
    expect(await readCode(written(small, proofs).text, dictionaries, crypto)).toMatchObject({ proofs: [proofs[1]] });
    const large = await grown(120);
    expect(written(large, [await proofOf(large.id, 5, 4_000)])).toMatchObject({ holds: 'record', side: 60 });
  });

  test('leaves out a proof of another log, or one that nobody cosigned', async () => {
    const sample = await grown(0);
    const proof = await proofOf(sample.id, 5, 12);
    const strange = proof.replaceAll('post.az.example', 'post.az.other');
    const alone = proof.replace(/— post\.ru\.example\/ru\.post .*\n/, '');
    expect(alone).not.toBe(proof);
    for (const other of [strange, alone, '', 'c2sp.org/tlog-proof@v1\nindex 0\n\n'])
      expect(written(sample, [other]).holds).toBe('record');
  });

  test('is drawn in the alphanumeric mode, also as a link', async () => {
    for (const hashes of [0, 239]) expect(written(await grown(hashes)).text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });
});

test('dictionaries are those of all profiles and the one of records; a profile writes with its newest', () => {
  const profiles = [{ dictionaries: ['one', 'two'] }, {}] as unknown as Parameters<
    typeof dictionariesOf
  >[0]['profiles'];
  const ids = ['one', 'two', recordDictionary].map((one) => dictionaryOf(one, crypto).id);
  expect(
    dictionariesOf({ profiles }, crypto)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted());
  expect(dictionaryFor({ dictionaries: ['one', 'two'] }, crypto).id).toBe(dictionaryOf('two', crypto).id);
  expect(dictionaryFor({}, crypto).id).toBe(dictionaryOf(recordDictionary, crypto).id);
  // Codes were packed with it: it never changes.
  expect(dictionaryFor({}, crypto).id).toBe('9a875a27');
});
