import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fromUtf8 } from '../kernel/bytes.ts';
import type { JsonObject } from '../kernel/canonical.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Context } from './command.ts';
import { exit, Failure } from './failure.ts';

export async function readBytes(context: Context, file: string): Promise<Uint8Array | Failure> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return new Failure(exit.usage, [context.say('no-file', { file })]);
  }
}

export async function readObject(context: Context, file: string): Promise<JsonObject | Failure> {
  const bytes = await readBytes(context, file);
  return bytes instanceof Failure ? bytes : (objectIn(bytes) ?? notJson(context, file));
}

export function objectIn(bytes: Uint8Array): JsonObject | undefined {
  const text = fromUtf8(bytes);
  if (text instanceof Refusal) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

export function notJson(context: Context, file: string): Failure {
  return new Failure(exit.usage, [context.say('file-not-json', { file })]);
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
};

/** Name and media type that an annex is stored under. */
export function annexNaming(file: string): { name: string; mediaType: string } {
  return { name: basename(file), mediaType: mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream' };
}
