/** The verify page as a person uses it. */
import type { Page } from './browser.ts';

export interface Answer {
  /** Of each card on the page, from the first: its tone and its sentence. */
  readonly cards: readonly { readonly tone: string; readonly headline: string }[];
  /** What the screen reader says. */
  readonly spoken: string;
  /** All text of the answer. */
  readonly text: string;
  /** Of the verification in the page, milliseconds. */
  readonly took: number;
}

export async function openVerify(page: Page, server: string, language = 'en'): Promise<void> {
  await page.goto(`${server}/verify?lang=${language}`);
  await page.locator('#check').waitFor({ state: 'visible' });
  await page.locator('#trust-line > *, #trust-warnings > *').first().waitFor();
}

/** Waits for both answers to what was just given. */
export async function answer(page: Page): Promise<Answer> {
  await page.locator('#result[data-done]').waitFor({ state: 'attached' });
  const result = page.locator('#result');
  const cards = await result.locator('.card').evaluateAll((all) =>
    all.map((card) => ({
      tone: ['good', 'bad', 'unknown'].find((tone) => card.classList.contains(tone)) ?? '',
      headline: card.querySelector('.headline')?.textContent ?? '',
    })),
  );
  return {
    cards,
    spoken: (await page.locator('#progress').textContent()) ?? '',
    text: (await result.textContent()) ?? '',
    took: Number(await result.getAttribute('data-took')),
  };
}

export async function give(page: Page, name: string, bytes: Uint8Array | string): Promise<Answer> {
  await page.locator('#file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  return answer(page);
}

export async function paste(page: Page, text: string): Promise<Answer> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
  return answer(page);
}

export async function typeNumber(page: Page, number: string, code: string): Promise<Answer> {
  await page.locator('#number').fill(number);
  await page.locator('#code').fill(code);
  await page.locator('#number-form button').click();
  return answer(page);
}

export const headlines = ({ cards }: Answer) => cards.map(({ headline }) => headline);
export const tones = ({ cards }: Answer) => cards.map(({ tone }) => tone);
