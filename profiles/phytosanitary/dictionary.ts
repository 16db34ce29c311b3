/**
 * What certificates say in general, for packing printed codes (docs/protocol.md, "Code on paper"). Never change a text
 * that was used: papers were printed with it. Put a new one behind it in `dictionaries`. What is said most often stands
 * last: it is then the nearest, and costs the fewest bits.
 */
const az = (text: string) => `{"language":"az","text":"${text}"}`;
const ru = (text: string) => `{"language":"ru","text":"${text}"}`;
const en = (text: string) => `{"language":"en","text":"${text}"}`;
const la = (text: string) => `{"language":"la","text":"${text}"}`;

/** EPPO code, botanical name, HS heading, names. */
const plants = `
TRZAX|Triticum aestivum|100199|Buğda|Пшеница|Wheat
HORVX|Hordeum vulgare|100390|Arpa|Ячмень|Barley
ZEAMX|Zea mays|100590|Qarğıdalı|Кукуруза|Maize
ORYSA|Oryza sativa|100630|Düyü|Рис|Rice
HELAN|Helianthus annuus|120600|Günəbaxan|Подсолнечник|Sunflower
CAHSI|Camellia sinensis|090230|Çay|Чай|Tea
ROSSS|Rosa|060311|Qızılgül|Розы|Roses
PIUSY|Pinus sylvestris|440711|Şam ağacı|Пиломатериалы сосновые|Sawn pine wood
SOLTU|Solanum tuberosum|070190|Kartof|Картофель|Potatoes
ALLCE|Allium cepa|070310|Soğan|Лук репчатый|Onions
ALLSA|Allium sativum|070320|Sarımsaq|Чеснок|Garlic
BRSOX|Brassica oleracea|070490|Kələm|Капуста|Cabbage
DAUCS|Daucus carota|070610|Kök|Морковь|Carrots
CITLA|Citrullus lanatus|080711|Qarpız|Арбузы|Watermelons
CUMME|Cucumis melo|080719|Yemiş|Дыни|Melons
SOLME|Solanum melongena|070930|Badımcan|Баклажаны|Aubergines
CPSAN|Capsicum annuum|070960|Bibər|Перец сладкий|Sweet peppers
CUMSA|Cucumis sativus|070700|Xiyar|Огурцы|Cucumbers
FRAAN|Fragaria x ananassa|081010|Çiyələk|Земляника садовая|Strawberries
CIDRE|Citrus reticulata|080521|Mandarin|Мандарины|Mandarins
CIDLI|Citrus limon|080550|Limon|Лимоны|Lemons
FEJSE|Acca sellowiana|081090|Feyxoa|Фейхоа|Feijoa
VITVI|Vitis vinifera|080610|Üzüm|Виноград|Grapes
PYUCO|Pyrus communis|080830|Armud|Груши|Pears
CYDOB|Cydonia oblonga|080840|Heyva|Айва|Quinces
PRNAR|Prunus armeniaca|080910|Ərik|Абрикосы|Apricots
PRNAV|Prunus avium|080929|Gilas|Черешня|Cherries
PRNPS|Prunus persica|080930|Şaftalı|Персики|Peaches
PRNDO|Prunus domestica|080940|Gavalı|Сливы|Plums
IUGRE|Juglans regia|080232|Təmizlənmiş qoz|Орехи грецкие очищенные|Shelled walnuts
CYLAV|Corylus avellana|080222|Təmizlənmiş fındıq|Орехи лещины очищенные|Shelled hazelnuts
PUNGR|Punica granatum|081090|Nar|Гранаты|Pomegranates
DOSKA|Diospyros kaki|081070|Xurma|Хурма|Persimmons
MABSD|Malus domestica|080810|Təzə alma|Яблоки свежие|Fresh apples
LYPES|Solanum lycopersicum|070200|Təzə pomidor|Томаты свежие|Fresh tomatoes`
  .trim()
  .split('\n')
  .map((row) => row.split('|'))
  .map(
    ([code = '', botanical = '', heading = '', azName = '', ruName = '', enName = '']) =>
      `${en(enName)}"botanicalNames":[${la(botanical)}],"descriptions":[${az(azName)},${ru(ruName)}],` +
      `"eppoCodes":["${code}"],"grossWeight":{"unit":"KGM","value":"2"},"hs":[{"code":"${heading}"}],`,
  );

