/** What customs services see of their work: statements made, whatever became of them later. */
import type { Counted, Figure, Mark, RowNames, Stated } from '../../kernel/figure.ts';
import type { Statement } from '../../kernel/statement.ts';
import type { ControlResult, Recognition } from './claims/control.ts';
import type { Arrival, Disposition } from './claims/follow-ups.ts';
import { groundWords, recognitionDecisions } from './code-words/control.ts';
import { manifestOf, receivingCustoms } from './institutions.ts';
import { recognitionReasons } from './reasons.ts';
import { type OfficeValue, officeRegister } from './registers.ts';
import { adverse } from './results.ts';
import { instantOf } from './rules/moments.ts';
import { laneWords } from './selection/words.ts';

const officeHeading = { az: 'Gömrük orqanı', ru: 'Таможенный орган', en: 'Customs office' };
/** As its service registered it, in its own language. */
const officeNames: RowNames = {
  register: officeRegister,
  part: 1,
  title(value) {
    const { name } = value as unknown as OfficeValue;
    return { az: name, ru: name, en: name };
  },
};
const unstated = 'unstated';
const unstatedTitle = { az: 'Göstərilməyib', ru: 'Не указано', en: 'Not stated' };

const resultOf = ({ claims }: Pick<Statement, 'claims'>) => claims as unknown as ControlResult;
const recognitionOf = ({ claims }: Pick<Statement, 'claims'>) => claims as unknown as Recognition;
const dispositionOf = ({ claims }: Pick<Statement, 'claims'>) => claims as unknown as Disposition;
const ofType = (before: readonly Stated[], type: string) => before.filter((one) => one.type === type);

/** Goods were opened, or taken from: a scan or a look at them is not counted. */
const isPhysical = ({ controls }: ControlResult): boolean =>
  controls.includes('examination') || controls.includes('sampling');

export const hasFinding = ({ result, lines = [], seals = [], radiation }: ControlResult): boolean =>
  result === 'A4' ||
  adverse.has(result) ||
  radiation === 'exceeded' ||
  lines.some(({ violations = [] }) => violations.length > 0) ||
  seals.some(({ state }) => state === 'bad');

const share = (row: string, holds: boolean): readonly Mark[] => [{ row, value: holds ? 1 : 0 }];

/** The end of the matter at the border, once for each manifest; with the office. */
function endedAt({ type, claims }: Statement): { readonly office: string; readonly released: boolean } | undefined {
  if (type === 'recognition') {
    const { release, office } = recognitionOf({ claims });
    return release === true ? { office, released: true } : undefined;
  }
  const { kind, office } = dispositionOf({ claims });
  return kind === 'release' || kind === 'return' ? { office, released: kind === 'release' } : undefined;
}

/** Goods that are neither let in nor sent back, such as seized ones, end when the matter is closed. */
const isEnd = ({ type, claims }: Pick<Statement, 'type' | 'claims'>): boolean =>
  type === 'recognition'
    ? recognitionOf({ claims }).release === true
    : type === 'manifest-disposition' && dispositionOf({ claims }).kind !== 'detain';

const ends = (statement: Statement, before: readonly Stated[]): boolean => isEnd(statement) && !before.some(isEnd);

const examined = (before: readonly Stated[]): boolean =>
  ofType(before, 'control-result').some((one) => isPhysical(resultOf(one)));

function inspected(statement: Statement, { before }: Counted): readonly Mark[] {
  return ends(statement, before) ? share(dispositionOf(statement).office, examined(before)) : [];
}

/** Examined goods are counted when they are detained, or when they leave without. */
function detained(statement: Statement, { before }: Counted): readonly Mark[] {
  if (!examined(before)) return [];
  const wasDetained = ofType(before, 'manifest-disposition').some((one) => dispositionOf(one).kind === 'detain');
  if (statement.type === 'manifest-disposition' && dispositionOf(statement).kind === 'detain')
    return wasDetained ? [] : share(dispositionOf(statement).office, true);
  const end = endedAt(statement);
  return end === undefined || wasDetained ? [] : share(end.office, false);
}

/** What a control is called by, however often it is stated. */
const numberOf = (one: Pick<Statement, 'type' | 'claims'>): string | undefined =>
  one.type === 'control-result' && resultOf(one).side === 'receiving' ? resultOf(one).number : undefined;

/** By whoever decided that there be a control; by what the result says where nobody did. */
function groundOf(first: ControlResult, before: readonly Stated[]): string {
  const decided = ofType(before, 'recognition').findLast((one) => recognitionOf(one).decision !== 'full');
  return (decided && recognitionOf(decided).ground) ?? first.ground ?? unstated;
}

/** Each control once, as it stood when the matter ended; one that is made afterwards as it is first stated. */
function hits(statement: Statement, { before }: Counted): readonly Mark[] {
  const own = numberOf(statement);
  if (own !== undefined) {
    const isNew = before.some(isEnd) && !before.some((one) => numberOf(one) === own);
    return isNew ? share(groundOf(resultOf(statement), before), hasFinding(resultOf(statement))) : [];
  }
  if (!ends(statement, before)) return [];
  const numbers = new Set(before.flatMap((one) => numberOf(one) ?? []));
  return [...numbers].flatMap((number) => {
    const told = before.filter((one) => numberOf(one) === number).map(resultOf);
    const place = before.findIndex((one) => numberOf(one) === number);
    const [first, last] = [told[0], told.at(-1)];
    return first && last ? share(groundOf(first, before.slice(0, place)), hasFinding(last)) : [];
  });
}

