/** A trader of the receiving country follows goods that others applied for, in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { follow } from '../../trucks.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { type Border, foundBorder, trucks } from './border.ts';
import { signInAs, type Workbench } from './desk.ts';

let at: Border;
beforeAll(async () => {
  at = await foundBorder();
  await knownAs(at.fts, ['RU 00011']);
  await knownAs(at.azCustoms, []);
}, 120_000);
afterAll(() => at?.end(), 30_000);

/** The demonstration's trader. */
async function knownAs({ desk: { people, staff } }: Workbench, numbers: readonly string[]): Promise<void> {
  const trader = (await people.all()).find(({ roles, demonstration }) => demonstration && roles.includes('trader'));
  const changed = await staff.change(trader?.id ?? '', { knownAs: numbers });
  if (changed instanceof Refusal) throw new Error(changed.code);
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const found = await axeViolations(page);
  return (await overflows(page)) ? [...found, `${page.url()} stands out to the right`] : found;
}

const row = (page: Page, plate: string) => page.locator('.goods-list > li').filter({ hasText: plate });
/** A page asks every 15 s, and a delivery may pause for half a minute. */
const patience = { timeout: 90_000 };

describe('goods of one’s company', () => {
  test('are where a trader’s work begins, and change while they are looked at', async () => {
    const { page, faults, context } = await at.fts.visit();
    await signInAs(page, at.fts, 'trader');
    await page.getByRole('heading', { name: 'Goods', level: 1 }).waitFor();
    await page.getByText(/your company as RU 00011/).waitFor();
    await page.locator('.goods-list > li').first().waitFor();
    expect(await page.locator('.goods-list > li').count()).toBe(Object.keys(trucks).length);
    const { plate } = trucks.mismatch;
    const standing = () => row(page, plate).innerText();
    await expect.poll(standing, patience).toMatch(/Now acting: ru\.fts[\s\S]*At the border/);

    const ru = await at.corridor.client('ru.fts');
    await follow(ru, at.idOf('mismatch'), 'manifest-query', { text: 'Which seal was put on?' });
    await expect.poll(standing, patience).toMatch(/Now acting: az\.customs[\s\S]*queried/);

    await row(page, plate).getByRole('link').click();
    await page.getByRole('heading', { name: 'Where the goods are' }).waitFor();
    const steps = page.locator('.application-steps');
    await steps.getByText('arrival at the border').waitFor();
    await steps.getByText('query', { exact: true }).waitFor();
    // Neither what was asked nor what was found.
    const text = await page.locator('main').innerText();
    for (const hidden of ['Which seal', trucks.mismatch.found, trucks.mismatch.seal, 'KARVAN'])
      expect(text).not.toContain(hidden);

    const az = await at.corridor.client('az.customs');
    await follow(az, at.idOf('mismatch'), 'manifest-reply', { text: 'AZ0035' });
    await steps.getByText('reply', { exact: true }).waitFor(patience);
    await page.getByText(/^Now acting: ru\.fts/).waitFor(patience);
    await page.getByRole('link', { name: /All goods/ }).click();
    await row(page, plate).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 400_000);

  test('of others are not there, until the office has entered a number, and no longer than it stands', async () => {
    const { page, context } = await at.azCustoms.visit();
    await signInAs(page, at.azCustoms, 'trader');
    await page.goto(`${at.azCustoms.base}/desk/goods/${at.idOf('green')}`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.application-steps').count()).toBe(0);
    await page.goto(`${at.azCustoms.base}/desk/goods`);
    await page.getByRole('heading', { name: 'No number of your company is entered here yet' }).waitFor();
    await knownAs(at.azCustoms, ['az ar 0014']);
    await row(page, trucks.green.plate).waitFor(patience);
    await row(page, trucks.green.plate).getByRole('link').click();
    await page.locator('.application-steps').waitFor();
    await knownAs(at.azCustoms, []);
    await page.locator('.application-steps').waitFor({ state: 'detached', ...patience });
    await context.close();
  }, 240_000);

  for (const language of languages)
    for (const size of Object.keys(sizes) as (keyof typeof sizes)[])
      test(`read well in ${language} on a ${size} screen, also for whom the office does not know`, async () => {
        const { page, faults, context } = await at.fts.visit(size);
        await signInAs(page, at.fts, 'trader', language);
        await page.locator('.goods-list > li').first().waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await row(page, trucks.green.plate).getByRole('link').click();
        await page.locator('.application-steps li').first().waitFor();
        expect(await faultsOf(page)).toEqual([]);
        expect(faults).toEqual([]);
        await context.close();

        const stranger = await at.azCustoms.visit(size);
        await signInAs(stranger.page, at.azCustoms, 'trader', language);
        await stranger.page.goto(`${at.azCustoms.base}/desk/goods`);
        await stranger.page.locator('.goods-unknown').waitFor();
        expect(await faultsOf(stranger.page)).toEqual([]);
        await stranger.context.close();
      }, 60_000);
});

test('an administrator enters the numbers, of traders alone, and is told what the office answers for', async () => {
  const { page, faults, context } = await at.fts.visit('narrow');
  await signInAs(page, at.fts, 'administrator');
  await page.goto(`${at.fts.base}/desk/administration/people`);
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('New trader');
  await dialog.getByRole('checkbox', { name: 'Inspector' }).check();
  expect(await dialog.getByLabel(/^Numbers of the company/).count()).toBe(0);
  await dialog.getByRole('checkbox', { name: 'Inspector' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Trader' }).check();
  const field = dialog.getByLabel(/^Numbers of the company/);
  await dialog.getByText(/answers for the office having checked/).waitFor();
  await field.fill('RU 00011\nnone');
  await dialog.getByText(/^Each number needs at least four/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await field.fill('RU 00011');
  await dialog.getByRole('button', { name: 'Create a link' }).click();
  await dialog.getByLabel('One-time link').waitFor();
  const people = await at.fts.desk.people.all();
  expect(people.find(({ name }) => name === 'New trader')?.knownAs).toEqual(['RU 00011']);
  expect(faults).toEqual([]);
  await context.close();

  const later = await at.fts.visit();
  await signInAs(later.page, at.fts, 'administrator');
  await later.page.goto(`${at.fts.base}/desk/administration/people`);
  await later.page
    .getByRole('row', { name: /New trader.*Known as RU 00011/s })
    .getByRole('button')
    .click();
  const form = later.page.getByRole('dialog');
  await form.getByLabel(/^Numbers of the company/).fill('AZ-AR-0014');
  expect(await faultsOf(later.page)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await later.page.getByText('Known as AZ-AR-0014').waitFor();
  await later.context.close();
}, 90_000);
