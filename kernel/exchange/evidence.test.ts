import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { JsonObject } from '../canonical.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { portableCrypto as crypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import type { SchemaCompiler } from '../schema.ts';
import { importTrust } from '../trust/bundle.ts';
import { type Pin, readPin } from '../trust/pin.ts';
import { type EvidenceReport, openEvidence, openRecordAlone, type Verifier, writeEvidence } from './evidence.ts';
import { vectorFiles } from './vectors/evidence/make.ts';
import { parcelProfile } from './vectors/parcel.ts';

const folder = new URL('vectors/evidence/', import.meta.url);
const files = await vectorFiles();
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}

interface Vector {
  readonly pin: JsonObject;
  readonly now: string;
  readonly maxAgeSeconds?: number;
  readonly evidence?: JsonObject;
  readonly text?: string;
}
interface Valid extends Vector {
  readonly evidence: JsonObject & { readonly records: readonly { readonly jws: string }[] };
  readonly expect: {
    readonly state?: string;
    readonly notAfter?: string;
    readonly notBefore?: string;
    readonly asOf?: readonly JsonObject[];
    readonly ageSeconds?: number;
    readonly tooOld?: boolean;
    /** None when left out. */
    readonly approvals?: readonly JsonObject[];
    /** Step and code of whatever does not hold. */
    readonly told?: readonly (readonly [string, string])[];
  };
}
interface Refused extends Vector {
  readonly code: string;
  readonly step?: string;
}

const ajv = new Ajv2020({ strict: true });
const compile: SchemaCompiler = (schema) => {
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value) ? undefined : (validate.errors ?? []).map((e) => ({ path: e.instancePath, keyword: e.keyword }));
};
const catalogue = loadCatalogue([parcelProfile], compile) as Catalogue;

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
}

function verifierFor(vector: Vector): Verifier & { pin: Pin } {
  const pin = readPin(vector.pin, crypto);
  if (pin instanceof Refusal) throw pin;
  const { now, maxAgeSeconds } = vector;
  const base = { crypto, catalogue, now: Date.parse(now), pin };
  return maxAgeSeconds === undefined ? base : { ...base, maxAge: maxAgeSeconds * 1000 };
}

function open(vector: Vector): EvidenceReport | Refusal {
  return openEvidence(vector.text ?? JSON.stringify(vector.evidence), verifierFor(vector));
}

function opened(path: string): EvidenceReport {
  const report = open(read<Valid>(path));
  if (report instanceof Refusal) throw report;
  return report;
}

const failures = (report: EvidenceReport) =>
  [...report.authenticity.steps, ...report.state.steps]
    .filter(({ outcome }) => outcome === 'does-not-hold')
    .map(({ step, refusal }) => [step, refusal?.code]);

