/** What the codes of control results and recognitions are called. */
import type { Text } from '../../../kernel/finding.ts';
import type { Control } from '../claims/control.ts';
import { groundWords as chosenGrounds } from '../selection/words.ts';

export const controlKinds: Readonly<Record<Control, Text>> = {
  documents: { az: 'sənədlərin yoxlanması', ru: 'проверка документов', en: 'documents' },
  visual: { az: 'vizual baxış', ru: 'осмотр', en: 'visual inspection' },
  examination: { az: 'fiziki yoxlama', ru: 'досмотр', en: 'examination' },
  scan: { az: 'skaner müayinəsi', ru: 'сканирование', en: 'scan' },
  weighing: { az: 'çəkilmə', ru: 'взвешивание', en: 'weighing' },
  radiation: { az: 'radiasiya nəzarəti', ru: 'радиационный контроль', en: 'radiation control' },
  sampling: { az: 'nümunə götürülməsi', ru: 'отбор проб', en: 'sampling' },
  'seal-check': { az: 'plombların yoxlanması', ru: 'проверка пломб', en: 'seal check' },
};

/** Result codes as used for transit; B2 and B3 are additions in use. */
export const controlResults: Readonly<Record<'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'B1' | 'B2' | 'B3', Text>> = {
  A1: { az: 'qənaətbəxş', ru: 'удовлетворительно', en: 'satisfactory' },
  A2: { az: 'qənaətbəxş hesab edilir', ru: 'считается удовлетворительным', en: 'considered satisfactory' },
  A3: { az: 'sadələşdirilmiş prosedur', ru: 'упрощённая процедура', en: 'simplified procedure' },
  A4: { az: 'cüzi uyğunsuzluqlar', ru: 'незначительные расхождения', en: 'minor discrepancies' },
  A5: { az: 'uyğunsuzluqlar', ru: 'расхождения', en: 'discrepancies' },
  B1: { az: 'qeyri-qənaətbəxş', ru: 'неудовлетворительно', en: 'not satisfactory' },
  B2: {
    az: 'təyinat gömrük orqanı uyğun deyil',
    ru: 'орган назначения не подходит',
    en: 'office of destination not appropriate',
  },
  B3: {
    az: 'təyinat orqanında qeyri-qənaətbəxş',
    ru: 'неудовлетворительно в органе назначения',
    en: 'not satisfactory at the office of destination',
  },
};

/** How a lane came about. */
export const groundWords = {
  ...chosenGrounds,
  officer: { az: 'Əməkdaşın qərarı', ru: 'Решение должностного лица', en: 'Decision of an officer' },
} satisfies Readonly<Record<string, Text>>;

export const recognitionDecisions: Readonly<Record<'full' | 'part' | 'none', Text>> = {
  full: { az: 'Tam tanınıb', ru: 'Признано полностью', en: 'Recognised in full' },
  part: { az: 'Qismən tanınıb', ru: 'Признано частично', en: 'Recognised in part' },
  none: { az: 'Tanınmayıb', ru: 'Не признано', en: 'Not recognised' },
};

export const violations: Readonly<Record<'net-weight' | 'quantity' | 'description' | 'other', Text>> = {
  'net-weight': { az: 'xalis çəki', ru: 'вес нетто', en: 'net weight' },
  quantity: { az: 'əlavə vahiddə miqdar', ru: 'количество в дополнительной единице', en: 'quantity in the extra unit' },
  description: { az: 'malın təsviri', ru: 'описание товара', en: 'description' },
  other: { az: 'digər', ru: 'прочее', en: 'other' },
};
