/** Institutions with keys, records and channels, all following from short texts: what evidence vectors are made of. */
import { utf8 } from '../../bytes.ts';
import type { JsonObject } from '../../canonical.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import { signCheckpoint } from '../../log/checkpoint.ts';
import { cosignatureLine } from '../../log/cosignature.ts';
import { inclusionProof } from '../../log/proof.ts';
import { rootAt, splitPoint } from '../../log/subtree.ts';
import { formatTlogProof } from '../../log/tlog-proof.ts';
import { leafHash, nodeHash } from '../../log/tree.ts';
import type { About, BasisEntry } from '../../record/payload.ts';
import { draftRecord, signRecord } from '../../record/record.ts';
import { Refusal } from '../../refusal.ts';
import {
  anchorAZ, anchorRU, following, institution, keyEntry, part, sign, terms, type TestKey, testKey,
} from '../../trust/vectors/authority.ts';
import { originOf } from '../names.ts';
import type { EvidenceChannel, EvidenceRecord } from '../evidence.ts';

const validity = ['2025-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const;
const dates = { issued: '2025-01-02T00:00:00Z', nextUpdate: '2099-12-31T00:00:00Z' };

interface Keys {
  readonly record: TestKey;
  readonly checkpoint: TestKey;
  readonly mirror: TestKey;
}

export const ids = ['az.alpha', 'ru.beta', 'ru.gamma'] as const;
export type Id = (typeof ids)[number];

export const keys = Object.fromEntries(
  ids.map((id) => [id, {
    record: testKey(`${id} record`), checkpoint: testKey(`${id} checkpoint`), mirror: testKey(`${id} mirror`),
  }]),
) as Readonly<Record<Id, Keys>>;

export const domainOf = (id: Id): string => `${id.slice(3)}.${id.slice(0, 2)}.example`;
export const seconds = (time: string): number => Date.parse(time) / 1000;

function entry(id: Id, revokedAt?: string, functions = ['post']): JsonObject {
  const { record, checkpoint, mirror } = keys[id];
  return institution(id, [
    keyEntry(record, 'record', ...validity, revokedAt),
    keyEntry(checkpoint, 'checkpoint', ...validity),
    keyEntry(mirror, 'mirror', ...validity),
  ], { functions });
}

export interface TrustChanges {
  readonly demonstration?: boolean;
  readonly nextUpdate?: string;
  /** The record key of az.alpha was lost at this moment; a second part says so. */
  readonly revokedAt?: string;
  readonly functions?: string[];
  /** In force, instead of the parcels. */
  readonly profiles?: JsonObject;
}

const parcels = { parcel: { parcel: 1, verdict: 1, recall: 1 } };

/** An export without its pin. */
export function trust({ demonstration = true, nextUpdate = dates.nextUpdate, revokedAt, functions, profiles = parcels }: TrustChanges = {}): JsonObject {
  const shared = { ...dates, nextUpdate, demonstration };
  const az1 = part('AZ', [entry('az.alpha', undefined, functions)], shared);
  const az2 = following(az1, { institutions: [entry('az.alpha', revokedAt, functions)], issued: '2025-06-01T00:00:00Z' });
  const ru1 = part('RU', [entry('ru.beta'), entry('ru.gamma')], shared);
  const common = terms({ ...shared, profiles });
  return {
    parts: {
      AZ: [sign(az1, anchorAZ), ...(revokedAt === undefined ? [] : [sign(az2, anchorAZ)])],
      RU: [sign(ru1, anchorRU)],
    },
    terms: [sign(common, anchorAZ, anchorRU)],
  };
}

export interface Made {
  readonly id: string;
  readonly jws: string;
}

export interface Wanted {
  readonly label: string;
  readonly issuer?: Id;
  readonly to?: readonly Id[];
  readonly profile?: string;
  readonly type?: string;
  readonly claims?: JsonObject;
  readonly time?: string;
  readonly about?: About;
  readonly basis?: readonly BasisEntry[];
  /** False: a record of a demonstration that does not say so. */
  readonly marked?: boolean;
}

export async function record(wanted: Wanted): Promise<Made> {
  const { label, issuer = 'az.alpha', to = ['ru.beta'], profile = 'parcel', type = 'parcel' } = wanted;
  const { claims = { number: label, grams: 900 }, time = '2025-03-01T09:00:00.000Z', about, basis = [], marked = true } = wanted;
  const nonce = crypto.sha256(utf8(label)).slice(0, 16).toBase64({ alphabet: 'base64url', omitPadding: true });
  const mark = marked ? { demonstration: true as const } : {};
  const samur = { annexes: [], basis, ...mark, issuer, nonce, profile, to, trust: { AZ: 1, RU: 1, terms: 1 }, type, version: 1 };
  const draft = draftRecord(
    {
      issuerDid: `did:web:${domainOf(issuer)}:${issuer}`,
      time: Date.parse(time),
      claims,
      samur: about ? { ...samur, about } : samur,
    },
    keys[issuer].record.kid, 'EdDSA', crypto,
  );
  if (draft instanceof Refusal) throw draft;
  return { id: draft.id, jws: await signRecord(draft, keys[issuer].record.signer) };
}

/** Reads the tree over these entries the slow way. */
function hashes(entries: readonly string[]): (height: number, index: number) => Uint8Array {
  const root = (from: number, to: number): Uint8Array => {
    if (to - from === 1) return leafHash(Uint8Array.fromHex(entries[from]!), crypto);
    const split = from + splitPoint(to - from);
    return nodeHash(root(from, split), root(split, to), crypto);
  };
  return (height, index) => root(index * 2 ** height, (index + 1) * 2 ** height);
}

export interface Cosigning {
  readonly by?: TestKey;
  readonly name?: string;
  readonly logKey?: TestKey;
  readonly origin?: string;
}

/** One channel as it stood at one moment, cosigned then. */
export class Channel {
  readonly origin: string;
  readonly entries: readonly string[];
  readonly note: string;
  readonly time: number;

  private constructor(origin: string, entries: readonly string[], note: string, time: number) {
    this.origin = origin;
    this.entries = entries;
    this.note = note;
    this.time = time;
  }

  static async at(
    time: string, from: Id, to: Id, records: readonly Made[], cosigning: Cosigning | 'not-cosigned' = {},
  ): Promise<Channel> {
    // Neighbours make the proofs longer than nothing.
    const entries = ['first', 'second', ...records].map((one) =>
      typeof one === 'string' ? crypto.sha256(utf8(one)).toHex() : one.id,
    );
    const changes = cosigning === 'not-cosigned' ? {} : cosigning;
    const origin = changes.origin ?? originOf({ domain: domainOf(from) }, to, 1);
    const checkpoint = { origin, size: entries.length, root: rootAt(entries.length, hashes(entries), crypto) };
    const signer = (changes.logKey ?? keys[from].checkpoint).signer;
    const note = await signCheckpoint(checkpoint, origin, signer, crypto);
    if (cosigning === 'not-cosigned') return new Channel(origin, entries, note, seconds(time));
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    const { by = keys[to].mirror, name = `${domainOf(to)}/${to}` } = changes;
    const line = await cosignatureLine(text, seconds(time), name, by.signer, crypto);
    return new Channel(origin, entries, note + line, seconds(time));
  }

  proof(of: Made, index = this.entries.indexOf(of.id)): string {
    const proof = inclusionProof(index, this.entries.length, hashes(this.entries), crypto);
    if (proof instanceof Refusal) throw proof;
    return formatTlogProof({ index, proof, note: this.note });
  }

  entry(of: Made): EvidenceRecord {
    return { jws: of.jws, proofs: [this.proof(of)] };
  }

  get asOf(): EvidenceChannel {
    return { origin: this.origin, size: this.entries.length, time: this.time, checkpoint: this.note };
  }

  get basis(): BasisEntry {
    const root = rootAt(this.entries.length, hashes(this.entries), crypto).toHex();
    return { origin: this.origin, root, size: this.entries.length };
  }
}
