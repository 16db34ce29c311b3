/** Certificates as a plant protection service issues them: the profile's own vectors, each with a number of its own. */
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../kernel/canonical.ts';
import type { DraftRequest } from '../server/institution/service.ts';

async function claimsOf(name: string): Promise<JsonObject> {
  const vector = new URL(`../profiles/phytosanitary/vectors/valid/${name}`, import.meta.url);
  return (JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject }).claims;
}

const twoLines = await claimsOf('tomatoes-and-persimmons.json');
const oneLine = await claimsOf('apples-by-rail.json');

/** Two lines of goods; a record of some 3 KB. `series` sets the numbers of one run apart from those of another. */
export function certificateDraft(series: string, count: number): DraftRequest {
  return draftOf(twoLines, series, count);
}

/** One line of goods; a record of some 2 KB. */
export function shortCertificateDraft(series: string, count: number): DraftRequest {
  return draftOf(oneLine, series, count);
}

function draftOf(claims: JsonObject, series: string, count: number): DraftRequest {
  const number = `AZ-PC-${series}-${String(count).padStart(8, '0')}`;
  return {
    profile: 'phytosanitary',
    type: 'certificate',
    to: ['ru.fsvps'],
    claims: { ...claims, number },
    annexes: [],
  };
}
