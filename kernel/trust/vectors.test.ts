import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../canonical.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import { acceptPart } from './accept-part.ts';
import { acceptTerms } from './accept-terms.ts';
import { exportTrust, importTrust } from './bundle.ts';
import { timeOf } from './institution.ts';
import { freshness, keysFor, numbers, recordKey, type TrustNumbers, usableKeyAt } from './lookup.ts';
import type { KeyUse } from './national-part.ts';
import { readPin } from './pin.ts';
import { foundTrust, type TrustList } from './trust-list.ts';
import { vectorFiles } from './vectors/make.ts';

const folder = new URL('vectors/', import.meta.url);
const files = vectorFiles();
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}

interface Vector {
  readonly pin: JsonObject;
  readonly steps: readonly { readonly accept: 'part' | 'terms'; readonly signed: string }[];
}
interface Valid extends Vector {
  readonly numbers: TrustNumbers;
  readonly then: readonly Question[];
}
interface Refused extends Vector {
  readonly code: string;
  readonly step: number;
}
type Question =
  | { ask: 'record-key'; key: string; issuer: string; numbers: TrustNumbers; time: string; answer: string }
  | { ask: 'freshness'; time: string; answer: string }
  | { ask: 'keys'; institution: string; use: KeyUse; time: string; answer: readonly string[] };

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
}

function founded(vector: Vector): TrustList {
  const pin = readPin(vector.pin, portableCrypto);
  if (pin instanceof Refusal) throw pin;
  return foundTrust(pin);
}

function replay(vector: Vector): { step: number; result: TrustList | Refusal } {
  let result: TrustList | Refusal = founded(vector);
  for (const [step, { accept, signed }] of vector.steps.entries()) {
    result =
      accept === 'part' ? acceptPart(result, signed, portableCrypto) : acceptTerms(result, signed, portableCrypto);
    if (result instanceof Refusal) return { step, result };
  }
  return { step: vector.steps.length, result };
}

function answerTo(trust: TrustList, question: Question): string | readonly string[] {
  const time = timeOf(question.time);
  if (question.ask === 'keys') return keysFor(trust, question.institution, question.use, time).map((key) => key.kid);
  if (question.ask === 'freshness') {
    const answer = freshness(trust, time);
    return answer instanceof Refusal ? String(answer.detail['part']) : answer;
  }
  const key = recordKey(trust, question.key, question.issuer, question.numbers);
  const usable = key instanceof Refusal ? key : usableKeyAt(trust, key, time);
  return usable instanceof Refusal ? usable.code : 'usable';
}

test('the files are those the authority writes, no more and no less', () => {
  const onDisk = ['valid', 'refused'].flatMap((kind) =>
    readdirSync(new URL(kind, folder)).map(
      (name) => [`${kind}/${name}`, readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')] as const,
    ),
  );
  expect(new Map(onDisk)).toEqual(files);
});

describe.each([...files.keys()].filter((path) => path.startsWith('valid/')))('%s', (path) => {
  const vector = read<Valid>(path);
  const { result } = replay(vector);

  test('is accepted, and the questions are answered', () => {
    if (result instanceof Refusal) throw result;
    expect(numbers(result)).toEqual(vector.numbers);
    for (const question of vector.then)
      expect(answerTo(result, question), JSON.stringify(question)).toEqual(question.answer);
  });

  test('is the same list after export and import', () => {
    if (result instanceof Refusal) throw result;
    const exported = JSON.parse(JSON.stringify(exportTrust(result)));
    expect(importTrust(result.pin, exported, portableCrypto)).toEqual(result);
  });
});

test.each([...files.keys()].filter((path) => path.startsWith('refused/')))('%s', (path) => {
  const vector = read<Refused>(path);
  const { step, result } = replay(vector);
  expect(result).toMatchObject({ code: vector.code });
  expect(step).toBe(vector.step);
});
