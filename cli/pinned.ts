/** The pinned anchors and the trust list that a verification starts from. Files only: no server is asked. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../kernel/canonical.ts';
import { Refusal } from '../kernel/refusal.ts';
import { importTrust } from '../kernel/trust/bundle.ts';
import { type Pin, readPin } from '../kernel/trust/pin.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import { sentence } from '../kernel/words.ts';
import type { Context } from './command.ts';
import { countryFolder, isInstitution } from './context.ts';
import { exit, Failure } from './failure.ts';
import { objectIn, readObject } from './files.ts';

export async function pinnedAnchors(context: Context): Promise<Pin | Failure> {
  const stated = context.option('anchor');
  const file = stated ?? (await firstPin(context));
  if (file === undefined) return new Failure(exit.usage, [context.say('no-anchor')]);
  const json = await readObject(context, file);
  if (json instanceof Failure) return json;
  const pin = readPin(json, context.crypto);
  return pin instanceof Refusal ? new Failure(exit.usage, [context.say('bad-anchor', { file })]) : pin;
}

/** The list that the server keeps beside the pin found below `SAMUR_DATA`; undefined when the pin is another. */
export async function keptTrustFile(context: Context): Promise<string | undefined> {
  const pin = context.option('anchor') === undefined ? await firstPin(context) : undefined;
  return pin === undefined ? undefined : join(dirname(pin), 'trust.json');
}

async function firstPin(context: Context): Promise<string | undefined> {
  const institution = context.option('as');
  if (institution !== undefined && !isInstitution(institution)) return undefined;
  const folders = institution === undefined ? await countryFolders(context.dataFolder) : [countryFolder(institution)];
  for (const folder of folders) {
    const file = join(context.dataFolder, folder, 'pin.json');
    try {
      if (objectIn(new Uint8Array(await readFile(file)))) return file;
    } catch {
      // Not every country folder need hold one.
    }
  }
  return undefined;
}

/** Folders named like a country below the data folder, ascending. */
export async function countryFolders(dataFolder: string): Promise<string[]> {
  try {
    const names = await readdir(dataFolder);
    return names.filter((name) => /^[a-z]{2}$/.test(name)).sort();
  } catch {
    return [];
  }
}

export function trustFrom(context: Context, exported: JsonObject, pin: Pin, file: string): TrustList | Failure {
  const trust = importTrust(pin, exported, context.crypto);
  if (!(trust instanceof Refusal)) return trust;
  const reason = sentence(trust, context.language);
  return new Failure(exit.refused, [`${context.say('bad-trust', { file, reason })} [${trust.code}]`]);
}

/** The list named by `--trust`, else the one kept beside the pin: with it, an old list in a file hides nothing. */
export async function knownTrust(context: Context, pin: Pin): Promise<TrustList | undefined | Failure> {
  const stated = context.option('trust');
  const file = stated ?? (await keptTrustFile(context));
  if (file === undefined) return undefined;
  const exported = await readObject(context, file);
  if (exported instanceof Failure) return stated === undefined ? undefined : exported;
  return trustFrom(context, exported, pin, file);
}
