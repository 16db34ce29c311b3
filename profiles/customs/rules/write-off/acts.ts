/** What an act may do to the position that a declaration had before. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../../kernel/profile.ts';
import type { WriteOff } from '../../claims/write-off.ts';
import { kilograms } from '../../mass.ts';
import { formerPositions, institutionsOf, nameOf, type Position, positionsIn, writeOffOf } from '../../positions.ts';
import { finding } from '../finding.ts';
import { isRefusedByCertificate, writeOffNeeds } from './certificates.ts';
import { outcome } from './outcomes.ts';
import { availableOf, standingOf } from './standing.ts';

interface Change {
  readonly now: Position;
  /** 10^-6 kg, before this act. */
  readonly reserved: bigint;
  readonly consumed: bigint;
}

/** Whether an act may change a line so. What consuming leaves of a reservation stays, or is freed with it. */
const fits: Readonly<Record<WriteOff['act'], (change: Change) => boolean>> = {
  reserve: ({ now, consumed }) => now.consumed === consumed,
  consume: ({ now, reserved, consumed }) =>
    now.consumed >= consumed && now.reserved <= reserved && (now.consumed > consumed || now.reserved === reserved),
  free: ({ now, reserved, consumed }) => now.reserved <= reserved && now.consumed === consumed,
  return: ({ now, reserved, consumed }) => now.reserved === reserved && now.consumed <= consumed,
};

const isChanged = ({ now, reserved, consumed }: Change) => now.reserved !== reserved || now.consumed !== consumed;

function changesIn(statement: Statement, view: View): readonly Change[] {
  const former = formerPositions(statement, view);
  return positionsIn(writeOffOf(statement)).map((now) => {
    const { reserved = 0n, consumed = 0n } = former.get(nameOf(now.line)) ?? {};
    return { now, reserved, consumed };
  });
}

/** Consumed before, and not returned since: it is not reserved once more, nor consumed beyond what is reserved. */
function takesAgain(act: WriteOff['act'], { now, reserved, consumed }: Change): boolean {
  if (consumed === 0n) return false;
  if (act === 'reserve') return now.reserved > reserved;
  return act === 'consume' && reserved === 0n && now.consumed >= consumed;
}

function changeFindings({ declaration, act }: WriteOff, change: Change, view: View): readonly Finding[] {
  const { now, reserved, consumed } = change;
  const { line, path } = now;
  const detail = () => ({ number: line.certificate.number, line: line.line, ...standingOf(line, view) });
  if (takesAgain(act, change)) {
    const figures = { declaration, ...detail(), own: kilograms(consumed) };
    return [outcome('already-written-off', 'refuse', path, figures)];
  }
  if (!fits[act](change)) {
    const [before, after] = [kilograms(reserved), kilograms(now.reserved)];
    const figures = { ...detail(), before, after, taken: kilograms(consumed), written: kilograms(now.consumed) };
    return [finding('act-differs', 'refuse', path, figures)];
  }
  const written = now.consumed - consumed;
  if (act !== 'consume' || written <= reserved - now.reserved) return [];
  const figures = { ...detail(), own: kilograms(reserved), asked: kilograms(written) };
  return [finding('not-reserved', 'refuse', `${path}/consumed`, figures)];
}

/** Named by every line: told of each act of the declaration since the first, so that they know its position. */
function toldOfAll(statement: Statement): readonly string[] {
  const { lines } = writeOffOf(statement);
  return statement.to.filter((institution) => lines.every((line) => institutionsOf(line).includes(institution)));
}

/** A line that stood in the position stands in it for good, so that all who were ever told of it are told again. */
export const noLineLeftOut: Rule = {
  name: 'lines that the declaration had before stand in it',
  reads: writeOffNeeds,
  askedOf: toldOfAll,
  check(statement, view) {
    const { declaration, lines } = writeOffOf(statement);
    const present = new Set(lines.map(nameOf));
    return [...formerPositions(statement, view)].flatMap(([name, { line, reserved, consumed }]) => {
      if (present.has(name)) return [];
      const detail = { declaration, number: line.certificate.number, line: line.line };
      const figures = { reserved: kilograms(reserved), consumed: kilograms(consumed) };
      return [finding('line-left-out', 'refuse', '/lines', { ...detail, ...figures })];
    });
  },
};

export const actFits: Rule = {
  name: 'an act does to the position what it is called',
  reads: writeOffNeeds,
  askedOf: toldOfAll,
  check(statement, view) {
    const writeOff = writeOffOf(statement);
    const changes = changesIn(statement, view);
    const found = changes.flatMap((change) => changeFindings(writeOff, change, view));
    // A reservation that is asked for again takes the place of the same one.
    if (found.length > 0 || writeOff.act === 'reserve' || changes.length === 0 || changes.some(isChanged)) return found;
    return [finding('nothing-changes', 'refuse', '', { declaration: writeOff.declaration })];
  },
};

/** The ledger itself refuses what is not left; this tells the officer how the line stands. */
export const standingTold: Rule = {
  name: 'where not enough is left, all amounts of the line are told',
  reads: writeOffNeeds,
  askedOf: () => [],
  check: (statement, view) =>
    changesIn(statement, view).flatMap((change) => {
      const { line, path } = change.now;
      if (!isShort(change, view)) return [];
      const detail = { number: line.certificate.number, line: line.line, asked: kilograms(moreOf(change)) };
      return [outcome('line-standing', 'inform', path, { ...detail, ...standingOf(line, view) })];
    }),
};

/** 10^-6 kg that it takes beyond what the declaration had. */
const moreOf = ({ now, reserved, consumed }: Change): bigint => now.reserved + now.consumed - reserved - consumed;

const isShort = (change: Change, view: View): boolean =>
  moreOf(change) > 0n && moreOf(change) > availableOf(change.now.line, view);

/** As the model has it, every answer tells the amounts: of what is done those after it. */
export const doneTold: Rule = {
  name: 'what is written off is told with what is left, reserved and consumed after it',
  reads: writeOffNeeds,
  askedOf: () => [],
  check(statement, view) {
    const changes = changesIn(statement, view);
    const former = formerPositions(statement, view);
    const isRefused =
      changes.length < writeOffOf(statement).lines.length ||
      changes.some((change) => isShort(change, view)) ||
      changes.some(({ now }) => isRefusedByCertificate(now, former.get(nameOf(now.line)), view)) ||
      [noLineLeftOut, actFits].some((rule) => rule.check(statement, view).length > 0);
    if (isRefused) return [];
    return changes.map((change) => {
      const { line, path } = change.now;
      const detail = { number: line.certificate.number, line: line.line };
      return outcome('written-off', 'inform', path, { ...detail, ...standingAfter(change, view) });
    });
  },
};

const standingAfter = (change: Change, view: View) => {
  const { now, reserved, consumed } = change;
  return standingOf(now.line, view, {
    available: -moreOf(change),
    reserved: now.reserved - reserved,
    consumed: now.consumed - consumed,
  });
};
