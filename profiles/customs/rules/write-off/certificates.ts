/** Certificates as their issuer's profile tells of them: held, the one that is named, open, with such a line. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Offered, OfferedAccount, Rule, Statement, View } from '../../../../kernel/profile.ts';
import {
  accountKey,
  certificateLedger,
  formerPositions,
  nameOf,
  type Position,
  positionsIn,
  writeOffOf,
} from '../../positions.ts';
import { writeOffKey, writeOffRegister } from '../../registers.ts';
import { outcome } from './outcomes.ts';
import { standingOf } from './standing.ts';

export const writeOffNeeds = (statement: Statement): readonly Need[] => {
  const { declaration, lines } = writeOffOf(statement);
  return [
    { register: writeOffRegister, key: writeOffKey(statement.issuer, declaration) },
    ...lines.map(({ certificate }) => ({ record: certificate.record })),
    ...lines.map((line) => ({ ledger: certificateLedger, key: accountKey(line) })),
  ];
};

/**
 * The exporting institution, where it is that of all lines: it issued the certificates. To the importing one a certificate
 * may still be on its way, and nothing is concluded from that.
 */
function issuersOfAll(statement: Statement): readonly string[] {
  const exporting = new Set(writeOffOf(statement).lines.map(({ certificate }) => certificate.exporting));
  return exporting.size === 1 ? [...exporting] : [];
}

/** Over the shorter of both codes, and never less than a heading. */
const agrees = (declared: string, certified: string): boolean => {
  const length = Math.min(declared.length, certified.length);
  return length >= 4 && declared.slice(0, length) === certified.slice(0, length);
};

/** The line as its certificate tells it; a finding where the record is not the certificate that is named. */
function accountIn({ line, path }: Position, offered: Offered): OfferedAccount | Finding {
  const { exporting, importing, number } = line.certificate;
  const account = offered.accounts.find(({ part }) => part === line.line);
  const [, held = importing] = (account ?? offered.accounts[0])?.key ?? [];
  const { issuer } = offered;
  if (issuer !== exporting || offered.number !== number || held !== importing) {
    const detail = { issuer, importing: held, held: offered.number };
    return outcome('certificate-differs', 'refuse', `${path}/certificate`, detail);
  }
  return account ?? outcome('line-unknown', 'refuse', `${path}/line`, { number, line: line.line });
}

function commodityFindings({ line, path }: Position, { codes }: OfferedAccount, view: View): readonly Finding[] {
  if (codes.some((code) => agrees(line.hs, code))) return [];
  const detail = { number: line.certificate.number, line: line.line, ...standingOf(line, view) };
  if (codes.length === 0) return [outcome('commodity-unstated', 'warn', `${path}/hs`, detail)];
  const figures = { ...detail, hs: line.hs, codes: codes.join(', ') };
  return [outcome('commodity-differs', 'refuse', `${path}/hs`, figures)];
}

/** What was reserved while the certificate was open may be cleared, with a warning, and freed; nothing is added. */
function stateFindings(position: Position, former: Position | undefined, view: View): readonly Finding[] {
  const { line, path, reserved, consumed } = position;
  const { number } = line.certificate;
  if (reserved + consumed > (former?.reserved ?? 0n) + (former?.consumed ?? 0n))
    return [outcome('certificate-state', 'refuse', `${path}/certificate`, { number, ...standingOf(line, view) })];
  if (consumed <= (former?.consumed ?? 0n)) return [];
  return [outcome('certificate-state-consumed', 'warn', `${path}/certificate`, { number, ...standingOf(line, view) })];
}

const offeredFor = ({ line }: Position, view: View): Offered | undefined =>
  view.offered(certificateLedger, line.certificate.record);

export const certificatesHeld: Rule = {
  name: 'certificates of which something is written off are held',
  reads: writeOffNeeds,
  askedOf: issuersOfAll,
  check: (statement, view) =>
    positionsIn(writeOffOf(statement)).flatMap((position) => {
      if (offeredFor(position, view) !== undefined) return [];
      const { number } = position.line.certificate;
      return [outcome('certificate-unknown', 'refuse', `${position.path}/certificate/record`, { number })];
    }),
};

/** What a certificate says never changes: whoever holds it can tell, and who does not is silent. */
export const certificatesFit: Rule = {
  name: 'what is written off are goods of the certificate that is named',
  reads: writeOffNeeds,
  check: (statement, view) =>
    positionsIn(writeOffOf(statement)).flatMap((position) => {
      const offered = offeredFor(position, view);
      if (offered === undefined) return [];
      const account = accountIn(position, offered);
      return 'code' in account ? [account] : commodityFindings(position, account, view);
    }),
};

/** Asked of the issuer alone: what others have said of the certificate may have reached it first. */
export const certificatesOpen: Rule = {
  name: 'nothing is added to what was written off on a certificate that is not open',
  reads: writeOffNeeds,
  askedOf: () => [],
  check(statement, view) {
    const former = formerPositions(statement, view);
    return positionsIn(writeOffOf(statement)).flatMap((position) => {
      const offered = offeredFor(position, view);
      return offered === undefined || offered.open
        ? []
        : stateFindings(position, former.get(nameOf(position.line)), view);
    });
  },
};

/** Whether one of these rules refuses the position, the certificate being asked for once. */
export function isRefusedByCertificate(position: Position, former: Position | undefined, view: View): boolean {
  const offered = offeredFor(position, view);
  if (offered === undefined) return true;
  const account = accountIn(position, offered);
  if ('code' in account) return true;
  const found = commodityFindings(position, account, view);
  const all = offered.open ? found : [...found, ...stateFindings(position, former, view)];
  return all.some(({ severity }) => severity === 'refuse');
}
