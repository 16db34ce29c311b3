/** The inbox of a busy office: thousands of rows, no mouse, records that arrive meanwhile. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillerNumber, fillInbox } from '../../../bench/inbox-rows.ts';
import { type Client, certificateXml, until } from '../../corridor.ts';
import { axeViolations, overflows, type Page } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Workbench } from './desk.ts';

const rows = 5000;
const number = 'AZ-PC-2026-700001';

let at: Workbench;
let az: Client;
let base: string;

beforeAll(async () => {
  at = await foundWorkbench();
  az = await at.corridor.client('az.afsa');
  const ru = await at.corridor.client('ru.fsvps');
  const id = await issue(number);
  await until(
    () => ru.get(`/api/records/${id}`),
    ({ status, body }) => status === 200 && body.clock?.until !== undefined,
  );
  await at.corridor.stop('RU');
  fillInbox(at.corridor.data, 'ru.fsvps', number, rows);
  const server = await at.corridor.start('RU');
  base = `http://ru.localhost:${server.config.port}`;
});
afterAll(() => at?.end());

async function issue(one: string): Promise<string> {
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(one));
  expect(issued.status).toBe(201);
  return issued.body.id;
}

async function openInbox(page: Page, language = 'en', query = ''): Promise<void> {
  await signInAs(page, { ...at, base }, 'border-officer', language);
  await page.goto(`${base}/desk/inbox${query}`);
  await page.locator('.inbox-row .number a').first().waitFor();
}

/** What a trader says; the office states the rest. */
function asked({ number: _, issued, issuingOrganisation, signatories, ...claims }: Record<string, unknown>) {
  return { profile: 'phytosanitary', type: 'certificate', title: 'Apples for the north', claims };
}

const grid = (page: Page) => page.getByRole('grid');
const total = async (page: Page) => Number(await grid(page).getAttribute('aria-rowcount')) - 1;
/** The chosen row: what it says and where it stands on the screen. */
const chosen = (page: Page) =>
  page.locator('.inbox-row[aria-selected="true"]').evaluate((row) => ({
    number: row.querySelector('.number')?.textContent,
    top: Math.round(row.getBoundingClientRect().top),
  }));
const isFocused = (page: Page) => grid(page).evaluate((element) => element === document.activeElement);

