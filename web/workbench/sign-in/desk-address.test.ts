import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskAddress } from './desk-address.ts';

const origin = 'http://az.localhost:8401';

test('a place keeps what it asks for; the language is added', () => {
  expect(deskAddress(origin, '/records?q=a%20b')).toBe(`${origin}/desk/records?q=a%20b`);
  expect(deskAddress(origin, '/records?q=1', 'az')).toBe(`${origin}/desk/records?q=1&lang=az`);
  expect(deskAddress(origin, '/')).toBe(`${origin}/desk/`);
});

test('whatever is asked for, the address stays on this server', () => {
  const nasty = fc.constantFrom('//', '\\', '@', '..', ':', '#', '?', 'evil.example', '/', 'javascript:');
  const text = fc.oneof(
    fc.string(),
    fc.array(nasty).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (to) => {
      expect(new URL(deskAddress(origin, to)).origin).toBe(origin);
      expect(new URL(deskAddress(origin, `/${to}`)).origin).toBe(origin);
    }),
  );
});
