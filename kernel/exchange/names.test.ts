import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
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

  it('are never the name of a mirror', () => {
    expect(mirrorName({ domain: 'ru.localhost:8402', id: 'ru.fsvps' })).toBe('ru.localhost:8402/ru.fsvps');
    expect(parseOrigin(mirrorName({ domain: 'ru.localhost:8402', id: 'ru.fsvps' }))).toBeInstanceOf(Refusal);
  });
});
