import { describe, expect, it } from 'vitest';
import { languages } from '../../../../kernel/finding.ts';
import { fill, refusalWords } from '../../../../kernel/words.ts';
import { sentenceAtField, withoutPattern } from './finding-words.ts';

const patterns = ['^AZ-PC-[0-9]{4}-\\d+$', '^(?!0)\\S', '[A-Z]{3}'];

describe('what a finding says', () => {
  it.each(languages)('shows no pattern, in %s', (language) => {
    for (const expected of patterns) {
      const text = fill(refusalWords['input.bad-value'][language], { name: 'number', expected });
      expect(text).toContain(expected);
      for (const say of [sentenceAtField, withoutPattern]) {
        expect(say({ code: 'input.bad-value', text })).not.toContain(expected);
        expect(say({ code: 'input.bad-value', text })).not.toContain('number');
      }
    }
  });

  it('keeps what is expected in words, and what a rule says', () => {
    const text = fill(refusalWords['input.bad-value'].en, { name: 'mode', expected: 'string' });
    expect(sentenceAtField({ code: 'input.bad-value', text })).toBe(text);
    expect(sentenceAtField({ code: 'botanical-name-missing', text: 'See [1].' })).toBe('See [1].');
  });

  it('names what is missing only where its field is not at hand', () => {
    const text = fill(refusalWords['input.missing-member'].en, { name: 'number' });
    expect(sentenceAtField({ code: 'input.missing-member', text })).not.toContain('number');
    expect(withoutPattern({ code: 'input.missing-member', text })).toBe(text);
  });
});
