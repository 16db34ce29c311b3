/** What a profile shows on the page of one record, drawn from what is held here. */

import { fullName } from '../../kernel/catalogue.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Language } from '../../kernel/finding.ts';
import type { PanelAction, PanelBlock, ShownRecord } from '../../kernel/panel.ts';
import type { Need } from '../../kernel/profile.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { rangeKey, rowKey } from '../../kernel/state/rows.ts';
import type { RowName, RowRange } from '../../kernel/state/working-set.ts';
import { evened, storedPayload } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import { type Core, foldContext, prefetch, withRows } from './core.ts';
import { offeredActions, type PanelActionView } from './panel-actions.ts';
import { shownFollowUps } from './shown-follow-ups.ts';
import type { Stage } from './stage.ts';

/** In the language asked for. */
export interface PanelView {
  readonly profile: string;
  readonly name: string;
  readonly title: string;
  /** Stands before the facts of the record. */
  readonly first: boolean;
  readonly blocks: readonly PanelBlock[];
  readonly actions: readonly PanelActionView[];
}

export interface PanelQuery {
  readonly language: Language;
  /** What the institution chose the record for, by name of the selection. */
  readonly selected?: NonNullable<ShownRecord['selected']>;
  /** Whether whoever asks may follow up what the institution issued, and what it received. */
  readonly acts: Readonly<Record<ShownRecord['direction'], boolean>>;
}

const columns = ['id', 'jws', 'profile', 'type', 'issuer', 'time', 'state', 'about', 'direction', 'stage'] as const;
type ShownRow = Pick<RecordTable, (typeof columns)[number]>;

/** Undefined when the record is not here or not readable. Panels with nothing to show are left out. */
export async function panelsOf(
  core: Core,
  stage: Stage,
  id: string,
  { language, selected, acts }: PanelQuery,
): Promise<readonly PanelView[] | undefined> {
  const { db } = core.store;
  const row = await db
    .selectFrom('record')
    .select(columns)
    .where('id', '=', Uint8Array.fromHex(id))
    .where('stage', '=', 'folded')
    .executeTakeFirst();
  if (!row) return undefined;
  const profile = core.catalogue.profiles.find(({ name }) => name === row.profile);
  const named = Object.entries(profile?.panels ?? {});
  const loaded = await Promise.all(named.map(async ([name, load]) => ({ name, panel: await load() })));
  const fitting = loaded.filter(({ panel }) => panel.types.includes(row.type));
  if (!profile || fitting.length === 0) return [];
  const shown = { ...shownOf(core, row), ...(selected && { selected }) };
  const rows = await db
    .selectFrom('record')
    .select(columns)
    .where('seq', 'in', evened(await followUpSeqs(core, row.id)))
    .where('stage', '=', 'folded')
    .orderBy('seq')
    .execute();
  const followUps = rows.map((one) => shownOf(core, one));
  const view = viewOf(stage.rows, foldContext(core, stage), profile.name);
  const drawn: Drawn[] = [];
  for (const { name, panel } of fitting) {
    await prefetch(
      core,
      stage.rows,
      (panel.reads?.(shown) ?? []).map((need) => rowOf(profile.name, need)),
    );
    const blocks = await withRows(core, stage.rows, () => panel.draw(shown, followUps, view, language, stage.now));
    const actions = acts[shown.direction]
      ? await withRows(core, stage.rows, () => panel.actions?.(shown, followUps, view, language, stage.now) ?? [])
      : [];
    if (blocks.length > 0 || actions.length > 0)
      drawn.push({
        profile: profile.name,
        name,
        title: panel.title[language],
        first: panel.first === true,
        blocks,
        actions,
      });
  }
  const asked = drawn.flatMap(({ name, actions }) => actions.map((action) => ({ ...action, panel: name })));
  const offered = await offeredActions(core, stage, profile, shown, asked);
  return drawn.map((one) => ({ ...one, actions: offered.filter(({ panel }) => panel === one.name) }));
}

type Drawn = Omit<PanelView, 'actions'> & { readonly actions: readonly PanelAction[] };

async function followUpSeqs(core: Core, id: Uint8Array): Promise<readonly number[]> {
  const rows = await core.store.db
    .selectFrom('record')
    .select(['seq', 'type', 'issuer'])
    .where('about', '=', id)
    .orderBy('seq')
    .execute();
  return shownFollowUps(rows);
}

function shownOf(core: Core, row: ShownRow): ShownRecord {
  const { claims, samur } = storedPayload(row.jws);
  const { profile, type, issuer, time, state, direction } = row;
  const declaration = core.catalogue.type(profile, type)?.declaration;
  const to = declaration ? addressees(declaration, samur.to, samur.trust, entitlementOf(core.trust)) : samur.to;
  const about = row.about ? { about: row.about.toHex() } : {};
  return { id: row.id.toHex(), profile, type, issuer, to, claims, time, state, direction, self: core.id, ...about };
}

function rowOf(profile: string, need: Need): RowName | RowRange {
  if ('record' in need) return { table: 'subject', key: need.record };
  if ('ledger' in need) return { table: 'account', key: rowKey(fullName(profile, need.ledger), need.key) };
  const name = fullName(profile, need.register);
  return 'prefix' in need
    ? { table: 'register', from: rangeKey(name, need.prefix) }
    : { table: 'register', key: rowKey(name, need.key) };
}
