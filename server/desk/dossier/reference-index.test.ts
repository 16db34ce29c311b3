/** Whatever the order in which records can be read, and wherever a server ended: the index follows from the records. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCatalogue } from '../../../kernel/catalogue.ts';
import type { Profile } from '../../../kernel/profile.ts';
import type { Reference } from '../../../kernel/reference.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { parcelProfile } from '../../../kernel/testing/parcel-profile.ts';
import type { Said } from '../../institution/said.ts';
import { compileSchema } from '../../schema-compiler.ts';
import { findDossiers } from '../../store/desk/dossier.ts';
import { IndexStore } from '../../store/desk/index-store.ts';
import { ReferenceIndex } from './reference-index.ts';

const title = { az: 'x', ru: 'x', en: 'x' };
const parcel = parcelProfile.types['parcel'];
if (!parcel) throw new Error('parcel');
const profile: Profile = {
  ...parcelProfile,
  references: { paper: { title, joins: true }, seal: { title, joins: false } },
  types: {
    ...parcelProfile.types,
    parcel: { ...parcel, references: ({ claims }) => claims['names'] as unknown as readonly Reference[] },
  },
};
const loaded = loadCatalogue([profile], compileSchema);
if (loaded instanceof Refusal) throw new Error(loaded.code);
const catalogue = loaded;

/** A record as it is held here; `waits` until it can be read. */
interface Held {
  readonly names: readonly Reference[];
  readonly about?: number;
  readonly waits: boolean;
}

const idOf = (seq: number): string => seq.toString(16).padStart(64, '0');

class Records {
  readonly held: Held[] = [];
  /** While set, nothing that waits can be read. */
  waiting = true;

  listen = () => () => undefined;

  said = async (query: { after: number; limit: number } | { seqs: readonly number[] }): Promise<readonly Said[]> => {
    const all = this.held.map((one, at): Said => {
      const seq = at + 1;
      const waits = one.waits && this.waiting;
      const claims = { names: one.names as unknown as [] };
      return {
        seq,
        id: idOf(seq),
        profile: 'parcel',
        waits,
        receipts: [],
        ...(one.about !== undefined && { about: idOf(one.about) }),
        ...(!waits && { statement: { type: 'parcel', issuer: 'az.alpha', to: [], claims } }),
      };
    });
    if ('seqs' in query) return all.filter(({ seq }) => query.seqs.includes(seq));
    return all.filter(({ seq }) => seq > query.after).slice(0, query.limit);
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-dossier-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
let files = 0;
const nextFile = () => join(folder, `${files++}.db`);

const indexOf = (records: Records, store: IndexStore, kinds = catalogue) =>
  new ReferenceIndex({ service: records, index: store, catalogue: kinds, logger: pino({ level: 'silent' }) });

async function taken(records: Records, store: IndexStore, kinds = catalogue): Promise<void> {
  const index = indexOf(records, store, kinds);
  await index.start();
  await index.takeUp();
  await index.stop();
}

async function rowsOf(store: IndexStore) {
  const references = await store.db
    .selectFrom('dossier_reference')
    .selectAll()
    .orderBy('value')
    .orderBy('seq')
    .orderBy('kind')
    .execute();
  const members = await store.db.selectFrom('dossier_member').selectAll().orderBy('seq').execute();
  return { references, members };
}

const reference = fc.record({
  kind: fc.constantFrom('paper', 'seal', 'record', 'undeclared'),
  value: fc.nat(12),
});
const record = fc.record({
  names: fc.array(reference, { maxLength: 3 }),
  about: fc.option(fc.nat(11), { nil: undefined }),
  waits: fc.boolean(),
});

const heldOf = ({
  names,
  about,
  waits,
}: {
  names: { kind: string; value: number }[];
  about: number | undefined;
  waits: boolean;
}): Held => ({
  names: names.map(({ kind, value }) => ({ kind, value: kind === 'record' ? idOf(value + 1) : `AZ-${1000 + value}` })),
  ...(about !== undefined && { about: about + 1 }),
  waits,
});

/** Straight from what the word means: whoever shares an id or a joining number, and whoever is joined to those. */
function mattersOf(held: readonly Held[]): number[] {
  const of = held.map((_, at) => at + 1);
  for (let changed = true; changed; ) {
    changed = false;
    const named = held.map(({ names, about }, at) => [
      idOf(at + 1),
      ...(about === undefined ? [] : [idOf(about)]),
      ...names.filter(({ kind }) => kind === 'paper' || kind === 'record').map(({ value }) => value),
    ]);
    for (let a = 0; a < held.length; a++)
      for (let b = 0; b < held.length; b++) {
        const least = Math.min(of[a] as number, of[b] as number);
        if (of[a] === of[b] || !named[a]?.some((one) => named[b]?.includes(one))) continue;
        of[a] = least;
        of[b] = least;
        changed = true;
      }
  }
  return of;
}

test('an index that grew piece by piece, over restarts, is the one made at once, and the one that the word means', async () => {
  const [grown, whole] = [await IndexStore.open(nextFile()), await IndexStore.open(nextFile())];
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 12 }), fc.nat(12), async (given, cut) => {
      const held = given.map(heldOf);
      // As if nothing had ever been taken.
      for (const { db } of [grown, whole]) await db.deleteFrom('dossier_upto').execute();
      const records = new Records();
      records.held.push(...held.slice(0, cut));
      await taken(records, grown);
      records.held.push(...held.slice(cut));
      await taken(records, grown);
      records.waiting = false;
      await taken(records, grown);
      await taken(records, whole);
      const rows = await rowsOf(grown);
      expect(rows).toEqual(await rowsOf(whole));
      expect(await grown.db.selectFrom('dossier_wait').selectAll().execute()).toEqual([]);
      expect(rows.members.map(({ dossier }) => dossier)).toEqual(mattersOf(held));
    }),
    { numRuns: 50 },
  );
  await Promise.all([grown.close(), whole.close()]);
}, 60_000);

