import type { Text } from '../../kernel/finding.ts';

/** Clocks, dated registers, questions, balances and signals. */
export const datedWords = {
  turn: { az: 'Növbəti addım kimindir', ru: 'За кем следующий шаг', en: 'Next to act' },
  limit: { az: 'Müddət', ru: 'Срок', en: 'Time limit' },
  since: { az: 'Müddətin başlanğıcı', ru: 'Начало срока', en: 'Since' },
  until: { az: 'Müddətin sonu', ru: 'Конец срока', en: 'Until' },
  overdue: { az: 'müddəti keçib', ru: 'срок истёк', en: 'overdue' },
  'not-delivered': { az: 'hələ çatdırılmayıb', ru: 'ещё не доставлено', en: 'not delivered yet' },
  'not-seen': { az: 'buradan görünmür', ru: 'отсюда не видно', en: 'cannot be seen from here' },
  stated: { az: 'Bildirilib', ru: 'Заявлено', en: 'Stated' },
  effect: { az: 'Qüvvəsi', ru: 'Действие', en: 'Effect' },
  counts: { az: 'nəzərə alınır', ru: 'учитывается', en: 'counts' },
  'counts-not': { az: 'nəzərə alınmır', ru: 'не учитывается', en: 'does not count' },
  known: { az: 'Kimə nə vaxtdan məlumdur', ru: 'Кому и с какого времени известно', en: 'Known to, since' },
  'known-then': { az: 'Həmin vaxt kimə məlum idi', ru: 'Кому было известно тогда', en: 'Known then to' },
  'nothing-known': { az: 'heç nə', ru: 'ничего', en: 'nothing' },
  'nothing-in-force': { az: 'qüvvədə olan yoxdur', ru: 'ничего не действовало', en: 'nothing in force' },
  'taken-out': { az: 'çıxarılıb', ru: 'исключено', en: 'taken out' },
  'as-of': { az: 'Vəziyyətin vaxtı: {time}', ru: 'По состоянию на {time}', en: 'As of {time}' },
  'latest-then': { az: 'həmin vaxt sonuncu', ru: 'последнее на тот момент', en: 'the latest then' },
  optional: { az: 'istəyə görə', ru: 'необязательно', en: 'optional' },
  'ask-on': {
    az: 'Gün (YYYY-MM-DD, UTC, günün sonuna) və ya an (RFC 3339)',
    ru: 'День (YYYY-MM-DD, UTC, на конец дня) или момент (RFC 3339)',
    en: 'A day (YYYY-MM-DD, its end in UTC) or an instant (RFC 3339)',
  },
  'ask-missing': {
    az: 'Göstərilməyib: {names}. Sualların siyahısı: samur ask',
    ru: 'Не указано: {names}. Список вопросов: samur ask',
    en: 'Not stated: {names}. For the list of questions: samur ask',
  },
  'ask-incomplete': {
    az: 'Bu qurumda cavabın əsaslandığı bütün qeydlər olmaya bilər: tam cavabı sualda göstərilən qurumlar verir.',
    ru: 'У этого учреждения могут быть не все записи, на которых основан ответ: полный ответ дают учреждения, названные в вопросе.',
    en: 'This institution need not hold all that the answer rests on: ask one of those that the question names.',
  },
  settled: { az: 'Sərbəst qalıb', ru: 'Признано свободным', en: 'Found free' },
  signal: { az: 'Siqnal', ru: 'Сигнал', en: 'Signal' },
} as const satisfies Record<string, Text>;
