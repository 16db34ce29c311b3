/** What is on its way and at the border on the day on which the story ends. */
import type { DemonstrationStep } from '../../../kernel/demonstration.ts';
import { loadedOnRails, reached } from './controls.ts';
import {
  flourWaiting,
  juiceAppliedFor,
  juiceLate,
  pasteWaiting,
  tomatoesUnderway,
  tomatoesWaiting,
} from './journeys.ts';
import { byRoad, southbound, unnumbered } from './manifests.ts';
import { derbent, yalama } from './registers.ts';
import { atBridge, north, south, truck } from './steps.ts';
import { writtenOff } from './write-offs.ts';

export const today: readonly DemonstrationStep[] = [
  south(flourWaiting.at, 'flour', 'manifest', southbound(flourWaiting)),
  south(
    -1.28,
    'flour-controlled',
    'control-result',
    loadedOnRails({
      number: 'RU-DK-0502',
      at: -1.29,
      office: derbent,
      seals: [
        ['60817574', 'RU4501'],
        ['NMNU4001237', 'RU4502'],
      ],
      gross: '24240',
    }),
    'flour',
  ),
  ...truck('underway', tomatoesUnderway),
  ...truck('waiting', tomatoesWaiting),
  ...truck('paste', pasteWaiting),
  ...truck('juice', juiceLate),
  north(
    -0.05,
    'flour-arrived',
    'manifest-arrival',
    reached({
      office: yalama,
      at: -0.055,
      means: [
        ['60817574', 'RU4501'],
        ['NMNU4001237', 'RU4502'],
      ],
      gross: '24230',
    }),
    'flour',
  ),
  // Declared ahead: what the truck brings is reserved before it stands at the border.
  south(
    -0.06,
    'waiting-reserved',
    'write-off',
    writtenOff({
      declared: [0, 311],
      manifest: 'waiting',
      certificate: 'AZ-PC-DEMO-0008',
      step: 'fourth-tomatoes',
      hs: '0702000000',
      act: 'reserve',
      reserved: '18000',
      consumed: '0',
    }),
  ),
  south(-0.045, 'waiting-arrived', 'manifest-arrival', atBridge(tomatoesWaiting, -0.05, 'AZ0061', '19170'), 'waiting'),
  south(-0.03, 'paste-arrived', 'manifest-arrival', atBridge(pasteWaiting, -0.035, 'AZ0077', '20980'), 'paste'),
  south(-0.01, 'juice-arrived', 'manifest-arrival', atBridge(juiceLate, -0.015, 'AZ0080', '19390'), 'juice'),
  { ...north(juiceAppliedFor.at, 'applied-for', 'manifest', unnumbered(byRoad(juiceAppliedFor))), applied: true },
];
