import type { Text } from '../../../kernel/finding.ts';

/** Sentences about non-compliance cases. */
export const caseFindings = {
  'case-pest-missing': {
    az: 'Zərərli orqanizm səbəb göstərilib, lakin orqanizmin özü göstərilməyib. Onun EPPO kodunu əlavə edin.',
    ru: 'Причиной указан вредный организм, но сам он не назван. Добавьте его код EPPO.',
    en: 'A pest is given as the reason, but none is named. Add its EPPO code.',
  },
  'found-ahead': {
    az: 'Aşkarlanma tarixi ({found}) imzalanma vaxtından sonradır. Tarixi düzəldin.',
    ru: 'Дата выявления ({found}) позже времени подписания. Исправьте дату.',
    en: 'The day of the find ({found}) is later than the time of signing. Correct it.',
  },
  'case-certificate-not-held': {
    az: 'Göstərilən yazı burada saxlanılan fitosanitar sertifikat deyil. Yükün sertifikatını göstərin.',
    ru: 'Указанная запись не является хранящимся здесь фитосанитарным сертификатом. Укажите сертификат груза.',
    en: 'The record named is no phytosanitary certificate held here. Name the certificate of the consignment.',
  },
  'case-of-another-importer': {
    az: '{number} nömrəli sertifikat üzrə işi yalnız onun ünvanlandığı idxal qurumu ({institution}) aça bilər.',
    ru: 'Дело по сертификату {number} вправе открыть только орган страны импорта, которому он направлен ({institution}).',
    en: 'Only the importing institution of certificate {number} ({institution}) may open a case on it.',
  },
  'case-other-exporter': {
    az: '{number} nömrəli sertifikatı {institution} verib. Bildirişi həmin xidmətə ünvanlayın.',
    ru: 'Сертификат {number} выдан органом {institution}. Направьте нотификацию этой службе.',
    en: 'Certificate {number} was issued by {institution}. Address the notification to that service.',
  },
  'case-grower-unknown': {
    az: '{grower} {number} nömrəli sertifikatın göstərilən sətirlərinin mənbələrində yoxdur. İstehsalçını və ya sətirləri düzəldin.',
    ru: '{grower} не указан в источниках названных строк сертификата {number}. Исправьте производителя или строки.',
    en: '{grower} is not among the sources of the named lines of certificate {number}. Correct the grower or the lines.',
  },
  'case-inspection-unknown': {
    az: 'Göstərilən yazı bu sertifikat üzrə qüvvədə olan yoxlama deyil. Düzgün yoxlamanı göstərin və ya sahəni boş saxlayın.',
    ru: 'Указанная запись не является действующим досмотром по этому сертификату. Укажите верный досмотр или не заполняйте поле.',
    en: 'The record named is no inspection of this certificate in force. Name the right one or leave it out.',
  },
  'result-not-held': {
    az: 'Göstərilən yazı burada saxlanılan laboratoriya nəticəsi deyil. Nəticəni laboratoriyadan alın və ya düzgün olanı göstərin.',
    ru: 'Указанная запись не является хранящимся здесь лабораторным результатом. Получите результат от лаборатории или укажите верный.',
    en: 'The record named is no laboratory result held here. Obtain it from the laboratory, or name the right one.',
  },
  'result-annulled': {
    az: '{number} nömrəli laboratoriya nəticəsi qüvvədə deyil. Onu çıxarın.',
    ru: 'Лабораторный результат {number} не действует. Исключите его.',
    en: 'Laboratory result {number} is not in force. Leave it out.',
  },
  'result-not-shared': {
    az: '{number} nömrəli laboratoriya nəticəsi {institution} qurumuna göndərilməyib. Nəticə hər iki xidmətə göndərilməlidir.',
    ru: 'Лабораторный результат {number} не направлен органу {institution}. Результат должен быть направлен обеим службам.',
    en: 'Laboratory result {number} was not sent to {institution}. It must be before both services.',
  },
  'result-of-another': {
    az: '{number} nömrəli laboratoriya nəticəsi başqa sertifikata və ya sətrə aiddir. Onu çıxarın.',
    ru: 'Лабораторный результат {number} относится к другому сертификату или строке. Исключите его.',
    en: 'Laboratory result {number} is about another certificate or line. Leave it out.',
  },
  'pest-not-shown': {
    az: 'Göstərilən laboratoriya nəticələrində {pest} aşkar edilməyib.',
    ru: 'Названные лабораторные результаты не показывают {pest}.',
    en: 'The laboratory results named do not show {pest}.',
  },
  'not-exporting-service': {
    az: 'İş üzrə yalnız bildirişin ünvanlandığı ixrac xidməti ({institution}) cavab verə bilər.',
    ru: 'Отвечать по делу вправе только служба страны экспорта, которой направлена нотификация ({institution}).',
    en: 'Only the exporting service that was notified ({institution}) may reply in the case.',
  },
  'cause-missing': {
    az: 'Araşdırmanın nəticəsində səbəb göstərilməyib. Səbəbi yazın.',
    ru: 'В результате расследования не указана причина. Укажите причину.',
    en: 'The investigation states no cause. State it.',
  },
  'measures-missing': {
    az: 'Araşdırmanın nəticəsində görülən tədbirlər göstərilməyib. Tədbirləri yazın.',
    ru: 'В результате расследования не указаны принятые меры. Укажите меры.',
    en: 'The investigation states no measures. State what is done.',
  },
  'counter-sample-missing': {
    az: 'Etiraz arbitraj nümunəsinin nəticəsinə istinad etmir: onun əsası yalnız mətndir.',
    ru: 'Возражение не ссылается на результат арбитражной пробы: его обосновывает только текст.',
    en: 'The dispute names no result of a counter-sample: only its text carries it.',
  },
  'counter-sample-none': {
    az: 'Göstərilən nəticələrin heç biri arbitraj nümunəsinin nəticəsi deyil. Onu əlavə edin, yaxud nəticələri çıxarıb etirazı mətndə əsaslandırın.',
    ru: 'Среди названных результатов нет результата арбитражной пробы. Добавьте его либо исключите результаты и обоснуйте возражение в тексте.',
    en: 'None of the results named is that of a counter-sample. Add it, or leave the results out and give the grounds in the text.',
  },
  'counter-sample-not-tested': {
    az: 'Arbitraj nümunəsi {pest} üzrə müayinə edilməyib.',
    ru: 'Арбитражная проба не исследовалась на {pest}.',
    en: 'The counter-sample was not tested for {pest}.',
  },
  'counter-sample-detects': {
    az: 'Arbitraj nümunəsində də {pest} aşkar edilib.',
    ru: 'В арбитражной пробе также обнаружен {pest}.',
    en: 'The counter-sample shows {pest} as well.',
  },
} satisfies Record<string, Text>;
