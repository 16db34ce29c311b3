/** Rows of a file: a workbook in a worker of its own, anything else as separated values. */

import { decode, readDelimited, type Sheet, Unreadable } from './delimited.ts';
import workerPath from './xlsx-worker.ts?worker&url';

export type WorkbookAnswer = { readonly sheet: Sheet } | { readonly reason: Unreadable['reason'] };

export interface ReadSheet {
  readonly sheet: Sheet;
  /** Numbers stand as a program stores them. */
  readonly stored: boolean;
}

const patienceMs = 20_000;
const mostBytes = 20_000_000;

/** Throws `Unreadable`. */
export async function readFile(file: Blob): Promise<ReadSheet> {
  if (file.size > mostBytes) throw new Unreadable('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return { sheet: readDelimited(decode(bytes)), stored: false };
  return { sheet: await inWorker(bytes), stored: true };
}

interface Policy {
  createScriptURL(path: string): string;
}

function inWorker(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet> {
  const worker = new Worker(policy.createScriptURL(workerPath), { type: 'module' });
  return new Promise<Sheet>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreadable('too-large')), patienceMs);
    worker.onmessage = ({ data }: MessageEvent<WorkbookAnswer>) => {
      clearTimeout(timer);
      if ('sheet' in data) resolve(data.sheet);
      else reject(new Unreadable(data.reason));
    };
    worker.onerror = () => {
      clearTimeout(timer);
      reject(new Unreadable('not-a-workbook'));
    };
    worker.postMessage(bytes.buffer, [bytes.buffer]);
  }).finally(() => worker.terminate());
}

interface Policy {
  createScriptURL(path: string): string;
}

/** Browsers with Trusted Types start a worker only from an address that a policy has let through: here, one. */
const rules: Policy = {
  createScriptURL(path) {
    if (path !== workerPath) throw new TypeError('no script of this page');
    return path;
  },
};
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
const policy = trustedTypes?.createPolicy('samur-workbooks', rules) ?? rules;
