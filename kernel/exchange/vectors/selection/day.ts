/** A day of choices, as a file that holds, to be altered. */
import type { Json, JsonObject } from '../../../canonical.ts';
import { portableCrypto as crypto } from '../../../crypto-portable.ts';
import { utf8 } from '../../../bytes.ts';
import { signCheckpoint } from '../../../log/checkpoint.ts';
import { cosignatureLine } from '../../../log/cosignature.ts';
import { append, emptyFrontier, type Frontier, leafHash, rootOf } from '../../../log/tree.ts';
import type { Choice } from '../../../selection.ts';
import { originOf } from '../../names.ts';
import type { BasisEntry } from '../../../record/payload.ts';
import type { CarriedFirst, ShownEnd } from '../../selection-file.ts';
import { drawOf, secretDigest, settingsDigest } from '../../selection-draw.ts';
import { chooseAgain, chooseFirst, counted, type Held, noneChosen } from '../../selection-run.ts';
import { Channel, domainOf, type Id, keys, type Made, record, seconds, trust } from '../corridor.ts';
import { opening } from '../samples.ts';

export const evening = '2025-03-01T20:00:00Z';
export const profiles = { samples: { batch: 1, remark: 1, clearance: 1, pledge: 1 } };

/** The tree over these entries. */
function treeOf(ids: readonly string[]): Frontier {
  let frontier = emptyFrontier();
  for (const id of ids) frontier = append(frontier, leafHash(Uint8Array.fromHex(id), crypto), crypto);
  return frontier;
}

/** Signed by the sender, cosigned by the recipient at that time. */
export async function noteOver(ids: readonly string[], time: string, from: Id = 'az.alpha', to: Id = 'ru.beta'): Promise<string> {
  const origin = originOf({ domain: domainOf(from) }, to, 1);
  const checkpoint = { origin, size: ids.length, root: rootOf(treeOf(ids), crypto) };
  const note = await signCheckpoint(checkpoint, origin, keys[from].checkpoint.signer, crypto);
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  return note + (await cosignatureLine(text, seconds(time), `${domainOf(to)}/${to}`, keys[to].mirror.signer, crypto));
}

export const batch = (number: string, grams: number, truck = `truck ${number}`, about?: Made, basis?: BasisEntry): Promise<Made> =>
  record({
    label: `batch ${number}`, profile: 'samples', type: 'batch', claims: { number, truck, grams },
    time: '2025-03-02T07:00:00.000Z', ...(about && { about: { after: [], id: about.id } }), ...(basis && { basis: [basis] }),
  });

export interface Entry {
  readonly made: Made;
  readonly grams?: number;
  /** The entry that it is one with. */
  readonly as?: number;
  readonly known?: true;
  readonly ended?: ShownEnd;
  /** Of the first that is one with a record of an earlier period; `as` is then no place. */
  readonly first?: CarriedFirst;
}

/** A file that holds, and its parts, to be altered. */
export type Part = { [member: string]: Json | Part | Part[] };
export interface Draft {
  file: Part & { channels: Part[]; commitment: Part };
  readonly draws: readonly JsonObject[];
}

export const secret = crypto.sha256(utf8('secret of the day'));
export const settings = { heavy: 5000, random: 150_000, expected: 300_000 };

export async function pledged(until = '2025-03-03T00:00:00.000Z', digest = settingsDigest(settings, secret, crypto), sent = evening) {
  const pledge = await record({
    label: `pledge ${until} ${digest} ${sent}`, issuer: 'ru.beta', to: ['az.alpha', 'ru.gamma'], profile: 'samples', type: 'pledge',
    time: '2025-03-01T19:00:00.000Z',
    claims: {
      selection: 'samples/opening', from: '2025-03-02T00:00:00.000Z', until, secret: secretDigest(secret, crypto), settings: digest,
    },
  });
  const toAlpha = await Channel.at(sent, 'ru.beta', 'az.alpha', [pledge]);
  const toGamma = await Channel.at(evening, 'ru.beta', 'ru.gamma', [pledge]);
  return { jws: pledge.jws, proofs: [toAlpha.proof(pledge), toGamma.proof(pledge)] };
}

