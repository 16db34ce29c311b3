import type { Text } from '../../../kernel/finding.ts';

/** Sentences about sources, the season balance, inspections, settlements and re-export. */
export const balanceFindings = {
  'goods-inexact': {
    az: '{value} {unit} dəqiq uçota alına bilmir. Miqdarı ən çoxu bir milliqram dəqiqliklə GRM, KGM, TNE və ya H87 ilə göstərin.',
    ru: 'Количество {value} {unit} нельзя учесть точно. Укажите его в GRM, KGM, TNE или H87 с точностью не выше одного миллиграмма.',
    en: '{value} {unit} cannot be counted exactly. State the quantity in GRM, KGM, TNE or H87, to the milligram at most.',
  },
  'unit-weight-missing': {
    az: '{value} ədəd üçün bir ədədin çəkisi göstərilməyib. Çəkini “each” sahəsində göstərin.',
    ru: 'Для {value} штук не указана масса одной. Укажите её в поле «each».',
    en: 'The mass of one of the {value} pieces is not stated. State it in “each”.',
  },
  'goods-nothing': {
    az: 'Miqdar sıfırdır. Miqdarı göstərin və ya bu hissəni çıxarın.',
    ru: 'Количество равно нулю. Укажите количество или удалите эту часть.',
    en: 'The quantity is nothing. State a quantity or leave this part out.',
  },
  'source-member-same': {
    az: 'Kooperativ və onun üzvü kimi eyni istehsalçı ({grower}) göstərilib. “member” sahəsində kooperativin üzvünü göstərin və ya onu boş saxlayın.',
    ru: 'Кооперативом и его членом указан один производитель ({grower}). В поле «member» укажите члена кооператива или не заполняйте его.',
    en: 'Cooperative and member are one grower ({grower}). Name the member of the cooperative in “member”, or leave it out.',
  },
  'source-incomplete': {
    az: '{suspended} üzrə göndərişlər {since} tarixindən dayandırılıb, {line} nömrəli sətirdə {grower} mənbəyi isə malın oradan olub-olmadığını açıq qoyur. Mənbənin “{part}” sahəsini doldurun; sertifikat artıq verilibsə, onu əvəz edin.',
    ru: 'Поставки {suspended} приостановлены с {since}, а источник {grower} в строке {line} не позволяет судить, оттуда ли товар. Заполните в источнике поле «{part}»; если сертификат уже выдан, замените его.',
    en: 'Consignments of {suspended} are suspended since {since}, and source {grower} in line {line} leaves open whether its goods come from there. State “{part}” in the source; replace the certificate if it is already issued.',
  },
  'source-product-differs': {
    az: '{product} məhsulu {line} nömrəli sətrin EPPO kodları sırasında yoxdur. Sətri və ya mənbəni düzəldin.',
    ru: 'Продукции {product} нет среди кодов EPPO строки {line}. Исправьте строку или источник.',
    en: 'Product {product} is not among the EPPO codes of line {line}. Correct the line or the source.',
  },
  'season-impossible': {
    az: 'Belə mövsüm yoxdur: {season}. Mövsümü il kimi (2026) və ya ardıcıl iki il kimi (2026-27) göstərin.',
    ru: 'Такого сезона нет: {season}. Укажите год (2026) или два года подряд (2026-27).',
    en: 'There is no season {season}. State a year (2026) or two that follow each other (2026-27).',
  },
  'sources-missing': {
    az: '{line} nömrəli sətirdə istehsalçı adı var, lakin mənbələr göstərilməyib: mövsüm balansı hesablanmır.',
    ru: 'В строке {line} назван производитель, но не указаны источники: сезонный баланс не учитывается.',
    en: 'Line {line} names a producer but no sources: no season balance is counted.',
  },
  'sources-beside-originals': {
    az: '{line} nömrəli sətirdə həm öz istehsalçılarının, həm də başqa sertifikatla gəlmiş mal var. Onları ayrı sətirlərdə göstərin.',
    ru: 'В строке {line} и товар своих производителей, и товар, ввезённый по другому сертификату. Укажите их в разных строках.',
    en: 'Line {line} holds goods of growers and goods that came in on another certificate. State them in separate lines.',
  },
  'sources-without-net-weight': {
    az: '{line} nömrəli sətirdə mənbələr var, lakin netto çəki yoxdur. Netto çəkini GRM, KGM və ya TNE ilə göstərin.',
    ru: 'В строке {line} указаны источники, но нет массы нетто. Укажите массу нетто в GRM, KGM или TNE.',
    en: 'Line {line} has sources but no net weight. State the net weight in GRM, KGM or TNE.',
  },
  'source-sum-differs': {
    az: '{line} nömrəli sətirdə mənbələrin cəmi {sum} kq, xalis çəki {net} kq-dır. Onlar bərabər olmalıdır.',
    ru: 'В строке {line} сумма источников {sum} кг, масса нетто {net} кг. Они должны совпадать.',
    en: 'In line {line} the sources come to {sum} kg, the net weight is {net} kg. Make them equal.',
  },
  'balance-exceeded': {
    az: '{grower} istehsalçısının {product} üzrə {season} mövsüm balansında {available} kq qalıb, tələb olunan {asked} kq-dır. Miqdarı azaldın və ya həcmin artırılmasını xahiş edin.',
    ru: 'В сезонном балансе производителя {grower} ({product}, {season}) осталось {available} кг, требуется {asked} кг. Уменьшите количество или запросите увеличение объёма.',
    en: 'The season balance of grower {grower} ({product}, {season}) has {available} kg left, {asked} kg are asked. Reduce the quantity or ask for a larger volume.',
  },
  'original-differs': {
    az: 'Göstərilən ilkin sertifikat saxlanılan yazıya uyğun gəlmir (növ, verən qurum və ya nömrə). Məlumatı düzəldin.',
    ru: 'Указанный исходный сертификат не совпадает с имеющейся записью (вид, выдавший орган или номер). Исправьте сведения.',
    en: 'The original named does not match the record held (type, issuer or number). Correct it.',
  },
  'original-not-released': {
    az: '{number} nömrəli ilkin sertifikat üzrə yükü {institution} buraxmayıb. Təkrar ixrac yalnız buraxılmış mal üçün mümkündür.',
    ru: 'Груз по исходному сертификату {number} не был выпущен органом {institution}. Реэкспорт возможен только для выпущенного товара.',
    en: 'The goods of original {number} were not released by {institution}. Only released goods can be re-exported.',
  },
  'original-sum-exceeds': {
    az: '{line} nömrəli sətirdə ilkin sertifikatlar üzrə miqdar {sum} kq, xalis çəki isə {net} kq-dır. Artıq miqdarı azaldın.',
    ru: 'В строке {line} количество по исходным сертификатам {sum} кг больше массы нетто {net} кг. Уменьшите его.',
    en: 'In line {line} the quantity of the originals, {sum} kg, is more than the net weight of {net} kg. Reduce it.',
  },
  'originals-without-net-weight': {
    az: '{line} nömrəli sətirdə ilkin sertifikatlar var, lakin netto çəki yoxdur. Netto çəkini GRM, KGM və ya TNE ilə göstərin.',
    ru: 'В строке {line} указаны исходные сертификаты, но нет массы нетто. Укажите массу нетто в GRM, KGM или TNE.',
    en: 'Line {line} names originals but no net weight. State the net weight in GRM, KGM or TNE.',
  },
  'original-not-held': {
    az: '{number} nömrəli ilkin sertifikat burada saxlanılmır və yoxlanıla bilmir.',
    ru: 'Исходный сертификат {number} здесь не хранится и проверен быть не может.',
    en: 'Original certificate {number} is not held here and cannot be checked.',
  },
  'original-exceeded': {
    az: '{number} nömrəli ilkin sertifikatın {line} nömrəli sətrində {available} kq qalıb, tələb olunan {asked} kq-dır. Miqdarı azaldın.',
    ru: 'По строке {line} исходного сертификата {number} осталось {available} кг, требуется {asked} кг. Уменьшите количество.',
    en: 'Line {line} of original {number} has {available} kg left, {asked} kg are asked. Reduce the quantity.',
  },
  'not-importing-institution': {
    az: 'Yükü yalnız sertifikatın ünvanlandığı idxal qurumu ({institution}) yoxlaya bilər.',
    ru: 'Досмотр вправе оформить только орган страны импорта, которому направлен сертификат ({institution}).',
    en: 'Only the importing institution of the certificate ({institution}) may inspect the goods.',
  },
  'inspection-reversed': {
    az: 'Yoxlamanın sonu ({ended}) başlanğıcından ({started}) əvvəldir. Vaxtları düzəldin.',
    ru: 'Окончание досмотра ({ended}) раньше его начала ({started}). Исправьте время.',
    en: 'The inspection ends ({ended}) before it starts ({started}). Correct the times.',
  },
  'inspection-not-ended': {
    az: 'Yoxlamanın sonu ({ended}) imzalanma vaxtından sonradır. Yoxlama bitdikdən sonra imzalayın.',
    ru: 'Окончание досмотра ({ended}) позже времени подписания. Подпишите после окончания досмотра.',
    en: 'The inspection ends ({ended}) after the time of signing. Sign once it has ended.',
  },
  'certificate-taken-back': {
    az: '{number} nömrəli sertifikat artıq geri götürülüb və ya əvəz edilib. Buraxılışı yalnız yük bundan əvvəl sərhədi keçibsə qeyd edin; keçməyibsə, yükü buraxmayın: nəticə “reject”.',
    ru: 'Сертификат {number} уже отозван или заменён. Оформляйте выпуск, только если груз пересёк границу раньше; иначе груз не выпускается: результат «reject».',
    en: 'Certificate {number} has already been withdrawn or replaced. Enter a release only when its goods had crossed before; else do not let them in: the result is “reject”.',
  },
  'arrived-over-certified': {
    az: '{line} nömrəli sətir üzrə {arrived} kq gəlib, sertifikatda {certified} kq göstərilib. Sertifikatdakı miqdarı yazın, artıq hissə üçün uyğunsuzluq işi açın.',
    ru: 'По строке {line} прибыло {arrived} кг, сертификатом удостоверено {certified} кг. Укажите количество по сертификату, на излишек откройте дело о несоответствии.',
    en: 'Of line {line} {arrived} kg arrived, {certified} kg are certified. State what is certified and open a non-compliance case for the rest.',
  },
  'arrived-more-than-departed': {
    az: '{line} nömrəli sətir üzrə {arrived} kq gəlib, ixrac edən xidmətin qeydinə görə isə {departed} kq yola düşüb. Miqdarı yoxlayın; fərq təsdiqlənərsə, ixrac edən xidmətə məlumat verin.',
    ru: 'По строке {line} прибыло {arrived} кг, а по отметке службы страны экспорта убыло {departed} кг. Проверьте количество; если расхождение подтвердится, сообщите службе страны экспорта.',
    en: 'Of line {line} {arrived} kg arrived, while the exporting service observed {departed} kg depart. Check the quantity; if the difference holds, tell the exporting service.',
  },
  'departed-over-certified': {
    az: '{line} nömrəli sətir üzrə {departed} kq yola düşüb, sertifikatla {certified} kq təsdiqlənib. Artıq hissəni başqa sertifikatla təsdiqləyin və ya bu sertifikatı əvəz edin.',
    ru: 'По строке {line} убыло {departed} кг, сертификатом удостоверено {certified} кг. Удостоверьте излишек другим сертификатом или замените этот.',
    en: 'Of line {line} {departed} kg departed, {certified} kg are certified. Certify the rest on another certificate or replace this one.',
  },
  'departed-less-than-crossed': {
    az: '{line} nömrəli sətir üzrə {departed} kq yola düşüb, idxalda yoxlamaya görə isə {crossed} kq buraxılıb və ya məhv edilib. Miqdarı yoxlayın.',
    ru: 'По строке {line} убыло {departed} кг, а при досмотре в стране импорта выпущено или уничтожено {crossed} кг. Проверьте количество.',
    en: 'Of line {line} {departed} kg departed, while the inspection at import released or destroyed {crossed} kg. Check the quantity.',
  },
  'departure-line-missing': {
    az: 'Sertifikatın {line} nömrəli sətri haqqında heç nə deyilmir. Heç nə yola düşməyibsə, 0 göstərin.',
    ru: 'О строке {line} сертификата ничего не сказано. Если по ней ничего не убыло, укажите 0.',
    en: 'Nothing is said of line {line} of the certificate. If nothing of it departed, state 0.',
  },
  'departure-before-issue': {
    az: 'Yola düşmə vaxtı ({departure}) sertifikatın verilməsindən ({issued}) əvvəldir. Vaxtı düzəldin.',
    ru: 'Время убытия ({departure}) раньше выдачи сертификата ({issued}). Исправьте время.',
    en: 'The time of departure ({departure}) lies before the certificate was issued ({issued}). Correct the time.',
  },
  'departure-ahead': {
    az: 'Yola düşmə vaxtı ({departure}) imzalanma vaxtından sonradır. Yük yola düşdükdən sonra imzalayın.',
    ru: 'Время убытия ({departure}) позже времени подписания. Подпишите после убытия груза.',
    en: 'The time of departure ({departure}) lies after the time of signing. Sign once the goods have departed.',
  },
  'held-line-divided': {
    az: '{line} nömrəli sətir nümunələr yoxlanılarkən bölünə bilməz. Yalnız gəlmiş miqdarı göstərin.',
    ru: 'Строку {line} нельзя делить, пока исследуются пробы. Укажите только прибывшее количество.',
    en: 'Line {line} cannot be divided while samples are examined. State only what arrived.',
  },
  'inspection-sum-differs': {
    az: '{line} nömrəli sətir üzrə buraxılan, qaytarılan və məhv edilən {told} kq, gəlmiş miqdar {arrived} kq-dır. Onlar bərabər olmalıdır.',
    ru: 'По строке {line} выпущено, возвращено и уничтожено {told} кг, прибыло {arrived} кг. Эти количества должны совпадать.',
    en: 'Of line {line} {told} kg are released, returned or destroyed, {arrived} kg arrived. Make them equal.',
  },
  'inspection-reason-missing': {
    az: '{line} nömrəli sətir tam buraxılmayıb. Ən azı bir səbəb göstərin.',
    ru: 'Строка {line} выпущена не полностью. Укажите хотя бы одну причину.',
    en: 'Line {line} is not released in full. Give at least one reason.',
  },
  'inspection-line-missing': {
    az: 'Sertifikatın {line} nömrəli sətri haqqında heç nə deyilmir. Yük gəlməyibsə, gəlmiş miqdarı 0 göstərin.',
    ru: 'О строке {line} сертификата ничего не сказано. Если груз не прибыл, укажите прибывшее количество 0.',
    en: 'Nothing is said of line {line} of the certificate. If it did not arrive, state 0 as arrived.',
  },
  'inspection-result-differs': {
    az: 'Nəticə “{stated}” sətirlərə uyğun gəlmir: sətirlərə görə nəticə “{expected}” olmalıdır.',
    ru: 'Результат «{stated}» не соответствует строкам: по строкам он должен быть «{expected}».',
    en: 'The result “{stated}” does not agree with the lines: by them it is “{expected}”.',
  },
  'checkpoint-elsewhere': {
    az: '{checkpoint} buraxılış məntəqəsi idxal edən ölkədə ({country}) deyil. Kodu yoxlayın.',
    ru: 'Пункт пропуска {checkpoint} находится не в стране импорта ({country}). Проверьте код.',
    en: 'Checkpoint {checkpoint} is not in the importing country ({country}). Check the code.',
  },
  'notice-not-held': {
    az: 'Göstərilən ilkin bildiriş burada saxlanılmır və yoxlanıla bilmir.',
    ru: 'Указанное предварительное уведомление здесь не хранится и проверено быть не может.',
    en: 'The prior notice named is not held here and cannot be checked.',
  },
  'notice-of-others': {
    az: 'Göstərilən yazı bu sertifikat üzrə ilkin bildiriş deyil. Düzgün bildirişi göstərin və ya bu sahəni boş saxlayın.',
    ru: 'Указанная запись не является предварительным уведомлением по этому сертификату. Укажите верное или не заполняйте поле.',
    en: 'The record named is no prior notice of this certificate. Name the right one or leave it out.',
  },
  'settlement-sum-differs': {
    az: '{line} nömrəli sətir üzrə istifadə olunan, ayrılan və azad miqdarın cəmi {sum} kq, sertifikatda {certified} kq-dır. Onlar bərabər olmalıdır.',
    ru: 'По строке {line} использовано, зарезервировано и свободно {sum} кг, удостоверено {certified} кг. Эти количества должны совпадать.',
    en: 'Of line {line} {sum} kg are used, reserved or free, {certified} kg are certified. Make them equal.',
  },
  'settlement-sources-differ': {
    az: '{line} nömrəli sətir üzrə azad hissə sətrin mənbələrinin sayı qədər paya bölünməlidir.',
    ru: 'По строке {line} свободная часть должна быть разделена на столько долей, сколько в строке источников.',
    en: 'The free part of line {line} must be shared among exactly the sources of the line.',
  },
  'settlement-shares-differ': {
    az: '{line} nömrəli sətir üzrə mənbələrin payları {sum} kq, azad hissə {free} kq-dır. Onlar bərabər olmalıdır.',
    ru: 'По строке {line} доли источников составляют {sum} кг, свободная часть {free} кг. Эти количества должны совпадать.',
    en: 'In line {line} the shares of the sources come to {sum} kg, the free part is {free} kg. Make them equal.',
  },
  'settlement-share-exceeds': {
    az: '{line} nömrəli sətirdə {grower} istehsalçısına onun {certified} kq miqdarından artıq qaytarılır. Payı azaldın.',
    ru: 'По строке {line} производителю {grower} возвращается больше, чем его {certified} кг. Уменьшите долю.',
    en: 'In line {line} more is freed for grower {grower} than its {certified} kg. Reduce the share.',
  },
  'settlement-line-missing': {
    az: '{line} nömrəli sətir üzrə hesablaşma yoxdur. Onu əlavə edin.',
    ru: 'Нет расчёта по строке {line}. Добавьте его.',
    en: 'Line {line} is not settled. Add it.',
  },
  'line-not-kept': {
    az: '{line} nömrəli sətrin miqdarı uçota alınmır: onun xalis çəkisi yoxdur. Sətri çıxarın.',
    ru: 'Количество строки {line} не учитывается: у неё нет массы нетто. Удалите эту строку.',
    en: 'The quantity of line {line} is not kept, for it has no net weight. Leave the line out.',
  },
} satisfies Record<string, Text>;
