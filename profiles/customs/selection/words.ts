import type { Text } from '../../../kernel/finding.ts';
import type { Lane } from './settings.ts';

export const laneWords: Readonly<Record<Lane, Text>> = {
  red: { az: 'Qırmızı dəhliz', ru: 'Красный коридор', en: 'Red lane' },
  yellow: { az: 'Sarı dəhliz', ru: 'Жёлтый коридор', en: 'Yellow lane' },
  blue: { az: 'Mavi dəhliz', ru: 'Синий коридор', en: 'Blue lane' },
  green: { az: 'Yaşıl dəhliz', ru: 'Зелёный коридор', en: 'Green lane' },
};

export const groundWords: Readonly<Record<'profile' | 'random' | 'top-up' | 'none', Text>> = {
  profile: { az: 'Risk meyarı', ru: 'Критерий риска', en: 'Risk criterion' },
  random: { az: 'Təsadüfi seçim', ru: 'Случайный выбор', en: 'Random choice' },
  'top-up': { az: 'Gözlənilən paya tamamlama', ru: 'Дополнение до ожидаемой доли', en: 'Top-up to the expected share' },
  none: { az: 'Yoxlama üçün əsas yoxdur', ru: 'Нет оснований для проверки', en: 'No ground for a check' },
};

const rates = (path: string) => ({
  [`lanes/${path}/red`]: { az: 'Qırmızı, milyonda', ru: 'Красный, на миллион', en: 'Red, per million' },
  [`lanes/${path}/yellow`]: { az: 'Sarı, milyonda', ru: 'Жёлтый, на миллион', en: 'Yellow, per million' },
  [`lanes/${path}/blue`]: { az: 'Mavi, milyonda', ru: 'Синий, на миллион', en: 'Blue, per million' },
});

/** Members of the settings. */
export const laneLabels: Readonly<Record<string, Text>> = {
  'lanes/criteria': {
    az: 'Risk meyarları (birinci uyğun gələn tətbiq olunur)',
    ru: 'Критерии риска (действует первый подходящий)',
    en: 'Risk criteria (the first that fits holds)',
  },
  'lanes/criteria/name': { az: 'Meyarın adı', ru: 'Название критерия', en: 'Name of the criterion' },
  'lanes/criteria/lane': { az: 'Dəhliz', ru: 'Коридор', en: 'Lane' },
  'lanes/criteria/hs': {
    az: 'HS kodları və ya onların əvvəli',
    ru: 'Коды ГС или их начало',
    en: 'HS codes or what they begin with',
  },
  'lanes/criteria/origins': { az: 'Mənşə ölkələri', ru: 'Страны происхождения', en: 'Countries of origin' },
  'lanes/criteria/consignors': {
    az: 'Yükgöndərənlər (nömrə və ya ad)',
    ru: 'Отправители (номер или наименование)',
    en: 'Consignors (number or name)',
  },
  'lanes/criteria/consignees': {
    az: 'Yükalanlar (nömrə və ya ad)',
    ru: 'Получатели (номер или наименование)',
    en: 'Consignees (number or name)',
  },
  'lanes/criteria/carriers': {
    az: 'Daşıyıcılar (nömrə və ya ad)',
    ru: 'Перевозчики (номер или наименование)',
    en: 'Carriers (number or name)',
  },
  'lanes/criteria/means': {
    az: 'Nəqliyyat vasitələrinin, vaqonların, konteynerlərin nömrələri',
    ru: 'Номера транспортных средств, вагонов, контейнеров',
    en: 'Numbers of vehicles, wagons, containers',
  },
  'lanes/criteria/offices': {
    az: 'Göndərən və ya giriş gömrük orqanları',
    ru: 'Таможенные органы отправления или въезда',
    en: 'Offices of departure or entry',
  },
  'lanes/criteria/modes': { az: 'Nəqliyyat növləri', ru: 'Виды транспорта', en: 'Modes of transport' },
  'lanes/criteria/grades': {
    az: 'İştirakçıların statusu (ikisindən aşağı olanı)',
    ru: 'Статус участников (низший из двух)',
    en: 'Standing of the participants (the lesser of two)',
  },
  'lanes/criteria/minimumGross': {
    az: 'Ümumi brutto çəki, ən azı kq',
    ru: 'Общий вес брутто, не менее кг',
    en: 'Total gross weight, at least kg',
  },
  'lanes/criteria/minimumValue': { az: 'Ən az dəyər', ru: 'Наименьшая стоимость', en: 'Least value' },
  'lanes/criteria/minimumValue/amount': { az: 'Ən az məbləğ', ru: 'Наименьшая сумма', en: 'Least amount' },
  'lanes/criteria/minimumValue/currency': {
    az: 'Bu valyutada göstərilən mallar üzrə',
    ru: 'По товарам в этой валюте',
    en: 'Of goods in this currency',
  },
  'lanes/criteria/everyMillionth': {
    az: 'Uyğun gələnlərdən seçilən pay, milyonda',
    ru: 'Отбираемая доля подходящих, на миллион',
    en: 'Share of fitting ones that is taken, per million',
  },
  'lanes/random': { az: 'Ən az təsadüfi pay', ru: 'Наименьшая случайная доля', en: 'Minimum random rate' },
  ...rates('random'),
  'lanes/expected': { az: 'Gözlənilən pay', ru: 'Ожидаемая доля', en: 'Expected rate' },
  ...rates('expected'),
};

