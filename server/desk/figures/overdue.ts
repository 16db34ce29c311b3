import type { FigureHead } from './figures.ts';

/** Told of every corridor, whatever its profiles count: by the institution whose turn it is. */
export const overdueFigure: FigureHead = {
  profile: 'exchange',
  name: 'overdue',
  title: {
    az: 'Müddəti keçmiş qeydlər, indiki vəziyyət',
    ru: 'Записи с истёкшим сроком, на данный момент',
    en: 'Records past their time limit, as of now',
  },
  of: { az: 'Növbə kimdədir', ru: 'Чья очередь действовать', en: 'Whose turn it is' },
  measure: 'count',
  dated: false,
};
