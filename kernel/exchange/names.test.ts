import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../server/schema-compiler.ts';
import { Refusal } from '../refusal.ts';
import { exchangeProfile } from './exchange-profile.ts';
import { mirrorName, originOf, parseOrigin } from './names.ts';

describe('origins', () => {
  it('come back from their text', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,10}(\.[a-z]{1,10})?(:[1-9][0-9]{0,3})?$/),
        fc.stringMatching(/^[a-z]{2}\.[a-z]{1,10}$/),
        fc.integer({ min: 1 }),
        (domain, recipient, generation) => {
          expect(parseOrigin(originOf({ domain }, recipient, generation))).toEqual({ domain, recipient, generation });
        },
      ),
    );
  });

  it.each(['', 'a.example', 'a.example/ru.b', 'a.example/ru.b/0', 'a.example/ru.b/01', 'a.example/ru.b/1/2'])(
    'refuse %j',
    (text) => {
      expect((parseOrigin(text) as Refusal).code).toBe('log.wrong-origin');
    },
  );

  it.each([
    'a.example/ru.b/-1',
    'a.example/ru.b/1.5',
    'a.example/ru.b/1e3',
    '/ru.b/1',
    'a //1',
    'a+b/ru.b/1',
    'a b/c/1',
  ])('refuse %j as well', (text) => {
    expect(parseOrigin(text)).toBeInstanceOf(Refusal);
  });

  it('keep, the longest of them, to the schemas of the exchange itself', () => {
    const domain = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(8)}`;
    const longest = originOf({ domain }, 'ru.'.padEnd(64, 'e'), Number.MAX_SAFE_INTEGER);
    expect([domain.length, longest.length]).toEqual([200, 282]);
    expect(parseOrigin(longest)).toMatchObject({ domain });
    const digest = 'a'.repeat(64);
    const previous = { origin: longest, size: 0, root: digest };
    for (const [type, claims] of Object.entries({
      refusal: { record: digest, origin: longest, index: 0, code: 'record.bad-claims' },
      opening: { origin: longest, previous, reason: 'planned' },
      acceptance: { origin: longest, opening: digest, previous },
    })) {
      const check = compileSchema(exchangeProfile.types[type]!.schemas[1]!);
      expect(check(claims)).toBeUndefined();
      expect(check({ ...claims, origin: 'a'.repeat(301) })).toMatchObject([{ path: '/origin', keyword: 'pattern' }]);
    }
  });

  it('are never the name of a mirror', () => {
    expect(mirrorName({ domain: 'ru.localhost:8402', id: 'ru.fsvps' })).toBe('ru.localhost:8402/ru.fsvps');
    expect(parseOrigin(mirrorName({ domain: 'ru.localhost:8402', id: 'ru.fsvps' }))).toBeInstanceOf(Refusal);
  });
});
