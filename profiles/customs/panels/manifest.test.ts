import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { languages } from '../../../kernel/finding.ts';
import type { ShownRecord } from '../../../kernel/panel.ts';
import { vectorView } from '../../../kernel/testing/vector-view.ts';
import { massScale } from '../mass.ts';
import { operatorRegister } from '../registers.ts';
import {
  actions,
  all,
  arrived,
  blocks,
  checks,
  controlled,
  follow,
  green,
  held,
  hour,
  type Look,
  main,
  now,
  other,
  row,
  shown,
  text,
  whole,
} from '../testing/screen.ts';
import { manifestPanel } from './manifest.ts';

describe('the officer’s screen', () => {
  it('passes in one step what agrees in everything, in the green lane', () => {
    expect(new Set(Object.values(checks(blocks())))).toEqual(new Set(['good']));
    expect(text(blocks())).not.toContain('differs');
    expect(main()).toMatchObject({
      type: 'recognition',
      claims: { decision: 'full', release: true, lane: 'green', ground: 'none' },
      ready: true,
    });
  });

  it('asks for control where the lane does, and says why', () => {
    const drawn = { record: { selected: { lanes: { ...green, outcome: 'red', ground: 'random' } } } };
    expect(checks(blocks(drawn))).toMatchObject({ 'Our lane': 'attention' });
    expect(main(drawn)).toMatchObject({
      claims: { decision: 'none', reasons: [{ code: 'random-check' }] },
      ready: false,
    });
    expect(actions(drawn).some(({ claims }) => claims['release'] === true)).toBe(false);
  });

  it('lets the last re-route hold, as an officer’s', () => {
    const rerouted = [{ outcome: 'red', reason: 'Wet boxes', at: now }];
    const changed = { record: { selected: { lanes: { ...green, rerouted } } } };
    expect(text(blocks(changed))).toContain('Wet boxes');
    expect(main(changed)?.claims).toMatchObject({
      lane: 'red',
      ground: 'officer',
      reasons: [{ code: 'national-risk' }],
    });
  });

  it('signs nothing by itself before a lane is chosen', () => {
    const { selected: _, ...rest } = shown;
    const unchosen = manifestPanel.actions?.(rest, all, vectorView(whole, massScale), 'en', now) ?? [];
    expect(unchosen.filter(({ ready }) => ready)).toEqual([]);
  });

  it('marks a seal that differs, and gives it as the reason', () => {
    const claims = other(arrived.claims, ({ means }) => {
      for (const one of means) for (const seal of one.seals) seal.number = 'ZZ 000001';
    });
    const differing = { followUps: [controlled, { ...arrived, claims }] };
    expect(checks(blocks(differing))).toMatchObject({ Seals: 'attention', 'Means of transport': 'good' });
    expect(text(blocks(differing))).toContain('{"text":"ZZ 000001","differs":true}');
    expect(main(differing)?.claims['reasons']).toEqual([{ code: 'seal-differs' }]);
  });

  it('names a participant that nobody knows where the goods give no reason themselves', () => {
    const unknown = other(shown.claims, (manifest) => {
      delete manifest.consignee.operator;
    });
    const seal = other(arrived.claims, ({ means }) => {
      for (const one of means) for (const each of one.seals) each.number = 'ZZ 000001';
    });
    const codes = (followUps: readonly ShownRecord[], claims = unknown, view = whole) =>
      main({ record: { claims }, followUps, view })?.claims['reasons'];
    expect(codes(all)).toEqual([{ code: 'participant-not-listed' }]);
    const differing = [controlled, { ...arrived, claims: seal }];
    expect(codes(differing)).toEqual([{ code: 'seal-differs' }]);
    const heavy = other(arrived.claims, (copy) => {
      copy.gross = { value: '90000', unit: 'KGM' };
    });
    expect(codes([controlled, { ...arrived, claims: heavy }])).toEqual([{ code: 'weight-differs' }]);
    const suspended = (held.registers ?? []).map((one) =>
      one.name === operatorRegister ? { ...one, value: { ...(one.value as JsonObject), state: '03' } } : one,
    );
    expect(codes(differing, shown.claims, { ...whole, registers: suspended })).toEqual([
      { code: 'seal-differs' },
      { code: 'participant-not-listed' },
    ]);
  });

  it('takes no bad result for a missing document', () => {
    const adverse = { ...controlled, claims: { ...controlled.claims, result: 'B1' } };
    const found = main({ followUps: [adverse, arrived] });
    expect(found?.claims['decision']).toBe('none');
    expect(found?.claims).not.toHaveProperty('reasons');
  });

  it('shows what a control was told to have found after it was taken back, and passes nothing in one step', () => {
    const before = { ...controlled, id: 'before', time: controlled.time - 60_000 };
    const told = { ...before, claims: { ...controlled.claims, result: 'B1' } };
    const look = { followUps: [told, controlled, arrived] };
    expect(checks(blocks(look))).toMatchObject({ 'Control of the sending side': 'attention' });
    expect(text(blocks(look))).toContain('the control was told otherwise before: B1');
    expect(actions(look).some(({ claims }) => claims['release'] === true)).toBe(false);
  });

  it('calls control against a green lane what it is: the decision of an officer', () => {
    const control = (look?: Look) => actions(look).find(({ claims }) => claims['decision'] === 'none')?.claims;
    const own = { lane: 'red', ground: 'officer' };
    for (const outcome of ['green', 'blue'])
      expect(control({ record: { selected: { lanes: { ...green, outcome } } } })).toMatchObject(own);
    expect(control({ record: { state: 'recognised' } })).toMatchObject(own);
    const yellow = { selected: { lanes: { ...green, outcome: 'yellow', ground: 'profile' } } };
    expect(control({ record: yellow })).toMatchObject({ lane: 'yellow', ground: 'profile' });
    const part = actions().find(({ claims }) => claims['decision'] === 'part')?.claims;
    expect(part).toMatchObject({ ground: 'officer' });
    expect(part).not.toHaveProperty('lane');
    const declined = follow('recognition', { decision: 'none', ...own, office: '10899020' });
    expect(main({ record: { state: 'recontrolled' }, followUps: [...all, declined] })?.claims).toMatchObject(own);
  });

  it('looks at what took effect alone', () => {
    const claims = other(arrived.claims, (copy) => {
      copy.gross = { value: '1', unit: 'KGM' };
    });
    const refused = { ...arrived, id: 'd'.repeat(64), claims, state: 'refused' };
    expect(checks(blocks({ followUps: [...all, refused] }))).toMatchObject({ 'Gross weight': 'good' });
  });

  it('says what is not held, and invents nothing', () => {
    const bare = blocks({ view: {} });
    expect(text(bare)).toContain('not held here');
    expect(checks(bare)).toMatchObject({ 'Plant-health certificates': 'unknown', Documents: 'unknown' });
    expect(checks(blocks({ followUps: [] }))).toMatchObject({
      Seals: 'unknown',
      'Control of the sending side': 'unknown',
    });
  });

  it('leaves the seals of an arrival to whoever stands before them', () => {
    const [arrive] = actions({ record: { state: 'registered' }, followUps: [controlled] });
    expect(arrive).toMatchObject({ type: 'manifest-arrival', main: true, ready: false });
    const seen = arrive?.claims['means'] as { readonly seals: readonly string[] }[] | undefined;
    expect(seen?.flatMap(({ seals }) => seals)).toEqual([]);
  });

  it('asks for the own result after the decision to control, then offers the release', () => {
    const declined = follow('recognition', { decision: 'none', lane: 'red', ground: 'random', office: '10899020' });
    const record = { state: 'recontrolled' };
    expect(main({ record, followUps: [...all, declined] })?.type).toBe('control-result');
    const result = follow(
      'control-result',
      { ...row('control-result'), side: 'receiving', result: 'A1', ended: '2026-11-20T10:50:00Z' },
      { time: now },
    );
    expect(main({ record, followUps: [...all, declined, result] })).toMatchObject({
      claims: { kind: 'release' },
      ready: true,
    });
    const bad = { ...result, claims: { ...result.claims, result: 'B1' } };
    expect(main({ record, followUps: [...all, declined, bad] })?.claims['kind']).toBe('detain');
  });

  it('shows what has left the border as it stood then', () => {
    const late = follow('manifest-disposition', { kind: 'release', office: '10899020' });
    const years = now + 24 * 365 * hour;
    const drawn = (followUps: readonly ShownRecord[]) =>
      checks(manifestPanel.draw({ ...shown, state: 'released' }, followUps, vectorView(whole, massScale), 'en', years));
    expect(drawn([...all, late])).toMatchObject({ 'Control of the sending side': 'good' });
    expect(drawn(all)).toMatchObject({ 'Control of the sending side': 'attention' });
  });

  it('shows the sending side what was made of its control', () => {
    const declined = follow(
      'recognition',
      { decision: 'none', lane: 'red', ground: 'random', office: '10899020', reasons: [{ code: 'late' }] },
      { direction: 'received' },
    );
    const look = { record: { self: 'az.customs', direction: 'issued' as const }, followUps: [...all, declined] };
    expect(checks(blocks(look))).toMatchObject({ Seals: 'good', Recognition: 'attention' });
    expect(text(blocks(look))).not.toContain('Our lane');
    expect(actions(look).map(({ type }) => type)).toEqual(['control-result']);
  });

  it('offers nothing to whoever only reads', () => {
    expect(actions({ record: { self: 'ru.fsvps' } })).toEqual([]);
  });

  it.each(languages)('is filled in whole, in %s', (language) => {
    for (const state of ['registered', 'arrived', 'recontrolled'])
      expect(text(blocks({ record: { state } }, language))).not.toMatch(/\{\w+\}/);
  });
});
