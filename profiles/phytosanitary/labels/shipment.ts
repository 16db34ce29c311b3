import type { Text } from '../../../kernel/finding.ts';
import { noticePart, unitPart } from '../ledgers/parts.ts';

const checkpoint: Text = { az: 'Buraxılış məntəqəsi', ru: 'Пункт пропуска', en: 'Checkpoint' };
const began: Text = { az: 'Başlanıb', ru: 'Начало', en: 'Begun' };
const finished: Text = { az: 'Bitib', ru: 'Окончание', en: 'Ended' };

/** Prior notice, inspection, laboratory. */
export const shipmentLabels = {
  'prior-notice/number': noticePart,
  conveyance: { az: 'Nəqliyyat vasitəsi', ru: 'Транспортное средство', en: 'Means of conveyance' },
  units: { az: 'Nəqliyyat vahidləri', ru: 'Транспортные единицы', en: 'Transport units' },
  'units/kind': { az: 'Vahidin növü', ru: 'Вид единицы', en: 'Kind of unit' },
  'units/number': unitPart,
  contents: { az: 'İçindəki mal', ru: 'Содержимое', en: 'Contents' },
  checkpoint,
  checkpointNames: { az: 'Məntəqənin adı', ru: 'Название пункта', en: 'Name of the checkpoint' },
  expected: { az: 'Gözlənilən gəliş', ru: 'Ожидаемое прибытие', en: 'Expected arrival' },
  result: { az: 'Nəticə', ru: 'Результат', en: 'Result' },
  notice: {
    az: 'İlkin bildirişin yazısı',
    ru: 'Запись предварительного уведомления',
    en: 'Record of the prior notice',
  },
  started: began,
  ended: finished,
  'inspection/documents': { az: 'Sənədlərin yoxlanılması', ru: 'Проверка документов', en: 'Documentary check' },
  identity: { az: 'Eyniliyin yoxlanılması', ru: 'Проверка соответствия', en: 'Identity check' },
  physical: { az: 'Fiziki yoxlama', ru: 'Физический досмотр', en: 'Physical check' },
  samples: { az: 'Götürülmüş nümunələr', ru: 'Отобранные пробы', en: 'Samples taken' },
  'samples/number': { az: 'Nümunənin nömrəsi', ru: 'Номер пробы', en: 'Number of the sample' },
  arrived: { az: 'Gəlib', ru: 'Прибыло', en: 'Arrived' },
  released: { az: 'Buraxılıb', ru: 'Выпущено', en: 'Released' },
  returned: { az: 'Qaytarılıb', ru: 'Возвращено', en: 'Returned' },
  destroyed: { az: 'Məhv edilib', ru: 'Уничтожено', en: 'Destroyed' },
  photographs: { az: 'Fotoşəkillər', ru: 'Фотографии', en: 'Photographs' },
  'photographs/name': { az: 'Faylın adı', ru: 'Имя файла', en: 'Name of the file' },
  inspector: { az: 'Yoxlayan', ru: 'Досмотр провёл', en: 'Inspector' },
  'laboratory-result/number': { az: 'Protokolun nömrəsi', ru: 'Номер протокола', en: 'Number of the protocol' },
  laboratory: { az: 'Laboratoriya', ru: 'Лаборатория', en: 'Laboratory' },
  accreditation: {
    az: 'Akkreditasiya (ISO/IEC 17025)',
    ru: 'Аккредитация (ISO/IEC 17025)',
    en: 'Accreditation (ISO/IEC 17025)',
  },
  scope: { az: 'Akkreditasiyanın sahəsi', ru: 'Область аккредитации', en: 'Scope of the accreditation' },
  purpose: { az: 'Məqsəd', ru: 'Цель', en: 'Purpose' },
  sample: { az: 'Nümunə', ru: 'Проба', en: 'Sample' },
  taken: { az: 'Götürülmə vaxtı', ru: 'Время отбора', en: 'Time of sampling' },
  'sample/place': { az: 'Götürüldüyü yer', ru: 'Место отбора', en: 'Place of sampling' },
  by: { az: 'Nümunəni götürən', ru: 'Пробу отобрал', en: 'Sampled by' },
  size: { az: 'Nümunənin ölçüsü', ru: 'Размер пробы', en: 'Size of the sample' },
  lot: { az: 'Partiya', ru: 'Партия', en: 'Lot' },
  tests: { az: 'Müayinələr', ru: 'Исследования', en: 'Tests' },
  method: { az: 'Metod', ru: 'Метод', en: 'Method' },
} satisfies Record<string, Text>;
