import type { Text } from '../../../kernel/finding.ts';
import { certificateLabels } from '../labels/certificate.ts';
import { goodsLabels } from '../labels/goods.ts';
import { partyLabels } from '../labels/parties.ts';

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
  exporter: certificateLabels.consignor,
  consignee: certificateLabels.consignee,
  packages: goodsLabels.packages,
  marks: certificateLabels.marks,
  origin: partyLabels.origins,
  conveyance: certificateLabels.conveyances,
  entry: certificateLabels.entryPoint,
  produce: {
    az: 'Məhsulun adı və bəyan edilmiş miqdarı',
    ru: 'Наименование продукции и заявленное количество',
    en: 'Name of produce and quantity declared',
  },
  botanical: goodsLabels.botanicalNames,
  goods: { az: 'Malların cədvəli', ru: 'Таблица товаров', en: 'Table of goods' },
  line: goodsLabels.line,
  totals: certificateLabels.totals,
  'certifying-statement': certificateLabels.statements,
  declaration: { az: 'II. Əlavə bəyannamə', ru: 'II. Дополнительная декларация', en: 'II. Additional declaration' },
  treatment: {
    az: 'III. Zərərsizləşdirmə və (və ya) dezinfeksiya',
    ru: 'III. Обеззараживание и (или) дезинфекция',
    en: 'III. Disinfestation and/or disinfection treatment',
  },
  date: certificateLabels['signatories/date'],
  method: goodsLabels['treatments/type'],
  chemical: {
    az: 'Kimyəvi maddə (təsiredici maddə)',
    ru: 'Химикат (действующее вещество)',
    en: 'Chemical (active ingredient)',
  },
  duration: { az: 'Müddət və temperatur', ru: 'Продолжительность и температура', en: 'Duration and temperature' },
  concentration: { az: 'Qatılıq', ru: 'Концентрация', en: 'Concentration' },
  'additional-information': { az: 'Əlavə məlumat', ru: 'Дополнительная информация', en: 'Additional information' },
  'place-of-issue': certificateLabels['signatories/place'],
  officer: certificateLabels.officer,
  'date-of-issue': certificateLabels.issued,
  signature: { az: 'İmza', ru: 'Подпись', en: 'Signature' },
  stamp: { az: 'Möhür yeri', ru: 'Место печати', en: 'Stamp' },
  further: { az: 'Digər məlumat', ru: 'Прочие сведения', en: 'Further details' },
  'sent-to': {
    az: 'Elektron qeydin digər alanları',
    ru: 'Другие получатели электронной записи',
    en: 'Electronic record also sent to',
  },
  container: certificateLabels.containers,
  seals: { az: 'plomblar', ru: 'пломбы', en: 'seals' },
  net: goodsLabels.netWeight,
  gross: goodsLabels.grossWeight,
  'net-volume': goodsLabels.netVolume,
  'gross-volume': goodsLabels.grossVolume,
  quantity: goodsLabels.otherQuantity,
  hs: goodsLabels.hs,
  batches: goodsLabels.batches,
  identifier: partyLabels.id,
  replacement: certificateLabels.replacement,
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