test('the files are those that are made, no more and no less', () => {
  const onDisk = ['valid', 'refused'].flatMap((kind) =>
    readdirSync(new URL(kind, folder)).map(
      (name) => [`${kind}/${name}`, readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')] as const,
    ),
  );
  expect(new Map(onDisk)).toEqual(files);
});

test.each([...files.keys()].filter((path) => path.startsWith('valid/')))('%s', (path) => {
  const { expect: wanted, evidence } = read<Valid>(path);
  const report = opened(path);
  expect(failures(report)).toEqual(wanted.told ?? []);
  expect(report.authenticity.verdict).toBe('authentic');
  expect(report.record?.id).toBe(evidence['subject']);
  expect(report.state.state).toBe(wanted.state);
  expect(report.approvals).toEqual(wanted.approvals ?? []);
  expect(report.demonstration).toBe(true);
  const { notAfter, notBefore } = report.authenticity.provedTime ?? {};
  if (wanted.notAfter) expect(notAfter).toBe(Date.parse(wanted.notAfter));
  expect(notBefore).toBe(wanted.notBefore && Date.parse(wanted.notBefore));
  if (wanted.asOf) expect(report.state.asOf).toEqual(wanted.asOf);
  if (wanted.ageSeconds !== undefined) expect(report.state.ageSeconds).toBe(wanted.ageSeconds);
  expect(report.state.tooOld).toBe(wanted.tooOld ?? false);
});

test('a record with many bad proofs costs no more than one with a single bad proof', () => {
  const vector = read<Valid & { evidence: { records: { jws: string; proofs: string[] }[] } }>('valid/accepted.json');
  const verified = (proofs: readonly string[]): number => {
    let count = 0;
    const verify: typeof crypto.verify = (...given) => {
      count++;
      return crypto.verify(...given);
    };
    const records = vector.evidence.records.map((record, index) => (index === 0 ? { ...record, proofs } : record));
    const text = JSON.stringify({ ...vector.evidence, records });
    const report = openEvidence(text, { ...verifierFor(vector), crypto: { ...crypto, verify } });
    expect(report).not.toMatchObject({ authenticity: { verdict: 'authentic' } });
    return count;
  };
  // Signed and cosigned, and about another place.
  const bad = vector.evidence.records[0]!.proofs[0]!.replace('\nindex 2\n', '\nindex 0\n');
  expect(verified(new Array(64).fill(bad))).toBe(verified([bad]));
});

test.each([...files.keys()].filter((path) => path.startsWith('refused/')))('%s', (path) => {
  const { code, step, ...vector } = read<Refused>(path);
  const report = open(vector);
  if (report instanceof Refusal) {
    expect([report.code, step]).toEqual([code, undefined]);
    return;
  }
  expect(failures(report).filter(([name]) => name !== 'trust-fresh')[0]).toEqual([step, code]);
  expect(report.authenticity.verdict).toBe('not-authentic');
  expect(report.record).toBeUndefined();
  expect(report.state).toMatchObject({ asOf: [], tooOld: false });
  expect(report.state.state).toBeUndefined();
});

describe('an evidence file', () => {
  it('is what is written from its pieces', () => {
    const { pin, evidence } = read<Valid>('valid/accepted.json');
    const trust = importTrust(verifierFor({ pin, now: '' }).pin, evidence['trust']!, crypto);
    if (trust instanceof Refusal) throw trust;
    const pieces = JSON.parse(JSON.stringify(evidence));
    const again = JSON.parse(JSON.stringify(writeEvidence(pieces, trust)));
    expect(again).toEqual({ ...pieces, trust: { ...pieces.trust, pin } });
    expect(open({ pin, now: '2025-03-10T00:00:00Z', evidence: again })).toMatchObject({ state: { state: 'accepted' } });
  });

  it('is judged by the newer of two trust lists, and by none when they contradict each other', () => {
    const vector = read<Valid>('valid/posted.json');
    const verifier = verifierFor(vector);
    const verdictWith = (path: string) => {
      const known = importTrust(verifier.pin, read<Vector>(path).evidence!['trust']!, crypto);
      if (known instanceof Refusal) throw known;
      const report = openEvidence(JSON.stringify(vector.evidence), { ...verifier, known });
      if (report instanceof Refusal) throw report;
      return failures(report);
    };
    expect(verdictWith('valid/posted.json')).toEqual([]);
    expect(verdictWith('valid/revoked-later.json')).toEqual([]);
    expect(verdictWith('refused/revoked.json')).toEqual([['key-valid', 'trust.key-revoked']]);
    expect(verdictWith('refused/not-entitled.json')).toEqual([['trust-anchor', 'trust.conflict']]);
  });

  it('checks annexes at hand', () => {
    const vector = read<Valid>('valid/posted.json');
    const report = openEvidence(JSON.stringify(vector.evidence), {
      ...verifierFor(vector),
      annexes: [new Uint8Array(1)],
    });
    if (report instanceof Refusal) throw report;
    expect(failures(report)).toEqual([['annexes', 'record.annex-mismatch']]);
    expect(report.authenticity.verdict).toBe('not-authentic');
  });

  it('never gives another record than the signed one, whichever character is changed', { timeout: 60_000 }, () => {
    const vector = read<Valid>('valid/accepted.json');
    const text = JSON.stringify(vector.evidence);
    const verifier = verifierFor(vector);
    const genuine = new Set(vector.evidence.records.map(({ jws }) => jws));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.stringMatching(/^[A-Za-z0-9"{},.=\\ ]$/), (at, character) => {
        const report = openEvidence(text.slice(0, at) + character + text.slice(at + 1), verifier);
        if (report instanceof Refusal || !report.record) return;
        expect(genuine).toContain(report.record.jws);
        expect(['posted', 'accepted', 'effective', undefined]).toContain(report.state.state);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when it is too large', () => {
    const vector = read<Valid>('valid/posted.json');
    const report = openEvidence(' '.repeat(16 * 1024 * 1024 + 1), verifierFor(vector));
    expect((report as Refusal).code).toBe('input.too-large');
  });

  it('is refused when it shows more channels than there can be', () => {
    const vector = read<Valid>('valid/accepted.json');
    const channel = { origin: 'a.example/b/1', size: 1, time: 1, checkpoint: '' };
    const open = (count: number) => {
      const asOf = new Array(count).fill(channel);
      return openEvidence(JSON.stringify({ ...vector.evidence, asOf }), verifierFor(vector));
    };
    expect(open(1001)).toMatchObject({ code: 'input.too-large', path: '/asOf' });
    expect(open(20)).toMatchObject({ authenticity: { verdict: 'authentic' } });
  });
});

describe('a bare record', () => {
  const vector = read<Valid>('valid/posted.json');
  const jws = vector.evidence.records[0]!.jws;
  const { pin, ...verifier } = verifierFor(vector);
  const trustIn = (path: string) => {
    const trust = importTrust(pin, read<Valid>(path).evidence['trust']!, crypto);
    if (trust instanceof Refusal) throw trust;
    return trust;
  };

  it('is authentic, its time not proved and its state not known', () => {
    const report = openRecordAlone({ jws: jws, proofs: [] }, { ...verifier, trust: trustIn('valid/posted.json') });
    expect(report.authenticity.verdict).toBe('authentic');
    expect(report.authenticity.provedTime).toBeUndefined();
    expect(
      report.authenticity.steps.filter(({ outcome }) => outcome === 'not-checked').map(({ step }) => step),
    ).toEqual(['inclusion', 'log-signature', 'cosignature']);
    expect(report.state).toMatchObject({ asOf: [], tooOld: false });
    expect(report.state.state).toBeUndefined();
  });

  it('has a state of unknown age', () => {
    const report = openRecordAlone(
      { jws: jws, proofs: [] },
      { ...verifier, maxAge: 1e12, trust: trustIn('valid/posted.json') },
    );
    expect(report.state.tooOld).toBe(true);
  });

  it('is refused once its key is revoked, however late: nothing proves that it is older', () => {
    const report = openRecordAlone(
      { jws: jws, proofs: [] },
      { ...verifier, trust: trustIn('valid/revoked-later.json') },
    );
    expect(failures(report)).toEqual([['key-valid', 'trust.key-revoked']]);
  });

  it('is refused once its key has run out', () => {
    const now = Date.parse('2100-01-01T00:00:00Z');
    const report = openRecordAlone({ jws: jws, proofs: [] }, { ...verifier, now, trust: trustIn('valid/posted.json') });
    expect(failures(report)).toContainEqual(['key-valid', 'trust.key-not-valid-then']);
    expect(report.authenticity.verdict).toBe('not-authentic');
  });

  it('is refused when altered', () => {
    const altered = jws.slice(0, -2) + (jws.at(-2) === 'A' ? 'B' : 'A') + jws.at(-1);
    const report = openRecordAlone({ jws: altered, proofs: [] }, { ...verifier, trust: trustIn('valid/posted.json') });
    expect(report.authenticity.verdict).toBe('not-authentic');
    expect(report.record).toBeUndefined();
  });

  it('is refused when it is no record', () => {
    const report = openRecordAlone(
      { jws: 'not a record', proofs: [] },
      { ...verifier, trust: trustIn('valid/posted.json') },
    );
    expect(failures(report)).toEqual([['record-form', 'record.malformed']]);
    expect(report.subject).toBeUndefined();
  });
});
