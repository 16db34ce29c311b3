import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { InspectedLine, Inspection } from '../../claims/inspection.ts';
import type { Notice } from '../../claims/notice.ts';
import { accountsOf, importerOf } from '../../ledgers/line.ts';
import { toGoodsMass } from '../../mass.ts';
import { decisionReasons } from '../../reasons.ts';
import { certificateOf, finding } from '../finding.ts';
import { inexact, kilograms } from '../goods.ts';
import { isAfter, isLater } from '../moments.ts';
import { toldLines } from './told-lines.ts';

const inspectionOf = ({ claims }: Statement) => claims as unknown as Inspection;
const outcomes = ['released', 'returned', 'destroyed'] as const;

export const inspector: Rule = {
  name: 'the importing institution inspects',
  check({ issuer, subject }) {
    const importing = subject && importerOf(subject);
    if (importing === undefined || importing === issuer) return [];
    return [finding('not-importing-institution', 'refuse', '', { institution: importing })];
  },
};

export const inspectionTimes: Rule = {
  name: 'an inspection ends after it starts and before it is signed',
  check(statement) {
    const { started, ended } = inspectionOf(statement);
    const found: Finding[] = [];
    if (isLater(started, ended)) found.push(finding('inspection-reversed', 'refuse', '/ended', { started, ended }));
    if (isAfter(ended, statement.time)) found.push(finding('inspection-not-ended', 'refuse', '/ended', { ended }));
    return found;
  },
};

const takenBack: ReadonlySet<string> = new Set(['withdrawn', 'replaced']);

/** Only who signs it knows when the goods crossed. */
export const goodsCrossedBefore: Rule = {
  name: 'what is let in after its certificate was taken back had crossed before',
  askedOf: () => [],
  check(statement) {
    const { subject } = statement;
    if (subject === undefined || !takenBack.has(subject.state)) return [];
    const { result } = inspectionOf(statement);
    if (result === 'reject' || result === 'hold') return [];
    return [finding('certificate-taken-back', 'warn', '/result', { number: certificateOf(subject).number })];
  },
};

interface Masses {
  readonly arrived: bigint;
  readonly released: bigint;
  /** Released, returned and destroyed. */
  readonly told: bigint;
}

/** Undefined when one of the quantities cannot be kept exactly; that is refused by itself. */
function massesOf(line: InspectedLine): Masses | undefined {
  const massOf = (name: 'arrived' | (typeof outcomes)[number]) => {
    const quantity = line[name];
    return quantity === undefined ? 0n : toGoodsMass(quantity);
  };
  const [arrived, released, returned, destroyed] = (['arrived', ...outcomes] as const).map(massOf);
  for (const mass of [arrived, released, returned, destroyed]) if (mass instanceof Refusal) return undefined;
  const sums = [arrived, released, returned, destroyed] as readonly bigint[];
  const [all = 0n, out = 0n, back = 0n, gone = 0n] = sums;
  return { arrived: all, released: out, told: out + back + gone };
}

function lineFindings(line: InspectedLine, held: boolean, certified: bigint | undefined, path: string): Finding[] {
  const detail = { line: line.sequence };
  const found: Finding[] = (['arrived', ...outcomes] as const).flatMap((name) => {
    const quantity = line[name];
    return quantity === undefined ? [] : inexact(quantity, `${path}/${name}`);
  });
  for (const [at, code] of (line.reasons ?? []).entries()) {
    if (Object.hasOwn(decisionReasons, code)) continue;
    found.push(finding('reason-unknown', 'refuse', `${path}/reasons/${at}`, { code }));
  }
  const masses = massesOf(line);
  if (masses === undefined) return found;
  const { arrived, released, told } = masses;
  if (certified !== undefined && arrived > certified) {
    const figures = { ...detail, arrived: kilograms(arrived), certified: kilograms(certified) };
    found.push(finding('arrived-over-certified', 'refuse', `${path}/arrived`, figures));
  }
  if (held) {
    const divided = outcomes.some((name) => line[name] !== undefined);
    if (divided) found.push(finding('held-line-divided', 'refuse', path, detail));
    return found;
  }
  if (told !== arrived) {
    const figures = { ...detail, told: kilograms(told), arrived: kilograms(arrived) };
    found.push(finding('inspection-sum-differs', 'refuse', path, figures));
  }
  if (released < arrived && line.reasons === undefined) {
    found.push(finding('inspection-reason-missing', 'refuse', `${path}/reasons`, detail));
  }
  return found;
}

/** What the lines amount to: something of what arrived is kept back, or all of it, or none. */
function resultOf(lines: readonly InspectedLine[]): Inspection['result'] | undefined {
  let [any, all] = [false, true];
  for (const line of lines) {
    const masses = massesOf(line);
    if (masses === undefined) return undefined;
    if (masses.released > 0n) any = true;
    if (masses.released < masses.arrived) all = false;
  }
  if (!any) return 'reject';
  return all ? 'release' : 'release-part';
}

export const inspectedLines: Rule = {
  name: 'an inspection tells every line of the certificate',
  check(statement) {
    const { subject } = statement;
    if (subject === undefined) return [];
    const { result, lines } = inspectionOf(statement);
    const held = result === 'hold';
    const certified = new Map(accountsOf(subject).map(({ line, mass }) => [line.sequence, mass]));
    const { found: stray, untold } = toldLines(subject, lines);
    const found = [...stray];
    for (const [index, line] of lines.entries())
      found.push(...lineFindings(line, held, certified.get(line.sequence), `/lines/${index}`));
    if (held) return found;
    for (const line of untold) found.push(finding('inspection-line-missing', 'refuse', '/lines', { line }));
    const expected = resultOf(lines);
    if (expected !== undefined && expected !== result) {
      found.push(finding('inspection-result-differs', 'refuse', '/result', { stated: result, expected }));
    }
    return found;
  },
};

export const inspectionPlace: Rule = {
  name: 'an inspection is at the importing border, of the goods announced',
  reads(statement) {
    const { notice } = inspectionOf(statement);
    return notice === undefined ? [] : [{ record: notice }];
  },
  check(statement, view) {
    const { subject } = statement;
    if (subject === undefined) return [];
    const { checkpoint, notice } = inspectionOf(statement);
    const country = certificateOf(subject).importCountry.code;
    const found: Finding[] = [];
    if (!checkpoint.startsWith(country)) {
      found.push(finding('checkpoint-elsewhere', 'warn', '/checkpoint', { checkpoint, country }));
    }
    if (notice === undefined) return found;
    const record = view.record(notice);
    if (record === undefined) return [...found, finding('notice-not-held', 'inform', '/notice')];
    const announced =
      record.type === 'prior-notice' &&
      (record.claims as unknown as Notice).units.some(({ contents }) =>
        contents.some(({ certificate }) => certificate === subject.id),
      );
    if (!announced) found.push(finding('notice-of-others', 'refuse', '/notice'));
    return found;
  },
};
