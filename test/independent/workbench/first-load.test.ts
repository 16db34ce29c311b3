/** How much comes over the wire before an officer sees the inbox: everything asked for, compressed as a proxy would. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { foundWorkbench, signInAs, type Workbench } from './desk.ts';

const limits = { script: 200 * 1024, stylesheet: 40 * 1024 };

let at: Workbench;
beforeAll(async () => {
  at = await foundWorkbench();
}, 120_000);
afterAll(() => at?.end());

test.each(languages)('the first load in %s keeps within its limits', async (language) => {
  const first = await at.visit();
  await signInAs(first.page, at, 'inspector', language);
  const cookies = await first.context.cookies();
  await first.context.close();
  const { context, page } = await at.visit();
  await context.addCookies(cookies);
  const loaded: Promise<{ kind: string; size: number }>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && kind !== 'stylesheet') return;
    loaded.push(response.body().then((bytes) => ({ kind, size: gzipSync(bytes, { level: 6 }).length })));
  });
  await page.goto(`${at.base}/desk/inbox?lang=${language}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const files = await Promise.all(loaded);
  const total = (kind: string) => files.filter((one) => one.kind === kind).reduce((all, { size }) => all + size, 0);
  const [script, stylesheet] = [total('script'), total('stylesheet')];
  expect(script).toBeGreaterThan(50 * 1024);
  expect(script).toBeLessThanOrEqual(limits.script);
  expect(stylesheet).toBeGreaterThan(1024);
  expect(stylesheet).toBeLessThanOrEqual(limits.stylesheet);
  await context.close();
});
