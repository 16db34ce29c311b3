import type { Text } from '../finding.ts';

/** What a verification or a delivery looks at, one line each, in the order it is printed. */
export const steps = [
  'trust-anchor',
  'trust-fresh',
  'record-form',
  'issuer-known',
  'issuer-entitled',
  'key-valid',
  'signature',
  'claims-valid',
  'annexes',
  'inclusion',
  'log-signature',
  'cosignature',
  'follow-ups',
  'state',
  'demonstration',
  'approvals',
] as const;
export type Step = (typeof steps)[number];

/** A short label of each step: what was checked. */
export const stepWords: Readonly<Record<Step, Text>> = {
  'trust-anchor': {
    az: 'Etimad siyahısının mənşəyi (ölkənin əsas açarı)',
    ru: 'Происхождение списка доверия (главный ключ страны)',
    en: 'Origin of the trust list (anchor key of the country)',
  },
  'trust-fresh': {
    az: 'Etimad siyahısının yenilənmə vaxtı',
    ru: 'Срок обновления списка доверия',
    en: 'Update time of the trust list',
  },
  'record-form': { az: 'Qeydin forması', ru: 'Форма записи', en: 'Form of the record' },
  'issuer-known': {
    az: 'Qeydi verən qurumun etimad siyahısında olması',
    ru: 'Наличие выдавшего учреждения в списке доверия',
    en: 'Presence of the issuer in the trust list',
  },
  'issuer-entitled': {
    az: 'Qurumun bu növ qeyd vermək səlahiyyəti',
    ru: 'Полномочия учреждения на выдачу записей этого вида',
    en: 'Authority of the issuer for this type of record',
  },
  'key-valid': {
    az: 'Açarın imzalanma vaxtında qüvvədə olması',
    ru: 'Действительность ключа на момент подписания',
    en: 'Validity of the key at the time of signing',
  },
  signature: { az: 'Qeydin imzası', ru: 'Подпись записи', en: 'Signature of the record' },
  'claims-valid': {
    az: 'Məlumatın tamlığı və düzgünlüyü',
    ru: 'Полнота и правильность сведений',
    en: 'Completeness and form of the details',
  },
  annexes: {
    az: 'Əlavələrin qeydə uyğunluğu',
    ru: 'Соответствие приложений записи',
    en: 'Match of the annexes with the record',
  },
  inclusion: { az: 'Qeydin jurnalda olması', ru: 'Наличие записи в журнале', en: 'Presence of the record in the log' },
  'log-signature': { az: 'Jurnalın imzası', ru: 'Подпись журнала', en: 'Signature of the log' },
  cosignature: {
    az: 'Alıcının təsdiqləyici imzası',
    ru: 'Подтверждающая подпись получателя',
    en: 'Cosignature of the recipient',
  },
  'follow-ups': { az: 'Qeydlə bağlı sonrakı qeydlər', ru: 'Последующие записи', en: 'Follow-up records' },
  state: { az: 'Qeydin vəziyyəti', ru: 'Состояние записи', en: 'State of the record' },
  demonstration: {
    az: 'Nümayiş, yoxsa real istifadə',
    ru: 'Демонстрация или рабочее применение',
    en: 'Demonstration or actual use',
  },
  approvals: {
    az: 'Vəzifəli şəxsin təsdiqi',
    ru: 'Утверждение должностным лицом',
    en: 'Approval by an officer',
  },
};

export const verdicts = [
  'authentic',
  'not-authentic',
  'holds',
  'does-not-hold',
  'not-checked',
  'state-as-of',
  'demonstration-notice',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Outcomes of a step or of the whole. `state-as-of` takes {state}, {time} and {size}, the number of entries. */
export const verdictWords: Readonly<Record<Verdict, Text>> = {
  authentic: { az: 'Həqiqiliyi təsdiqləndi', ru: 'Подлинность подтверждена', en: 'Authentic' },
  'not-authentic': { az: 'Həqiqiliyi təsdiqlənmədi', ru: 'Подлинность не подтверждена', en: 'Not authentic' },
  holds: { az: 'Uyğundur', ru: 'Соответствует', en: 'Holds' },
  'does-not-hold': { az: 'Uyğun deyil', ru: 'Не соответствует', en: 'Does not hold' },
  'not-checked': { az: 'Yoxlanılmayıb', ru: 'Не проверено', en: 'Not checked' },
  'state-as-of': {
    az: 'Vəziyyət: {state} (vaxt: {time}; kanalın ölçüsü: {size})',
    ru: 'Состояние: {state} (на момент: {time}; размер канала: {size})',
    en: 'State: {state} (as of: {time}; channel size: {size})',
  },
  'demonstration-notice': {
    az: 'NÜMAYİŞ — hüquqi qüvvəsi yoxdur',
    ru: 'ДЕМОНСТРАЦИЯ — юридической силы не имеет',
    en: 'DEMONSTRATION — no legal effect',
  },
};
