/** What notices say, in few words and without anything that a record says: they also travel by mail. */
import type { Language, Text } from '../../../kernel/finding.ts';
import { fill } from '../../../kernel/words.ts';
import type { About } from './notice.ts';

export const noticeKinds = [
  'application-sent',
  'application-answered',
  'application-withdrawn',
  'application-ready',
  'application-taken',
  'application-query',
  'application-declined',
  'application-issued',
  'record-state',
  'enrolment-waits',
  'overdue',
  'webhook-stopped',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeWords: Readonly<Record<NoticeKind, Text>> = {
  'application-sent': {
    az: '{number} nömrəli müraciət daxil olub və baxılmasını gözləyir.',
    ru: 'Поступило заявление {number}; оно ожидает рассмотрения.',
    en: 'Application {number} has arrived and waits to be examined.',
  },
  'application-answered': {
    az: '{number} nömrəli müraciət üzrə sorğuya cavab verilib.',
    ru: 'По заявлению {number} получен ответ на запрос.',
    en: 'The query on application {number} has been answered.',
  },
  'application-withdrawn': {
    az: '{number} nömrəli müraciət geri götürülüb.',
    ru: 'Заявление {number} отозвано заявителем.',
    en: 'Application {number} has been withdrawn.',
  },
  'application-ready': {
    az: '{number} nömrəli müraciət imzalanmağa hazırdır.',
    ru: 'Заявление {number} готово к подписанию.',
    en: 'Application {number} is ready to be signed.',
  },
  'application-taken': {
    az: '{number} nömrəli müraciətinizə baxılır.',
    ru: 'Ваше заявление {number} рассматривается.',
    en: 'Your application {number} is being examined.',
  },
  'application-query': {
    az: '{number} nömrəli müraciətiniz üzrə sualımız var. Cavabınızı gözləyirik.',
    ru: 'По вашему заявлению {number} есть вопрос. Ожидается ваш ответ.',
    en: 'There is a question on your application {number}. It waits for your answer.',
  },
  'application-declined': {
    az: '{number} nömrəli müraciətiniz rədd edilib. Səbəbi müraciətin səhifəsində göstərilib.',
    ru: 'Ваше заявление {number} отклонено. Причина указана на странице заявления.',
    en: 'Your application {number} has been declined. Its page states the reason.',
  },
  'application-issued': {
    az: '{number} nömrəli müraciətiniz üzrə sənəd verilib.',
    ru: 'По вашему заявлению {number} выдан документ.',
    en: 'The document for your application {number} has been issued.',
  },
  'record-state': {
    az: '{number} nömrəli müraciətiniz üzrə verilmiş sənədin vəziyyəti dəyişib.',
    ru: 'Состояние документа, выданного по вашему заявлению {number}, изменилось.',
    en: 'The state of the document issued for your application {number} has changed.',
  },
  'enrolment-waits': {
    az: 'İmza açarı təsdiqinizi gözləyir.',
    ru: 'Ключ подписи ожидает вашего подтверждения.',
    en: 'A signing key waits for your confirmation.',
  },
  overdue: {
    az: 'Qurumunuzun hərəkət etməli olduğu qeydlərin müddəti keçib (sayı: {count}).',
    ru: 'Истёк срок по записям, по которым должно действовать ваше учреждение (число: {count}).',
    en: 'The limit has passed for records on which your institution has to act (number: {count}).',
  },
  'webhook-stopped': {
    az: 'Vebhuk cavab vermədiyi üçün dayandırılıb.',
    ru: 'Вебхук остановлен: его адрес не отвечает.',
    en: 'A webhook was stopped because its address does not answer.',
  },
};

const closing: Text = {
  az: 'Ətraflı: {link}\n\nBu məktub avtomatik göndərilib, ona cavab verməyin.',
  ru: 'Подробнее: {link}\n\nПисьмо отправлено автоматически, отвечать на него не нужно.',
  en: 'See: {link}\n\nThis message was sent automatically. Please do not reply to it.',
};
const withoutLink: Text = {
  az: 'Ətraflı məlumat iş masanızdadır.\n\nBu məktub avtomatik göndərilib, ona cavab verməyin.',
  ru: 'Подробности — в рабочем кабинете.\n\nПисьмо отправлено автоматически, отвечать на него не нужно.',
  en: 'See your workbench.\n\nThis message was sent automatically. Please do not reply to it.',
};
const mark: Text = { az: '[NÜMAYİŞ] ', ru: '[ДЕМОНСТРАЦИЯ] ', en: '[DEMONSTRATION] ' };

export function noticeText(kind: NoticeKind, about: About, language: Language): string {
  return fill(noticeWords[kind][language], { number: about.number ?? '', count: about.count ?? 0 });
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export function letterOf(
  kind: NoticeKind,
  about: About,
  language: Language,
  { link, demonstration }: { readonly link?: string; readonly demonstration: boolean },
): Letter {
  const text = noticeText(kind, about, language);
  const end = link === undefined ? withoutLink[language] : fill(closing[language], { link });
  return { subject: `${demonstration ? mark[language] : ''}Samur: ${text}`, text: `${text}\n\n${end}\n` };
}
