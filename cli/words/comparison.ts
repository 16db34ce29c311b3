import type { Text } from '../../kernel/finding.ts';

/** What a document says beside a record, as `samur compare` tells it. */
export const comparisonWords = {
  place: { az: 'Yeri', ru: 'Место', en: 'Place' },
  'in-record': { az: 'Qeyddə', ru: 'В записи', en: 'In the record' },
  'in-document': { az: 'Sənəddə', ru: 'В документе', en: 'In the document' },
  'document-same': {
    az: 'Sənədin məzmunu qeydin məzmunu ilə eynidir.',
    ru: 'Содержание документа совпадает с содержанием записи.',
    en: 'The document says what the record says.',
  },
  'document-differs': {
    az: 'Sənədin məzmunu qeyddən fərqlənir. Sənədə deyil, imzalanmış qeydə əsaslanın.',
    ru: 'Содержание документа расходится с записью. Полагайтесь на подписанную запись, а не на документ.',
    en: 'The document differs from the record. Rely on the signed record, not on the document.',
  },
  'document-of-type': {
    az: 'Sənədin növü başqadır: {document} (qeydin növü: {record}).',
    ru: 'Документ другого вида: {document} (вид записи: {record}).',
    en: 'The document is of another type: {document} (type of the record: {record}).',
  },
  'differences-more': {
    az: 'Göstərilməyən fərqlərin sayı: {count}.',
    ru: 'Не показано расхождений: {count}.',
    en: 'Differences not shown: {count}.',
  },
} as const satisfies Record<string, Text>;
