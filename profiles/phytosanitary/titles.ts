import type { Text } from '../../kernel/finding.ts';

/** What both certificates are called, on screen and on paper. */
export const certificateTitle: Text = {
  az: 'Fitosanitar sertifikat',
  ru: 'Фитосанитарный сертификат',
  en: 'Phytosanitary certificate',
};
export const reExportTitle: Text = {
  az: 'Təkrar ixrac üçün fitosanitar sertifikat',
  ru: 'Фитосанитарный сертификат на реэкспорт',
  en: 'Phytosanitary certificate for re-export',
};
