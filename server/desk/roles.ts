/** Who may do what at a desk: the one place that says so. Every route names its action; a test asks each for each role. */
import type { Text } from '../../kernel/finding.ts';

export const roles = [
  'trader',
  'inspector',
  'signatory',
  'border-officer',
  'supervisor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

const reading = ['inspector', 'signatory', 'border-officer', 'supervisor', 'auditor'] as const;
const working = ['inspector', 'signatory', 'border-officer', 'supervisor'] as const;
const inside = [...reading, 'administrator'] as const;

/** By action: the roles that may. */
export const matrix = {
  /** What is one's own: sessions, passkeys, notices, language. */
  own: roles,
  'records.read': reading,
  'records.draft': working,
  /** Records that speak for the institution; also with what it withdraws or replaces. */
  'records.sign': ['signatory'],
  /** Follow-ups to what others issued, and what its profile says decides on that. */
  'records.decide': ['border-officer', 'signatory'],
  'registers.read': reading,
  'corridor.read': inside,
  'figures.read': reading,
  /** How received records are chosen for treatment: settings, commitments, counts. */
  'selections.read': ['supervisor', 'auditor'],
  'selections.manage': ['supervisor'],
  /** Secrets and choices of a period that is over. */
  'selections.audit': ['auditor'],
  'applications.make': ['trader'],
  /** Traders read their own. */
  'applications.read': ['trader', 'inspector', 'signatory', 'supervisor', 'auditor'],
  'applications.examine': ['inspector', 'signatory', 'supervisor'],
  /** Where the matters are that name a number by which one is known. */
  'goods.follow': ['trader'],
  'people.read': ['supervisor', 'auditor', 'administrator'],
  'people.manage': ['administrator'],
  /** The second pair of eyes on a key that signs. */
  'enrolments.confirm': ['supervisor', 'administrator'],
  'tokens.manage': ['administrator'],
  'webhooks.manage': ['administrator'],
  'trail.read': ['auditor', 'administrator'],
  'exchange.administer': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof matrix;
export const actions = Object.keys(matrix) as readonly Action[];

export function mayDo(held: readonly Role[], action: Action): boolean {
  return matrix[action].some((role) => held.includes(role));
}

export const roleNames: Readonly<Record<Role, Text>> = {
  trader: { az: 'Sahibkar', ru: 'Участник торговли', en: 'Trader' },
  inspector: { az: 'Müfəttiş', ru: 'Инспектор', en: 'Inspector' },
  signatory: { az: 'İmza səlahiyyətli şəxs', ru: 'Уполномоченный на подпись', en: 'Signatory' },
  'border-officer': { az: 'Sərhəd məntəqəsinin əməkdaşı', ru: 'Сотрудник пункта пропуска', en: 'Border officer' },
  supervisor: { az: 'Nəzarətçi', ru: 'Руководитель', en: 'Supervisor' },
  auditor: { az: 'Auditor', ru: 'Аудитор', en: 'Auditor' },
  administrator: { az: 'İnzibatçı', ru: 'Администратор', en: 'Administrator' },
};

export const actionNames: Readonly<Record<Action, Text>> = {
  own: {
    az: 'Öz seansları, açarları və bildirişləri',
    ru: 'Собственные сеансы, ключи и уведомления',
    en: 'Own sessions, passkeys and notices',
  },
  'records.read': { az: 'Qeydləri oxumaq', ru: 'Читать записи', en: 'Read records' },
  'records.draft': { az: 'Qaralama hazırlamaq', ru: 'Готовить черновики', en: 'Draft records' },
  'records.sign': { az: 'Qeydləri imzalamaq', ru: 'Подписывать записи', en: 'Sign records' },
  'records.decide': {
    az: 'Alınmış qeydlər üzrə qərar vermək',
    ru: 'Принимать решения по полученным записям',
    en: 'Decide on received records',
  },
  'registers.read': {
    az: 'Reyestrləri və hesabları oxumaq',
    ru: 'Читать реестры и счета',
    en: 'Read registers and ledgers',
  },
  'corridor.read': { az: 'Mübadilənin vəziyyətini görmək', ru: 'Видеть состояние обмена', en: 'See the corridor' },
  'figures.read': { az: 'Göstəriciləri görmək', ru: 'Видеть показатели', en: 'See figures' },
  'selections.read': {
    az: 'Seçim qaydalarını görmək',
    ru: 'Видеть настройки отбора',
    en: 'See selection settings',
  },
  'selections.manage': {
    az: 'Seçim qaydalarını dəyişmək',
    ru: 'Изменять настройки отбора',
    en: 'Change selection settings',
  },
  'selections.audit': {
    az: 'Başa çatmış dövrün seçimlərini yoxlamaq',
    ru: 'Проверять отбор за завершённый период',
    en: 'Audit selections of a past period',
  },
  'applications.make': { az: 'Müraciət etmək', ru: 'Подавать заявления', en: 'Apply' },
  'applications.read': { az: 'Müraciətləri oxumaq', ru: 'Читать заявления', en: 'Read applications' },
  'applications.examine': { az: 'Müraciətlərə baxmaq', ru: 'Рассматривать заявления', en: 'Examine applications' },
  'goods.follow': {
    az: 'Öz yüklərinin yolunu izləmək',
    ru: 'Следить за своими грузами',
    en: 'Follow one’s own goods',
  },
  'people.read': { az: 'İşçiləri və rolları görmək', ru: 'Видеть сотрудников и роли', en: 'See people and roles' },
  'people.manage': {
    az: 'İşçiləri və rolları idarə etmək',
    ru: 'Управлять сотрудниками и ролями',
    en: 'Manage people and roles',
  },
  'enrolments.confirm': {
    az: 'İmza açarlarını təsdiqləmək',
    ru: 'Подтверждать ключи подписи',
    en: 'Confirm signing keys',
  },
  'tokens.manage': { az: 'API açarlarını idarə etmək', ru: 'Управлять токенами API', en: 'Manage API tokens' },
  'webhooks.manage': { az: 'Vebhukları idarə etmək', ru: 'Управлять вебхуками', en: 'Manage webhooks' },
  'trail.read': { az: 'Əməliyyatlar jurnalını oxumaq', ru: 'Читать журнал действий', en: 'Read the audit trail' },
  'exchange.administer': {
    az: 'Mübadiləni inzibati idarə etmək',
    ru: 'Администрировать обмен',
    en: 'Administer the exchange',
  },
};
