import { describe, expect, it } from 'vitest';
import type { VectorView } from '../../../kernel/testing/vector-view.ts';
import {
  actions,
  arrived,
  blocks,
  checks,
  controlled,
  follow,
  held,
  main,
  other,
  row,
  shown,
  text,
  whole,
} from '../testing/screen.ts';

/** Of goods without a certificate nothing is written off. */
const uncertified = other(shown.claims, ({ lines }) => {
  for (const line of lines) delete line.certificate;
});

describe('what an officer is not to pass in one press', () => {
  it('passes nothing on a certificate that others have taken from, or that is not open', () => {
    const [account] = whole.accounts ?? [];
    const [offered] = whole.offered ?? [];
    if (account === undefined || offered === undefined) throw new TypeError('the view has both');
    const looks: readonly VectorView[] = [
      { ...whole, accounts: [{ ...account, debited: '36000' }] },
      { ...whole, accounts: [{ ...account, credited: '40000', debited: '27000' }] },
      { ...whole, accounts: [{ ...account, credited: '9000' }] },
      { ...whole, offered: [{ ...offered, open: false }] },
    ];
    for (const view of looks) {
      expect(checks(blocks({ view }))).toMatchObject({ 'Plant-health certificates': 'attention' });
      expect(main({ view })?.claims).toMatchObject({ decision: 'none', reasons: [{ code: 'document-missing' }] });
      expect(actions({ view }).filter(({ claims }) => claims['release'] === true)).toEqual([]);
    }
  });

  it('has the goods reserved for before they leave', () => {
    const registers = (held.registers ?? []).filter(({ name }) => name !== 'manifest-write-off');
    const view = { ...whole, registers, accounts: whole.accounts?.map((one) => ({ ...one, debited: '0' })) ?? [] };
    expect(checks(blocks({ view }))).toMatchObject({ 'Plant-health certificates': 'attention' });
    expect(main({ view })).toMatchObject({ type: 'write-off', claims: { act: 'reserve' } });
    expect(main({ view, record: { state: 'recognised' } })).toMatchObject({ type: 'write-off' });
    expect(checks(blocks({ view, followUps: [controlled], record: { state: 'registered' } }))).toMatchObject({
      'Plant-health certificates': 'good',
    });
  });

  it('counts nothing for goods whose declaration names other ones by now, or none', () => {
    for (const manifest of ['e'.repeat(64), undefined]) {
      const { manifest: _, ...claims } = row('write-off');
      const value = manifest === undefined ? claims : { ...claims, manifest };
      const registers = (held.registers ?? []).map((one) => (one.name === 'write-off' ? { ...one, value } : one));
      const view = { ...whole, registers };
      expect(checks(blocks({ view }))).toMatchObject({ 'Plant-health certificates': 'attention' });
      expect(actions({ view }).filter(({ claims: { release } }) => release === true)).toEqual([]);
    }
  });

  it('expects control where the sending side told no result', () => {
    expect(checks(blocks({ followUps: [arrived] }))).toMatchObject({ 'Control of the sending side': 'attention' });
    expect(main({ followUps: [arrived] })?.claims).toMatchObject({
      decision: 'none',
      reasons: [{ code: 'document-missing' }],
    });
  });

  it('keeps what was told of the arrival before', () => {
    const before = other(arrived.claims, ({ means }) => {
      means[1].seals[0].number = 'BAD9';
    });
    const followUps = [controlled, { ...arrived, id: 'e'.repeat(64), claims: before }, arrived];
    expect(checks(blocks({ followUps }))).toMatchObject({ Seals: 'attention' });
    expect(text(blocks({ followUps }))).toContain('BAD9');
    expect(main({ followUps })?.claims).toMatchObject({ decision: 'none', reasons: [{ code: 'seal-differs' }] });
  });

  it('expects an audit of what the blue lane let pass', () => {
    const blue = follow('recognition', { decision: 'full', lane: 'blue', ground: 'random', office: '10899020' });
    const followUps = [controlled, arrived, blue];
    expect(main({ followUps, record: { state: 'recognised' } })?.claims).toMatchObject({
      kind: 'release',
      audit: true,
    });
    const view = { ...whole, registers: (held.registers ?? []).filter(({ name }) => name !== 'manifest-write-off') };
    const record = { state: 'released-for-audit', claims: uncertified };
    expect(main({ followUps, record, view })?.type).toBe('control-result');
  });
});