function releaseTime(statement: Statement, { before }: Counted): readonly Mark[] {
  const end = endedAt(statement);
  const arrival = ofType(before, 'manifest-arrival').at(-1);
  const arrived = arrival && instantOf((arrival.claims as unknown as Arrival).time);
  if (!end?.released || arrived === undefined) return [];
  return [{ row: end.office, value: Math.max(0, statement.time - arrived) }];
}

/** From the decision to control until what the control found is recorded; each decision once. */
function resultTime(statement: Statement, { before }: Counted): readonly Mark[] {
  if (resultOf(statement).side !== 'receiving') return [];
  const place = before.findLastIndex((one) => one.type === 'recognition');
  const decided = before[place];
  if (decided === undefined || recognitionOf(decided).decision !== 'none') return [];
  if (ofType(before.slice(place), 'control-result').length > 0) return [];
  return [{ row: recognitionOf(decided).lane, value: Math.max(0, statement.time - decided.time) }];
}

function recheckReasons(statement: Statement): readonly Mark[] {
  const { decision, reasons = [] } = recognitionOf(statement);
  if (decision === 'full') return [];
  const codes = reasons.length === 0 ? [unstated] : [...new Set(reasons.map(({ code }) => code))];
  return codes.map((row) => ({ row, value: 1 }));
}

const decisions = ['recognition', 'manifest-disposition'];

export const figures = {
  'physically-inspected': {
    title: {
      az: 'Fiziki yoxlamadan keçmiş yüklərin payı (yoxlama və ya nümunə)',
      ru: 'Доля грузов, прошедших досмотр или отбор проб',
      en: 'Share of goods physically inspected (examined or sampled)',
    },
    of: officeHeading,
    names: officeNames,
    measure: 'share',
    types: decisions,
    before: ['control-result', ...decisions],
    marks: inspected,
  },
  'hit-rate': {
    title: {
      az: 'İşi başa çatmış yüklər üzrə uyğunsuzluq aşkar edilmiş nəzarətlərin payı',
      ru: 'Доля контролей с выявленными расхождениями по завершённым делам',
      en: 'Share of controls with a finding, once the matter has ended',
    },
    of: { az: 'Seçilmə əsası', ru: 'Основание выбора', en: 'How it was chosen' },
    measure: 'share',
    types: ['control-result', ...decisions],
    before: ['control-result', ...decisions],
    rows: { ...groundWords, [unstated]: unstatedTitle },
    marks: hits,
  },
  detentions: {
    title: {
      az: 'Fiziki yoxlamadan keçmiş yüklərdən saxlanılanların payı',
      ru: 'Доля задержанных среди досмотренных грузов',
      en: 'Share of examined goods that were detained',
    },
    of: officeHeading,
    names: officeNames,
    measure: 'share',
    types: decisions,
    before: ['control-result', 'manifest-disposition'],
    marks: detained,
  },
  'release-time': {
    title: {
      az: 'Sərhədə gəlişdən buraxılışa qədər keçən vaxt',
      ru: 'Время от прибытия на границу до выпуска',
      en: 'Time from arrival at the border to release',
    },
    of: officeHeading,
    names: officeNames,
    measure: 'duration',
    types: decisions,
    before: ['manifest-arrival'],
    marks: releaseTime,
  },
  'result-time': {
    title: {
      az: 'Nəzarət qərarından nəticənin qeyd edilməsinə qədər keçən vaxt',
      ru: 'Время от решения о контроле до записи результата',
      en: 'Time from the decision to control to the result recorded',
    },
    of: { az: 'Dəhliz', ru: 'Коридор', en: 'Lane' },
    measure: 'duration',
    types: ['control-result'],
    before: ['recognition', 'control-result'],
    rows: laneWords,
    marks: resultTime,
  },
  recognised: {
    title: {
      az: 'Tam tanınmış nəzarət nəticələrinin payı',
      ru: 'Доля результатов контроля, признанных полностью',
      en: 'Share of controls recognised in full',
    },
    of: { az: 'Nəzarəti aparan xidmət', ru: 'Служба, проводившая контроль', en: 'Service that controlled' },
    measure: 'share',
    types: ['recognition'],
    marks: (statement) => {
      const { subject } = statement;
      if (subject === undefined || receivingCustoms(subject) !== statement.issuer) return [];
      return share(subject.issuer, recognitionOf(statement).decision === 'full');
    },
  },
  recognitions: {
    title: { az: 'Tanınma barədə qərarlar', ru: 'Решения о признании', en: 'Decisions on recognition' },
    of: { az: 'Qərar', ru: 'Решение', en: 'Decision' },
    measure: 'count',
    types: ['recognition'],
    rows: recognitionDecisions,
    marks: (statement) => [{ row: recognitionOf(statement).decision, value: 1 }],
  },
  'recheck-reasons': {
    title: { az: 'Təkrar nəzarətin səbəbləri', ru: 'Причины повторного контроля', en: 'Reasons for further control' },
    of: { az: 'Səbəb', ru: 'Причина', en: 'Reason' },
    measure: 'count',
    types: ['recognition'],
    rows: { ...recognitionReasons, [unstated]: unstatedTitle },
    marks: recheckReasons,
  },
  manifests: {
    title: { az: 'Göndərilmiş manifestlər', ru: 'Направленные манифесты', en: 'Manifests sent' },
    of: { az: 'Giriş gömrük orqanı', ru: 'Таможенный орган въезда', en: 'Office of entry' },
    names: officeNames,
    measure: 'count',
    types: ['manifest'],
    marks: (statement) => [{ row: manifestOf(statement).entryOffice, value: 1 }],
  },
} satisfies Readonly<Record<string, Figure>>;
