/** One attempt to deliver: no redirects, a limit of time, and nothing of the answer but its status. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { webhookSignature } from './webhook-signature.ts';

export const deliveryTimeoutMs = 10_000;

export interface Message {
  readonly id: string;
  readonly body: string;
}

export interface Outcome {
  readonly delivered: boolean;
  /** Of the answer; absent when there was none. */
  readonly status?: number;
  /** A code, never the receiver's own words. */
  readonly error?: string;
  readonly ms: number;
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9.-]+\.localhost)$/;

/** Where deliveries may go: HTTPS, without credentials. A demonstration may also tell a program on its own machine. */
export function checkTarget(text: string, demonstration: boolean): URL | Refusal {
  const url = URL.parse(text);
  const fault = refuse('input.bad-value', { name: 'url', expected: 'https://…' }, '/url');
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return fault;
  if (url.protocol === 'https:') return url;
  return url.protocol === 'http:' && demonstration && loopback.test(url.hostname) ? url : fault;
}

export async function post(
  url: string,
  secret: Uint8Array,
  { id, body }: Message,
  { time, timeoutMs, stop }: { readonly time: number; readonly timeoutMs: number; readonly stop: AbortSignal },
): Promise<Outcome> {
  const seconds = Math.floor(time / 1000);
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), stop]),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'samur',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': webhookSignature(secret, id, seconds, body),
      },
    });
    // Whatever the receiver has to say, it is not read.
    await answer.body?.cancel();
    const { status } = answer;
    if (status >= 200 && status < 300) return { delivered: true, status, ms: ms() };
    return { delivered: false, status, error: status >= 300 && status < 400 ? 'redirect' : 'status', ms: ms() };
  } catch (fault) {
    return { delivered: false, error: errorOf(fault), ms: ms() };
  }
}

function errorOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  if (fault.name === 'TimeoutError') return 'timeout';
  if (fault.name === 'AbortError') return 'stopped';
  const { code } = (fault.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code.slice(0, 60) : 'unknown';
}
