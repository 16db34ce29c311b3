/** Traders find records by their number, too: those of their own applications and no others. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { issuedFor } from '../../../server/desk/testing/issued-for.ts';
import { axeViolations, overflows } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Visit, type Workbench } from './desk.ts';

const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims } = JSON.parse(await readFile(vector, 'utf8'));
const certificate = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'] };

const soon = { timeout: 15_000 };
let at: Workbench;
let own: string;
let theirs: string;
beforeAll(async () => {
  at = await foundWorkbench();
  const { desk } = at;
  await desk.demonstration.enrol();
  const { person: other } = await desk.staff.add({ name: 'Another trader', roles: ['trader'], language: 'en' });
  const people = await desk.people.all();
  const one = (role: string) =>
    people.find(({ roles, demonstration }) => demonstration && roles.includes(role as never));
  const [trader, officer] = [one('trader'), one('inspector')];
  if (trader === undefined || officer === undefined) throw new TypeError('nobody is there');
  const issued = (whose: typeof trader, number: string) =>
    issuedFor(desk, whose, officer, { ...certificate, claims: { ...claims, number } });
  own = await issued(trader, 'AZ-OWN-0001');
  theirs = await issued(other, 'AZ-OWN-0002');
}, 120_000);
afterAll(() => at?.end());

async function begin(size: 'wide' | 'narrow' = 'wide', language = 'en'): Promise<Visit> {
  const visit = await at.visit(size);
  const { page } = visit;
  await signInAs(page, at, 'trader', language);
  await page.goto(`${at.base}/desk/applications`);
  await page.locator('.application-begin button').first().click();
  await page.locator('.form').waitFor();
  return visit;
}

test('an original is named by its number; what is another’s is not there', async () => {
  const { page, faults, context } = await begin();
  await page.locator('.form-row .form-add', { hasText: 'Goods of original certificates' }).click();
  const place = page.locator('[id$="/lines/0/originals/0"]');
  const field = place.getByRole('combobox').first();
  await field.fill('AZ-OWN-0002');
  await page.getByText('None of your own records has this number.').first().waitFor();
  await field.fill('az own');
  await expect.poll(() => place.getByRole('option').count(), soon).toBe(1);
  await field.press('Enter');
  await expect.poll(() => field.inputValue(), soon).toMatch(/^AZ-OWN-0001, Phytosanitary certificate/);
  expect(await page.locator('[id$="/originals/0/exporter"]').inputValue()).toBe('az.afsa');
  await page.locator('.draft-saved[data-state="saved"]').waitFor();
  await page.reload();
  await expect.poll(() => field.inputValue(), soon).toMatch(/^AZ-OWN-0001, /);
  // Whoever got hold of another's id learns nothing by it.
  await field.fill(theirs);
  await field.press('Tab');
  await page.locator('.draft-saved[data-state="saved"]').waitFor();
  await page.reload();
  await field.waitFor();
  expect(await field.inputValue()).toBe(theirs);
  const asked = await page.evaluate(
    (ids) => Promise.all(ids.map(async (id) => (await fetch(`/api/desk/own-records?q=${id}`)).json())),
    [own, theirs],
  );
  expect(asked.map(({ items }) => items.length)).toEqual([1, 0]);
  expect(faults).toEqual([]);
  await context.close();
});

test.each(languages)('the list is read on a narrow page: %s', async (language) => {
  const { page, faults, context } = await begin('narrow', language);
  await page.locator('.form-row .form-more .form-add').last().click();
  const field = page.locator('[id$="/lines/0/laboratoryResults/0"]');
  await field.fill('AZ-OWN-0009');
  await page.locator('.form-record-none').first().waitFor();
  await field.fill('AZ-OWN');
  await page.locator('.form-record [role="option"]').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await field.press('Enter');
  await expect.poll(() => field.inputValue(), soon).toMatch(/^AZ-OWN-0001, /);
  expect(faults).toEqual([]);
  await context.close();
});
