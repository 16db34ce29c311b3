/** Registers, ledgers, corridor and figures: alike in each language and width, exact, and each leading to its records. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { certificateXml, until } from '../../corridor.ts';
import { axeViolations, overflows, type Page, sizes } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Workbench } from './desk.ts';

const numbers = ['AZ-PC-2026-770001', 'AZ-PC-2026-770002'];

let at: Workbench;
beforeAll(async () => {
  at = await foundWorkbench();
  const client = await at.corridor.client('az.afsa');
  for (const number of numbers) {
    const issued = await client.post('/api/records?to=ru.fsvps', await certificateXml(number));
    expect(issued.status).toBe(201);
    await until(
      () => client.get(`/api/records/${issued.body.id}`),
      ({ body }) => body.placements.every(({ receipt }: { receipt?: object }) => receipt !== undefined),
    );
  }
}, 120_000);
afterAll(() => at?.end());

const pages = [
  'registers',
  'registers/phytosanitary/number',
  'ledgers/phytosanitary/certificate-line',
  'corridor',
  'figures',
  'figures?figure=phytosanitary%2Fdecision-time',
  'figures?figure=exchange%2Foverdue',
];

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${at.base}/desk/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('%s', async (size) => {
    const { context, page, faults } = await at.visit(size);
    await signInAs(page, at, 'supervisor', language);
    const found: string[] = [];
    for (const path of pages) {
      await open(page, path);
      const closed = page.locator('main details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      const history = page.locator('main .registers-table button').first();
      if ((await history.count()) > 0) await history.click();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      found.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`));
      if (await overflows(page)) found.push(`${path} stands out to the right`);
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('what is shown is what is held', () => {
  test('the bar of an account agrees with its numbers, its history with its sum', async () => {
    const { context, page, faults } = await at.visit();
    await signInAs(page, at, 'auditor');
    const client = await at.corridor.client('az.afsa');
    const { items } = (await client.get('/api/ledgers/phytosanitary/certificate-line')).body;
    await open(page, 'ledgers/phytosanitary/certificate-line');
    const cards = page.locator('.registers-accounts > li');
    expect(await cards.count()).toBe(items.length);
    const [first] = items;
    const share = await cards
      .first()
      .locator('.balance .left')
      .evaluate((element) => {
        const bar = element.parentElement as HTMLElement;
        return element.getBoundingClientRect().width / bar.clientWidth;
      });
    expect(share).toBeCloseTo(Number(first.available) / Number(first.credited), 2);
    await cards.first().getByText('History').click();
    const moves = cards.first().locator('.registers-moves > li');
    await moves.first().waitFor();
    const query = new URLSearchParams(first.key.map((part: string) => ['key', part]));
    const path = '/api/desk/accounts/phytosanitary/certificate-line/history';
    const history = (await client.get(`${path}?${query}`)).body;
    expect(await moves.count()).toBe(history.items.length);
    const sum = history.items.reduce((all: number, { amount }: { amount: string }) => all + Number(amount), 0);
    expect(sum).toBe(Number(first.credited) + Number(first.debited) + Number(first.settled));
    await moves.first().getByRole('link').click();
    await page.waitForURL(/\/desk\/records\/[0-9a-f]{64}/);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a figure leads to its records and leaves as CSV', async () => {
    const { context, page, faults } = await at.visit();
    await signInAs(page, at, 'supervisor');
    await open(page, 'figures?figure=phytosanitary%2Fcertificates');
    const count = page.locator('.figures-table tbody button');
    await until(
      async () => {
        await page.reload();
        await page.waitForLoadState('networkidle');
        return (await count.count()) > 0 ? count.first().innerText() : '';
      },
      (text) => text.startsWith(String(numbers.length)),
    );
    const href = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
    const csv = await page.evaluate(async (address) => {
      const answer = await fetch(address);
      return { type: answer.headers.get('content-type'), text: await answer.text() };
    }, href ?? '');
    expect(csv.type).toContain('text/csv');
    expect(csv.text.trim().split('\n').length).toBe(2);
    await count.first().click();
    const links = page.locator('.figures-records a');
    await links.first().waitFor();
    expect((await links.allInnerTexts()).toSorted()).toEqual(numbers);
    await links.first().click();
    await page.waitForURL(/\/desk\/records\/[0-9a-f]{64}/);
    expect(faults).toEqual([]);
    await context.close();
  });
});
