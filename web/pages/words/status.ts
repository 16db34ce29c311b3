import type { Text } from '../../../kernel/finding.ts';

/** The page that tells the state of a document. */
export const statusWords = {
  title: { az: 'Sənədin vəziyyəti', ru: 'Состояние документа', en: 'Document status' },
  description: {
    az: 'Nömrə və yoxlama kodu ilə sənədin vəziyyətini soruşun.',
    ru: 'Состояние документа по номеру и проверочному коду.',
    en: 'The state of a document, by its number and check code.',
  },
  lead: {
    az: 'Sənəd verildikdən sonra geri götürülə, əvəz edilə və ya qarşı tərəfdə qərar alına bilər. Nömrə və yoxlama kodu sənədin üzərində, kvadrat kodun yanında çap olunub.',
    ru: 'После выдачи документ может быть отозван, заменён, или по нему может быть принято решение другой стороны. Номер и проверочный код напечатаны на документе рядом с квадратным кодом.',
    en: 'After it was issued, a document may have been withdrawn or replaced, or the other side may have decided on it. The number and the check code are printed on the document, beside the square code.',
  },
  number: { az: 'Sənədin nömrəsi', ru: 'Номер документа', en: 'Number of the document' },
  numberHint: {
    az: 'Çap olunduğu kimi. Böyük və kiçik hərflər fərqləndirilmir.',
    ru: 'Как напечатано. Заглавные и строчные буквы не различаются.',
    en: 'As printed. Capital and small letters are alike.',
  },
  code: { az: 'Yoxlama kodu', ru: 'Проверочный код', en: 'Check code' },
  codeHint: {
    az: '12 hərf və rəqəm, məsələn: K7QM-2D4X-9RWA.',
    ru: '12 букв и цифр, например: K7QM-2D4X-9RWA.',
    en: '12 letters and digits, such as K7QM-2D4X-9RWA.',
  },
  ask: { az: 'Vəziyyəti soruşmaq', ru: 'Узнать состояние', en: 'Ask for the state' },
  again: { az: 'Başqa sənədi soruşmaq', ru: 'Спросить о другом документе', en: 'Ask about another document' },
  notAsked: {
    az: 'Sorğu göndərilmədi. Qeyd olunan sahələri düzəldin:',
    ru: 'Запрос не выполнен. Исправьте отмеченные поля:',
    en: 'The question was not put. Correct the fields that are marked:',
  },
  numberMissing: {
    az: 'Sənədin nömrəsini daxil edin.',
    ru: 'Введите номер документа.',
    en: 'Enter the number of the document.',
  },
  numberLong: {
    az: 'Nömrə 100 işarədən uzun ola bilməz.',
    ru: 'Номер не может быть длиннее 100 знаков.',
    en: 'The number cannot be longer than 100 characters.',
  },
  codeMissing: { az: 'Yoxlama kodunu daxil edin.', ru: 'Введите проверочный код.', en: 'Enter the check code.' },
  codeForm: {
    az: 'Yoxlama kodu 12 hərf və rəqəmdən ibarətdir; onda U hərfi olmur. Onu sənədlə tutuşdurun.',
    ru: 'Проверочный код состоит из 12 латинских букв и цифр; буквы U в нём нет. Сверьте его с документом.',
    en: 'The check code has 12 letters and digits; the letter U is not among them. Compare it with the document.',
  },
  unknown: {
    az: 'Bu nömrə və bu yoxlama kodu ilə sənəd tapılmadı',
    ru: 'Документ с таким номером и таким проверочным кодом не найден',
    en: 'No document with this number and this check code was found',
  },
  unknownWhy: {
    az: 'Hər ikisini sənədlə işarə-işarə tutuşdurun. Bu server yalnız öz qurumlarının verdiyi və ya aldığı sənədləri tanıyır; hansının səhv olduğunu heç kimə demir. Yenə tapılmazsa, sənədə etibar etməyin və onu verən quruma müraciət edin.',
    ru: 'Сверьте оба значения с документом знак за знаком. Этот сервер знает только документы, которые выдали или получили его учреждения, и никому не сообщает, что именно неверно. Если документ снова не найден, не полагайтесь на него и обратитесь в учреждение, которое его выдало.',
    en: 'Compare both with the document, character by character. This server knows only documents that its own institutions issued or received, and tells nobody which of the two is wrong. If it is still not found, do not rely on the document and ask the institution that issued it.',
  },
  tooMany: { az: 'Həddindən artıq sorğu', ru: 'Слишком много запросов', en: 'Too many questions' },
  state: { az: 'Vəziyyət', ru: 'Состояние', en: 'State' },
  revoked: {
    az: 'Bu sənəd artıq nəzərə alınmır. Ona istinad etməyin.',
    ru: 'Этот документ больше не учитывается. Не полагайтесь на него.',
    en: 'This document counts no more. Do not rely on it.',
  },
  standing: {
    az: 'Göstərilən vaxtlara olan vəziyyətdir; sonradan dəyişə bilər.',
    ru: 'Состояние на указанное ниже время; позднее оно могло измениться.',
    en: 'The state as of the times below; it may change later.',
  },
  document: { az: 'Sənəd', ru: 'Документ', en: 'Document' },
  issuer: { az: 'Verən qurum', ru: 'Кем выдан', en: 'Issued by' },
  since: {
    az: 'Vəziyyətin bildirilmiş başlanğıcı',
    ru: 'Заявленное начало состояния',
    en: 'In this state since, as stated',
  },
  asked: { az: 'Sorğunun vaxtı', ru: 'Время запроса', en: 'Asked' },
  asOf: { az: 'Bu vəziyyət nəyə əsaslanır', ru: 'На чём основано это состояние', en: 'What this state rests on' },
  asOfHow: {
    az: 'Tərəflər arasındakı kanalların hər iki tərəfin imzaladığı son ölçüləri. Bundan sonra göndərilmiş heç nə bu cavaba daxil deyil.',
    ru: 'Последние размеры каналов между сторонами, подписанные обеими. Всё, что отправлено позднее, в этом ответе не учтено.',
    en: 'The last sizes of the channels between the parties that both have signed. Nothing that was sent later is in this answer.',
  },
  size: { az: 'Qeydlərin sayı', ru: 'Записей', en: 'Entries' },
  time: { az: 'İmzalanma vaxtı', ru: 'Подписано', en: 'Signed' },
  noChannels: {
    az: 'Qarşı tərəf hələ heç bir qeydin alındığını təsdiq etməyib: bu vəziyyəti yalnız sənədi verən bildirir.',
    ru: 'Другая сторона ещё не подтвердила получение ни одной записи: это состояние сообщает только выдавшая сторона.',
    en: 'The other side has not confirmed the receipt of anything yet: this state is told by the issuing side alone.',
  },
  word: {
    az: 'Bu cavab serverin sözüdür, sübut deyil. Sənədin həqiqiliyini bu səhifə yoxlamır.',
    ru: 'Этот ответ есть слово сервера, а не доказательство. Подлинность документа эта страница не проверяет.',
    en: 'This answer is the word of the server, not a proof. Whether the document is authentic this page does not verify.',
  },
  verify: {
    az: 'Sənədin həqiqiliyini yoxlamaq',
    ru: 'Проверить подлинность документа',
    en: 'Verify that the document is authentic',
  },
  independent: {
    az: 'Bu serverə etibar etmədən necə yoxlamaq olar',
    ru: 'Как проверить, не доверяя этому серверу',
    en: 'How to verify without trusting this server',
  },
} satisfies Record<string, Text>;
