/** What officers sign: shown first, confirmed by a passkey, by two where two must, and never unseen. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../server/desk/roles.ts';
import { type Client, certificateXml, until } from '../../corridor.ts';
import { axeViolations, type Page } from '../pages/browser.ts';
import { addAuthenticator, enrol, foundWorkbench, invite, join, signInAs, type Visit, type Workbench } from './desk.ts';

let at: Workbench;
let az: Client;
let ru: Client;
beforeAll(async () => {
  at = await foundWorkbench('ru.fsvps');
  az = await at.corridor.client('az.afsa');
  ru = await at.corridor.client('ru.fsvps');
}, 120_000);
afterAll(() => at?.end());

let made = 0;
/** A record that waits for a decision. */
async function arrived(): Promise<string> {
  const number = `AZ-PC-2026-70${String(made++).padStart(4, '0')}`;
  const { status, body } = await az.post('/api/records?to=ru.fsvps', await certificateXml(number));
  expect(status, JSON.stringify(body)).toBe(201);
  await until(
    () => ru.get(`/api/records/${body.id}`),
    ({ status: found }) => found === 200,
  );
  return body.id;
}

/** Somebody with a passkey of their own, confirmed by colleagues. */
async function officer(name: string, role: Role): Promise<Visit> {
  const visit = await at.visit();
  await addAuthenticator(visit);
  const { person, link } = await invite(at, name, [role]);
  await join(visit.page, link);
  await enrol(at, person);
  return visit;
}

const dialog = (page: Page) => page.getByRole('dialog');

/** The first decision that the page offers, up to the dialog. */
async function decide(page: Page, id: string): Promise<void> {
  await page.goto(`${at.base}/desk/records/${id}`);
  await page.locator('.record-ways button').first().click();
  await page.getByRole('button', { name: 'Check and approve' }).click();
  await dialog(page).getByText('What will be signed').waitFor();
}

const decided = async (id: string) => (await ru.get(`/api/records/${id}`)).body.followUps;