test('what is taken anew is taken whole', async () => {
  const store = await IndexStore.open(nextFile());
  const records = new Records();
  records.waiting = false;
  records.held.push({ names: [{ kind: 'paper', value: 'AZ-1' }], waits: false });
  await taken(records, store);
  const before = await rowsOf(store);
  await store.write((db) => db.updateTable('dossier_upto').set({ edition: 'another' }).execute());
  await taken(records, store);
  expect(await rowsOf(store)).toEqual(before);
  await store.close();
});

test('a kind that was not there before is taken from records that were', async () => {
  const store = await IndexStore.open(nextFile());
  const records = new Records();
  records.waiting = false;
  records.held.push({ names: [{ kind: 'company', value: 'AZ 1234567890' }], waits: false });
  await taken(records, store);
  expect((await rowsOf(store)).references.map(({ kind }) => kind)).toEqual(['record']);
  const more = { ...profile, references: { ...profile.references, company: { title, joins: false, persons: true } } };
  const later = loadCatalogue([more as Profile], compileSchema);
  if (later instanceof Refusal) throw new Error(later.code);
  await taken(records, store, later);
  expect((await rowsOf(store)).references.find(({ kind }) => kind === 'company')?.value).toBe('AZ1234567890');
  await store.close();
});

test('where records were put back to an older copy, all are taken anew', async () => {
  const store = await IndexStore.open(nextFile());
  const records = new Records();
  records.waiting = false;
  const paper = (value: string): Held => ({ names: [{ kind: 'paper', value }], waits: false });
  records.held.push(paper('AZ-1001'), paper('AZ-1002'), paper('AZ-1003'));
  await taken(records, store);
  records.held.splice(1, 2, paper('AZ-1004'));
  await taken(records, store);
  const { references } = await rowsOf(store);
  expect(references.filter(({ kind }) => kind === 'paper').map(({ value }) => value)).toEqual(['AZ1001', 'AZ1004']);
  await store.close();
});

test('"none" and "1" join nothing, and are found', async () => {
  const store = await IndexStore.open(nextFile());
  const records = new Records();
  records.waiting = false;
  for (const value of ['б/н', 'б/н', '1', '1']) records.held.push({ names: [{ kind: 'paper', value }], waits: false });
  await taken(records, store);
  expect((await rowsOf(store)).members.map(({ dossier }) => dossier)).toEqual([1, 2, 3, 4]);
  const { found, more } = await findDossiers(store.db, { value: '1', whole: true }, 10);
  expect([found, more]).toEqual([
    [
      { dossier: 4, seq: 4 },
      { dossier: 3, seq: 3 },
    ],
    false,
  ]);
  expect((await findDossiers(store.db, { value: '1', whole: true }, 1)).more).toBe(true);
  await store.close();
});

test('a type whose claims cannot be read keeps nobody else out', async () => {
  const store = await IndexStore.open(nextFile());
  const records = new Records();
  records.waiting = false;
  records.held.push({ names: 7 as unknown as [], waits: false });
  records.held.push({ names: [{ kind: 'seal', value: 'S-1' }], about: 1, waits: false });
  await taken(records, store);
  const { members, references } = await rowsOf(store);
  expect(members.map(({ dossier }) => dossier)).toEqual([1, 1]);
  expect(references.filter(({ kind }) => kind === 'seal')).toEqual([{ value: 'S1', seq: 2, kind: 'seal' }]);
  await store.close();
});

test('what keeps coming is gathered: a look ends, however many come meanwhile', async () => {
  let tell: (event: { kind: string }) => void = () => undefined;
  let looks = 0;
  class Streaming extends Records {
    override listen = (...[, hear]: readonly unknown[]) => {
      tell = hear as typeof tell;
      return () => undefined;
    };
  }
  const records = new Streaming();
  const { said } = records;
  records.said = async (query) => {
    if ('after' in query && ++looks < 50) {
      records.held.push({ names: [], waits: false });
      tell({ kind: 'received' });
    }
    return said(query);
  };
  const store = await IndexStore.open(nextFile());
  const index = indexOf(records, store);
  await index.start();
  await index.takeUp();
  expect(looks).toBe(1);
  await index.stop();
  await store.close();
});
