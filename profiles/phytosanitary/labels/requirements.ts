import type { Text } from '../../../kernel/finding.ts';

/** Import requirements and their obligations. */
export const requirementLabels = {
  'requirement/number': { az: 'Tələbin nömrəsi', ru: 'Номер требования', en: 'Number of the requirement' },
  'requirement/titles': { az: 'Tələbin adı', ru: 'Название требования', en: 'Title of the requirement' },
  'requirement/texts': { az: 'Tələbin mətni', ru: 'Текст требования', en: 'Wording of the requirement' },
  countries: { az: 'İxrac edən ölkələr', ru: 'Страны экспорта', en: 'Countries of export' },
  obligations: { az: 'Yoxlanılan şərtlər', ru: 'Проверяемые условия', en: 'Conditions that are checked' },
  'obligations/kind': { az: 'Şərt', ru: 'Условие', en: 'Condition' },
  wordings: {
    az: 'Bəyanatın mümkün mətnləri',
    ru: 'Допустимые формулировки декларации',
    en: 'Accepted wordings of the declaration',
  },
  days: { az: 'Müddət, ən çoxu gün', ru: 'Срок, не более дней', en: 'Days at most' },
  hours: {
    az: 'Gəlişdən ən azı neçə saat əvvəl',
    ru: 'За сколько часов до прибытия, не менее',
    en: 'Hours before arrival, at least',
  },
  'obligations/codes': { az: 'Buraxılış məntəqələri', ru: 'Пункты пропуска', en: 'Checkpoints' },
  oneProduct: {
    az: 'Bir vahiddə yalnız bir məhsul',
    ru: 'В единице только одна продукция',
    en: 'One product in a unit',
  },
  oneGrower: {
    az: 'Bir vahiddə yalnız bir istehsalçı',
    ru: 'В единице только один производитель',
    en: 'One grower in a unit',
  },
  sealed: { az: 'Plomblanmış', ru: 'С пломбой', en: 'Sealed' },
  'obligations/from': { az: 'İlk gün (ay-gün)', ru: 'Первый день (месяц-день)', en: 'First day (month-day)' },
  'obligations/to': { az: 'Son gün (ay-gün)', ru: 'Последний день (месяц-день)', en: 'Last day (month-day)' },
  of: { az: 'Müddət sayılır', ru: 'Срок считается', en: 'Counted from' },
  yield: {
    az: 'Ən yüksək inandırıcı məhsuldarlıq, t/ha',
    ru: 'Наибольшая правдоподобная урожайность, т/га',
    en: 'Greatest credible yield, t/ha',
  },
  weekShare: {
    az: 'Bir həftədə bəyan edilmiş həcmin payı, %',
    ru: 'Доля заявленного объёма за неделю, %',
    en: 'Share of the declared volume in one week, %',
  },
  rise: {
    az: 'Dörd həftənin orta göstəricisindən artım, %',
    ru: 'Рост к среднему за четыре недели, %',
    en: 'Rise over the mean of four weeks, %',
  },
  vehicleDays: {
    az: 'Nəqliyyat vasitəsinin təkrar gəlişinə qədər günlər',
    ru: 'Дней до повторного прибытия транспортного средства',
    en: 'Days before one vehicle comes again',
  },
  afterSuspension: {
    az: 'Dayandırmadan sonra izlənən həftələr',
    ru: 'Недель наблюдения после приостановления',
    en: 'Weeks watched after a suspension',
  },
} satisfies Record<string, Text>;
