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
import { offices } from '../rules/manifest/route.ts';
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
/** By when it was stated: who states something later has it. */
const follow = (type: string, claims: object, issuer: string, stated: string): ShownRecord => ({
  ...shown,
  id: stated,
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

const looked = { ...vectorView(view, massScale), comesAfter: (later: string, earlier: string) => earlier <= later };
const drawn = (followUps: readonly ShownRecord[], language: 'az' | 'ru' | 'en' = 'en', record = shown) =>
  manifestPanel.draw(record, followUps, looked, language, now);
const cellsOf = (blocks: readonly PanelBlock[], first: string) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).find(({ cells }) => cells[0] === first)?.cells;
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

describe('seals', () => {
  const means = '10-BB-417';
  const seal = (number: string) => [{ number, state: 'good' as const }];
  const sealed = (number: string) => ({
    means: arrival.means.map((one) => (one.number === means ? { ...one, seals: seal(number) } : one)),
  });
  const replaced = { seals: [{ means, before: ['AZ 118845'], after: ['ZZ 1'], state: 'good' as const }] };
  const second = (stated: string) =>
    sent({ number: 'K-2', started: '2026-11-20T10:00:00Z', ended: '2026-11-20T10:20:00Z', ...replaced }, stated);

  it('of a control count when it was stated before the arrival was', () => {
    const inTime = drawn([sent(), second('2026-11-20T10:44:00Z'), came(sealed('ZZ 1'))]);
    expect(check(inTime, 'Seals')).toMatchObject({ tone: 'good' });
    expect(cellsOf(inTime, means)).toEqual([means, 'AZ 118845', 'ZZ 1', 'ZZ 1']);
  });

  it('of a control that was stated afterwards do not, however early it is said to have ended', () => {
    const late = drawn([sent(), came(sealed('ZZ 1')), second('2026-11-20T10:50:00Z')]);
    expect(check(late, 'Seals')).toMatchObject({ tone: 'attention' });
    expect(cellsOf(late, means)).toEqual([means, 'AZ 118845', 'AZ 118845', { text: 'ZZ 1', differs: true }]);
    expect(facts(late)).toContainEqual(
      expect.objectContaining({
        label: 'Stated',
        differs: true,
        value: expect.stringContaining('do not count') as string,
      }),
    );
    const again = came(sealed('ZZ 1'), '2026-11-20T10:55:00Z');
    expect(check(drawn([sent(), came(sealed('ZZ 1')), second('2026-11-20T10:50:00Z'), again]), 'Seals')).toMatchObject({
      tone: 'attention',
    });
  });

  it('that were told in time stand, although the sender corrects them away afterwards', () => {
    const { seals: _, ...bare } = sentResult;
    const first = sent(replaced);
    const mended = follow('control-result', bare, 'az.customs', '2026-11-20T10:50:00Z');
    expect(check(drawn([first, came(), mended]), 'Seals')).toMatchObject({ tone: 'attention' });
    expect(check(drawn([first, came(sealed('ZZ 1')), mended]), 'Seals')).toMatchObject({ tone: 'good' });
  });

  it('that were taken off and not replaced need attention, although none was stated and none is there', () => {
    const off = { seals: [{ means, before: ['AZ 118845'], after: [], state: 'good' as const }] };
    const bare = { means: arrival.means.map((one) => ({ ...one, seals: [] })) };
    const blocks = drawn([sent(off), came(bare)]);
    expect(check(blocks, 'Seals')).toMatchObject({ tone: 'attention', text: expect.stringContaining(means) as string });
    expect(cellsOf(blocks, means)?.[2]).toEqual({ text: 'no seal', differs: true });
  });

  it('that an own control found are compared with those stated', () => {
    const other = own({ seals: [{ means, before: ['ZZ 9'], after: ['ZZ 9'], state: 'good' }] });
    const blocks = drawn([sent(), came(), other]);
    expect(check(blocks, 'Seals')).toMatchObject({ tone: 'attention', text: 'Differ: AZ 118845, ZZ 9' });
    expect(cellsOf(blocks, means)?.at(-1)).toEqual({ text: 'ZZ 9', differs: true });
    const same = own({ seals: [{ means, before: ['az118845'], after: ['RU 7'], state: 'good' }] });
    expect(check(drawn([sent(), came(), same]), 'Seals')).toMatchObject({ tone: 'good' });
  });

  it('are offered after a control as before it: whoever opens one says so', () => {
    const results = (state: string, self: string, followUps: readonly ShownRecord[]) =>
      (manifestPanel.actions?.({ ...shown, state, self }, followUps, looked, 'en', now) ?? [])
        .filter(({ type }) => type === 'control-result')
        .map(({ claims }) => claims['seals']);
    const kept = (found: string) => [{ means, before: [found], after: [found] }];
    expect(results('sent', 'az.customs', [])).toEqual([kept('AZ 118845')]);
    expect(results('detained', 'ru.fts', [sent(), came(sealed('ZZ 1'))])).toEqual([kept('ZZ 1')]);
  });
});

describe('each weighing', () => {
  const kg = (value: string) => ({ gross: { value, unit: 'KGM' } });
  it('stands in its own column, with what it differs by from the weight stated', () => {
    const blocks = drawn([sent(kg('30000')), came(kg('19210')), own(kg('25000'))]);
    const off = (text: string) => ({ text: expect.stringMatching(text) as string, differs: true });
    expect(cellsOf(blocks, 'Gross weight')).toEqual([
      'Gross weight',
      '19,200\u00A0kg',
      off('^30,000\u00A0kg; \\+10,800'),
      expect.stringMatching(/^19,210\u00A0kg; \+10/),
      off('^25,000\u00A0kg; \\+5,800'),
    ]);
    const { gross: _, ...bare } = arrival;
    const unweighed = follow('manifest-arrival', bare, 'ru.fts', '2026-11-20T10:45:00Z');
    expect(cellsOf(drawn([sent(), unweighed, own(kg('25000'))]), 'Gross weight')?.slice(-2)).toEqual([
      '–',
      off('^25,000\u00A0kg; \\+5,800'),
    ]);
  });
});

describe('the notice given', () => {
  it('is counted as the findings do: by what is expected until the goods have come', () => {
    const stated = Date.parse(shown.claims['expected'] as string) - 57 * 60_000;
    const record = { ...shown, time: stated };
    const found = offices.check(record, vectorView(view, massScale)).find(({ code }) => code === 'manifest-late');
    expect(found?.detail).toMatchObject({ minutes: 57 });
    const notice = (...followUps: readonly ShownRecord[]) => check(drawn(followUps, 'en', record), 'Advance notice');
    const ahead = (text: string) => ({ tone: 'attention', text: expect.stringContaining(`${text} ahead`) as string });
    const at = (minutes: number) => came({ time: new Date(stated + minutes * 60_000).toISOString() });
    expect(notice(sent())).toMatchObject(ahead('57\u00A0min'));
    expect(notice(sent(), at(64))).toMatchObject(ahead('1\u00A0h 4\u00A0min'));
    expect(notice(sent(), at(-1))).toMatchObject({ tone: 'attention', text: 'Sent after the arrival' });
  });
});