const azerbaijan =
  'Ağcabədi Ağdam Ağdaş Ağstafa Ağsu Astara Balakən Beyləqan Bərdə Biləsuvar Cəbrayıl Cəlilabad Daşkəsən Füzuli Gədəbəy ' +
  'Göranboy Göyçay Göygöl Hacıqabul İmişli İsmayıllı Kürdəmir Laçın Lerik Naftalan Naxçıvan Neftçala Oğuz Qax Qazax ' +
  'Qəbələ Qobustan Saatlı Sabirabad Salyan Samux Siyəzən Sumqayıt Şabran Şamaxı Şəki Şirvan Şuşa Tərtər Tovuz Ucar ' +
  'Yardımlı Yevlax Zaqatala Zərdab Mingəçevir Masallı Lənkəran Abşeron Bakı Gəncə Xaçmaz Qusar Quba Şəmkir';
const russia =
  'Астрахань Волгоград Воронеж Дербент Екатеринбург Казань Краснодар Махачкала Нижний Новгород Новосибирск Пермь ' +
  'Ростов-на-Дону Самара Санкт-Петербург Саратов Ставрополь Тула Уфа Челябинск Московская область Республика Дагестан ' +
  'Москва';
const points: readonly (readonly [string, string])[] = [
  ['RUDBT', 'Дербент'],
  ['RUMCX', 'Махачкала'],
  ['RUAST', 'Астрахань'],
  ['RUNOV', 'Ново-Филя'],
  ['RUSAM', 'Самур'],
  ['RUTGK', 'Тагиркент-Казмаляр'],
  ['RUYAK', 'Яраг-Казмаляр'],
];

const pests: readonly (readonly [string, string, string])[] = [
  ['калифорнийского трипса', 'Kaliforniya tripsindən', 'Frankliniella occidentalis'],
  ['средиземноморской плодовой мухи', 'Aralıq dənizi meyvə milçəyindən', 'Ceratitis capitata'],
  ['золотистой картофельной нематоды', 'qızılı kartof nematodundan', 'Globodera rostochiensis'],
  ['капрового жука', 'kapr böcəyindən', 'Trogoderma granarium'],
  ['американской белой бабочки', 'Amerika ağ kəpənəyindən', 'Hyphantria cunea'],
  ['калифорнийской щитовки', 'Kaliforniya çanaqlı yastıcasından', 'Diaspidiotus perniciosus'],
  ['томатной минирующей моли', 'pomidor güvəsindən', 'Tuta absoluta'],
  ['восточной плодожорки', 'şərq meyvəyeyənindən', 'Grapholita molesta'],
  [
    'вируса коричневой морщинистости плодов томата',
    'pomidor meyvələrinin qəhvəyi qırışıqlıq virusundan',
    'Tomato brown rugose fruit virus',
  ],
];
const declarations = pests.flatMap(([inRussian, inAzerbaijani, name]) => [
  `Партия свободна от ${inRussian} (${name}).`,
  `Partiya ${inAzerbaijani} azad istehsal yerində yetişdirilib.`,
  `The consignment was produced in a place of production free from ${name}.`,
  `Партия произведена в месте производства, свободном от ${inRussian}.`,
]);

const sentences = [
  'This is to certify that the plants, plant products or other regulated articles described herein have been inspected ' +
    'and/or tested according to appropriate official procedures and are considered to be free from the quarantine pests ' +
    'specified by the importing contracting party and to conform with the current phytosanitary requirements of the ' +
    'importing contracting party, including those for regulated non-quarantine pests.',
  'They are deemed to be practically free from other pests.',
  'No financial liability with respect to this certificate shall attach to the issuing organisation or to any of its ' +
    'officers or representatives.',
  'Bununla təsdiq edilir ki, burada təsvir olunan bitkilər, bitkiçilik məhsulları və ya digər tənzimlənən materiallar ' +
    'müvafiq rəsmi prosedurlara uyğun olaraq yoxlanılmış və idxal edən tərəfin müəyyən etdiyi karantin zərərli ' +
    'orqanizmlərdən azad hesab edilmişdir.',
  'и соответствуют действующим фитосанитарным требованиям импортирующей стороны, включая требования, касающиеся ' +
    'регулируемых некарантинных вредных организмов.',
  'Они считаются практически свободными от других вредных организмов.',
  ...declarations,
];

