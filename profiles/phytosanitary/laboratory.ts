import type { LifeCycle, RecordType } from '../../kernel/profile.ts';
import type { Annulment, LaboratoryResult } from './claims/laboratory.ts';
import { annulmentSchema, laboratoryResultSchema } from './claims/schemas.ts';
import { laboratoryReferences } from './references.ts';
import { datesExist } from './rules/dates.ts';
import { everyParty } from './rules/parties.ts';
import { accredited, examinationInOrder, lotFits } from './rules/shipment/laboratory.ts';

const shared = { version: 1, issuedBy: 'laboratory', sentTo: ['nppo', 'laboratory', 'customs'] } as const;

/** Only the laboratory acts, so nothing can cross. */
const resultLifeCycle: LifeCycle = {
  initial: 'valid',
  events: {
    annul: { az: 'ləğv', ru: 'аннулирование', en: 'annulment' },
  },
  states: {
    valid: { az: 'Qüvvədədir', ru: 'Действителен', en: 'Valid' },
    annulled: { az: 'Ləğv edilib', ru: 'Аннулирован', en: 'Annulled' },
  },
  transitions: [{ from: 'valid', event: 'annul', to: 'annulled', by: 'issuer' }],
  precedence: [],
};

const sign = { detected: '+', 'not-detected': '−', inconclusive: '?' } as const;

export const laboratoryResult: RecordType = {
  ...shared,
  title: {
    az: 'Laboratoriya müayinəsinin nəticəsi',
    ru: 'Результат лабораторного исследования',
    en: 'Laboratory result',
  },
  schemas: { 1: laboratoryResultSchema },
  lifeCycle: resultLifeCycle,
  rules: [datesExist, examinationInOrder, accredited, lotFits],
  references: laboratoryReferences,
  summary(claims) {
    const { number, laboratory, sample, lot, tests } = claims as unknown as LaboratoryResult;
    const pests = tests.map(({ pest, result }) => `${pest} ${sign[result]}`).join(', ');
    const words = [
      number,
      sample.number,
      lot.product,
      lot.grower ?? '',
      lot.certificate ?? '',
      ...(lot.batches ?? []),
      ...tests.flatMap(({ pest, result }) => [pest, result]),
      laboratory.name,
      laboratory.accreditation.number,
    ];
    return {
      number,
      title: `${lot.product}: ${pests}`.slice(0, 200),
      search: [...new Set(words.filter((word) => word !== ''))].slice(0, 200),
    };
  },
};

export const annulment: RecordType = {
  ...shared,
  title: { az: 'Laboratoriya nəticəsinin ləğvi', ru: 'Аннулирование результата', en: 'Annulment of a result' },
  schemas: { 1: annulmentSchema },
  follows: { types: ['laboratory-result'], required: true, event: () => 'annul' },
  rules: [everyParty],
  summary: (claims) => ({ number: '', title: (claims as unknown as Annulment).text.slice(0, 200), search: [] }),
};
