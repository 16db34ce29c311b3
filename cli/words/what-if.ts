import type { Text } from '../../kernel/finding.ts';

/** What a draft would change, as `samur whatif` tells it. */
export const whatIfWords = {
  'what-if-asked': {
    az: 'Yoxlanılmış qeydlər: {count} ({types}). Vaxt: {time}.',
    ru: 'Опрошено записей: {count} ({types}). По состоянию на {time}.',
    en: 'Records asked: {count} ({types}). As of {time}.',
  },
  'what-if-asks-none': {
    az: 'Bu növ üçün başqa qeydlər yoxlanılmır; yalnız hesablar göstərilir.',
    ru: 'Для этого вида другие записи не опрашиваются; показаны только счета.',
    en: 'For this type no other records are asked; only accounts are shown.',
  },
  'what-if-hit': {
    az: 'Bu qeydin qüvvədə olduğu halda rədd ediləcək qeydlər: {count}. Artıq verilmiş qeydlər qüvvəsini saxlayır.',
    ru: 'Записей, которые при её действии были бы отклонены: {count}. Уже выданные записи сохраняют силу.',
    en: 'Records that would be refused under it: {count}. What was issued before stands.',
  },
  'what-if-freed': {
    az: 'Hazırda rədd edilən, bu qeydin qüvvədə olduğu halda isə rədd edilməyəcək qeydlər: {count}.',
    ru: 'Записей, которые отклоняются сейчас, но при её действии не были бы отклонены: {count}.',
    en: 'Records that are refused now and would not be under it: {count}.',
  },
  'what-if-total': {
    az: '{type}: {by} — {keys}, cəmi {amount}',
    ru: '{type}: {by} — {keys}, всего {amount}',
    en: '{type}: {by} — {keys}, {amount} in all',
  },
  'what-if-rows': {
    az: 'Toxunduğu reyestr sətirləri: {count}',
    ru: 'Затрагиваемых строк реестров: {count}',
    en: 'Register entries that it touches: {count}',
  },
  'what-if-accounts': { az: 'Hesablar', ru: 'Счета', en: 'Accounts' },
  'what-if-truncated': {
    az: 'Yalnız ən yeni qeydlər yoxlanılıb: daha köhnələrinə də aid ola bilər.',
    ru: 'Опрошены только самые новые записи: могут быть затронуты и более старые.',
    en: 'Only the newest records were asked: older ones may be concerned as well.',
  },
  'what-if-waiting': {
    az: 'Başqa qeydləri gözlədiyi üçün yoxlanılmamış qeydlər: {count}.',
    ru: 'Не опрошено записей, ожидающих других записей: {count}.',
    en: 'Records not asked because they wait for others: {count}.',
  },
  'what-if-held': {
    az: 'Digər tərəfin imzaladığı, lakin hələ çatdırılmamış qeydlər burada nəzərə alınmayıb.',
    ru: 'Записи, подписанные другой стороной и ещё не доставленные, здесь не учтены.',
    en: 'What the other side has signed and not yet delivered is not taken into account here.',
  },
  'what-if-more': { az: 'Daha {count}: --json', ru: 'Ещё {count}: --json', en: '{count} more: --json' },
  records: { az: 'Qeydlər', ru: 'Записи', en: 'Records' },
  amount: { az: 'Miqdar', ru: 'Количество', en: 'Amount' },
  reason: { az: 'Səbəb', ru: 'Причина', en: 'Reason' },
  register: { az: 'Reyestr', ru: 'Реестр', en: 'Register' },
  account: { az: 'Hesab', ru: 'Счёт', en: 'Account' },
  'available-after': { az: 'Sonrakı qalıq', ru: 'Остаток после', en: 'Available after' },
  overdrawn: { az: 'limit aşılır', ru: 'сверх лимита', en: 'overdrawn' },
} as const satisfies Record<string, Text>;
