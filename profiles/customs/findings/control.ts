import type { Text } from '../../../kernel/finding.ts';

/** Sentences about arrivals, control results, recognitions and decisions. */
export const controlFindings = {
  'date-impossible': {
    az: '{date} tarixi təqvimdə yoxdur. Tarixi düzəldin.',
    ru: 'Даты {date} нет в календаре. Исправьте дату.',
    en: 'The calendar has no day {date}. Correct the date.',
  },
  'time-without-zone': {
    az: 'Vaxt ({moment}) saat və saat qurşağı ilə göstərilməyib. Tarixi, saatı və saat qurşağını göstərin.',
    ru: 'Момент ({moment}) указан без времени суток или часового пояса. Укажите дату, время и часовой пояс.',
    en: 'The moment ({moment}) lacks its time of day or zone. State the day, the time and the zone.',
  },
  'moment-ahead': {
    az: '{moment} imzalanma vaxtından sonradır. Baş vermiş olanı göstərin.',
    ru: '{moment} позже времени подписания. Указывайте то, что уже произошло.',
    en: '{moment} lies after the time of signing. State what has happened.',
  },
  'gross-unit-unknown': {
    az: 'Çəkini qram, kiloqram və ya ton ilə, milliqrama qədər dəqiqliklə göstərin.',
    ru: 'Укажите вес в граммах, килограммах или тоннах с точностью до миллиграмма.',
    en: 'State the weight in grams, kilograms or tonnes, no finer than a milligram.',
  },
  'not-receiving-side': {
    az: 'Bu addımı yalnız manifesti qəbul edən gömrük xidməti ata bilər: {institution}.',
    ru: 'Этот шаг делает только таможенная служба, принимающая манифест: {institution}.',
    en: 'Only the customs service that receives the manifest takes this step: {institution}.',
  },
  'side-of-another': {
    az: 'Bu tərəfin nəzarət nəticəsini yalnız həmin tərəf bildirir: {institution}. Tərəfi düzəldin.',
    ru: 'Результат контроля этой стороны сообщает только она сама: {institution}. Исправьте сторону.',
    en: 'The control result of that side is stated by that side alone: {institution}. Correct the side.',
  },
  'reason-missing': {
    az: 'Səbəb göstərilməyib. Ən azı bir səbəb seçin.',
    ru: 'Не указана причина. Выберите хотя бы одну.',
    en: 'No reason is given. Choose at least one.',
  },
  'reason-unknown': {
    az: '{code} səbəb kodu burada istifadə olunmur. Siyahıdan səbəb seçin.',
    ru: 'Код причины {code} здесь не применяется. Выберите причину из списка.',
    en: 'Reason code {code} is not used here. Choose a reason from the list.',
  },
  'means-not-stated': {
    az: '{number} manifestdə göstərilməyib.',
    ru: '{number} в манифесте не указано.',
    en: '{number} is not stated in the manifest.',
  },
  'means-absent': {
    az: 'Manifestdə göstərilmiş {number} sərhəddə yoxdur.',
    ru: 'Указанного в манифесте {number} на границе нет.',
    en: '{number}, which the manifest states, is not at the border.',
  },
  'office-differs': {
    az: 'Yük manifestdə göstərilməyən gömrük orqanına gəlib: {office}.',
    ru: 'Груз прибыл в таможенный орган, не указанный в манифесте: {office}.',
    en: 'The goods came to an office that the manifest does not name: {office}.',
  },
  'seal-absent': {
    az: '{number}: göstərilmiş {seal} plombu tapılmayıb.',
    ru: '{number}: указанной пломбы {seal} нет.',
    en: '{number}: seal {seal}, which was stated, was not found.',
  },
  'seal-not-stated': {
    az: '{number}: tapılmış {seal} plombu göstərilməyib.',
    ru: '{number}: обнаруженная пломба {seal} не была указана.',
    en: '{number}: seal {seal}, which was found, was not stated.',
  },
  'seal-bad': {
    az: '{number}: {seal} plombu zədələnib.',
    ru: '{number}: пломба {seal} нарушена.',
    en: '{number}: seal {seal} is broken.',
  },
  'weight-outside': {
    az: 'Tapılmış çəki ({found} kq) göstərilmiş çəkidən ({stated} kq) yol veriləndən artıq fərqlənir.',
    ru: 'Найденный вес ({found} кг) отличается от указанного ({stated} кг) больше допустимого.',
    en: 'The weight found ({found} kg) differs from the weight stated ({stated} kg) by more than the tolerance.',
  },
  'arrival-restated': {
    az: 'Gəliş artıq bildirilib ({moment}) və indi düzəldilir.',
    ru: 'Прибытие уже сообщено ({moment}) и теперь исправляется.',
    en: 'The arrival was already stated ({moment}) and is being corrected.',
  },
  'tolerance-unknown': {
    az: 'Tapılmış çəki {found} kq, göstərilmiş çəki {stated} kq-dır; bu mallar üçün yol verilən fərq reyestrdə yoxdur.',
    ru: 'Найдено {found} кг, указано {stated} кг; допустимое расхождение для этих товаров в реестре не указано.',
    en: 'Found were {found} kg, stated {stated} kg; no tolerance is registered for these goods.',
  },
  'about-nothing': {
    az: 'Manifestdə {about} adlı yer yoxdur. Sorğunun nəyə aid olduğunu düzəldin.',
    ru: 'В манифесте нет места {about}. Исправьте, к чему относится запрос.',
    en: 'The manifest has no place {about}. Correct what the query is about.',
  },
  'released-uncontrolled': {
    az: 'Yük təkrar nəzarət üçün saxlanılmışdı, lakin onun nəticəsi göstərilməyib.',
    ru: 'Груз был оставлен для повторного контроля, но его результат не указан.',
    en: 'The goods were kept for a further control whose result was not stated.',
  },
  'released-with-discrepancy': {
    az: '{number} nömrəli nəzarətin nəticəsi: {result}. Uyğunsuzluğun aradan qaldırıldığını yoxlayın.',
    ru: 'Результат контроля {number} — {result}. Убедитесь, что несоответствие устранено.',
    en: 'The result of control {number} is {result}. Make sure that the discrepancy was put right.',
  },
  'control-reversed': {
    az: 'Nəzarətin sonu ({ended}) başlanğıcından ({started}) əvvəldir. Vaxtları düzəldin.',
    ru: 'Окончание контроля ({ended}) раньше его начала ({started}). Исправьте время.',
    en: 'The control ends ({ended}) before it starts ({started}). Correct the times.',
  },
  'control-ahead': {
    az: 'Nəzarətin sonu ({ended}) imzalanma vaxtından sonradır. Nəzarət bitdikdən sonra imzalayın.',
    ru: 'Окончание контроля ({ended}) позже времени подписания. Подпишите после его окончания.',
    en: 'The control ends ({ended}) after the time of signing. Sign once it has ended.',
  },
  'validity-over': {
    az: 'Etibarlılıq müddəti ({until}) nəzarətin sonundan ({ended}) gec bitməlidir. Müddəti düzəldin.',
    ru: 'Срок действия ({until}) должен заканчиваться позже контроля ({ended}). Исправьте срок.',
    en: 'The validity ({until}) has to end after the control ({ended}). Correct it.',
  },
  'physical-control-missing': {
    az: 'A1 nəticəsi fiziki nəzarət tələb edir: baxış, yoxlama, skaner, çəkilmə və ya nümunə. Nəzarəti və ya nəticəni düzəldin.',
    ru: 'Результат A1 требует фактического контроля: осмотра, досмотра, сканирования, взвешивания или проб. Исправьте виды контроля или результат.',
    en: 'Result A1 needs a physical control: a look, an examination, a scan, weighing or sampling. Correct the controls or the result.',
  },
  'physical-control-made': {
    az: '{result} nəticəsi fiziki nəzarət aparılmadıqda verilir. Nəzarəti və ya nəticəni düzəldin.',
    ru: 'Результат {result} ставится, когда фактического контроля не было. Исправьте виды контроля или результат.',
    en: 'Result {result} is for goods without a physical control. Correct the controls or the result.',
  },
  'seal-result': {
    az: '{number} üzrə plomb pozulub, ona görə nəticə {result} ola bilməz: A5 və ya B1 göstərin.',
    ru: 'Пломба на {number} нарушена, поэтому результат не может быть {result}: укажите A5 или B1.',
    en: 'A seal of {number} is not in order, so the result cannot be {result}: state A5 or B1.',
  },
  'violation-result': {
    az: '{line} nömrəli sətirdə pozuntu var, ona görə nəticə {result} ola bilməz. Nəticəni düzəldin.',
    ru: 'В строке {line} есть нарушение, поэтому результат не может быть {result}. Исправьте результат.',
    en: 'Line {line} has a violation, so the result cannot be {result}. Correct the result.',
  },
  'radiation-result': {
    az: 'Radiasiya səviyyəsi aşılıb, ona görə nəticə {result} ola bilməz. Nəticəni düzəldin.',
    ru: 'Радиационный фон превышен, поэтому результат не может быть {result}. Исправьте результат.',
    en: 'The radiation level is exceeded, so the result cannot be {result}. Correct the result.',
  },
  'discrepancy-unstated': {
    az: '{result} nəticəsi uyğunsuzluq deməkdir, lakin o göstərilməyib. Pozuntunu, plombu və ya mətni əlavə edin.',
    ru: 'Результат {result} означает несоответствие, но оно не указано. Добавьте нарушение, пломбу или текст.',
    en: 'Result {result} means a discrepancy, and none is stated. Add the violation, the seal or a text.',
  },
  'control-doubled': {
    az: 'Eyni nəzarət növü iki dəfə göstərilib. Onu bir dəfə göstərin.',
    ru: 'Один вид контроля указан дважды. Укажите его один раз.',
    en: 'One control is named twice. Name it once.',
  },
  'sampling-not-listed': {
    az: 'Nümunə götürülüb, lakin nümunə götürülməsi nəzarət növləri arasında yoxdur. Onu əlavə edin.',
    ru: 'Пробы отобраны, но отбор проб не указан среди видов контроля. Добавьте его.',
    en: 'Samples were taken, but sampling is not among the controls. Add it.',
  },
  'seal-check-not-listed': {
    az: 'Plomblar göstərilib, lakin plombların yoxlanması nəzarət növləri arasında yoxdur. Onu əlavə edin.',
    ru: 'Пломбы указаны, но проверка пломб не указана среди видов контроля. Добавьте её.',
    en: 'Seals are told, but the seal check is not among the controls. Add it.',
  },
  'weighing-not-listed': {
    az: 'Çəki göstərilib, lakin çəkilmə nəzarət növləri arasında yoxdur. Onu əlavə edin.',
    ru: 'Вес указан, но взвешивание не указано среди видов контроля. Добавьте его.',
    en: 'A weight is told, but weighing is not among the controls. Add it.',
  },
  'radiation-not-listed': {
    az: 'Radiasiya nəticəsi göstərilib, lakin radiasiya nəzarəti nəzarət növləri arasında yoxdur. Onu əlavə edin.',
    ru: 'Результат по радиации указан, но радиационный контроль не указан среди видов контроля. Добавьте его.',
    en: 'A radiation result is told, but radiation control is not among the controls. Add it.',
  },
  'scan-not-listed': {
    az: 'Skaner təsviri göstərilib, lakin skaner müayinəsi nəzarət növləri arasında yoxdur. Onu əlavə edin.',
    ru: 'Снимок указан, но сканирование не указано среди видов контроля. Добавьте его.',
    en: 'A scan image is told, but scanning is not among the controls. Add it.',
  },
  'line-not-in-manifest': {
    az: 'Manifestdə {line} nömrəli sətir yoxdur. Sətri düzəldin.',
    ru: 'В манифесте нет строки {line}. Исправьте строку.',
    en: 'The manifest has no line {line}. Correct the line.',
  },
  'units-differ': {
    az: '{line} nömrəli sətirdə bəyan edilmiş və tapılmış miqdarın ölçü vahidləri fərqlidir və müqayisə olunmur.',
    ru: 'В строке {line} заявленное и найденное указаны в разных единицах и не сравниваются.',
    en: 'In line {line} what was declared and what was found have different units and cannot be compared.',
  },
  'difference-without-violation': {
    az: '{line} nömrəli sətirdə tapılmış miqdar bəyan ediləndən fərqlənir, lakin pozuntu göstərilməyib.',
    ru: 'В строке {line} найденное отличается от заявленного, но нарушение не указано.',
    en: 'In line {line} what was found differs from what was declared, and no violation is stated.',
  },
  'control-after-arrival': {
    az: 'Göndərən tərəfin nəzarəti yük sərhədə gəldikdən ({arrived}) sonra bitib ({ended}). Vaxtı yoxlayın: belə nəzarətin plombları nəzərə alınmır.',
    ru: 'Контроль отправляющей стороны окончен ({ended}) после прибытия груза на границу ({arrived}). Проверьте время: пломбы такого контроля не учитываются.',
    en: 'A control of the sending side ended ({ended}) after the goods had come to the border ({arrived}). Check the time: its seals do not count.',
  },
  'control-restated': {
    az: '{number} nömrəli nəticə artıq {result} olaraq bildirilib və indi düzəldilir.',
    ru: 'Результат {number} уже сообщён как {result} и теперь исправляется.',
    en: 'Result {number} was already stated as {result} and is being corrected.',
  },
  'release-not-full': {
    az: 'Yük bir addımda yalnız nəzarət tam tanındıqda buraxılır. Qərarı düzəldin və ya buraxılışı çıxarın.',
    ru: 'В один шаг груз выпускают только при полном признании контроля. Исправьте решение или удалите выпуск.',
    en: 'Goods are released in one step only where the control is recognised in full. Correct the decision or leave the release out.',
  },
  'controls-missing': {
    az: 'Qismən tanınmada hansı nəzarət növlərinin tanındığı göstərilməyib. Onları seçin.',
    ru: 'При частичном признании не указано, какие виды контроля признаются. Выберите их.',
    en: 'A recognition in part does not say which controls are recognised. Choose them.',
  },
  'controls-needless': {
    az: 'Nəzarət növləri yalnız qismən tanınmada göstərilir. Onları çıxarın və ya qərarı düzəldin.',
    ru: 'Виды контроля указывают только при частичном признании. Удалите их или исправьте решение.',
    en: 'Controls are named for a recognition in part alone. Leave them out or correct the decision.',
  },
  'lane-asks-control': {
    az: 'Seçilmiş dəhliz yoxlama tələb edir. Nəzarətin tam tanınmasını əsaslandırın.',
    ru: 'Выбранный коридор требует проверки. Обоснуйте полное признание контроля.',
    en: 'The lane asks for a check. Make sure that recognition in full is justified.',
  },
  'control-not-made': {
    az: 'Bu nəzarəti göndərən tərəf aparmayıb. Onu çıxarın.',
    ru: 'Этого контроля отправляющая сторона не проводила. Удалите его.',
    en: 'The sending side did not make this control. Leave it out.',
  },
  'control-result-missing': {
    az: 'Göndərən tərəfin nəzarət nəticəsi yoxdur: tanınacaq heç nə yoxdur.',
    ru: 'Результата контроля отправляющей стороны нет: признавать нечего.',
    en: 'There is no control result of the sending side: there is nothing to recognise.',
  },
  'control-result-adverse': {
    az: '{number} nömrəli nəzarətin nəticəsi {result} olduğu üçün nəzarət tam tanına bilməz.',
    ru: 'Результат контроля {number} — {result}, поэтому полностью признать контроль нельзя.',
    en: 'The result of control {number} is {result}, so the control cannot be recognised in full.',
  },
  'control-result-expired': {
    az: '{number} nömrəli nəzarət nəticəsinin etibarlılıq müddəti bitib.',
    ru: 'Срок действия результата контроля {number} истёк.',
    en: 'Control result {number} is no longer valid.',
  },
  'consignor-not-participant': {
    az: 'Yükgöndərən ({name}) iştirakçıların reyestrində yoxdur.',
    ru: 'Отправителя ({name}) нет в реестре участников.',
    en: 'The consignor ({name}) is not in the register of participants.',
  },
  'consignor-not-valid': {
    az: 'Yükgöndərənin ({name}) qeydiyyatı qüvvədə deyil.',
    ru: 'Запись об отправителе ({name}) не действует.',
    en: 'The registration of the consignor ({name}) is not in force.',
  },
  'consignee-not-participant': {
    az: 'Yükalan ({name}) iştirakçıların reyestrində yoxdur.',
    ru: 'Получателя ({name}) нет в реестре участников.',
    en: 'The consignee ({name}) is not in the register of participants.',
  },
  'consignee-not-valid': {
    az: 'Yükalanın ({name}) qeydiyyatı qüvvədə deyil.',
    ru: 'Запись о получателе ({name}) не действует.',
    en: 'The registration of the consignee ({name}) is not in force.',
  },
  'carrier-not-participant': {
    az: 'Daşıyıcı ({name}) iştirakçıların reyestrində yoxdur.',
    ru: 'Перевозчика ({name}) нет в реестре участников.',
    en: 'The carrier ({name}) is not in the register of participants.',
  },
  'carrier-not-valid': {
    az: 'Daşıyıcının ({name}) qeydiyyatı qüvvədə deyil.',
    ru: 'Запись о перевозчике ({name}) не действует.',
    en: 'The registration of the carrier ({name}) is not in force.',
  },
  'goods-not-in-project': {
    az: '{line} nömrəli sətirdəki mal ({hs}) layihəyə daxil deyil.',
    ru: 'Товар строки {line} ({hs}) не входит в проект.',
    en: 'The goods of line {line} ({hs}) are not part of the project.',
  },
  'manifest-was-late': {
    az: 'Manifest gəlişdən {minutes} dəqiqə əvvəl göndərilib, halbuki ən azı {lead} dəqiqə tələb olunur.',
    ru: 'Манифест направлен за {minutes} мин до прибытия при требуемых {lead} мин.',
    en: 'The manifest came {minutes} minutes before the arrival; {lead} are asked for.',
  },
  'invoice-missing': {
    az: 'Manifestdə hesab-faktura göstərilməyib.',
    ru: 'В манифесте не указан счёт-фактура.',
    en: 'The manifest names no invoice.',
  },
  'phytosanitary-missing': {
    az: '{line} nömrəli sətir bitki mənşəlidir, lakin fitosanitar sertifikat göstərilməyib.',
    ru: 'Строка {line} растительного происхождения, но фитосанитарный сертификат не указан.',
    en: 'Line {line} holds plants or plant products, and no phytosanitary certificate is named.',
  },
  'veterinary-missing': {
    az: '{line} nömrəli sətir heyvan mənşəlidir, lakin baytarlıq sertifikatı göstərilməyib.',
    ru: 'Строка {line} животного происхождения, но ветеринарный сертификат не указан.',
    en: 'Line {line} holds animals or animal products, and no veterinary certificate is named.',
  },
} satisfies Record<string, Text>;
