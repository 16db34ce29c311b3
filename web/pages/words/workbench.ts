import type { Text } from '../../../kernel/finding.ts';

export const workbenchWords = {
  demonstration: { az: 'nümayiş', ru: 'демонстрация', en: 'demonstration' },
  starting: { az: 'İş yeri açılır…', ru: 'Рабочее место открывается…', en: 'The workbench is opening…' },
  notBuilt: {
    az: 'İş yerinin faylları yoxdur. İnzibatçı `npm run build` əmrini icra edib serveri yenidən başlatmalıdır.',
    ru: 'Файлов рабочего места нет. Администратору нужно выполнить `npm run build` и перезапустить сервер.',
    en: 'The files of the workbench are missing. The administrator has to run `npm run build` and start the server again.',
  },
  noScript: {
    az: 'İş yeri üçün brauzerdə JavaScript aktiv olmalıdır.',
    ru: 'Для рабочего места в браузере должен быть включён JavaScript.',
    en: 'The workbench needs JavaScript to be switched on in the browser.',
  },
} satisfies Readonly<Record<string, Text>>;
