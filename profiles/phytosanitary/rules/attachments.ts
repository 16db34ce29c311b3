import type { Finding } from '../../../kernel/finding.ts';
import type { Rule } from '../../../kernel/profile.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Attachment, ReferencedDocument } from '../claims/party.ts';
import { finding } from './finding.ts';

type Named = readonly [file: Pick<Attachment, 'digest'>, path: string];

const listed = (files: readonly Attachment[] | undefined, path: string): readonly Named[] =>
  (files ?? []).map((file, index) => [file, `${path}/${index}`]);

const documented = (documents: readonly ReferencedDocument[] | undefined, path: string): readonly Named[] =>
  (documents ?? []).flatMap(({ attachments }, index) => listed(attachments, `${path}/documents/${index}/attachments`));

/** What is named by digest must travel with the record: nobody could open it otherwise. */
const enclosed = (name: string, named: (claims: object) => readonly Named[]): Rule => ({
  name,
  askedOf: () => [],
  check({ claims, annexes }) {
    if (annexes === undefined) return [];
    const found: Finding[] = [];
    for (const [{ digest }, path] of named(claims))
      if (!annexes.includes(digest)) found.push(finding('attachment-not-enclosed', 'refuse', path, { digest }));
    return found;
  },
});

export const attachmentsEnclosed = enclosed('attachments travel with the record', (claims) => {
  const { documents, lines, totals } = claims as Certificate;
  return [
    ...documented(documents, ''),
    ...documented(totals?.documents, '/totals'),
    ...lines.flatMap((line, index) => documented(line.documents, `/lines/${index}`)),
  ];
});

export const photographsEnclosed = enclosed('photographs travel with the record', (claims) =>
  listed((claims as { readonly photographs?: readonly Attachment[] }).photographs, '/photographs'),
);
