/** What a measure of the importing service may touch: which records are asked about it before it is signed. */
import type { Impact, Subject } from '../../kernel/profile.ts';
import type { Certificate } from './claims/certificate.ts';
import type { Line } from './claims/line.ts';

const certificateStates = ['issued', 'queried', 'recognised', 'held'];

export const touchedRecords: Impact['records'] = {
  certificate: certificateStates,
  're-export-certificate': certificateStates,
  'prior-notice': ['announced'],
};

/** A notice only names certificates: whether it is touched, its rules tell. */
export function touchesLine(subject: Subject, touches: (line: Line) => boolean): boolean {
  if (subject.type === 'prior-notice') return true;
  return (subject.claims as unknown as Certificate).lines.some(touches);
}
