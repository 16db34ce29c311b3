import type { JsonObject } from '../../kernel/canonical.ts';
import type { DemonstrationStep, Told } from '../../kernel/demonstration.ts';
import { acknowledged, closed, investigated, lifting, nonCompliance, suspension } from './demonstration/case.ts';
import { apples, companyTomatoes, cooperativeTomatoes, hazelnuts } from './demonstration/certificates.ts';
import { persimmonsByRoad } from './demonstration/documents.ts';
import { cooperative, greenhouse, greenhouseCompany, member, orchardCompany } from './demonstration/growers.ts';
import { admission, appleRequirement, rail, road, tomatoRequirement } from './demonstration/requirements.ts';
import {
  arrivedShort,
  byRail,
  byRoad,
  exportResult,
  importResult,
  released,
  returned,
  sampled,
} from './demonstration/shipments.ts';

type Claims = object | ((told: Told) => object);

/** Customs on both ways hold certificates, and whatever follows them. */
const customs = ['az.customs', 'ru.fts'];
const seenByCustoms = new Set(['certificate', 'decision', 'answer', 'inspection', 'withdrawal']);

function step(by: string, to: string, at: number, key: string, type: string, claims: Claims, about?: string) {
  return {
    by,
    to: [to, ...(seenByCustoms.has(type) ? customs : [])],
    at,
    key,
    type,
    ...(about !== undefined && { about }),
    claims: (told: Told) => (typeof claims === 'function' ? claims(told) : claims) as JsonObject,
  } satisfies DemonstrationStep;
}

type Step = [at: number, key: string, type: string, claims: Claims, about?: string];
const exporter = (...args: Step) => step('az.afsa', 'ru.fsvps', ...args);
const importer = (...args: Step) => step('ru.fsvps', 'az.afsa', ...args);

const result = (number: string, at: number, product: string, grower: string, pests: readonly string[]) =>
  exportResult({ number, at, product, grower, pests });
const tomatoPests = ['TOBRFV', 'GNORAB'];

const lot = (number: string, at: number, net: string, vehicle: string, seal: string, sample: string) => ({
  number,
  at,
  net,
  gross: String(Number(net) + 1200),
  boxes: String(Number(net) / 6),
  vehicle,
  seal,
  result: sample,
});

const journey = (number: string, certificate: string, expected: number, vehicle: string, seal: string) => ({
  number,
  certificate,
  expected,
  checkpoint: road,
  vehicle,
  seal,
});

/**
 * Five weeks on the Azerbaijan to Russia way: growers are registered and admitted, a season opens, goods go by road and
 * rail; a virus is found in one lot, one grower is suspended while another goes on, the case is closed and the
 * suspension lifted. Every name and number is invented.
 */
