/** Certificates as a plant protection service issues them: one of the profile's own vectors, each with a number of its own. */
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../kernel/canonical.ts';
import type { DraftRequest } from '../server/institution/service.ts';

const vector = new URL('../profiles/phytosanitary/vectors/valid/tomatoes-and-persimmons.json', import.meta.url);
const { claims } = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };

/** `series` sets the numbers of one run apart from those of another in the same data folder. */
export function certificateDraft(series: string, count: number): DraftRequest {
  return {
    profile: 'phytosanitary',
    type: 'certificate',
    to: ['ru.fsvps'],
    claims: { ...claims, number: `AZ-PC-${series}-${String(count).padStart(8, '0')}` },
    annexes: [],
  };
}
