/** Lines of certificates that a manifest names: how they stand, and what other declarations than its own take from them. */
import type { Finding, Severity } from '../../../kernel/finding.ts';
import type { AccountView, Need, Offered, Subject, View } from '../../../kernel/profile.ts';
import type { Line, Manifest } from '../claims/manifest.ts';
import type { WriteOff } from '../claims/write-off.ts';
import { manifestOf, receivingCustoms } from '../institutions.ts';
import { kilograms, toMass } from '../mass.ts';
import { certificateLedger, declaredFor, nameOf, positionsIn } from '../positions.ts';
import { declaredPrefix, declaredRegister } from '../registers.ts';
import { finding } from './finding.ts';
import { isSameGoods } from './manifest/documents.ts';
import { plants } from './recognition/cautions.ts';

/** In the order in which they are told; the first three keep controls from being recognised in full. */
type Trouble =
  | 'certificate-not-open'
  | 'certificate-frozen'
  | 'certificate-used-up'
  | 'certificate-line-missing'
  | 'certificate-other-goods'
  | 'certificate-short'
  | 'certificate-shared'
  | 'certificate-uncovered'
  | 'certificate-not-held';

const stopping: ReadonlySet<Trouble> = new Set(['certificate-not-open', 'certificate-frozen', 'certificate-used-up']);

/** One line of a certificate, for all lines of the manifest that rest on it. Amounts in 10^-6 kg. */
export interface Covered {
  /** Lines of the manifest. */
  readonly lines: readonly Line[];
  readonly number: string;
  readonly record: string;
  /** Line of the certificate. */
  readonly part: string;
  readonly offered?: Offered;
  readonly account?: AccountView;
  /** Net of those lines; undefined where one of them tells no mass. */
  readonly needed: bigint | undefined;
  /** Reserved or consumed by declarations of this manifest. */
  readonly own: bigint;
  /** By other ones. */
  readonly others: bigint;
  readonly troubles: readonly Trouble[];
}

type Followed = Pick<Subject, 'id' | 'about' | 'issuer' | 'to' | 'claims'>;

/** The manifest itself, and the one that it replaced: what was written off for that one is for the same goods. */
const idsOf = ({ id, about }: Followed): readonly string[] => (about === undefined ? [id] : [id, about]);

/** Accounts stand under what the certificates tell, so that their names are not known before those are read. */
export function coverageNeeds(manifest: Followed): readonly Need[] {
  const customs = receivingCustoms(manifest) ?? '';
  const records = manifestOf(manifest).lines.flatMap(({ certificate }) => certificate?.record ?? []);
  if (records.length === 0) return [];
  return [
    ...records.map((record) => ({ record })),
    ...idsOf(manifest).map((id) => ({ register: declaredRegister, prefix: declaredPrefix(customs, id) })),
  ];
}

/** Last positions of the declarations that write off for its goods. */
export function declarationsOf(manifest: Followed, view: View): readonly WriteOff[] {
  const customs = receivingCustoms(manifest) ?? '';
  return idsOf(manifest).flatMap((id) => declaredFor(customs, id, view));
}

/** By account: what these declarations hold and have consumed. */
export function takenBy(declared: readonly WriteOff[]): ReadonlyMap<string, bigint> {
  const taken = new Map<string, bigint>();
  for (const { line, reserved, consumed } of declared.flatMap(positionsIn))
    taken.set(nameOf(line), (taken.get(nameOf(line)) ?? 0n) + reserved + consumed);
  return taken;
}

export function coverageOf(manifest: Followed, view: View): readonly Covered[] {
  const named = new Map<string, Line[]>();
  for (const line of manifestOf(manifest).lines) {
    if (line.certificate === undefined) continue;
    const name = `${line.certificate.record} ${line.certificate.line}`;
    named.set(name, [...(named.get(name) ?? []), line]);
  }
  if (named.size === 0) return [];
  const taken = takenBy(declarationsOf(manifest, view));
  return [...named.values()].flatMap((lines) => {
    const certificate = lines[0]?.certificate;
    return certificate === undefined ? [] : [covered(lines, certificate, taken, view)];
  });
}