export const demonstration: readonly DemonstrationStep[] = [
  exporter(-35, 'company', 'grower', greenhouseCompany),
  exporter(-34.9, 'greenhouse', 'grower', greenhouse),
  exporter(-34.8, 'member', 'grower', member),
  exporter(-34.7, 'cooperative-registered', 'grower', cooperative),
  exporter(-34.6, 'orchard', 'grower', orchardCompany),
  importer(-34, 'tomato-requirement', 'requirement', tomatoRequirement),
  importer(-33.9, 'apple-requirement', 'requirement', appleRequirement),
  importer(-33, 'company-admitted', 'admission', admission('AZ-TM-014', 'LYPES', '2000')),
  importer(-32.9, 'cooperative-admitted', 'admission', admission('AZ-TM-100', 'LYPES', '900')),
  importer(-32.8, 'orchard-admitted', 'admission', admission('AZ-AP-007', 'MABSD', '2400')),

  exporter(-22, 'tomatoes-result', 'laboratory-result', result('AZ-LAB-101', -22, 'LYPES', 'AZ-TM-014', tomatoPests)),
  exporter(
    -21,
    'tomatoes',
    'certificate',
    companyTomatoes(lot('AZ-PC-DEMO-0001', -21, '18000', '10-XX-042', 'AZ0012', 'tomatoes-result')),
  ),
  exporter(
    -20.9,
    'tomatoes-notice',
    'prior-notice',
    byRoad(journey('AZ-PN-DEMO-01', 'tomatoes', -19.6, '10-XX-042', 'AZ0012')),
  ),
  importer(-20.7, 'tomatoes-recognised', 'decision', { kind: 'recognise' }, 'tomatoes'),
  importer(-19.5, 'tomatoes-released', 'inspection', released(-19.51, road, '18000'), 'tomatoes'),

  exporter(-18, 'apples-result', 'laboratory-result', result('AZ-LAB-102', -18, 'MABSD', 'AZ-AP-007', ['LASPMO'])),
  exporter(
    -17,
    'apples',
    'certificate',
    apples(lot('AZ-PC-DEMO-0002', -17, '42000', '91860346', 'AZ0020', 'apples-result')),
  ),
  exporter(
    -16.9,
    'apples-notice',
    'prior-notice',
    byRail({ ...journey('AZ-PN-DEMO-02', 'apples', -14.6, '91860346', 'AZ0020'), checkpoint: rail }),
  ),
  importer(
    -16.5,
    'apples-queried',
    'decision',
    {
      kind: 'query',
      text: 'Просим сообщить, какая пломба наложена на вагон 91860346: в перевозочном документе указан номер AZ0021.',
    },
    'apples',
  ),
  exporter(
    -16.2,
    'apples-answered',
    'answer',
    {
      text:
        'Vaqona AZ0020 nömrəli plomb vurulub; AZ0021 soyuducu qurğunun plombudur. ' +
        '(На вагон наложена пломба AZ0020; AZ0021 — пломба холодильной установки.)',
    },
    'apples',
  ),
  importer(-16, 'apples-recognised', 'decision', { kind: 'recognise' }, 'apples'),
  importer(-14.5, 'apples-short', 'inspection', arrivedShort(-14.51, rail, '41250'), 'apples'),

  exporter(
    -13,
    'cooperative-result',
    'laboratory-result',
    result('AZ-LAB-103', -13, 'LYPES', 'AZ-TM-100', tomatoPests),
  ),
  exporter(
    -12,
    'cooperative',
    'certificate',
    cooperativeTomatoes(lot('AZ-PC-DEMO-0003', -12, '19200', '10-XX-077', 'AZ0023', 'cooperative-result')),
  ),
  exporter(
    -11.9,
    'cooperative-notice',
    'prior-notice',
    byRoad(journey('AZ-PN-DEMO-03', 'cooperative', -10.9, '10-XX-077', 'AZ0023')),
  ),
  importer(-10.8, 'cooperative-held', 'inspection', sampled(-10.81, road, '19200'), 'cooperative'),
  importer(-9.5, 'find', 'laboratory-result', importResult),
  importer(-9.3, 'cooperative-returned', 'inspection', returned(-9.31, road, '19200'), 'cooperative'),
  importer(-9.2, 'case', 'non-compliance', nonCompliance),
  importer(-9.1, 'suspension', 'suspension', suspension),
  exporter(-8.5, 'case-acknowledged', 'case-reply', acknowledged, 'case'),

  exporter(-8, 'second-result', 'laboratory-result', result('AZ-LAB-104', -8, 'LYPES', 'AZ-TM-014', tomatoPests)),
  exporter(
    -7.5,
    'second-tomatoes',
    'certificate',
    companyTomatoes(lot('AZ-PC-DEMO-0004', -7.5, '18600', '10-XX-077', 'AZ0035', 'second-result')),
  ),
  exporter(
    -7.4,
    'second-notice',
    'prior-notice',
    byRoad(journey('AZ-PN-DEMO-04', 'second-tomatoes', -6.4, '10-XX-077', 'AZ0035')),
  ),
  importer(-6.8, 'second-recognised', 'decision', { kind: 'recognise' }, 'second-tomatoes'),
  importer(-6.3, 'second-released', 'inspection', released(-6.31, road, '18600'), 'second-tomatoes'),

  {
    by: 'az.afsa',
    to: ['ru.fsvps', ...customs],
    at: -6,
    key: 'persimmons',
    type: 'certificate',
    document: (told) => ({ mediaType: 'application/xml', text: persimmonsByRoad(told) }),
  },
  importer(-5.8, 'persimmons-recognised', 'decision', { kind: 'recognise' }, 'persimmons'),
  exporter(-5, 'hazelnuts', 'certificate', hazelnuts),
  exporter(
    -4.6,
    'hazelnuts-withdrawn',
    'withdrawal',
    { reason: 'consignment-not-sent', text: 'Alıcı sifarişi ləğv edib, yük yola salınmayıb.' },
    'hazelnuts',
  ),

  exporter(-4, 'case-investigated', 'case-reply', investigated, 'case'),
  importer(-2.5, 'case-closed', 'case-ruling', closed, 'case'),
  importer(-2.4, 'lifted', 'lifting', lifting, 'suspension'),
  exporter(-1.5, 'third-result', 'laboratory-result', result('AZ-LAB-105', -1.5, 'LYPES', 'AZ-TM-100', tomatoPests)),
  exporter(
    -1.2,
    'cooperative-again',
    'certificate',
    cooperativeTomatoes(lot('AZ-PC-DEMO-0007', -1.2, '19200', '10-XX-118', 'AZ0059', 'third-result')),
  ),
  exporter(
    -1.1,
    'last-notice',
    'prior-notice',
    byRoad(journey('AZ-PN-DEMO-05', 'cooperative-again', 0.5, '10-XX-118', 'AZ0059')),
  ),
  exporter(-1.09, 'fourth-result', 'laboratory-result', result('AZ-LAB-106', -1.09, 'LYPES', 'AZ-TM-014', tomatoPests)),
  exporter(
    -1,
    'fourth-tomatoes',
    'certificate',
    companyTomatoes(lot('AZ-PC-DEMO-0008', -1, '18000', '10-XX-121', 'AZ0061', 'fourth-result')),
  ),
  exporter(
    -0.98,
    'fourth-notice',
    'prior-notice',
    byRoad(journey('AZ-PN-DEMO-06', 'fourth-tomatoes', -0.05, '10-XX-121', 'AZ0061')),
  ),
  importer(-0.8, 'fourth-recognised', 'decision', { kind: 'recognise' }, 'fourth-tomatoes'),
  importer(-0.02, 'fourth-released', 'inspection', released(-0.021, road, '18000'), 'fourth-tomatoes'),
];
