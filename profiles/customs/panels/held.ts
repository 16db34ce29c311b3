/** Records and certificate lines that a manifest names, as far as they are held here. */
import type { Text } from '../../../kernel/finding.ts';
import type { Tone } from '../../../kernel/panel.ts';
import type { AccountView } from '../../../kernel/statement.ts';
import type { Document } from '../claims/manifest.ts';
import { toMass } from '../mass.ts';
import { certificateLedger } from '../positions.ts';
import type { Situation } from './situation.ts';

export interface CertificateLine {
  /** Line of the manifest. */
  readonly sequence: number;
  readonly number: string;
  readonly record: string;
  /** Line of the certificate. */
  readonly part: string;
  /** Undefined when it is not held here. */
  readonly state?: Text;
  readonly account?: AccountView;
  readonly tone: Tone | 'taken';
}

export function certificatesOf({ manifest, view }: Situation): readonly CertificateLine[] {
  return manifest.lines.flatMap(({ sequence, net, certificate }): readonly CertificateLine[] => {
    if (certificate === undefined) return [];
    const { record, number, line: part } = certificate;
    const plain = { sequence, number, record, part };
    const offered = view.offered(certificateLedger, record);
    if (offered === undefined) return [{ ...plain, tone: 'unknown' }];
    const key = offered.accounts.find((one) => one.part === part)?.key;
    const account = key && view.account(certificateLedger, key);
    if (account === undefined) return [{ ...plain, state: offered.state, tone: 'attention' }];
    const needed = toMass(net);
    const all = account.available + account.debited;
    const isShort = account.available < 0n || account.frozen || (needed !== undefined && all < needed);
    // Whose reservation it is cannot be told from here: of this manifest's declaration, or of another one.
    const isTaken = needed !== undefined && account.available < needed;
    const tone = !offered.open || isShort ? 'attention' : isTaken ? 'taken' : 'good';
    return [{ ...plain, state: offered.state, account, tone }];
  });
}

/** Those that name a record which is not held here. */
export function missingPapers({ manifest: { documents = [] }, view }: Situation): readonly Document[] {
  return documents.filter(({ record }) => record !== undefined && view.record(record) === undefined);
}
