/** A real browser before real servers, with a new profile for each test file. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** As root and in containers, without a graphics card; small shared memory. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'];

export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: [...flags, ...more] });
}

/** Chromium that sees a video file (Y4M) wherever a page opens the camera. */
export function openBrowserWithCamera(video: string): Promise<Browser> {
  return openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ]);
}

export const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

/** What went wrong on a page without anybody having asked: faults, refused scripts, requests to other hosts. */
export function watch(page: Page): readonly string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Answers that say no, and a network that is gone, are told by the page itself.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) seen.push(message.text());
  });
  let own: string | undefined;
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol === 'blob:' || protocol === 'data:') return;
    own ??= host;
    if (host !== own) seen.push(`other host: ${request.url()}`);
  });
  return seen;
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Violations of WCAG 2.x A and AA and of good practice: `rule: element`. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which no policy of the page keeps out.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await run.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

/** Whether something stands out of the page to the right. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

export type { Browser, BrowserContext, Page };
