import type { Text } from '../../../kernel/finding.ts';

/** Sentences of the rules. Marks in braces are filled from the finding's detail. */
export const certificateFindings = {
  'export-country-differs': {
    az: 'İxrac edən ölkə ({country}) sertifikatı verən qurumun ölkəsi deyil. Ölkəni düzəldin.',
    ru: 'Страна экспорта ({country}) не является страной выдавшего органа. Исправьте страну.',
    en: 'The exporting country ({country}) is not that of the issuing institution. Correct the country.',
  },
  'import-recipient-missing': {
    az: 'Alıcılar arasında idxal edən ölkənin ({country}) qurumu yoxdur. Onu əlavə edin.',
    ru: 'Среди получателей нет органа страны импорта ({country}). Добавьте его.',
    en: 'No recipient belongs to the importing country ({country}). Add its institution.',
  },
  'part-missing': {
    az: 'Göstərilməyib, halbuki bunu ISPM 12 tələb edir.',
    ru: 'Не заполнено, хотя этого требует МСФМ 12.',
    en: 'Not stated, though ISPM 12 asks for it.',
  },
  'botanical-name-missing': {
    az: '{line} nömrəli sətirdə botanik ad yoxdur.',
    ru: 'В строке {line} нет ботанического названия.',
    en: 'Line {line} has no botanical name.',
  },
  'quantity-missing': {
    az: '{line} nömrəli sətirdə miqdar göstərilməyib.',
    ru: 'В строке {line} не указано количество.',
    en: 'Line {line} states no quantity.',
  },
  'net-weight-missing': {
    az: '{line} nömrəli sətirdə xalis çəki yoxdur: miqdar hesabı aparılmayacaq.',
    ru: 'В строке {line} нет массы нетто: учёт количества по ней не ведётся.',
    en: 'Line {line} has no net weight: its quantity is not kept.',
  },
  'net-over-gross': {
    az: '{line} nömrəli sətirdə xalis miqdar ümumi miqdardan çoxdur.',
    ru: 'В строке {line} нетто больше брутто.',
    en: 'In line {line} the net quantity is more than the gross quantity.',
  },
  'unit-unknown': {
    az: '“{unit}” ölçü vahidi burada qəbul edilmir.',
    ru: 'Единица измерения «{unit}» здесь не принимается.',
    en: 'The unit “{unit}” is not accepted here.',
  },
  'amount-too-fine': {
    az: '{value} {unit} dəqiq saxlanıla bilmir: ən kiçik vahid bir milliqramdır.',
    ru: 'Значение {value} {unit} нельзя учесть точно: наименьшая единица — один миллиграмм.',
    en: '{value} {unit} cannot be kept exactly: the smallest unit is one milligram.',
  },
  'line-doubled': {
    az: '{line} nömrəli sətir təkrarlanır.',
    ru: 'Строка с номером {line} повторяется.',
    en: 'Line number {line} is used twice.',
  },
  'date-impossible': {
    az: 'Belə tarix yoxdur: {date}.',
    ru: 'Такой даты не существует: {date}.',
    en: 'There is no such date: {date}.',
  },
  'inspection-after-issue': {
    az: 'Yoxlama tarixi ({date}) verilmə tarixindən ({issued}) sonradır.',
    ru: 'Дата досмотра ({date}) позже даты выдачи ({issued}).',
    en: 'The inspection date ({date}) is later than the date of issue ({issued}).',
  },
  'treatment-after-issue': {
    az: 'Zərərsizləşdirmə tarixi ({date}) verilmə tarixindən ({issued}) sonradır.',
    ru: 'Дата обработки ({date}) позже даты выдачи ({issued}).',
    en: 'The treatment date ({date}) is later than the date of issue ({issued}).',
  },
  'period-reversed': {
    az: 'Zərərsizləşdirmənin sonu ({end}) başlanğıcından ({start}) əvvəldir.',
    ru: 'Окончание обработки ({end}) раньше её начала ({start}).',
    en: 'The treatment ends ({end}) before it starts ({start}).',
  },
  'issue-date-ahead': {
    az: 'Verilmə tarixi ({issued}) imzalanma vaxtından sonradır.',
    ru: 'Дата выдачи ({issued}) позже времени подписания.',
    en: 'The date of issue ({issued}) is later than the time of signing.',
  },
  'replacement-same-number': {
    az: 'Əvəz edən sertifikatın nömrəsi əvvəlki ilə eynidir: {number}.',
    ru: 'Номер заменяющего сертификата совпадает с прежним: {number}.',
    en: 'The replacement has the number of the certificate it replaces: {number}.',
  },
  'replacement-other-number': {
    az: 'Göstərilən {stated} nömrəsi əvəz olunan sertifikatın nömrəsi ({number}) deyil.',
    ru: 'Указанный номер {stated} не является номером заменяемого сертификата ({number}).',
    en: 'The number stated, {stated}, is not that of the certificate replaced ({number}).',
  },
  'replacement-data-missing': {
    az: 'Əvəz olunan sertifikatın nömrəsi göstərilməyib.',
    ru: 'Не указан номер заменяемого сертификата.',
    en: 'The number of the certificate replaced is not stated.',
  },
  'replacement-not-linked': {
    az: '{number} nömrəli sertifikatın əvəz edildiyi bildirilir, lakin bu yazı ona bağlanmayıb.',
    ru: 'Заявлена замена сертификата {number}, но эта запись с ним не связана.',
    en: 'Certificate {number} is said to be replaced, but this record does not follow it.',
  },
  'replacement-other-way': {
    az: 'Əvəz edən sertifikat başqa istiqamət üçündür.',
    ru: 'Заменяющий сертификат выдан для другого направления.',
    en: 'The replacement is for another direction.',
  },
  'original-missing': {
    az: 'Təkrar ixrac sertifikatında ilkin sertifikatın nömrəsi göstərilməyib.',
    ru: 'В реэкспортном сертификате не указан номер исходного сертификата.',
    en: 'The re-export certificate does not name the original certificate.',
  },
  'origin-country-missing': {
    az: '{line} nömrəli sətirdə mənşə ölkəsi yoxdur.',
    ru: 'В строке {line} нет страны происхождения.',
    en: 'Line {line} has no country of origin.',
  },
  'package-type-unknown': {
    az: '“{code}” qablaşdırma kodu 21 saylı Tövsiyədə yoxdur.',
    ru: 'Кода упаковки «{code}» нет в Рекомендации 21.',
    en: 'Package code “{code}” is not in Recommendation 21.',
  },
  'eppo-code-format': {
    az: '“{code}” EPPO kodu formasında deyil (5 və ya 6 işarə).',
    ru: '«{code}» не имеет вида кода EPPO (5 или 6 знаков).',
    en: '“{code}” does not have the form of an EPPO code (5 or 6 characters).',
  },
  'hs-code-format': {
    az: '“{code}” 6 rəqəmli HS kodu deyil.',
    ru: '«{code}» не является шестизначным кодом ГС.',
    en: '“{code}” is not a six-digit HS code.',
  },
  'container-check-digit': {
    az: '{number} konteyner nömrəsinin yoxlama rəqəmi düz gəlmir.',
    ru: 'Контрольная цифра номера контейнера {number} не сходится.',
    en: 'The check digit of container number {number} does not match.',
  },
  'number-used': {
    az: '{number} nömrəsi artıq istifadə olunub. Başqa nömrə yazın.',
    ru: 'Номер {number} уже использован. Укажите другой номер.',
    en: 'The number {number} has already been used. Give another one.',
  },
  'status-not-issued': {
    az: 'Sənədin statusu ({status}) verilmiş sertifikata aid deyil.',
    ru: 'Статус документа ({status}) не означает выданный сертификат.',
    en: 'The status of the document ({status}) is not that of an issued certificate.',
  },
  'content-unmapped': {
    az: 'Sənədin {count} hissəsi olduğu kimi saxlanılıb, qaydalarla yoxlanılmır.',
    ru: 'Частей документа сохранено без разбора: {count}; правилами они не проверяются.',
    en: '{count} parts of the document are kept as they were and are not checked by rules.',
  },
  'reason-missing': {
    az: 'İmtina üçün ən azı bir səbəb göstərilməlidir.',
    ru: 'Для отказа нужна хотя бы одна причина.',
    en: 'A refusal needs at least one reason.',
  },
  'reason-unknown': {
    az: '“{code}” səbəb kodu tanınmır.',
    ru: 'Код причины «{code}» неизвестен.',
    en: 'The reason code “{code}” is not known.',
  },
  'question-missing': {
    az: 'Sorğunun mətni yoxdur.',
    ru: 'Нет текста запроса.',
    en: 'The query has no text.',
  },
  'line-unknown': {
    az: 'Sertifikatda {line} nömrəli sətir yoxdur.',
    ru: 'В сертификате нет строки {line}.',
    en: 'The certificate has no line {line}.',
  },
  'not-importing-side': {
    az: 'Bu addımı yalnız idxal edən ölkənin ({country}) qurumu ata bilər.',
    ru: 'Это действие вправе совершить только орган страны импорта ({country}).',
    en: 'Only an institution of the importing country ({country}) may take this step.',
  },
  'party-left-out': {
    az: '{institution} sertifikatın tərəfidir, lakin alıcılar arasında yoxdur.',
    ru: '{institution} является стороной сертификата, но не указан среди получателей.',
    en: '{institution} is a party to the certificate but not among the recipients.',
  },
  'settlement-differs': {
    az: 'Hesablaşma {number} nömrəli sertifikata aid deyil.',
    ru: 'Расчёт не относится к сертификату {number}.',
    en: 'The settlement is not that of certificate {number}.',
  },
  'attachment-not-enclosed': {
    az: '{digest} faylı adlandırılıb, lakin qeydə əlavə edilməyib. Faylı əlavə edin və ya adını çıxarın.',
    ru: 'Файл {digest} назван, но не приложен к записи. Приложите файл или уберите упоминание о нём.',
    en: 'The file {digest} is named and not attached to the record. Attach it, or do not name it.',
  },
} satisfies Record<string, Text>;
