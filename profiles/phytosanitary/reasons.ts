import type { Text } from '../../kernel/finding.ts';

/** Why the importing service refuses or asks. */
export const decisionReasons = {
  'quarantine-pest': {
    az: 'Karantin zərərli orqanizmi aşkar edilib',
    ru: 'Обнаружен карантинный вредный организм',
    en: 'A quarantine pest was found',
  },
  'regulated-pest': {
    az: 'Tənzimlənən qeyri-karantin zərərli orqanizmi aşkar edilib',
    ru: 'Обнаружен регулируемый некарантинный вредный организм',
    en: 'A regulated non-quarantine pest was found',
  },
  'prohibited-product': {
    az: 'Məhsulun idxalına icazə verilmir',
    ru: 'Ввоз продукции не разрешён',
    en: 'Import of the product is not permitted',
  },
  'producer-not-admitted': {
    az: 'İstehsalçı idxala buraxılmış istehsalçılar sırasında deyil',
    ru: 'Производитель не входит в число допущенных к поставкам',
    en: 'The producer is not among those admitted',
  },
  'producer-suspended': {
    az: 'İstehsalçının buraxılışı dayandırılıb',
    ru: 'Допуск производителя приостановлен',
    en: 'The admission of the producer is suspended',
  },
  'declaration-missing': {
    az: 'Tələb olunan əlavə bəyanat yoxdur',
    ru: 'Отсутствует требуемая дополнительная декларация',
    en: 'A required additional declaration is missing',
  },
  'treatment-missing': {
    az: 'Tələb olunan zərərsizləşdirmə aparılmayıb və ya göstərilməyib',
    ru: 'Требуемая обработка не проведена или не указана',
    en: 'A required treatment was not made or is not stated',
  },
  'permit-missing': {
    az: 'İdxal icazəsi yoxdur və ya etibarsızdır',
    ru: 'Отсутствует или недействительно разрешение на ввоз',
    en: 'The import permit is missing or not valid',
  },
  'data-mismatch': {
    az: 'Sertifikatdakı məlumat yükə uyğun gəlmir',
    ru: 'Сведения сертификата не соответствуют грузу',
    en: 'The data of the certificate do not match the consignment',
  },
  'quantity-exceeded': {
    az: 'Miqdar sertifikatda göstəriləndən çoxdur',
    ru: 'Количество превышает указанное в сертификате',
    en: 'The quantity exceeds that of the certificate',
  },
  'seal-broken': {
    az: 'Plomb zədələnib və ya nömrəsi uyğun gəlmir',
    ru: 'Пломба нарушена или её номер не совпадает',
    en: 'A seal is broken or its number differs',
  },
  'marking-missing': {
    az: 'Qablaşdırmanın nişanlanması yoxdur və ya uyğun deyil',
    ru: 'Маркировка упаковки отсутствует или не соответствует',
    en: 'The marking of the packages is missing or does not match',
  },
  'origin-unclear': {
    az: 'Mənşə yeri təsdiqlənmir',
    ru: 'Место происхождения не подтверждено',
    en: 'The place of origin is not confirmed',
  },
  'laboratory-pending': {
    az: 'Laboratoriya nəticəsi gözlənilir',
    ru: 'Ожидается результат лабораторного исследования',
    en: 'A laboratory result is awaited',
  },
  'consignment-not-presented': {
    az: 'Yük yoxlamaya təqdim edilməyib',
    ru: 'Груз не представлен к досмотру',
    en: 'The consignment was not presented for inspection',
  },
  'other-reason': {
    az: 'Mətndə göstərilən digər səbəb',
    ru: 'Иная причина, указанная в тексте',
    en: 'Another reason, given in the text',
  },
} satisfies Record<string, Text>;

/** Why the issuing service takes a certificate back. */
export const withdrawalReasons = {
  'issued-in-error': {
    az: 'Sertifikat səhvən verilib',
    ru: 'Сертификат выдан ошибочно',
    en: 'The certificate was issued in error',
  },
  'data-wrong': {
    az: 'Sertifikatdakı məlumat düzgün deyil',
    ru: 'Сведения сертификата неверны',
    en: 'The data of the certificate are wrong',
  },
  'consignment-not-sent': {
    az: 'Yük göndərilməyib',
    ru: 'Груз не отправлен',
    en: 'The consignment was not sent',
  },
  'pest-found-after-issue': {
    az: 'Sertifikat verildikdən sonra zərərli orqanizm aşkar edilib',
    ru: 'Вредный организм обнаружен после выдачи',
    en: 'A pest was found after issue',
  },
  'exporter-request': {
    az: 'İxracatçının müraciəti əsasında',
    ru: 'По обращению экспортёра',
    en: 'At the request of the exporter',
  },
  'authority-order': {
    az: 'Səlahiyyətli orqanın qərarı ilə',
    ru: 'По решению уполномоченного органа',
    en: 'By decision of the competent authority',
  },
  'other-withdrawal': {
    az: 'Mətndə göstərilən digər əsas',
    ru: 'Иное основание, указанное в тексте',
    en: 'Other grounds, given in the text',
  },
} satisfies Record<string, Text>;

/** Why the importing service suspends. */
export const suspensionReasons = {
  'pest-found': {
    az: 'Yükdə zərərli orqanizm aşkar edilib',
    ru: 'В грузе обнаружен вредный организм',
    en: 'A pest was found in a consignment',
  },
  'pest-outbreak': {
    az: 'İstehsal yerində zərərli orqanizmin yayılması müəyyən edilib',
    ru: 'В месте производства установлено распространение вредного организма',
    en: 'An outbreak of a pest was established at the place of production',
  },
  'data-unreliable': {
    az: 'Sənədlərdəki məlumat təsdiqlənməyib',
    ru: 'Сведения документов не подтвердились',
    en: 'Data of the documents were not confirmed',
  },
  'origin-unconfirmed': {
    az: 'Məhsulun mənşəyi təsdiqlənməyib',
    ru: 'Происхождение продукции не подтвердилось',
    en: 'The origin of the goods was not confirmed',
  },
  'requirements-unmet': {
    az: 'İdxal tələblərinə əməl olunmayıb',
    ru: 'Не соблюдены требования к ввозу',
    en: 'Import requirements were not met',
  },
  'reply-overdue': {
    az: 'Uyğunsuzluq işi üzrə cavab vaxtında verilməyib',
    ru: 'В срок не получен ответ по делу о несоответствии',
    en: 'A non-compliance case was not answered in time',
  },
  'audit-outcome': {
    az: 'Yoxlamanın nəticələrinə əsasən',
    ru: 'По итогам проверки',
    en: 'Outcome of an audit',
  },
  'other-ground': {
    az: 'Mətndə göstərilən başqa əsas',
    ru: 'Другое основание, указанное в тексте',
    en: 'Another ground, given in the text',
  },
} satisfies Record<string, Text>;

export const reasons: Readonly<Record<string, Text>> = {
  ...decisionReasons,
  ...withdrawalReasons,
  ...suspensionReasons,
};
