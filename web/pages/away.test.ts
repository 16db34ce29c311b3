import { expect, test } from 'vitest';
import { languages } from '../../kernel/finding.ts';
import { awayPage } from './away.ts';
import { awayWords } from './words/away.ts';

test.each(languages)('without a network the page in %s leads to the check in that language', (language) => {
  const page = awayPage(language, '/assets/style-abc.css');
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(awayWords.lead[language]);
  expect(page).toContain(`href="/verify?lang=${language}"`);
  expect(page).toContain('<link rel="stylesheet" href="/assets/style-abc.css">');
  expect(awayPage(language, undefined)).not.toContain('stylesheet');
});
