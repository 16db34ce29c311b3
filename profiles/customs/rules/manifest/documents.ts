import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, View } from '../../../../kernel/profile.ts';
import type { Line } from '../../claims/manifest.ts';
import { manifestOf } from '../../institutions.ts';
import { dayOf, impossibleDays } from '../days.ts';
import { doubled, finding } from '../finding.ts';

/** The ledger in which certificates keep the goods of their lines. */
export const certificateLedger = 'phytosanitary/certificate-line';

const day = 86_400_000;

export const documents: Rule = {
  name: 'documents are told apart and dated',
  check(statement) {
    const { documents: all = [], transport } = manifestOf(statement);
    const dates = Object.fromEntries([
      ['/transport/date', transport.date],
      ...all.map(({ date }, index) => [`/documents/${index}/date`, date] as const),
    ]) as Readonly<Record<string, string | undefined>>;
    // It may already be the next day where the paper was written.
    const latest = dayOf(statement.time + day);
    const ahead = Object.entries(dates).flatMap(([path, date]) =>
      date !== undefined && date > latest ? [finding('document-ahead', 'warn', path, { date })] : [],
    );
    const twice = doubled(
      all,
      ({ kind, number }) => `${kind} ${number}`,
      ({ number }, index) => finding('document-doubled', 'refuse', `/documents/${index}/number`, { number }),
    );
    return [...impossibleDays(dates), ...ahead, ...twice];
  },
};

/** A certificate comes on the channel of the service that issued it, perhaps later: what is not held only warns. */
function certificateFindings({ certificate, hs }: Line, path: string, view: View): readonly Finding[] {
  if (certificate === undefined) return [];
  const { number, record, line } = certificate;
  const held = view.offered(certificateLedger, record);
  if (held === undefined) return [finding('certificate-not-held', 'warn', `${path}/record`, { number })];
  const found: Finding[] = [];
  if (held.number !== number) {
    found.push(finding('certificate-other-number', 'refuse', `${path}/number`, { number, held: held.number }));
  }
  if (!held.open) found.push(finding('certificate-not-open', 'warn', `${path}/record`, { number: held.number }));
  const account = held.accounts.find(({ part }) => part === line);
  if (account === undefined) {
    found.push(finding('certificate-line-missing', 'warn', `${path}/line`, { number: held.number, line }));
  } else if (account.codes.length > 0 && !account.codes.some((code) => isSameGoods(code, hs))) {
    found.push(finding('certificate-other-goods', 'warn', `${path}/line`, { number: held.number, line, hs }));
  }
  return found;
}

/** As far as both codes go, at most to the subheading. */
export function isSameGoods(one: string, other: string): boolean {
  const length = Math.min(6, one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}

export const recordsNamed: Rule = {
  name: 'records that are named are held',
  reads(statement): readonly Need[] {
    const { documents: all = [], lines } = manifestOf(statement);
    const named = [...all.map(({ record }) => record), ...lines.map(({ certificate }) => certificate?.record)];
    return named.flatMap((record) => (record === undefined ? [] : [{ record }]));
  },
  check(statement, view) {
    const { documents: all = [], lines } = manifestOf(statement);
    const missing = all.flatMap(({ record, number }, index) =>
      record === undefined || view.record(record) !== undefined
        ? []
        : [finding('document-not-held', 'warn', `/documents/${index}/record`, { number })],
    );
    const certificates = lines.flatMap((line, index) => certificateFindings(line, `/lines/${index}/certificate`, view));
    return [...missing, ...certificates];
  },
};
