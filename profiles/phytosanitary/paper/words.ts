import type { Text } from '../../../kernel/finding.ts';

/** Captions of the model certificates of ISPM 12, annexes 1 and 2, and what the paper says beside them. */
export const captions = {
  from: {
    az: 'Bitki mühafizəsi üzrə milli təşkilat',
    ru: 'Национальная организация по карантину и защите растений',
    en: 'National plant protection organisation of',
  },
  to: {
    az: 'Kimə: bitki mühafizəsi üzrə milli təşkilata',
    ru: 'Кому: национальной организации по карантину и защите растений',
    en: 'To: national plant protection organisation of',
  },
  description: { az: 'I. Yükün təsviri', ru: 'I. Описание груза', en: 'I. Description of consignment' },
  exporter: {
    az: 'İxracatçının adı və ünvanı',
    ru: 'Наименование и адрес экспортёра',
    en: 'Name and address of exporter',
  },
  consignee: {
    az: 'Alıcının bəyan edilmiş adı və ünvanı',
    ru: 'Заявленные наименование и адрес получателя',
    en: 'Declared name and address of consignee',
  },
  packages: {
    az: 'Yerlərin sayı və qablaşdırmanın təsviri',
    ru: 'Количество мест и описание упаковки',
    en: 'Number and description of packages',
  },
  marks: { az: 'Fərqləndirici nişanlar', ru: 'Отличительные знаки', en: 'Distinguishing marks' },
  origin: { az: 'Mənşə yeri', ru: 'Место происхождения', en: 'Place of origin' },
  conveyance: {
    az: 'Bəyan edilmiş nəqliyyat vasitəsi',
    ru: 'Заявленное транспортное средство',
    en: 'Declared means of conveyance',
  },
  entry: { az: 'Bəyan edilmiş giriş məntəqəsi', ru: 'Заявленный пункт ввоза', en: 'Declared point of entry' },
  produce: {
    az: 'Məhsulun adı və bəyan edilmiş miqdarı',
    ru: 'Наименование продукции и заявленное количество',
    en: 'Name of produce and quantity declared',
  },
  botanical: { az: 'Bitkilərin botanik adı', ru: 'Ботаническое название растений', en: 'Botanical name of plants' },
  goods: { az: 'Malların cədvəli', ru: 'Таблица товаров', en: 'Table of goods' },
  line: { az: 'Sətir', ru: 'Строка', en: 'Line' },
  totals: { az: 'Cəmi', ru: 'Итого', en: 'Total' },
  'certifying-statement': {
    az: 'Təsdiqləyici bəyanat',
    ru: 'Удостоверяющее заявление',
    en: 'Certifying statement',
  },
  declaration: { az: 'II. Əlavə bəyannamə', ru: 'II. Дополнительная декларация', en: 'II. Additional declaration' },
  treatment: {
    az: 'III. Zərərsizləşdirmə və (və ya) dezinfeksiya',
    ru: 'III. Обеззараживание и (или) дезинфекция',
    en: 'III. Disinfestation and/or disinfection treatment',
  },
  date: { az: 'Tarix', ru: 'Дата', en: 'Date' },
  method: { az: 'İşləmə üsulu', ru: 'Способ обработки', en: 'Treatment' },
  chemical: {
    az: 'Kimyəvi maddə (təsiredici maddə)',
    ru: 'Химикат (действующее вещество)',
    en: 'Chemical (active ingredient)',
  },
  duration: { az: 'Müddət və temperatur', ru: 'Продолжительность и температура', en: 'Duration and temperature' },
  concentration: { az: 'Qatılıq', ru: 'Концентрация', en: 'Concentration' },
  'additional-information': { az: 'Əlavə məlumat', ru: 'Дополнительная информация', en: 'Additional information' },
  'place-of-issue': { az: 'Verildiyi yer', ru: 'Место выдачи', en: 'Place of issue' },
  officer: {
    az: 'Səlahiyyətli vəzifəli şəxs',
    ru: 'Уполномоченное должностное лицо',
    en: 'Name of authorised officer',
  },
  'date-of-issue': { az: 'Verildiyi tarix', ru: 'Дата выдачи', en: 'Date of issue' },
  signature: { az: 'İmza', ru: 'Подпись', en: 'Signature' },
  stamp: { az: 'Möhür yeri', ru: 'Место печати', en: 'Stamp' },
  further: { az: 'Digər məlumat', ru: 'Прочие сведения', en: 'Further details' },
  'sent-to': {
    az: 'Elektron qeydin digər alanları',
    ru: 'Другие получатели электронной записи',
    en: 'Electronic record also sent to',
  },
  container: { az: 'Konteyner', ru: 'Контейнер', en: 'Container' },
  seals: { az: 'plomblar', ru: 'пломбы', en: 'seals' },
  net: { az: 'Netto', ru: 'Нетто', en: 'Net' },
  gross: { az: 'Brutto', ru: 'Брутто', en: 'Gross' },
  'net-volume': { az: 'Netto həcm', ru: 'Объём нетто', en: 'Net volume' },
  'gross-volume': { az: 'Brutto həcm', ru: 'Объём брутто', en: 'Gross volume' },
  quantity: { az: 'Miqdar', ru: 'Количество', en: 'Quantity' },
  hs: { az: 'HS kodu', ru: 'Код ГС', en: 'HS code' },
  batches: { az: 'Partiya', ru: 'Партия', en: 'Batch' },
  identifier: { az: 'Eyniləşdirmə nömrəsi', ru: 'Идентификационный номер', en: 'Identification number' },
  replacement: {
    az: 'Bu sertifikat aşağıdakı sertifikatı əvəz edir',
    ru: 'Настоящий сертификат выдан взамен сертификата',
    en: 'This certificate replaces the certificate',
  },
  // ISPM 12, annex 1.
  'statement-export': {
    az: 'Bununla təsdiq edilir ki, burada təsvir olunan bitkilər, bitki məhsulları və ya tənzimlənən digər materiallar müvafiq rəsmi prosedurlara uyğun olaraq yoxlanılmış və (və ya) sınaqdan keçirilmişdir, idxal edən razılığa gələn tərəfin göstərdiyi karantin zərərli orqanizmlərindən azad sayılır və idxal edən razılığa gələn tərəfin, o cümlədən tənzimlənən qeyri-karantin zərərli orqanizmlərə dair qüvvədə olan fitosanitar tələblərinə uyğundur.',
    ru: 'Настоящим удостоверяется, что описанные здесь растения, растительные продукты или другие подкарантинные материалы были обследованы и (или) проанализированы согласно соответствующим официальным процедурам, признаны свободными от карантинных вредных организмов, указанных импортирующей договаривающейся стороной, и соответствуют действующим фитосанитарным требованиям импортирующей договаривающейся стороны, включая требования в отношении регулируемых некарантинных вредных организмов.',
    en: 'This is to certify that the plants, plant products or other regulated articles described herein have been inspected and/or tested according to appropriate official procedures and are considered to be free from the quarantine pests specified by the importing contracting party and to conform with the current phytosanitary requirements of the importing contracting party, including those for regulated non-quarantine pests.',
  },
  // ISPM 12, annex 2: {} marks stand for the blanks, [] marks for the boxes that are ticked.
  'statement-re-export': {
    az: 'Bununla təsdiq edilir ki, yuxarıda təsvir olunan bitkilər, bitki məhsulları və ya tənzimlənən digər materiallar təkrar ixrac edən ölkəyə ({by}) mənşə ölkəsindən ({from}) idxal edilmişdir və {number} nömrəli fitosanitar sertifikatla müşayiət olunmuşdur; həmin sertifikatın [original] əsli, [certifiedCopy] təsdiq edilmiş surəti bu sertifikata əlavə olunur; onlar [packed] qablaşdırılmış, [repacked] yenidən qablaşdırılmış, [originalContainers] ilkin, [newContainers] yeni qablardadır; [basedOnOriginal] fitosanitar sertifikatın əsli və [additionalInspection] əlavə yoxlama əsasında onlar idxal edən razılığa gələn tərəfin qüvvədə olan fitosanitar tələblərinə uyğun sayılır; təkrar ixrac edən ölkədə saxlanma zamanı yük zərərli orqanizmlərlə yoluxma riskinə məruz qalmamışdır.',
    ru: 'Настоящим удостоверяется, что описанные выше растения, растительные продукты или другие подкарантинные материалы были ввезены в страну реэкспорта ({by}) из страны происхождения ({from}) в сопровождении фитосанитарного сертификата № {number}, [original] оригинал, [certifiedCopy] заверенная копия которого прилагается к настоящему сертификату; что они [packed] упакованы, [repacked] переупакованы в [originalContainers] первоначальную, [newContainers] новую тару; что на основании [basedOnOriginal] оригинала фитосанитарного сертификата и [additionalInspection] дополнительного досмотра они признаны соответствующими действующим фитосанитарным требованиям импортирующей договаривающейся стороны и что во время хранения в стране реэкспорта груз не подвергался риску заражения вредными организмами.',
    en: 'This is to certify that the plants, plant products or other regulated articles described above were imported into the country of re-export ({by}) from the country of origin ({from}) covered by phytosanitary certificate No. {number}, [original] original, [certifiedCopy] certified true copy of which is attached to this certificate; that they are [packed] packed, [repacked] repacked in [originalContainers] original, [newContainers] new containers; that based on [basedOnOriginal] the original phytosanitary certificate and [additionalInspection] additional inspection they are considered to conform with the current phytosanitary requirements of the importing contracting party, and that during storage in the country of re-export the consignment has not been subjected to the risk of infestation or infection.',
  },
} as const satisfies Record<string, Text>;

export type Caption = keyof typeof captions;
