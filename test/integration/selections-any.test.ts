/** Whatever is sent, replaced, recalled and delivered in whatever order: an auditor makes the same choices again. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SelectionReport } from '../../kernel/exchange/selection-audit.ts';
import {
  acting,
  at,
  audited,
  az,
  chosen,
  corridor,
  file,
  found,
  held,
  hour,
  issue,
  later,
  only,
  place,
  ru,
  send,
} from '../choosing-corridor.ts';

beforeAll(async () => {
  await found();
  const settings = { heavy: 50, random: 400 };
  await (await at('supervisor')).call(`${place}/settings`, 'PUT', { revision: 1, settings, reason: 'Any' });
  await acting(await at('supervisor'), 2);
});
afterAll(() => corridor.end());

const step = fc.record({
  act: fc.constantFrom('send', 'send', 'replace', 'recall', 'deliver', 'deliver'),
  key: fc.constantFrom('P-1', 'P-2', 'P-3'),
  load: fc.constantFrom(1, 1, 60),
  of: fc.nat(),
  /** Whether the sender has in writing what was delivered before it goes on. */
  told: fc.boolean(),
});

test('choices hold over periods, with all files before, with the last one, and without any', async () => {
  const officer = await at('border-officer');
  const reports: SelectionReport[] = [];
  let ended = 0;
  let before: SelectionReport | undefined;
  const sent: { id: string; over: boolean }[] = [];
  const steps = fc.sample(step, { seed: 7, numRuns: 90 });
  for (const [from, number] of [
    [0, 2],
    [30, 3],
    [60, 4],
  ] as const) {
    for (const { act, key, load, of, told } of steps.slice(from, from + 30)) {
      const open = sent.filter(({ over }) => !over);
      const one = open[of % Math.max(1, open.length)];
      if (act === 'send' || !one) sent.push({ id: await send(key, load), over: false });
      else if (act === 'replace') {
        one.over = true;
        sent.push({ id: await send(key, load, one.id), over: false });
      } else {
        one.over = true;
        await held(ru, one.id);
        if (act === 'recall') await issue(az, 'recall', {}, one.id);
        else {
          const delivery = await issue(ru, 'delivery', {}, one.id);
          if (told) await held(az, delivery);
        }
      }
    }
    await chosen(officer, sent.at(-1)?.id ?? '');
    later(hour);
    const told = await file(number);
    ended += JSON.stringify(told.channels).split('"ended":').length - 1;
    const report = await audited(told, reports);
    expect([report.differences, report.unproved, report.gaps]).toEqual([[], [], []]);
    const alone = await audited(told);
    expect(alone.differences).toEqual([]);
    if (before) expect((await audited(told, [before])).differences).toEqual([]);
    before = alone;
    reports.push(report);
    await acting(await at('supervisor'), (await only(await at('supervisor'))).commitments[0].number);
  }
  expect(reports.flatMap(({ choices }) => choices)).toHaveLength(sent.length);
  expect(ended).toBeGreaterThan(5);
  expect(reports.flatMap(({ choices }) => choices.filter(({ again }) => again)).length).toBeGreaterThan(10);
});
