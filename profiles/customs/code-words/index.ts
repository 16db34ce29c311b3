import type { Text } from '../../../kernel/finding.ts';
import { countries } from '../../../kernel/words/countries.ts';
import { packageWords } from '../../../kernel/words/packages.ts';
import { dispositionReasons, recognitionReasons, rejectionReasons, withdrawalReasons } from '../reasons.ts';
import { laneCodes, laneWords } from '../selection/words.ts';
import { controlKinds, controlResults, groundWords, recognitionDecisions, violations } from './control.ts';
import { documentKinds } from './documents.ts';
import {
  currencies,
  dispositionKinds,
  extents,
  imageKinds,
  meansKinds,
  modes,
  operatorKinds,
  operatorStates,
  radiationLevels,
  registrationKinds,
  sealers,
  sealStates,
  sides,
  units,
  writeOffActs,
} from './records.ts';

/** What coded values are called, by the end of their path. */
export const codeWords: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  mode: modes,
  modes,
  country: countries,
  dispatch: countries,
  destination: countries,
  origin: countries,
  'means/kind': meansKinds,
  'seals/by': sealers,
  'seals/state': sealStates,
  'packages/kind': packageWords,
  'documents/kind': documentKinds,
  unit: units,
  currency: currencies,
  'manifest-registration/kind': registrationKinds,
  'manifest-registration/reasons/code': rejectionReasons,
  'manifest-disposition/kind': dispositionKinds,
  'manifest-disposition/reasons/code': dispositionReasons,
  'manifest-withdrawal/reason': withdrawalReasons,
  side: sides,
  controls: controlKinds,
  extent: extents,
  result: controlResults,
  lane: laneWords,
  ground: groundWords,
  violations,
  radiation: radiationLevels,
  'images/kind': imageKinds,
  decision: recognitionDecisions,
  'recognition/reasons/code': recognitionReasons,
  'operator/kind': operatorKinds,
  'operator/state': operatorStates,
  grade: laneCodes['lanes/criteria/grades'] ?? {},
  act: writeOffActs,
  ...laneCodes,
};
