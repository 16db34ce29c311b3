import type { JsonObject } from '../../kernel/canonical.ts';
import type { DemonstrationStep } from '../../kernel/demonstration.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Decision, QueryAnswer, Withdrawal } from './claims/follow-ups.ts';
import { hazelnuts, persimmons, persimmonsReplaced, pomegranates } from './demonstration/claims.ts';
import { applesByRail, tomatoesByRoad } from './demonstration/documents.ts';

const exporter = { by: 'az.afsa', to: ['ru.fsvps'] } as const;
const importer = { by: 'ru.fsvps', to: ['az.afsa'] } as const;

const xml = (text: string) => () => ({ mediaType: 'application/xml', text });
const claims = (value: Certificate | Decision | QueryAnswer | Withdrawal) => () => value as unknown as JsonObject;

const decide = (key: string, about: string, decision: Decision): DemonstrationStep => ({
  ...importer,
  key,
  type: 'decision',
  about,
  claims: claims(decision),
});

/**
 * Two weeks of November 2026 on the Azerbaijan to Russia way: goods by road and rail, one query, one refusal
 * followed by a replacement, one withdrawal, one certificate still to be decided.
 */
export const demonstration: readonly DemonstrationStep[] = [
  { ...exporter, key: 'tomatoes', type: 'certificate', document: xml(tomatoesByRoad) },
  decide('tomatoes-recognised', 'tomatoes', { kind: 'recognise' }),
  { ...exporter, key: 'apples', type: 'certificate', document: xml(applesByRail) },
  decide('apples-queried', 'apples', {
    kind: 'query',
    text: 'Просим сообщить, какая пломба наложена на вагон 91860344: в перевозочном документе указан номер AZ0021.',
  }),
  {
    ...exporter,
    key: 'apples-answered',
    type: 'answer',
    about: 'apples',
    claims: claims({
      text:
        'Vaqona AZ0020 nömrəli plomb vurulub; AZ0021 soyuducu qurğunun plombudur. ' +
        '(На вагон наложена пломба AZ0020; AZ0021 — пломба холодильной установки.)',
    }),
  },
  decide('apples-recognised', 'apples', { kind: 'recognise' }),
  { ...exporter, key: 'persimmons', type: 'certificate', claims: claims(persimmons) },
  decide('persimmons-refused', 'persimmons', {
    kind: 'refuse',
    reasons: [
      { code: 'data-mismatch', line: 1, text: 'При досмотре насчитано 1580 мест вместо 1600.' },
      { code: 'seal-broken', text: 'Номер наложенной пломбы AZ0047, в сертификате AZ0031.' },
    ],
  }),
  {
    ...exporter,
    key: 'persimmons-replaced',
    type: 'certificate',
    about: 'persimmons',
    claims: claims(persimmonsReplaced),
  },
  decide('persimmons-recognised', 'persimmons-replaced', { kind: 'recognise' }),
  { ...exporter, key: 'hazelnuts', type: 'certificate', claims: claims(hazelnuts) },
  {
    ...exporter,
    key: 'hazelnuts-withdrawn',
    type: 'withdrawal',
    about: 'hazelnuts',
    claims: claims({ reason: 'consignment-not-sent', text: 'Alıcı sifarişi ləğv edib, yük yola salınmayıb.' }),
  },
  { ...exporter, key: 'pomegranates', type: 'certificate', claims: claims(pomegranates) },
];
