/** Applications as both sides live with them: nobody else's, news without asking again, two windows, names kept inside. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundWorkbench, signInAs, type Visit, type Workbench } from './desk.ts';

const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims: full } = JSON.parse(await readFile(vector, 'utf8'));
const { number: _, issued: __, issuingOrganisation: ___, signatories: ____, ...claims } = full;

let at: Workbench;
beforeAll(async () => {
  at = await foundWorkbench();
}, 120_000);
afterAll(() => at?.end());

async function visitAs(role: Parameters<typeof signInAs>[2]): Promise<Visit> {
  const visit = await at.visit();
  await signInAs(visit.page, at, role);
  return visit;
}

/** As this page's person, without its fields. */
function ask({ page }: Visit, method: string, path: string, body?: object) {
  return page.evaluate(
    async ([how, where, text]) => {
      const answer = await fetch(`/api/desk/applications${where}`, {
        method: how,
        ...(text !== undefined && { body: text, headers: { 'content-type': 'application/json' } }),
      });
      return { status: answer.status, body: await answer.json().catch(() => undefined) };
    },
    [method, path, body && JSON.stringify(body)] as const,
  );
}

async function begun(trader: Visit, title: string): Promise<{ readonly id: string; readonly revision: number }> {
  const application = { profile: 'phytosanitary', type: 'certificate', title, claims };
  return (await ask(trader, 'POST', '', application)).body;
}

async function sent(trader: Visit, title: string): Promise<{ readonly id: string; readonly revision: number }> {
  const { id, revision } = await begun(trader, title);
  return (await ask(trader, 'POST', `/${id}/send`, { revision })).body;
}

const addressOf = (id: string) => `${at.base}/desk/applications/${id}`;

describe('an application', () => {
  test('is nobody’s but its applicant’s and the office’s', async () => {
    const trader = await visitAs('trader');
    const { id } = await sent(trader, 'Mine alone');
    const stranger = await at.desk.staff.add({ name: 'Another trader', roles: ['trader'], language: 'en' });
    expect(await at.desk.applications.reader.show(stranger.person, id)).toBeUndefined();
    const office = await visitAs('border-officer');
    expect((await ask(office, 'GET', `/${id}`)).status).toBe(403);
    await trader.context.close();
    await office.context.close();
  });

  test('tells its applicant a question without being asked again, and the office what the answer changed', async () => {
    const trader = await visitAs('trader');
    const inspector = await visitAs('inspector');
    const { id } = await sent(trader, 'Asked about');
    await trader.page.goto(addressOf(id));
    await trader.page.getByText('sent', { exact: true }).waitFor();
    await inspector.page.goto(addressOf(id));
    await inspector.page.getByRole('button', { name: 'Take up' }).click();
    await inspector.page.getByRole('button', { name: 'Ask the applicant' }).click();
    const dialog = inspector.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Which consignment is it?');
    await dialog.getByRole('button', { name: 'Ask the applicant' }).click();
    // News are asked for every 20 seconds.
    await trader.page.getByText('Which consignment is it?').first().waitFor({ timeout: 30_000 });
    const name = (await at.desk.people.all()).find(({ roles }) => roles.includes('inspector'))?.name ?? '?';
    expect(await trader.page.locator('body').innerText()).not.toContain(name);
    await trader.page.getByLabel('Consignment number').fill('P-77');
    await trader.page.getByText('Saved', { exact: true }).waitFor();
    await trader.page.getByRole('button', { name: 'Answer' }).click();
    await trader.page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
    await trader.page.getByText('answered', { exact: true }).waitFor();
    await inspector.page.reload();
    const changes = inspector.page.getByRole('region', { name: 'Changed by the answer' }).first();
    await changes.getByText('P-77').waitFor();
    expect(await inspector.page.locator('.application-steps').innerText()).toContain(name);
    for (const { faults, context } of [trader, inspector]) {
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  test('leads to what must be mended when it is sent', async () => {
    const { page, context, faults } = await visitAs('trader');
    await page.getByRole('button', { name: 'Phytosanitary certificate', exact: true }).click();
    await page.getByRole('button', { name: /^Required and still empty: \d+$/ }).waitFor();
    expect(await page.locator('.form-finding').count()).toBe(0);
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await page.locator('.form :focus').waitFor();
    await page.locator('.draft-finding-list .refuse').first().waitFor();
    expect(await page.getByText('being written', { exact: true }).count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('that was written in two windows lets a person choose', async () => {
    const trader = await visitAs('trader');
    const { id, revision } = await begun(trader, 'Two windows');
    await trader.page.goto(addressOf(id));
    const field = trader.page.getByLabel('Consignment number');
    await field.waitFor();
    const other = { revision, title: 'Two windows', claims: { ...claims, consignment: 'OTHER' } };
    expect((await ask(trader, 'PUT', `/${id}`, other)).status).toBe(200);
    await field.fill('MINE');
    const note = trader.page.getByRole('alert').filter({ has: trader.page.getByRole('button') });
    await note.waitFor();
    expect(await field.inputValue()).toBe('MINE');
    await note.getByRole('button').first().click();
    await trader.page.getByText('Saved', { exact: true }).waitFor();
    expect((await ask(trader, 'GET', `/${id}`)).body.contents.claims.consignment).toBe('MINE');
    await trader.context.close();
  });

  test('keeps what an officer states before it is signed', async () => {
    const trader = await visitAs('trader');
    const { id } = await sent(trader, 'To be signed');
    const { page, context } = await visitAs('signatory');
    await page.goto(addressOf(id));
    const tab = page.getByRole('tab', { name: 'As a record' });
    await tab.click();
    const number = page.getByLabel(/^Certificate number/);
    await number.fill('AZ-PC-2026-700777');
    await page.reload();
    await tab.click();
    expect(await number.inputValue()).toBe('AZ-PC-2026-700777');
    await page.goto(`${at.base}/desk/applications`);
    await page.getByLabel('State').selectOption('sent');
    await page.locator('.application-list').getByText('To be signed').waitFor();
    await page.getByLabel('State').selectOption('ready');
    await page.getByText('No applications here.').waitFor();
    await context.close();
    await trader.context.close();
  });

  test('that two officers state something on lets the slower one choose', async () => {
    const trader = await visitAs('trader');
    const { id } = await sent(trader, 'Stated by two');
    const visits = [await visitAs('inspector'), await visitAs('signatory')];
    const [inspector, signatory] = visits.map(({ page }) => page) as [Visit['page'], Visit['page']];
    for (const page of [inspector, signatory]) {
      await page.goto(addressOf(id));
      await page.getByRole('tab', { name: 'As a record' }).click();
    }
    const number = (page: Visit['page']) => page.getByLabel(/^Certificate number/);
    await number(inspector).fill('AZ-PC-2026-700101');
    await inspector.getByText(/^Last stated by .* \(Inspector\)/).waitFor();
    await number(signatory).fill('AZ-PC-2026-700102');
    await signatory.getByRole('button', { name: 'Take what was saved there' }).click();
    await signatory.getByText(/^Last stated by .* \(Inspector\)/).waitFor();
    expect(await number(signatory).inputValue()).toBe('AZ-PC-2026-700101');
    expect((await ask(trader, 'GET', `/${id}`)).body.office).toBeUndefined();
    for (const { context } of [trader, ...visits]) await context.close();
  });
});
