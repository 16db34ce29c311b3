import type { DemonstrationStep } from '../../kernel/demonstration.ts';
import { agreed } from './demonstration/agreed.ts';
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
