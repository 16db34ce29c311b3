import { expect, test } from 'vitest';
import { Refusal, refusalCodes } from '../../kernel/refusal.ts';
import { leadingRefusal, wordRefusal } from './finding-words.ts';
import { statusOf } from './problem.ts';

test('every refusal code has a status, and only faults of the server blame the server', () => {
  for (const code of refusalCodes) {
    expect(statusOf(code), code).toBeGreaterThanOrEqual(400);
    expect(statusOf(code) >= 500, code).toBe(code.startsWith('server.') || code.startsWith('config.'));
  }
});

test.each([
  ['input.too-large', 413],
  ['request.wrong-host', 421],
  ['request.replayed', 401],
  ['request.idempotency-conflict', 409],
  ['access.token-missing', 401],
  ['access.not-allowed', 403],
  ['record.unknown-id', 404],
  ['ledger.insufficient', 422],
  ['exchange.forked', 409],
  ['server.unavailable', 503],
] as const)('%s is %i', (code, status) => expect(statusOf(code)).toBe(status));

test('several findings are led by the first that refuses', () => {
  const warn = { code: 'trust.stale', severity: 'warn', path: '' } as const;
  const refuse = {
    code: 'ledger.insufficient',
    severity: 'refuse',
    path: '/lines/0',
    detail: { available: '3' },
  } as const;
  expect(leadingRefusal([warn, refuse])).toEqual(new Refusal('ledger.insufficient', { available: '3' }, '/lines/0'));
  expect(leadingRefusal([warn, { ...refuse, code: 'own-code' }])).toEqual(new Refusal('rule.broken'));
});

test('a finding carries its sentence in every language', () => {
  const worded = wordRefusal(new Refusal('input.missing-member', { name: 'claims' }, '/claims'), 'az');
  expect(worded).toMatchObject({ code: 'input.missing-member', severity: 'refuse', path: '/claims' });
  expect(worded.text).toBe(worded.texts.az);
  for (const text of Object.values(worded.texts)) expect(text).toContain('(claims)');
});
