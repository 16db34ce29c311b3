/** What a measure of the importing service may touch: which records are asked about it before it is signed. */
import type { Impact, Subject, View } from '../../kernel/profile.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Line } from './claims/line.ts';
import type { Notice } from './claims/notice.ts';

const certificateStates = ['issued', 'queried', 'recognised', 'held'];

export const touchedRecords: Impact['records'] = {
  certificate: certificateStates,
  're-export-certificate': certificateStates,
  'prior-notice': ['announced'],
};

/** Of a notice: whether a line that it announces, and that has not been inspected yet, is touched. */
export function touchesLine(subject: Subject, view: View, touches: (line: Line) => boolean): boolean {
  if (subject.type !== 'prior-notice') return (subject.claims as unknown as Certificate).lines.some(touches);
  const { units } = subject.claims as unknown as Notice;
  return units.some(({ contents }) =>
    contents.some(({ certificate, line: sequence }) => {
      const held = view.record(certificate);
      if (held === undefined) return true;
      const line = (held.claims as unknown as Certificate).lines.find((one) => one.sequence === sequence);
      return certificateStates.includes(held.state) && line !== undefined && touches(line);
    }),
  );
}
