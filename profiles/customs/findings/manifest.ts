import type { Text } from '../../../kernel/finding.ts';

/** Sentences about a manifest. */
export const manifestFindings = {
  'number-other-office': {
    az: '{number} nömrəsi göndərən gömrük orqanının kodu ({office}) ilə başlamır. Nömrəni və ya orqanı düzəldin.',
    ru: 'Номер {number} не начинается с кода таможенного органа отправления ({office}). Исправьте номер или орган.',
    en: 'Number {number} does not begin with the office of departure ({office}). Correct the number or the office.',
  },
  'number-day-wrong': {
    az: '{number} nömrəsindəki gün təqvimdə yoxdur və ya hələ gəlməyib. Nömrəni düzəldin.',
    ru: 'Дня, указанного в номере {number}, нет в календаре или он ещё не наступил. Исправьте номер.',
    en: 'The day in number {number} does not exist or is yet to come. Correct the number.',
  },
  'number-used': {
    az: '{number} nömrəli manifest artıq göndərilib. Yeni nömrə verin.',
    ru: 'Манифест с номером {number} уже направлен. Присвойте новый номер.',
    en: 'A manifest with number {number} was sent before. Give a new number.',
  },
  'replacement-other-way': {
    az: '{number} nömrəli manifest başqa ölkəyə və ya başqa gömrük xidmətinə göndərilib. Yeni daşıma üçün ayrıca manifest göndərin.',
    ru: 'Манифест {number} направлен в другую страну или другой таможенной службе. Для новой перевозки направьте отдельный манифест.',
    en: 'Manifest {number} went to another country or another customs service. Send a manifest of its own for a new movement.',
  },
  'movement-announced': {
    az: 'Bu daşıma sənədi və nəqliyyat vasitəsi üzrə artıq {number} nömrəli manifest göndərilib. Məlumat dəyişibsə, həmin manifesti əvəz edin.',
    ru: 'По этому перевозочному документу и транспортному средству уже направлен манифест {number}. Если сведения изменились, замените его.',
    en: 'Manifest {number} was already sent for this consignment note and vehicle. If data have changed, replace that one.',
  },
  'dispatch-country-differs': {
    az: 'Göndərən ölkə ({country}) sizin ölkəniz deyil. Ölkəni düzəldin.',
    ru: 'Страна отправления ({country}) не совпадает с вашей. Исправьте страну.',
    en: 'The country of dispatch ({country}) is not yours. Correct the country.',
  },
  'destination-same': {
    az: 'Təyinat ölkəsi ({country}) göndərən ölkənin özüdür. Təyinat ölkəsini düzəldin.',
    ru: 'Страна назначения ({country}) совпадает со страной отправления. Исправьте страну назначения.',
    en: 'The country of destination ({country}) is that of dispatch. Correct the destination.',
  },
  'destination-recipient-missing': {
    az: 'Alıcılar arasında {country} ölkəsinin gömrük xidməti yoxdur. Alıcıları və ya təyinat ölkəsini düzəldin.',
    ru: 'Среди получателей нет таможенной службы страны {country}. Исправьте получателей или страну назначения.',
    en: 'No recipient is the customs service of {country}. Correct the recipients or the destination.',
  },
  'country-unknown': {
    az: '{country} kodlu ölkə yoxdur. ISO 3166 üzrə iki hərfli kod göstərin.',
    ru: 'Страны с кодом {country} нет. Укажите двухбуквенный код по ISO 3166.',
    en: 'There is no country {country}. State a code of two letters after ISO 3166.',
  },
  'office-unknown': {
    az: '{office} kodlu gömrük orqanı reyestrdə yoxdur, ona görə iş rejimi və müddətlər yoxlanılmayıb.',
    ru: 'Таможенного органа {office} нет в реестре, поэтому режим работы и сроки не проверены.',
    en: 'Office {office} is not in the register, so its modes and times could not be checked.',
  },
  'unit-unusual': {
    az: '{unit} əlavə ölçü vahidi kimi istifadə olunmur. Vahidin kodunu yoxlayın.',
    ru: '{unit} не применяется как дополнительная единица измерения. Проверьте код единицы.',
    en: '{unit} is not used as a supplementary unit. Check the code of the unit.',
  },
  'office-of-other-service': {
    az: '{office} kodlu gömrük orqanı {institution} xidmətinin reyestrindədir. Öz orqanınızı göstərin.',
    ru: 'Таможенный орган {office} числится в реестре службы {institution}. Укажите орган своей службы.',
    en: 'Office {office} stands in the register of {institution}. State an office of your own service.',
  },
  'reason-untold': {
    az: 'Seçilmiş səbəb mətndə açıqlanmalıdır. Mətni yazın.',
    ru: 'Выбранная причина раскрывается в тексте. Напишите текст.',
    en: 'The reason chosen is one that the text tells. Write the text.',
  },
  'office-closed': {
    az: '{office} kodlu gömrük orqanı həmin gün fəaliyyət göstərmir. Orqanı yoxlayın.',
    ru: 'Таможенный орган {office} в этот день не действует. Проверьте орган.',
    en: 'Office {office} does not work on that day. Check the office.',
  },
  'office-other-mode': {
    az: '{office} kodlu gömrük orqanı bu nəqliyyat növünə xidmət etmir. Orqanı və ya nəqliyyat növünü yoxlayın.',
    ru: 'Таможенный орган {office} не принимает этот вид транспорта. Проверьте орган или вид транспорта.',
    en: 'Office {office} does not serve this mode of transport. Check the office or the mode.',
  },
  'manifest-late': {
    az: 'Gəlişə {minutes} dəqiqə qalır, manifest isə ən azı {lead} dəqiqə əvvəl göndərilməlidir.',
    ru: 'До прибытия остаётся {minutes} мин, а манифест направляется не позднее чем за {lead} мин.',
    en: 'Arrival is {minutes} minutes away; the manifest is due {lead} minutes before it.',
  },
  'expected-past': {
    az: 'Gözlənilən gəliş ({expected}) imzalanma vaxtından əvvəldir. Manifest gəlişdən əvvəl göndərilir: vaxtı yoxlayın.',
    ru: 'Ожидаемое прибытие ({expected}) раньше времени подписания. Манифест направляется до прибытия: проверьте время.',
    en: 'The expected arrival ({expected}) lies before the time of signing. A manifest comes before arrival: check the time.',
  },
  'line-doubled': {
    az: '{line} nömrəli sətir iki dəfə göstərilib. Sətirlərə ayrı nömrələr verin.',
    ru: 'Строка {line} указана дважды. Дайте строкам разные номера.',
    en: 'Line {line} stands twice. Give each line a number of its own.',
  },
  'hs-wrong': {
    az: '{hs} HS kodu deyil: mövcud fəsildən 6, 8 və ya 10 rəqəm göstərin.',
    ru: '{hs} не является кодом ГС: укажите 6, 8 или 10 цифр существующей группы.',
    en: '{hs} is no HS code: state 6, 8 or 10 digits of a chapter that exists.',
  },
  'currency-unknown': {
    az: '{currency} kodlu valyuta yoxdur. ISO 4217 üzrə üç hərfli kod göstərin.',
    ru: 'Валюты с кодом {currency} нет. Укажите трёхбуквенный код по ISO 4217.',
    en: 'There is no currency {currency}. State a code of three letters after ISO 4217.',
  },
  'weight-unit-unknown': {
    az: '{line} nömrəli sətrin çəkisini qram, kiloqram və ya ton ilə, milliqrama qədər dəqiqliklə göstərin.',
    ru: 'Укажите вес строки {line} в граммах, килограммах или тоннах с точностью до миллиграмма.',
    en: 'State the weight of line {line} in grams, kilograms or tonnes, no finer than a milligram.',
  },
  'weight-zero': {
    az: '{line} nömrəli sətrin çəkisi sıfırdır. Çəkini göstərin.',
    ru: 'Вес строки {line} равен нулю. Укажите вес.',
    en: 'The weight of line {line} is zero. State the weight.',
  },
  'net-above-gross': {
    az: '{line} nömrəli sətirdə xalis çəki ümumi çəkidən artıqdır. Çəkiləri düzəldin.',
    ru: 'В строке {line} вес нетто больше веса брутто. Исправьте веса.',
    en: 'In line {line} the net weight is more than the gross weight. Correct the weights.',
  },
  'wagon-check-digit': {
    az: 'Vaqon nömrəsi {number} düzgün deyil: 8 və ya 12 rəqəm olmalı, yoxlama rəqəmi düz gəlməlidir. Nömrəni daşıma sənədi ilə tutuşdurun.',
    ru: 'Номер вагона {number} неверен: нужны 8 или 12 цифр с верной контрольной цифрой. Сверьте номер с перевозочным документом.',
    en: 'Wagon number {number} is wrong: it takes 8 or 12 digits with a right check digit. Compare it with the waybill.',
  },
  'container-number-check': {
    az: 'Konteyner nömrəsi {number} ISO 6346 standartına uyğun deyil. Nömrəni daşıma sənədi ilə tutuşdurun.',
    ru: 'Номер контейнера {number} не соответствует ISO 6346. Сверьте номер с перевозочным документом.',
    en: 'Container number {number} does not keep to ISO 6346. Compare it with the transport document.',
  },
  'plate-odd': {
    az: '{number} qeydiyyat nişanına oxşamır. Nömrəni yoxlayın.',
    ru: '{number} не похоже на регистрационный знак. Проверьте номер.',
    en: '{number} does not look like a number plate. Check the number.',
  },
  'means-other-mode': {
    az: '{number} göstərilən nəqliyyat növü ilə daşına bilməz. Nəqliyyat növünü və ya vasitənin növünü düzəldin.',
    ru: '{number} не может следовать указанным видом транспорта. Исправьте вид транспорта или вид средства.',
    en: '{number} cannot travel by the mode of transport stated. Correct the mode or the kind of means.',
  },
  'means-doubled': {
    az: '{number} iki dəfə göstərilib. Onu bir dəfə göstərin.',
    ru: '{number} указано дважды. Укажите его один раз.',
    en: '{number} is named twice. Name it once.',
  },
  'vehicle-missing': {
    az: 'Avtomobil yolu ilə daşımada avtomobil göstərilməyib. Onun nömrəsini əlavə edin.',
    ru: 'Для автомобильной перевозки не указан автомобиль. Добавьте его номер.',
    en: 'A movement by road names no vehicle. Add its number.',
  },
  'wagon-missing': {
    az: 'Dəmir yolu ilə daşımada vaqon göstərilməyib. Vaqonun nömrəsini əlavə edin.',
    ru: 'Для железнодорожной перевозки не указан вагон. Добавьте номер вагона.',
    en: 'A movement by rail names no wagon. Add its number.',
  },
  'means-all-empty': {
    az: 'Bütün nəqliyyat vasitələri boş göstərilib, halbuki mal daşınır. Boş olmayanı düzəldin.',
    ru: 'Все транспортные средства указаны порожними, хотя товар перевозится. Исправьте гружёные.',
    en: 'Everything is stated to be empty, though goods travel. Correct what is loaded.',
  },
  'train-other-mode': {
    az: 'Qatar yalnız dəmir yolu ilə daşımada göstərilir. Qatarı çıxarın və ya nəqliyyat növünü düzəldin.',
    ru: 'Поезд указывается только для железнодорожной перевозки. Удалите его или исправьте вид транспорта.',
    en: 'A train is stated for movements by rail alone. Leave it out or correct the mode.',
  },
  'train-missing': {
    az: 'Qatarın nömrəsi göstərilməyib: vaqonlar sərhəddə qatar üzrə qəbul olunur.',
    ru: 'Не указан номер поезда: на границе вагоны принимают по поезду.',
    en: 'No train is stated: at the border wagons are taken over by train.',
  },
  'seal-doubled': {
    az: '{number} nömrəli plomb iki dəfə göstərilib. Nömrəni yoxlayın.',
    ru: 'Пломба {number} указана дважды. Проверьте номер.',
    en: 'Seal {number} is stated twice. Check the number.',
  },
  'seal-unstated': {
    az: '{number} üçün plomb göstərilməyib.',
    ru: 'Для {number} не указана пломба.',
    en: 'No seal is stated for {number}.',
  },
  'seals-unstated': {
    az: 'Heç bir plomb göstərilməyib: onsuz nəzarətin tanınması üçün yükün dəyişmədiyi təsdiqlənmir.',
    ru: 'Не указано ни одной пломбы: без неё ничто не подтверждает, что груз не изменился.',
    en: 'No seal is stated: nothing then shows that the goods are still the same.',
  },
  'tax-number-check': {
    az: '{number} vergi nömrəsinin yoxlama rəqəmi düz gəlmir. Nömrəni yoxlayın.',
    ru: 'Контрольная цифра налогового номера {number} неверна. Проверьте номер.',
    en: 'The check digit of tax number {number} is wrong. Check the number.',
  },
  'document-ahead': {
    az: 'Sənədin tarixi ({date}) hələ gəlməyib. Tarixi yoxlayın.',
    ru: 'Дата документа ({date}) ещё не наступила. Проверьте дату.',
    en: 'The date of the document ({date}) is yet to come. Check the date.',
  },
  'document-doubled': {
    az: '{number} nömrəli sənəd iki dəfə göstərilib. Onu bir dəfə göstərin.',
    ru: 'Документ {number} указан дважды. Укажите его один раз.',
    en: 'Document {number} is named twice. Name it once.',
  },
  'document-not-held': {
    az: '{number} nömrəli sənədin yazısı burada saxlanılmır və yoxlanıla bilmir.',
    ru: 'Запись документа {number} здесь не хранится и проверена быть не может.',
    en: 'The record of document {number} is not held here and cannot be checked.',
  },
  'certificate-not-held': {
    az: '{number} nömrəli sertifikatın yazısı hələ burada saxlanılmır və yoxlanıla bilmir.',
    ru: 'Запись сертификата {number} здесь пока не хранится и проверена быть не может.',
    en: 'The record of certificate {number} is not held here yet and cannot be checked.',
  },
  'certificate-other-number': {
    az: 'Göstərilən yazı {number} deyil, {held} nömrəli sertifikatdır. Nömrəni və ya yazını düzəldin.',
    ru: 'Указанная запись — сертификат {held}, а не {number}. Исправьте номер или запись.',
    en: 'The record named is certificate {held}, not {number}. Correct the number or the record.',
  },
  'certificate-not-open': {
    az: '{number} nömrəli sertifikat hazırkı vəziyyətində istifadə oluna bilməz.',
    ru: 'Сертификат {number} в его нынешнем состоянии использовать нельзя.',
    en: 'Certificate {number} cannot be used in its present state.',
  },
  'certificate-line-missing': {
    az: '{number} nömrəli sertifikatda çəkisi göstərilmiş {line} nömrəli sətir yoxdur. Sətri yoxlayın.',
    ru: 'В сертификате {number} нет строки {line} с указанным весом. Проверьте строку.',
    en: 'Certificate {number} has no line {line} with a weight. Check the line.',
  },
  'certificate-other-goods': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrində {hs} kodlu mal yoxdur. Kodu və ya sətri yoxlayın.',
    ru: 'В строке {line} сертификата {number} нет товара с кодом {hs}. Проверьте код или строку.',
    en: 'Line {line} of certificate {number} holds no goods with code {hs}. Check the code or the line.',
  },
  'operator-not-valid': {
    az: '{number} nömrəli iştirakçının qeydiyyatı dayandırılıb, bitib və ya ona xitam verilib.',
    ru: 'Запись об участнике {number} приостановлена, истекла или прекращена.',
    en: 'The registration of participant {number} is suspended, over or ended.',
  },
  'participant-of-another': {
    az: '{number} nömrəsi reyestrdə başqa vergi və ya reyestr nömrəli şəxsə aiddir. Nömrəni yoxlayın.',
    ru: 'Номер {number} в реестре принадлежит лицу с другим налоговым или реестровым номером. Проверьте номер.',
    en: 'In the register, {number} belongs to someone with another tax or register number. Check the number.',
  },
  'operator-not-registered': {
    az: '{number} nömrəli iştirakçı heç bir tərəfin reyestrində yoxdur. Nömrəni yoxlayın.',
    ru: 'Участника с номером {number} нет в реестре ни одной из сторон. Проверьте номер.',
    en: 'Participant {number} is in neither side’s register. Check the number.',
  },
} satisfies Record<string, Text>;
