/** What a control found stands on the screen whatever its code says, beside what was stated. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { languages } from '../../../kernel/finding.ts';
import type { PanelBlock, ShownRecord } from '../../../kernel/panel.ts';
import { type VectorView, vectorView } from '../../../kernel/testing/vector-view.ts';
import type { ControlResult } from '../claims/control.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import { massScale } from '../mass.ts';
import { manifestPanel } from './manifest.ts';

interface Vector {
  readonly time: string;
  readonly subject: { readonly issuer: string; readonly to: readonly string[]; readonly claims: JsonObject };
  readonly view: VectorView;
}

const { time, subject, view } = JSON.parse(
  readFileSync(new URL('../vectors/valid/recognition-with-release.json', import.meta.url), 'utf8'),
) as Vector;
const now = Date.parse(time);
const row = (name: string) => view.registers?.find((one) => one.name === name)?.value;
const sentResult = row('control-result') as unknown as ControlResult;
const arrival = row('manifest-arrival') as unknown as Arrival;

const shown: ShownRecord = {
  id: 'a'.repeat(64),
  profile: 'customs',
  type: 'manifest',
  issuer: subject.issuer,
  to: subject.to,
  claims: subject.claims,
  time: Date.parse('2026-11-20T06:00:00Z'),
  state: 'arrived',
  direction: 'received',
  self: 'ru.fts',
};
const follow = (type: string, claims: object, issuer: string, stated: string): ShownRecord => ({
  ...shown,
  type,
  issuer,
  claims: claims as JsonObject,
  time: Date.parse(stated),
  state: 'effective',
});
const sent = (changes: Partial<ControlResult> = {}, stated = '2026-11-20T06:05:00Z') =>
  follow('control-result', { ...sentResult, ...changes }, 'az.customs', stated);
const own = (changes: Partial<ControlResult>) => {
  const { seals: _, gross: __, ...rest } = sentResult;
  const claims = { ...rest, number: 'RU-1', side: 'receiving', ended: '2026-11-20T10:55:00Z', ...changes };
  return follow('control-result', claims, 'ru.fts', '2026-11-20T10:56:00Z');
};
const came = (changes: Partial<Arrival> = {}, stated = '2026-11-20T10:45:00Z') =>
  follow('manifest-arrival', { ...arrival, ...changes }, 'ru.fts', stated);

const drawn = (followUps: readonly ShownRecord[], language: 'az' | 'ru' | 'en' = 'en') =>
  manifestPanel.draw(shown, followUps, vectorView(view, massScale), language, now);
const check = (blocks: readonly PanelBlock[], label: string) =>
  blocks.flatMap((block) => (block.kind === 'checks' ? block.items : [])).find((one) => one.label === label);
const facts = (blocks: readonly PanelBlock[]) => blocks.flatMap((block) => (block.kind === 'facts' ? block.lines : []));

describe('a control result on the screen', () => {
  it('with exceeded radiation needs attention, although its code says minor discrepancies', () => {
    const blocks = drawn([sent({ result: 'A4', radiation: 'exceeded' }), came()]);
    expect(check(blocks, 'Control of the sending side')).toMatchObject({
      tone: 'attention',
      text: 'A4 minor discrepancies, too much radiation',
    });
    expect(facts(blocks)).toContainEqual({ label: 'Radiation', value: 'exceeded', differs: true });
    const found = drawn([sent(), came(), own({ result: 'A4', radiation: 'exceeded', text: 'x' })]);
    expect(facts(found)).toContainEqual({ label: 'Radiation', value: 'exceeded', differs: true });
  });

  it.each(languages)('tells what it told in full: %s', (language) => {
    const lines = [{ sequence: 1, damaged: true as const, sampled: true as const }];
    const told = (changes: Partial<ControlResult>) => JSON.stringify(drawn([sent(changes), came()], language));
    const plain = told({ extent: 'all', radiation: 'normal' });
    for (const changes of [
      { extent: 'part' as const },
      { radiation: 'exceeded' as const },
      { started: '2026-11-20T04:00:00Z' },
      { lines: [{ sequence: 1, damaged: true as const }] },
      { lines: [{ sequence: 1, sampled: true as const }] },
    ])
      expect(told({ extent: 'all', radiation: 'normal', ...changes })).not.toBe(plain);
    expect(facts(drawn([sent({ lines }), came()], language)).some(({ differs }) => differs)).toBe(true);
  });
});
