import type { Text } from '../../../kernel/finding.ts';

/** A sentence about a requirement, which is named with its own words. */
const required = (az: string, ru: string, en: string): Text => ({
  az: `${az} Tələb {number}: “{text}”.`,
  ru: `${ru} Требование {number}: «{text}».`,
  en: `${en} Requirement {number}: “{text}”.`,
});

/** Sentences about certificates and notices held against growers, admissions, suspensions and requirements. */
export const requirementsFindings = {
  'product-unstated': {
    az: '{line} nömrəli sətirdə məhsulun EPPO kodu yoxdur, lakin bu ölkənin ayrı-ayrı məhsullarına tələblər və ya məhdudiyyətlər qüvvədədir. Kodu göstərin.',
    ru: 'В строке {line} нет кода EPPO продукции, а для отдельной продукции этой страны действуют требования или ограничения. Укажите код.',
    en: 'Line {line} states no EPPO code of its product, while requirements or restrictions are in force for single products of this country. State the code.',
  },
  'grower-suspended': {
    az: '{grower} üzrə göndərişlər {since} tarixindən dayandırılıb (məhsul: {product}; zərərli orqanizm: {pest}; son tarix: {until}; baxılma tarixi: {review}; {act}; iş: {case}). Onun məhsulunu çıxarın və ya məhdudiyyətin götürülməsini gözləyin.',
    ru: 'Поставки {grower} приостановлены с {since} (продукция: {product}; вредный организм: {pest}; по: {until}; пересмотр: {review}; {act}; дело: {case}). Исключите его товар или дождитесь снятия ограничения.',
    en: 'Consignments of {grower} are suspended since {since} (product: {product}; pest: {pest}; until: {until}; review: {review}; {act}; case: {case}). Leave its goods out, or wait for the lifting.',
  },
  'country-suspended': {
    az: '{line} nömrəli sətir: bütün ölkədən göndərişlər {since} tarixindən dayandırılıb (məhsul: {product}; zərərli orqanizm: {pest}; son tarix: {until}; baxılma tarixi: {review}; {act}; iş: {case}). Sətri çıxarın və ya məhdudiyyətin götürülməsini gözləyin.',
    ru: 'Строка {line}: поставки из всей страны приостановлены с {since} (продукция: {product}; вредный организм: {pest}; по: {until}; пересмотр: {review}; {act}; дело: {case}). Исключите строку или дождитесь снятия ограничения.',
    en: 'Line {line}: consignments from the whole country are suspended since {since} (product: {product}; pest: {pest}; until: {until}; review: {review}; {act}; case: {case}). Leave the line out, or wait for the lifting.',
  },
  'grower-missing': required(
    '{line} nömrəli sətirdə məhsulun hansı istehsalçıya məxsus olduğu göstərilməyib. İstehsalçıları və miqdarlarını əlavə edin.',
    'В строке {line} не указано, чей это товар. Добавьте производителей и количество товара каждого.',
    'Line {line} does not say whose its goods are. Add the growers with their quantities.',
  ),
  'grower-unregistered': required(
    '{grower} bu gün qeydiyyatda deyil. Əvvəlcə onu qeydiyyata alın və ya identifikatoru düzəldin.',
    '{grower} на сегодня не зарегистрирован. Сначала зарегистрируйте его или исправьте идентификатор.',
    '{grower} is not registered today. Register it first, or correct the identifier.',
  ),
  'grower-ceased': required(
    '{grower} qeydiyyatına xitam verilib. Onun məhsulu sertifikatlaşdırıla bilməz.',
    'Регистрация {grower} прекращена. Его товар не может быть сертифицирован.',
    'The registration of {grower} has ended. Its goods cannot be certified.',
  ),
  'member-missing': required(
    '{grower} kooperativdir: məhsulu yetişdirən üzvü göstərin.',
    '{grower} является кооперативом: укажите члена, вырастившего товар.',
    '{grower} is a cooperative: name the member that grew the goods.',
  ),
  'member-unknown': required(
    '{member} {grower} üzvləri arasında yoxdur. Üzvü düzəldin və ya kooperativin qeydiyyatını yeniləyin.',
    '{member} не числится среди членов {grower}. Исправьте члена или обновите регистрацию кооператива.',
    '{member} is not among the members of {grower}. Correct the member, or renew the registration of the cooperative.',
  ),
  'site-of-another': required(
    '{site} sahəsini {operator} istifadə edir, {grower} yox. Sahəni və ya istehsalçını düzəldin.',
    'Участок {site} использует {operator}, а не {grower}. Исправьте участок или производителя.',
    'The site {site} is worked by {operator}, not by {grower}. Correct the site or the grower.',
  ),
  'grower-not-admitted': required(
    '{grower} {season} mövsümündə {product} məhsulu üzrə buraxılmayıb. İdxal edən xidmətin buraxılışını gözləyin.',
    '{grower} не допущен с продукцией {product} в сезоне {season}. Дождитесь допуска службы страны импорта.',
    '{grower} is not admitted with {product} for season {season}. Wait for the admission of the importing service.',
  ),
  'admission-not-yet': required(
    '{grower} {product} məhsulu üzrə ({season}) yalnız {from} tarixindən buraxılıb. Həmin gündən imzalayın.',
    '{grower} допущен с продукцией {product} ({season}) только с {from}. Подпишите начиная с этого дня.',
    '{grower} is admitted with {product} ({season}) only from {from}. Sign from that day on.',
  ),
  'admission-ended': required(
    '{grower} üçün {product} məhsulu üzrə buraxılış ({season}) {to} tarixində bitib. Yeni buraxılış lazımdır.',
    'Допуск {grower} с продукцией {product} ({season}) закончился {to}. Нужен новый допуск.',
    'The admission of {grower} with {product} ({season}) ended on {to}. A new admission is needed.',
  ),
  'checkpoint-missing': required(
    'Giriş məntəqəsinin kodu göstərilməyib. UN/LOCODE və ya milli kodu əlavə edin.',
    'Не указан код пункта ввоза. Добавьте UN/LOCODE или национальный код.',
    'The entry point has no code. Add its UN/LOCODE or national code.',
  ),
  'checkpoint-not-admitted': required(
    '{grower} {product} məhsulu üzrə {checkpoint} məntəqəsindən keçməyə buraxılmayıb (icazə verilənlər: {permitted}). Başqa məntəqə seçin.',
    '{grower} с продукцией {product} не допущен через пункт {checkpoint} (разрешены: {permitted}). Выберите другой пункт.',
    '{grower} is not admitted with {product} through {checkpoint} (permitted: {permitted}). Choose another checkpoint.',
  ),
  'checkpoint-not-permitted': required(
    '{checkpoint} məntəqəsindən keçməyə icazə verilmir (icazə verilənlər: {permitted}). Başqa məntəqə seçin.',
    'Ввоз через пункт {checkpoint} не разрешён (разрешены: {permitted}). Выберите другой пункт.',
    'Entry through {checkpoint} is not permitted (permitted: {permitted}). Choose another checkpoint.',
  ),
  'declaration-missing': required(
    '{line} nömrəli sətir üçün tələb olunan əlavə bəyanat yoxdur. Bu mətni olduğu kimi yazın: “{wording}”.',
    'Для строки {line} нет требуемой дополнительной декларации. Впишите текст дословно: «{wording}».',
    'The additional declaration required for line {line} is missing. Write it word for word: “{wording}”.',
  ),
  'laboratory-result-missing': required(
    '{line} nömrəli sətirdə laboratoriya nəticəsi göstərilməyib (zərərli orqanizmlər: {pests}). Nəticə qeydinin identifikatorunu əlavə edin.',
    'В строке {line} не указан лабораторный результат (вредные организмы: {pests}). Добавьте идентификатор записи о нём.',
    'Line {line} names no laboratory result (pests: {pests}). Add the id of its record.',
  ),
  'laboratory-result-not-held': required(
    '{record} laboratoriya nəticəsi {institution} qurumunda yoxdur. Laboratoriyadan onu həmin quruma göndərməsini xahiş edin.',
    'Лабораторного результата {record} нет у {institution}. Попросите лабораторию направить его туда.',
    'The laboratory result {record} is not with {institution}. Ask the laboratory to send it there.',
  ),
  'laboratory-result-awaited': required(
    '{record} laboratoriya nəticəsi hələ burada deyil və yoxlanıla bilmir.',
    'Лабораторного результата {record} здесь пока нет, и проверить его нельзя.',
    'The laboratory result {record} is not here yet and cannot be checked.',
  ),
  'laboratory-result-other-type': required(
    '{record} laboratoriya nəticəsi deyil. Nəticənin özünü göstərin.',
    '{record} не является лабораторным результатом. Укажите сам результат.',
    '{record} is not a laboratory result. Name the result itself.',
  ),
  'laboratory-result-annulled': required(
    '{protocol} nömrəli laboratoriya nəticəsi ləğv edilib. Qüvvədə olan nəticəni göstərin.',
    'Лабораторный результат {protocol} аннулирован. Укажите действующий результат.',
    'The laboratory result {protocol} is annulled. Name one that is valid.',
  ),
  'laboratory-result-too-old': required(
    '{protocol} nömrəli laboratoriya nəticəsi {date} tarixlidir: {age} gün keçib, icazə verilən müddət {days} gündür. Müayinəni təkrarlayın.',
    'Лабораторный результат {protocol} от {date}: прошло дней {age}, допускается {days}. Повторите исследование.',
    'The laboratory result {protocol} is of {date}: {age} days old, {days} are allowed. Repeat the examination.',
  ),
  'laboratory-pest-detected': required(
    '{protocol} nömrəli nəticəyə görə {pest} aşkar edilib. Bu partiya göndərilə bilməz.',
    'По результату {protocol} обнаружен {pest}. Эту партию отправлять нельзя.',
    'The result {protocol} detected {pest}. This lot cannot be sent.',
  ),
  'laboratory-pest-untested': required(
    '{line} nömrəli sətir üzrə bu orqanizmlərin aşkar edilmədiyini göstərən nəticə yoxdur: {pests} (istehsalçı: {grower}). Müayinə aparın.',
    'По строке {line} нет результата о том, что эти организмы не обнаружены: {pests} (производитель: {grower}). Проведите исследование.',
    'No result for line {line} says that these were not detected: {pests} (grower: {grower}). Have the lot examined.',
  ),
  'unit-products-mixed': required(
    '{unit} daxilində bir neçə məhsul var: {products}. Hər vahiddə bir məhsul yerləşdirin.',
    'В единице {unit} несколько видов продукции: {products}. Размещайте в каждой единице одну продукцию.',
    '{unit} holds several products: {products}. Load one product in each unit.',
  ),
  'unit-growers-mixed': required(
    '{unit} daxilində bir neçə istehsalçının məhsulu var: {growers}. Hər vahiddə bir istehsalçının məhsulunu yerləşdirin.',
    'В единице {unit} товар нескольких производителей: {growers}. Размещайте в каждой единице товар одного производителя.',
    '{unit} holds the goods of several growers: {growers}. Load the goods of one grower in each unit.',
  ),
  'unit-unsealed': required(
    '{unit} üçün plomb göstərilməyib. Plombların nömrələrini əlavə edin.',
    'Для единицы {unit} не указаны пломбы. Добавьте номера пломб.',
    'No seal is stated for {unit}. Add the numbers of its seals.',
  ),
  'grower-mark-missing': required(
    '{line} nömrəli sətirdə qablaşdırmada {grower} nişanı və ya identifikatoru yoxdur. Nişanı əlavə edin.',
    'В строке {line} на упаковке нет маркировки или идентификатора {grower}. Добавьте маркировку.',
    'In line {line} the packages bear neither a mark nor the identifier of {grower}. Add the mark.',
  ),
  'season-closed': required(
    'İmzalanma günü {day}: göndəriş yalnız {from} – {to} aralığında (ay-gün) mümkündür.',
    'День подписания {day}: отправка возможна только в период {from} – {to} (месяц-день).',
    'The day of signing is {day}: consignments are possible only from {from} to {to} (month-day).',
  ),
  'inspection-date-missing': required(
    '{line} nömrəli sətir üçün yoxlama tarixi göstərilməyib. Tarixi əlavə edin.',
    'Для строки {line} не указана дата досмотра. Добавьте дату.',
    'No date of inspection is stated for line {line}. Add the date.',
  ),
  'inspection-too-old': required(
    '{line} nömrəli sətir {date} tarixində yoxlanılıb: {age} gün keçib, icazə verilən müddət {days} gündür. Yenidən yoxlayın.',
    'Строка {line} досмотрена {date}: прошло дней {age}, допускается {days}. Проведите досмотр повторно.',
    'Line {line} was inspected on {date}: {age} days ago, {days} are allowed. Inspect it again.',
  ),
  'notice-too-late': required(
    'Bildiriş gəlişə {ahead} saat qalmış verilir, ən azı {hours} saat əvvəl verilməlidir. Gəliş vaxtını dəqiqləşdirin.',
    'Уведомление подаётся за {ahead} ч до прибытия, требуется не менее чем за {hours} ч. Уточните время прибытия.',
    'The notice is given {ahead} hours before arrival, at least {hours} are required. Settle a later arrival.',
  ),
  'certificate-too-old': required(
    '{certificate} nömrəli sertifikat {signed} tarixində imzalanıb: {age} gün keçib, icazə verilən müddət {days} gündür. Yeni sertifikat lazımdır.',
    'Сертификат {certificate} подписан {signed}: прошло дней {age}, допускается {days}. Нужен новый сертификат.',
    'Certificate {certificate} was signed on {signed}: {age} days ago, {days} are allowed. A new certificate is needed.',
  ),
} satisfies Record<string, Text>;
