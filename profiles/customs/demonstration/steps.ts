/** How steps of the story are written down. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { DemonstrationStep, Told } from '../../../kernel/demonstration.ts';
import { minute, reached, scannedInGanja } from './controls.ts';
import { byRoad, type RoadJourney, trailerOf } from './manifests.ts';

type Claims = object | ((told: Told) => object);
type Step = [at: number, key: string, type: string, claims: Claims, about?: string];

function step(by: string, to: readonly string[], [at, key, type, claims, about]: Step): DemonstrationStep {
  return {
    by,
    to,
    at,
    key,
    type,
    ...(about !== undefined && { about }),
    claims: (told) => (typeof claims === 'function' ? claims(told) : claims) as JsonObject,
  };
}

/** About one manifest: to the other customs service, and to the plant protection services that look at the same goods. */
export const north = (...args: Step) => step('az.customs', ['ru.fts', 'ru.fsvps', 'az.afsa'], args);
export const south = (...args: Step) => step('ru.fts', ['az.customs', 'az.afsa', 'ru.fsvps'], args);
/** What only the two customs services agree on. */
export const toRussia = (...args: Step) => step('az.customs', ['ru.fts'], args);
export const toAzerbaijan = (...args: Step) => step('ru.fts', ['az.customs'], args);

/** The manifest of a truck, and a few minutes later the result of the control in Ganja. */
export function truck(key: string, journey: RoadJourney): DemonstrationStep[] {
  const { at, serial, plate, seal, goods, image } = journey;
  const scanned = scannedInGanja({
    number: `AZ-NN-${String(serial).padStart(4, '0')}`,
    at: at + 5 * minute,
    means: trailerOf(plate),
    seal,
    gross: goods.gross,
    image,
  });
  return [
    north(at, key, 'manifest', byRoad(journey)),
    north(at + 8 * minute, `${key}-controlled`, 'control-result', scanned, key),
  ];
}

export const atBridge = (journey: RoadJourney, at: number, seal: string, gross: string) =>
  reached({ at, means: [[journey.plate], [trailerOf(journey.plate), seal]], gross });
