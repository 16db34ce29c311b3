import type { Text } from '../../../kernel/finding.ts';

/** The first page. `{corridor}` is filled with the names of the two countries. */
export const homeWords = {
  title: {
    az: 'İki ölkə arasında imzalanmış elektron sənədlər',
    ru: 'Подписанные электронные документы между двумя странами',
    en: 'Signed electronic documents between two countries',
  },
  description: {
    az: 'Sənədin həqiqiliyini və vəziyyətini yoxlayın.',
    ru: 'Проверка подлинности и состояния документа.',
    en: 'Check whether a document is authentic, and its state.',
  },
  lead: {
    az: 'Bu server {corridor} dəhlizinin qurumlarına məxsusdur. Onlar rəsmi sənədləri burada verir, bir-birinə göndərir və qəbul edir. Belə sənədi əlində tutan hər kəs onu özü yoxlaya bilər: qeydiyyat və ödəniş olmadan.',
    ru: 'Это сервер учреждений коридора {corridor}. Здесь они выдают официальные документы, направляют их друг другу и принимают. Каждый, у кого есть такой документ, может проверить его сам: без регистрации и бесплатно.',
    en: 'This is a server of the {corridor} corridor. Its institutions issue official documents here, send them to each other and receive them. Whoever holds such a document can check it: free of charge, without registration.',
  },
  check: { az: 'Sənədi yoxlayın', ru: 'Проверьте документ', en: 'Check a document' },
  checkHow: {
    az: 'Kağızdakı kodu kamera ilə oxudun, PDF faylını əlavə edin və ya nömrəni və yoxlama kodunu daxil edin. İmza, açarlar və jurnal brauzerinizdə yoxlanılır; səhifə nəyin təsdiqləndiyini, nəyin təsdiqlənmədiyini sadə sözlərlə deyir.',
    ru: 'Отсканируйте код на бумаге камерой, добавьте файл PDF или введите номер и проверочный код. Подпись, ключи и журнал проверяются в вашем браузере; страница простыми словами скажет, что подтвердилось, а что нет.',
    en: 'Scan the code on the paper with a camera, add the PDF file, or enter the number and the check code. Signature, keys and log are verified in your browser; the page says in plain words what holds and what does not.',
  },
  checkButton: { az: 'Yoxlamağa başlamaq', ru: 'Начать проверку', en: 'Start the check' },
  statusButton: { az: 'Yalnız vəziyyəti soruşmaq', ru: 'Узнать только состояние', en: 'Ask for the state only' },
  institutions: { az: 'Qurumlar üçün', ru: 'Учреждениям', en: 'For institutions' },
  institutionsHow: {
    az: 'Qurumun əməkdaşları və müraciət edənlər brauzerdəki iş yerinə giriş açarı ilə, parolsuz daxil olur. Proqramlar API vasitəsilə qoşulur.',
    ru: 'Сотрудники учреждений и заявители входят в рабочее место в браузере с ключом доступа, без пароля. Программы подключаются через API.',
    en: 'Officers and applicants sign in to the workbench in the browser with a passkey, without a password. Programs connect through the API.',
  },
  signIn: { az: 'Daxil olmaq', ru: 'Войти', en: 'Sign in' },
  tryHow: {
    az: 'Bu, nümayiş serveridir: istənilən rolda bir dəfə basmaqla daxil olun və qeydin yolunu müraciətdən qərara qədər izləyin.',
    ru: 'Это демонстрационный сервер: войдите одним нажатием в любой роли и пройдите путь записи от заявления до решения.',
    en: 'This is a demonstration server: come in with one press in any role, and follow a record from the application to the decision.',
  },
  tryButton: { az: 'Rolu seçib daxil olmaq', ru: 'Выбрать роль и войти', en: 'Choose a role and come in' },
  developers: { az: 'Tərtibatçılar üçün', ru: 'Разработчикам', en: 'For developers' },
  developersHow: {
    az: 'Sistem açıq mənbəlidir. Öz proqramınızı qoşa və ya yoxlamanı özünüz yaza bilərsiniz.',
    ru: 'Система с открытым исходным кодом. Можно подключить свою программу или самостоятельно реализовать проверку.',
    en: 'The system is open source. Connect a program of your own, or write the verification yourself.',
  },
  api: { az: 'API təsviri', ru: 'Описание API', en: 'Description of the API' },
  protocol: { az: 'Protokol', ru: 'Протокол', en: 'The protocol' },
  trust: { az: 'Etimad siyahısı (JSON)', ru: 'Список доверия (JSON)', en: 'The trust list (JSON)' },
  parties: { az: 'Dəhlizin qurumları', ru: 'Учреждения коридора', en: 'Institutions of the corridor' },
  here: { az: 'bu serverdə', ru: 'на этом сервере', en: 'on this server' },
  none: {
    az: 'Etimad siyahısında hələ heç bir qurum yoxdur.',
    ru: 'В списке доверия пока нет учреждений.',
    en: 'The trust list names no institution yet.',
  },
  keys: {
    az: 'Onların açarları və müstəqil yoxlama qaydası',
    ru: 'Их ключи и порядок независимой проверки',
    en: 'Their keys, and how to verify independently',
  },
} satisfies Record<string, Text>;
