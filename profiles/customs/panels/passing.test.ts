import { describe, expect, it } from 'vitest';
import type { VectorView } from '../../../kernel/testing/vector-view.ts';
import { actions, arrived, blocks, checks, controlled, held, main, other, text, whole } from '../testing/screen.ts';

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
      expect(actions({ view }).filter(({ ready, type }) => ready && type === 'recognition')).toEqual([]);
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
});
