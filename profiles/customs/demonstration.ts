import type { DemonstrationStep } from '../../kernel/demonstration.ts';
import { agreed } from './demonstration/agreed.ts';
import { juiceMaker, vegetables } from './demonstration/parties.ts';
import { resealedTruck } from './demonstration/resealed.ts';
import { timberTrain } from './demonstration/timber.ts';
import { today } from './demonstration/today.ts';
import { northbound } from './demonstration/weeks.ts';

/**
 * The customs side of the weeks that the plant-health story tells, on the same trucks and wagons. Every name and number
 * is invented.
 */
export const demonstration: readonly DemonstrationStep[] = [
  ...agreed,
  ...northbound,
  ...resealedTruck,
  ...timberTrain,
  ...today,
];

/** Whoever applies for the manifest of a truck, and whoever waits for most of the trucks. */
export const traders: Readonly<Record<string, readonly string[]>> = {
  'az.customs': [`${juiceMaker.country} ${juiceMaker.id}`],
  'ru.fts': [`${vegetables.country} ${vegetables.id}`],
};
