/**
 * What the auditor gets of a commitment whose period is over (kernel/exchange/selection-file.ts): secret, settings, and every
 * entry of the channels from where it came into force to where the next one did. Read and written in pieces.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import {
  type CarriedFirst,
  type SelectionChannel,
  type SelectionEntry,
  type ToldChoice,
  writeSelections,
} from '../../../kernel/exchange/selection-file.ts';
import type { Chosen } from '../../../kernel/selection.ts';
import { knownInstitution } from '../../../kernel/trust/lookup.ts';
import { frontierOf } from '../../institution/log-reader.ts';
import { hasEffect } from '../../institution/received.ts';
import type { SelectionCommitmentRow } from '../../store/desk/selection.ts';
import type { DeskGround } from '../desk.ts';

import type { Commitments } from './commitments.ts';
import { shownDecisions } from './decisions.ts';
import { type Ending, shownEnd } from './endings.ts';
import { choiceOf } from './groups.ts';
import type { NamedSelection } from './named-selections.ts';

type Ground = Pick<DeskGround, 'service' | 'desk' | 'records' | 'catalogue' | 'crypto'>;

interface Channel {
  readonly id: number;
  readonly origin: string;
  readonly issuer: string;
}

/** Checkpoints of one channel under one commitment. */
interface Span {
  readonly before?: string;
  readonly start: number;
  readonly notes: readonly string[];
  readonly end: number;
}

interface Period {
  readonly ground: Ground;
  readonly named: NamedSelection;
  readonly commitments: Commitments;
  readonly row: Readonly<SelectionCommitmentRow>;
}

const step = 500;

/** Undefined where nothing was signed before: there is nothing to hold the choices against. */
export async function periodFile(
  ground: Ground,
  named: NamedSelection,
  commitments: Commitments,
  row: Readonly<SelectionCommitmentRow>,
  settings: JsonObject,
): Promise<AsyncIterable<string> | undefined> {
  const carried = row.record === null ? undefined : await ground.service.carried(row.record);
  if (!carried) return undefined;
  const secret = new Uint8Array(row.secret).toHex();
  const { channels: _, ...head } = writeSelections(
    { commitment: carried, secret, settings, channels: [] },
    ground.service.trust(),
  );
  return textOf({ ground, named, commitments, row }, head);
}

async function* textOf(period: Period, head: JsonObject): AsyncIterable<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"channels":[`;
  for (const [at, channel] of (await channelsOf(period)).entries()) {
    const { before, start, notes, end } = await spanOf(period, channel);
    const { records, crypto } = period.ground;
    const { hashes } = await frontierOf(records, channel.id, start, crypto);
    const told: Omit<SelectionChannel, 'entries'> = {
      origin: channel.origin,
      start: { size: start, subtrees: hashes.map((hash) => hash.toHex()) },
      ...(before !== undefined && { before }),
      notes,
    };
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(told).slice(0, -1)},"entries":[`;
    const places = new Map<string, number>();
    for (let from = start; from < end; from += step) {
      const entries = await entriesOf(period, channel, from, Math.min(from + step, end), places);
      yield entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',') + (from + step < end ? ',' : '');
    }
    yield ']}';
  }
  yield ']}\n';
}

/** From every institution that could have sent what is chosen from; by name. */
async function channelsOf({ ground, named }: Period): Promise<readonly Channel[]> {
  const { service, records, catalogue } = ground;
  const functions = named.selection.types.map((type) => catalogue.type(named.profile, type)?.declaration.issuedBy);
  const rows = await records.db
    .selectFrom('channel')
    .select(['id', 'origin', 'issuer'])
    .where('recipient', '=', service.id)
    .orderBy('origin')
    .execute();
  return rows.filter(({ issuer }) => {
    const held = knownInstitution(service.trust(), issuer)?.functions;
    return functions.some((name) => name === '*' || (name !== undefined && held?.has(name)));
  });
}

/** Where something was chosen the choices say which commitment it was; elsewhere what would have been in force. */
async function spanOf({ ground, named, commitments, row }: Period, channel: Channel): Promise<Span> {
  const chosen = await ground.desk.db
    .selectFrom('selection_choice')
    .select(['size', 'commitment'])
    .distinct()
    .where('selection', '=', named.id)
    .where('origin', '=', channel.origin)
    .execute();
  const under = Map.groupBy(chosen, ({ size }) => size);
  const checkpoints = await ground.records.db
    .selectFrom('checkpoint')
    .select(['size', 'time', 'note'])
    .where('channel', '=', channel.id)
    .where('time', '>=', row.starts)
    .where('time', '<', row.ends)
    .where('size', '>', 0)
    .orderBy('size')
    .execute();
  const own: (typeof checkpoints)[number][] = [];
  for (const one of checkpoints) {
    const known = under.get(one.size);
    const isOwn = known
      ? known.some(({ commitment }) => commitment === row.number)
      : (await commitments.inForce(channel.issuer, one.time))?.number === row.number;
    if (isOwn) own.push(one);
  }
  const first = own[0];
  const last = own.at(-1);
  const before = await ground.records.db
    .selectFrom('checkpoint')
    .select(['size', 'note'])
    .where('channel', '=', channel.id)
    .where(first ? 'size' : 'time', '<', first ? first.size : row.starts)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  const start = before?.size ?? 0;
  const notes = own.map(({ note }) => note);
  return { start, notes, end: last?.size ?? start, ...(before && { before: before.note }) };
}

