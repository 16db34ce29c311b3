/** Who approved a record, in sentences; the same on paper, in a page and at the command line. */
import type { Language, Text } from '../finding.ts';
import { fill } from '../words/fill.ts';
import { formatMoment } from '../words/moments.ts';
import type { ShownApproval } from './evidence-approvals.ts';
import { codes } from './exchange-words.ts';

export const approvalWords = {
  'none-in-file': {
    az: 'Vəzifəli şəxsin etibarlı təsdiqi göstərilməyib: qeydi qurumun serveri özü verib və ya təsdiq fayla daxil edilməyib.',
    ru: 'Действительное утверждение должностным лицом не показано: запись выдана сервером учреждения без участия человека либо утверждение не включено в файл.',
    en: 'No valid approval by an officer is shown: the server of the institution issued the record by itself, or the approval was left out of the file.',
  },
  'none-on-channel': {
    az: 'Heç bir vəzifəli şəxs təsdiqləməyib: qeydi qurumun serveri özü verib.',
    ru: 'Никто из должностных лиц не утверждал: запись выдана сервером учреждения без участия человека.',
    en: 'No officer approved it: the server of the institution issued the record by itself.',
  },
  record: {
    az: '{officer} ({roles}) qeydi təsdiqləyib: {time}.',
    ru: '{officer} ({roles}): запись утверждена {time}.',
    en: '{officer} ({roles}) approved the record: {time}.',
  },
  contents: {
    az: '{officer} ({roles}) qeydin məzmununu imzadan əvvəl təsdiqləyib: {time}.',
    ru: '{officer} ({roles}): содержание записи утверждено до подписи, {time}.',
    en: '{officer} ({roles}) approved the contents before the record was signed: {time}.',
  },
  verified: {
    az: 'Şəxsiyyəti giriş açarı ilə yoxlanılıb.',
    ru: 'Личность подтверждена ключом доступа.',
    en: 'The passkey recognised its user.',
  },
  demonstration: {
    az: 'Nümayiş açarı: heç kimin şəxsiyyəti yoxlanılmayıb.',
    ru: 'Демонстрационный ключ: личность никого не проверялась.',
    en: 'A demonstration key: nobody was recognised.',
  },
  founding: {
    az: 'Açar qeydiyyata alınanda qurumda onu təsdiqləyə bilən iki vəzifəli şəxs yox idi.',
    ru: 'Когда ключ регистрировали, в учреждении не было двух лиц, которые могли бы его подтвердить.',
    en: 'When the key was enrolled, the institution had no two officers to confirm it.',
  },
  witnessed: {
    az: 'Açarı təsdiqləyiblər: {officers}.',
    ru: 'Ключ подтвердили: {officers}.',
    en: 'The key was confirmed by {officers}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** One line an approval; one that says so when there is none, and how far that can be told. */
export function approvalLines(
  approvals: readonly (Omit<ShownApproval, 'witnesses'> & Partial<ShownApproval>)[],
  seen: 'in-file' | 'on-channel',
  language: Language,
): readonly string[] {
  const words = approvalWords;
  if (approvals.length === 0) return [words[`none-${seen}`][language]];
  return approvals.map(({ officer, roles, of, time, userVerified, founding, witnesses = [] }) => {
    const titles = roles.map((role) => codes['enrolment/roles']?.[role]?.[language] ?? role).join(', ');
    const said = [
      fill(words[of][language], { officer, roles: titles, time: formatMoment(time, language) }),
      words[userVerified ? 'verified' : 'demonstration'][language],
      founding && words.founding[language],
      witnesses.length > 0 && fill(words.witnessed[language], { officers: witnesses.join(', ') }),
    ];
    return said.filter((sentence) => typeof sentence === 'string').join(' ');
  });
}
