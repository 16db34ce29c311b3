/** Crossings between Azerbaijan and Russia that both countries have announced as open for goods, by name alone. */
import type { Drawing } from './drawing.ts';

type Stop = Drawing['lines'][number]['stops'][number];

const stop = (kind: Stop['kind'], country: string, az: string, ru: string, en: string): Stop => ({
  name: { az, ru, en },
  country,
  kind,
});
const post = (country: string, az: string, ru: string, en: string) => stop('post', country, az, ru, en);
const place = (country: string, az: string, ru: string, en: string) => stop('place', country, az, ru, en);

const baku = place('AZ', 'Bakı', 'Баку', 'Baku');
const derbent = place('RU', 'Dərbənd', 'Дербент', 'Derbent');

export const demonstrationDrawing: Drawing = {
  lines: [
    {
      mode: 'road',
      title: { az: 'Avtomobil yolu: Samur', ru: 'Автодорога: Самур', en: 'Road: Samur' },
      stops: [
        baku,
        post('AZ', 'Samur', 'Самур', 'Samur'),
        post('RU', 'Yaraq-Qazmalyar', 'Яраг-Казмаляр', 'Yarag-Kazmalyar'),
        derbent,
      ],
    },
    {
      mode: 'road',
      title: { az: 'Avtomobil yolu: Xanoba', ru: 'Автодорога: Ханоба', en: 'Road: Khanoba' },
      stops: [
        place('AZ', 'Xaçmaz', 'Хачмаз', 'Khachmaz'),
        post('AZ', 'Xanoba', 'Ханоба', 'Khanoba'),
        post('RU', 'Tagirkənd-Qazmalyar', 'Тагиркент-Казмаляр', 'Tagirkent-Kazmalyar'),
        derbent,
      ],
    },
    {
      mode: 'rail',
      title: { az: 'Dəmir yolu: Yalama – Samur', ru: 'Железная дорога: Ялама – Самур', en: 'Railway: Yalama – Samur' },
      stops: [
        baku,
        post('AZ', 'Yalama', 'Ялама', 'Yalama'),
        post('RU', 'Samur stansiyası', 'Станция Самур', 'Samur station'),
        derbent,
      ],
    },
    {
      mode: 'sea',
      title: { az: 'Xəzər dənizi', ru: 'Каспийское море', en: 'Caspian Sea' },
      stops: [
        post('AZ', 'Bakı limanı (Ələt)', 'Порт Баку (Алят)', 'Port of Baku (Alat)'),
        post('RU', 'Həştərxan limanı', 'Порт Астрахань', 'Port of Astrakhan'),
      ],
    },
  ],
};
