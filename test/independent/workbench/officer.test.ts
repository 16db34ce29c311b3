/** The screen by which an officer passes a truck, controls it, or asks: in a real browser, with a real key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../server/desk/roles.ts';
import { until } from '../../corridor.ts';
import { axeViolations, overflows, type Page, type sizes } from '../pages/browser.ts';
import { type Border, foundBorder, type TruckName } from './border.ts';
import { addAuthenticator, enrol, invite, join, signInAs, type Visit, type Workbench } from './desk.ts';

let at: Border;
beforeAll(async () => {
  at = await foundBorder();
}, 120_000);
afterAll(() => at?.end(), 30_000);

async function open(page: Page, { base }: Workbench, name: TruckName): Promise<void> {
  await page.goto(`${base}/desk/records/${at.idOf(name)}`);
  await page.locator('.panel.first').waitFor();
}

interface More {
  readonly size?: keyof typeof sizes;
  readonly language?: string;
  readonly role?: Role;
  readonly side?: Workbench;
}

async function officer(name: TruckName, { size, language, role = 'border-officer', side = at.fts }: More = {}) {
  const visit = await side.visit(size);
  await signInAs(visit.page, side, role, language);
  await open(visit.page, side, name);
  return visit;
}

/** Somebody who came in by invitation, with a key of their own. */
async function withKey(): Promise<Visit> {
  const visit = await at.fts.visit();
  await addAuthenticator(visit);
  const { person, link } = await invite(at.fts, 'Шахбанова Айшат', ['border-officer']);
  await join(visit.page, link);
  await enrol(at.fts, person);
  return visit;
}

const check = (page: Page, name: string) => page.locator('.panel-checks li').filter({ hasText: name });
const stateOf = (page: Page) => page.locator('.record-title .state').innerText();
const approve = (page: Page) => page.getByRole('button', { name: 'Approve (demonstration)' }).click();

async function stateInAz(name: TruckName, state: string) {
  const az = await at.corridor.client('az.customs');
  const { body } = await until(
    () => az.get(`/api/records/${at.idOf(name)}`),
    ({ body }) => body.state === state,
  );
  return body;
}

describe('a truck that agrees in everything', () => {
  test('is passed by one button and one touch of the key', async () => {
    const { page, faults, context } = await withKey();
    await open(page, at.fts, 'green');
    expect(await page.locator('.panel-checks li:not(.good)').allInnerTexts()).toEqual([]);
    expect(await page.locator('.panel-differs').count()).toBe(0);
    await page.getByRole('button', { name: 'Recognise and release' }).click();
    await page.getByText('Issued: Recognise and release').waitFor({ state: 'attached' });
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toMatch(/released/i);
    expect(faults).toEqual([]);
    const { followUps } = await stateInAz('green', 'released');
    expect(followUps.at(-1)).toMatchObject({ event: 'pass', outcome: 'effective' });
    await context.close();
  });

  test('offers nothing to whoever may only read', async () => {
    const { page, context } = await officer('second', { role: 'auditor' });
    expect(await page.locator('.panel-buttons').count()).toBe(0);
    await context.close();
  });
});

