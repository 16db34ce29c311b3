/** Who signed, where and when. */
import type { Certificate } from '../claims/certificate.ts';
import { partyLines, personLine, placeLine } from './parties.ts';
import { each, take } from './taking.ts';
import { type Languages, momentOf } from './words-of.ts';

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

export function signatories(claims: Certificate, languages: Languages) {
  return each(claims.signatories).map((signatory) => {
    const officer = signatory.officer;
    const date = take(signatory, 'date');
    return {
      officer:
        officer === undefined
          ? ''
          : filled([personLine(officer, languages), ...partyLines(officer, languages)]).join(', '),
      place: placeLine(signatory.place, languages),
      date: date === undefined ? '' : momentOf(date, languages),
    };
  });
}

export function dateOfIssue(claims: Certificate, signed: string | undefined, languages: Languages): string {
  const issued = momentOf(take(claims, 'issued'), languages);
  return [...new Set(filled([issued, signed ?? '']))].join(' / ');
}
