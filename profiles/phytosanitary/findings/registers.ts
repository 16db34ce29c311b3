import type { Text } from '../../../kernel/finding.ts';

/** Sentences about growers, admissions, suspensions and requirements as records. Masses in tonnes. */
export const registersFindings = {
  'tax-number-missing': {
    az: 'İstehsalçının və ya kooperativin vergi nömrəsini göstərin.',
    ru: 'Укажите налоговый номер производителя или кооператива.',
    en: 'State the tax number of the grower or cooperative.',
  },
  'tax-number-wrong': {
    az: '{value} nömrəsi {country} ölkəsinin vergi nömrəsi formasına uyğun deyil: rəqəmləri yoxlayın.',
    ru: 'Номер {value} не соответствует форме налогового номера страны {country}: проверьте цифры.',
    en: 'The number {value} does not have the form of a tax number of {country}: check the digits.',
  },
  'tax-number-used': {
    az: '{value} vergi nömrəsi ilə artıq {grower} qeydiyyatdadır: həmin qeydiyyatı dəyişin və ya ona xitam verin.',
    ru: 'С налоговым номером {value} уже зарегистрирован {grower}: измените или прекратите ту регистрацию.',
    en: '{grower} is already registered with the tax number {value}: change or end that registration.',
  },
  'operator-missing': {
    az: 'Sahəni istifadə edən istehsalçını və ya kooperativi göstərin.',
    ru: 'Укажите производителя или кооператив, который использует участок.',
    en: 'Name the grower or cooperative that works the site.',
  },
  'operator-not-asked': {
    az: 'İstifadəçi yalnız sahə üçün göstərilir: istixana, bağ, tarla və ya qablaşdırma məntəqəsi.',
    ru: 'Пользователь указывается только для участка: теплицы, сада, поля или упаковочного пункта.',
    en: 'An operator is stated only for a site: a greenhouse, orchard, field or packing house.',
  },
  'operator-unknown': {
    az: '{operator} istehsalçı və ya kooperativ kimi qeydiyyatda deyil: əvvəlcə onu qeydiyyata alın.',
    ru: '{operator} не зарегистрирован как производитель или кооператив: сначала зарегистрируйте его.',
    en: '{operator} is not registered as a grower or cooperative: register it first.',
  },
  'members-not-asked': {
    az: 'Üzvlər yalnız kooperativ üçün göstərilir.',
    ru: 'Члены указываются только для кооператива.',
    en: 'Members are stated only for a cooperative.',
  },
  'member-unregistered': {
    az: 'Üzv {member} fəaliyyət göstərən istehsalçı kimi qeydiyyatda deyil: əvvəlcə onu qeydiyyata alın.',
    ru: 'Член {member} не зарегистрирован как действующий производитель: сначала зарегистрируйте его.',
    en: 'The member {member} is not registered as an active grower: register it first.',
  },
  'packing-house-unknown': {
    az: '{site} fəaliyyət göstərən qablaşdırma məntəqəsi kimi qeydiyyatda deyil: əvvəlcə onu qeydiyyata alın.',
    ru: '{site} не зарегистрирован как действующий упаковочный пункт: сначала зарегистрируйте его.',
    en: '{site} is not registered as an active packing house: register it first.',
  },
  'capacity-other-product': {
    az: '{product} məhsulu üçün həcm bəyan edilib, lakin məhsullar sırasında bu kod yoxdur: onu əlavə edin.',
    ru: 'Объём заявлен для продукции {product}, которой нет в перечне продукции: добавьте её.',
    en: 'A capacity is declared for {product}, which is not among the products: add it there.',
  },
  'capacity-doubled': {
    az: '{product} məhsulu üçün {season} mövsümünün həcmi iki dəfə göstərilib: birini saxlayın.',
    ru: 'Объём продукции {product} на сезон {season} указан дважды: оставьте один.',
    en: 'The capacity for {product} in season {season} is stated twice: keep one.',
  },
  'area-zero': {
    az: 'Sahə sıfırdan çox olmalıdır.',
    ru: 'Площадь должна быть больше нуля.',
    en: 'The area must be more than zero.',
  },
  'coordinates-outside': {
    az: '{value} dərəcə mümkün koordinat deyil.',
    ru: 'Значение {value} не может быть координатой в градусах.',
    en: '{value} degrees cannot be a coordinate.',
  },
  'listed-twice': {
    az: '“{value}” iki dəfə göstərilib: birini saxlayın.',
    ru: '«{value}» указано дважды: оставьте одно.',
    en: '“{value}” is listed twice: keep one.',
  },
  'kind-changed': {
    az: '{id} başqa növdə ({kind}) qeydiyyatdadır: növ dəyişdirilmir, yeni identifikator verin.',
    ru: '{id} зарегистрирован с другим видом ({kind}): вид не меняется, присвойте новый идентификатор.',
    en: '{id} is registered as another kind ({kind}): a kind does not change; give a new identifier.',
  },
  'ceasing-unregistered': {
    az: '{id} qeydiyyatda deyil: xitam veriləcək qeydiyyat yoxdur.',
    ru: '{id} не зарегистрирован: прекращать нечего.',
    en: '{id} is not registered: there is nothing to end.',
  },
  'ceasing-again': {
    az: '{id} qeydiyyatına artıq xitam verilib.',
    ru: 'Регистрация {id} уже прекращена.',
    en: 'The registration of {id} has already ended.',
  },
  'ceasing-changes': {
    az: 'Qeydiyyata xitam verilərkən qalan məlumat olduğu kimi saxlanılır: “{part}” fərqlidir.',
    ru: 'При прекращении регистрации остальные сведения сохраняются: «{part}» отличается.',
    en: 'A registration ends with all else as it was: “{part}” differs.',
  },
  'days-reversed': {
    az: 'Son gün ({to}) ilk gündən ({from}) əvvəldir.',
    ru: 'Последний день ({to}) раньше первого ({from}).',
    en: 'The last day ({to}) is before the first ({from}).',
  },
  'exporter-not-told': {
    az: 'İxrac edən xidmət {exporter} alıcılar arasında olmalıdır.',
    ru: 'Служба страны экспорта {exporter} должна быть среди получателей.',
    en: 'The exporting service {exporter} must be among the recipients.',
  },
  'exporter-same-country': {
    az: '{exporter} bu yazını verən qurumun öz ölkəsindədir: digər ölkənin xidmətini göstərin.',
    ru: '{exporter} находится в стране самого издающего органа: укажите службу другой страны.',
    en: '{exporter} is of the issuing institution’s own country: name the service of the other one.',
  },
  'grower-unknown': {
    az: '{exporter} xidməti {grower} qeydiyyatını bildirməyib: identifikatoru yoxlayın və ya qeydiyyatı gözləyin.',
    ru: 'Служба {exporter} не сообщала о регистрации {grower}: проверьте идентификатор или дождитесь регистрации.',
    en: '{exporter} has not stated a registration of {grower}: check the identifier or wait for the registration.',
  },
  'grower-not-active': {
    az: '{grower} qeydiyyatına xitam verilib: onu yalnız ixrac edən xidmət yenidən qeydiyyata ala bilər.',
    ru: 'Регистрация {grower} прекращена: вновь зарегистрировать может только служба страны экспорта.',
    en: 'The registration of {grower} has ended: only the exporting service can register it again.',
  },
  'grower-is-site': {
    az: '{grower} sahədir: onu istifadə edən istehsalçını və ya kooperativi buraxın.',
    ru: '{grower} является участком: допускайте производителя или кооператив, который его использует.',
    en: '{grower} is a site: admit the grower or cooperative that works it.',
  },
  'product-not-grown': {
    az: '{grower} qeydiyyatında {product} məhsulu yoxdur: ixrac edən xidmət qeydiyyatı tamamlamalıdır.',
    ru: 'В регистрации {grower} нет продукции {product}: её должна дополнить служба страны экспорта.',
    en: 'The registration of {grower} does not list {product}: the exporting service has to add it.',
  },
  'capacity-undeclared': {
    az: '{grower} üçün {season} mövsümündə {product} həcmi bəyan edilməyib: buraxılan həcm müqayisə olunmur.',
    ru: 'Для {grower} не заявлен объём {product} на сезон {season}: сравнить допускаемый объём не с чем.',
    en: '{grower} has declared no capacity for {product} in season {season}: the volume cannot be compared.',
  },
  'volume-over-capacity': {
    az: 'Buraxılan {volume} t bəyan edilmiş {capacity} t həcmdən çoxdur.',
    ru: 'Допускаемые {volume} т больше заявленного объёма {capacity} т.',
    en: 'The {volume} t admitted are more than the {capacity} t declared.',
  },
  'volume-below-certified': {
    az: '{certified} t artıq sertifikatlaşdırılıb: verilmiş sertifikatlar qüvvədə qalır, {volume} t həddi yenilərinə yol vermir.',
    ru: 'Уже удостоверено {certified} т: выданные сертификаты сохраняют силу, предел {volume} т не допускает новых.',
    en: '{certified} t are already certified: what is issued stands, and the limit of {volume} t allows no more.',
  },
  'admission-suspended': {
    az: 'Buraxılış {since} tarixli dayandırma qüvvədə olduğu müddətdə təsir göstərmir.',
    ru: 'Допуск не действует, пока в силе приостановление от {since}.',
    en: 'The admission has no effect while the suspension of {since} is in force.',
  },
  'checkpoint-abroad': {
    az: '{code} buraxılış məntəqəsi {country} ölkəsində deyil: kodu yoxlayın.',
    ru: 'Пункт пропуска {code} находится не в стране {country}: проверьте код.',
    en: 'The checkpoint {code} is not in {country}: check the code.',
  },
  'legal-act-missing': {
    az: 'Bütün ölkəyə aid tədbir üçün hüquqi akt göstərilməlidir. İstehsalçını göstərin və ya aktı əlavə edin.',
    ru: 'Для меры на всю страну нужен правовой акт. Укажите производителя или добавьте акт.',
    en: 'A measure for the whole country needs its legal act. Name a grower, or add the act.',
  },
  'end-missing': {
    az: 'Bütün ölkəyə aid tədbir üçün son gün və ya yenidən baxılma günü göstərilməlidir.',
    ru: 'Для меры на всю страну нужен день окончания или день пересмотра.',
    en: 'A measure for the whole country needs a last day or a day of review.',
  },
  'suspension-over': {
    az: 'Dayandırmanın son günü ({until}) artıq keçib.',
    ru: 'Последний день приостановления ({until}) уже прошёл.',
    en: 'The last day of the suspension ({until}) has already passed.',
  },
  'review-past': {
    az: 'Yenidən baxılma günü ({review}) artıq keçib.',
    ru: 'День пересмотра ({review}) уже прошёл.',
    en: 'The day of review ({review}) has already passed.',
  },
  'suspension-backdated': {
    az: 'İlk gün ({from}) keçib: dayandırma imzalandığı andan təsir göstərir, əvvəl verilmiş sertifikatlara toxunmur.',
    ru: 'Первый день ({from}) прошёл: приостановление действует с подписания и не касается выданных ранее сертификатов.',
    en: 'The first day ({from}) has passed: the suspension acts from its signing and leaves earlier certificates.',
  },
  'case-unknown': {
    az: 'Göstərilən uyğunsuzluq işi burada yoxdur: yazının identifikatorunu yoxlayın.',
    ru: 'Указанного дела о несоответствии здесь нет: проверьте идентификатор записи.',
    en: 'The non-compliance case named is not held here: check the record’s identifier.',
  },
  'case-other-side': {
    az: '{number} nömrəli iş {exporter} xidməti ilə aparılmır.',
    ru: 'Дело {number} ведётся не со службой {exporter}.',
    en: 'Case {number} is not one with {exporter}.',
  },
  'case-other-grower': {
    az: '{number} nömrəli iş {grower} ilə bağlı deyil: işi və ya istehsalçını düzəldin.',
    ru: 'Дело {number} не касается {grower}: исправьте дело или производителя.',
    en: 'Case {number} does not concern {grower}: correct the case or the grower.',
  },
  'case-other-pest': {
    az: '{number} nömrəli işdə {pest} orqanizmi göstərilməyib: işi və ya orqanizmi düzəldin.',
    ru: 'В деле {number} не указан организм {pest}: исправьте дело или организм.',
    en: 'Case {number} does not name the pest {pest}: correct the case or the pest.',
  },
  'pest-missing': {
    az: 'Bu səbəb üçün zərərli orqanizmi EPPO kodu ilə göstərin.',
    ru: 'Для этой причины укажите вредный организм кодом EPPO.',
    en: 'For this reason, name the pest by its EPPO code.',
  },
  'suspension-in-force': {
    az: 'Eyni istehsalçı, məhsul və orqanizm üzrə {since} tarixli dayandırma qüvvədədir: onu ləğv edin və ya bitməsini gözləyin.',
    ru: 'По тому же производителю, продукции и организму действует приостановление от {since}: отмените его или дождитесь окончания.',
    en: 'The suspension of {since} is in force for the same grower, product and pest: lift it or let it end first.',
  },
  'suspension-ended': {
    az: 'Dayandırma {until} tarixində başa çatıb: ləğv ediləcək bir şey yoxdur.',
    ru: 'Приостановление окончилось {until}: отменять нечего.',
    en: 'The suspension ended on {until}: there is nothing to lift.',
  },
  'language-unstated': {
    az: 'Hər mətnin dili göstərilməlidir.',
    ru: 'Для каждого текста укажите язык.',
    en: 'State the language of every text.',
  },
  'languages-few': {
    az: 'Mətn ən azı iki dildə, hər iki tərəfin dilində verilməlidir.',
    ru: 'Текст нужен не менее чем на двух языках: на языке каждой стороны.',
    en: 'The text is needed in at least two languages, that of each side.',
  },
  'languages-differ': {
    az: '“{language}” dilində ad var, mətn yoxdur və ya əksinə: hər ikisini verin.',
    ru: 'На языке «{language}» есть только название или только текст: дайте и то и другое.',
    en: 'In “{language}” there is only a title or only a text: give both.',
  },
  'country-own': {
    az: '{country} bu yazını verən qurumun öz ölkəsidir: ixrac edən ölkələri göstərin.',
    ru: '{country} является страной самого издающего органа: укажите страны экспорта.',
    en: '{country} is the issuing institution’s own country: name exporting countries.',
  },
  'day-of-year-impossible': {
    az: 'Hər ildə belə gün yoxdur: {day}.',
    ru: 'Такого дня нет в каждом году: {day}.',
    en: 'Not every year has such a day: {day}.',
  },
  'obligation-doubled': {
    az: '“{kind}” tələbi eyni nəqliyyat növü üçün təkrarlanır: birini saxlayın.',
    ru: 'Требование «{kind}» повторяется для того же вида транспорта: оставьте одно.',
    en: 'The obligation “{kind}” is repeated for the same mode: keep one.',
  },
  'obligation-empty': {
    az: '“{kind}” tələbi heç nə tələb etmir: şərt əlavə edin və ya onu çıxarın.',
    ru: 'Требование «{kind}» ничего не требует: добавьте условие или уберите его.',
    en: 'The obligation “{kind}” asks for nothing: add a condition or take it out.',
  },
  'mode-unknown': {
    az: 'İlkin bildirişdə belə nəqliyyat növü ({mode}) yoxdur: 1 dəniz, 2 dəmir yolu, 3 avtomobil, 4 hava.',
    ru: 'В предварительном уведомлении нет вида транспорта {mode}: 1 море, 2 железная дорога, 3 автомобиль, 4 воздух.',
    en: 'Prior notices have no mode of transport {mode}: 1 sea, 2 rail, 3 road, 4 air.',
  },
  'requirement-exists': {
    az: '{number} nömrəli tələbin {from} tarixli redaksiyası {product} ({country}) üçün artıq var: yeni ilk gün və ya nömrə göstərin.',
    ru: 'Редакция требования {number} от {from} для {product} ({country}) уже есть: укажите другой первый день или номер.',
    en: 'Requirement {number} already has a version of {from} for {product} ({country}): state another first day or number.',
  },
  'requirement-narrower': {
    az: '{number} nömrəli tələbin {from} tarixli redaksiyası {product} ({country}) üçün qüvvədə qalır: lazım deyilsə, onu ləğv edin.',
    ru: 'Редакция требования {number} от {from} остаётся в силе для {product} ({country}): если она не нужна, отмените её.',
    en: 'The version of {from} of requirement {number} stays in force for {product} ({country}): repeal it if it is to end.',
  },
  'requirement-wide': {
    az: 'Ölkə və məhsulların {count} cütü bir tələb üçün çoxdur (ən çoxu {most}): onu bir neçə tələbə bölün.',
    ru: 'Для одного требования {count} сочетаний стран и продукции слишком много (не более {most}): разделите его.',
    en: '{count} pairs of country and product are too many for one requirement ({most} at most): split it.',
  },
  'requirement-backdated': {
    az: 'İlk gün ({from}) keçib: tələb imzalandığı andan tətbiq olunur.',
    ru: 'Первый день ({from}) прошёл: требование применяется с подписания.',
    en: 'The first day ({from}) has passed: the requirement applies from its signing.',
  },
  'repeal-past': {
    az: 'Son gün ({to}) keçib: bu gün və ya sonrakı gün göstərin.',
    ru: 'Последний день ({to}) прошёл: укажите сегодняшний или более поздний.',
    en: 'The last day ({to}) has passed: state today or a later day.',
  },
  'repeal-after-end': {
    az: 'Tələb onsuz da {end} tarixində başa çatır: son gün ({to}) ondan sonra ola bilməz.',
    ru: 'Требование и так заканчивается {end}: последний день ({to}) не может быть позже.',
    en: 'The requirement ends on {end} in any case: the last day ({to}) cannot be later.',
  },
} satisfies Record<string, Text>;
