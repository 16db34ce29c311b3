/** A train from Russia to Azerbaijan, with a question on the way. */
import type { DemonstrationStep } from '../../../kernel/demonstration.ts';
import { disposition, loadedOnRails, lookedInto, reached, timberExamined } from './controls.ts';
import { timber } from './journeys.ts';
import { southbound } from './manifests.ts';
import { derbent, yalama } from './registers.ts';
import { north, south } from './steps.ts';

export const timberTrain: readonly DemonstrationStep[] = [
  south(timber.at, 'timber', 'manifest', southbound(timber)),
  south(
    -4.88,
    'timber-controlled',
    'control-result',
    loadedOnRails({
      number: 'RU-DK-0501',
      at: -4.89,
      office: derbent,
      seals: [
        ['60817558', 'RU4410'],
        ['60817566', 'RU4411'],
      ],
      gross: '98400',
    }),
    'timber',
  ),
  north(
    -4.8,
    'timber-asked',
    'manifest-query',
    {
      text: '60817566 nömrəli vaqonda neçə bağlama olduğunu bildirməyinizi xahiş edirik. (Просим сообщить, сколько пакетов в вагоне 60817566.)',
      about: '/lines/0/packages',
    },
    'timber',
  ),
  south(
    -4.72,
    'timber-answered',
    'manifest-reply',
    {
      text: 'В вагоне 60817566 — 30 пакетов, в вагоне 60817558 — 32. (60817566 nömrəli vaqonda 30, 60817558 nömrəli vaqonda 32 bağlama var.)',
    },
    'timber',
  ),
  north(
    -3.18,
    'timber-arrived',
    'manifest-arrival',
    reached({
      office: yalama,
      at: -3.2,
      means: [
        ['60817558', 'RU4410'],
        ['60817566', 'RU4411'],
      ],
      gross: '98350',
    }),
    'timber',
  ),
  north(-3.15, 'timber-recognised', 'recognition', lookedInto, 'timber'),
  north(-3.13, 'timber-examined', 'control-result', timberExamined, 'timber'),
  north(-3.11, 'timber-released', 'manifest-disposition', disposition('release', yalama), 'timber'),
];
