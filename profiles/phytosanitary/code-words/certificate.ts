import { table } from '../../../kernel/words/table.ts';

/** UN 4405, with the meaning that certificate systems give them. */
export const statuses = table(`
1 | yeni | новый | new
35 | təyinat yerinə göndərilib | направлен в место назначения | forwarded to destination
39 | təsdiq edilib | утверждён | approved
40 | geri götürülüb | отозван | withdrawn
41 | rədd edilib | отклонён | rejected
42 | təsdiq gözləyir | ожидает утверждения | approval pending
44 | əvəz edilib | заменён | replaced
47 | layihə | проект | draft
55 | silinib | удалён | deleted
64 | ləğv edilib | аннулирован | cancelled
97 | davamı gözlənilir | ожидает продолжения | pending
99 | tranzit | транзит | in transit
122 | qismən rədd edilib | отклонён частично | partly rejected
124 | köçürülmə | передача | for transfer
146 | başqa vasitəyə yüklənib | перегружен | transhipped
`);

/** UNECE Rec. 19. */
export const modes = table(`
1 | dəniz nəqliyyatı | морской транспорт | maritime transport
2 | dəmir yolu nəqliyyatı | железнодорожный транспорт | rail transport
3 | avtomobil nəqliyyatı | автомобильный транспорт | road transport
4 | hava nəqliyyatı | воздушный транспорт | air transport
5 | poçt | почтовое отправление | mail
6 | multimodal daşıma | мультимодальная перевозка | multimodal transport
7 | stasionar nəqliyyat qurğuları | стационарные транспортные установки | fixed transport installations
8 | daxili su nəqliyyatı | внутренний водный транспорт | inland water transport
9 | tətbiq edilmir | не применяется | not applicable
`);

/** UN 7075. */
export const levels = table(`
1 | daxili | внутренняя | inner
2 | aralıq | промежуточная | intermediate
3 | xarici | наружная | outer
4 | səviyyəsiz | без уровней | no packaging hierarchy
5 | göndəriş | отправка в целом | shipment level
`);

/** UN 7187: processes that treat plants; others are shown by their code. */
export const treatments = table(`
7 | dondurma | замораживание | freezing
14 | istiliklə sterilizasiya | тепловая стерилизация | heat sterilisation
15 | kimyəvi sterilizasiya | химическая стерилизация | chemical sterilisation
16 | fumiqasiya | фумигация | fumigation
17 | şüalandırma | облучение | irradiation
32 | soyutma | охлаждение | chilling
38 | konservləşdirmə | консервирование | preserving
39 | emal | переработка | processing
45 | zərərsizləşdirmə | обработка | treating
46 | üyütmə | размол | grinding
59 | bioloji emal | биологическая обработка | biological treatment
69 | növü göstərilməyib | вид не указан | unspecified treatment
74 | soyuqla emal | обработка холодом | cold treatment
75 | isti hava ilə emal | обработка горячим воздухом | hot air treatment
76 | isti su ilə emal | обработка горячей водой | hot water treatment
77 | metil bromidlə emal | обработка бромистым метилом | methyl bromide treatment
78 | fosfinlə emal | обработка фосфином | phosphine treatment
79 | lətdən təmizləmə | удаление мякоти | depulping
80 | əl ilə kənarlaşdırma | удаление вручную | manual removal
81 | sulfuril ftoridlə fumiqasiya | фумигация сульфурилфторидом | sulfuryl fluoride fumigation
82 | buxarla emal | обработка паром | steam treatment
83 | isti buxar | влажный пар | vapour heat
85 | qaynatma | кипячение | boiling
87 | xırdalama | измельчение в щепу | chipping
88 | təmizləmə | очистка | cleaning
90 | susuzlaşdırma | обезвоживание | dehydration
91 | cücərmə qabiliyyətinin aradan qaldırılması | лишение всхожести | devitalisation
92 | dezinfeksiya | дезинфекция | disinfection
93 | qurutma | сушка | drying
95 | istiliklə emal | тепловая обработка | heat treatment
96 | qabıqdan təmizləmə | шелушение | husking
98 | çərdəkdən çıxarma | лущение | shelling
99 | yuma | мойка | washing
101 | pasterizasiya | пастеризация | pasteurisation
ZZZ | xüsusiyyətlərdə göstərilib | указано в условиях | given by its conditions
`);