const rare = [
  '"batches":["","carrier":{"commonNames":[{"consignment":"","countryName":"","customsAgent":{"delivery',
  'Party":{',
  '"despatcher":{"contacts":["","departure":"2026-"documents":[{"attachments":[{"digest":"","mediaType":"application/pdf"',
  ',"name":""}],"information":"","issued":"","number":"","relationship":"ZZZ","type":"851"}],"examinationPlace":{',
  '"expiryDates":["financialLiability":[{"importPermits":[{"lastNumber":"","loadingPoint":{"names":[',
  '"netVolume":{"unit":"MTQ","value":"notes":[{"list":"","subject":"","texts":[{"otherInformation":[{',
  '"otherPackages":[{"postcode":"","qualifications":[{"reExportCountries":[{"receiptPlace":{"transitCountries":[{"code":"GE"}],',
  '"remarks":[{"titles":[{"totals":{"transitPlaces":[{"unmapped":[{"attributes":[{"name":"","value":""}],"path":"',
  '"reExport":{"additionalInspection":true,"basedOnOriginal":true,"certifiedCopy":false,"newContainers":false,"original":true,',
  '"originCountries":["AZ"],"originalContainers":true,"originalNumber":"","packed":true,"repacked":false,"statement":[{',
  '"originals":[{"certificate":"","exporter":"az.afsa","line":1,"number":"","quantity":{"unit":"KGM","value":"',
  '"treatments":[{"characteristics":[{"tag":"TTCH","texts":[{"language":"en","text":"Phosphine"}]},{"tag":"TTTM",',
  '"value":{"unit":"CEL","value":"18"}},{"tag":"TTCO","texts":[{"language":"en","text":"2 g/m3"}]}],"duration":{"unit":"HUR",',
  '"value":"48"},"end":"2026-","start":"2026-","type":"16"}]',
  '"plantParts":[{"names":[{"language":"en","text":"Fruits"}]}],"conditions":[{"names":[{"language":"en","text":"Fresh"}]}],Dried',
  '"intendedUses":[{"language":"ru","text":"Потребление"}],Переработка Посадка Istehlak üçün Consumption',
  '{"address":"","city":"","country":"","person":{"name":"","subdivision":"","replacement":{"date":"2026-","number":"","reasons":[',
  az('Nəqliyyat vasitəsi dəyişdirilib'),
  az('Texniki səhv'),
  ru('Замена транспортного средства'),
  ru('Техническая ошибка'),
  '"unit":"H87""unit":"TNE""unit":"GRM""unit":"LTR""type":"CT""type":"PX""type":"BG""type":"NE""type":"BJ""type":"CR"',
  'Yeşik Karton qutu Torba Ящик Коробка Мешок Паллета',
];

const parties = [
  'ООО «Общество с ограниченной ответственностью «ИП АО «Торговый дом «Фрукт Овощ Агро» район, город улица, дом, шоссе, ' +
    'проспект, склад, область, край, Республика Россия',
  'Məhdud Məsuliyyətli Cəmiyyəti Kooperativi təsərrüfatı Fermer İstixana Aqro Bağ kəndi, şəhəri, küçəsi, prospekti, ' +
    'rayonu, Azərbaycan MMC","Mərkəzi küçə, Azərbaycan"],"name":"',
];

const places = [
  azerbaijan,
  russia,
  'Bakı Baş Gömrük İdarəsi',
  ...points.map(([code, name]) => `"entryPoint":{"code":"${code}","names":[${ru(name)}]},`),
];

