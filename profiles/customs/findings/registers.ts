import type { Text } from '../../../kernel/finding.ts';

/** Sentences about registers of participants, goods, offices and tolerances. */
export const registersFindings = {
  'operator-number-form': {
    az: '{number} nömrəsi AEO şəhadətnaməsinin nömrəsi deyil: ölkə, dörd rəqəm və növ (1, 2 və ya 3) olmalıdır, məsələn RU00011.',
    ru: '{number} — не номер свидетельства УЭО: нужны страна, четыре цифры и тип (1, 2 или 3), например RU00011.',
    en: '{number} is no number of an AEO certificate: country, four digits and type (1, 2 or 3), such as RU00011.',
  },
  'operator-kind-differs': {
    az: 'Nömrənin sonundakı növ ({number}) göstərilən növ deyil. Nömrəni və ya növü düzəldin.',
    ru: 'Тип в конце номера {number} отличается от указанного. Исправьте номер или тип.',
    en: 'The type at the end of number {number} is not the one stated. Correct the number or the type.',
  },
  'operator-begins-valid': {
    az: '{number} nömrəli iştirakçı reyestrdə yoxdur. Əvvəlcə onu qüvvədə olan kimi (02) qeyd edin.',
    ru: 'Участника {number} в реестре нет. Сначала внесите его как действующего (02).',
    en: 'Participant {number} is not in the register. State it as valid (02) first.',
  },
  'operator-state-order': {
    az: '{number} nömrəli iştirakçının vəziyyəti {before}-dir, ondan {after} vəziyyətinə keçmək olmaz. 02-dən sonra 03, 03-dən sonra 04, 04-dən sonra 03 gəlir; 05 hər birindən sonra gələ bilər.',
    ru: 'Участник {number} в состоянии {before}; перейти из него в {after} нельзя. За 02 следует 03, за 03 — 04, за 04 — 03; 05 может следовать за любым.',
    en: 'Participant {number} is in state {before}, which {after} cannot follow. 03 follows 02, 04 follows 03, 03 follows 04; 05 may follow any.',
  },
  'operator-ended': {
    az: '{number} nömrəli iştirakçının qeydiyyatına {since} tarixindən xitam verilib; bu, dəyişmir. Yeni nömrə verin.',
    ru: 'Запись об участнике {number} прекращена с {since}, это окончательно. Присвойте новый номер.',
    en: 'The registration of participant {number} ended on {since}, for good. Give a new number.',
  },
  'operator-effective-before': {
    az: 'Dəyişiklik {effective} tarixindən qüvvədədir, əvvəlki isə {before} tarixindən. Tarixi düzəldin.',
    ru: 'Изменение действует с {effective}, а прежнее — с {before}. Исправьте дату.',
    en: 'The change takes effect on {effective}, the one before it on {before}. Correct the day.',
  },
  'operator-effective-later': {
    az: '{number} nömrəli iştirakçı hələ qüvvədədir, dəyişiklik isə yalnız {effective} tarixindən. Reyestr bir vəziyyət göstərir: dəyişikliyi həmin gün bildirin.',
    ru: 'Участник {number} ещё действует, а изменение вступает в силу лишь {effective}. Реестр показывает одно состояние: сообщите об изменении в этот день.',
    en: 'Participant {number} is still valid and the change takes effect on {effective} only. The register shows one state: state the change on that day.',
  },
  'operator-of-another': {
    az: '{number} nömrəsi altında {id} nömrəli şəxs qeyd olunub. Nömrəni yoxlayın.',
    ru: 'Под номером {number} записано лицо {id}. Проверьте номер.',
    en: 'Number {number} stands for the person with number {id}. Check the number.',
  },
  'operator-renamed': {
    az: '{number} nömrəli iştirakçının adı «{before}» idi, indi «{after}» olur, sənəd isə əvvəlkidir. Dəyişikliyin sənədini göstərin.',
    ru: 'Наименование участника {number} меняется с «{before}» на «{after}», а документ прежний. Укажите документ, по которому оно изменено.',
    en: 'The name of participant {number} changes from “{before}” to “{after}” under the same document. State the document by which it changed.',
  },
  'operator-regraded': {
    az: '{number} nömrəli iştirakçının dərəcəsi dəyişir, sənəd isə əvvəlkidir ({document}). Dəhliz dərəcədən asılı ola bilər: dəyişikliyin sənədini göstərin.',
    ru: 'Категория участника {number} меняется, а документ прежний ({document}). От неё может зависеть коридор: укажите документ, по которому она изменена.',
    en: 'The grade of participant {number} changes under the same document ({document}). The lane may depend on it: state the document by which it changed.',
  },
  'operator-reason-missing': {
    az: '{number} nömrəli iştirakçı dayandırılır və ya xitam verilir, səbəb isə göstərilməyib.',
    ru: 'Участник {number} приостанавливается или исключается, а причина не указана.',
    en: 'Participant {number} is suspended or ended without a reason being stated.',
  },
  'days-reversed': {
    az: '{until} tarixi {from} tarixindən əvvəldir. Tarixləri düzəldin.',
    ru: 'Дата {until} раньше даты {from}. Исправьте даты.',
    en: '{until} is before {from}. Correct the days.',
  },
  'office-of-another-country': {
    az: '{country} ölkəsinin orqanını yalnız o ölkənin gömrük xidməti qeyd edir.',
    ru: 'Орган страны {country} вносит только таможенная служба этой страны.',
    en: 'An office of {country} is registered by the customs service of that country alone.',
  },
  'locode-of-another-country': {
    az: '{locode} kodu {country} ölkəsinin yeri deyil. Kodu yoxlayın.',
    ru: 'Код {locode} не обозначает места страны {country}. Проверьте код.',
    en: 'Code {locode} is no place of {country}. Check the code.',
  },
  'lead-of-another-mode': {
    az: 'Müddət {mode} nəqliyyat növü üçün göstərilib, bu orqan isə onunla işləmir. Növü əlavə edin və ya müddəti çıxarın.',
    ru: 'Срок указан для вида транспорта {mode}, с которым орган не работает. Добавьте вид или удалите срок.',
    en: 'A time is stated for mode {mode}, which the office does not handle. Add the mode or leave the time out.',
  },
  'lead-unstated': {
    az: '{mode} nəqliyyat növü üçün manifestin nə qədər əvvəl gəlməli olduğu göstərilməyib: gecikmə yoxlanılmayacaq.',
    ru: 'Для вида транспорта {mode} не указано, за сколько времени нужен манифест: опоздание проверяться не будет.',
    en: 'For mode {mode} it is not stated how long before arrival a manifest is due: lateness will not be noticed.',
  },
} satisfies Record<string, Text>;
