/** What the parts of the ledgers' keys are. */
import type { Text } from '../../../kernel/finding.ts';

export const exportingPart: Text = { az: 'İxrac edən qurum', ru: 'Орган страны экспорта', en: 'Exporting institution' };
export const importingPart: Text = { az: 'İdxal edən qurum', ru: 'Орган страны импорта', en: 'Importing institution' };
export const numberPart: Text = { az: 'Sertifikatın nömrəsi', ru: 'Номер сертификата', en: 'Certificate number' };
export const linePart: Text = { az: 'Sətir', ru: 'Строка', en: 'Line' };
export const growerPart: Text = { az: 'İstehsalçı', ru: 'Производитель', en: 'Grower' };
export const productPart: Text = { az: 'Məhsul (EPPO kodu)', ru: 'Продукция (код EPPO)', en: 'Product (EPPO code)' };
export const seasonPart: Text = { az: 'Mövsüm', ru: 'Сезон', en: 'Season' };
export const weekPart: Text = { az: 'Həftə (ISO 8601)', ru: 'Неделя (ISO 8601)', en: 'Week (ISO 8601)' };
export const unitPart: Text = { az: 'Vahidin nömrəsi', ru: 'Номер единицы', en: 'Number of the unit' };
export const noticePart: Text = { az: 'Bildirişin nömrəsi', ru: 'Номер уведомления', en: 'Number of the notice' };
