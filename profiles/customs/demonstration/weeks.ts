/** Journeys from Azerbaijan to Russia that are over. */
import type { DemonstrationStep } from '../../../kernel/demonstration.ts';
import {
  disposition,
  loadedOnRails,
  passed,
  reached,
  recognisedInFull,
  weighedAgain,
  weightDiffers,
} from './controls.ts';
import { appleManifest, applesByRail, greenTomatoes, returnedTomatoes } from './journeys.ts';
import { samurStation, yalama, yaragKazmalyar } from './registers.ts';
import { atBridge, north, south, truck } from './steps.ts';
import { writtenOff } from './write-offs.ts';

const greenPosition = {
  declared: [-20, 301],
  manifest: 'green',
  certificate: 'AZ-PC-DEMO-0001',
  step: 'tomatoes',
  hs: '0702000000',
} as const;
const applePosition = {
  office: samurStation,
  declared: [-15, 77],
  manifest: 'apples',
  certificate: 'AZ-PC-DEMO-0002',
  step: 'apples',
  hs: '0808108000',
} as const;

export const northbound: readonly DemonstrationStep[] = [
  ...truck('green', greenTomatoes),
  south(
    -19.9,
    'green-reserved',
    'write-off',
    writtenOff({ ...greenPosition, act: 'reserve', reserved: '18000', consumed: '0' }),
  ),
  south(-19.54, 'green-arrived', 'manifest-arrival', atBridge(greenTomatoes, -19.55, 'AZ0012', '19180'), 'green'),
  south(-19.49, 'green-passed', 'recognition', passed, 'green'),
  south(
    -19.48,
    'green-consumed',
    'write-off',
    writtenOff({ ...greenPosition, act: 'consume', reserved: '0', consumed: '18000' }),
  ),
  south(-18.5, 'green-closed', 'manifest-disposition', disposition('close', yaragKazmalyar), 'green'),

  north(applesByRail.at, 'apples', 'manifest', appleManifest),
  north(
    -16.79,
    'apples-controlled',
    'control-result',
    loadedOnRails({ number: 'AZ-NN-0102', at: -16.8, office: yalama, seals: [['91860346', 'AZ0020']], gross: '43200' }),
    'apples',
  ),
  south(
    -14.55,
    'apples-arrived',
    'manifest-arrival',
    reached({ office: samurStation, at: -14.56, means: [['91860346', 'AZ0020']], gross: '42440' }),
    'apples',
  ),
  {
    ...south(-14.545, 'apples-too-light', 'recognition', { ...recognisedInFull, office: samurStation }, 'apples'),
    refused: 'weight-outside',
  },
  south(-14.54, 'apples-recognised', 'recognition', weightDiffers, 'apples'),
  south(-14.52, 'apples-weighed', 'control-result', weighedAgain, 'apples'),
  south(-14.499, 'apples-released', 'manifest-disposition', disposition('release', samurStation), 'apples'),
  south(
    -14.49,
    'apples-reserved',
    'write-off',
    writtenOff({ ...applePosition, act: 'reserve', reserved: '41250', consumed: '0' }),
  ),
  south(
    -14.48,
    'apples-consumed',
    'write-off',
    writtenOff({ ...applePosition, act: 'consume', reserved: '0', consumed: '41250' }),
  ),

  ...truck('returned', returnedTomatoes),
  // The consignee is suspended: no server registers that by itself.
  south(
    -11.92,
    'returned-registered',
    'manifest-registration',
    { kind: 'register', office: yaragKazmalyar },
    'returned',
  ),
  south(
    -10.85,
    'returned-arrived',
    'manifest-arrival',
    atBridge(returnedTomatoes, -10.86, 'AZ0023', '20390'),
    'returned',
  ),
  south(
    -10.79,
    'returned-detained',
    'manifest-disposition',
    disposition('detain', yaragKazmalyar, ['samples-examined', 'Ожидается заключение лаборатории карантина растений.']),
    'returned',
  ),
  south(
    -9.28,
    'returned-back',
    'manifest-disposition',
    disposition('return', yaragKazmalyar, [
      'other-authority',
      'Партия возвращается по решению службы карантина растений.',
    ]),
    'returned',
  ),
  south(-8.6, 'returned-closed', 'manifest-disposition', disposition('close', yaragKazmalyar), 'returned'),
];
