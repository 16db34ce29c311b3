import type { Certificate } from '../claims/certificate.ts';
import type { Line } from '../claims/line.ts';

/** Everything in these certificates is invented. */
const az = (text: string) => ({ text, language: 'az' });
const ru = (text: string) => ({ text, language: 'ru' });
const la = (text: string) => ({ text, language: 'la' });

function signed(date: string, place: string): NonNullable<Certificate['signatories']> {
  return [
    {
      date: `${date}T11:00:00+04:00`,
      place: { names: [az(place)] },
      officer: { person: { name: 'R. Nümunəli' } },
      statements: [
        {
          number: '1',
          texts: [
            ru(
              'Настоящим удостоверяется, что описанные здесь растения, растительные продукты или другие подкарантинные ' +
                'материалы были обследованы согласно соответствующим официальным процедурам и признаны свободными от ' +
                'карантинных вредных организмов, указанных импортирующей стороной.',
            ),
          ],
        },
      ],
    },
  ];
}

function header(number: string, date: string, place: string) {
  return {
    number,
    issued: `${date}T11:00:00+04:00`,
    issuingOrganisation: { name: 'Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi' },
    exportCountry: { code: 'AZ' },
    importCountry: { code: 'RU' },
    signatories: signed(date, place),
  };
}

const origin = (place: string, id: string, producer: string): NonNullable<Line['origins']> => [
  { country: 'AZ', subdivisions: [{ names: [az(place)], producers: [{ id, name: producer }] }] },
];

const persimmonLine: Line = {
  sequence: 1,
  descriptions: [az('Təzə xurma'), ru('Хурма свежая')],
  commonNames: [ru('Хурма восточная')],
  botanicalNames: [la('Diospyros kaki')],
  eppoCodes: ['DOSKA'],
  hs: [{ code: '081070' }],
  plantParts: [{ names: [{ text: 'Fruits', language: 'en' }] }],
  conditions: [{ names: [{ text: 'Fresh', language: 'en' }] }],
  batches: ['BLK-2026-1112'],
  intendedUses: [ru('Потребление')],
  netWeight: { value: '19200', unit: 'KGM' },
  grossWeight: { value: '20480', unit: 'KGM' },
  packages: [{ level: '1', type: 'BX', count: '1600', marks: ['BLK-2026-1112'] }],
  origins: origin('Balakən rayonu', 'AZ-OR-0311', 'Nümunə Bağ kooperativi'),
  inspectionDates: ['2026-11-12'],
};

const persimmonsBase = {
  consignor: { name: 'Balakən Nümunə MMC', addressLines: ['Bağ küçəsi 4', 'Balakən, Azərbaycan'] },
  consignee: { name: 'ООО «Образец-Фрукт»', addressLines: ['Складской проезд, 7', 'Москва, Россия'] },
  entryPoint: { names: [ru('Яраг-Казмаляр')] },
  conveyances: [{ mode: '3', name: 'Yük avtomobili', id: '10-XX-210' }],
} satisfies Partial<Certificate>;

export const persimmons: Certificate = {
  ...header('AZ-PC-2026-110003', '2026-11-12', 'Balakən'),
  ...persimmonsBase,
  containers: [{ seals: [{ number: 'AZ0031' }] }],
  lines: [persimmonLine],
};

export const persimmonsReplaced: Certificate = {
  ...header('AZ-PC-2026-110005', '2026-11-14', 'Balakən'),
  ...persimmonsBase,
  containers: [{ seals: [{ number: 'AZ0047' }] }],
  lines: [
    {
      ...persimmonLine,
      netWeight: { value: '18960', unit: 'KGM' },
      grossWeight: { value: '20224', unit: 'KGM' },
      packages: [{ level: '1', type: 'BX', count: '1580', marks: ['BLK-2026-1112'] }],
    },
  ],
  replacement: {
    number: 'AZ-PC-2026-110003',
    date: '2026-11-12',
    reasons: [ru('Уточнены количество мест и номер пломбы')],
  },
};

export const hazelnuts: Certificate = {
  ...header('AZ-PC-2026-110004', '2026-11-13', 'Zaqatala'),
  consignor: { name: 'Zaqatala Nümunə Fındıq MMC', addressLines: ['Mərkəzi küçə 12', 'Zaqatala, Azərbaycan'] },
  consignee: { name: 'ООО «Образец-Орех»', addressLines: ['Заводская улица, 3', 'Самара, Россия'] },
  entryPoint: { names: [ru('Самур')] },
  conveyances: [{ mode: '2', name: 'Vaqon', id: '52791232' }],
  containers: [{ number: 'CSQU3054383', seals: [{ number: 'AZ0102' }, { number: 'AZ0103' }] }],
  lines: [
    {
      sequence: 1,
      descriptions: [az('Təmizlənmiş fındıq'), ru('Орехи лещины очищенные')],
      botanicalNames: [la('Corylus avellana')],
      eppoCodes: ['CYLAV'],
      hs: [{ code: '080222' }],
      conditions: [{ names: [{ text: 'Dried', language: 'en' }] }],
      batches: ['ZQT-26-77'],
      netWeight: { value: '20', unit: 'TNE' },
      grossWeight: { value: '20.32', unit: 'TNE' },
      packages: [{ level: '1', type: 'BG', count: '400' }],
      origins: origin('Zaqatala rayonu', 'AZ-PR-0120', 'Nümunə fındıq emalı müəssisəsi'),
      inspectionDates: ['2026-11-13'],
      treatments: [
        {
          type: '16',
          start: '2026-11-10T08:00:00+04:00',
          end: '2026-11-12T08:00:00+04:00',
          duration: { value: '48', unit: 'HUR' },
          characteristics: [
            { tag: 'TTCH', texts: [{ text: 'Phosphine', language: 'en' }] },
            { tag: 'TTTM', value: { value: '18', unit: 'CEL' } },
            { tag: 'TTCO', texts: [{ text: '2 g/m3', language: 'en' }] },
          ],
        },
      ],
    },
  ],
};

export const pomegranates: Certificate = {
  ...header('AZ-PC-2026-110006', '2026-11-18', 'Göyçay'),
  consignor: { name: 'Göyçay Nümunə Nar MMC', addressLines: ['Nar küçəsi 1', 'Göyçay, Azərbaycan'] },
  consignee: { name: 'ООО «Образец-Юг»', addressLines: ['Рыночная площадь, 9', 'Ростов-на-Дону, Россия'] },
  entryPoint: { names: [ru('Яраг-Казмаляр')] },
  conveyances: [{ mode: '3', name: 'Yük avtomobili', id: '10-XX-388' }],
  containers: [{ seals: [{ number: 'AZ0059' }] }],
  lines: [
    {
      sequence: 1,
      descriptions: [az('Təzə nar'), ru('Гранаты свежие')],
      botanicalNames: [la('Punica granatum')],
      eppoCodes: ['PUNGR'],
      hs: [{ code: '081090' }],
      batches: ['GYC-2026-18'],
      netWeight: { value: '17500', unit: 'KGM' },
      grossWeight: { value: '18600', unit: 'KGM' },
      packages: [{ level: '1', type: 'CR', count: '1250' }],
      origins: origin('Göyçay rayonu', 'AZ-OR-0207', 'Nümunə Nar bağı'),
      inspectionDates: ['2026-11-17'],
    },
  ],
};