function covered(
  lines: readonly Line[],
  { number, record, line: part }: NonNullable<Line['certificate']>,
  taken: ReadonlyMap<string, bigint>,
  view: View,
): Covered {
  const plain = { lines, number, record, part, needed: sumOf(lines), own: 0n, others: 0n };
  const offered = view.offered(certificateLedger, record);
  if (offered === undefined) return { ...plain, troubles: ['certificate-not-held'] };
  const opened = offered.accounts.find((one) => one.part === part);
  const account = opened && view.account(certificateLedger, opened.key);
  const closed: readonly Trouble[] = offered.open ? [] : ['certificate-not-open'];
  if (opened === undefined || account === undefined)
    return { ...plain, offered, troubles: [...closed, 'certificate-line-missing'] };
  const own = taken.get(JSON.stringify(opened.key)) ?? 0n;
  const others = account.debited > own ? account.debited - own : 0n;
  const left = account.available + own;
  const isOther =
    opened.codes.length > 0 && lines.some(({ hs }) => !opened.codes.some((code) => isSameGoods(code, hs)));
  const { needed } = plain;
  const troubles: readonly (readonly [boolean, Trouble])[] = [
    [offered.open && account.frozen, 'certificate-frozen'],
    [left <= 0n, 'certificate-used-up'],
    [isOther, 'certificate-other-goods'],
    [left > 0n && needed !== undefined && left < needed, 'certificate-short'],
    [left > 0n && others > 0n, 'certificate-shared'],
    [left > 0n && (needed === undefined ? own === 0n : own < needed), 'certificate-uncovered'],
  ];
  const held = troubles.flatMap(([holds, trouble]) => (holds ? [trouble] : []));
  return { ...plain, offered, account, own, others, troubles: [...closed, ...held] };
}

function sumOf(lines: readonly Line[]): bigint | undefined {
  let sum = 0n;
  for (const { net } of lines) {
    const mass = toMass(net);
    if (mass === undefined) return undefined;
    sum += mass;
  }
  return sum;
}

/**
 * Lines of plants that name no line of a certificate, though the papers name one: how it stands cannot be told. `record` where
 * its record is named, else `paper`.
 */
export function unnamedIn({ lines, documents = [] }: Manifest): {
  readonly lines: readonly Line[];
  readonly as: 'record' | 'paper';
} {
  const papers = documents.filter(({ kind }) => kind === 'phytosanitary');
  const unnamed = lines.filter(({ hs, certificate }) => plants.test(hs) && certificate === undefined);
  const isHeld = papers.some(({ record }) => record !== undefined);
  return { lines: papers.length === 0 ? [] : unnamed, as: isHeld ? 'record' : 'paper' };
}

export function unnamedFindings(manifest: Manifest, path: string): readonly Finding[] {
  const { lines, as } = unnamedIn(manifest);
  return as === 'paper'
    ? []
    : lines.map(({ sequence }) => finding('certificate-unnamed', 'warn', path, { line: sequence }));
}

/**
 * `refuses`: of goods whose control is to be recognised in full. `leaves`: goods that leave the border with this step,
 * and so are to be written off.
 */
export function coverageFindings(
  all: readonly Covered[],
  path: string,
  { refuses, leaves }: { readonly refuses: boolean; readonly leaves: boolean },
): readonly Finding[] {
  return all.flatMap((one) =>
    one.troubles.flatMap((trouble) => {
      if (trouble === 'certificate-uncovered' && !leaves) return [];
      const severity: Severity = refuses && stopping.has(trouble) ? 'refuse' : 'warn';
      return [finding(trouble, severity, path, detailOf(one, trouble))];
    }),
  );
}

function detailOf({ lines, number, part, needed = 0n, own, others, account }: Covered, trouble: Trouble) {
  const line = { number, line: part };
  switch (trouble) {
    case 'certificate-not-held':
    case 'certificate-not-open':
      return { number };
    case 'certificate-other-goods':
      return { ...line, hs: lines.map(({ hs }) => hs).join(', ') };
    case 'certificate-used-up':
    case 'certificate-shared':
      return { ...line, others: kilograms(others) };
    case 'certificate-short':
      return { ...line, left: kilograms((account?.available ?? 0n) + own), needed: kilograms(needed) };
    case 'certificate-uncovered':
      return { ...line, own: kilograms(own), needed: kilograms(needed) };
    default:
      return line;
  }
}
