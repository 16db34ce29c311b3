import type { Text } from '../finding.ts';

/** In which language a text was stated, by primary subtag of BCP 47. */
export const inLanguage: Readonly<Record<string, Text>> = {
  az: { az: 'Azərbaycan dilində', ru: 'на азербайджанском языке', en: 'in Azerbaijani' },
  ru: { az: 'rus dilində', ru: 'на русском языке', en: 'in Russian' },
  en: { az: 'ingilis dilində', ru: 'на английском языке', en: 'in English' },
  la: { az: 'latın dilində', ru: 'на латинском языке', en: 'in Latin' },
  tr: { az: 'türk dilində', ru: 'на турецком языке', en: 'in Turkish' },
  ka: { az: 'gürcü dilində', ru: 'на грузинском языке', en: 'in Georgian' },
  fa: { az: 'fars dilində', ru: 'на персидском языке', en: 'in Persian' },
  kk: { az: 'qazax dilində', ru: 'на казахском языке', en: 'in Kazakh' },
  uz: { az: 'özbək dilində', ru: 'на узбекском языке', en: 'in Uzbek' },
  be: { az: 'belarus dilində', ru: 'на белорусском языке', en: 'in Belarusian' },
};

export const yes: Text = { az: 'bəli', ru: 'да', en: 'yes' };
export const no: Text = { az: 'xeyr', ru: 'нет', en: 'no' };

/** What stands where a value would, and there is none. */
export const nothing = '—';