export async function day(changes: Changes = {}): Promise<Draft & { readonly ids: readonly string[] }> {
  const before = ['first', 'second', 'third'].map((one) => crypto.sha256(utf8(one)).toHex());
  const remark = await record({ label: 'remark', profile: 'samples', type: 'remark', claims: { text: 'A remark.' } });
  const third = await batch('B-3', 900);
  const entries: readonly Entry[] = [
    { made: await batch('B-1', 900), grams: 900 },
    { made: remark },
    { made: await batch('B-2', 5000), grams: 5000 },
    { made: third, grams: 900 },
    { made: await batch('B-4', 6000, 'truck B-1'), grams: 6000, as: 0 },
    { made: await batch('B-5', 9000), grams: 9000, known: true },
    { made: await batch('B-6', 800, 'another truck', third), grams: 800, as: 3 },
    ...(await Promise.all(
      Array.from({ length: 12 }, async (_, i) => ({ made: await batch(`C-${i + 1}`, 700 + i), grams: 700 + i })),
    )),
    ...(changes.further ?? []),
  ];
  const ids = [...before, ...entries.map(({ made }) => made.id)];
  const times = ['2025-03-02T00:00:00Z', '2025-03-02T12:00:00Z', '2025-03-02T23:59:59Z'] as const;
  const sizes = [6, 10, ids.length];
  const notes = await Promise.all(sizes.map((size, at) => noteOver(ids.slice(0, size), times[at] as string)));
  const roots = sizes.map((size) => rootOf(treeOf(ids.slice(0, size)), crypto));
  const rootAt = (at: number): Uint8Array => roots[sizes.findIndex((size) => size > at + 3)] as Uint8Array;
  const { shown, draws } = chosen(entries, rootAt, changes);
  const file = {
    samur: 'selections/1',
    demonstration: true,
    trust: trust({ profiles }),
    commitment: await pledged(),
    secret: secret.toHex(),
    settings,
    channels: [
      {
        origin: 'alpha.az.example/ru.beta/1',
        start: { size: 3, subtrees: treeOf(before).hashes.map((hash) => hash.toHex()) },
        before: await noteOver(before, '2025-03-01T23:59:59Z'),
        notes,
        entries: shown,
      },
      { origin: 'gamma.ru.example/ru.beta/1', start: { size: 0, subtrees: [] }, notes: [], entries: [] },
    ],
  };
  return { file: file as unknown as Draft['file'], draws, ids };
}

interface Changes {
  /** Places of entries in the order in which they were chosen, where it is not theirs. */
  readonly order?: readonly number[];
  /** The entry at that place had no effect. */
  readonly without?: number;
  /** The entry at that place is one with a record of an earlier period. */
  readonly carried?: { readonly at: number; readonly first: CarriedFirst };
  /** Behind all others. */
  readonly further?: readonly Entry[];
}

/** The entries with their choices, and the draws, in the order of choosing. */
function chosen(entries: readonly Entry[], rootAt: (at: number) => Uint8Array, { order, carried, without }: Changes) {
  const selector = opening.selector(settings);
  const firsts = new Map<number, CarriedFirst>(carried ? [[carried.at, carried.first]] : []);
  const held = new Map<number, Held>(carried ? [[carried.at, carried.first]] : []);
  const shown: JsonObject[] = entries.map(({ made }) => ({ jws: made.jws }));
  const draws: JsonObject[] = [];
  let so = noneChosen;
  for (const at of order ?? entries.keys()) {
    const { made, grams, as = at, known = false, ended, first: begun } = entries[at] as Entry;
    if (at === without) shown[at] = { jws: made.jws, void: true };
    if (grams === undefined || at === without) continue;
    const facts = { known };
    const asked = { issuer: 'az.alpha', claims: { grams }, time: 0, facts };
    if (begun) firsts.set(as, begun);
    const first = held.get(as) ?? begun;
    const one = first
      ? chooseAgain(opening, selector, asked, first)
      : chooseFirst(selector, asked, drawOf(secret, made.id, rootAt(at), crypto), so);
    if (!first) so = counted(so, one.choice);
    held.set(as, one);
    draws.push({ id: made.id, draw: one.draw, ...told(one.choice) });
    const place = draws.length - 1;
    const since = first && firsts.has(as) ? { first: { ...(firsts.get(as) as CarriedFirst), choice: first.choice } } : {};
    const choice = { ...told(one.choice), facts, ...since, ...(ended && { ended }), rerouted: [] };
    shown[at] = { jws: made.jws, choice: (order ? { ...choice, order: place } : choice) as unknown as JsonObject };
  }
  return { shown, draws };
}

const told = ({ outcome, ground, criterion }: Choice): JsonObject => ({
  outcome, ground, ...(criterion !== undefined && { criterion }),
});
