/** Findings as a person reads them: the profile's own sentence, else that of the refusal code. */
import type { Catalogue } from '../../kernel/catalogue.ts';
import { type Finding, type Language, languages, type Severity, type Text } from '../../kernel/finding.ts';
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts';
import { fill, refusalWords, sentence } from '../../kernel/words.ts';

export interface WordedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  /** In the language of the answer. */
  readonly text: string;
  readonly texts: Text;
  /** The issuer could not have known of it when it signed. */
  readonly notKnown?: true;
}

const notKnownWords: Text = {
  az: 'Sənədi verən qurum imzalayarkən bunu bilə bilməzdi.',
  ru: 'Выдавший орган не мог знать об этом при подписании.',
  en: 'Its issuer could not have known of this when it signed.',
};

export type FindingWords = (
  profile: string,
  findings: readonly Finding[],
  language: Language,
) => readonly WordedFinding[];

export function findingWords(catalogue: Catalogue): FindingWords {
  const sentences = new Map(catalogue.profiles.map((profile) => [profile.name, profile.findings]));
  return (profile, findings, language) =>
    findings.map((finding) => wordFinding(finding, sentences.get(profile)?.[finding.code], language));
}

export function wordRefusal(refusal: Refusal, language: Language): WordedFinding {
  return wordFinding({ ...refusal, severity: 'refuse' }, undefined, language);
}

/** The refusal that stands for several findings: the first that refuses, when its code is one of the closed list. */
export function leadingRefusal(findings: readonly Finding[]): Refusal {
  const first = findings.find((finding) => finding.severity === 'refuse');
  return first !== undefined && isRefusalCode(first.code)
    ? new Refusal(first.code, first.detail, first.path)
    : new Refusal('rule.broken');
}

function wordFinding(
  { code, severity, path, detail = {}, notKnown }: Finding,
  own: Text | undefined,
  language: Language,
) {
  const texts = Object.fromEntries(
    languages.map((one) => {
      const text = own ? fill(own[one], detail) : isRefusalCode(code) ? sentence(new Refusal(code, detail), one) : code;
      return [one, notKnown ? `${text} ${notKnownWords[one]}` : text];
    }),
  ) as Record<Language, string>;
  return { code, severity, path, text: texts[language], texts, ...(notKnown && { notKnown }) };
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalWords, code);
}
