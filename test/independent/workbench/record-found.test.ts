/** A record that another one names is found by its number: nobody types an id. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { certificateXml, until } from '../../corridor.ts';
import { axeViolations, overflows, type sizes } from '../pages/browser.ts';
import { foundWorkbench, type Visit, type Workbench } from './desk.ts';

let at: Workbench;
let id: string;
beforeAll(async () => {
  at = await foundWorkbench('ru.fts', { az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'] });
  const az = await at.corridor.client('az.afsa');
  for (const number of ['AZ-PC-DEMO-0007', 'AZ-PC-DEMO-0008']) {
    const issued = await az.post('/api/records?to=ru.fsvps,ru.fts', await certificateXml(number));
    expect(issued.status).toBe(201);
    id = issued.body.id;
  }
  const ru = await at.corridor.client('ru.fts');
  await until(
    () => ru.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
}, 120_000);
afterAll(() => at?.end(), 30_000);

async function begin(type: string, language = 'en', size: keyof typeof sizes = 'wide'): Promise<Visit> {
  const visit = await at.visit(size);
  await visit.page.goto(`${at.base}/desk/sign-in?lang=${language}`);
  await visit.page.locator('section[aria-labelledby="ru.fts"] [data-roles="signatory"]').click();
  await visit.page.locator('.shell').waitFor();
  const declared = await visit.page.evaluate(async () => (await fetch('/api/profiles')).json());
  const title = declared.items
    .flatMap(({ types }: { types: readonly { name: string; title: Record<string, string> }[] }) => types)
    .find(({ name }: { name: string }) => name === type).title[language];
  await visit.page.goto(`${at.base}/desk/new`);
  await visit.page.locator('.draft-types button', { hasText: title }).first().click();
  await visit.page.locator('.form').waitFor();
  return visit;
}

test('a line of a write-off is filled by the number of its certificate', async () => {
  const { page, faults, context } = await begin('write-off');
  const place = page.locator('[id$="/lines/0/certificate"]');
  const field = place.getByRole('combobox', { name: 'Record of the certificate' });
  await field.fill('AZ-PC-DEMO');
  await expect.poll(() => place.getByRole('option').count()).toBe(2);
  await field.press('Escape');
  expect(await place.getByRole('option').count()).toBe(0);
  expect(await field.inputValue()).toBe('');
  await field.fill('az pc demo 0008');
  await place.getByRole('option', { name: /AZ-PC-DEMO-0008/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toMatch(/^AZ-PC-DEMO-0008, Phytosanitary certificate, /);
  const inputs = (end: string) => page.locator(`[id$="/lines/0/certificate/${end}"]`);
  expect(await inputs('number').inputValue()).toBe('AZ-PC-DEMO-0008');
  expect(await inputs('exporting').inputValue()).toBe('az.afsa');
  expect(await inputs('importing').inputValue()).toBe('ru.fsvps');
  await page.locator('.draft-saved[data-state="saved"]').waitFor();
  const draft = page.url().split('/').at(-1);
  const saved = await page.evaluate(async (one) => (await fetch(`/api/desk/drafts/${one}`)).json(), draft);
  expect(saved.claims.lines[0].certificate).toEqual({
    record: id,
    number: 'AZ-PC-DEMO-0008',
    exporting: 'az.afsa',
    importing: 'ru.fsvps',
  });
  await page.reload();
  await expect.poll(() => field.inputValue()).toMatch(/^AZ-PC-DEMO-0008, /);
  expect(faults).toEqual([]);
  await context.close();
});

test.each(languages)('the list is read on a narrow page, with keys alone: %s', async (language) => {
  const { page, faults, context } = await begin('write-off', language, 'narrow');
  const place = page.locator('[id$="/lines/0/certificate"]');
  const field = page.locator('[id$="/lines/0/certificate/record"]');
  await field.fill('AZ-PC-DEMO-9999');
  await place.locator('.form-record-none').waitFor();
  await field.fill('AZ-PC-DEMO');
  await expect.poll(() => place.getByRole('option').count()).toBe(2);
  const second = await place.getByRole('option').nth(1).innerText();
  await field.press('ArrowDown');
  expect(await overflows(page)).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe(second.split('\n')[0]);
  expect(faults).toEqual([]);
  await context.close();
});
