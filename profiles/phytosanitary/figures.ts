/** What is counted of the profile's records: statements made, whatever became of them later. */
import type { Counted, Figure, Mark } from '../../kernel/figure.ts';
import type { Statement } from '../../kernel/statement.ts';
import type { NonCompliance } from './claims/case.ts';
import type { Decision } from './claims/follow-ups.ts';
import type { Inspection } from './claims/inspection.ts';
import { decisionKinds, inspectionResults } from './code-words/records.ts';
import { decisionReasons } from './reasons.ts';
import { certificateTitle, reExportTitle } from './titles.ts';

const reasonHeading = { az: 'Səbəb', ru: 'Причина', en: 'Reason' };
const unstated = 'unstated';
const reasonRows = {
  ...decisionReasons,
  [unstated]: { az: 'Səbəb göstərilməyib', ru: 'Причина не указана', en: 'No reason stated' },
};

const decisionOf = ({ claims }: Statement): Decision => claims as unknown as Decision;
const inspectionOf = ({ claims }: Statement): Inspection => claims as unknown as Inspection;

/** Each reason once, however many lines state it. */
function byReason(codes: readonly string[]): readonly Mark[] {
  const reasons = codes.length === 0 ? [unstated] : [...new Set(codes)];
  return reasons.map((row) => ({ row, value: 1 }));
}

function refused(statement: Statement): readonly Mark[] {
  if (statement.type === 'decision') {
    const { kind, reasons = [] } = decisionOf(statement);
    return kind === 'refuse' ? byReason(reasons.map(({ code }) => code)) : [];
  }
  const { result, lines } = inspectionOf(statement);
  if (result !== 'reject' && result !== 'release-part') return [];
  return byReason(lines.flatMap(({ reasons = [] }) => reasons));
}

/** A record dated before its subject was received would count as less than nothing. */
const since = ({ time }: Statement, { arrived }: Counted): number | undefined =>
  arrived === undefined ? undefined : Math.max(0, time - arrived);

function decided(statement: Statement, counted: Counted): readonly Mark[] {
  const value = since(statement, counted);
  return value === undefined ? [] : [{ row: decisionOf(statement).kind, value }];
}

/** While samples are examined nothing is decided. */
function inspected(statement: Statement, counted: Counted): readonly Mark[] {
  const { result, checkpoint } = inspectionOf(statement);
  const value = since(statement, counted);
  return value === undefined || result === 'hold' ? [] : [{ row: checkpoint, value }];
}

export const figures = {
  certificates: {
    title: { az: 'İmzalanmış sertifikatlar', ru: 'Подписанные сертификаты', en: 'Certificates signed' },
    of: { az: 'Sertifikatın növü', ru: 'Вид сертификата', en: 'Kind of certificate' },
    measure: 'count',
    types: ['certificate', 're-export-certificate'],
    rows: { certificate: certificateTitle, 're-export-certificate': reExportTitle },
    marks: ({ type }) => [{ row: type, value: 1 }],
  },
  refusals: {
    title: {
      az: 'Bildirilmiş imtinalar: sertifikatlar və yüklər',
      ru: 'Заявленные отказы: сертификаты и грузы',
      en: 'Refusals stated: certificates and goods',
    },
    of: reasonHeading,
    measure: 'count',
    types: ['decision', 'inspection'],
    rows: reasonRows,
    marks: refused,
  },
  'inspection-results': {
    title: { az: 'Qeydə alınmış yoxlamalar', ru: 'Зарегистрированные досмотры', en: 'Inspections recorded' },
    of: { az: 'Nəticə', ru: 'Результат', en: 'Result' },
    measure: 'count',
    types: ['inspection'],
    rows: inspectionResults,
    marks: (statement) => [{ row: inspectionOf(statement).result, value: 1 }],
  },
  'decision-time': {
    title: {
      az: 'Sertifikatın alınmasından bildirilmiş qərara qədər keçən vaxt',
      ru: 'Время от получения сертификата до заявленного решения',
      en: 'Time from receipt of the certificate to the decision stated',
    },
    of: { az: 'Qərar', ru: 'Решение', en: 'Decision' },
    measure: 'duration',
    types: ['decision'],
    rows: decisionKinds,
    marks: decided,
  },
  'inspection-time': {
    title: {
      az: 'Sertifikatın alınmasından məntəqədə qeydə alınmış nəticəyə qədər keçən vaxt',
      ru: 'Время от получения сертификата до результата, зарегистрированного в пункте пропуска',
      en: 'Time from receipt of the certificate to the result recorded at the checkpoint',
    },
    of: { az: 'Buraxılış məntəqəsi', ru: 'Пункт пропуска', en: 'Checkpoint' },
    measure: 'duration',
    types: ['inspection'],
    marks: inspected,
  },
  cases: {
    title: {
      az: 'Göndərilmiş uyğunsuzluq bildirişləri',
      ru: 'Направленные нотификации о несоответствии',
      en: 'Notifications of non-compliance sent',
    },
    of: reasonHeading,
    measure: 'count',
    types: ['non-compliance'],
    rows: reasonRows,
    marks: ({ claims }) => byReason((claims as unknown as NonCompliance).reasons),
  },
} satisfies Readonly<Record<string, Figure>>;
