/** Those who look after people, programs and the audit trail. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../server/desk/roles.ts';
import { until } from '../../corridor.ts';
import type { Page } from '../pages/browser.ts';
import { addAuthenticator, foundWorkbench, invite, join, signInAs, type Workbench } from './desk.ts';

let at: Workbench;
beforeAll(async () => {
  at = await foundWorkbench();
}, 120_000);
afterAll(() => at?.end());

async function section(page: Page, name: string, role: Role = 'administrator'): Promise<void> {
  await signInAs(page, at, role);
  await page.goto(`${at.base}/desk/administration/${name}`);
  await page.getByRole('navigation', { name: 'Administration' }).waitFor();
}

describe('people', () => {
  test('are invited by a link that is shown once, changed, and let go', async () => {
    const { context, page, faults } = await at.visit();
    await section(page, 'people');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Şəfiqə Ağayeva');
    await dialog.getByRole('button', { name: 'Create a link' }).click();
    await dialog.getByText('Choose at least one role.').waitFor();
    await dialog.getByLabel('Inspector').check();
    await dialog.getByRole('button', { name: 'Create a link' }).click();
    const link = await dialog.getByRole('status', { name: 'One-time link' }).innerText();
    expect(link).toMatch(/^http:\/\/az\.localhost:\d+\/desk\/join\?lang=en#az\.afsa\.[A-Za-z0-9_-]{43}$/);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const row = page.getByRole('row', { name: 'Şəfiqə Ağayeva' });
    expect(await row.innerText()).toContain('invited, has not joined');

    const guest = await at.visit();
    await addAuthenticator(guest);
    await join(guest.page, link);
    await page.reload();
    expect(await row.innerText()).not.toContain('invited');
    await row.getByRole('button', { name: 'Change' }).click();
    await dialog.getByLabel('Auditor').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await row.getByText('Inspector, Auditor').waitFor();
    await row.getByRole('button', { name: 'Change' }).click();
    await dialog.getByRole('table', { name: 'Sessions' }).waitFor();
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await dialog.getByRole('button', { name: 'Yes, deactivate' }).click();
    await row.getByText('deactivated').waitFor();
    await guest.page.goto(`${at.base}/desk`);
    await guest.page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    expect([...faults, ...guest.faults]).toEqual([]);
    await context.close();
    await guest.context.close();
  });

  test('a key that signs is confirmed by two colleagues, one of them with a passkey', async () => {
    const [first, second, third] = [await at.visit(), await at.visit(), await at.visit()];
    await addAuthenticator(second);
    await addAuthenticator(third);
    // The demonstration's own officers are enrolled when the first of them comes in.
    await signInAs(first.page, at, 'supervisor');
    const supervisor = await invite(at, 'New Supervisor', ['supervisor']);
    await join(second.page, supervisor.link);
    const confirm = async (page: Page, name: string, said: string) => {
      await page.goto(`${at.base}/desk/administration/enrolments`);
      await page.getByRole('row', { name }).getByRole('button', { name: 'Confirm' }).click();
      await page.getByText(said).waitFor();
    };
    const kept = 'One more colleague has to confirm';
    const told = 'Confirmed by all that are needed';
    await confirm(first.page, 'New Supervisor', kept);
    await first.page.getByText('1 of 2').waitFor();
    await signInAs(first.page, at, 'administrator');
    await confirm(first.page, 'New Supervisor', told);
    const signatory = await invite(at, 'New Signatory', ['signatory']);
    await join(third.page, signatory.link);
    await third.page.goto(`${at.base}/desk/mine`);
    await third.page.getByText('Your key is not enrolled yet').waitFor();
    await confirm(second.page, 'New Signatory', kept);
    await confirm(first.page, 'New Signatory', told);
    await third.page.reload();
    await third.page.getByText('you can sign').waitFor();
    expect([...first.faults, ...second.faults, ...third.faults]).toEqual([]);
    for (const { context } of [first, second, third]) await context.close();
  });
});

describe('programs', () => {
  test('a token is shown once, works, and is withdrawn', async () => {
    const { context, page, faults } = await at.visit('narrow');
    await section(page, 'tokens');
    await page.getByRole('button', { name: 'New token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Reports');
    await dialog.getByRole('button', { name: 'Create' }).click();
    const token = await dialog.getByRole('status', { name: 'Token' }).innerText();
    const api = at.base.replace('az.localhost', '127.0.0.1');
    const ask = async () =>
      (await fetch(`${api}/api/records?limit=1`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await ask()).toBe(200);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const row = page.getByRole('row', { name: 'Reports' });
    await row.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await row.getByText('withdrawn').waitFor();
    expect(await until(ask, (status) => status === 401)).toBe(401);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a webhook is added, tried, and told what happens', async () => {
    const heard: IncomingHttpHeaders[] = [];
    const listener = createServer((request, response) => {
      heard.push(request.headers);
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    const { context, page, faults } = await at.visit('narrow');
    await section(page, 'webhooks');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill(`http://127.0.0.1:${port}/heard`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    expect(await dialog.getByRole('status', { name: 'Secret' }).innerText()).toMatch(/^whsec_/);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const row = page.getByRole('row', { name: `127.0.0.1:${port}` });
    await row.getByRole('button', { name: 'Deliveries' }).click();
    await dialog.getByRole('button', { name: 'Send a test message' }).click();
    await dialog.getByText('Delivered: answer 204').waitFor();
    expect(heard[0]?.['webhook-signature']).toMatch(/^v1,/);
    await page.keyboard.press('Escape');
    await row.getByRole('switch').click({ force: true });
    await row.getByText('off').waitFor();
    await row.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await row.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
    listener.close();
  });
});

test('the audit trail is filtered, exported and checked', async () => {
  const { context, page, faults } = await at.visit();
  await section(page, 'trail', 'auditor');
  const rows = page.getByRole('table', { name: 'Audit trail' }).getByRole('row');
  await page.getByLabel('Action').selectOption({ label: 'Own sessions, passkeys and notices' });
  await page.waitForURL(/action=own/);
  await page.getByText('signInToDemonstration').first().waitFor();
  expect(await rows.count()).toBeGreaterThan(1);
  const waits = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  const file = await waits;
  expect(file.url()).toContain('action=own');
  expect(file.suggestedFilename()).toBe('trail.csv');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('The trail is whole').waitFor();
  const noted = (await page.getByRole('status', { name: 'Noted hash' }).innerText()).split(' ');
  await page.getByLabel('Noted row').fill(noted[0] ?? '');
  await page.getByLabel('Noted hash').first().fill('0'.repeat(64));
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(`damaged at row ${noted[0]}`).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
