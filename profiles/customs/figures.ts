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

const examined = (before: readonly Stated[]): boolean =>
  ofType(before, 'control-result').some((one) => isPhysical(resultOf(one)));

function inspected(statement: Statement, { before }: Counted): readonly Mark[] {
  const end = endedAt(statement);
  return end === undefined ? [] : share(end.office, examined(before));
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

function hits(statement: Statement, { before }: Counted): readonly Mark[] {
  const result = resultOf(statement);
  if (result.side !== 'receiving') return [];
  const decided = ofType(before, 'recognition').at(-1);
  return share(result.ground ?? (decided && recognitionOf(decided).ground) ?? unstated, hasFinding(result));
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

const ends = ['recognition', 'manifest-disposition'];

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
    types: ends,
    before: ['control-result'],
    marks: inspected,
  },
  'hit-rate': {
    title: {
      az: 'Uyğunsuzluq aşkar edilmiş nəzarətlərin payı',
      ru: 'Доля контролей, выявивших расхождения',
      en: 'Share of controls with a finding',
    },
    of: { az: 'Seçilmə əsası', ru: 'Основание выбора', en: 'How it was chosen' },
    measure: 'share',
    types: ['control-result'],
    before: ['recognition'],
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
    types: ends,
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
    types: ends,
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