/** Of one whole certificate, members in their canonical order. */
const skeleton = (alg: string) =>
  `{"alg":"${alg}","cty":"vc","kid":"did:web:az:az.afsa#","typ":"vc+jwt"}\n` +
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://samur.example/ns/record/v1"],"credentialStatus":' +
  '{"statusListCredential":"https:///status/az.afsa/1","statusListIndex":"1","statusPurpose":"revocation",' +
  '"type":"BitstringStatusListEntry"},"credentialSubject":{"consignee":{"addressLines":["","Москва, Россия"],"name":' +
  '"ООО «"},"consignor":{"addressLines":[" küçəsi ",", Azərbaycan"],"name":"","person":{"name":"' +
  '"containers":[{"number":"","seals":[{"number":"AZ0"},{"number":"AZ0"}]}],"conveyances":[{"id":"","mode":"2",' +
  '"name":"Vaqon"},{"id":"10-","mode":"3","name":"Yük avtomobili"}],"declarations":[{"language":"ru","text":"' +
  `Партия произведена в месте производства, свободном от "}],"entryPoint":{"code":"RUYAK","names":[` +
  '{"language":"ru","text":"Яраг-Казмаляр"}]},"exportCountry":{"code":"AZ"},"importCountry":{"code":"RU"},' +
  '"inspectionDates":["2026-"],"issued":"2026-11-01T09:00:00Z","issuingOrganisation":{"name":"Azərbaycan Respublikasının ' +
  'Qida Təhlükəsizliyi Agentliyi"},"lines":[{"botanicalNames":[{"language":"la","text":"Solanum lycopersicum"}],' +
  '"descriptions":[{"language":"az","text":"Təzə pomidor"},{"language":"ru","text":"Томаты свежие"}],"eppoCodes":' +
  '["LYPES"],"grossWeight":{"unit":"KGM","value":"20"},"hs":[{"code":"070200"}],"inspectionDates":["2026-11-"],' +
  '"laboratoryResults":["f"],"marks":[{"language":"az","text":""}],"netWeight":{"unit":"KGM","value":"20"},"origins":' +
  '[{"country":"AZ","subdivisions":[{"names":[{"language":"az","text":" rayonu"}],"producers":[{"id":"AZ-","name":"' +
  '"}]}]}],"packages":[{"count":"3","level":"1","marks":["AZ-"],"type":"BX"}],"sequence":1,"sources":[{"grower":"AZ-",' +
  '"member":"AZ-","packingHouse":"AZ-","product":"LYPES","quantity":{"unit":"KGM","value":"20"},"season":"2026-27",' +
  '"site":"AZ-"},{"grower":"AZ-"}]},{"botanicalNames":[{"sequence":2,"sources":[{"grower":"AZ-"}]}],"number":"AZ-PC-26-00",' +
  '"signatories":[{"date":"2026-11-01T09:00:00Z","officer":{"person":{"name":"' +
  '"}},"place":{"names":[{"language":"az","text":""}]},"statements":[{"number":"1","texts":[{"language":"ru","text":"' +
  'Настоящим удостоверяется, что описанные здесь растения, растительные продукты или другие подкарантинные материалы ' +
  'были обследованы согласно соответствующим официальным процедурам и признаны свободными от карантинных вредных ' +
  'организмов, указанных импортирующей стороной."}]}]}]},"issuer":"did:web:az:az.afsa","samur":{"annexes":[],"basis":[' +
  '{"origin":"ru/az.afsa/1","root":"","size":1}],"demonstration":true,"issuer":"az.afsa","nonce":"","profile":' +
  '"phytosanitary","to":["az.customs","ru.fsvps"],"trust":{"AZ":1,"RU":1,"terms":1},"type":"re-export-certificate",' +
  '"version":1},"type":["VerifiableCredential","SamurRecord"],"validFrom":"2026-11-01T09:00:00.000Z"}' +
  '"basis":[{"origin":"az/ru.fsvps/1","root":"0123456789abcdef","size":1}],"issuer":"az.afsa","nonce":"",' +
  '"profile":"phytosanitary","to":["ru.fsvps"],"trust":{"AZ":1,"RU":1,"terms":1},"type":"certificate","version":1},';

const first = [...sentences, ...rare, ...parties, ...places, ...plants, skeleton('ES256'), skeleton('EdDSA')].join(
  '\n',
);

/** Oldest first. */
export const dictionaries: readonly string[] = [first];
