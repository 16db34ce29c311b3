import type { Text } from '../../../kernel/finding.ts';
import { certificateLabels } from './certificate.ts';
import { followUpLabels } from './follow-ups.ts';
import { goodsLabels } from './goods.ts';
import { partyLabels } from './parties.ts';
import { registerLabels } from './registers.ts';
import { requirementLabels } from './requirements.ts';
import { shipmentLabels } from './shipment.ts';

/** What the members of claims are called, in the words of ISPM 12 and of official certificates. */
export const labels: Readonly<Record<string, Text>> = {
  ...certificateLabels,
  ...partyLabels,
  ...goodsLabels,
  ...registerLabels,
  ...requirementLabels,
  ...shipmentLabels,
  ...followUpLabels,
};

/** A country that is only its code, a person that is only a name: the label of the whole says it. */
export const evident: readonly string[] = [
  ...['code', 'id', 'name', 'names', 'person', 'result', 'texts'],
  ...[
    'hs/code',
    'seals/number',
    'containers/number',
    'samples/number',
    'statements/number',
    'obligations/kind',
    'origins/country',
  ],
];
