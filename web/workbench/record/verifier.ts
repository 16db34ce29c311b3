/** Asks the worker. It lives as long as one question, which keeps nothing between records. */

import { pinName, trustName } from '../../verify/trust.ts';
import { ask, send } from '../api/client.ts';
import { language } from '../language.ts';
import workerPath from './evidence-worker.ts?worker&url';
import type { Answer, Question, Shown } from './verified.ts';

interface Policy {
  createScriptURL(path: string): string;
}

const rules: Policy = {
  createScriptURL(path) {
    if (path !== workerPath) throw new TypeError('no script of this page');
    return path;
  },
};
/** Browsers with Trusted Types start scripts only from addresses that a policy has let through: here, one. */
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const policy = trustedTypes?.createPolicy('samur-evidence', rules) ?? rules;

const patienceMs = 60_000;

/** Fetches what is needed and verifies it. Refusals of the server are thrown as `Problem`. */
export async function verifyRecord(shown: Shown, signal: AbortSignal): Promise<Answer> {
  const [evidence, servedTrust] = await Promise.all([
    send(`/api/records/${shown.id}/evidence`, { signal }).then((answer) => answer.text()),
    ask<unknown>('/api/trust', { signal }).then(
      (trust) => JSON.stringify(trust),
      () => undefined,
    ),
  ]);
  const kept = Object.fromEntries([pinName, trustName].map((name) => [name, read(name)]));
  const answer = await inWorker({ language, evidence, servedTrust, kept, shown, now: Date.now() }, signal);
  if (answer.kind === 'verified') for (const [name, text] of Object.entries(answer.keep)) write(name, text);
  return answer;
}

function inWorker(question: Question, signal: AbortSignal): Promise<Answer> {
  const worker = new Worker(policy.createScriptURL(workerPath), { type: 'module' });
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]).addEventListener('abort', () =>
      reject(new Error('verification was cut off')),
    );
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

/** The list that the page for checking documents keeps, too: both are of this host. */
function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function write(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Full, or forbidden: every visit is the first, then.
  }
}
