import { table } from '../../../kernel/words/table.ts';

/** Words for our own names of values, by type. */
export const growerKinds = table(`
grower | istehsalçı | производитель | grower
cooperative | kooperativ | кооператив | cooperative
greenhouse | istixana | теплица | greenhouse
orchard | bağ | сад | orchard
field | tarla | поле | field
packing-house | qablaşdırma məntəqəsi | упаковочный пункт | packing house
`);

export const growerStatuses = table(`
active | qüvvədədir | действует | active
ceased | xitam verilib | прекращена | ceased
`);

export const obligationKinds = table(`
admitted-grower | idxala buraxılmış istehsalçı | допущенный производитель | admitted grower
declaration | əlavə bəyanat | дополнительная декларация | additional declaration
laboratory-test | laboratoriya müayinəsi | лабораторное исследование | laboratory test
checkpoints | müəyyən edilmiş buraxılış məntəqələri | определённые пункты пропуска | certain checkpoints
transport | daşınma şərtləri | условия перевозки | conditions of transport
grower-mark | qablaşdırmada istehsalçının nişanı | знак производителя на упаковке | mark of the grower on packages
season-window | ilin müəyyən dövrü | определённый период года | certain days of the year
age | ən çoxu neçə gün əvvəl | предельный срок давности | greatest age
prior-notice | ilkin bildiriş | предварительное уведомление | prior notice
origin-control | mənşəyə nəzarət göstəriciləri | показатели контроля происхождения | figures of origin control
`);

export const ageOf = table(`
inspection | yoxlamadan | от досмотра | inspection
certificate | sertifikatın imzalanmasından | от подписания сертификата | signing of the certificate
`);

export const decisionKinds = table(`
recognise | sertifikat tanınır | сертификат признан | certificate recognised
refuse | sertifikatın tanınmasından imtina | в признании сертификата отказано | certificate refused
query | sorğu | запрос | query
`);

export const inspectionResults = table(`
hold | nümunələrin nəticəsinə qədər saxlanılıb | задержано до результата проб | held until samples are examined
release | buraxılıb | выпущено | released
release-part | qismən buraxılıb | выпущено частично | released in part
reject | buraxılmayıb | не выпущено | rejected
`);

export const checkResults = table(`
conform | uyğundur | соответствует | conforms
not-conform | uyğun deyil | не соответствует | does not conform
not-done | aparılmayıb | не проводилась | not done
`);

export const testResults = table(`
not-detected | aşkar edilməyib | не обнаружен | not detected
detected | aşkar edilib | обнаружен | detected
inconclusive | nəticə qeyri-müəyyəndir | результат неопределённый | inconclusive
`);

export const purposes = table(`
export | ixracdan əvvəl | перед экспортом | before export
import | idxalda | при ввозе | at import
counter-sample | arbitraj nümunəsi | арбитражная проба | counter-sample
`);

export const unitKinds = table(`
wagon | vaqon | вагон | wagon
container | konteyner | контейнер | container
vehicle | avtomobil | автомобиль | vehicle
trailer | qoşqu | прицеп | trailer
hold | gəminin anbarı | трюм | ship's hold
air-unit | hava yükü qabı | авиационное грузовое средство | air cargo unit
`);

export const emergencyActions = table(`
refuse | idxaldan imtina | отказ во ввозе | entry refused
treat | zərərsizləşdirmə | обеззараживание | treatment
destroy | məhv etmə | уничтожение | destruction
return | geri qaytarma | возврат | return
none | tədbir görülməyib | мера не применялась | none
`);

export const replyKinds = table(`
acknowledge | alındığının təsdiqi | подтверждение получения | acknowledgement
investigate | araşdırmanın nəticəsi | результат расследования | outcome of the investigation
dispute | etiraz | возражение | dispute
appeal | apellyasiya şikayəti | апелляция | appeal
`);

export const rulingKinds = table(`
demand | araşdırmanın tələb edilməsi | требование расследования | investigation demanded
uphold | aşkarlanmanın qüvvədə saxlanılması | выявление оставлено в силе | find upheld
reverse | aşkarlanmanın ləğvi | выявление отменено | find reversed
close | işin bağlanması | закрытие дела | case closed
`);
