/** Growers, their admissions and certificates of their goods, as far as rules ask. Made-up names throughout. */
import type { JsonObject } from '../kernel/canonical.ts';
import { isTaxNumber } from '../kernel/check-digits.ts';
import type { DraftRequest } from '../server/institution/service.ts';
import { certificateDraft } from './certificates.ts';

export const [exporter, importer] = ['az.afsa', 'ru.fsvps'] as const;
export const product = 'MABSD';
const season = '2026';

const dayMs = 86_400_000;
export const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
export const growerId = (index: number) => `AZ-G-${String(index).padStart(4, '0')}`;
const both = (az: string, ru: string) => [
  { text: az, language: 'az' },
  { text: ru, language: 'ru' },
];

function draft(type: string, claims: JsonObject, to: string, about?: string): DraftRequest {
  return { profile: 'phytosanitary', type, claims, to: [to], annexes: [], ...(about !== undefined && { about }) };
}

/** The n-th number whose check digit is right. */
function taxNumber(n: number): string {
  let found = -1;
  for (let serial = 100_000_000; ; serial++) {
    const value = `${serial}1`;
    if (isTaxNumber('AZ', value) && ++found === n) return value;
  }
}

export function growerDraft(index: number): DraftRequest {
  const claims = {
    id: growerId(index),
    kind: 'grower',
    status: 'active',
    name: `Nümunə ${index}`,
    taxNumber: { country: 'AZ', value: taxNumber(index) },
    products: [product],
    since: inDays(0),
  };
  return draft('grower', claims, importer);
}

export function admissionDraft(index: number, tonnes = '1000000'): DraftRequest {
  const volume = { value: tonnes, unit: 'TNE' };
  const days = { from: inDays(0), to: inDays(300) };
  return draft('admission', { exporter, grower: growerId(index), product, season, ...days, volume }, exporter);
}

export function suspensionDraft(claims: JsonObject): DraftRequest {
  return draft('suspension', { exporter, product, reason: 'data-unreliable', ...claims }, exporter);
}

export function liftingDraft(about: string): DraftRequest {
  return draft('lifting', {}, exporter, about);
}

export function requirementDraft(number: string, from: string, obligation: JsonObject): DraftRequest {
  const claims = {
    number,
    titles: both('Alma idxalı', 'Ввоз яблок'),
    texts: both('Yalnız buraxılmış istehsalçılardan.', 'Только от допущенных производителей.'),
    legalAct: 'Образец № 1',
    products: [product],
    from,
    obligations: [obligation],
  };
  return draft('requirement', claims, exporter);
}

export const declared = { kind: 'declaration', wordings: both('Zərərli orqanizmdən azaddır', 'Свободно от вредителя') };

/** A lot of 42.5 t in equal shares of some growers: one wagon, one line, one source for each. */
export function lotDraft(series: string, count: number, growers: readonly number[]): DraftRequest {
  const { claims, ...rest } = certificateDraft(series, count);
  const [line] = claims['lines'] as JsonObject[];
  const quantity = { value: String(42_500 / growers.length), unit: 'KGM' };
  const sources = growers.map((grower) => ({ grower: growerId(grower), product, season, quantity }));
  return { ...rest, claims: { ...claims, lines: [{ ...line, sources }] } };
}
