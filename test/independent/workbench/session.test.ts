/** Sessions that end in mid-work, and people who follow each other at one browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const ended = 'Your session has ended';

describe('a session that ends in mid-work', () => {
  test('leaves page and text; signing in beside it goes on', async () => {
    const visit = await at.visit();
    const { page, faults } = visit;
    await addAuthenticator(visit);
    const { person, link } = await invite(at, 'Before', ['inspector']);
    await join(page, link);
    await page.goto(`${at.base}/desk/mine`);
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('After');
    await at.desk.sessions.endAll(person.id);
    await page.getByRole('button', { name: 'Save' }).click();
    const note = page.getByRole('status').filter({ hasText: ended });
    await note.waitFor();
    expect(await name.inputValue()).toBe('After');
    await note.getByRole('button', { name: 'Sign in with passkey' }).click();
    await note.waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('After');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect((await at.desk.people.find(person.id))?.name).toBe('After');
    expect(faults).toEqual([]);
    await visit.context.close();
  });

  test('goes on as well when the person signs in in another tab', async () => {
    const { context, page, faults } = await at.visit();
    await signInAs(page, at, 'supervisor');
    await page.goto(`${at.base}/desk/mine`);
    const email = page.getByLabel('E-mail address');
    await email.fill('typed@example.org');
    const supervisor = (await at.desk.people.all()).find(({ roles }) => roles.includes('supervisor'));
    await at.desk.sessions.endAll(supervisor?.id ?? '');
    await page.getByRole('button', { name: 'Save' }).click();
    const note = page.getByRole('status').filter({ hasText: ended });
    await note.waitFor();
    const other = await context.newPage();
    await signInAs(other, at, 'supervisor');
    await note.waitFor({ state: 'detached' });
    expect(await email.inputValue()).toBe('typed@example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is told without anything being pressed where news are followed', async () => {
    const { context, page } = await at.visit();
    await signInAs(page, at, 'auditor');
    const auditor = (await at.desk.people.all()).find(({ roles }) => roles.includes('auditor'));
    await at.desk.sessions.endAll(auditor?.id ?? '');
    await page.getByRole('status').filter({ hasText: ended }).waitFor();
    await context.close();
  });
});

describe('one browser, several people', () => {
  test('another person sees nothing of the one before, in any tab', async () => {
    const { context, page } = await at.visit();
    await signInAs(page, at, 'administrator');
    await page.goto(`${at.base}/desk/administration/people`);
    await page.getByRole('table').waitFor();
    const other = await context.newPage();
    await signInAs(other, at, 'trader');
    await page.waitForURL(/\/desk\/applications/);
    // The name stands there only until it is known what roles are called.
    await page.getByRole('button', { name: 'Trader' }).waitFor();
    await page.goto(`${at.base}/desk/administration/people`);
    await page.getByText('There is no such page.').waitFor();
    await context.close();
  });

  test('signing out leaves no tab open', async () => {
    const visit = await at.visit();
    await addAuthenticator(visit);
    const { link } = await invite(at, 'Two Tabs', ['auditor']);
    await join(visit.page, link);
    const other = await visit.context.newPage();
    await other.goto(`${at.base}/desk/mine?lang=en`);
    await other.locator('.mine').waitFor();
    await signOut(visit.page, 'Two Tabs');
    await other.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await other.goto(`${at.base}/desk/mine`);
    await other.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await signInWithPasskey(visit.page);
    await visit.context.close();
  });
});

describe('a lost connection', () => {
  test('is told, keeps what was typed, and is over when the server answers', async () => {
    const { context, page } = await at.visit();
    await signInAs(page, at, 'inspector');
    await page.goto(`${at.base}/desk/mine`);
    const email = page.getByLabel('E-mail address');
    await email.fill('kept@example.org');
    await context.setOffline(true);
    const note = page.getByRole('status').filter({ hasText: 'No connection' });
    await note.waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'No connection' }).waitFor();
    expect(await email.inputValue()).toBe('kept@example.org');
    await context.setOffline(false);
    await note.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await context.close();
  });
});
