/** The sending side of the exchange over HTTP: signed requests to the recipient's endpoint in the trust list. */
import { base64url, utf8 } from '../../kernel/bytes.ts';
import { signRequest } from '../../kernel/exchange/request-signature.ts';
import { keyIdOf } from '../../kernel/trust/did.ts';
import { currentInstitution } from '../../kernel/trust/lookup.ts';
import { type Core, self } from './core.ts';

export interface OutgoingBatch {
  readonly origin: string;
  readonly checkpoint: string;
  readonly start: number;
  readonly records: readonly string[];
}

export type ExchangeAnswer =
  | { readonly kind: 'stored'; readonly cosignature: string }
  | { readonly kind: 'resume'; readonly size: number }
  | { readonly kind: 'annexes'; readonly missing: readonly string[] }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string };

const timeout = 30_000;
/** Somebody waits for the answer, and there is a kept copy. */
const listTimeout = 5_000;
/** Characters; a list of which every other entry is set has 30,000. */
const maxListLength = 256 * 1024;

export class ExchangeClient {
  readonly #core: Core;
  readonly #clock: () => number;
  readonly #stop = new AbortController();

  constructor(core: Core, clock: () => number) {
    this.#core = core;
    this.#clock = clock;
  }

  /** Ends requests under way: their batches are delivered again after the next start. */
  stop(): void {
    this.#stop.abort();
  }

  async deliver(recipient: string, batch: OutgoingBatch): Promise<ExchangeAnswer> {
    const path = `/exchange/${recipient}/entries`;
    const response = await this.#send('POST', recipient, path, utf8(JSON.stringify(batch)), 'application/json');
    const body = (await response.json()) as { code?: string; size?: number; cosignature?: string; missing?: string[] };
    if (response.status === 200 && typeof body.cosignature === 'string')
      return { kind: 'stored', cosignature: body.cosignature };
    if (response.status === 409 && typeof body.size === 'number') return { kind: 'resume', size: body.size };
    if (response.status === 424 && Array.isArray(body.missing)) return { kind: 'annexes', missing: body.missing };
    return { kind: 'refused', status: response.status, code: body.code ?? '' };
  }

  async sendAnnex(recipient: string, digest: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    const response = await this.#send('PUT', recipient, `/exchange/${recipient}/annexes/${digest}`, bytes, mediaType);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`annex ${digest}: ${response.status}`);
  }

  /** The status list as its institution's server gives it, unchecked; undefined when it gives none. */
  async statusList(institution: string, number: number): Promise<string | undefined> {
    const endpoint = currentInstitution(this.#core.trust, institution)?.endpoint;
    if (endpoint === undefined) return undefined;
    const response = await fetch(new URL(`/status/${institution}/${number}`, endpoint), {
      headers: { accept: 'application/vc+jwt' },
      redirect: 'error',
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(listTimeout)]),
    });
    if (!response.ok || !response.body) return undefined;
    let text = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      if (text.length > maxListLength) return undefined;
    }
    return text;
  }

  async #send(method: string, recipient: string, path: string, body: Uint8Array, mediaType: string): Promise<Response> {
    const { trust, keys, crypto, random } = this.#core;
    const institution = currentInstitution(trust, recipient);
    if (!institution) throw new Error(`${recipient} does not stand in the trust list`);
    const url = new URL(path, institution.endpoint);
    const signature = {
      keyid: keyIdOf(self(this.#core, trust).did, keys.request.kid),
      created: Math.floor(this.#clock() / 1000),
      nonce: base64url(random(18)),
    };
    const target = { method, authority: url.host, path: url.pathname };
    const headers = await signRequest(target, body, signature, keys.request, crypto);
    return fetch(url, {
      method,
      body: Buffer.from(body),
      headers: { ...headers, 'content-type': mediaType },
      redirect: 'error',
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(timeout)]),
    });
  }
}
