/** One file of a matter in a real browser: found by what stands on a truck, read, followed, on both sides. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { claimsOf } from '../../../server/desk/testing/day.ts';
import { grantedTo } from '../../../server/desk/testing/granted.ts';
import { until } from '../../corridor.ts';
import { follow } from '../../trucks.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { type Border, foundBorder, trucks } from './border.ts';
import { foundWorkbench, signInAs, type Workbench } from './desk.ts';

let at: Border;
beforeAll(async () => {
  at = await foundBorder();
}, 120_000);
afterAll(() => at?.end(), 30_000);

async function reader(side: Workbench, size?: keyof typeof sizes, language?: string) {
  const visit = await side.visit(size);
  await signInAs(visit.page, side, 'inspector', language);
  return visit;
}

async function amiss(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  const found = await axeViolations(page);
  return (await overflows(page)) ? [...found, `${page.url()} stands out to the right`] : found;
}

const steps = (page: Page) => page.locator('.dossier-course > li');

describe('a dossier', () => {
  test('is found by the plate, shows whose turn it is, and grows while it is open', async () => {
    const { page, faults, context } = await reader(at.fts);
    await page.getByRole('navigation').getByRole('link', { name: 'Dossiers' }).click();
    await page.getByRole('heading', { name: 'Dossiers', level: 1 }).waitFor();
    // As somebody types it who cannot tell the alphabets apart; the field is where one is.
    await page.keyboard.type('10 хх 077');
    await page.getByText('1 dossier found').waitFor();
    const found = page.locator('.dossier-found > li').first();
    expect(await found.innerText()).toMatch(/Vehicle 10-XX-077[\s\S]*our turn/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Dossier 10-XX-077$/, level: 1 }).waitFor();
    const turn = page.locator('.dossier-turn');
    expect(await turn.count()).toBe(1);
    expect(await turn.innerText()).toMatch(/our turn[\s\S]*due[\s\S]*since/);
    const before = await steps(page).count();
    expect(await steps(page).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Electronic manifest'), expect.stringContaining('delivered')]),
    );
    const seals = page.locator('.dossier-things').filter({ hasText: 'Seal' });
    expect(await seals.innerText()).toContain('differing');
    expect(
      await seals.locator('.odd').evaluateAll((all) => all.map(({ firstChild }) => firstChild?.textContent)),
    ).toEqual([trucks.mismatch.seal, trucks.mismatch.found]);
    expect(await page.locator('.dossier-things').filter({ hasText: 'Vehicle' }).locator('.odd').count()).toBe(0);
    expect(await page.locator('.dossier-numbers').innerText()).toMatch(/AZ-PC-104\s+named in .*, not held here/);
    const asked = await at.corridor.client('ru.fts');
    await follow(asked, at.idOf('mismatch'), 'manifest-query', { text: 'Почему другая пломба?' });
    await until(
      () => steps(page).count(),
      (count) => count === before + 1,
    );
    expect(await turn.innerText()).not.toContain('our turn');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('stands behind a link on the page of each of its records', async () => {
    const { page, faults, context } = await reader(at.azCustoms);
    await page.goto(`${at.azCustoms.base}/desk/records/${at.idOf('green')}`);
    await page.getByRole('main').getByRole('link', { name: 'Dossier', exact: true }).click();
    await page.getByRole('heading', { name: /^Dossier 10-XX-034$/, level: 1 }).waitFor();
    await steps(page).getByRole('link').last().click();
    await page.locator('.record-title').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is sought by the beginning and by kind; what is not there is told', async () => {
    const { page, context } = await reader(at.fts);
    await page.goto(`${at.fts.base}/desk/dossiers`);
    const field = page.getByLabel('Find by number');
    await field.fill('10x');
    await page.getByText('at least four characters').waitFor();
    await field.fill('10xx0');
    await page.getByText(`${Object.keys(trucks).length} dossiers found`).waitFor();
    await page.getByLabel('Kind of number').selectOption({ label: 'Seal' });
    await page.getByText('No record held here names this number.').waitFor();
    await field.fill(trucks.green.seal);
    await page.getByText('1 dossier found').waitFor();
    await page.reload();
    await page.getByText('1 dossier found').waitFor();
    expect(await field.inputValue()).toBe(trucks.green.seal);
    await context.close();
  });

  test('opens for a hand that is faster than the search, and the way back finds it again', async () => {
    const { page, faults, context } = await reader(at.fts);
    await page.goto(`${at.fts.base}/desk/dossiers?q=10xx`);
    const found = page.locator('.dossier-found > li').first().getByRole('link');
    await found.waitFor();
    // The page of a dossier is slow to come, so that the search would overtake it.
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.getByLabel('Find by number').press('End');
    await page.keyboard.type('0');
    await found.click({ noWaitAfter: true });
    await page.getByRole('heading', { name: /^Dossier /, level: 1 }).waitFor();
    await page.goBack();
    await found.waitFor();
    expect(await page.getByLabel('Find by number').inputValue()).toBe('10xx0');
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each(languages)('reads well in %s, wide and narrow', async (language) => {
    for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
      const { page, faults, context } = await reader(at.fts, size, language);
      await page.goto(`${at.fts.base}/desk/dossiers?q=10xx`);
      await page.locator('.dossier-found > li').first().waitFor();
      const found = await amiss(page);
      await page.goto(`${at.fts.base}/desk/dossiers/${at.idOf('mismatch')}`);
      await steps(page).first().waitFor();
      found.push(...(await amiss(page)));
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});

describe('the page of an application that was granted', () => {
  test.each(languages)('tells its applicant who acts on the goods, in %s on a phone too', async (language) => {
    const office = await foundWorkbench();
    await office.desk.demonstration.enrol();
    const people = await office.desk.people.all();
    const trader = people.find(({ roles, demonstration }) => demonstration && roles.includes('trader'));
    if (!trader) throw new TypeError('no trader');
    const claims = { ...(await claimsOf('apples-by-rail')), number: 'AZ-PC-2026-700100' };
    const { id } = await grantedTo(office.desk, trader, claims, ['ru.fsvps']);
    for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
      const { page, faults, context } = await office.visit(size);
      await signInAs(page, office, 'trader', language);
      await page.goto(`${office.base}/desk/applications/${id}`);
      const strip = page.locator('.dossier-where');
      await strip.locator('.dossier-turn', { hasText: 'ru.fsvps' }).waitFor();
      await strip.locator('summary').click();
      expect(await strip.locator('.dossier-course > li').count()).toBe(1);
      expect(await amiss(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    }
    await office.end();
  });
});
