/** What people call the members and codes of the exchange's own records, and what its rules find. */
import type { Text } from '../finding.ts';

export const labels: Readonly<Record<string, Text>> = {
  record: { az: 'Qeyd', ru: 'Запись', en: 'Record' },
  origin: { az: 'Kanal', ru: 'Канал', en: 'Channel' },
  index: { az: 'Kanaldakı yeri', ru: 'Место в канале', en: 'Place in the channel' },
  code: { az: 'Kod', ru: 'Код', en: 'Code' },
  findings: { az: 'Müəyyən edilənlər', ru: 'Замечания', en: 'Findings' },
  path: { az: 'Qeyddə yeri', ru: 'Место в записи', en: 'Place in the record' },
  kind: { az: 'Hissə', ru: 'Часть', en: 'Part' },
  document: { az: 'İmzalanmış sənəd', ru: 'Подписанный документ', en: 'Signed document' },
  previous: { az: 'Əvvəlki nəsil', ru: 'Предыдущее поколение', en: 'Previous generation' },
  size: { az: 'Qeydlərin sayı', ru: 'Число записей', en: 'Number of records' },
  root: { az: 'Kök heş', ru: 'Корневой хеш', en: 'Root hash' },
  reason: { az: 'Səbəb', ru: 'Причина', en: 'Reason' },
  opening: { az: 'Açılış qeydi', ru: 'Запись об открытии', en: 'Opening record' },
  officer: { az: 'Vəzifəli şəxs (təxəllüs)', ru: 'Должностное лицо (псевдоним)', en: 'Officer (pseudonym)' },
  roles: { az: 'Rollar', ru: 'Роли', en: 'Roles' },
  key: { az: 'Açıq açar', ru: 'Открытый ключ', en: 'Public key' },
  kty: { az: 'Açarın növü', ru: 'Вид ключа', en: 'Kind of key' },
  crv: { az: 'Əyri', ru: 'Кривая', en: 'Curve' },
  x: { az: 'x koordinatı', ru: 'Координата x', en: 'Coordinate x' },
  y: { az: 'y koordinatı', ru: 'Координата y', en: 'Coordinate y' },
  relyingParty: { az: 'Açarın aid olduğu domen', ru: 'Домен, к которому привязан ключ', en: 'Domain of the key' },
  means: { az: 'Açarın saxlanması', ru: 'Хранение ключа', en: 'Custody of the key' },
  cause: { az: 'Əsas', ru: 'Основание', en: 'Cause' },
  founding: {
    az: 'Təsdiqləyə bilən iki vəzifəli şəxs olmadan',
    ru: 'До появления двух подтверждающих лиц',
    en: 'Before there were two officers to confirm',
  },
  witnesses: { az: 'Təsdiqləyənlər', ru: 'Подтвердившие лица', en: 'Confirmed by' },
  assertion: { az: 'Açarın imzası', ru: 'Подпись ключом', en: 'Assertion of the key' },
  authenticatorData: { az: 'Açar qurğusunun məlumatı', ru: 'Данные ключевого устройства', en: 'Authenticator data' },
  clientData: { az: 'Brauzerin məlumatı', ru: 'Данные браузера', en: 'Client data' },
  signature: { az: 'İmza', ru: 'Подпись', en: 'Signature' },
  demonstration: { az: 'Nümayiş açarı', ru: 'Демонстрационный ключ', en: 'Demonstration key' },
  of: { az: 'Nə təsdiqlənib', ru: 'Что утверждено', en: 'What was approved' },
};

export const codes: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'trust/kind': {
    part: { az: 'ölkənin hissəsi', ru: 'часть страны', en: 'part of a country' },
    terms: { az: 'ümumi şərtlər', ru: 'общие условия', en: 'common terms' },
  },
  'opening/reason': {
    fork: { az: 'kanalın haçalanması', ru: 'раздвоение канала', en: 'fork of the channel' },
    'lost-data': { az: 'məlumatın itirilməsi', ru: 'утрата данных', en: 'lost data' },
    'stolen-key': { az: 'açarın oğurlanması', ru: 'кража ключа', en: 'stolen key' },
    planned: { az: 'planlı', ru: 'плановая замена', en: 'planned' },
  },
  'enrolment/roles': {
    administrator: { az: 'inzibatçı', ru: 'администратор', en: 'administrator' },
    'border-officer': {
      az: 'sərhəd məntəqəsinin əməkdaşı',
      ru: 'сотрудник пункта пропуска',
      en: 'border officer',
    },
    signatory: { az: 'imza səlahiyyətli şəxs', ru: 'уполномоченный на подпись', en: 'signatory' },
    supervisor: { az: 'nəzarətçi', ru: 'руководитель', en: 'supervisor' },
  },
  'enrolment/means': {
    passkey: { az: 'giriş açarı (passkey)', ru: 'ключ доступа (passkey)', en: 'passkey' },
    demonstration: {
      az: 'nümayiş üçün proqram açarı',
      ru: 'программный ключ для демонстрации',
      en: 'demonstration key in software',
    },
  },
  'enrolment/cause': {
    enrolment: { az: 'yeni açarın qeydiyyatı', ru: 'регистрация нового ключа', en: 'enrolment of a new key' },
    recovery: { az: 'itirilmiş açarın əvəzlənməsi', ru: 'замена утраченного ключа', en: 'replacement of a lost key' },
    roles: { az: 'rolların dəyişməsi', ru: 'изменение ролей', en: 'change of roles' },
  },
  'approval/of': {
    record: { az: 'qeydin özü', ru: 'сама запись', en: 'the record itself' },
    contents: {
      az: 'imzadan əvvəl qeydin məzmunu',
      ru: 'содержание записи до подписи',
      en: 'its contents before signing',
    },
  },
};

export const findings: Readonly<Record<string, Text>> = {
  'bad-order': {
    az: 'Rollar müəyyən olunmuş ardıcıllıqda və təkrarsız göstərilməlidir.',
    ru: 'Роли должны быть указаны в установленном порядке и без повторов.',
    en: 'Roles must be given in their order and without repetition.',
  },
  'two-witnesses': {
    az: 'Açarı iki başqa vəzifəli şəxs təsdiqləməlidir.',
    ru: 'Ключ должны подтвердить два других должностных лица.',
    en: 'The key must be confirmed by two other officers.',
  },
  'witnesses-not-apart': {
    az: 'Açarı qeydiyyata alınan şəxs və onu təsdiqləyənlər fərqli şəxslər olmalı, fərqli açarlardan istifadə etməlidir.',
    ru: 'Владелец ключа и подтверждающие лица должны быть разными людьми с разными ключами.',
    en: 'The holder of the key and those who confirm it must be different officers with different keys.',
  },
  'key-in-use': {
    az: 'Bu açar artıq başqa vəzifəli şəxsin adına qeydiyyatdadır.',
    ru: 'Этот ключ уже зарегистрирован за другим должностным лицом.',
    en: 'This key is already enrolled for another officer.',
  },
  'founding-over': {
    az: 'Qurumda açarı təsdiqləyə bilən iki vəzifəli şəxs artıq var: açarı onlar təsdiqləməlidir.',
    ru: 'В учреждении уже есть два лица, которые могут подтвердить ключ: подтвердить должны они.',
    en: 'The institution already has two officers who can confirm a key: they must confirm it.',
  },
};
