import type { Text } from '../../../kernel/finding.ts';
import type { Document } from '../claims/manifest.ts';

export const documentKinds: Readonly<Record<Document['kind'], Text>> = {
  phytosanitary: { az: 'Fitosanitar sertifikat', ru: 'Фитосанитарный сертификат', en: 'Phytosanitary certificate' },
  veterinary: { az: 'Baytarlıq sertifikatı', ru: 'Ветеринарный сертификат', en: 'Veterinary certificate' },
  origin: { az: 'Mənşə sertifikatı', ru: 'Сертификат о происхождении', en: 'Certificate of origin' },
  invoice: { az: 'Hesab-faktura', ru: 'Счёт-фактура', en: 'Invoice' },
  transport: { az: 'Nəqliyyat sənədi', ru: 'Транспортный документ', en: 'Transport document' },
  declaration: { az: 'Gömrük bəyannaməsi', ru: 'Таможенная декларация', en: 'Customs declaration' },
  permit: { az: 'İcazə', ru: 'Разрешение', en: 'Permit' },
  packing: { az: 'Qablaşdırma vərəqəsi', ru: 'Упаковочный лист', en: 'Packing list' },
  other: { az: 'Digər sənəd', ru: 'Иной документ', en: 'Other document' },
};
