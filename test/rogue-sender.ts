/** A sender with an institution's real keys and no scruples: signs whatever a test asks for. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base64url, utf8 } from '../kernel/bytes.ts';
import type { Json, JsonObject } from '../kernel/canonical.ts';
import { originOf } from '../kernel/exchange/names.ts';
import { signRequest } from '../kernel/exchange/request-signature.ts';
import { signCheckpoint } from '../kernel/log/checkpoint.ts';
import { append, emptyFrontier, type Frontier, leafHash, rootOf } from '../kernel/log/tree.ts';
import type { ExchangeData } from '../kernel/record/payload.ts';
import { draftRecord, signRecord } from '../kernel/record/record.ts';
import { Refusal } from '../kernel/refusal.ts';
import { importTrust } from '../kernel/trust/bundle.ts';
import { keyIdOf } from '../kernel/trust/did.ts';
import { currentInstitution, numbers } from '../kernel/trust/lookup.ts';
import { readPin } from '../kernel/trust/pin.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import { nodeCrypto } from '../server/crypto-node.ts';
import { countryFolder } from '../server/founding.ts';
import { type InstitutionKeys, type KeyedSigner, loadKeys } from '../server/keys.ts';

export interface RogueRecord {
  readonly profile?: string;
  readonly type: string;
  readonly claims: JsonObject;
  readonly time?: number;
  readonly exchange?: Partial<ExchangeData>;
  readonly signer?: KeyedSigner;
}

export interface RogueBatch {
  readonly start?: number;
  readonly records?: readonly string[];
  /** Signed in place of the true one. */
  readonly root?: Uint8Array;
  readonly size?: number;
  readonly created?: number;
  readonly nonce?: string;
  readonly body?: (body: string) => string;
  readonly headers?: (headers: Record<string, string>) => Record<string, string>;
}

export interface RogueOptions {
  readonly generation?: number;
  /** The log that it goes on from; without one, from the beginning. */
  readonly held?: Frontier;
  readonly now?: () => number;
}

export class RogueSender {
  readonly origin: string;
  readonly trust: TrustList;
  readonly keys: InstitutionKeys;
  readonly #id: string;
  readonly #recipient: string;
  /** The log as its honest server left it. */
  readonly #held: Frontier;
  readonly #now: () => number;
  /** Records that the recipient has taken. */
  readonly taken: string[] = [];

  private constructor(id: string, recipient: string, trust: TrustList, keys: InstitutionKeys, options: RogueOptions) {
    const { generation = 1, held = emptyFrontier(), now = Date.now } = options;
    this.#id = id;
    this.#recipient = recipient;
    this.#held = held;
    this.#now = now;
    this.trust = trust;
    this.keys = keys;
    const institution = currentInstitution(trust, id);
    if (!institution) throw new Error(id);
    this.origin = originOf(institution, recipient, generation);
  }

  static async of(data: string, id: string, recipient: string, options: RogueOptions = {}): Promise<RogueSender> {
    const folder = countryFolder(data, id.slice(0, 2));
    const json = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Json;
    const pin = made(readPin(await json('pin.json'), nodeCrypto));
    const trust = made(importTrust(pin, await json('trust.json'), nodeCrypto));
    const keys = made(await loadKeys(join(folder, id, 'keys'), nodeCrypto, false));
    return new RogueSender(id, recipient, trust, keys, options);
  }

  async record(of: RogueRecord): Promise<string> {
    const signer = of.signer ?? this.keys.record;
    const samur: ExchangeData = {
      annexes: [],
      basis: [],
      demonstration: true,
      issuer: this.#id,
      nonce: base64url(new Uint8Array(randomBytes(16))),
      profile: of.profile ?? 'phytosanitary',
      to: [this.#recipient],
      trust: numbers(this.trust),
      type: of.type,
      version: 1,
      ...of.exchange,
    };
    const issuerDid = currentInstitution(this.trust, this.#id)?.did ?? '';
    const payload = { issuerDid, time: of.time ?? this.#now(), claims: of.claims, samur };
    return signRecord(made(draftRecord(payload, signer.kid, signer.key.algorithm, nodeCrypto)), signer);
  }

  root(records: readonly string[]): Uint8Array {
    let frontier = this.#held;
    for (const jws of records)
      frontier = append(
        frontier,
        leafHash(nodeCrypto.sha256(utf8(jws.slice(0, jws.lastIndexOf('.')))), nodeCrypto),
        nodeCrypto,
      );
    return rootOf(frontier, nodeCrypto);
  }

  /** Sends a batch after what was taken; true in everything that the test does not bend. */
  async send(batch: RogueBatch): Promise<{ readonly status: number; readonly body: Record<string, Json> }> {
    const records = batch.records ?? [];
    const start = batch.start ?? this.#held.size + this.taken.length;
    const all = [...this.taken.slice(0, Math.max(0, start - this.#held.size)), ...records];
    const size = batch.size ?? this.#held.size + all.length;
    const checkpoint = { origin: this.origin, size, root: batch.root ?? this.root(all) };
    const note = await signCheckpoint(checkpoint, this.origin, this.keys.checkpoint, nodeCrypto);
    const plain = JSON.stringify({ origin: this.origin, checkpoint: note, start, records });
    const answer = await this.#request('POST', `/exchange/${this.#recipient}/entries`, utf8(plain), batch);
    if (answer.status === 200) this.taken.push(...records);
    return answer;
  }

  /** Sends bytes as the annex of this hex digest, which they need not have. */
  annex(digest: string, bytes: Uint8Array): ReturnType<RogueSender['send']> {
    const path = `/exchange/${this.#recipient}/annexes/${digest}`;
    return this.#request('PUT', path, bytes, { headers: (signed) => ({ ...signed, 'content-type': 'image/png' }) });
  }

  async #request(
    method: string,
    path: string,
    plain: Uint8Array,
    batch: Pick<RogueBatch, 'created' | 'nonce' | 'body' | 'headers'>,
  ): ReturnType<RogueSender['send']> {
    const url = new URL(path, currentInstitution(this.trust, this.#recipient)?.endpoint);
    const signature = {
      keyid: keyIdOf(currentInstitution(this.trust, this.#id)?.did ?? '', this.keys.request.kid),
      created: batch.created ?? Math.floor(this.#now() / 1000),
      nonce: batch.nonce ?? base64url(new Uint8Array(randomBytes(18))),
    };
    const target = { method, authority: url.host, path: url.pathname };
    const signed = await signRequest(target, plain, signature, this.keys.request, nodeCrypto);
    const headers = { ...signed, 'content-type': 'application/json' };
    const response = await fetch(url, {
      method,
      body: batch.body ? batch.body(new TextDecoder().decode(plain)) : Buffer.from(plain),
      headers: batch.headers ? batch.headers(headers) : headers,
    });
    return { status: response.status, body: (await response.json()) as Record<string, Json> };
  }
}

function made<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${value.path}`);
  return value;
}
