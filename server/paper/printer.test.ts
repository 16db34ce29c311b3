import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { Printer } from './printer.ts';
import { testSheet } from './testing/sheet.ts';
import { Typesetter } from './typesetter.ts';

const plain = testSheet(new URL('testing/plain.typ', import.meta.url));
const faulty = testSheet(new URL('testing/faulty.typ', import.meta.url));
const isPdf = (page: Uint8Array | Refusal) =>
  !(page instanceof Refusal) && Buffer.from(page.subarray(0, 5)).toString() === '%PDF-';

describe('printing', () => {
  const printer = new Printer();
  afterAll(() => printer.close());

  it('gives a PDF', async () => {
    expect(isPdf(await printer.print(plain))).toBe(true);
  });

  it('gives the same bytes whatever was set before', async () => {
    const typesetter = new Typesetter();
    const { frame } = plain;
    for (const other of [
      { ...frame, number: 'X-2', demonstration: false },
      { ...frame, languages: ['az', 'en'] as const, title: ['Sənəd', 'Document'] as const },
      { ...frame, checkCode: 'AAAA-BBBB-CCCC', state: { ...frame.state, inForce: false } },
    ]) {
      typesetter.typeset({ ...plain, frame: other, form: { lines: [other.number] } });
      const alone = new Printer();
      const page = await alone.print(plain);
      await alone.close();
      expect(Buffer.compare(typesetter.typeset(plain), page as Uint8Array)).toBe(0);
    }
  });

  it('tells a fault to the one who asked alone', async () => {
    const [first, second, third] = await Promise.allSettled([
      printer.print(plain),
      printer.print(faulty),
      printer.print(plain),
    ]);
    expect(first.status === 'fulfilled' && isPdf(first.value)).toBe(true);
    expect(second).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('no head') } });
    expect(third.status === 'fulfilled' && isPdf(third.value)).toBe(true);
  });

  it('refuses who would wait behind too many', async () => {
    const pages = await Promise.all(Array.from({ length: 40 }, () => printer.print(plain)));
    const refused = pages.filter((page) => page instanceof Refusal);
    expect(refused.map(({ code }) => code)).toEqual(Array(7).fill('request.too-many'));
    expect(pages.filter(isPdf)).toHaveLength(33);
  });

  it('gives up a page that takes too long, and prints the next', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index}`);
    const slow = testSheet(new URL('testing/plain.typ', import.meta.url), { lines });
    const hasty = new Printer({ pageMs: 1000 });
    await expect(hasty.print(slow)).rejects.toThrow('1000 ms');
    expect(isPdf(await hasty.print(plain))).toBe(true);
    await hasty.close();
  });

  it('goes on with another process after some pages', async () => {
    const brief = new Printer({ pagesOfProcess: 2 });
    const pages = await Promise.all(Array.from({ length: 5 }, () => brief.print(plain)));
    expect(pages.every(isPdf)).toBe(true);
    expect(new Set(pages.map((page) => Buffer.from(page as Uint8Array).toString('latin1'))).size).toBe(1);
    await brief.close();
  });

  it('lets nobody wait once it stops', async () => {
    const stopping = new Printer();
    const page = stopping.print(plain);
    const stopped = stopping.close();
    await expect(page).rejects.toThrow('stops');
    await stopped;
  });
});
