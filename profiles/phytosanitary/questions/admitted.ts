/** Was a grower admitted for a product on a day: the one question of `admittedOn`, asked of the registers as of then. */
import type { TSchema } from 'typebox';
import type { Text } from '../../../kernel/finding.ts';
import type { Key } from '../../../kernel/profile.ts';
import type { Question, QuestionAnswer, QuestionParameter, RegisterView } from '../../../kernel/question.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { formatDecimal } from '../../../kernel/state/quantity.ts';
import {
  type AdmissionQuery,
  type Admitted,
  admittedOn,
  growersAsked,
  type InForce,
  suspensionRows,
  suspensionsOn,
} from '../admitted.ts';
import { published } from '../claims/schemas.ts';
import { EppoCode, Identifier, InstitutionId, type Quantity, Season } from '../claims/text.ts';
import { dayOf } from '../day.ts';
import { exportingPart, growerPart, importingPart, productPart, seasonPart } from '../ledgers/parts.ts';
import { massScale, toGoodsMass } from '../mass.ts';
import {
  type AdmissionValue,
  admissionKey,
  admissionRegister,
  any,
  type GrowerValue,
  growerKey,
  growerRegister,
  suspensionRegister,
} from '../registers.ts';
import { stated } from '../rules/finding.ts';
import { type AdmittedCode, admittedAnswers } from './admitted-answers.ts';

const parameter = (title: Text, schema: TSchema): QuestionParameter => ({ title, schema: published(schema) });
const required = (title: Text, schema: TSchema): QuestionParameter => ({ ...parameter(title, schema), required: true });

export const admitted: Question = {
  title: {
    az: 'İstehsalçı məhsulla idxala buraxılmışdımı?',
    ru: 'Был ли производитель допущен к ввозу продукции?',
    en: 'Was a grower admitted for a product?',
  },
  parameters: {
    importer: required(importingPart, InstitutionId),
    exporter: required(exportingPart, InstitutionId),
    grower: required(growerPart, Identifier),
    product: required(productPart, EppoCode),
    season: parameter(seasonPart, Season),
    member: parameter({ az: 'Kooperativin üzvü', ru: 'Член кооператива', en: 'Member of a cooperative' }, Identifier),
    site: parameter(
      { az: 'Sahə və ya qablaşdırma məntəqəsi', ru: 'Участок или упаковочный пункт', en: 'Site or packing house' },
      Identifier,
    ),
  },
  answers: admittedAnswers,
  heldBy: ({ importer = '', exporter = '' }) => [exporter, importer],
  answer(parameters, view, at) {
    const { importer = '', exporter = '', grower = '', product = '', member, site } = parameters;
    const who = { importer, exporter, grower, product, ...(member !== undefined && { member }) };
    const sites = site === undefined ? [] : [site];
    const asked = { ...who, sites, day: dayOf(at), instant: at };
    const season = parameters['season'] ?? seasonOn(view, asked);
    const query = { ...asked, season: season ?? any };
    const result = admittedOn(view, query);
    return {
      code: codeOf(result),
      detail: stated({ ...parameters, season, ...figuresOf(result, view, query) }),
      rests: restsOf(result, view, query, season),
    };
  },
};

const seasonsPrefix = ({ importer, exporter, grower, product }: Omit<AdmissionQuery, 'season'>): Key =>
  [importer, exporter, grower, product] as const;

/** The season whose admission covers the day; else the next one to begin, else the last one that ended. */
function seasonOn(view: RegisterView, query: Omit<AdmissionQuery, 'season'>): string | undefined {
  const admissions = view
    .list(admissionRegister, seasonsPrefix(query))
    .map(({ value }) => value as unknown as AdmissionValue)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const open = admissions.filter(({ to }) => to >= query.day);
  const covering = open.findLast(({ from }) => from <= query.day);
  return (covering ?? open[0] ?? admissions.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1))?.season;
}

function codeOf(result: Admitted): AdmittedCode {
  if (result.admitted) return 'admitted';
  switch (result.why) {
    case 'before':
      return 'not-yet';
    case 'after':
      return 'ended';
    case 'suspended':
      return result.suspension.grower === undefined ? 'country-suspended' : 'suspended';
    default:
      return result.why;
  }
}

function figuresOf(result: Admitted, view: RegisterView, query: AdmissionQuery): Parameters<typeof stated>[0] {
  if (result.admitted) {
    const { from, to, volume, checkpoints } = result.admission;
    return { from, to, volume: tonnes(volume), checkpoints: checkpoints?.join(', ') };
  }
  switch (result.why) {
    case 'not-registered':
      return { who: result.grower };
    case 'ceased': {
      const value = view.register(growerRegister, growerKey(query.exporter, result.grower));
      return { who: result.grower, since: (value as unknown as GrowerValue).ceased?.slice(0, 10) };
    }
    case 'before':
    case 'after':
      return { from: result.admission.from, to: result.admission.to };
    case 'suspended': {
      const all = suspensionsOn(view, { ...query, growers: growersAsked(query) });
      const others = all.slice(1).map(sinceOf);
      return { ...measureOf(result), others: others.join(', ') };
    }
    default:
      return {};
  }
}

const tonnes = (volume: Quantity): string => {
  const mass = toGoodsMass(volume);
  return mass instanceof Refusal ? volume.value : formatDecimal(mass, massScale + 3);
};

/** A first day that had passed when it was signed did not make it bind earlier. */
function sinceOf({ suspension: { from, since } }: InForce): string {
  const signed = since.slice(0, 10);
  return from !== undefined && from > signed ? from : signed;
}

/** `subject`: the product that it names; one for every product names none. */
function measureOf(measure: InForce): Readonly<Record<string, string | undefined>> {
  const { grower, product, pest, until, review, legalAct, case: of } = measure.suspension;
  const figures = { who: grower, subject: product, pest, since: sinceOf(measure), until, review };
  return { ...figures, act: legalAct, case: of?.slice(0, 12) };
}

/** Registrations; with them the admissions, when these were looked at; with them the suspensions, binding or not. */
function restsOf(
  result: Admitted,
  view: RegisterView,
  query: AdmissionQuery,
  season: string | undefined,
): QuestionAnswer['rests'] {
  const { importer, exporter, grower, product } = query;
  const registrations = growersAsked(query).map((id) => ({ register: growerRegister, key: growerKey(exporter, id) }));
  if (!result.admitted && 'grower' in result) return registrations;
  const key = season === undefined ? undefined : admissionKey(importer, exporter, grower, product, season);
  const admissions = key === undefined ? [] : [{ register: admissionRegister, key }];
  const reached = result.admitted || result.why === 'suspended';
  const suspensions = reached ? suspensionRows(view, { ...query, growers: growersAsked(query) }) : [];
  return [
    ...registrations,
    ...admissions,
    ...suspensions.map(({ key: row }) => ({ register: suspensionRegister, key: row })),
  ];
}
