import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestWindow } from '../../kernel/exchange/request-signature.ts';
import { NonceMemory } from './nonce-memory.ts';

const window = requestWindow * 1000;

test('no nonce is accepted twice while its signature could still be', () => {
  const use = fc.record({ nonce: fc.constantFrom('a', 'b', 'c'), pause: fc.integer({ min: 0, max: window }) });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 60 }), (uses) => {
      const memory = new NonceMemory();
      const accepted = new Map<string, number>();
      let now = 0;
      for (const { nonce, pause } of uses) {
        now += pause;
        const refused = memory.use('key', nonce, now) !== undefined;
        const before = accepted.get(nonce);
        // Signed at most one window ahead of this clock, acceptable for one window after.
        if (before !== undefined && now - before <= 2 * window) expect(refused).toBe(true);
        if (before === undefined) expect(refused).toBe(false);
        if (!refused) accepted.set(nonce, now);
      }
    }),
  );
});

test('a nonce does not stay for ever, and one key does not speak for another', () => {
  const memory = new NonceMemory();
  expect(memory.use('one', 'a', 0)).toBeUndefined();
  expect(memory.use('two', 'a', 0)).toBeUndefined();
  expect(memory.use('one', 'a', 1)).toMatchObject({ code: 'request.replayed' });
  expect(memory.use('one', 'a', 4 * window)).toBeUndefined();
});

test('a full memory refuses rather than forgets', () => {
  const memory = new NonceMemory(2);
  memory.use('one', 'a', 0);
  memory.use('one', 'b', 0);
  expect(memory.use('one', 'c', 0)).toMatchObject({ code: 'request.too-many' });
  expect(memory.use('one', 'a', 0)).toMatchObject({ code: 'request.replayed' });
  expect(memory.use('two', 'c', 0)).toBeUndefined();
});
