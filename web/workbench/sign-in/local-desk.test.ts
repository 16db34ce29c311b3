import { expect, test } from 'vitest';
import { localDesk } from './local-desk.ts';

test('a desk on this computer, at the address of its institution', () => {
  expect(localDesk('agency.ru.localhost:8402', 'az')).toBe('http://agency.ru.localhost:8402/desk?lang=az');
  expect(localDesk('ru.localhost:8402', 'en')).toBe('http://ru.localhost:8402/desk?lang=en');
});

test.each(['desk.example.az', 'ru.localhost.example:80', 'localhost', 'ru.localhost:8402/x', '@ru.localhost:1'])(
  'no link to %s',
  (domain) => {
    expect(localDesk(domain, 'az')).toBeUndefined();
  },
);
