/** How pages look: for whoever comes in, for oneself, for administrators, in each language, wide and narrow. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { foundWorkbench, invite, signInAs, type Workbench } from './desk.ts';

let at: Workbench;
beforeAll(async () => {
  at = await foundWorkbench();
  // Long words and many of them.
  await invite(at, 'Əbdürrəhmanova-Ağazadə Şəhrəbanu Məhəmmədəli qızı', ['inspector', 'signatory', 'border-officer']);
  await at.desk.webhooks.add(`https://notices.example.az/${'long-path/'.repeat(12)}`, ['issued', 'application']);
}, 120_000);
afterAll(() => at?.end());

const sections = ['people', 'roles', 'enrolments', 'tokens', 'webhooks', 'trail'];

async function amiss(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  const found = await axeViolations(page);
  return (await overflows(page)) ? [...found, `${page.url()} stands out to the right`] : found;
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('%s', async (size) => {
    const { context, page, faults } = await at.visit(size);
    const { link } = await invite(at, 'Somebody', ['auditor']);
    const found: string[] = [];
    for (const path of ['/desk/sign-in', '/desk/join', link.replace(at.base, '').replace('#', '?x#')]) {
      const [address = '', secret] = path.split('?x');
      await page.goto(`${at.base}${address}?lang=${language}${secret ?? ''}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      found.push(...(await amiss(page)));
    }
    await signInAs(page, at, 'administrator', language);
    for (const path of ['mine', ...sections.map((name) => `administration/${name}`)]) {
      await page.goto(`${at.base}/desk/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      found.push(...(await amiss(page)));
    }
    await page.goto(`${at.base}/desk/administration/people`);
    for (const button of [page.locator('.administration-actions button'), page.locator('.list-table button').first()]) {
      await button.click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await axeViolations(page)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('what discards a draft looks alike, whichever page came before its list', async () => {
  const { context, page } = await at.visit();
  await signInAs(page, at, 'signatory');
  await page.goto(`${at.base}/desk/new`);
  await page.locator('.draft-types button').first().click();
  await page.locator('.draft-saved[data-state="saved"]').waitFor();
  await page.goto(`${at.base}/desk/drafts`);
  const discards = page.locator('.draft-list .form-remove').first();
  const look = () => discards.evaluate((button) => getComputedStyle(button).background);
  const fresh = await look();
  await page.locator('.draft-list a').first().click();
  await page.locator('.form').waitFor();
  await page.goBack();
  expect(await look()).toEqual(fresh);
  await context.close();
});
