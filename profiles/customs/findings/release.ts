import type { Text } from '../../../kernel/finding.ts';

/** Sentences about certificates at the border, arrivals stated again, and what a release still lacks. */
export const releaseFindings = {
  'certificate-frozen': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətri dayandırılıb: onunla mal buraxıla bilməz.',
    ru: 'Строка {line} сертификата {number} заблокирована: товар по ней выпускать нельзя.',
    en: 'Line {line} of certificate {number} is frozen: no goods may be released on it.',
  },
  'certificate-used-up': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrində bu manifest üçün heç nə qalmayıb; başqa bəyannamələr üzrə ayrılıb və ya silinib: {others} kq.',
    ru: 'По строке {line} сертификата {number} для этого манифеста ничего не осталось; другими декларациями зарезервировано или списано: {others} кг.',
    en: 'Nothing is left on line {line} of certificate {number} for this manifest; other declarations have reserved or consumed {others} kg.',
  },
  'certificate-short': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrində bu manifest üçün {left} kq qalıb, malın netto çəkisi isə {needed} kq-dır.',
    ru: 'По строке {line} сертификата {number} для этого манифеста остаётся {left} кг, а вес товара нетто — {needed} кг.',
    en: 'Line {line} of certificate {number} leaves {left} kg for this manifest, whose goods weigh {needed} kg net.',
  },
  'certificate-shared': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrindən başqa bəyannamələr üzrə {others} kq ayrılıb və ya silinib. Həmin malın bu yük olmadığını yoxlayın.',
    ru: 'По строке {line} сертификата {number} другими декларациями зарезервировано или списано {others} кг. Убедитесь, что это не тот же груз.',
    en: 'Other declarations have reserved or consumed {others} kg of line {line} of certificate {number}. Make sure that those are not these goods.',
  },
  'certificate-uncovered': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətri üzrə bu manifest üçün {own} kq ayrılıb və ya silinib, malın netto çəkisi isə {needed} kq-dır. Çatışmayanı buraxılışdan əvvəl ayırın.',
    ru: 'По строке {line} сертификата {number} для этого манифеста зарезервировано или списано {own} кг, а вес товара нетто — {needed} кг. Зарезервируйте недостающее до выпуска.',
    en: 'For this manifest {own} kg are reserved or consumed on line {line} of certificate {number}, and its goods weigh {needed} kg net. Reserve what is lacking before the release.',
  },
  'certificate-unnamed': {
    az: '{line} nömrəli sətirdə bitki malı var, lakin sertifikatın sətri göstərilməyib; qalığı yoxlamaq olmur.',
    ru: 'В строке {line} указан растительный товар без строки сертификата; остаток проверить нельзя.',
    en: 'Line {line} holds plants and names no line of the certificate: what is left of it cannot be checked.',
  },
  'seal-corrected': {
    az: '{number}: {seal} plombu gəliş əvvəl bildiriləndə başqa cür göstərilib.',
    ru: '{number}: при прежнем сообщении о прибытии пломба {seal} указывалась иначе.',
    en: '{number}: seal {seal} was told otherwise when the arrival was stated before.',
  },
  'means-corrected': {
    az: 'Gəliş əvvəl bildiriləndə {number} başqa cür göstərilib.',
    ru: 'При прежнем сообщении о прибытии {number} указывалось иначе.',
    en: '{number} was told otherwise when the arrival was stated before.',
  },
  'weight-corrected': {
    az: 'Gəliş əvvəl bildiriləndə başqa çəki göstərilib: {value} {unit}.',
    ru: 'При прежнем сообщении о прибытии указан другой вес: {value} {unit}.',
    en: 'Another weight was told when the arrival was stated before: {value} {unit}.',
  },
  'control-taken-back': {
    az: '{number} nömrəli nəzarət əvvəl uyğunsuzluqla bildirilib ({result}), sonra uyğunsuzluq olmadan. Nəyin dəyişdiyini yoxlayın.',
    ru: 'Контроль {number} прежде был указан с несоответствием ({result}), затем без него. Проверьте, что изменилось.',
    en: 'Control {number} was first told with a discrepancy ({result}), and then without. Check what has changed.',
  },
  'control-not-replaced': {
    az: 'Göndərən tərəfin tanınmayan nəzarət növlərindən bəziləri burada aparılmayıb.',
    ru: 'Часть непризнанных видов контроля отправляющей стороны здесь не проведена.',
    en: 'Some controls of the sending side that were not recognised have not been made here.',
  },
  'lane-lacks-documents': {
    az: 'Bu dəhliz sənədlərə nəzarət tələb edir; belə nəzarət nə tanınıb, nə də aparılıb.',
    ru: 'Этот коридор требует контроля документов; такой контроль не признан и не проведён.',
    en: 'This lane asks for a control of documents; none was recognised or made.',
  },
  'lane-lacks-inspection': {
    az: 'Qırmızı dəhliz malın faktiki nəzarətini tələb edir; belə nəzarət nə tanınıb, nə də aparılıb.',
    ru: 'Красный коридор требует фактического контроля товара; такой контроль не признан и не проведён.',
    en: 'The red lane asks for a physical control; none was recognised or made.',
  },
  'audit-unstated': {
    az: 'Mavi dəhlizin yükü buraxılır və sonradan yoxlanılır. Sonradan yoxlamanı qeyd edin.',
    ru: 'Груз синего коридора выпускается и проверяется позже. Отметьте последующую проверку.',
    en: 'Goods of the blue lane are released and audited later. State that an audit follows.',
  },
  'audit-without-release': {
    az: 'Sonradan yoxlama yalnız buraxılışla birlikdə göstərilir.',
    ru: 'Последующая проверка указывается только при выпуске.',
    en: 'An audit that follows is stated with a release alone.',
  },
} satisfies Record<string, Text>;
