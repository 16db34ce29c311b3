/** What a declaration holds of the lines of certificates. */
import type { Key, Movement, Statement, View } from '../../kernel/profile.ts';
import type { WriteOff, WriteOffLine } from './claims/write-off.ts';
import { toMass } from './mass.ts';
import {
  type DeclaredValue,
  declarationName,
  declaredPrefix,
  declaredRegister,
  writeOffKey,
  writeOffRegister,
} from './registers.ts';

/** Offered by the profile of plant-health certificates, in kilograms to the milligram. */
export const certificateLedger = 'phytosanitary/certificate-line';

export const writeOffOf = ({ claims }: Pick<Statement, 'claims'>): WriteOff => claims as unknown as WriteOff;

/** How that ledger names a line. */
export const accountKey = ({ certificate, line }: WriteOffLine): Key => [
  certificate.exporting,
  certificate.importing,
  certificate.number,
  line,
];

export interface Position {
  readonly line: WriteOffLine;
  /** JSON Pointer to the line. */
  readonly path: string;
  /** 10^-6 kg. */
  readonly reserved: bigint;
  readonly consumed: bigint;
}

/** Claims never change, and every rule asks for their positions. */
const read = new WeakMap<WriteOff['lines'], readonly Position[]>();

/** Without what cannot be kept exactly, which a rule refuses. */
export function positionsIn({ lines }: WriteOff): readonly Position[] {
  const before = read.get(lines);
  if (before) return before;
  const positions = lines.flatMap((line, index) => {
    const [reserved, consumed] = [toMass(line.reserved), toMass(line.consumed)];
    if (reserved === undefined || consumed === undefined) return [];
    return [{ line, path: `/lines/${index}`, reserved, consumed }];
  });
  read.set(lines, positions);
  return positions;
}

/** One account, one name. */
export const nameOf = (line: WriteOffLine): string => JSON.stringify(accountKey(line));

/** What the same declaration stated last. */
export const formerOf = (statement: Statement, view: View): WriteOff | undefined =>
  view.register(writeOffRegister, writeOffKey(statement.issuer, writeOffOf(statement).declaration)) as unknown as
    | WriteOff
    | undefined;

/** The same declaration's position before, by account. */
export function formerPositions(statement: Statement, view: View): ReadonlyMap<string, Position> {
  const former = formerOf(statement, view);
  return former === undefined ? noPositions : byAccount(positionsIn(former));
}

const noPositions: ReadonlyMap<string, Position> = new Map();

/** As `read`, by what that holds. */
const mapped = new WeakMap<readonly Position[], ReadonlyMap<string, Position>>();

function byAccount(positions: readonly Position[]): ReadonlyMap<string, Position> {
  const before = mapped.get(positions);
  if (before) return before;
  const named = new Map(positions.map((position) => [nameOf(position.line), position]));
  mapped.set(positions, named);
  return named;
}

/** Last positions of the declarations that write off for a manifest, and so for no other. */
export function declaredFor(customs: string, manifest: string, view: View): readonly WriteOff[] {
  return view.list(declaredRegister, declaredPrefix(customs, manifest)).flatMap(({ value }) => {
    const { declaration } = value as unknown as DeclaredValue;
    const held = view.register(writeOffRegister, writeOffKey(customs, declaration)) as unknown as WriteOff | undefined;
    return held?.manifest === manifest ? [held] : [];
  });
}

/** Institutions that a line's account names: they hold all that was ever written off on it. */
export const institutionsOf = ({ certificate }: WriteOffLine): readonly string[] => [
  certificate.exporting,
  certificate.importing,
];

/** Both amounts of each line take the place of those that the declaration had before. */
export function writeOffMovements(statement: Statement): readonly Movement[] {
  const writeOff = writeOffOf(statement);
  return positionsIn(writeOff).flatMap(({ line, path, reserved, consumed }) =>
    Object.entries({ reserved, consumed }).map(([movement, amount]) => ({
      ledger: certificateLedger,
      key: accountKey(line),
      movement,
      amount,
      slot: declarationName(writeOff.declaration),
      path: `${path}/${movement}`,
      opened: line.certificate.record,
    })),
  );
}
