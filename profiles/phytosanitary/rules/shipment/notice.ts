import { isContainerNumber, isWagonNumber } from '../../../../kernel/check-digits.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, Statement, View } from '../../../../kernel/profile.ts';
import type { Notice, TransportUnit } from '../../claims/notice.ts';
import { plainNumber } from '../../codes/unit-number.ts';
import { importingInstitution } from '../../institutions.ts';
import { type NoticedValue, noticedKey, noticedRegister } from '../../registers.ts';
import { certificateOf, finding } from '../finding.ts';

export const noticeOf = (statement: Pick<Statement, 'claims'>) => statement.claims as unknown as Notice;

/** The institution of the checkpoint's country among the recipients. */
export const receivingInstitution = (statement: Pick<Statement, 'claims' | 'to'>): string | undefined =>
  importingInstitution(statement.to, noticeOf(statement).checkpoint.slice(0, 2));

export interface NoticedContent {
  readonly certificate: string;
  readonly line: number;
  readonly path: string;
}

/** What a notice announces, unit after unit. */
export const contentsOf = (notice: Notice): readonly NoticedContent[] =>
  notice.units.flatMap(({ contents }, unit) =>
    contents.map((content, at) => ({ ...content, path: `/units/${unit}/contents/${at}` })),
  );

const contentName = ({ certificate, line }: Pick<NoticedContent, 'certificate' | 'line'>) => `${certificate} ${line}`;

/** UNECE Rec. 19 mode by which alone a unit travels. */
const onlyMode: Partial<Readonly<Record<TransportUnit['kind'], string>>> = { hold: '1', wagon: '2', 'air-unit': '4' };

const numberFaults = { wagon: 'wagon-number-wrong', container: 'container-number-wrong' } as const;

function unitFindings(unit: TransportUnit, mode: string, path: string): readonly Finding[] {
  const { kind, number, seals } = unit;
  const found: Finding[] = [];
  const only = onlyMode[kind];
  if (only !== undefined && only !== mode) {
    found.push(finding('unit-other-mode', 'refuse', `${path}/kind`, { number }));
  }
  if (kind !== 'wagon' && kind !== 'container') return found;
  const right = kind === 'wagon' ? isWagonNumber(number) : isContainerNumber(number);
  if (!right) found.push(finding(numberFaults[kind], 'refuse', `${path}/number`, { number }));
  if (seals === undefined) found.push(finding('seal-missing', 'warn', path, { number }));
  return found;
}

export const units: Rule = {
  name: 'units have their numbers and seals',
  check(statement) {
    const notice = noticeOf(statement);
    const seen = new Set<string>();
    return notice.units.flatMap((unit, index) => {
      const path = `/units/${index}`;
      const found = unitFindings(unit, notice.mode, path);
      const doubled = seen.has(plainNumber(unit.number));
      seen.add(plainNumber(unit.number));
      if (!doubled) return found;
      return [...found, finding('unit-doubled', 'refuse', `${path}/number`, { number: unit.number })];
    });
  },
};

const zoned = /T.*(Z|[+-]\d\d:\d\d)$/;
export const isZoned = (moment: string): boolean => zoned.test(moment);

export const arrival: Rule = {
  name: 'arrival is to come, at a checkpoint of the importing side',
  check(statement) {
    const { expected, checkpoint } = noticeOf(statement);
    const found: Finding[] = [];
    if (!isZoned(expected)) found.push(finding('arrival-without-zone', 'refuse', '/expected', { expected }));
    else if (Date.parse(expected) <= statement.time) {
      found.push(finding('arrival-past', 'refuse', '/expected', { expected }));
    }
    if (receivingInstitution(statement) === undefined) {
      found.push(finding('checkpoint-without-recipient', 'refuse', '/checkpoint', { checkpoint }));
    }
    return found;
  },
};

/** States of a certificate whose goods do not travel, or have arrived. */
export const standing: ReadonlySet<string> = new Set([
  ...['refused', 'withdrawn', 'replaced', 'released', 'part-released', 'rejected'],
]);

function contentFinding(
  statement: Statement,
  { certificate, line, path }: NoticedContent,
  view: View,
): Finding | undefined {
  const held = view.record(certificate);
  if (held === undefined || (held.type !== 'certificate' && held.type !== 're-export-certificate')) {
    return finding('noticed-not-held', 'refuse', `${path}/certificate`);
  }
  const { number, importCountry, lines } = certificateOf(held);
  if (held.issuer !== statement.issuer)
    return finding('noticed-of-another', 'refuse', `${path}/certificate`, { number });
  const importing = importingInstitution(held.to, importCountry.code);
  if (importing === undefined || importing !== receivingInstitution(statement)) {
    return finding('noticed-other-way', 'refuse', `${path}/certificate`, { number, country: importCountry.code });
  }
  if (standing.has(held.state)) {
    return finding('noticed-not-travelling', 'refuse', `${path}/certificate`, { number });
  }
  if (lines.some(({ sequence }) => sequence === line)) return undefined;
  return finding('noticed-line-unknown', 'refuse', `${path}/line`, { number, line });
}

const certificatesOf = (contents: readonly NoticedContent[]): readonly string[] => [
  ...new Set(contents.map(({ certificate }) => certificate)),
];

/** The importing institution holds the certificates; others among the recipients may not. */
export const contents: Rule = {
  name: 'what travels is certified and announced once',
  reads(statement): readonly Need[] {
    const announced = contentsOf(noticeOf(statement));
    return [
      ...certificatesOf(announced).map((record) => ({ record })),
      ...announced.map(({ certificate, line }) => ({
        register: noticedRegister,
        key: noticedKey(statement.issuer, certificate, line),
      })),
    ];
  },
  askedOf(statement) {
    const receiving = receivingInstitution(statement);
    return receiving === undefined ? [] : [receiving];
  },
  check(statement, view) {
    const replaced = statement.subject === undefined ? [] : contentsOf(noticeOf(statement.subject));
    const freed = new Set(replaced.map(contentName));
    const seen = new Set<string>();
    const found: Finding[] = [];
    for (const content of contentsOf(noticeOf(statement))) {
      const { certificate, line, path } = content;
      const name = contentName(content);
      if (seen.has(name)) found.push(finding('noticed-twice', 'refuse', path, { line }));
      seen.add(name);
      const fault = contentFinding(statement, content, view);
      if (fault !== undefined) found.push(fault);
      const other = view.register(noticedRegister, noticedKey(statement.issuer, certificate, line));
      if (other === undefined || freed.has(name)) continue;
      const { number, checkpoint } = other as unknown as NoticedValue;
      found.push(finding('already-announced', 'refuse', path, { number, checkpoint }));
    }
    return found;
  },
};

/** Goods of these certificates have arrived. */
const arrived: ReadonlySet<string> = new Set(['held', 'released', 'part-released', 'rejected']);

/** A notice taken back after arrival is told apart: the inspection stands whatever the notice says. */
export const notArrived: Rule = {
  name: 'what was announced has not been inspected',
  reads: (statement) => followedCertificates(statement).map((record) => ({ record })),
  check(statement, view) {
    return followedCertificates(statement).flatMap((id) => {
      const held = view.record(id);
      if (held === undefined || !arrived.has(held.state)) return [];
      return [finding('notice-inspected', 'warn', '', { number: certificateOf(held).number })];
    });
  },
};

const followedCertificates = ({ subject }: Statement): readonly string[] =>
  subject === undefined ? [] : certificatesOf(contentsOf(noticeOf(subject)));
