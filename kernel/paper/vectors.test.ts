import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nodeCrypto as crypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { payloadSchema } from '../record/payload.ts';
import { readRecord } from '../record/record.ts';
import { Refusal } from '../refusal.ts';
import { checkCode } from './check-code.ts';
import { dictionaryOf, readCode } from './code.ts';
import { type Refused, type Valid, type Vector, vectorFiles } from './vectors/make.ts';

const folder = new URL('vectors/', import.meta.url);
const files = await vectorFiles((bytes, dictionary) => deflateRawSync(bytes, { level: 9, dictionary }));
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
}

const opened = ({ text, dictionaries }: Vector) =>
  readCode(
    text,
    dictionaries.map((one) => dictionaryOf(one, crypto)),
    crypto,
  );

const onDisk = ['valid', 'refused'].flatMap((kind) =>
  readdirSync(new URL(kind, folder)).map((name) => `${kind}/${name}`),
);

test('the files are those that make.ts writes, no more and no less', () => {
  expect(onDisk.toSorted()).toEqual([...files.keys()].toSorted());
});

test.each(onDisk.filter((path) => path.startsWith('valid/')))('%s', async (path) => {
  const { about, text, dictionaries, ...said } = read<Valid>(path);
  const found = await opened({ about, text, dictionaries });
  if (said.jws === undefined) return expect(found).toEqual(said);
  expect(found).toEqual({ jws: said.jws, proofs: said.proofs });
  const record = readRecord(said.jws, crypto, compileSchema(payloadSchema));
  if (record instanceof Refusal) throw record;
  expect(record.id).toBe(said.id);
  expect(checkCode(record, crypto)).toBe(said.checkCode);
});

test.each(onDisk.filter((path) => path.startsWith('refused/')))('%s', async (path) => {
  const vector = read<Refused>(path);
  const found = await opened(vector);
  expect(found).toBeInstanceOf(Refusal);
  expect((found as Refusal).code).toBe(vector.code);
});
