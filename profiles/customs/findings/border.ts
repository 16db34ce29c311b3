import type { Text } from '../../../kernel/finding.ts';

/** Sentences about what controls left on and found, and when they were told. */
export const borderFindings = {
  'control-told-late': {
    az: 'Bu nəticədən əvvəl yükün sərhədə gəldiyi bildirilib ({arrived}): onun plombları sərhəddə tapılanlarla müqayisədə nəzərə alınmır.',
    ru: 'До этого результата уже было сообщено о прибытии груза на границу ({arrived}): его пломбы не учитываются при сравнении с найденными там.',
    en: 'Before this result the goods were already said to be at the border ({arrived}): its seals do not count against those found there.',
  },
  'seals-left-off': {
    az: '{number}: plomb var idi, nəzarətdən sonra heç biri göstərilməyib. Yük plombsuz gedəcəksə, bunu mətndə izah edin; plomblanıbsa, plombları göstərin.',
    ru: '{number}: пломбы были, а после контроля не указано ни одной. Если груз следует без пломб, поясните это в тексте; если опломбирован — укажите пломбы.',
    en: '{number}: there were seals, and none is stated after the control. If the goods go on without, say why in the text; if they are sealed, state the seals.',
  },
  'sealed-no-more': {
    az: '{number}: göndərən tərəfin sonuncu nəzarətindən sonra plomb qalmayıb, ona görə müqayisə ediləcək plomb yoxdur.',
    ru: '{number}: после последнего контроля отправляющей стороны пломб не осталось, сравнивать не с чем.',
    en: '{number}: the last control of the sending side left no seal on, so there is none to compare.',
  },
  'control-radiation': {
    az: '{number} nömrəli nəzarətdə radiasiya fonunun aşıldığı müəyyən edilib, ona görə nəzarət tam tanına bilməz.',
    ru: 'При контроле {number} обнаружено превышение радиационного фона, поэтому полностью признать контроль нельзя.',
    en: 'Control {number} found too much radiation, so the control cannot be recognised in full.',
  },
} satisfies Record<string, Text>;
