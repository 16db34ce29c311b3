/** Composition root of the page that verifies. */
import type { Language } from '../../kernel/finding.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';

declare const SCANNER_PATH: string;

export interface Start {
  readonly language: Language;
  readonly refusals: Readonly<Record<RefusalCode, string>>;
}

export function start(words: Start): void {
  document.documentElement.dataset['scanner'] = `${SCANNER_PATH} ${words.language}`;
}
