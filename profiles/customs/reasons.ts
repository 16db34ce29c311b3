import type { Text } from '../../kernel/finding.ts';

/** Why a manifest is not registered. */
export const rejectionReasons = {
  'manifest-incomplete': {
    az: 'Manifestdə məlumat natamamdır',
    ru: 'Сведения манифеста неполны',
    en: 'The data of the manifest are incomplete',
  },
  'manifest-wrong': {
    az: 'Manifestdəki məlumat düzgün deyil',
    ru: 'Сведения манифеста неверны',
    en: 'The data of the manifest are wrong',
  },
  'office-not-competent': {
    az: 'Göstərilən gömrük orqanı bu yükü qəbul etmir',
    ru: 'Указанный таможенный орган не принимает этот груз',
    en: 'The office named does not take these goods',
  },
  'participant-suspended': {
    az: 'İştirakçının qeydiyyatı dayandırılıb və ya ona xitam verilib',
    ru: 'Действие записи об участнике приостановлено или прекращено',
    en: 'The registration of a participant is suspended or ended',
  },
  'movement-prohibited': {
    az: 'Malın gətirilməsinə icazə verilmir',
    ru: 'Ввоз товара не разрешён',
    en: 'The goods may not be brought in',
  },
  'other-rejection': {
    az: 'Mətndə göstərilən digər səbəb',
    ru: 'Иная причина, указанная в тексте',
    en: 'Another reason, given in the text',
  },
} satisfies Record<string, Text>;

/** Why controls are not recognised, or only in part. */
export const recognitionReasons = {
  'participant-not-listed': {
    az: 'İştirakçı siyahıda yoxdur',
    ru: 'Участника нет в списке',
    en: 'A participant is not on the list',
  },
  'goods-not-listed': {
    az: 'Mal layihəyə daxil deyil',
    ru: 'Товар не входит в проект',
    en: 'The goods are not part of the project',
  },
  'seal-differs': {
    az: 'Plomb fərqlənir və ya zədələnib',
    ru: 'Пломба отличается или нарушена',
    en: 'A seal differs or is broken',
  },
  'weight-differs': {
    az: 'Çəki yol verilən fərqdən kənardadır',
    ru: 'Вес вне допустимого расхождения',
    en: 'The weight lies outside the tolerance',
  },
  late: {
    az: 'Manifest gec göndərilib',
    ru: 'Манифест направлен поздно',
    en: 'The manifest came late',
  },
  'random-check': {
    az: 'Təsadüfi yoxlama',
    ru: 'Случайная проверка',
    en: 'Random check',
  },
  'national-risk': {
    az: 'Milli risk təhlili',
    ru: 'Национальный анализ рисков',
    en: 'National risk analysis',
  },
  'document-missing': {
    az: 'Sənəd çatışmır',
    ru: 'Отсутствует документ',
    en: 'A document is missing',
  },
} satisfies Record<string, Text>;

/** Why goods are detained or returned, or how a matter ended. */
export const dispositionReasons = {
  'discrepancy-found': {
    az: 'Uyğunsuzluq aşkar edilib',
    ru: 'Выявлено несоответствие',
    en: 'A discrepancy was found',
  },
  'documents-awaited': {
    az: 'Sənədlər gözlənilir',
    ru: 'Ожидаются документы',
    en: 'Documents are awaited',
  },
  'samples-examined': {
    az: 'Nümunələr müayinə olunur',
    ru: 'Исследуются пробы',
    en: 'Samples are being examined',
  },
  'other-authority': {
    az: 'Digər dövlət orqanının qərarı',
    ru: 'Решение другого государственного органа',
    en: 'Decision of another authority',
  },
  'goods-prohibited': {
    az: 'Malın gətirilməsi qadağandır',
    ru: 'Ввоз товара запрещён',
    en: 'The goods are prohibited',
  },
  'carrier-request': {
    az: 'Daşıyıcının müraciəti əsasında',
    ru: 'По обращению перевозчика',
    en: 'At the request of the carrier',
  },
  'goods-seized': {
    az: 'Mal müsadirə və ya məhv edilib',
    ru: 'Товар изъят или уничтожен',
    en: 'The goods were seized or destroyed',
  },
  'movement-ended': {
    az: 'Daşıma başa çatıb',
    ru: 'Перевозка завершена',
    en: 'The movement has ended',
  },
  'other-disposition': {
    az: 'Mətndə göstərilən başqa səbəb',
    ru: 'Другая причина, указанная в тексте',
    en: 'A different reason, given in the text',
  },
} satisfies Record<string, Text>;

/** Why the sending service takes a manifest back. */
export const withdrawalReasons = {
  'sent-in-error': {
    az: 'Manifest səhvən göndərilib',
    ru: 'Манифест направлен ошибочно',
    en: 'The manifest was sent in error',
  },
  'goods-not-dispatched': {
    az: 'Yük yola salınmayıb',
    ru: 'Груз не отправлен',
    en: 'The goods were not dispatched',
  },
  'other-route': {
    az: 'Yük başqa marşrutla gedir',
    ru: 'Груз следует другим маршрутом',
    en: 'The goods go another way',
  },
  'declarant-request': {
    az: 'Bəyannaməçinin müraciəti əsasında',
    ru: 'По обращению декларанта',
    en: 'At the request of the declarant',
  },
  'service-order': {
    az: 'Gömrük xidmətinin qərarı ilə',
    ru: 'По решению таможенной службы',
    en: 'By decision of the customs service',
  },
  'other-ground-of-withdrawal': {
    az: 'Mətndə göstərilən digər əsas',
    ru: 'Иное основание, указанное в тексте',
    en: 'Other grounds, given in the text',
  },
} satisfies Record<string, Text>;

/** Those that say nothing without a text. */
export const textNeeded: ReadonlySet<string> = new Set([
  'other-rejection',
  'other-disposition',
  'other-ground-of-withdrawal',
]);

export const reasons: Readonly<Record<string, Text>> = {
  ...rejectionReasons,
  ...recognitionReasons,
  ...dispositionReasons,
  ...withdrawalReasons,
};
