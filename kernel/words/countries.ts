import { table } from './table.ts';

/** ISO 3166-1 alpha-2, for countries that trade in the region; others are shown by their code. */
export const countries = table(`
AE | Birləşmiş Ərəb Əmirlikləri | Объединённые Арабские Эмираты | United Arab Emirates
AF | Əfqanıstan | Афганистан | Afghanistan
AM | Ermənistan | Армения | Armenia
AR | Argentina | Аргентина | Argentina
AT | Avstriya | Австрия | Austria
AZ | Azərbaycan | Азербайджан | Azerbaijan
BD | Banqladeş | Бангладеш | Bangladesh
BE | Belçika | Бельгия | Belgium
BG | Bolqarıstan | Болгария | Bulgaria
BR | Braziliya | Бразилия | Brazil
BY | Belarus | Беларусь | Belarus
CA | Kanada | Канада | Canada
CH | İsveçrə | Швейцария | Switzerland
CL | Çili | Чили | Chile
CN | Çin | Китай | China
CO | Kolumbiya | Колумбия | Colombia
CR | Kosta-Rika | Коста-Рика | Costa Rica
CY | Kipr | Кипр | Cyprus
CZ | Çexiya | Чехия | Czechia
DE | Almaniya | Германия | Germany
DK | Danimarka | Дания | Denmark
EC | Ekvador | Эквадор | Ecuador
EE | Estoniya | Эстония | Estonia
EG | Misir | Египет | Egypt
ES | İspaniya | Испания | Spain
FI | Finlandiya | Финляндия | Finland
FR | Fransa | Франция | France
GB | Birləşmiş Krallıq | Соединённое Королевство | United Kingdom
GE | Gürcüstan | Грузия | Georgia
GR | Yunanıstan | Греция | Greece
HR | Xorvatiya | Хорватия | Croatia
HU | Macarıstan | Венгрия | Hungary
ID | İndoneziya | Индонезия | Indonesia
IL | İsrail | Израиль | Israel
IN | Hindistan | Индия | India
IQ | İraq | Ирак | Iraq
IR | İran | Иран | Iran
IT | İtaliya | Италия | Italy
JO | İordaniya | Иордания | Jordan
JP | Yaponiya | Япония | Japan
KE | Keniya | Кения | Kenya
KG | Qırğızıstan | Кыргызстан | Kyrgyzstan
KR | Koreya Respublikası | Республика Корея | Republic of Korea
KZ | Qazaxıstan | Казахстан | Kazakhstan
LB | Livan | Ливан | Lebanon
LK | Şri-Lanka | Шри-Ланка | Sri Lanka
LT | Litva | Литва | Lithuania
LV | Latviya | Латвия | Latvia
MA | Mərakeş | Марокко | Morocco
MD | Moldova | Молдова | Moldova
MK | Şimali Makedoniya | Северная Македония | North Macedonia
MN | Monqolustan | Монголия | Mongolia
NL | Niderland | Нидерланды | Netherlands
NO | Norveç | Норвегия | Norway
NZ | Yeni Zelandiya | Новая Зеландия | New Zealand
PE | Peru | Перу | Peru
PK | Pakistan | Пакистан | Pakistan
PL | Polşa | Польша | Poland
PT | Portuqaliya | Португалия | Portugal
RO | Rumıniya | Румыния | Romania
RS | Serbiya | Сербия | Serbia
RU | Rusiya | Россия | Russia
SA | Səudiyyə Ərəbistanı | Саудовская Аравия | Saudi Arabia
SE | İsveç | Швеция | Sweden
SI | Sloveniya | Словения | Slovenia
SK | Slovakiya | Словакия | Slovakia
SY | Suriya | Сирия | Syria
TH | Tailand | Таиланд | Thailand
TJ | Tacikistan | Таджикистан | Tajikistan
TM | Türkmənistan | Туркменистан | Turkmenistan
TN | Tunis | Тунис | Tunisia
TR | Türkiyə | Турция | Türkiye
UA | Ukrayna | Украина | Ukraine
US | Amerika Birləşmiş Ştatları | Соединённые Штаты Америки | United States of America
UZ | Özbəkistan | Узбекистан | Uzbekistan
VN | Vyetnam | Вьетнам | Viet Nam
ZA | Cənubi Afrika | Южная Африка | South Africa
`);
