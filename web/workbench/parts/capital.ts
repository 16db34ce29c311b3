import type { Language } from '../../../kernel/finding.ts';

/** The first letter large, as it is in the language: `imtina` is `İmtina`. */
export function capital(text: string, language: Language): string {
  const [first = '', ...rest] = text;
  return (language === 'az' && first === 'i' ? 'İ' : first.toUpperCase()) + rest.join('');
}
