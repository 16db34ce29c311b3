import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import type { Crypto } from '../crypto.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import { payloadSchema } from './payload.ts';
import { checkSignature, readRecord, type SignedRecord } from './record.ts';
import { type Vector, vectorFiles } from './vectors/make.ts';

const folder = new URL('vectors/', import.meta.url);
const files = vectorFiles();
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}

const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const onDisk = ['valid', 'refused'].flatMap((kind) =>
  readdirSync(new URL(kind, folder)).map((name) => `${kind}/${name}`),
);
const payloadCheck = compileSchema(payloadSchema);

function open({ jws, key }: Vector, crypto: Crypto): SignedRecord | Refusal {
  const record = readRecord(jws, crypto, payloadCheck);
  if (record instanceof Refusal) return record;
  return checkSignature(record, { algorithm: key.algorithm, bytes: Uint8Array.fromHex(key.bytes) }, crypto);
}

test('the files are those that make.ts writes, no more and no less', () => {
  expect(new Map(onDisk.map((path) => [path, read(path)]))).toEqual(files);
});

describe.each([
  ['native', nodeCrypto],
  ['portable', portableCrypto],
])('%s', (_, crypto) => {
  test.each(onDisk.filter((path) => path.startsWith('valid/')))('%s', (path) => {
    const vector = JSON.parse(read(path)) as Vector;
    expect(open(vector, crypto)).toMatchObject({ id: vector.id, jws: vector.jws });
  });

  test.each(onDisk.filter((path) => path.startsWith('refused/')))('%s', (path) => {
    const vector = JSON.parse(read(path)) as Vector;
    const result = open(vector, crypto);
    expect(result).toBeInstanceOf(Refusal);
    expect((result as Refusal).code).toBe(vector.code);
  });
});
