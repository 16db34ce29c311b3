/** What is chosen, and what it is set to: as supervisor, officer and auditor see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { selectingProfile } from '../../../kernel/testing/parcel-selection.ts';
import { until } from '../../corridor.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Workbench } from './desk.ts';

describe('parcels', () => {
  let at: Workbench;
  let heavy = '';
  beforeAll(async () => {
    at = await foundWorkbench('ru.fsvps', { profiles: [selectingProfile], functions: () => ['post'] });
    const [az, ru] = [await at.corridor.client('az.afsa'), await at.corridor.client('ru.fsvps')];
    const limit = { sender: 'az.afsa', amount: '1000' };
    const { body } = await ru.post('/api/records', {
      profile: 'parcel',
      type: 'limit',
      to: ['az.afsa'],
      claims: limit,
    });
    await until(
      () => az.get(`/api/records/${body.id}`),
      ({ status }) => status === 200,
    );
    for (const [number, load] of [
      ['P-1', '150'],
      ['P-2', '1'],
    ]) {
      const claims = { receiver: 'ru.fsvps', number, load };
      const sent = await az.post('/api/records', { profile: 'parcel', type: 'parcel', to: ['ru.fsvps'], claims });
      heavy ||= sent.body.id;
      await until(
        () => ru.get(`/api/records/${sent.body.id}`),
        ({ status }) => status === 200,
      );
    }
  }, 120_000);
  afterAll(() => at?.end());

  test('a supervisor tries new settings on past records, and saves them with a reason', async () => {
    const { context, page, faults } = await at.visit();
    await signInAs(page, at, 'supervisor');
    await page.getByRole('link', { name: 'Selection' }).click();
    const chosen = page.getByRole('table', { name: 'Parcels to open' });
    await chosen.getByRole('row', { name: 'Open' }).getByText('50.0 %').waitFor();
    const form = page.locator('.selections-settings');
    await form.getByLabel('heavy').fill('1');
    await form.getByRole('button', { name: 'Try on past records' }).click();
    const tried = page.getByRole('table', { name: 'Try on past records' });
    expect(await tried.getByRole('row', { name: 'Open' }).innerText()).toMatch(/100\.0 %\s+50\.0 %/);
    await form.getByLabel('random').fill('600');
    await form.getByLabel('Reason').fill('Many complaints');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('alert').first().waitFor();
    await form.getByLabel('random').fill('10');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Saved as version 2').waitFor();
    await page.getByRole('table', { name: 'History' }).getByRole('row', { name: 'Many complaints' }).waitFor();
    const commitments = page.getByRole('table', { name: 'Commitments' });
    await commitments.getByRole('link', { name: 'No. 2' }).waitFor();
    await page.getByRole('button', { name: /^Show\W+Version 1$/ }).click();
    expect(await page.getByRole('dialog').getByLabel('heavy').inputValue()).toBe('100');
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('an officer sees why, and chooses otherwise', async () => {
    const { context, page, faults } = await at.visit('narrow');
    await signInAs(page, at, 'border-officer');
    await page.goto(`${at.base}/desk/records/${heavy}`);
    const choice = page.getByRole('region', { name: 'Parcels to open' });
    await choice.getByText('Rule: heavy').waitFor();
    await choice.getByRole('button', { name: 'Choose otherwise' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pass').check();
    await dialog.getByLabel('Reason').fill('Opened at the last post');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Choose otherwise' }).click();
    await choice.getByText('chosen by an officer (Border officer)').waitFor();
    await choice.getByText('History').click();
    await choice.getByText('Opened at the last post').waitFor();
    await page.goto(`${at.base}/desk/records`);
    await page.getByRole('row').filter({ hasText: 'P-1' }).getByText('Pass · announced').waitFor();
    await page.goBack();
    await choice.waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('every profile’s selections, in each language, wide and narrow', () => {
  let at: Workbench;
  beforeAll(async () => {
    at = await foundWorkbench('az.customs', { az: ['az.customs'], ru: ['ru.fts'] });
  }, 120_000);
  afterAll(() => at?.end());

  const cases = languages.flatMap((language) => Object.keys(sizes).map((size) => [language, size] as const));
  test.each(cases)('%s, %s', async (language, size) => {
    const { context, page, faults } = await at.visit(size as keyof typeof sizes);
    const found: string[] = [];
    for (const role of ['supervisor', 'auditor'] as const) {
      await signInAs(page, at, role, language);
      await page.goto(`${at.base}/desk/selections`);
      await page.locator('.selections table').first().waitFor();
      found.push(...(await amiss(page)));
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

async function amiss(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  const found = await axeViolations(page);
  return (await overflows(page)) ? [...found, `${page.url()} stands out to the right`] : found;
}
