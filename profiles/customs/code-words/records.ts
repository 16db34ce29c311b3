import { table } from '../../../kernel/words/table.ts';

/** UNECE Rec. 19. */
export const modes = table(`
1 | dəniz nəqliyyatı | морской транспорт | sea
2 | dəmir yolu nəqliyyatı | железнодорожный транспорт | rail
3 | avtomobil nəqliyyatı | автомобильный транспорт | road
4 | hava nəqliyyatı | воздушный транспорт | air
`);

export const meansKinds = table(`
vehicle | avtomobil | автомобиль | vehicle
trailer | qoşqu | прицеп | trailer
wagon | vaqon | вагон | wagon
container | konteyner | контейнер | container
`);

export const sealers = table(`
consignor | yükgöndərən | отправитель | consignor
carrier | daşıyıcı | перевозчик | carrier
customs | gömrük orqanı | таможенный орган | customs
veterinary | baytarlıq xidməti | ветеринарная служба | veterinary service
phytosanitary | bitki karantini xidməti | служба карантина растений | plant protection service
other | digər | иное лицо | another
`);

export const sealStates = table(`
good | bütövdür | исправна | good
bad | pozulub | нарушена | broken
`);

export const registrationKinds = table(`
register | qeydiyyata alınır | зарегистрировать | register
reject | qeydiyyata alınmır | отклонить | reject
`);

export const dispositionKinds = table(`
release | yük buraxılır | груз выпущен | goods released
detain | yük saxlanılır | груз задержан | goods detained
return | yük geri qaytarılır | груз возвращён | goods returned
close | iş bağlanır | дело закрыто | matter closed
`);

export const sides = table(`
sending | göndərən tərəf | отправляющая сторона | sending side
receiving | qəbul edən tərəf | принимающая сторона | receiving side
`);

export const extents = table(`
all | bütün mal | весь товар | all goods
part | malın bir hissəsi | часть товара | part of the goods
`);

export const radiationLevels = table(`
normal | normadadır | в норме | normal
exceeded | norma aşılıb | превышен | exceeded
`);

export const imageKinds = table(`
scan | skaner təsviri | снимок сканера | scan
photo | foto | фотография | photograph
`);

export const operatorKinds = table(`
1 | birinci tip | первый тип | type 1
2 | ikinci tip | второй тип | type 2
3 | üçüncü tip | третий тип | type 3
`);

/** States of the register of authorised operators. */
export const operatorStates = table(`
02 | qüvvədədir | действует | valid
03 | dayandırılıb | приостановлено | suspended
04 | bərpa edilib | возобновлено | resumed
05 | xitam verilib | прекращено | ended
`);

export const writeOffActs = table(`
reserve | miqdarın ayrılması | резервирование | reservation
consume | silinmə | списание | write-off
free | ayrılmış miqdarın azad edilməsi | освобождение резерва | freeing of what was reserved
return | qaytarılmış malın bərpası | восстановление возвращённого | credit of returned goods
`);

/** UNECE Rec. 20: units of trade in the region; others are shown by their code. */
export const units = table(`
GRM | q | г | g
KGM | kq | кг | kg
TNE | t | т | tonnes
H87 | ədəd | шт. | pieces
NPR | cüt | пар | pairs
MIL | min ədəd | тыс. шт. | thousand
LTR | l | л | litres
MTR | m | м | m
MTK | m² | м² | m²
MTQ | m³ | м³ | m³
KWH | kVt·saat | кВт·ч | kWh
`);

/** ISO 4217: currencies of trade in the region; others are shown by their code. */
export const currencies = table(`
AMD | Ermənistan dramı | армянский драм | Armenian dram
AZN | Azərbaycan manatı | азербайджанский манат | Azerbaijan manat
BYN | Belarus rublu | белорусский рубль | Belarusian ruble
CHF | İsveçrə frankı | швейцарский франк | Swiss franc
CNY | Çin yuanı | китайский юань | Chinese yuan
EUR | avro | евро | euro
GBP | funt sterlinq | фунт стерлингов | pound sterling
GEL | Gürcüstan larisi | грузинский лари | Georgian lari
INR | Hindistan rupisi | индийская рупия | Indian rupee
IRR | İran rialı | иранский риал | Iranian rial
JPY | Yaponiya yeni | японская иена | Japanese yen
KGS | Qırğızıstan somu | киргизский сом | Kyrgyz som
KZT | Qazaxıstan tengesi | казахстанский тенге | Kazakhstani tenge
RUB | Rusiya rublu | российский рубль | Russian ruble
TJS | Tacikistan somonisi | таджикский сомони | Tajik somoni
TMT | Türkmənistan manatı | туркменский манат | Turkmenistan manat
TRY | Türkiyə lirəsi | турецкая лира | Turkish lira
UAH | Ukrayna qrivnası | украинская гривна | Ukrainian hryvnia
USD | ABŞ dolları | доллар США | US dollar
UZS | Özbəkistan somu | узбекский сум | Uzbek sum
`);
