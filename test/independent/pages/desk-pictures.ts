/**
 * Makes the pictures of the workbench in docs/pictures from a demonstration that is running:
 * `node test/independent/pages/desk-pictures.ts`, with Chromium; `convert-im6`, where it is there, makes them small.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openBrowser, type Page, sizes } from './browser.ts';

const base = 'http://afsa.az.localhost:8401';
const pictures = join(import.meta.dirname, '../../../docs/pictures');
/** Whose turn it is in the story. */
const other = 'http://fsvps.ru.localhost:8402';
const border = 'http://fts.ru.localhost:8402';
const browser = await openBrowser();
const made: string[] = [];

async function picture(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.loading') === null);
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  made.push(path);
}

/** As one of the demonstration's people, in a browser of its own. */
async function as(
  role: string,
  size: keyof typeof sizes,
  walk: (page: Page) => Promise<void>,
  at = base,
): Promise<void> {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${at}/desk/sign-in?lang=en`);
  await page.locator(`[data-roles="${role}"]`).click();
  await page.locator('.shell').waitFor();
  await walk(page);
  await context.close();
}

try {
  const entry = await browser.newPage({ viewport: sizes.wide, locale: 'en-GB' });
  await entry.goto(`${base}/desk/sign-in?lang=en`);
  await picture(entry, 'desk-sign-in');
  await as('supervisor', 'wide', async (page) => {
    for (const [name, path] of [
      ['ledger', 'ledgers/phytosanitary/season-balance'],
      ['register', 'registers/phytosanitary/grower'],
      ['corridor', 'corridor'],
      ['figures', 'figures?figure=phytosanitary%2Fcertificates'],
    ] as const) {
      await page.goto(`${base}/desk/${path}`);
      await picture(page, `desk-${name}`);
    }
  });
  await as(
    'border-officer',
    'wide',
    async (page) => {
      await page.goto(`${other}/desk/inbox`);
      await page.locator('main').getByText('AZ-PC').first().waitFor();
      await picture(page, 'desk-inbox');
      await page.goto(`${other}/desk/records?type=phytosanitary%2Fcertificate&q=AZ-PC-DEMO-0007`);
      await page.locator('main a[href*="/desk/records/"]').first().click();
      await page.waitForURL(/records\/[0-9a-f]{64}/);
      await picture(page, 'desk-record');
    },
    other,
  );
  await as(
    'border-officer',
    'wide',
    async (page) => {
      for (const [name, plate] of [
        ['lane-green', '10-XX-121'],
        ['lane-seal', '10-XX-305'],
      ] as const) {
        await page.goto(`${border}/desk/inbox`);
        await page.getByRole('row', { name: plate }).getByRole('link').first().click();
        await page.waitForURL(/records\/[0-9a-f]{64}/);
        await picture(page, `desk-${name}`);
      }
      await page.goto(`${border}/desk/dossiers?q=10-XX-077`);
      await page.locator('main a[href*="/desk/dossiers/"]').first().click();
      await page.waitForURL(/dossiers\/[0-9a-f]{64}/);
      await picture(page, 'desk-dossier');
    },
    border,
  );
  await as('inspector', 'wide', async (page) => {
    await page.goto(`${base}/desk/records?type=phytosanitary%2Fcertificate&q=AZ-PC`);
    await page.locator('main a[href*="/desk/records/"]').first().click();
    await page.waitForURL(/records\/[0-9a-f]{64}/);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    await page.goto(`${base}/desk/new?from=${id}`);
    await page.waitForURL(/\/drafts\//);
    await page.locator('main').getByText('Checking').waitFor({ state: 'detached' });
    await picture(page, 'desk-new-record');
  });
  await as('administrator', 'wide', async (page) => {
    await page.goto(`${base}/desk/administration/roles`);
    await picture(page, 'desk-roles');
  });
  await as('trader', 'narrow', async (page) => {
    await page.goto(`${base}/desk/applications`);
    await picture(page, 'desk-applications-phone');
  });
} finally {
  await browser.close();
}
const small = promisify(execFile);
for (const path of made)
  await small('convert-im6', [path, '-colors', '128', '-strip', '-define', 'png:compression-level=9', path]).catch(
    () => undefined,
  );