async function entriesOf(
  period: Period,
  { id, origin, issuer }: Channel,
  from: number,
  to: number,
  places: Map<string, number>,
): Promise<readonly SelectionEntry[]> {
  const { ground, named, row } = period;
  const entries = await ground.records.db
    .selectFrom('entry')
    .leftJoin('record', 'record.seq', 'entry.seq')
    .select(['entry.id', 'entry.idx', 'record.jws', 'record.stage', 'record.state', 'record.profile', 'record.type'])
    .where('entry.channel', '=', id)
    .where('entry.idx', '>=', from)
    .where('entry.idx', '<', to)
    .orderBy('entry.idx')
    .execute();
  const choices = await ground.desk.db
    .selectFrom('selection_choice')
    .selectAll()
    .where('selection', '=', named.id)
    .where('commitment', '=', row.number)
    .where('origin', '=', origin)
    .where('idx', '>=', from)
    .where('idx', '<', to)
    .execute();
  const byIndex = new Map(choices.map((choice) => [choice.idx, choice]));
  const without = entries.filter(({ idx }) => !byIndex.has(idx)).map((entry) => entry.id.toHex());
  const elsewhere = await chosenAmong(period, without);
  const rerouted = await reroutesOf(period, from, to, origin);
  const decided = await shownDecisions(
    ground,
    named.id,
    choices.map(({ record }) => record),
  );
  const told: SelectionEntry[] = [];
  for (const { id: record, idx, jws, ...kept } of entries) {
    const shown = jws ? { jws } : { id: record.toHex() };
    const choice = byIndex.get(idx);
    if (!choice) {
      const isOfType = kept.stage === 'folded' && named.of.includes(`${kept.profile}/${kept.type}`);
      // Whatever is logged once more takes no effect there: it was chosen where it came first.
      const isVoid = isOfType && (!hasEffect(kept.state ?? '') || elsewhere.has(record.toHex()));
      told.push({ ...shown, ...(isVoid && { void: true }) });
      continue;
    }
    const expected = places.get(issuer) ?? 0;
    places.set(issuer, choice.place + 1);
    const first = await carriedFirst(period, choice);
    const ended = choice.ended === null ? undefined : await shownEnd(ground, JSON.parse(choice.ended) as Ending);
    const stated = decided.get(choice.record);
    const made: ToldChoice = {
      ...choiceOf(choice),
      facts: JSON.parse(choice.facts) as JsonObject,
      ...(choice.place !== expected && { order: choice.place }),
      ...(first && { first }),
      ...(ended && { ended }),
      rerouted: rerouted
        .filter((one) => one.record === choice.record)
        .map(({ outcome, reason, officer, at, decided }) => {
          return { outcome, reason, by: officer, at, ...(decided !== null && { record: decided }) };
        }),
      ...(stated && { decided: stated }),
    };
    told.push({ ...shown, choice: made });
  }
  return told;
}

async function chosenAmong({ ground, named }: Period, records: readonly string[]): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  const rows = await ground.desk.db
    .selectFrom('selection_choice')
    .select('record')
    .where('record', 'in', [...records])
    .where('selection', '=', named.id)
    .execute();
  return new Set(rows.map(({ record }) => record));
}

async function reroutesOf({ ground, named, row }: Period, from: number, to: number, origin: string) {
  return ground.desk.db
    .selectFrom('selection_reroute')
    .innerJoin('selection_choice', (join) =>
      join
        .onRef('selection_choice.record', '=', 'selection_reroute.record')
        .onRef('selection_choice.selection', '=', 'selection_reroute.selection'),
    )
    .select(['selection_reroute.record', 'selection_reroute.outcome', 'selection_reroute.reason'])
    .select(['selection_reroute.officer', 'selection_reroute.at', 'selection_reroute.decided'])
    .where('selection_choice.selection', '=', named.id)
    .where('selection_choice.commitment', '=', row.number)
    .where('selection_choice.origin', '=', origin)
    .where('selection_choice.idx', '>=', from)
    .where('selection_choice.idx', '<', to)
    .orderBy('selection_reroute.n')
    .execute();
}

/** Of a record that is one with another, chosen under an earlier commitment: as they stood before it. */
async function carriedFirst(
  { ground, named, row, commitments }: Period,
  choice: { readonly made: number; readonly record: string; readonly first: string },
): Promise<CarriedFirst | undefined> {
  if (choice.first === choice.record) return undefined;
  const earlier = await ground.desk.db
    .selectFrom('selection_choice')
    .select(['record', 'commitment', 'draw', 'before', 'outcome', 'ground', 'criterion'])
    .where('selection', '=', named.id)
    .where('first', '=', choice.first)
    .where('made', '<', choice.made)
    .orderBy('made')
    .execute();
  const first = earlier[0];
  const last = earlier.at(-1);
  if (!first || !last || first.commitment === row.number) return undefined;
  return {
    commitment: commitments.recordOf(first.commitment) ?? '0'.repeat(64),
    record: first.record,
    draw: first.draw,
    before: JSON.parse(first.before) as Chosen,
    choice: choiceOf(last),
  };
}
