import type { Text } from '../../../kernel/finding.ts';

/** Sentences of the XML reader. */
export const readerFindings = {
  'xml-missing': {
    az: 'Məcburi “{element}” elementi yoxdur.',
    ru: 'Нет обязательного элемента «{element}».',
    en: 'The mandatory element “{element}” is missing.',
  },
  'xml-empty': {
    az: '“{element}” elementi boşdur.',
    ru: 'Элемент «{element}» пуст.',
    en: 'The element “{element}” is empty.',
  },
  'xml-order': {
    az: 'Elementlərin ardıcıllığı sxemə uyğun deyil.',
    ru: 'Порядок элементов не соответствует схеме.',
    en: 'The elements are not in the order of the schema.',
  },
  'xml-rewritten': {
    az: '“{from}” “{to}” kimi oxunub.',
    ru: '«{from}» прочитано как «{to}».',
    en: '“{from}” was read as “{to}”.',
  },
  'xml-unreadable': {
    az: '“{value}” dəyəri birmənalı oxunmur və olduğu kimi saxlanılıb.',
    ru: 'Значение «{value}» не читается однозначно и сохранено как есть.',
    en: 'The value “{value}” cannot be read with certainty and is kept as it is.',
  },
  'xml-repeated': {
    az: '“{element}” elementi artıqdır; olduğu kimi saxlanılıb.',
    ru: 'Лишний элемент «{element}» сохранён как есть.',
    en: 'The element “{element}” is one too many and is kept as it is.',
  },
  'xml-unmapped': {
    az: 'Yeri olmayan məzmun saxlanılıb: {count}.',
    ru: 'Сохранено содержание, для которого нет места: {count}.',
    en: 'Content without a place was kept: {count}.',
  },
  'xml-items-joined': {
    az: '{count} yük mövqeyinin sətirləri birləşdirilib.',
    ru: 'Строки из {count} позиций груза объединены.',
    en: 'The lines of {count} consignment items were joined.',
  },
  'xml-attachment-type': {
    az: 'Əlavənin növü ({stated}) məzmununa uyğun deyil; {found} kimi saxlanılıb.',
    ru: 'Вид вложения ({stated}) не соответствует содержанию; сохранено как {found}.',
    en: 'The stated type of an attachment ({stated}) does not match its content; it was kept as {found}.',
  },
} satisfies Record<string, Text>;
