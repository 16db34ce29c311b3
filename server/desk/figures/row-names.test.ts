import { expect, test } from 'vitest';
import type { Figure } from '../../../kernel/figure.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { InstitutionService } from '../../institution/service.ts';
import { rowNames } from './row-names.ts';

const say = (en: string) => ({ az: en, ru: en, en });
const figure: Figure = {
  title: say('Offices'),
  of: say('Office'),
  measure: 'count',
  types: [],
  names: {
    register: 'offices',
    part: 1,
    title: (value) => (typeof value === 'string' ? say(value) : undefined),
  },
  marks: () => [],
};
const named = { name: 'post/offices', profile: 'post', figure };

/** A register in pages of two. */
function registerOf(entries: readonly (readonly [readonly string[], unknown])[]): Pick<InstitutionService, 'register'> {
  return {
    async register(name, { cursor = '0' }) {
      if (name !== 'post/offices') return refuse('request.not-found');
      const from = Number(cursor);
      const items = entries
        .slice(from, from + 2)
        .map(([key, value]) => ({ register: name, key, value, record: '', time: 0 }));
      return { items, ...(from + 2 < entries.length && { next: String(from + 2) }) };
    },
  };
}

const entries = [
  [['az', '1'], 'Bakı'],
  [['az', '2'], 'Qazax'],
  [['ru', '2'], 'Казань'],
  [['ru', '3'], 7],
  [['ru', '1'], 'Bakı'],
  [['ru', '4'], 'Самур'],
] as const;

test('codes are called as their entries say, none by two names', async () => {
  expect([...(await rowNames(registerOf(entries), named))]).toEqual([
    ['1', say('Bakı')],
    ['4', say('Самур')],
  ]);
});

test('nothing is asked where rows are no codes, nor where there is no such register', async () => {
  const { names: _, ...plain } = figure;
  expect((await rowNames(registerOf(entries), { ...named, figure: plain })).size).toBe(0);
  expect((await rowNames(registerOf(entries), { ...named, profile: 'other' })).size).toBe(0);
});
