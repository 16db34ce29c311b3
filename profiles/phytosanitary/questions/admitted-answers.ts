import type { Text } from '../../../kernel/finding.ts';

/**
 * Sentences of the answers. `who` is the grower, member or site of which it is said, `subject` the product that a
 * suspension names, `others` the first days of further ones. Masses in tonnes.
 */
export const admittedAnswers = {
  admitted: {
    az: 'Buraxılıb: {grower}, məhsul {product}, mövsüm {season}, {from} – {to}, {volume} t; buraxan {importer} (üzv: {member}; sahə: {site}; buraxılış məntəqələri: {checkpoints}).',
    ru: 'Допущен: {grower}, продукция {product}, сезон {season}, с {from} по {to}, {volume} т; допуск дан {importer} (член: {member}; участок: {site}; пункты пропуска: {checkpoints}).',
    en: 'Admitted: {grower}, product {product}, season {season}, {from} to {to}, {volume} t; by {importer} (member: {member}; site: {site}; checkpoints: {checkpoints}).',
  },
  'not-registered': {
    az: 'Buraxılmayıb: həmin vaxta {exporter} xidməti {who} qeydiyyatını bildirməmişdi və ya qeydiyyat başlamamışdı.',
    ru: 'Не допущен: к этому времени служба {exporter} не сообщила о регистрации {who}, или регистрация не началась.',
    en: 'Not admitted: by then {exporter} had not stated a registration of {who}, or the registration had not begun.',
  },
  ceased: {
    az: 'Buraxılmayıb: {who} qeydiyyatına xitam verilmişdi ({since}).',
    ru: 'Не допущен: регистрация {who} была прекращена ({since}).',
    en: 'Not admitted: the registration of {who} had ended ({since}).',
  },
  'not-member': {
    az: 'Buraxılmayıb: {member} {grower} kooperativinin üzvü deyildi.',
    ru: 'Не допущен: {member} не был членом кооператива {grower}.',
    en: 'Not admitted: {member} was not a member of the cooperative {grower}.',
  },
  'no-admission': {
    az: 'Buraxılmayıb: {importer} xidməti {grower} üçün {product} məhsulu üzrə buraxılış verməmişdi (mövsüm: {season}).',
    ru: 'Не допущен: служба {importer} не давала допуска для {grower} с продукцией {product} (сезон: {season}).',
    en: 'Not admitted: {importer} had given {grower} no admission for {product} (season: {season}).',
  },
  'not-yet': {
    az: 'Buraxılış hələ başlamamışdı: {grower}, məhsul {product}, mövsüm {season}, ilk gün {from}, son gün {to}.',
    ru: 'Допуск ещё не начался: {grower}, продукция {product}, сезон {season}, первый день {from}, последний день {to}.',
    en: 'The admission had not begun: {grower}, product {product}, season {season}, first day {from}, last day {to}.',
  },
  ended: {
    az: 'Buraxılışın müddəti bitmişdi: {grower}, məhsul {product}, mövsüm {season}, ilk gün {from}, son gün {to}.',
    ru: 'Срок допуска истёк: {grower}, продукция {product}, сезон {season}, первый день {from}, последний день {to}.',
    en: 'The admission had ended: {grower}, product {product}, season {season}, first day {from}, last day {to}.',
  },
  suspended: {
    az: 'Dayandırılıb: {importer} xidməti {who} üzrə idxalı {since} tarixindən dayandırıb (məhsul: {subject}; zərərli orqanizm: {pest}; son gün: {until}; baxılma günü: {review}; hüquqi akt: {act}; iş: {case}; qüvvədə olan digər dayandırmalar: {others}).',
    ru: 'Приостановлено: служба {importer} приостановила ввоз от {who} с {since} (продукция: {subject}; вредный организм: {pest}; последний день: {until}; пересмотр: {review}; правовой акт: {act}; дело: {case}; в силе и другие приостановления, с: {others}).',
    en: 'Suspended: {importer} had suspended imports from {who} since {since} (product: {subject}; pest: {pest}; last day: {until}; review: {review}; legal act: {act}; case: {case}; further suspensions in force, since: {others}).',
  },
  'country-suspended': {
    az: 'Dayandırılıb: {importer} xidməti bütün ölkədən ({exporter}) idxalı {since} tarixindən dayandırıb (məhsul: {subject}; zərərli orqanizm: {pest}; son gün: {until}; baxılma günü: {review}; hüquqi akt: {act}; iş: {case}; qüvvədə olan digər dayandırmalar: {others}).',
    ru: 'Приостановлено: служба {importer} приостановила ввоз из всей страны ({exporter}) с {since} (продукция: {subject}; вредный организм: {pest}; последний день: {until}; пересмотр: {review}; правовой акт: {act}; дело: {case}; в силе и другие приостановления, с: {others}).',
    en: 'Suspended: {importer} had suspended imports from the whole country ({exporter}) since {since} (product: {subject}; pest: {pest}; last day: {until}; review: {review}; legal act: {act}; case: {case}; further suspensions in force, since: {others}).',
  },
} satisfies Record<string, Text>;

export type AdmittedCode = keyof typeof admittedAnswers;
