/** Forms of any type: what is nearly always filled stands open, gaps are told once they were left, rows change places. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { axeViolations, overflows, type Page, type sizes } from '../pages/browser.ts';
import { type Border, foundBorder } from './border.ts';
import { signInAs, type Visit } from './desk.ts';

const soon = { timeout: 15_000 };
let at: Border;
beforeAll(async () => {
  at = await foundBorder();
}, 180_000);
afterAll(() => at?.end());

async function manifest(language = 'en', size: keyof typeof sizes = 'wide'): Promise<Visit> {
  const visit = await at.azCustoms.visit(size);
  await signInAs(visit.page, at.azCustoms, 'signatory', language);
  await visit.page.goto(`${at.azCustoms.base}/desk/new?type=customs/manifest`);
  await visit.page.locator('.form').waitFor();
  return visit;
}

async function saved(page: Page) {
  await page.locator('.draft-saved[data-state="saved"]').waitFor();
  const id = page.url().split('/').at(-1);
  return page.evaluate(async (one) => (await fetch(`/api/desk/drafts/${one}`)).json(), id);
}

/** In CSS pixels; times of day and calendars are short. */
const narrowest = (form: ReturnType<Page['locator']>): Promise<number> =>
  form
    .locator('textarea, input:not([type="checkbox"], .form-calendar, .form-time)')
    .evaluateAll((fields) => Math.min(...fields.map((field) => field.getBoundingClientRect().width)));

const place = (page: Page, pointer: string) => page.locator(`[id$="_${pointer}"]`);

describe('what is nearly always filled', () => {
  test('stands open, and is nowhere in the record while it is empty', async () => {
    const { page, faults, context } = await manifest();
    const begun = await saved(page);
    expect(begun.claims).toEqual({ means: [{}], lines: [{ sequence: 1 }] });
    const documents = page.getByRole('group', { name: 'Documents' });
    const seal = page.getByLabel('Number of the seal, row 1');
    const opener = page.locator('.form-add', { hasText: 'Documents' });
    expect(await opener.count()).toBe(0);
    await documents.getByLabel('Number, row 1').fill('INV-1');
    await seal.fill('AZ0001');
    await expect
      .poll(async () => (await saved(page)).claims, soon)
      .toEqual({
        ...begun.claims,
        means: [{ seals: [{ number: 'AZ0001' }] }],
        documents: [{ number: 'INV-1' }],
      });
    await documents.getByLabel('Number, row 1').fill('');
    await seal.fill('');
    await expect.poll(async () => (await saved(page)).claims, soon).toEqual(begun.claims);
    // Where nobody wants it, it is closed, and opened again.
    await documents.getByRole('button', { name: 'Remove: Documents' }).click();
    await opener.click();
    await documents.getByLabel('Number, row 1').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('an input that is amiss is bordered on every side', async () => {
  const { page, context } = await manifest();
  const number = place(page, '/number');
  await number.fill('x');
  await number.press('Tab');
  await page.locator('[aria-invalid="true"][id$="_/number"]').waitFor();
  const colours = await number.evaluate((field) => {
    const { borderTopColor, boxShadow } = getComputedStyle(field);
    return [borderTopColor, /^rgba?\([^)]*\)/.exec(boxShadow)?.[0]];
  });
  expect(colours[0]).toBe(colours[1]);
  await context.close();
});

describe('rows of a list', () => {
  test('change places by key, their numbers stay, and it is said', async () => {
    const { page, faults, context } = await manifest();
    const goods = page.getByRole('group', { name: 'Goods' });
    await place(page, '/lines/0/description').fill('Pomidor');
    await goods.getByRole('button', { name: 'Duplicate: Goods, row 1' }).click();
    await place(page, '/lines/1/description').fill('Alma');
    await goods.getByRole('button', { name: 'Duplicate: Goods, row 2' }).click();
    await place(page, '/lines/2/description').fill('Nar');
    const order = async () =>
      (await saved(page)).claims.lines.map(({ sequence, description }: Record<string, unknown>) => [
        sequence,
        description,
      ]);
    const up = goods.getByRole('button', { name: 'Move up: Goods, row 3' });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Goods: row 3 is now row 2' }).waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Goods, row 2'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Goods, row 1'));
    // At the top it stays, and so does the focus.
    await page.keyboard.press('Enter');
    await expect.poll(order, soon).toEqual([
      [1, 'Nar'],
      [2, 'Pomidor'],
      [3, 'Alma'],
    ]);
    await goods.getByRole('button', { name: 'Move down: Goods, row 2' }).click();
    await expect.poll(order, soon).toEqual([
      [1, 'Nar'],
      [2, 'Alma'],
      [3, 'Pomidor'],
    ]);
    expect(await goods.locator('.form-row-head [aria-disabled]').count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.each(languages)('in %s', (language) => {
  test.each(['wide', 'narrow'] as const)(
    'an officer is shown an empty form, and no gaps before they were left: %s',
    async (size) => {
      const { page, faults, context } = await at.fts.visit(size);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await signInAs(page, at.fts, 'border-officer', language);
      await page.goto(`${at.fts.base}/desk/records/${at.idOf('green')}`);
      await page.locator('.record-ways fieldset button').first().waitFor();
      const count = await page.locator('.record-ways fieldset button').count();
      for (let index = 0; index < count; index++) {
        await page.locator('.record-ways fieldset button').nth(index).click();
        const form = page.locator('.record-decision');
        await form.waitFor();
        const checked = page.waitForResponse((answer) => answer.url().endsWith('/api/records/check'));
        await checked;
        expect(await form.locator('.form-finding.refuse').count()).toBe(0);
        expect(await narrowest(form)).toBeGreaterThan(60);
        const field = form
          .locator('.form-field:has(.form-required) input, .form-field:has(.form-required) textarea')
          .first();
        if ((await field.count()) > 0 && (await field.inputValue()) === '') {
          await field.focus();
          await field.press('Tab');
          await form.locator('.form-finding.refuse').first().waitFor();
          expect(await form.locator('.form-finding.refuse').count()).toBe(1);
        }
        expect(await axeViolations(page)).toEqual([]);
        expect(await overflows(page)).toBe(false);
        await form.locator('.buttons button').last().click();
        await form.waitFor({ state: 'detached' });
      }
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
