/** A truck at the border of which everything agrees, what else may be known of it, and how the officer's screen shows it. */
import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PanelBlock, ShownRecord } from '../../../kernel/panel.ts';
import type { Selected } from '../../../kernel/selection.ts';
import { type VectorView, vectorView } from '../../../kernel/testing/vector-view.ts';
import { massScale } from '../mass.ts';
import { manifestPanel } from '../panels/manifest.ts';
import { certificateLedger } from '../positions.ts';

interface Vector {
  readonly time: string;
  readonly subject: { readonly issuer: string; readonly to: readonly string[]; readonly claims: JsonObject };
  readonly view: VectorView;
}

const vector = JSON.parse(
  readFileSync(new URL('../vectors/valid/recognition-with-release.json', import.meta.url), 'utf8'),
) as Vector;
const { time, subject } = vector;
export const held = vector.view;
export const now = Date.parse(time);
export const hour = 3_600_000;
export const row = (name: string) => held.registers?.find((one) => one.name === name)?.value as JsonObject;
const recordOf = (name: string): string => held.registers?.find((one) => one.name === name)?.record ?? '';
export const green: Selected = { outcome: 'green', ground: 'none', at: now, rerouted: [] };

export const shown: ShownRecord = {
  id: 'a'.repeat(64),
  profile: 'customs',
  type: 'manifest',
  issuer: subject.issuer,
  to: subject.to,
  claims: subject.claims,
  time: now - 12 * hour,
  state: 'arrived',
  direction: 'received',
  self: 'ru.fts',
  selected: { lanes: green },
};

export const follow = (type: string, claims: JsonObject, more: Partial<ShownRecord> = {}): ShownRecord => ({
  ...shown,
  id: 'b'.repeat(64),
  type,
  issuer: 'ru.fts',
  claims,
  time: now - hour,
  state: 'effective',
  direction: 'issued',
  ...more,
});
export const controlled = follow('control-result', row('control-result'), {
  id: recordOf('control-result'),
  issuer: 'az.customs',
  direction: 'received',
});
export const arrived = follow('manifest-arrival', row('manifest-arrival'), { id: recordOf('manifest-arrival') });
export const all = [controlled, arrived];

const record = 'c'.repeat(64);
/** Every paper that the manifest names is held, its certificate in force and reserved for it. */
export const whole: VectorView = {
  ...held,
  records: [{ id: record, type: 'certificate', issuer: 'az.afsa', to: [], claims: {}, state: 'issued' }],
  offered: [
    {
      ledger: certificateLedger,
      id: record,
      issuer: 'az.afsa',
      number: 'AZ-26-004711',
      state: { az: 'Verilib', ru: 'Выдан', en: 'Issued' },
      open: true,
      accounts: [{ key: ['az.afsa', 'ru.fsvps', 'AZ-26-004711', '1'], part: '1', title: '', codes: [] }],
    },
  ],
  accounts: [
    {
      ledger: certificateLedger,
      key: ['az.afsa', 'ru.fsvps', 'AZ-26-004711', '1'],
      credited: '18000',
      debited: '18000',
    },
  ],
};

export interface Look {
  readonly record?: Partial<ShownRecord>;
  readonly followUps?: readonly ShownRecord[];
  readonly view?: VectorView;
}

export function blocks(
  { record: more = {}, followUps = all, view = whole }: Look = {},
  language: 'az' | 'ru' | 'en' = 'en',
) {
  return manifestPanel.draw({ ...shown, ...more }, followUps, vectorView(view, massScale), language, now);
}
export function actions({ record: more = {}, followUps = all, view = whole }: Look = {}) {
  return manifestPanel.actions?.({ ...shown, ...more }, followUps, vectorView(view, massScale), 'en', now) ?? [];
}
export const checks = (drawn: readonly PanelBlock[]) =>
  Object.fromEntries(
    drawn.flatMap((block) => (block.kind === 'checks' ? block.items.map(({ label, tone }) => [label, tone]) : [])),
  );
export const main = (look?: Look) => actions(look).find((one) => one.main);
export const text = (drawn: readonly PanelBlock[]) => JSON.stringify(drawn);

export const other = (claims: JsonObject, change: (copy: ReturnType<typeof JSON.parse>) => void): JsonObject => {
  const copy = structuredClone(claims) as ReturnType<typeof JSON.parse>;
  change(copy);
  return copy;
};
