/** What the engine itself says on a paper; `{name}` marks are filled. Of what the paper is, the profile tells. */
import type { Language, Text } from '../../kernel/finding.ts';
import type { Pair } from './sheet.ts';

export const paperWords = {
  'check-code': { az: 'Yoxlama kodu', ru: 'Проверочный код', en: 'Check code' },
  'verify-at': { az: 'Kodu burada yoxlayın', ru: 'Код проверяют здесь', en: 'Check the code at' },
  page: { az: 'Səhifə', ru: 'Страница', en: 'Page' },
  key: { az: 'İmza açarı', ru: 'Ключ подписи', en: 'Signing key' },
  record: { az: 'Elektron qeyd', ru: 'Электронная запись', en: 'Electronic record' },
  demonstration: {
    az: 'NÜMAYİŞ NÜSXƏSİ, HÜQUQİ QÜVVƏSİ YOXDUR',
    ru: 'ДЕМОНСТРАЦИОННЫЙ ЭКЗЕМПЛЯР, ЮРИДИЧЕСКОЙ СИЛЫ НЕ ИМЕЕТ',
    en: 'DEMONSTRATION COPY, WITHOUT LEGAL EFFECT',
  },
  mark: { az: 'NÜMAYİŞ', ru: 'ДЕМОНСТРАЦИЯ', en: 'DEMONSTRATION' },
  replaced: {
    az: '�: şriftdə olmayan işarə; tam mətn əlavə edilmiş elektron qeyddədir.',
    ru: '�: знак, которого нет в шрифте; полный текст во вложенной электронной записи.',
    en: '�: a sign that the font lacks; the full text is in the attached electronic record.',
  },
  'code-alt': {
    az: '{number} nömrəli sənədin QR kodu, yoxlama kodu {code}',
    ru: 'QR-код документа {number}, проверочный код {code}',
    en: 'QR code of document {number}, check code {code}',
  },
  'state-when-printed': {
    az: 'Çap edilən andakı vəziyyəti: {state}',
    ru: 'Состояние на момент печати: {state}',
    en: 'State when printed: {state}',
  },
  'not-in-force': {
    az: 'ÇAP EDİLƏN ANDA QÜVVƏDƏ DEYİLDİ: {state}',
    ru: 'НА МОМЕНТ ПЕЧАТИ НЕ ДЕЙСТВОВАЛ: {state}',
    en: 'NOT IN FORCE WHEN PRINTED: {state}',
  },
  void: { az: 'Qüvvəyə minməyib', ru: 'Не вступил в силу', en: 'Has not taken effect' },
  'state-known': {
    az: 'Məlumatın mənbəyi: {institution}, {time}. Vəziyyət sonradan dəyişə bilər; bugünkü vəziyyəti bu ünvanda nömrə və yoxlama kodu ilə soruşun: {address}',
    ru: 'По данным: {institution}, {time}. Состояние могло измениться; сегодняшнее состояние узнавайте по номеру и проверочному коду по адресу: {address}',
    en: 'As known to {institution} at {time}. The state may have changed since; ask for the state of today with the number and the check code at: {address}',
  },
  'state-since': { az: 'Bu vəziyyət bildirilib: {time}.', ru: 'Состояние заявлено: {time}.', en: 'Stated at {time}.' },
  signed: {
    az: 'Elektron imza ilə imzalanıb: {institution}, {time}.',
    ru: 'Подписано электронной подписью: {institution}, {time}.',
    en: 'Signed electronically by {institution} at {time}.',
  },
  printed: {
    az: 'Çap edilib: {time}. Vəziyyət yalnız həmin an üçündür. Bugünkü vəziyyət: {address}',
    ru: 'Напечатано: {time}. Состояние указано только на этот момент. Состояние на сегодня: {address}',
    en: 'Printed at {time}. The state is told for that moment alone. For the state of today: {address}',
  },
} as const satisfies Record<string, Text>;

export type PaperWord = keyof typeof paperWords;

/** The word in both languages; a detail that differs by language is a pair itself. */
export function paperSays(
  word: PaperWord,
  languages: readonly [Language, Language],
  detail: Readonly<Record<string, string | Pair>> = {},
): Pair {
  const inOne = (index: 0 | 1): string =>
    paperWords[word][languages[index]].replace(/\{(\w+)\}/g, (mark, name: string) => {
      const value = detail[name];
      return value === undefined ? mark : typeof value === 'string' ? value : value[index];
    });
  return [inOne(0), inOne(1)];
}
