/** Writing records: what is typed is kept, whatever happens; documents and spreadsheets are taken in. */
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { type Client, certificateXml } from '../../corridor.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Visit, type Workbench } from './desk.ts';

let at: Workbench;
let az: Client;
beforeAll(async () => {
  at = await foundWorkbench();
  az = await at.corridor.client('az.afsa');
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-600001'));
  expect(issued.status).toBe(201);
}, 120_000);
afterAll(() => at?.end());

async function begin(language = 'en', size: keyof typeof sizes = 'wide'): Promise<Visit> {
  const visit = await at.visit(size);
  await signInAs(visit.page, at, 'signatory', language);
  await visit.page.goto(`${at.base}/desk/new`);
  await visit.page.locator('.draft-types button').first().click();
  await visit.page.locator('.form').waitFor();
  return visit;
}

const saved = (page: Page) => page.locator('.draft-saved[data-state="saved"]').waitFor();
const number = (page: Page) => page.getByLabel(/^Certificate number/);

describe('a draft', () => {
  test('is saved as it is typed, and says what is amiss at its field', async () => {
    const { page, faults, context } = await begin();
    await number(page).fill('AZ-PC-2026-1');
    await saved(page);
    const country = page.getByRole('group', { name: 'Country of export' }).getByRole('combobox');
    await country.fill('Russia');
    await country.press('Tab');
    await page.getByRole('group', { name: 'Country of export' }).locator('.form-finding').first().waitFor();
    await country.fill('AZ');
    await country.press('Tab');
    await page
      .getByRole('group', { name: 'Country of export' })
      .locator('.form-finding')
      .first()
      .waitFor({ state: 'detached' });
    // What is empty is told once somebody means to be done; a finding leads to its field.
    await page.getByRole('button', { name: /^Required and still empty: \d+$/ }).waitFor();
    expect(await page.getByText('Fill this in.').count()).toBe(0);
    await page.getByRole('button', { name: 'Check and sign' }).click();
    await page.locator('.draft-finding-list button', { hasText: 'Date of issue' }).click();
    await page.waitForFunction(() => document.activeElement?.id.endsWith('/issued'));
    await saved(page);
    await page.reload();
    await page.locator('.form').waitFor();
    expect(await number(page).inputValue()).toBe('AZ-PC-2026-1');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('keeps what was typed while the connection was lost', async () => {
    const { page, context } = await begin();
    await saved(page);
    await context.setOffline(true);
    await number(page).fill('AZ-PC-2026-OFFLINE');
    await page.locator('.draft-saved[data-state="waiting"]').waitFor();
    await number(page).fill('AZ-PC-2026-OFFLINE-2');
    await context.setOffline(false);
    await saved(page);
    await page.reload();
    await page.locator('.form').waitFor();
    expect(await number(page).inputValue()).toBe('AZ-PC-2026-OFFLINE-2');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('samur.typed')))).toEqual(
      [],
    );
    await context.close();
  });

  test('finds again what was typed before the page was closed without a connection', async () => {
    const { page, context } = await begin();
    await saved(page);
    const address = page.url();
    await page.route('**/api/desk/drafts/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await number(page).fill('AZ-PC-2026-KEPT');
    await page.locator('.draft-saved[data-state="waiting"]').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.locator('.form').waitFor();
    expect(await number(again).inputValue()).toBe('AZ-PC-2026-KEPT');
    await saved(again);
    await context.close();
  });

  test('of two tabs is written by one; the other chooses', async () => {
    const { page, context } = await begin();
    await saved(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('.form').waitFor();
    await number(page).fill('ONE');
    await saved(page);
    await number(other).fill('OTHER');
    await other.getByText('This was changed in another window').waitFor();
    expect(await number(other).inputValue()).toBe('OTHER');
    await other.getByRole('button', { name: 'Take what was saved there' }).click();
    await expect.poll(() => number(other).inputValue()).toBe('ONE');
    await number(other).fill('THIRD');
    await saved(other);
    await number(page).fill('FOURTH');
    await page.getByText('This was changed in another window').waitFor();
    await page.getByRole('button', { name: 'Keep what stands here' }).click();
    await saved(page);
    await other.reload();
    await other.locator('.form').waitFor();
    expect(await number(other).inputValue()).toBe('FOURTH');
    await context.close();
  });

  test('goes to whom it usually goes, however early it is begun', async () => {
    const { page, context } = await at.visit();
    await signInAs(page, at, 'signatory');
    await page.route('**/api/trust', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.goto(`${at.base}/desk/new`);
    await page.locator('.draft-types button').first().click();
    await page.locator('.form').waitFor();
    await page.locator('.draft-recipients').getByRole('checkbox', { name: 'ru.fsvps' }).waitFor();
    expect(await page.locator('.draft-recipients').getByRole('checkbox', { name: 'ru.fsvps' }).isChecked()).toBe(true);
    await context.close();
  });

  test('begins from an earlier record, without its number and days', async () => {
    const { page, faults, context } = await at.visit();
    await signInAs(page, at, 'signatory');
    await page.goto(`${at.base}/desk/new`);
    await page.getByRole('button', { name: /^From an earlier one ?: Phytosanitary certificate$/ }).click();
    await page.getByRole('dialog').getByText('AZ-PC-2026-600001').click();
    await page.locator('.form').waitFor();
    expect(await number(page).inputValue()).toBe('');
    expect(await page.locator('.form-brief').allInnerTexts()).not.toEqual([]);
    expect(await page.locator('.draft-finding-list button', { hasText: 'Certificate number' }).count()).toBe(0);
    await number(page).focus();
    await number(page).press('Tab');
    await page.locator('.draft-finding-list button', { hasText: 'Certificate number' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is discarded after one more question', async () => {
    const { page, context } = await begin();
    await saved(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.locator('.draft-types').waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk/new');
    await context.close();
  });

  test('takes annexes under the digest of their bytes', async () => {
    const { page, context } = await begin();
    await page
      .locator('input[type="file"][multiple]')
      .setInputFiles({ name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') });
    expect(await page.locator('.draft-annexes code').getAttribute('title')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    await saved(page);
    await context.close();
  });
});

describe('an XML document', () => {
  test('is shown as it was understood, and taken into a draft', async () => {
    const { page, faults, context } = await at.visit();
    await signInAs(page, at, 'signatory');
    await page.goto(`${at.base}/desk/new`);
    await page.getByRole('button', { name: 'From an XML document' }).click();
    const xml = await certificateXml('AZ-PC-2026-600002');
    await page.setInputFiles('input[type="file"]', { name: 'a.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) });
    await page.getByRole('dialog').getByText('AZ-PC-2026-600002').waitFor();
    await page.getByRole('button', { name: 'Take into the draft' }).click();
    await page.locator('.form').waitFor();
    expect(await number(page).inputValue()).toBe('AZ-PC-2026-600002');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('that is none says so', async () => {
    const { page, context } = await at.visit();
    await signInAs(page, at, 'signatory');
    await page.goto(`${at.base}/desk/new`);
    await page.getByRole('button', { name: 'From an XML document' }).click();
    await page.setInputFiles('input[type="file"]', { name: 'a.xml', mimeType: 'text/xml', buffer: Buffer.from('<a') });
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await context.close();
  });
});

const sheet = [
  ['Məhsulun adı', 'Bitkilərin botanik adı', 'Нетто, кг', 'Примечание'],
  ['Pomidor', 'Solanum lycopersicum', '18 000,5', 'x'],
  ['Alma', 'Malus domestica', 'çox', 'y'],
];

function workbook(): Buffer {
  const cells = (row: readonly string[]) => row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  const rows = sheet.map((row, at) => `<row r="${at + 1}">${cells(row)}</row>`).join('');
  const files = {
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

describe('a spreadsheet', () => {
  test.each([
    ['lines.xlsx', workbook()],
    ['lines.csv', Buffer.from(`\uFEFF${sheet.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')}`)],
  ])('%s adds its lines, with what is wrong in its cells', async (name, buffer) => {
    const { page, faults, context } = await begin();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('[role="dialog"] input[type="file"]').setInputFiles({ name, mimeType: '', buffer });
    await page.getByText('Rows: 2. Columns matched: 3 of 4.').waitFor();
    await page.getByText('not a number').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add rows (2)' }).click();
    await page.locator('.form-row').nth(1).waitFor();
    const rows = page.locator('[id$="/lines"] > .form-rows > .form-row > .form-row-head .form-brief');
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/^Pomidor · Solanum lycopersicum · 18,000.5/),
      expect.stringMatching(/^Alma · Malus domestica/),
    ]);
    await page.locator('.form-count.refuse').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('of hundreds of lines stays quick to write in', async () => {
    const { page, context } = await begin();
    const many = Array.from({ length: 400 }, (_, at) => `Məhsul ${at}\tMalus domestica\t${at + 1}`);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .getByLabel('Or paste from a spreadsheet')
      .fill(['Name of produce\tBotanical name of plants\tNet, kg', ...many].join('\n'));
    await page.getByRole('button', { name: 'Add rows (400)' }).click();
    await page.locator('.form-row').nth(99).waitFor();
    await page.locator('.form-row-head > button').nth(50).click();
    const field = page.locator('.form-row').nth(50).getByLabel('Net', { exact: true });
    await field.fill('');
    const start = Date.now();
    await field.pressSequentially('1234567890');
    expect(Date.now() - start).toBeLessThan(2_000);
    expect(await field.inputValue()).toBe('1234567890');
    await saved(page);
    await context.close();
  });

  test('that is none says so', async () => {
    const { page, context } = await begin();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const files = page.locator('[role="dialog"] input[type="file"]');
    await files.setInputFiles({ name: 'a.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 but no') });
    await page.getByText('The workbook cannot be read.').waitFor();
    await files.setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from('a\0b') });
    await page.getByText('The file is neither a workbook nor text.').waitFor();
    await context.close();
  });
});

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('nothing is amiss, %s', async (size) => {
    const { page, faults, context } = await begin(language, size);
    const found = await amiss(page);
    for (let index = 0; index < 4; index++)
      await page.locator('.form > .form-members > .form-more .form-add').first().click();
    await page.locator('.form-row .form-more .form-add').first().click();
    await page.locator('[aria-busy="false"]').first().waitFor();
    found.push(...(await amiss(page)));
    await page.goto(`${at.base}/desk/new`);
    await page.locator('.draft-types').waitFor();
    found.push(...(await amiss(page)));
    await page.goto(`${at.base}/desk/drafts`);
    await page.locator('.draft-list').waitFor();
    found.push(...(await amiss(page)));
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

async function amiss(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const found = await axeViolations(page);
  return (await overflows(page)) ? [...found, `${page.url()} stands out to the right`] : found;
}
