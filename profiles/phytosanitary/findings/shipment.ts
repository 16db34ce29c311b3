import type { Text } from '../../../kernel/finding.ts';

/** Sentences about laboratory results and prior notices. */
export const shipmentFindings = {
  'sample-after-start': {
    az: 'Nümunə ({taken}) müayinə başlandıqdan ({started}) sonra götürülüb. Tarixləri düzəldin.',
    ru: 'Проба отобрана ({taken}) позже начала исследования ({started}). Исправьте даты.',
    en: 'The sample was taken ({taken}) after the examination began ({started}). Correct the dates.',
  },
  'examination-reversed': {
    az: 'Müayinənin sonu ({ended}) başlanğıcından ({started}) əvvəldir. Tarixləri düzəldin.',
    ru: 'Окончание исследования ({ended}) раньше его начала ({started}). Исправьте даты.',
    en: 'The examination ends ({ended}) before it starts ({started}). Correct the dates.',
  },
  'examination-ahead': {
    az: 'Müayinənin sonu ({ended}) imzalanma vaxtından sonradır. Müayinə bitdikdən sonra imzalayın.',
    ru: 'Окончание исследования ({ended}) позже времени подписания. Подпишите после его окончания.',
    en: 'The examination ends ({ended}) after the time of signing. Sign once it has ended.',
  },
  'accreditation-ended': {
    az: '{number} nömrəli akkreditasiya {until} tarixində bitib, müayinə isə {ended} tarixində başa çatıb. Belə nəticə heç nəyi sübut etmir: müayinəni akkreditasiyası qüvvədə olan laboratoriyada təkrarlayın.',
    ru: 'Аккредитация {number} истекла {until}, исследование окончено {ended}. Такой результат ничего не доказывает: повторите исследование в лаборатории с действующей аккредитацией.',
    en: 'Accreditation {number} ended on {until}, the examination on {ended}. Such a result proves nothing: repeat it in a laboratory whose accreditation is valid.',
  },
  'pest-outside-scope': {
    az: '{pest} {number} nömrəli akkreditasiyanın sahəsinə daxil deyil. Sahədən kənar nəticə heç nəyi sübut etmir: bu testi çıxarın və ya onu akkreditasiya olunmuş laboratoriyada keçirin.',
    ru: '{pest} не входит в область аккредитации {number}. Результат вне области ничего не доказывает: удалите это испытание или проведите его в аккредитованной на него лаборатории.',
    en: '{pest} is outside the scope of accreditation {number}. A result outside it proves nothing: leave this test out, or have it made by a laboratory accredited for it.',
  },
  'lot-line-alone': {
    az: '{line} nömrəli sətir göstərilib, lakin sertifikat göstərilməyib. Sertifikatı əlavə edin və ya sətri çıxarın.',
    ru: 'Указана строка {line}, но не указан сертификат. Добавьте сертификат или удалите строку.',
    en: 'Line {line} is named without its certificate. Add the certificate or leave the line out.',
  },
  'lot-certificate-not-held': {
    az: 'Partiyanın sertifikatı burada saxlanılmır və yoxlanıla bilmir.',
    ru: 'Сертификат партии здесь не хранится и проверен быть не может.',
    en: 'The certificate of the lot is not held here and cannot be checked.',
  },
  'lot-certificate-other-type': {
    az: 'Partiya üçün göstərilən yazı fitosanitar sertifikat deyil. Düzgün sertifikatı göstərin.',
    ru: 'Запись, указанная для партии, не является фитосанитарным сертификатом. Укажите верный сертификат.',
    en: 'The record named for the lot is no phytosanitary certificate. Name the right one.',
  },
  'lot-line-unknown': {
    az: '{number} nömrəli sertifikatda {line} nömrəli sətir yoxdur. Sətri düzəldin.',
    ru: 'В сертификате {number} нет строки {line}. Исправьте строку.',
    en: 'Certificate {number} has no line {line}. Correct the line.',
  },
  'lot-other-product': {
    az: '{product} məhsulu {number} nömrəli sertifikatın göstərilən hissəsində yoxdur. Məhsulu və ya sətri düzəldin.',
    ru: 'Продукции {product} нет в указанной части сертификата {number}. Исправьте продукцию или строку.',
    en: 'Product {product} is not in the named part of certificate {number}. Correct the product or the line.',
  },
  'lot-other-grower': {
    az: '{grower} istehsalçısı {number} nömrəli sertifikatın göstərilən hissəsində yoxdur. İstehsalçını və ya sətri düzəldin.',
    ru: 'Производителя {grower} нет в указанной части сертификата {number}. Исправьте производителя или строку.',
    en: 'Grower {grower} is not in the named part of certificate {number}. Correct the grower or the line.',
  },
  'unit-other-mode': {
    az: '{number} nömrəli vahid göstərilən nəqliyyat növü ilə daşına bilməz. Nəqliyyat növünü və ya vahidin növünü düzəldin.',
    ru: 'Единица {number} не может следовать указанным видом транспорта. Исправьте вид транспорта или вид единицы.',
    en: 'Unit {number} cannot travel by the mode of transport stated. Correct the mode or the kind of unit.',
  },
  'wagon-number-wrong': {
    az: 'Vaqon nömrəsi {number} düzgün deyil: 8 və ya 12 rəqəm olmalı, yoxlama rəqəmi düz gəlməlidir. Nömrəni daşıma sənədi ilə tutuşdurun.',
    ru: 'Номер вагона {number} неверен: нужны 8 или 12 цифр с верной контрольной цифрой. Сверьте номер с перевозочным документом.',
    en: 'Wagon number {number} is wrong: it takes 8 or 12 digits with a right check digit. Compare it with the waybill.',
  },
  'container-number-wrong': {
    az: 'Konteyner nömrəsi {number} düzgün deyil: ISO 6346 üzrə dörd hərf və yoxlama rəqəmi ilə yeddi rəqəm olmalıdır. Nömrəni daşıma sənədi ilə tutuşdurun.',
    ru: 'Номер контейнера {number} неверен: по ISO 6346 нужны четыре буквы и семь цифр с верной контрольной цифрой. Сверьте номер с перевозочным документом.',
    en: 'Container number {number} is wrong: after ISO 6346 it takes four letters and seven digits with a right check digit. Compare it with the waybill.',
  },
  'unit-doubled': {
    az: '{number} nömrəli vahid iki dəfə göstərilib. Məzmununu bir yerdə göstərin.',
    ru: 'Единица {number} указана дважды. Укажите её содержимое в одном месте.',
    en: 'Unit {number} is named twice. State its contents in one place.',
  },
  'seal-missing': {
    az: '{number} üçün plomb göstərilməyib.',
    ru: 'Для {number} не указана пломба.',
    en: 'No seal is stated for {number}.',
  },
  'arrival-without-zone': {
    az: 'Gözlənilən gəliş ({expected}) saat qurşağı göstərilmədən yazılıb. Tarixi, saatı və saat qurşağını göstərin.',
    ru: 'Ожидаемое прибытие ({expected}) указано без часового пояса. Укажите дату, время и часовой пояс.',
    en: 'The expected arrival ({expected}) is stated without its time zone. State the day, the time and the zone.',
  },
  'arrival-past': {
    az: 'Gözlənilən gəliş ({expected}) imzalanma vaxtından əvvəldir. Bildiriş gəlişdən əvvəl verilir: vaxtı düzəldin.',
    ru: 'Ожидаемое прибытие ({expected}) раньше времени подписания. Уведомление подаётся до прибытия: исправьте время.',
    en: 'The expected arrival ({expected}) lies before the time of signing. A notice comes before arrival: correct the time.',
  },
  'checkpoint-without-recipient': {
    az: 'Alıcılar arasında {checkpoint} buraxılış məntəqəsinin ölkəsinin qurumu yoxdur. Məntəqəni və ya alıcıları düzəldin.',
    ru: 'Среди получателей нет органа страны пункта пропуска {checkpoint}. Исправьте пункт пропуска или получателей.',
    en: 'No recipient belongs to the country of checkpoint {checkpoint}. Correct the checkpoint or the recipients.',
  },
  'noticed-not-held': {
    az: 'Göstərilən yazı burada saxlanılan fitosanitar sertifikat deyil. Sertifikatı bildirişdən əvvəl verin və ya düzgün olanı göstərin.',
    ru: 'Указанная запись не является хранящимся здесь фитосанитарным сертификатом. Выдайте сертификат до уведомления или укажите верный.',
    en: 'The record named is no phytosanitary certificate held here. Issue the certificate before the notice, or name the right one.',
  },
  'noticed-of-another': {
    az: '{number} nömrəli sertifikatı başqa qurum verib. Yalnız öz sertifikatınız üzrə bildiriş verin.',
    ru: 'Сертификат {number} выдан другим органом. Уведомляйте только по своим сертификатам.',
    en: 'Certificate {number} was issued by another institution. Give notice of your own certificates only.',
  },
  'noticed-other-way': {
    az: '{number} nömrəli sertifikat {country} ölkəsinə ünvanlanıb, buraxılış məntəqəsi isə onun idxal qurumunun ölkəsində deyil və ya bu qurum alıcılar arasında yoxdur. Məntəqəni, alıcıları və ya sertifikatı düzəldin.',
    ru: 'Сертификат {number} выдан для страны {country}, но пункт пропуска не в стране его импортирующего органа или этого органа нет среди получателей. Исправьте пункт пропуска, получателей или сертификат.',
    en: 'Certificate {number} is for {country}, but the checkpoint is not in the country of its importing institution, or that institution is not a recipient. Correct the checkpoint, the recipients or the certificate.',
  },
  'noticed-not-travelling': {
    az: '{number} nömrəli sertifikat üzrə yük yola çıxa bilməz və ya artıq gəlib. Onu bildirişdən çıxarın.',
    ru: 'Груз по сертификату {number} не может следовать или уже прибыл. Исключите его из уведомления.',
    en: 'The goods of certificate {number} may not travel, or have arrived. Leave it out of the notice.',
  },
  'noticed-line-unknown': {
    az: '{number} nömrəli sertifikatda {line} nömrəli sətir yoxdur. Sətri düzəldin.',
    ru: 'В сертификате {number} нет строки {line}. Исправьте строку.',
    en: 'Certificate {number} has no line {line}. Correct the line.',
  },
  'noticed-twice': {
    az: '{line} nömrəli sətir bu bildirişdə iki dəfə göstərilib. Onu bir vahiddə göstərin.',
    ru: 'Строка {line} указана в этом уведомлении дважды. Укажите её в одной единице.',
    en: 'Line {line} stands in this notice twice. Name it in one unit.',
  },
  'already-announced': {
    az: 'Bu sətir artıq {checkpoint} məntəqəsi üçün {number} nömrəli bildirişlə bildirilib. Həmin bildirişi əvəz edin və ya ləğv edin.',
    ru: 'Эта строка уже заявлена уведомлением {number} для пункта пропуска {checkpoint}. Замените или отмените то уведомление.',
    en: 'This line is already announced by notice {number} for checkpoint {checkpoint}. Replace or cancel that notice.',
  },
  'unit-announced-twice': {
    az: '{unit} artıq {notice} nömrəli bildirişlə {expected} üçün bildirilib, onun içindəki mal isə ayrıca daşınmalıdır. Hamısını bir bildirişdə göstərin, əvvəlki bildirişi əvəz edin və ya başqa vahid seçin. Tələb {number}: “{text}”.',
    ru: 'Единица {unit} уже заявлена уведомлением {notice} на {expected}, а товар в ней должен следовать отдельно. Укажите всё в одном уведомлении, заменив прежнее, или выберите другую единицу. Требование {number}: «{text}».',
    en: '{unit} is already announced by notice {notice} for {expected}, and what it holds must be kept apart. State all in one notice that replaces that one, or choose another unit. Requirement {number}: “{text}”.',
  },
  'unit-announced-again': {
    az: '{unit} {notice} nömrəli bildirişlə {expected} üçün də bildirilib. Nömrəni və gəliş vaxtını yoxlayın.',
    ru: 'Единица {unit} заявлена и уведомлением {notice} на {expected}. Проверьте номер и время прибытия.',
    en: '{unit} is also announced by notice {notice} for {expected}. Check the number and the time of arrival.',
  },
  'notice-missing': {
    az: '{line} nömrəli sətir üzrə yükün gəlişi barədə ilkin bildiriş verilməyib. Bildiriş varsa, onu yoxlamada göstərin; yoxdursa, ixrac edən xidmətə məlumat verin. Tələb {number}: “{text}”.',
    ru: 'О прибытии груза по строке {line} предварительно не уведомили. Если уведомление есть, укажите его в досмотре; если нет, сообщите службе страны экспорта. Требование {number}: «{text}».',
    en: 'No prior notice was given of the arrival of line {line}. If there is one, name it in the inspection; if not, tell the exporting service. Requirement {number}: “{text}”.',
  },
  'notice-inspected': {
    az: '{number} nömrəli sertifikat üzrə yük artıq yoxlanılıb: bu addım yoxlamanı dəyişmir.',
    ru: 'Груз по сертификату {number} уже досмотрен: этот шаг не меняет досмотра.',
    en: 'The goods of certificate {number} have already been inspected: this step does not change the inspection.',
  },
} satisfies Record<string, Text>;