describe('a decision', () => {
  test('is confirmed by the passkey of the officer, who is named in what it proves', async () => {
    const id = await arrived();
    const { page, faults, context } = await officer('Border Officer', 'border-officer');
    await decide(page, id);
    const shown = await dialog(page).innerText();
    expect(shown).toContain('AZ-PC-2026-70');
    expect(await axeViolations(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Sign with passkey' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    const [followUp] = await decided(id);
    const { body } = await ru.get(`/api/records/${followUp.id}`);
    expect(body.approvals).toMatchObject([{ means: 'passkey', userVerified: true, roles: ['border-officer'] }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is not made when the officer gives up, or the passkey is not given', async () => {
    const id = await arrived();
    const { page, context, faults } = await at.visit();
    await signInAs(page, at, 'border-officer');
    await decide(page, id);
    const forgotten = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    const answer = await forgotten;
    expect([new URL(answer.url()).pathname.split('/').slice(0, 4).join('/'), answer.status()]).toEqual([
      '/api/desk/prepared',
      204,
    ]);
    expect(await decided(id)).toEqual([]);
    await page.getByRole('button', { name: 'Check and approve' }).click();
    await dialog(page).getByText('Demonstration: a key kept by this server').waitFor();
    await dialog(page).getByRole('button', { name: 'Approve (demonstration)' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    const [followUp] = await decided(id);
    const { body } = await ru.get(`/api/records/${followUp.id}`);
    expect(body.approvals).toMatchObject([{ means: 'demonstration', userVerified: false }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is shown anew when somebody decided something else meanwhile', async () => {
    const id = await arrived();
    const { page, context, faults } = await at.visit();
    await signInAs(page, at, 'border-officer');
    await page.goto(`${at.base}/desk/records/${id}`);
    await page.locator('.record-ways').getByRole('button', { name: 'Refusal', exact: true }).click();
    const form = page.locator('form.record-decision');
    await form.getByRole('button', { name: 'Reasons' }).click();
    await form.getByRole('combobox').last().click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Check and approve' }).click();
    await dialog(page).getByText('What will be signed').waitFor();
    const claims = { kind: 'recognise' };
    const other = await ru.post('/api/records', {
      profile: 'phytosanitary',
      type: 'decision',
      to: [],
      about: id,
      claims,
    });
    expect(other.status, JSON.stringify(other.body)).toBe(201);
    await dialog(page).getByRole('button', { name: 'Approve (demonstration)' }).click();
    await dialog(page).getByText('Something has changed in the meantime').waitFor();
    expect(await decided(id)).toHaveLength(1);
    expect(await axeViolations(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Approve (demonstration)' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await decided(id)).toHaveLength(2);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('a session that ends before the signature is begun anew in the dialog', async () => {
  const id = await arrived();
  const { page, context, faults } = await at.visit();
  await signInAs(page, at, 'border-officer');
  await decide(page, id);
  const people = await at.desk.people.all();
  const who = people.find(({ demonstration, roles }) => demonstration && roles.includes('border-officer'));
  await at.desk.sessions.endAll(who?.id ?? '');
  const approve = dialog(page).getByRole('button', { name: 'Approve (demonstration)' });
  await approve.click();
  await dialog(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Your session has ended').waitFor({ state: 'detached' });
  expect(await decided(id)).toEqual([]);
  await approve.click();
  await dialog(page).waitFor({ state: 'detached' });
  expect(await decided(id)).toHaveLength(1);
  expect(faults).toEqual([]);
  await context.close();
});

describe('what two must approve', () => {
  test('waits for a second officer, who signs the same contents', async () => {
    const text = await readFile('profiles/phytosanitary/vectors/valid/requirement-for-all.json', 'utf8');
    const { claims, to } = JSON.parse(text) as Record<string, object>;
    const [first, second] = [await at.visit(), await officer('Second Signatory', 'signatory')];
    await signInAs(first.page, at, 'signatory');
    const saved = await first.page.evaluate(
      async (body) =>
        (
          await fetch('/api/desk/drafts/two-officers', {
            method: 'PUT',
            body,
            headers: { 'content-type': 'application/json' },
          })
        ).status,
      JSON.stringify({
        revision: 0,
        profile: 'phytosanitary',
        type: 'requirement',
        to,
        claims,
        annexes: [],
        title: 'Two officers',
      }),
    );
    expect(saved).toBe(200);
    await first.page.goto(`${at.base}/desk/drafts/two-officers`);
    await first.page.getByRole('button', { name: 'Check and sign' }).click();
    await dialog(first.page).getByText('You are the first.').waitFor();
    await dialog(first.page).getByRole('button', { name: 'Approve (demonstration)' }).click();
    await dialog(first.page).getByText('when a second officer approves').waitFor();
    await dialog(first.page).getByRole('button', { name: 'Close' }).last().click();

    await first.page.goto(`${at.base}/desk/inbox`);
    const own = first.page.getByRole('table', { name: 'Waiting for a second officer' });
    await own.waitFor();
    expect(await own.getByRole('button', { name: 'Approve as the second' }).count()).toBe(0);
    expect(await axeViolations(first.page)).toEqual([]);

    await second.page.goto(`${at.base}/desk/inbox`);
    await second.page.getByRole('button', { name: 'Approve as the second' }).click();
    await dialog(second.page).getByText('You are the second').waitFor();
    await dialog(second.page).getByRole('button', { name: 'Sign with passkey' }).click();
    await second.page.waitForURL(/\/desk\/records\/[0-9a-f]{64}/);
    const id = second.page.url().match(/[0-9a-f]{64}/)?.[0];
    const { body } = await ru.get(`/api/records/${id}`);
    expect(body.approvals).toMatchObject([
      { of: 'contents', means: 'demonstration' },
      { of: 'record', means: 'passkey', userVerified: true },
    ]);
    expect([...first.faults, ...second.faults]).toEqual([]);
    await first.context.close();
    await second.context.close();
  });
});
