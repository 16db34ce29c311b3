import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import type { Signer } from '../../crypto.ts';
import { checkpointVectors, cosignatureVectors } from './checkpoints.ts';
import { misconductVectors, tlogProofVectors } from './evidence.ts';
import { keyVectors, noteVectors } from './notes.ts';
import { makeSample, type VectorSink } from './sample.ts';
import { bundleVectors, consistencyVectors, proofVectors, tileVectors } from './trees.ts';

// The vectors on file are compared with what is derived here, so that no change of format goes unseen. With
// SAMUR_WRITE_VECTORS=1 the files are written anew.

function signerFrom(fill: number): Signer {
  const seed = new Uint8Array(32).fill(fill);
  return {
    key: { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(seed) },
    sign: async (message) => ed25519.sign(message, seed),
  };
}

const valid = new Map<string, object>();
const refused = new Map<string, object>();

const sink: VectorSink = {
  accept: (name, operation, input, answer) => put(valid, name, { operation, input, expect: answer }),
  reject: (name, operation, input, code) => put(refused, name, { operation, input, code }),
};

function put(vectors: Map<string, object>, name: string, vector: object): void {
  if (vectors.has(name)) throw new Error(`two vectors named ${name}`);
  vectors.set(name, vector);
}

const sample = await makeSample({ log: signerFrom(1), cosigner: signerFrom(2), stranger: signerFrom(3) });
await noteVectors(sink, sample);
keyVectors(sink, sample);
await checkpointVectors(sink, sample);
await cosignatureVectors(sink, sample);
tileVectors(sink);
bundleVectors(sink);
proofVectors(sink);
consistencyVectors(sink);
await tlogProofVectors(sink, sample);
await misconductVectors(sink, sample);

test.each(Object.entries({ valid, refused }))('the %s vectors are those on file', (folder, vectors) => {
  const path = new URL(`../vectors/${folder}/`, import.meta.url);
  const files = new Map([...vectors].map(([name, vector]) => [`${name}.json`, `${JSON.stringify(vector, null, 2)}\n`]));
  if (process.env['SAMUR_WRITE_VECTORS'] === '1') {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    for (const [name, content] of files) writeFileSync(new URL(name, path), content);
  }
  expect(readdirSync(path).sort()).toEqual([...files.keys()].sort());
  for (const [name, content] of files) expect(readFileSync(new URL(name, path), 'utf8')).toBe(content);
});
