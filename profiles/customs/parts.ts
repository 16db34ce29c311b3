/** What parts of register keys are called. */
import type { Text } from '../../kernel/finding.ts';

export const customsPart: Text = { az: 'Gömrük xidməti', ru: 'Таможенная служба', en: 'Customs service' };
export const sendingPart: Text = {
  az: 'Manifesti göndərən gömrük xidməti',
  ru: 'Таможенная служба, направившая манифест',
  en: 'Customs service that sent the manifest',
};
export const manifestPart: Text = { az: 'Manifestin nömrəsi', ru: 'Номер манифеста', en: 'Number of the manifest' };
export const controlPart: Text = {
  az: 'Nəzarət nəticəsinin nömrəsi',
  ru: 'Номер результата контроля',
  en: 'Number of the control result',
};
export const declarationPart: Text = { az: 'Bəyannamə', ru: 'Декларация', en: 'Declaration' };
export const momentPart: Text = { az: 'Bildirilib', ru: 'Сообщено', en: 'Stated at' };
