import type { Text } from '../../kernel/finding.ts';

/** What the making again of a period's choices found. */
export const selectionWords = {
  'selection-of': { az: 'Seçim', ru: 'Отбор', en: 'Selection' },
  'selection-by': { az: 'Seçən qurum', ru: 'Отбирающее учреждение', en: 'Chosen by' },
  'selection-period': { az: 'Dövr', ru: 'Период', en: 'Period' },
  'selection-commitment': { az: 'Öhdəlik', ru: 'Обязательство', en: 'Commitment' },
  'selection-outcome': { az: 'Nəticə', ru: 'Результат', en: 'Outcome' },
  'selection-ground': { az: 'Əsas', ru: 'Основание', en: 'Ground' },
  'selection-count': { az: 'Qeydlər', ru: 'Записей', en: 'Records' },
  'selection-entries': { az: 'Qeydlərin yeri', ru: 'Места записей', en: 'Entries' },
  'selection-bound': {
    az: 'Sirr və parametrlər öhdəliyə uyğundur; kanalların ağacları təsdiqlənmiş nəzarət nöqtələrinə uyğundur.',
    ru: 'Секрет и настройки соответствуют обязательству; деревья каналов сходятся с подтверждёнными контрольными точками.',
    en: 'Secret and settings are those committed to; the trees of the channels meet the cosigned checkpoints.',
  },
  'selection-made-again': {
    az: 'Yenidən hesablanan seçimlər: {count}; onlardan təkrar göndərilmiş qeydlər üzrə: {again}',
    ru: 'Пересчитано результатов отбора: {count}; из них по повторно направленным записям: {again}',
    en: 'Choices made again: {count}; of records sent again: {again}',
  },
  'selection-holds': {
    az: 'Göstərilən bütün seçimlər öhdəliyə uyğundur',
    ru: 'Все показанные результаты отбора соответствуют обязательству',
    en: 'All choices shown are as committed to',
  },
  'selection-differs': {
    az: 'Fərqlər: {count}',
    ru: 'Расхождений: {count}',
    en: 'Differences: {count}',
  },
  'selection-rerouted': {
    az: 'Əməkdaşın qərarı ilə dəyişdirilib: {count}',
    ru: 'Изменено должностным лицом: {count}',
    en: 'Chosen otherwise by an officer: {count}',
  },
  'selection-decided': {
    az: 'Göstərilən qərarlar: {count}; qərarda göstərilən nəticə üzrə:',
    ru: 'Показано решений: {count}; по указанному в них результату:',
    en: 'Decisions shown: {count}; by the outcome that they state:',
  },
  'selection-not-shown': {
    az: 'Yalnız identifikatoru göstərilən və ya yoxlamadan keçməyən qeydlər ({count}). Onların nə olduğunu göndərən tərəf bilir.',
    ru: 'Записи, у которых показан только идентификатор или которые не проходят проверку ({count}). Что это, знает отправитель.',
    en: 'Entries of which only the id is shown, or which do not verify ({count}). What they are, their sender knows.',
  },
  'selection-without-effect': {
    az: 'Qüvvəyə minmədiyi üçün seçilməyən qeydlər ({count}). Bunu qarşı kanaldakı imtina göstərməlidir.',
    ru: 'Записи без отбора, так как не имели силы ({count}). Это должен показать отказ в обратном канале.',
    en: 'Records not chosen because they had no effect ({count}). A refusal on the channel back has to show that.',
  },
  'selection-moved': {
    az: 'Öz yerindən sonra seçilən qeydlər ({count}): gəldikdə yoxlanıla bilməyib.',
    ru: 'Отобраны не в порядке поступления ({count}): при поступлении их нельзя было проверить.',
    en: 'Chosen out of their order ({count}): they could not be judged when they came.',
  },
  'selection-unproved': {
    az: 'İlk seçimi əvvəlki dövrün faylında olan qeydlər ({count}). Həmin faylı da göstərin.',
    ru: 'Первый отбор сделан в прежнем периоде ({count}). Укажите и файл того периода.',
    en: 'First chosen in an earlier period ({count}). Give the file of that period as well.',
  },
  'selection-gaps': {
    az: 'Əvvəlki faylla bu fayl arasında göstərilməyən qeydlər:',
    ru: 'Между прежним файлом и этим не показаны записи:',
    en: 'Entries between the file before and this one that neither shows:',
  },
  'selection-absent': {
    az: 'Faylda olmayan kanallar (qurum və ya kanal adı üzrə): {names}',
    ru: 'В файле нет каналов (по учреждению или названию канала): {names}',
    en: 'Channels missing from the file (by institution or name): {names}',
  },
  'selection-limit': {
    az: 'Sübut olunmur: reyestrlərdən götürülən məlumat və təsdiqləyici imzaların gecikdirilməməsi. Bax: docs/limits.md',
    ru: 'Не доказано: сведения из реестров и то, что подтверждающие подписи не задерживались. См. docs/limits.md',
    en: 'Not proved: the facts from registers, and that no cosignature was held back. See docs/limits.md',
  },
} satisfies Record<string, Text>;