describe('an inbox of thousands', () => {
  test('holds few of its rows on the page, and scrolls to the last one', async () => {
    const { page, faults, context } = await at.visit();
    await openInbox(page);
    expect(await total(page)).toBe(rows + 1);
    expect(await page.locator('.inbox-row').count()).toBeLessThan(80);
    await grid(page).focus();
    await page.keyboard.press('End');
    await page.locator(`.inbox-row[aria-rowindex="${rows + 2}"] a`).waitFor();
    expect(await page.locator('.inbox-row').count()).toBeLessThan(80);
    await page.keyboard.press('Home');
    await page.locator('.inbox-row[aria-rowindex="2"] a').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is worked through by keys alone', async () => {
    const { page, faults, context } = await at.visit();
    await openInbox(page);
    // A lane, then words, then rows, then the record.
    await page.keyboard.press('3');
    await until(
      () => total(page),
      // A fourth of the copies, and the record that they were made of.
      (count) => count === rows / 4 + 1,
    );
    expect(await page.getByRole('button', { pressed: true }).textContent()).toContain('Warning');
    await page.keyboard.press('1');
    await page.keyboard.press('/');
    await page.keyboard.type(fillerNumber(4321).toLowerCase());
    await until(
      () => total(page),
      (count) => count === 1,
    );
    await page.locator('.inbox-search').fill('no such words');
    await page.getByText('No record fits what was chosen.').waitFor();
    await page.locator('.inbox-search').fill('');
    await until(
      () => total(page),
      (count) => count === rows + 1,
    );
    await page.keyboard.press('Escape');
    expect(await isFocused(page)).toBe(true);
    expect((await chosen(page)).number).toBeTruthy();
    const first = await chosen(page);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    expect((await chosen(page)).top - first.top).toBe(36);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await until(
      () => total(page),
      (count) => count === 1,
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('opens the chosen record for a hand that is faster than the search', async () => {
    const { page, faults, context } = await at.visit();
    await openInbox(page);
    // The page of a record is slow to come, so that the search would overtake it.
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type(number.slice(0, -1));
    await page.waitForURL(new RegExp(`q=${number.slice(0, -1)}$`));
    await until(
      () => total(page),
      (count) => count === 1,
    );
    await page.keyboard.type(number.slice(-1));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    await page.goBack();
    expect(await page.locator('.inbox-search').inputValue()).toBe(number);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('keeps words and lane of a hand that is faster than the page', async () => {
    const { page, faults, context } = await at.visit();
    await openInbox(page);
    const [field, lane] = [page.locator('.inbox-search'), page.getByRole('button', { name: /^Warning/ })];
    for (const words of ['filler-00001', 'filler-00002', 'filler-00003']) {
      await page.keyboard.press('1');
      await field.fill(words);
      // As a mouse does, though with nothing drawn in between.
      await lane.evaluate((button: HTMLElement) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        button.click();
      });
      await page.waitForURL((url) => url.searchParams.get('q') === words && url.searchParams.get('lane') === 'warn');
      expect(await field.inputValue()).toBe(words);
      await field.press('Escape');
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test('keeps filters in its address and under names', async () => {
    const { page, context } = await at.visit();
    await openInbox(page);
    await page.getByLabel('Type of record').selectOption({ index: 1 });
    await page.locator('.inbox-search').fill('filler-0000');
    await page.waitForURL(/q=filler-0000/);
    expect(page.url()).toContain('type=');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Fillers, first');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await until(
      async () => page.url(),
      (url) => !url.includes('q='),
    );
    expect(await page.locator('.inbox-search').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Fillers, first', exact: true }).click();
    await page.waitForURL(/q=filler-0000/);
    expect(await page.locator('.inbox-search').inputValue()).toBe('filler-0000');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Delete “Fillers, first”' }).click();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByText('No saved views yet').waitFor();
    await context.close();
  });

  test('takes in what arrives without moving the row that is read, or the focus', async () => {
    const { page, faults, context } = await at.visit();
    await openInbox(page, 'en', '?order=newest');
    for (let i = 0; i < 5; i++) await page.keyboard.press('j');
    const before = await chosen(page);
    const known = await total(page);
    await issue('AZ-PC-2026-700002');
    await issue('AZ-PC-2026-700003');
    await until(
      () => total(page),
      (count) => count === known + 2,
    );
    await page.locator('.inbox-new').first().waitFor({ state: 'attached' });
    expect(await chosen(page)).toEqual(before);
    expect(await isFocused(page)).toBe(true);
    expect(await page.locator('[aria-live]').allTextContents()).toContain(
      `Records waiting for you: ${(known + 2).toLocaleString('en')}`,
    );
    await page.keyboard.press('Home');
    expect((await chosen(page)).number).toContain('AZ-PC-2026-70000');
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('applications are a lane of their own, for whoever examines them', async () => {
  const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
  const { claims } = JSON.parse(await readFile(vector, 'utf8'));
  const trader = await at.visit();
  await signInAs(trader.page, at, 'trader');
  const sent = await trader.page.evaluate(async (asked) => {
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.json();
    };
    const begun = await post('/api/desk/applications', asked);
    return post(`/api/desk/applications/${begun.id}/send`, { revision: begun.revision });
  }, asked(claims));
  expect(sent.state, JSON.stringify(sent)).toBe('sent');
  const inspector = await at.visit();
  await signInAs(inspector.page, at, 'inspector');
  await inspector.page.goto(`${at.base}/desk/inbox`);
  await inspector.page.getByRole('button', { name: 'Applications to examine 1' }).click();
  await inspector.page.getByText('Apples for the north').waitFor();
  expect(await axeViolations(inspector.page)).toEqual([]);
  await inspector.page.getByRole('link', { name: sent.number, exact: true }).click();
  await inspector.page.waitForURL(new RegExp(`/desk/applications/${sent.id}$`));
  expect([...trader.faults, ...inspector.faults]).toEqual([]);
  await trader.context.close();
  await inspector.context.close();
  const { page, context } = await at.visit();
  await openInbox(page);
  expect(await page.getByText('Applications to examine').count()).toBe(0);
  await context.close();
});

describe.each(['az', 'ru', 'en'])('in %s', (language) => {
  test.each(['wide', 'narrow'] as const)('inbox and records have no fault of access, %s', async (size) => {
    const { page, faults, context } = await at.visit(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openInbox(page, language);
    await page.keyboard.press('j');
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${base}/desk/records?q=700001`);
    await page.locator('.inbox-row .number a').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });
});
