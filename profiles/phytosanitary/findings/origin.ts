import type { Text } from '../../../kernel/finding.ts';

/** A signal: figures and how they were computed, with the requirement that asks for it. */
const signalled = (az: string, ru: string, en: string): Text => ({
  az: `${az} Tələb {number}: “{text}”.`,
  ru: `${ru} Требование {number}: «{text}».`,
  en: `${en} Requirement {number}: “{text}”.`,
});

/** Sentences about signals of origin control. */
export const originFindings = {
  'origin-over-capacity': signalled(
    '{grower}: {season} mövsümündə {product} üzrə {certified} t təsdiqlənib, bəyan edilmiş həcm {capacity} t-dur. Hesablama: mövsümün sertifikatları bununla birlikdə, hesablaşma ilə qaytarılan çıxılmaqla.',
    '{grower}: в сезоне {season} по продукции {product} удостоверено {certified} т при заявленном объёме {capacity} т. Расчёт: сертификаты сезона вместе с этим за вычетом возвращённого расчётами.',
    '{grower}: {certified} t of {product} certified in season {season}, with a declared capacity of {capacity} t. Computed from the season’s certificates with this one, less what settlements gave back.',
  ),
  'origin-over-yield': signalled(
    '{grower}: {season} mövsümündə {product} üzrə {area} ha sahədən {certified} t təsdiqlənib, yəni hektardan {reached} t; inandırıcı hədd {limit} t-dur. Hesablama: mövsümdə təsdiqlənən bununla birlikdə, qeydiyyatdakı sahəyə bölünməklə.',
    '{grower}: в сезоне {season} по продукции {product} с площади {area} га удостоверено {certified} т, то есть {reached} т с гектара; правдоподобный предел {limit} т. Расчёт: удостоверенное за сезон вместе с этим, делённое на площадь по регистрации.',
    '{grower}: {certified} t of {product} certified in season {season} from {area} ha, which is {reached} t a hectare; the credible limit is {limit} t. Computed as certified in the season with this certificate, divided by the registered area.',
  ),
  'origin-week-share': signalled(
    '{grower}: {week} həftəsində {product} üzrə {shipped} t göndərilib, bu, bəyan edilmiş {capacity} t həcmin {share} faizidir; hədd {limit} faizdir. Hesablama: həftənin sertifikatları bununla birlikdə.',
    '{grower}: за неделю {week} по продукции {product} отгружено {shipped} т, это {share} % заявленного объёма {capacity} т; предел {limit} %. Расчёт: сертификаты недели вместе с этим.',
    '{grower}: {shipped} t of {product} shipped in week {week}, {share} % of the declared capacity of {capacity} t; the limit is {limit} %. Computed from the week’s certificates with this one.',
  ),
  'origin-week-rise': signalled(
    '{grower}: {week} həftəsində {product} üzrə {shipped} t göndərilib, əvvəlki orta göstərici {mean} t-dan {rise} faiz çox; hədd {limit} faizdir. Hesablama: əvvəlki dörd həftədən göndəriş olan həftələrin ({weeks}) ortası.',
    '{grower}: за неделю {week} по продукции {product} отгружено {shipped} т, на {rise} % больше прежнего среднего {mean} т; предел {limit} %. Расчёт: среднее по тем из четырёх предыдущих недель, в которые были отгрузки ({weeks}).',
    '{grower}: {shipped} t of {product} shipped in week {week}, {rise} % above the earlier mean of {mean} t; the limit is {limit} %. Computed as the mean of those of the four weeks before that had shipments ({weeks}).',
  ),
  'origin-after-suspension': signalled(
    '{grower}: {other} {day} tarixində dayandırıldıqdan sonra {product} üzrə həftəlik orta göndəriş {before} t-dan {after} t-a artıb; {other} əvvəllər həftədə {theirs} t göndərirdi (ortaq: {shared}). Hesablama: dayandırılmadan əvvəlki dörd həftə və ondan sonrakı həftələr ({weeks}) bu sertifikatla birlikdə; hədd {limit} faiz, digərinin həcminin yarısı və bu sertifikatın malıdır.',
    '{grower}: после приостановки {other} {day} среднее за неделю по продукции {product} выросло с {before} т до {after} т; {other} прежде отгружал {theirs} т в неделю (общее: {shared}). Расчёт: четыре недели до приостановки и недели после неё ({weeks}) вместе с этим сертификатом; предел {limit} %, половина объёма другого и товар этого сертификата.',
    '{grower}: since {other} was suspended on {day}, the weekly mean of {product} rose from {before} t to {after} t; {other} used to ship {theirs} t a week (in common: {shared}). Computed from the four weeks before the suspension and the weeks after it ({weeks}) with this certificate; the limits are {limit} %, half of the other’s volume, and the goods of this certificate.',
  ),
  'vehicle-twice': signalled(
    '{vehicle} {days} gün əvvəl ({day}) {certificate} nömrəli sertifikatla yola çıxıb; yenidən ən azı {limit} gündən sonra gözlənilir. Hesablama: bu nömrənin son sertifikatının imzalanma günü.',
    '{vehicle} уже следовал по сертификату {certificate} {day}, дней назад: {days}; повторно ожидается не ранее чем через {limit}. Расчёт: день подписания последнего сертификата с этим номером.',
    '{vehicle} was under way with certificate {certificate} on {day} (days ago: {days}); it is expected again after {limit} days at the earliest. Computed from the day of signing of the last certificate with this number.',
  ),
  'wagon-two-growers': signalled(
    '{unit} daxilində bir neçə istehsalçının məhsulu var: {growers}. Hesablama: bu sertifikatın həmin vahiddəki sətirləri.',
    'В единице {unit} товар нескольких производителей: {growers}. Расчёт: строки этого сертификата в данной единице.',
    '{unit} holds the goods of several growers: {growers}. Computed from the lines of this certificate in that unit.',
  ),
} satisfies Record<string, Text>;

/** Codes of all signals. */
export const originSignals: readonly string[] = Object.keys(originFindings);
