/** A certificate as a plant protection service issues it, for one line of goods: a record of some 2 KB. */
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../kernel/canonical.ts';
import type { DraftRequest } from '../server/institution/service.ts';

const vector = new URL('../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims } = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };

/** Each with a number of its own, and one of some thousand lorries; `series` sets the numbers of one run apart from those of another. */
export function certificateDraft(series: string, count: number): DraftRequest {
  const number = `AZ-PC-${series}-${String(count).padStart(8, '0')}`;
  return {
    profile: 'phytosanitary',
    type: 'certificate',
    to: ['ru.fsvps'],
    claims: { ...claims, number, conveyances: [{ mode: '3', id: `10-XX-${String(count % 9973).padStart(4, '0')}` }] },
    annexes: [],
  };
}
