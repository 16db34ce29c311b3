/** One story through both desks: asked for by a trader, examined, signed, delivered, decided abroad, printed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import type { Client } from '../../corridor.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Visit, type Workbench } from './desk.ts';

let at: Workbench;
let abroad: Workbench;
let ru: Client;
beforeAll(async () => {
  at = await foundWorkbench();
  abroad = { ...at, base: `http://ru.localhost:${at.corridor.servers.get('RU')?.config.port}` };
  ru = await at.corridor.client('ru.fsvps');
}, 120_000);
afterAll(() => at?.end());

async function visitAs(desk: Workbench, role: Parameters<typeof signInAs>[2], language = 'en'): Promise<Visit> {
  const visit = await at.visit();
  await signInAs(visit.page, desk, role, language);
  return visit;
}

/** What stands in a field under its label, within what holds it. */
async function write(page: Page, group: string, label: string | RegExp, text: string): Promise<void> {
  const within = page.getByRole('group', { name: group }).first();
  const field = within.getByLabel(label).first();
  await field.fill(text);
  await field.press('Tab');
}

const open = (page: Page, name: string) => page.locator('.form-add', { hasText: name }).last().click();

const lines = [
  'Name of produce\tBotanical name of plants\tHS code\tNet, kg\tPlace of origin',
  'Təzə alma\tMalus domestica\t080810\t42 500\tAZ',
].join('\n');

