import type { Text } from '../../kernel/finding.ts';

/** What went wrong and what to do, and what a verification found. */
export const sentences = {
  'file-written': { az: 'Yazılıb: {file}', ru: 'Записано: {file}', en: 'Written: {file}' },
  'file-exists': {
    az: '{file} faylı artıq var. Başqa ad və ya üzərinə yazmaq üçün həmin adı --out ilə göstərin.',
    ru: 'Файл {file} уже существует. Укажите другое имя или это же имя для перезаписи в --out.',
    en: 'The file {file} is already there. Name another with --out, or the same one to write over it.',
  },
  'file-not-written': {
    az: '{file} faylı yazılmadı. Qovluğun mövcudluğunu və yazmaq hüququnu yoxlayın.',
    ru: 'Не удалось записать файл {file}. Проверьте, есть ли папка и права на запись.',
    en: 'The file {file} could not be written. Check that the folder is there and may be written to.',
  },
  'unknown-command': {
    az: '«{name}» əmri yoxdur. Əmrlərin siyahısı: samur help',
    ru: 'Команды «{name}» нет. Список команд: samur help',
    en: 'There is no command "{name}". See: samur help',
  },
  'unknown-option': {
    az: '«{name}» parametri tanınmır. Bax: samur help {command}',
    ru: 'Параметр «{name}» неизвестен. См.: samur help {command}',
    en: 'The option "{name}" is not known. See: samur help {command}',
  },
  'needs-value': {
    az: '{name} parametrinin dəyəri yazılmayıb. Bax: samur help {command}',
    ru: 'Не указано значение параметра {name}. См.: samur help {command}',
    en: 'The option {name} needs a value. See: samur help {command}',
  },
  'takes-no-value': {
    az: '{name} parametri dəyər qəbul etmir. Bax: samur help {command}',
    ru: 'Параметр {name} не принимает значения. См.: samur help {command}',
    en: 'The option {name} takes no value. See: samur help {command}',
  },
  'bad-option': {
    az: '{name} parametrinin dəyəri uyğun deyil ({value}). Bax: samur help {command}',
    ru: 'Недопустимое значение параметра {name} ({value}). См.: samur help {command}',
    en: 'The value of {name} is not acceptable ({value}). See: samur help {command}',
  },
  'print-languages': {
    az: 'Sənəd az, ru, en dillərinin birində və ya ikisində çap olunur, məsələn az,ru. Göstərilib: {value}.',
    ru: 'Документ печатается на одном или двух языках из az, ru, en, например az,ru. Указано: {value}.',
    en: 'A document is printed in one or two of the languages az, ru, en, such as az,ru. Given: {value}.',
  },
  'wrong-arguments': {
    az: 'Arqumentlərin sayı uyğun deyil. İstifadə qaydası: samur {command} {usage}',
    ru: 'Неверное число аргументов. Порядок вызова: samur {command} {usage}',
    en: 'The number of arguments is wrong. Usage: samur {command} {usage}',
  },
  'no-server': {
    az: 'Server göstərilməyib. --as QURUM və ya --server ÜNVAN parametrini yazın.',
    ru: 'Сервер не указан. Задайте --as УЧРЕЖДЕНИЕ или --server АДРЕС.',
    en: 'No server is named. Give --as INSTITUTION or --server ADDRESS.',
  },
  'bad-server': {
    az: 'Server ünvanı http:// və ya https:// ilə başlamalıdır ({server}). Ünvanı düzəldin.',
    ru: 'Адрес сервера должен начинаться с http:// или https:// ({server}). Исправьте адрес.',
    en: 'The address of a server begins with http:// or https:// ({server}). Correct the address.',
  },
  'bad-institution': {
    az: '«{name}» qurum adı deyil. Nümunə: az.afsa',
    ru: '«{name}» не является именем учреждения. Пример: az.afsa',
    en: '"{name}" is not the name of an institution. Example: az.afsa',
  },
  'no-client-file': {
    az: '{file} faylı oxunmadı. Serveri bir dəfə işə salın, SAMUR_DATA dəyişənini və fayla giriş hüququnu yoxlayın.',
    ru: 'Не удалось прочитать файл {file}. Запустите сервер хотя бы раз, проверьте переменную SAMUR_DATA и права доступа к файлу.',
    en: 'The file {file} could not be read. Start the server once, and check SAMUR_DATA and the rights to the file.',
  },
  unreachable: {
    az: '{server} ünvanında serverlə əlaqə yoxdur. Serverin işlədiyini və ünvanı yoxlayın.',
    ru: 'Нет связи с сервером {server}. Проверьте, запущен ли сервер и верен ли адрес.',
    en: 'The server at {server} cannot be reached. Check that it is running and that the address is right.',
  },
  'not-samur': {
    az: '{server} ünvanı Samur serveri kimi cavab vermir. Ünvanı yoxlayın.',
    ru: 'По адресу {server} отвечает не сервер Samur. Проверьте адрес.',
    en: 'What answers at {server} is not a Samur server. Check the address.',
  },
  'no-file': {
    az: '{file} faylı oxunmadı. Adını və giriş hüququnu yoxlayın.',
    ru: 'Не удалось прочитать файл {file}. Проверьте имя и права доступа.',
    en: 'The file {file} could not be read. Check its name and the rights to it.',
  },
  'file-not-json': {
    az: '{file} faylı düzgün JSON obyekti deyil. Faylı düzəldin.',
    ru: 'Файл {file} не содержит правильного объекта JSON. Исправьте файл.',
    en: 'The file {file} does not hold a JSON object. Correct the file.',
  },
  'need-type': {
    az: 'Qeydin növü məlum deyil. --type NÖV (lazım olduqda --profile PROFİL) yazın. Mövcud növlər: {names}',
    ru: 'Вид записи неизвестен. Задайте --type ВИД (при необходимости --profile ПРОФИЛЬ). Имеющиеся виды: {names}',
    en: 'The type of the record is not known. Give --type TYPE, and --profile PROFILE where needed. Types: {names}',
  },
  'json-only': {
    az: '{name} yalnız JSON faylları üçündür: XML sənədi növünü və əlavələrini özü göstərir.',
    ru: 'Параметр {name} применим только к файлам JSON: документ XML сам содержит свой вид и приложения.',
    en: '{name} is for JSON files only: an XML document tells its type and carries its annexes itself.',
  },
  'unknown-record': {
    az: '«{id}» nömrəli və ya identifikatorlu qeyd tapılmadı. samur list əmri ilə axtarın.',
    ru: 'Запись с номером или идентификатором «{id}» не найдена. Найдите её командой samur list.',
    en: 'No record with the number or id "{id}" is held. Look for it with samur list.',
  },
  'ambiguous-record': {
    az: '«{id}» bir neçə qeydə uyğundur. Tam identifikatoru yazın:',
    ru: 'Под «{id}» подходят несколько записей. Укажите полный идентификатор:',
    en: 'Several records go by "{id}". Give the full id:',
  },
  'no-such-step': {
    az: 'Bu növ qeyd üçün «{event}» addımı yoxdur. Mövcud addımlar: {names}',
    ru: 'Для записей этого вида нет действия «{event}». Возможные действия: {names}',
    en: 'Records of this type know no step "{event}". Possible steps: {names}',
  },
  'unknown-name': {
    az: '«{name}» tapılmadı. Mövcud adlar: {names}',
    ru: '«{name}» не найдено. Имеющиеся имена: {names}',
    en: 'There is no "{name}". Names in use: {names}',
  },
  'no-anchor': {
    az: 'Əsas açarların faylı tapılmadı. --anchor FAYL parametrini yazın.',
    ru: 'Не найден файл главных ключей. Задайте --anchor ФАЙЛ.',
    en: 'No file of pinned anchor keys was found. Give --anchor FILE.',
  },
  'bad-anchor': {
    az: '{file} faylındakı əsas açarlar qəbul edilmir. Faylı etibarlı mənbədən yenidən alın.',
    ru: 'Главные ключи в файле {file} не принимаются. Получите файл заново из надёжного источника.',
    en: 'The anchor keys in {file} are not acceptable. Obtain the file again from a source you trust.',
  },
  'need-trust': {
    az: 'Tək qeydi yoxlamaq üçün etimad siyahısı lazımdır. --trust FAYL yazın (serverdən: /api/trust) və ya sübut faylından istifadə edin.',
    ru: 'Для проверки отдельной записи нужен список доверия. Задайте --trust ФАЙЛ (с сервера: /api/trust) или используйте файл доказательств.',
    en: 'To verify a record alone a trust list is needed. Give --trust FILE (from a server: /api/trust), or use an evidence file.',
  },
  'not-verifiable': {
    az: '{file} faylında yoxlanıla bilən heç nə yoxdur. PDF, sübut faylı, imzalanmış qeyd və ya kodun mətni lazımdır; şəkli serverin /verify səhifəsində yoxlayın.',
    ru: 'В файле {file} нет ничего, что можно проверить. Нужен PDF, файл доказательств, подписанная запись или текст кода; изображение проверьте на странице сервера /verify.',
    en: '{file} holds nothing that can be verified. A PDF, an evidence file, a signed record or the text of a code is needed; check a picture on the page /verify of a server.',
  },
  'code-is-link': {
    az: 'Sənəd koda sığmadığı üçün kodda yalnız keçid var. Sənədi {host} ünvanında {code} yoxlama kodu ilə soruşun və ya PDF faylını yoxlayın.',
    ru: 'Документ не поместился в код, поэтому в коде только ссылка. Запросите его по адресу {host} с проверочным кодом {code} или проверьте файл PDF.',
    en: 'The document did not fit into the code, which holds a link only. Ask for it at {host} with check code {code}, or verify the PDF file.',
  },
  'bad-trust': {
    az: '{file} faylındakı etimad siyahısı qəbul edilmir. {reason}',
    ru: 'Список доверия в файле {file} не принимается. {reason}',
    en: 'The trust list in {file} is not acceptable. {reason}',
  },
  'time-proved': {
    az: 'Qeyd ən geci {time} tarixində mövcud idi (alıcının təsdiqləyici imzası ilə sübut olunub).',
    ru: 'Запись существовала не позднее {time} (доказано подтверждающей подписью получателя).',
    en: 'The record existed by {time} (proved by the cosignature of the recipient).',
  },
  'time-proved-from': {
    az: 'Qeyd {time} tarixindən əvvəl yaradılmayıb (əsaslandığı kanalın vəziyyəti ilə sübut olunub).',
    ru: 'Запись создана не ранее {time} (доказано состоянием канала, на которое она опирается).',
    en: 'The record was made no earlier than {time} (proved by the state of a channel that it builds on).',
  },
  'time-not-proved': {
    az: 'Qeydin yaradılma vaxtı sübut olunmur: yalnız qeyddə göstərilən vaxt məlumdur ({time}).',
    ru: 'Время создания записи не доказано: известно лишь время, указанное в ней самой ({time}).',
    en: 'When the record was made is not proved: only the time it states itself is known ({time}).',
  },
  'state-unknown': {
    az: 'Vəziyyət məlum deyil.',
    ru: 'Состояние неизвестно.',
    en: 'The state is not known.',
  },
  'too-old': {
    az: 'Bu vəziyyət tələb olunandan köhnədir və ya yaşı məlum deyil. Yeni sübut faylı alın.',
    ru: 'Это состояние старше допустимого или его возраст неизвестен. Получите новый файл доказательств.',
    en: 'This state is older than accepted, or its age is not known. Obtain a newer evidence file.',
  },
  'state-limit': {
    az: 'Bu vaxtdan sonra verilmiş və ya fayla daxil edilməmiş qeydlər burada nəzərə alınmayıb.',
    ru: 'Записи, выданные позже или не включённые в файл, здесь не учтены.',
    en: 'Records made after that, or left out of the file, are not taken into account here.',
  },
  'no-institution-folder': {
    az: '{folder} qovluğunda qurumun məlumatı yoxdur. SAMUR_DATA dəyişənini və qurumun adını yoxlayın.',
    ru: 'В папке {folder} нет данных учреждения. Проверьте переменную SAMUR_DATA и имя учреждения.',
    en: 'The folder {folder} holds no data of an institution. Check SAMUR_DATA and the name of the institution.',
  },
  'no-data-folder': {
    az: '{folder} qovluğunda server məlumatı yoxdur. SAMUR_DATA dəyişənini yoxlayın və ya qovluğu göstərin.',
    ru: 'В папке {folder} нет данных сервера. Проверьте переменную SAMUR_DATA или укажите папку.',
    en: 'The folder {folder} holds no data of a server. Check SAMUR_DATA, or name the folder.',
  },
  'audit-holds': {
    az: 'Hər şey uyğundur.',
    ru: 'Всё соответствует.',
    en: 'Everything holds.',
  },
  'audit-faults': {
    az: 'Uyğun olmayan: {count}. Məlumatı dəyişdirməyin və inzibatçıya bildirin.',
    ru: 'Не соответствует: {count}. Не изменяйте данные и сообщите администратору.',
    en: 'Does not hold: {count}. Leave the data as they are and notify the administrator.',
  },
  'token-once': {
    az: 'Token yalnız indi göstərilir. Onu etibarlı yerdə saxlayın.',
    ru: 'Токен показывается только сейчас. Сохраните его в надёжном месте.',
    en: 'The token is shown this one time. Keep it in a safe place.',
  },
  'unknown-token': {
    az: '«{id}» identifikatorlu qüvvədə olan token yoxdur. Bax: samur token list',
    ru: 'Действующего токена с идентификатором «{id}» нет. См.: samur token list',
    en: 'There is no valid token with the id "{id}". See: samur token list',
  },
  'token-revoked': {
    az: '{id} tokeni ləğv edildi.',
    ru: 'Токен {id} отозван.',
    en: 'The token {id} is revoked.',
  },
  nothing: { az: 'Heç nə tapılmadı.', ru: 'Ничего не найдено.', en: 'Nothing was found.' },
  more: {
    az: 'Siyahının davamı var: --all və ya --limit N yazın.',
    ru: 'Список не полон: задайте --all или --limit N.',
    en: 'There is more: give --all or --limit N.',
  },
  'no-findings': {
    az: 'İrad yoxdur. Heç nə imzalanmayıb.',
    ru: 'Замечаний нет. Ничего не подписано.',
    en: 'No findings. Nothing was signed.',
  },
  'would-be-refused': {
    az: 'Bu halda qeyd rədd ediləcək. Heç nə imzalanmayıb.',
    ru: 'В таком виде запись будет отклонена. Ничего не подписано.',
    en: 'As it stands the record would be refused. Nothing was signed.',
  },
  'would-pass': {
    az: 'Qeyd verilə bilər; iradları nəzərdən keçirin. Heç nə imzalanmayıb.',
    ru: 'Запись может быть выдана; просмотрите замечания. Ничего не подписано.',
    en: 'The record may be issued; look through the findings. Nothing was signed.',
  },
  reading: { az: 'Oxunur: {count}', ru: 'Прочитано: {count}', en: 'Read: {count}' },
} as const satisfies Record<string, Text>;
