/** Coming in: by link with a passkey, again with it, with the recovery code, and by one press in a demonstration. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roleNames, roles } from '../../../server/desk/roles.ts';
import {
  addAuthenticator,
  foundWorkbench,
  invite,
  join,
  signInAs,
  signInWithPasskey,
  signOut,
  type Workbench,
} from './desk.ts';

let at: Workbench;
beforeAll(async () => {
  at = await foundWorkbench();
}, 120_000);
afterAll(() => at?.end());

describe('by link', () => {
  test('a passkey is made, the recovery code is shown once, and the passkey signs in', async () => {
    const visit = await at.visit();
    const { page, faults } = visit;
    await addAuthenticator(visit);
    const name = 'Əli Çələbi';
    const { link } = await invite(at, name, ['inspector']);
    await page.goto(link);
    const main = page.getByRole('main');
    await main.getByText(name).waitFor();
    expect(await main.innerText()).toContain('Inspector');
    await page.getByRole('button', { name: 'Create passkey' }).click();
    const code = await page.getByRole('status', { name: 'Recovery code' }).innerText();
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(page.url()).not.toContain('#');
    const go = page.getByRole('button', { name: 'Go to the workbench' });
    expect(await go.isDisabled()).toBe(true);
    await page.getByLabel('I have kept it').check();
    await go.click();
    await page.getByRole('banner').getByRole('button', { name }).waitFor();
    await signOut(page, name);
    await signInWithPasskey(page);
    await page.getByRole('banner').getByRole('button', { name }).waitFor();
    expect(faults).toEqual([]);
    await visit.context.close();
  });

  test('it works once', async () => {
    const [first, second] = [await at.visit(), await at.visit()];
    await addAuthenticator(first);
    const { link } = await invite(at, 'Once Only', ['auditor']);
    await join(first.page, link);
    await second.page.goto(link);
    await second.page.getByText('A link works once').waitFor();
    expect(await second.page.getByRole('button', { name: 'Create passkey' }).count()).toBe(0);
    await second.page.goto(`${at.base}/desk/join`);
    await second.page.getByText('needs the whole link').waitFor();
    await first.context.close();
    await second.context.close();
  });

  test('a lost passkey is replaced with the code, which works once, and ends all sessions', async () => {
    const [old, anew] = [await at.visit(), await at.visit('narrow')];
    await addAuthenticator(old);
    await addAuthenticator(anew);
    const { person, link } = await invite(at, 'Lost Device', ['inspector']);
    const code = await join(old.page, link);
    const recover = async (text: string) => {
      await anew.page.goto(`${at.base}/desk/sign-in?lang=en`);
      await anew.page.getByText('I have lost my passkey').click();
      await anew.page.getByLabel('Recovery code').fill(text);
      await anew.page.getByRole('button', { name: 'Use the code' }).click();
    };
    await recover('ABCD');
    await anew.page.getByText('A code has 32 characters; 4 were entered.').waitFor();
    await recover(code.toLowerCase().replaceAll('-', ' '));
    await anew.page.getByText('replaces all that you had').waitFor();
    expect(await at.desk.sessions.of(person.id)).toEqual([]);
    await anew.page.getByRole('button', { name: 'Create passkey' }).click();
    const next = await anew.page.getByRole('status', { name: 'Recovery code' }).innerText();
    expect(next).not.toBe(code);
    await anew.page.getByLabel('I have kept it').check();
    await anew.page.getByRole('button', { name: 'Go to the workbench' }).click();
    await anew.page.locator('.shell').waitFor();
    await recover(code);
    await anew.page.getByRole('alert').waitFor();
    // The lost passkey signs nobody in.
    await old.page.goto(`${at.base}/desk/sign-in?lang=en`);
    await old.page.getByRole('button', { name: 'Sign in with passkey' }).click();
    await old.page.getByRole('alert').waitFor();
    expect([...old.faults, ...anew.faults]).toEqual([]);
    await old.context.close();
    await anew.context.close();
  });

  test('a passkey that the person does not give is told, and can be given after all', async () => {
    const visit = await at.visit();
    const { page } = visit;
    const { link } = await invite(at, 'Second Thoughts', ['auditor']);
    const client = await visit.context.newCDPSession(page);
    await client.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
    } as const;
    const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', { options });
    // Not recognised: the request ends as it does when somebody presses Cancel.
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.goto(link);
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByText('The passkey was not confirmed').waitFor();
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByRole('status', { name: 'Recovery code' }).waitFor();
    await visit.context.close();
  });
});

describe('by one press', () => {
  test.each(roles)('as %s', async (role) => {
    const { context, page, faults } = await at.visit();
    await signInAs(page, at, role);
    await page.goto(`${at.base}/desk/mine`);
    const who = await page.locator('.mine-who').innerText();
    expect(who).toContain(roleNames[role].en);
    await signOut(page, roleNames[role].en);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('whoever asked for a place comes there', async () => {
    const { context, page } = await at.visit();
    await page.goto(`${at.base}/desk/administration/trail?from=2026-01-01&lang=en`);
    await page.locator('[data-roles="auditor"]').click();
    await page.getByRole('heading', { name: 'Audit trail', level: 2 }).waitFor();
    expect(page.url()).toContain('from=2026-01-01');
    await context.close();
  });
});
