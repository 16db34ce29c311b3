import type { Text } from '../../../kernel/finding.ts';

/** Sentences about what a declaration takes from certificates, in the order of the refusal codes of the EU's model. */
export const writeOffFindings = {
  'written-off': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətri bu əməliyyatdan sonra: qalıq {available} kq, bütün bəyannamələr üzrə ayrılıb {reserved} kq, silinib {consumed} kq. Kod: {outcome}.',
    ru: 'Строка {line} сертификата {number} после этого действия: остаток {available} кг, по всем декларациям зарезервировано {reserved} кг, списано {consumed} кг. Код: {outcome}.',
    en: 'Line {line} of certificate {number} after this: {available} kg left, {reserved} kg reserved and {consumed} kg consumed by all declarations. Code: {outcome}.',
  },
  'certificate-unknown': {
    az: '{number} nömrəli sertifikat burada yoxdur. Sertifikatın gəlib-gəlmədiyini və göstərilən yazını yoxlayın. Kod: {outcome}.',
    ru: 'Сертификата {number} здесь нет. Проверьте, получен ли он и верно ли указана запись. Код: {outcome}.',
    en: 'Certificate {number} is not held here. Check whether it has arrived and the record that is named. Code: {outcome}.',
  },
  'certificate-differs': {
    az: 'Göstərilən yazı {issuer} qurumunun {importing} üçün verdiyi {held} nömrəli sertifikatdır. Nömrəni və qurumları ona uyğun göstərin. Kod: {outcome}.',
    ru: 'Указанная запись — сертификат {held}, выданный {issuer} для {importing}. Укажите номер и органы по нему. Код: {outcome}.',
    en: 'The record named is certificate {held}, issued by {issuer} for {importing}. State number and institutions as it does. Code: {outcome}.',
  },
  'commodity-differs': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrində {codes} kodlu mal var, {hs} kodlu deyil. Kodu və ya sətri düzəldin. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq. Kod: {outcome}.',
    ru: 'В строке {line} сертификата {number} указан код {codes}, а не {hs}. Исправьте код или строку. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг. Код: {outcome}.',
    en: 'Line {line} of certificate {number} holds goods with code {codes}, not {hs}. Correct the code or the line. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg. Code: {outcome}.',
  },
  'commodity-unstated': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrində malın kodu göstərilməyib. Malı təsvirinə görə yoxlayın. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq. Kod: {outcome}.',
    ru: 'В строке {line} сертификата {number} код товара не указан. Сверьте товар по описанию. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг. Код: {outcome}.',
    en: 'Line {line} of certificate {number} states no code of its goods. Compare the goods with its description. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg. Code: {outcome}.',
  },
  'certificate-state': {
    az: '{number} nömrəli sertifikatdan hazırkı vəziyyətində daha heç nə ayrılmır. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq. Kod: {outcome}.',
    ru: 'По сертификату {number} в его нынешнем состоянии больше ничего не резервируется. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг. Код: {outcome}.',
    en: 'Nothing more is reserved on certificate {number} in its present state. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg. Code: {outcome}.',
  },
  'certificate-state-consumed': {
    az: 'Ayrılmış miqdar silinir, lakin {number} nömrəli sertifikat artıq bunun üçün açıq deyil. Malın buraxıla biləcəyini yoxlayın. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq. Kod: {outcome}.',
    ru: 'Зарезервированное списывается, но сертификат {number} для этого уже не открыт. Проверьте, можно ли выпустить товар. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг. Код: {outcome}.',
    en: 'What was reserved is consumed, but certificate {number} is no longer open for it. Check whether the goods may be released. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg. Code: {outcome}.',
  },
  'line-standing': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətri: qalıq {available} kq, bütün bəyannamələr üzrə ayrılıb {reserved} kq, silinib {consumed} kq; bu bəyannamə əlavə {asked} kq istəyir. Qalıqdan artıq mal üçün başqa sertifikat göstərin. Kod: {outcome}.',
    ru: 'Строка {line} сертификата {number}: остаток {available} кг, по всем декларациям зарезервировано {reserved} кг, списано {consumed} кг; эта декларация запрашивает ещё {asked} кг. На товар сверх остатка укажите другой сертификат. Код: {outcome}.',
    en: 'Line {line} of certificate {number}: {available} kg left, {reserved} kg reserved and {consumed} kg consumed by all declarations; this one asks for {asked} kg more. For goods beyond what is left, name another certificate. Code: {outcome}.',
  },
  'already-written-off': {
    az: '{declaration} nömrəli bəyannamə {number} nömrəli sertifikatın {line} nömrəli sətrindən {own} kq artıq silib. Mal geri qaytarılmayınca ondan bir də silinmir. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq. Kod: {outcome}.',
    ru: 'Декларация {declaration} уже списала {own} кг по строке {line} сертификата {number}. Пока товар не возвращён, повторного списания нет. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг. Код: {outcome}.',
    en: 'Declaration {declaration} has already consumed {own} kg of line {line} of certificate {number}. It takes no more until goods are returned. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg. Code: {outcome}.',
  },
  'line-unknown': {
    az: '{number} nömrəli sertifikatda kütləsi uçota alınan {line} nömrəli sətir yoxdur. Sətri yoxlayın. Kod: {outcome}.',
    ru: 'В сертификате {number} нет строки {line}, масса которой учитывается. Проверьте строку. Код: {outcome}.',
    en: 'Certificate {number} has no line {line} whose mass is kept. Check the line. Code: {outcome}.',
  },
  'line-stated-twice': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətri iki dəfə göstərilib. Miqdarı bir sətirdə toplayın. Kod: {outcome}.',
    ru: 'Строка {line} сертификата {number} указана дважды. Сложите количество в одной строке. Код: {outcome}.',
    en: 'Line {line} of certificate {number} is stated twice. State the sum once. Code: {outcome}.',
  },
  'unit-unknown': {
    az: '{value} {unit} uçota alınmır. Miqdarı ən çoxu bir milliqram dəqiqliklə GRM, KGM və ya TNE ilə göstərin. Kod: {outcome}.',
    ru: '{value} {unit} не учитывается. Укажите количество в GRM, KGM или TNE с точностью не выше одного миллиграмма. Код: {outcome}.',
    en: '{value} {unit} cannot be kept. State the quantity in GRM, KGM or TNE, to the milligram at most. Code: {outcome}.',
  },
  'institution-not-told': {
    az: '{institution} bu silinməni almır, halbuki o, onun sertifikatına aiddir. Onu alıcılara əlavə edin.',
    ru: '{institution} не получает это списание, хотя оно относится к его сертификату. Добавьте этот орган в получатели.',
    en: '{institution} does not get this write-off, which concerns a certificate of its own. Add it to the recipients.',
  },
  'line-left-out': {
    az: '{declaration} nömrəli bəyannamənin əvvəlki mövqeyində {number} nömrəli sertifikatın {line} nömrəli sətri var (ayrılıb {reserved} kq, silinib {consumed} kq). Onu da göstərin; azad etmək üçün sıfır yazın.',
    ru: 'В прежней позиции декларации {declaration} есть строка {line} сертификата {number} (зарезервировано {reserved} кг, списано {consumed} кг). Укажите и её; чтобы освободить, поставьте ноль.',
    en: 'The former position of declaration {declaration} has line {line} of certificate {number} ({reserved} kg reserved, {consumed} kg consumed). State it too; nought frees it.',
  },
  'act-differs': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətri üzrə ayrılan {before} kq-dan {after} kq-a, silinən {taken} kq-dan {written} kq-a dəyişir: seçilmiş əməliyyat bunu etmir. Əməliyyatı və ya miqdarı düzəldin. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq.',
    ru: 'По строке {line} сертификата {number} резерв меняется с {before} на {after} кг, списание — с {taken} на {written} кг: выбранное действие этого не делает. Исправьте действие или количество. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг.',
    en: 'On line {line} of certificate {number} the reserved amount goes from {before} to {after} kg and the consumed one from {taken} to {written} kg, which the chosen act does not do. Correct the act or the amounts. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg.',
  },
  'not-reserved': {
    az: '{number} nömrəli sertifikatın {line} nömrəli sətrində bu bəyannamə {own} kq ayırıb, silmək istədiyi isə {asked} kq-dır. Əvvəlcə ayırın. Qalıq: {available} kq, ayrılıb: {reserved} kq, silinib: {consumed} kq.',
    ru: 'По строке {line} сертификата {number} эта декларация зарезервировала {own} кг, а списать просит {asked} кг. Сначала зарезервируйте. Остаток: {available} кг, зарезервировано: {reserved} кг, списано: {consumed} кг.',
    en: 'This declaration has reserved {own} kg of line {line} of certificate {number} and asks to consume {asked} kg. Reserve first. Left: {available} kg, reserved: {reserved} kg, consumed: {consumed} kg.',
  },
  'nothing-changes': {
    az: '{declaration} nömrəli bəyannamənin mövqeyi dəyişmir. Miqdarı düzəldin və ya yazını göndərməyin.',
    ru: 'Позиция декларации {declaration} не меняется. Исправьте количество или не отправляйте запись.',
    en: 'The position of declaration {declaration} does not change. Correct the amounts or leave the record out.',
  },
  'declaration-office-wrong': {
    az: '{declaration} nömrəsi heç bir gömrük orqanının kodu ilə başlamır. Nömrəni düzəldin.',
    ru: 'Номер {declaration} не начинается с кода таможенного органа. Исправьте номер.',
    en: 'Number {declaration} begins with the code of no customs office. Correct the number.',
  },
  'manifest-unknown': {
    az: 'Göstərilən yazı bu xidmətə göndərilmiş manifest deyil və ya burada yoxdur. Yazını düzəldin və ya göstərməyin.',
    ru: 'Указанная запись — не манифест, направленный этой службе, или её здесь нет. Исправьте запись или не указывайте её.',
    en: 'The record named is no manifest sent to this service, or is not held here. Correct it or leave it out.',
  },
  'manifest-changes': {
    az: '{declaration} nömrəli bəyannamənin götürdüyü miqdar başqa mala aiddir: onun əvvəlki mövqeyində başqa manifest göstərilib və ya manifest olmadan silinmə var. Həmin manifesti olduğu kimi göstərin; başqası üçün götürməzdən əvvəl ayrılanı azad edin, silinəni geri yazın.',
    ru: 'Количество по декларации {declaration} относится к другому товару: в её прежней позиции указан другой манифест или есть списание без манифеста. Оставьте манифест прежним; прежде чем брать для другого, снимите резерв и восстановите списанное.',
    en: 'What declaration {declaration} takes belongs to other goods: its former position names another manifest, or has consumed without one. Leave the manifest as it was; free what is reserved and credit back what is consumed before it takes for another.',
  },
} satisfies Record<string, Text>;
