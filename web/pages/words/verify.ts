import type { Text } from '../../../kernel/finding.ts';

/** The page that verifies, as it is sent; what it says while it works stands in `web/verify/words`. */
export const verifyWords = {
  title: { az: 'Sənədin yoxlanılması', ru: 'Проверка документа', en: 'Check a document' },
  description: {
    az: 'Sənədin həqiqiliyi və vəziyyəti: kodu oxudun və ya faylı seçin. Yoxlama brauzerdə aparılır.',
    ru: 'Подлинность и состояние документа: отсканируйте код или выберите файл. Проверка идёт в браузере.',
    en: 'Authenticity and state of a document: scan its code or choose a file. It is checked in the browser.',
  },
  lead: {
    az: 'Sənəd bu cihazda, brauzerin özündə yoxlanılır: fayl və kod heç yerə göndərilmir. Sonra serverdən yalnız vəziyyəti soruşulur.',
    ru: 'Документ проверяется на этом устройстве, в самом браузере: файл и код никуда не отправляются. Затем у сервера запрашивается только состояние.',
    en: 'The document is checked on this device, in the browser itself: neither file nor code is sent anywhere. Then the server is asked for its state alone.',
  },
  starting: {
    az: 'Səhifə hazırlanır. Burada başqa heç nə görünmürsə, skriptlər söndürülüb və ya brauzer çox köhnədir:',
    ru: 'Страница готовится. Если здесь больше ничего не появляется, скрипты отключены или браузер слишком старый:',
    en: 'The page is getting ready. If nothing else appears here, scripts are off or the browser is too old:',
  },
  startingLink: {
    az: 'vəziyyəti nömrə və yoxlama kodu ilə soruşun',
    ru: 'запросите состояние по номеру и проверочному коду',
    en: 'ask for the state by number and check code',
  },
  ways: { az: 'Sənədi göstərin', ru: 'Покажите документ', en: 'Show the document' },
  scan: { az: 'Kodu oxutmaq', ru: 'Отсканировать код', en: 'Scan the code' },
  scanHow: {
    az: 'Sənəddəki kvadrat kodu kameraya tutun. Şəbəkə olmasa da işləyir.',
    ru: 'Поднесите к камере квадратный код на документе. Работает и без сети.',
    en: 'Hold the square code of the document before the camera. It works without a network, too.',
  },
  cameraStart: { az: 'Kameranı açmaq', ru: 'Включить камеру', en: 'Open the camera' },
  cameraStop: { az: 'Kameranı bağlamaq', ru: 'Выключить камеру', en: 'Close the camera' },
  cameraPicture: { az: 'Kameranın görüntüsü', ru: 'Изображение с камеры', en: 'Camera picture' },
  light: { az: 'İşıq', ru: 'Подсветка', en: 'Light' },
  file: { az: 'Faylı yoxlamaq', ru: 'Проверить файл', en: 'Check a file' },
  fileHow: {
    az: 'PDF, sübut faylı, imzalanmış qeyd və ya kodun şəkli. Faylı bura sürükləmək və ya yerləşdirmək də olar.',
    ru: 'PDF, файл доказательств, подписанная запись или изображение кода. Файл можно и перетащить сюда или вставить.',
    en: 'A PDF, an evidence file, a signed record or a picture of the code. It can be dropped here or pasted, too.',
  },
  fileLabel: { az: 'Fayl seçin', ru: 'Выберите файл', en: 'Choose the file' },
  typed: { az: 'Nömrə və yoxlama kodu', ru: 'Номер и проверочный код', en: 'Number and check code' },
  typedHow: {
    az: 'Hər ikisi sənəddə çap olunub. Bunun üçün şəbəkə lazımdır.',
    ru: 'Оба напечатаны на документе. Для этого нужна сеть.',
    en: 'Both are printed on the document. This needs a network.',
  },
  number: { az: 'Sənədin nömrəsi', ru: 'Номер документа', en: 'Document number' },
  code: { az: 'Yoxlama kodu', ru: 'Проверочный код', en: 'Check code' },
  check: { az: 'Yoxlamaq', ru: 'Проверить', en: 'Check' },
  text: { az: 'Kodun mətnini yerləşdirmək', ru: 'Вставить текст кода', en: 'Paste the text of the code' },
  textLabel: {
    az: 'Kodun və ya imzalanmış qeydin mətni',
    ru: 'Текст кода или подписанной записи',
    en: 'Text of the code or of the signed record',
  },
  resultLabel: { az: 'Yoxlamanın nəticəsi', ru: 'Результат проверки', en: 'Result of the check' },
  trust: { az: 'Bu yoxlama nəyə əsaslanır', ru: 'На что опирается эта проверка', en: 'What this check rests on' },
  host: {
    az: 'Bu səhifə və ilk girişdəki etimad siyahısı bu serverdən gəlir: onlardan istifadə edən həmin serverə etibar edir. Serverdən asılı olmayan yoxlama əmr sətri ilə, etibarlı yolla alınmış əsas açarlarla aparılır:',
    ru: 'Эта страница и список доверия при первом посещении получены с этого сервера: кто ими пользуется, доверяет ему. Независимая от сервера проверка выполняется в командной строке с главными ключами, полученными надёжным путём:',
    en: 'This page, and the trust list of the first visit, come from this server: whoever uses them trusts it. The check that depends on no server is the command line, with anchor keys obtained in a trustworthy way:',
  },
  files: {
    az: 'pin.json — hər iki ölkənin əsas açarları; trust.json — etimad siyahısı (/api/trust); FILE — PDF, sübut faylı və ya imzalanmış qeyd.',
    ru: 'pin.json — главные ключи обеих стран; trust.json — список доверия (/api/trust); FILE — PDF, файл доказательств или подписанная запись.',
    en: 'pin.json: the anchor keys of both countries; trust.json: the trust list (/api/trust); FILE: PDF, evidence file or signed record.',
  },
  about: {
    az: 'Açarlar və onların barmaq izləri',
    ru: 'Ключи и их отпечатки',
    en: 'The keys and their fingerprints',
  },
} satisfies Record<string, Text>;