/** Values of the settings that `laneLabels` does not name. */
export const laneCodes: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'lanes/criteria/lane': laneWords,
  'lanes/criteria/grades': {
    authorised: {
      az: 'Səlahiyyətli iqtisadi operator',
      ru: 'Уполномоченный экономический оператор',
      en: 'Authorised economic operator',
    },
    'low-risk': { az: 'Aşağı riskli iştirakçı', ru: 'Участник низкого риска', en: 'Low-risk participant' },
    none: { az: 'Siyahıda yoxdur', ru: 'Нет в реестре', en: 'Not in the register' },
  },
  'lanes/criteria/modes': {
    1: { az: 'Dəniz', ru: 'Морской', en: 'Sea' },
    2: { az: 'Dəmir yolu', ru: 'Железнодорожный', en: 'Rail' },
    3: { az: 'Avtomobil', ru: 'Автомобильный', en: 'Road' },
    4: { az: 'Hava', ru: 'Воздушный', en: 'Air' },
  },
};

/** What settings and commitments are told. */
export const selectionFindings = {
  'rates-over-whole': {
    az: 'Payların cəmi bir milyondan artıq ola bilməz ({sum}).',
    ru: 'Сумма долей не может превышать одного миллиона ({sum}).',
    en: 'The rates add up to {sum}; together they may be one million at most.',
  },
  'expected-below-random': {
    az: 'Gözlənilən pay ({expected}) ən az təsadüfi paydan ({random}) kiçikdir: o, heç vaxt tamamlanmayacaq.',
    ru: 'Ожидаемая доля ({expected}) меньше наименьшей случайной ({random}): дополнять будет нечего.',
    en: 'The expected rate ({expected}) is below the minimum random rate ({random}): there will be nothing to top up.',
  },
  'criterion-named-twice': {
    az: '«{name}» adlı meyar artıq var. Hər meyara ayrı ad verin.',
    ru: 'Критерий с названием «{name}» уже есть. Дайте каждому критерию своё название.',
    en: 'There is a criterion named "{name}" already. Give each its own name.',
  },
  'criterion-covered': {
    az: '«{name}» meyarı heç vaxt tətbiq olunmayacaq: ona uyğun gələnlərin hamısı əvvəlcə «{earlier}» meyarına uyğun gəlir.',
    ru: 'Критерий «{name}» никогда не сработает: всё, что ему соответствует, раньше подходит под «{earlier}».',
    en: 'The criterion "{name}" can never act: whatever meets it meets "{earlier}" first.',
  },
  'criterion-code-unknown': {
    az: '«{code}» kodu məlum deyil: bu meyar ona görə heç nə seçməyəcək.',
    ru: 'Код «{code}» неизвестен: по нему критерий ничего не отберёт.',
    en: 'The code "{code}" is not known: the criterion will find nothing by it.',
  },
  'commitment-selection-unknown': {
    az: '«{name}» adlı seçim yoxdur.',
    ru: 'Отбора «{name}» не существует.',
    en: 'There is no selection "{name}".',
  },
  'commitment-moment': {
    az: 'Vaxtı tam saniyə ilə, UTC üzrə göstərin, məsələn 2026-11-22T00:00:00Z.',
    ru: 'Укажите время с точностью до секунды по UTC, например 2026-11-22T00:00:00Z.',
    en: 'State the time in whole seconds of UTC, such as 2026-11-22T00:00:00Z.',
  },
  'commitment-empty': {
    az: 'Dövr başlandığı andan sonra bitməlidir.',
    ru: 'Период должен заканчиваться после своего начала.',
    en: 'The period has to end after it begins.',
  },
  'commitment-behind': {
    az: '{from} tarixindən başlayan öhdəlik artıq var: yenisi ondan əvvəl başlana bilməz.',
    ru: 'Уже есть обязательство, действующее с {from}: новое не может начинаться раньше.',
    en: 'There is a commitment from {from} on already: a new one cannot begin before it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type SelectionCode = keyof typeof selectionFindings;
