/**
 * The inbox of 100,000 records in Chromium: how soon its first row stands there, how soon after typing the rows are those
 * that were asked for, how scrolling goes. Needs `npm run build` and a browser (CHROMIUM names it).
 */
import { certificateXml, foundTestCorridor, until } from '../test/corridor.ts';
import { openBrowser, type Page, sizes } from '../test/independent/pages/browser.ts';
import { fillerNumber, fillInbox } from './inbox-rows.ts';
import { against, argument, median } from './measure.ts';

const count = argument('count', 100_000);
const rounds = argument('rounds', 7);
const limits = { row: 1000, filter: 100 };
const number = 'AZ-PC-2026-600001';

const corridor = await foundTestCorridor();
const browser = await openBrowser();
try {
  const base = await filled();
  const page = await signedIn(base);
  tell('first row', limits.row, await repeated(() => firstRow(page, base)));
  tell('filter after typing', limits.filter, await repeated((round) => filter(page, round)));
  const frames = await scroll(page);
  console.log(`inbox page of ${count.toLocaleString('en')}: scrolling ${frames.toFixed(0)} frames/s`);
} finally {
  await browser.close();
  await corridor.end();
}

/** One record from one country to the other, then copies of it where it has to be acted on. */
async function filled(): Promise<string> {
  const [az, ru] = await Promise.all([corridor.client('az.afsa'), corridor.client('ru.fsvps')]);
  const { body } = await az.post('/api/records?to=ru.fsvps', await certificateXml(number));
  await until(
    () => ru.get(`/api/records/${body.id}`),
    (answer) => answer.status === 200 && answer.body.clock?.until !== undefined,
  );
  await corridor.stop('RU');
  fillInbox(corridor.data, 'ru.fsvps', number, count - 1);
  const { config } = await corridor.start('RU');
  return `http://ru.localhost:${config.port}`;
}

async function signedIn(base: string): Promise<Page> {
  const page = await browser.newPage({ viewport: sizes.wide });
  await page.goto(`${base}/desk/sign-in?lang=en`);
  await page.locator('[data-roles="border-officer"]').click();
  await page.locator('.inbox-row .number a').first().waitFor({ timeout: 60_000 });
  const total = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  if (total !== count) throw new Error(`the inbox holds ${total} records`);
  return page;
}

/** From the page's own start to the first row on the screen, milliseconds; what browsers keep is kept. */
async function firstRow(page: Page, base: string): Promise<number> {
  await page.goto(`${base}/desk/inbox`, { waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('.inbox-row .number a')) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** From the last key to the row that alone has these words, milliseconds. */
async function filter(page: Page, round: number): Promise<number> {
  const words = fillerNumber(Math.floor((count / (rounds + 1)) * (round + 1)));
  const search = page.locator('.inbox-search');
  await search.fill(words.slice(0, -1));
  await page.waitForTimeout(400);
  const took = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        addEventListener(
          'keydown',
          () => {
            const began = performance.now();
            const look = () => {
              const grid = document.querySelector('[role="grid"]');
              const found = grid?.getAttribute('aria-rowcount') === '2' && grid.textContent?.includes(wanted);
              if (found) resolve(performance.now() - began);
              else requestAnimationFrame(look);
            };
            look();
          },
          { once: true, capture: true },
        );
      }),
    words,
  );
  await search.press(words.at(-1) ?? '');
  const result = await took;
  await search.fill('');
  await page.waitForTimeout(300);
  return result;
}

/** Frames a second while it goes through all rows in three seconds, each window asked for anew. */
async function scroll(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const grid = document.querySelector('[role="grid"]') as HTMLElement;
        const began = performance.now();
        let frames = 0;
        const step = () => {
          const share = (performance.now() - began) / 3000;
          frames++;
          grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight);
          if (share < 1) requestAnimationFrame(step);
          else resolve(frames / 3);
        };
        step();
      }),
  );
}

async function repeated(work: (round: number) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await work(round));
  return times;
}

function tell(what: string, limit: number, times: readonly number[]): void {
  const middle = median(times);
  const worst = Math.max(...times);
  if (middle >= limit) process.exitCode = 1;
  console.log(
    `inbox page of ${count.toLocaleString('en')}: ${what} ${middle.toFixed(0)} ms, at most ${worst.toFixed(0)} ms; ` +
      against(`< ${limit} ms`, middle < limit),
  );
}