describe('a seal that differs', () => {
  test('is shown where it hangs, and keeps the controls from being recognised in full', async () => {
    const { page, faults, context } = await officer('mismatch');
    expect(await check(page, 'Seals').innerText()).toContain('Differ: AZ0035, AZ0053');
    expect(await check(page, 'Seals').getAttribute('class')).toBe('attention');
    const found = page.getByRole('cell', { name: /AZ0053 \(does not agree\)/ });
    expect(await found.getAttribute('class')).toBe('differs');
    const full = page.getByRole('button', { name: 'Recognise in full' });
    expect(await full.getAttribute('aria-disabled')).toBe('true');
    const why = page.locator(`[id="${await full.getAttribute('aria-describedby')}"]`);
    expect(await why.innerText()).toContain('AZ0053');
    await full.click({ force: true });
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('control with reason', () => {
  test('opens with the reasons that the differences tell, and the own result comes next', async () => {
    const { page, faults, context } = await officer('suspended');
    expect(await page.locator('.panel-checks .attention').allInnerTexts()).toHaveLength(2);
    expect(await page.getByRole('cell', { name: /suspended since/ }).innerText()).toContain('AZ-AR-0099');
    await page.getByRole('button', { name: 'Control, with reason…' }).click();
    const written = await page.locator('.record-decision .form-brief').allInnerTexts();
    expect(written).toEqual(['The weight lies outside the tolerance', 'A participant is not on the list']);
    await page.getByRole('button', { name: 'Check and approve' }).click();
    await approve(page);
    await page.getByRole('button', { name: 'Record the control…' }).waitFor();
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toMatch(/controlled again/i);
    const { followUps } = await stateInAz('suspended', 'recontrolled');
    expect(followUps.at(-1).event).toBe('decline');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is shown to the sending side with its reasons beside what it stated', async () => {
    await stateInAz('suspended', 'recontrolled');
    const { page, context } = await officer('suspended', { side: at.azCustoms, role: 'signatory' });
    const shown = await page.locator('.panel.first').innerText();
    expect(shown).toContain('Not recognised');
    expect(shown).toContain('21,300');
    expect(await page.locator('.panel-differs').allInnerTexts()).not.toEqual([]);
    await context.close();
  });
});

describe('a question', () => {
  test('is asked at the border and answered by who sent the goods', async () => {
    const { page, context } = await officer('asked');
    await page.getByRole('button', { name: 'Ask…' }).click();
    await page.locator('.record-decision textarea').first().fill('Who sealed the trailer?');
    await page.getByRole('button', { name: 'Check and approve' }).click();
    await approve(page);
    await page.getByText('Issued: Ask', { exact: true }).waitFor({ state: 'attached' });
    await stateInAz('asked', 'queried-at-border');
    const border = await officer('asked', { side: at.azCustoms, role: 'border-officer' });
    const able = await border.page.locator('.record-able').innerText();
    expect(able).toBe('It is your institution’s turn. Who may act: signatory.');
    expect(await border.page.getByText('Your turn').count()).toBe(0);
    await border.context.close();
    const other = await officer('asked', { side: at.azCustoms, role: 'signatory' });
    expect(await other.page.locator('.panel.first').innerText()).toContain('Who sealed the trailer?');
    await other.page.getByRole('button', { name: 'Reply…' }).click();
    await other.page.locator('.record-decision textarea').first().fill('Our officer, in Ganja.');
    await other.page.getByRole('button', { name: 'Check and approve' }).click();
    await approve(other.page);
    await page.getByText('Our officer, in Ganja.').first().waitFor();
    expect(await stateOf(page)).toMatch(/at the border/i);
    await other.context.close();
    await context.close();
  });
});

describe('figures', () => {
  test('stand side by side, and a share is told as such', async () => {
    await stateInAz('green', 'released');
    const { page, faults, context } = await at.fts.visit();
    await signInAs(page, at.fts, 'supervisor');
    await page.goto(`${at.fts.base}/desk/figures`);
    const tile = page.getByRole('article', { name: 'Share of controls recognised in full' });
    await tile.getByText('50\u00A0%').waitFor();
    expect(await page.locator('.figures-tiles article').count()).toBeGreaterThan(10);
    expect(await axeViolations(page)).toEqual([]);
    await tile.getByRole('link').click();
    const row = page.locator('.figures-table tbody tr').first();
    await row.waitFor();
    expect((await row.innerText()).split(/\s*\t\s*/).slice(-2)).toEqual(['1', '50\u00A0%']);
    const href = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
    const csv = await page.evaluate(async (address) => (await fetch(address)).text(), href ?? '');
    expect(csv.split('\r\n')).toEqual([
      'Service that controlled,Side,All,Of them,"Share, %"',
      'az.customs,issued,2,1,50',
      '',
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.each(['az', 'ru', 'en'])('in %s', (language) => {
  test.each(['wide', 'narrow'] as const)('there is no fault of access, %s', async (size) => {
    for (const name of ['second', 'mismatch'] as const) {
      const { page, faults, context } = await officer(name, { size, language });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.locator('.record-verdict .proved').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await page.locator('.panel-buttons button').nth(1).click();
      await page.locator('.record-decision').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});
