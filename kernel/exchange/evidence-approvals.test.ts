import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import type { JsonObject } from '../canonical.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { languages } from '../finding.ts';
import { Refusal } from '../refusal.ts';
import { readPin } from '../trust/pin.ts';
import { approvalLines } from './approval-words.ts';
import { openEvidence, type ShownApproval } from './evidence.ts';
import { ofOfficers, shownApprovals } from './evidence-approvals.ts';
import { type JudgedRecord, judgeProved, type Place } from './evidence-record.ts';
import { newestTrust } from './evidence-trust.ts';
import { parcelProfile } from './vectors/parcel.ts';

function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  return value;
}

interface Vector {
  readonly pin: JsonObject;
  readonly now: string;
  readonly evidence: JsonObject & {
    readonly records: readonly { readonly jws: string; readonly proofs: readonly string[] }[];
  };
}

const vector = JSON.parse(
  readFileSync(new URL('vectors/evidence/valid/approved.json', import.meta.url), 'utf8'),
) as Vector;
const catalogue = loadCatalogue([parcelProfile], compileSchema) as Catalogue;
const pin = sound(readPin(vector.pin, nodeCrypto));
const now = Date.parse(vector.now);

type Proved = Parameters<typeof shownApprovals>[0];

function judged(): { subject: Proved; officers: Proved[] } {
  const trust = sound(newestTrust(pin, vector.evidence['trust'] as JsonObject, undefined, nodeCrypto));
  const all = vector.evidence.records.map(({ jws, proofs }) =>
    judgeProved(jws, proofs, { trust, catalogue, crypto: nodeCrypto, now }),
  );
  const subject = all.find(({ id }) => id === vector.evidence['subject']) as Proved;
  return { subject, officers: ofOfficers(all as JudgedRecord[], 'az.alpha') };
}

/** The same record, as if proofs had shown it at these places. */
const placed = (one: Proved, ...places: readonly Place[]): Proved => ({ ...one, places });
const at = (recipient: string, index: number, generation = 1): Place => ({ recipient, generation, index });

function shown(subject: Proved, officers: readonly Proved[]): { readonly names: number; readonly codes: string[] } {
  const { approvals, faults } = shownApprovals(subject, officers, nodeCrypto);
  return { names: approvals.length, codes: faults.map(({ refusal }) => refusal?.code ?? '') };
}

test('an enrolment of an earlier generation stands before, one of a later one does not', () => {
  const { subject, officers } = judged();
  const move = (generation: number) =>
    officers.map((one) => {
      const isApproval = one.record.payload.samur.type === 'approval';
      return placed(one, ...(isApproval ? [at('ru.beta', 1, 2)] : one.places.map((p) => ({ ...p, generation }))));
    });
  const moved = placed(subject, at('ru.beta', 0, 2));
  expect(shown(moved, move(1))).toEqual({ names: 1, codes: [] });
  expect(shown(moved, move(3))).toEqual({ names: 0, codes: ['approval.unknown-officer'] });
});

test('places on channels to different recipients say nothing of before and after', () => {
  const { subject, officers } = judged();
  const apart = officers.map((one) =>
    one.record.payload.samur.type === 'approval'
      ? one
      : placed(one, ...one.places.map(({ index }) => at('ru.gamma', index))),
  );
  expect(shown(subject, apart)).toEqual({ names: 0, codes: ['approval.unknown-officer'] });
});

test('enrolments that rest on each other, by channels in different order, rest on nothing', () => {
  const { subject, officers } = judged();
  const [head, deputy, ...rest] = officers as [Proved, Proved, ...Proved[]];
  const crossed = [at('ru.beta', 0), at('ru.gamma', 1)] as const;
  const mirrored = [at('ru.beta', 1), at('ru.gamma', 0)] as const;
  expect(shown(subject, [placed(head, ...crossed), placed(deputy, ...mirrored), ...rest]).names).toBe(1);
  const confirmed = (one: Proved, by: Proved): Proved => {
    const { officer, key, relyingParty } = by.record.payload.claims as JsonObject & { officer: string };
    const claims = { ...one.record.payload.claims, founding: true, witnesses: [{ officer, key, relyingParty }] };
    return {
      ...one,
      record: { ...one.record, payload: { ...one.record.payload, claims } as typeof one.record.payload },
    };
  };
  const ring = [placed(confirmed(head, deputy), ...crossed), placed(confirmed(deputy, head), ...mirrored), ...rest];
  expect(shown(subject, ring)).toEqual({ names: 0, codes: ['approval.unknown-officer'] });
});

test('of many records about officers 64 are looked at', () => {
  const { officers } = judged();
  const many = Array.from({ length: 500 }, () => officers[0] as Proved);
  expect(ofOfficers(many, 'az.alpha')).toHaveLength(64);
  expect(ofOfficers(officers, 'ru.beta')).toEqual([]);
});

test('whoever approved is told in each language, and so is that nobody did', () => {
  const report = sound(openEvidence(JSON.stringify(vector.evidence), { crypto: nodeCrypto, catalogue, now, pin }));
  const [approval] = report.approvals as readonly [ShownApproval];
  for (const language of languages) {
    const [line = ''] = approvalLines([approval], 'in-file', language);
    expect(line).toContain(approval.officer);
    for (const witness of approval.witnesses) expect(line).toContain(witness);
    expect(line).not.toMatch(/[{}]/);
    const [demonstration] = approvalLines([{ ...approval, userVerified: false, founding: true }], 'in-file', language);
    expect(demonstration).not.toBe(line);
    const none = (['in-file', 'on-channel'] as const).map((seen) => approvalLines([], seen, language));
    expect(new Set(none.flat()).size).toBe(2);
  }
  expect(approvalLines([approval], 'in-file', 'en')).toEqual([
    `${approval.officer} (signatory) approved the record: 1 March 2025, 09:00 UTC. The passkey recognised its user. The key was confirmed by ${approval.witnesses.join(', ')}.`,
  ]);
});
