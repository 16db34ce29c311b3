import type { Text } from '../../../kernel/finding.ts';

/** Decisions, settlements, cases. */
export const followUpLabels = {
  number: { az: 'Nömrə', ru: 'Номер', en: 'Number' },
  'decision/kind': { az: 'Qərar', ru: 'Решение', en: 'Decision' },
  reasons: { az: 'Səbəblər', ru: 'Причины', en: 'Reasons' },
  'reasons/code': { az: 'Səbəb', ru: 'Причина', en: 'Reason' },
  'departure/departure': { az: 'Yola düşmə vaxtı', ru: 'Время убытия', en: 'Time of departure' },
  exitPoint: { az: 'Çıxış məntəqəsi', ru: 'Пункт вывоза', en: 'Point of exit' },
  'departure/conveyances': { az: 'Nəqliyyat vasitəsi', ru: 'Транспортное средство', en: 'Means of conveyance' },
  departed: { az: 'Yola düşüb', ru: 'Убыло', en: 'Departed' },
  used: { az: 'İstifadə olunub, kq', ru: 'Использовано, кг', en: 'Used, kg' },
  reserved: { az: 'Saxlanılıb, kq', ru: 'Зарезервировано, кг', en: 'Reserved, kg' },
  free: { az: 'Azad olunub, kq', ru: 'Освобождено, кг', en: 'Free, kg' },
  'settlement/lines/sources': {
    az: 'Azad hissənin mənbələr üzrə payları, kq',
    ru: 'Доли свободной части по источникам, кг',
    en: 'Shares of the free part by source, kg',
  },
  'non-compliance/lines': { az: 'Aidiyyəti sətirlər', ru: 'Затронутые строки', en: 'Lines concerned' },
  growers: { az: 'Aidiyyəti istehsalçılar', ru: 'Затронутые производители', en: 'Growers concerned' },
  found: { az: 'Aşkarlanma günü', ru: 'День выявления', en: 'Day of the find' },
  inspection: { az: 'Yoxlamanın yazısı', ru: 'Запись досмотра', en: 'Record of the inspection' },
  action: { az: 'Görülmüş təcili tədbir', ru: 'Принятая экстренная мера', en: 'Emergency action taken' },
  actionText: { az: 'Tədbirin təsviri', ru: 'Описание меры', en: 'Description of the action' },
  'case-reply/kind': { az: 'Cavabın növü', ru: 'Вид ответа', en: 'Kind of reply' },
  cause: { az: 'Müəyyən edilmiş səbəb', ru: 'Установленная причина', en: 'Cause established' },
  measures: { az: 'Görülən tədbirlər', ru: 'Принимаемые меры', en: 'Measures taken' },
  'case-ruling/kind': { az: 'Qərarın növü', ru: 'Вид решения', en: 'Kind of ruling' },
} satisfies Record<string, Text>;