/** Everything that the first page of an application asks, through its fields alone. */
async function fill(page: Page): Promise<void> {
  await write(page, 'Country of export', /^Code/, 'AZ');
  await write(page, 'Country of import', /^Code/, 'RU');
  for (const [group, name] of [
    ['Name and address of exporter', 'Şəmkir Nümunə MMC'],
    ['Declared name and address of consignee', 'ООО «Образец»'],
  ] as const) {
    await write(page, group, 'Name', name);
    await write(page, group, /^Address/, 'Nümunə küçəsi 5');
  }
  await write(page, 'Declared point of entry', /^Name, row 1$/, 'Яраг-Казмаляр');
  await page.getByRole('combobox', { name: 'Mode of transport, row 1' }).fill('rail');
  await page.getByRole('combobox', { name: 'Mode of transport, row 1' }).press('Enter');
  await page.getByLabel('Its number, row 1').fill('91860344');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByLabel('Or paste from a spreadsheet').fill(lines);
  await page.getByRole('button', { name: 'Add rows (1)' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('an application', () => {
  test('goes from a trader to a decision abroad', async () => {
    const trader = await visitAs(at, 'trader');
    await trader.page.getByRole('button', { name: 'Phytosanitary certificate', exact: true }).click();
    await trader.page.locator('.form').waitFor();
    await fill(trader.page);
    await trader.page.getByText('Saved', { exact: true }).waitFor();
    await trader.page.getByText('Nothing to say against it.').waitFor();
    await trader.page.getByRole('button', { name: 'Send', exact: true }).click();
    await trader.page.getByText('sent', { exact: true }).waitFor();
    expect(await trader.page.locator('.application-steps').innerText()).toMatch(/Begun[\s\S]*Sent/);
    const address = new URL(trader.page.url()).pathname;

    const inspector = await visitAs(at, 'inspector');
    await inspector.page.goto(`${at.base}/desk/applications`);
    await inspector.page.locator('.application-list a').first().click();
    await inspector.page.getByRole('button', { name: 'Take up' }).click();
    await inspector.page.getByRole('button', { name: 'Ask the applicant' }).click();
    await inspector.page
      .getByRole('dialog')
      .getByLabel(/Question/)
      .fill('Which seal is on the wagon?');
    await inspector.page.getByRole('dialog').getByRole('button', { name: 'Ask the applicant' }).click();
    await inspector.page.getByText('question asked', { exact: true }).waitFor();

    await trader.page.reload();
    await trader.page.getByText('Which seal is on the wagon?').first().waitFor();
    await open(trader.page, 'Container');
    await trader.page.getByLabel('Container number').fill('CSQU3054383');
    await trader.page.getByText('Saved', { exact: true }).waitFor();
    await trader.page.getByRole('button', { name: 'Answer' }).click();
    await trader.page.getByRole('dialog').getByRole('textbox').fill('The container is stated now.');
    await trader.page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
    await trader.page.getByText('answered', { exact: true }).waitFor();

    await inspector.page.reload();
    await inspector.page.getByText('CSQU3054383').first().waitFor();
    await inspector.page.getByRole('button', { name: 'Take up' }).click();
    await inspector.page.getByRole('tab', { name: 'As a record' }).click();
    await inspector.page.getByRole('button', { name: /^Required and still empty: \d+$/ }).waitFor();
    expect(await inspector.page.getByText('Fill this in.').count()).toBe(0);
    await inspector.page.getByLabel(/^Certificate number/).focus();
    await inspector.page.keyboard.press('Tab');
    await inspector.page.getByText('Certificate number: Fill this in.').waitFor();
    // A rule speaks before that is filled in.
    await inspector.page.locator('.draft-finding-list .warn, .draft-finding-list .inform').first().waitFor();
    await inspector.page.getByLabel(/^Certificate number/).fill('AZ-PC-2026-700001');
    await inspector.page.getByText(/^Last stated by .* \(Inspector\)/).waitFor();
    await inspector.page.getByRole('button', { name: 'Recommend for signing' }).click();
    await inspector.page.getByRole('dialog').getByRole('textbox').fill('Nothing found.');
    await inspector.page.getByRole('dialog').getByRole('button', { name: 'Recommend for signing' }).click();
    await inspector.page.getByText('recommended', { exact: true }).waitFor();

    const signatory = await visitAs(at, 'signatory');
    const { page } = signatory;
    await page.goto(`${at.base}${address}`);
    await page.getByRole('tab', { name: 'As a record' }).click();
    await page.getByText(/^Last stated by .* \(Inspector\)/).waitFor();
    expect(await page.getByLabel(/^Certificate number/).inputValue()).toBe('AZ-PC-2026-700001');
    await page
      .getByLabel(/^Date of issue/)
      .first()
      .fill(new Date().toISOString().slice(0, 10));
    await page
      .getByLabel(/^Date of issue/)
      .first()
      .press('Tab');
    await write(page, 'Issue of the certificate', /^Date/, new Date().toISOString().slice(0, 10));
    await page.locator('.draft-finding-list .refuse').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Prepare for signing' }).click();
    await page.getByRole('button', { name: 'Approve (demonstration)' }).click();
    await page.waitForURL(/\/desk\/records\/[0-9a-f]{64}/);
    const [id = ''] = /[0-9a-f]{64}/.exec(page.url()) ?? [];

    const officer = await visitAs(abroad, 'border-officer');
    await officer.page.goto(`${abroad.base}/desk/inbox`);
    await officer.page.getByText('AZ-PC-2026-700001').first().waitFor();
    await officer.page.goto(`${abroad.base}/desk/records/${id}`);
    await officer.page.getByRole('button', { name: /^recognition$/i }).click();
    await officer.page.getByRole('button', { name: 'Check and approve' }).click();
    await officer.page.getByRole('button', { name: 'Approve (demonstration)' }).click();
    await officer.page.getByText(/Issued: recognition/i).waitFor({ state: 'attached' });

    await trader.page.goto(`${at.base}${address}`);
    await trader.page
      .locator('.application-steps')
      .getByText(/recognition/i)
      .first()
      .waitFor();
    const steps = await trader.page.locator('.application-steps').innerText();
    expect(steps).toMatch(/Begun[\s\S]*Sent[\s\S]*Question asked[\s\S]*Answered[\s\S]*issued[\s\S]*Receipt given/);
    expect(steps).not.toContain('Nothing found.');
    expect(steps).not.toMatch(/inspector|Müfəttiş/i);
    const paper = await trader.page.evaluate(async (path) => {
      const answer = await fetch(path);
      return { status: answer.status, start: (await answer.text()).slice(0, 5) };
    }, `/api${address}/record.pdf?lang=en`);
    expect(paper).toEqual({ status: 200, start: '%PDF-' });
    for (const [name, file] of [
      ['XML document', /\.xml$/],
      ['Evidence file', /evidence\.json$/],
    ] as const) {
      const download = trader.page.waitForEvent('download');
      await trader.page.getByRole('link', { name }).click();
      expect((await download).suggestedFilename()).toMatch(file);
    }
    const held = await ru.get(`/api/records/${id}`);
    expect(held.body.approvals).toMatchObject([{ means: 'demonstration', of: 'record' }]);
    for (const visit of [trader, inspector, signatory, officer]) {
      expect(visit.faults).toEqual([]);
      await visit.context.close();
    }
  });

  test('says why it is declined, and begins another one', async () => {
    const trader = await visitAs(at, 'trader');
    await trader.page.getByRole('button', { name: 'Phytosanitary certificate', exact: true }).click();
    await trader.page.locator('.form').waitFor();
    await fill(trader.page);
    await trader.page.getByText('Nothing to say against it.').waitFor();
    await trader.page.getByRole('button', { name: 'Send', exact: true }).click();
    await trader.page.getByText('sent', { exact: true }).waitFor();
    const inspector = await visitAs(at, 'inspector');
    await inspector.page.goto(trader.page.url());
    await inspector.page.getByRole('button', { name: 'Take up' }).click();
    await inspector.page.getByRole('button', { name: 'Decline' }).click();
    const dialog = inspector.page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Decline' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('No inspection was asked for.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await inspector.page.getByText('declined', { exact: true }).waitFor();
    await trader.page.reload();
    await trader.page.getByText('No inspection was asked for.').first().waitFor();
    await trader.page.getByRole('button', { name: 'Apply again from this one' }).click();
    await trader.page.getByText('Təzə alma').first().waitFor();
    for (const visit of [trader, inspector]) {
      expect(visit.faults).toEqual([]);
      await visit.context.close();
    }
  });
});

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('pages of applications are in order, %s', async (size) => {
    const found: string[] = [];
    for (const role of ['trader', 'inspector'] as const) {
      const { page, faults, context } = await at.visit(size);
      await signInAs(page, at, role, language);
      await page.goto(`${at.base}/desk/applications?view=all`);
      await page.locator('.application-list a').first().waitFor();
      found.push(...(await amiss(page)));
      for (const index of [0, 1]) {
        await page.locator('.application-list a').nth(index).click();
        await page.locator('.draft-desk').waitFor();
        found.push(...(await amiss(page)));
        if (role === 'inspector' && (await page.getByRole('tab').count()) > 1) {
          await page.getByRole('tab').nth(1).click();
          await page.locator('.form').waitFor();
          found.push(...(await amiss(page)));
        }
        await page.goBack();
      }
      expect(faults).toEqual([]);
      await context.close();
    }
    expect(found).toEqual([]);
  });
});

async function amiss(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const found = await axeViolations(page);
  return (await overflows(page)) ? [...found, `${page.url()} stands out to the right`] : found;
}