/** ePhyto tags of what is said of a treatment. */
export const treatmentTags = table(`
TTL1 | üsulun birinci səviyyəsi | вид обработки, первый уровень | kind of treatment, first level
TTL2 | üsulun ikinci səviyyəsi | вид обработки, второй уровень | kind of treatment, second level
TTCH | kimyəvi maddə (təsiredici maddə) | химикат (действующее вещество) | chemical (active ingredient)
TTTM | temperatur | температура | temperature
TTCO | qatılıq | концентрация | concentration
TTAI | əlavə məlumat | дополнительная информация | additional information
TTFT | tam mətn | полный текст | full text
`);

/** UN 9417. */
export const actions = table(`
1 | rəsmiləşdirmə | оформление | clearance
2 | saxlama | задержание | detention
3 | fumiqasiya | фумигация | fumigation
4 | yoxlama | досмотр | inspection
5 | mühafizə | охрана | security
6 | nəqliyyat vasitəsinin buraxılması | допуск транспортного средства | means of transport admittance
7 | yük anbarının yoxlanılması | досмотр грузового трюма | cargo hold inspection
8 | konteynerin yoxlanılması | досмотр контейнера | container inspection
9 | qablaşdırmanın yoxlanılması | досмотр упаковки груза | cargo packaging inspection
10 | ixrac sertifikatı tələb olunmur | экспортный сертификат не требуется | export certificate not required
`);

/** UN 1001: documents that go with certificates; others are shown by their code. */
export const documentTypes = table(`
271 | qablaşdırma vərəqəsi | упаковочный лист | packing list
380 | hesab-faktura | коммерческий счёт | commercial invoice
657 | təkrar ixrac üçün fitosanitar sertifikat | реэкспортный фитосанитарный сертификат | phytosanitary certificate for re-export
705 | konosament | коносамент | bill of lading
720 | dəmir yolu qaiməsi | железнодорожная накладная | rail consignment note
730 | avtomobil qaiməsi | автодорожная накладная | road consignment note
740 | hava qaiməsi | авианакладная | air waybill
851 | fitosanitar sertifikat | фитосанитарный сертификат | phytosanitary certificate
856 | yoxlama sertifikatı | сертификат досмотра | inspection certificate
861 | mənşə sertifikatı | сертификат происхождения | certificate of origin
911 | idxal icazəsi | разрешение на ввоз | import licence
`);

/** UN 1153. */
export const relationships = table(`
AWR | ilkin sənəd | первоначальный документ | original document
ZZZ | qarşılıqlı müəyyən edilmiş | по взаимному определению | mutually defined
`);

/** UNECE Rec. 20: units of mass, volume, pieces, and of treatments. */
export const units = table(`
GRM | q | г | g
KGM | kq | кг | kg
TNE | t | т | tonnes
H87 | ədəd | шт. | pieces
MMQ | mm³ | мм³ | mm³
CMQ | sm³ | см³ | cm³
MLT | ml | мл | ml
DMQ | dm³ | дм³ | dm³
LTR | l | л | litres
HLT | hl | гл | hl
MTQ | m³ | м³ | m³
FTQ | kub fut | куб. фут | ft³
SEC | saniyə | с | s
MIN | dəqiqə | мин | min
HUR | saat | ч | h
DAY | gün | сут. | d
WEE | həftə | нед. | wk
MON | ay | мес. | mo
CEL | °C | °C | °C
FAH | °F | °F | °F
KEL | K | К | K
A93 | q/m³ | г/м³ | g/m³
GL | q/l | г/л | g/l
GP | mq/m³ | мг/м³ | mg/m³
M1 | mq/l | мг/л | mg/l
A95 | Qr | Гр | Gy
P1 | % | % | %
59 | ppm | млн⁻¹ | ppm
`);
