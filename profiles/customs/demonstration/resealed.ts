/** A truck whose seal is not the one that was told, and a certificate that is offered a second time. */
import type { DemonstrationStep } from '../../../kernel/demonstration.ts';
import { disposition, examinedForSeal, passed, resealed, sealDiffers } from './controls.ts';
import { resealedTomatoes } from './journeys.ts';
import { tagirkent, yaragKazmalyar } from './registers.ts';
import { atBridge, north, south, truck } from './steps.ts';
import { writtenOff } from './write-offs.ts';

const resealedPosition = {
  declared: [-7, 318],
  certificate: 'AZ-PC-DEMO-0004',
  step: 'second-tomatoes',
  hs: '0702000000',
} as const;

export const resealedTruck: readonly DemonstrationStep[] = [
  ...truck('resealed', resealedTomatoes),
  south(
    -6.5,
    'resealed-reserved',
    'write-off',
    writtenOff({ ...resealedPosition, manifest: 'resealed', act: 'reserve', reserved: '18600', consumed: '0' }),
  ),
  south(
    -6.395,
    'resealed-arrived',
    'manifest-arrival',
    atBridge(resealedTomatoes, -6.4, 'AZ0053', '19790'),
    'resealed',
  ),
  { ...south(-6.39, 'resealed-refused', 'recognition', passed, 'resealed'), refused: 'seal-absent' },
  south(-6.385, 'resealed-declined', 'recognition', sealDiffers, 'resealed'),
  south(-6.34, 'resealed-examined', 'control-result', examinedForSeal, 'resealed'),
  south(
    -6.335,
    'resealed-detained',
    'manifest-disposition',
    disposition('detain', yaragKazmalyar, ['discrepancy-found', 'До объяснения отправляющей стороны.']),
    'resealed',
  ),
  north(-6.27, 'resealed-explained', 'control-result', resealed, 'resealed'),
  south(-6.25, 'resealed-released', 'manifest-disposition', disposition('release', yaragKazmalyar), 'resealed'),
  south(
    -6.24,
    'resealed-consumed',
    'write-off',
    writtenOff({ ...resealedPosition, manifest: 'resealed', act: 'consume', reserved: '0', consumed: '18600' }),
  ),

  {
    ...south(
      -3,
      'offered-twice',
      'write-off',
      writtenOff({
        ...resealedPosition,
        office: tagirkent,
        declared: [-3, 12],
        act: 'reserve',
        reserved: '18600',
        consumed: '0',
      }),
    ),
    refused: 'ledger.insufficient',
  },
];
