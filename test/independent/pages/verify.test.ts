/** The verify page in a real browser, before a real corridor: what is given, and what does not hold. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base32 } from '../../../kernel/paper/check-code.ts';
import { certificateXml } from '../../corridor.ts';
import { overflows } from './browser.ts';
import { number, type Printed, printedRecord } from './printed.ts';
import { answer, give, headlines, openVerify, paste, tones, typeNumber } from './verify-page.ts';

let at: Printed;
beforeAll(async () => {
  at = await printedRecord();
}, 120_000);
afterAll(() => at?.end());

describe('what is given', () => {
  test.each([
    ['the PDF', () => at.pdf],
    ['an evidence file', () => at.evidence],
    ['the signed record', () => at.jws],
    ['the text of the code', () => at.code],
  ] as const)('%s is authentic and in force', async (name, bytes) => {
    const { page, faults } = await at.freshPage();
    await openVerify(page, at.az.server);
    const shown = await give(page, name, bytes());
    expect(headlines(shown)).toEqual(['The document is authentic', 'In force: Issued']);
    expect(shown.spoken).toBe('The document is authentic. In force: Issued.');
    for (const part of [
      number,
      'DEMONSTRATION',
      'Told by this server, not proved',
      'Malus domestica',
      'Status list signed by the issuer',
      'at least as of ',
    ])
      expect(shown.text).toContain(part);
    expect(shown.text.includes('Proved by the evidence file')).toBe(name === 'an evidence file');
    expect(await page.locator('#state-card .sources details').count()).toBe(0);
    const channels = page.locator('#state-card details.channels');
    expect(await channels.locator('ul').count()).toBe(name === 'an evidence file' ? 2 : 1);
    expect(await channels.getAttribute('open')).toBeNull();
    // A record alone does not prove when it was made.
    expect(shown.text.includes('not proved; the document states')).toBe(name === 'the signed record');
    expect(faults).toEqual([]);
  });

  test('number and check at.code, pasted text, a link, a picture', async () => {
    const { page, faults } = await at.freshPage('narrow');
    await openVerify(page, at.az.server);
    expect(
      headlines(await typeNumber(page, ` ${number.toLowerCase()} `, at.checkCode.toLowerCase().replaceAll('-', ' '))),
    ).toEqual(['The document is authentic', 'In force: Issued']);
    expect(tones(await paste(page, at.code))).toEqual(['good', 'good']);
    expect(tones(await give(page, 'photo', at.picture))).toEqual(['good', 'good']);
    // On a telephone, too, nobody sees the first answer without the second.
    const seen = page.locator('#state-card .headline');
    expect(await seen.evaluate((shown) => shown.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a printed link leads to the record, and a paper that names another host is asked for here', async () => {
    const { page, faults } = await at.freshPage();
    const id = createHash('sha256')
      .update(at.jws.slice(0, at.jws.lastIndexOf('.')))
      .digest();
    const path = `/C/${base32(id)}/${at.checkCode}`;
    await page.goto(`${at.az.server}${path}`);
    expect(tones(await answer(page))).toEqual(['good', 'good']);
    const shown = await paste(page, `HTTPS://ELSEWHERE.EXAMPLE${path}`);
    expect(tones(shown)).toEqual(['good', 'good']);
    expect(shown.text).toContain('The paper names the server https://elsewhere.example. It was not asked');
    const [, , , code] = path.split('/');
    const wrong = await paste(
      page,
      `${at.az.server}/C/${base32(id)}/${code!.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'))}`,
    );
    expect(headlines(wrong)).toEqual(['Nothing is known here under this number with this check code']);
    expect(faults).toEqual([]);
  });

  test('the answer about a state leads to the same document, verified', async () => {
    const { page, faults } = await at.freshPage();
    await page.goto(`${at.az.server}/status?lang=en`);
    await page.locator('#number').fill(number);
    await page.locator('#code').fill(at.checkCode);
    await page.locator('main form button').click();
    await page.locator('main li a').first().click();
    expect(tones(await answer(page))).toEqual(['good', 'good']);
    expect(faults).toEqual([]);
  });

  test('another document that the corridor signed is no document in force', async () => {
    const id = await at.issue(await certificateXml('AZ-PC-2026-900003'));
    const refusal = { type: 'decision', claims: { kind: 'refuse', reasons: [{ code: 'prohibited-product' }] } };
    const decided = await at.ru.post(`/api/records/${id}/follow-ups`, refusal);
    const { body: jws } = await at.ru.get(`/api/records/${decided.body.id}.jws`);
    const { page } = await at.freshPage();
    await openVerify(page, at.ru.server);
    const shown = await paste(page, jws);
    expect(tones(shown)).toEqual(['good', 'unknown']);
    expect(shown.text).toContain('This holds for the content shown below');
  });

  test('a file that is dropped', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'record.jwt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, at.jws);
    expect(tones(await answer(page))).toEqual(['good', 'good']);
  });

  test('the other languages show the same document', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    await give(page, 'pdf', at.pdf);
    await page.getByRole('link', { name: 'Русский' }).click();
    expect(headlines(await answer(page))).toEqual(['Документ подлинный', 'Действует: Выдан']);
    await page.getByRole('link', { name: 'Azərbaycanca' }).click();
    expect(headlines(await answer(page))).toEqual(['Sənəd həqiqidir', 'Qüvvədədir: Verilib']);
  });

  test('others’ words cannot change what the page says', async () => {
    const hostile = `<img src=x onerror=alert(1)> \u202eABC ${'W'.repeat(150)}`;
    const escaped = hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const xml = (await certificateXml('AZ-PC-2026-900077')).replace('Alma', escaped);
    const issued = await at.az.post('/api/records?to=ru.fsvps', xml);
    expect(issued.status, JSON.stringify(issued.body)).toBe(201);
    const record = await at.download(`/api/records/${issued.body.id}.pdf`);
    const { page, faults } = await at.freshPage('narrow');
    await openVerify(page, at.az.server);
    const shown = await give(page, 'pdf', record);
    expect(tones(shown)).toEqual(['good', 'good']);
    expect(shown.text).toContain('<img src=x onerror=alert(1)> ⟨U+202E⟩ABC');
    expect(await page.locator('#result img').count()).toBe(0);
    expect(await overflows(page)).toBe(false);
    expect(faults).toEqual([]);
  });

  test('a page from the other side of the corridor says the same', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.ru.server);
    expect(tones(await give(page, 'code', at.code))).toEqual(['good', 'good']);
  });

  test.each([
    ['another text', 'https://example.org/', 'This is not a code of this system'],
    ['a damaged code', () => `${at.code.slice(0, 400)}0${at.code.slice(401)}`, 'The code or the file is damaged'],
    ['a PDF without a record', '%PDF-1.7\n%%EOF\n', 'This PDF file carries no signed record'],
    ['half a PDF', () => at.pdf.subarray(0, at.pdf.length / 3), 'This PDF file carries no signed record'],
    ['an unknown dictionary', () => `SMR1:${'0'.repeat(3)}${at.code.slice(8, 200)}`, 'The code or the file is damaged'],
    ['a file of another kind', Buffer.from([0, 255, 254, 3, 4, 5, 6, 7, 8]), 'A file of this kind cannot be checked'],
    ['no picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'The picture cannot be opened'],
    ['an empty file', '', 'Nothing was given'],
    ['other JSON', '{"a":1}', 'The evidence file was changed or damaged, or this is another file'],
  ] as const)('%s gets its own sentence', async (_name, bytes, sentence) => {
    const { page, faults } = await at.freshPage();
    await openVerify(page, at.az.server);
    expect(headlines(await give(page, 'file', typeof bytes === 'function' ? bytes() : bytes))).toEqual([sentence]);
    expect(await page.locator('#ways').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a number without its code, and the other way round, are told at the field', async () => {
    const { page, faults } = await at.freshPage();
    await openVerify(page, at.az.server);
    const told = (field: string) => page.locator(`#${field}-missing`).isVisible();
    const submit = async (typed: string, code: string) => {
      await page.locator('#number').fill(typed);
      await page.locator('#code').fill(code);
      await page.locator('#number-form button').click();
    };
    await submit(number, ' ');
    expect([await told('number'), await told('code')]).toEqual([false, true]);
    expect(await page.locator('#code').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.locator('#code').getAttribute('aria-describedby')).toBe('code-missing');
    expect(await page.locator('#code').getAttribute('aria-invalid')).toBe('true');
    await submit('', at.checkCode);
    expect([await told('number'), await told('code')]).toEqual([true, false]);
    expect(await page.locator('#number-missing').textContent()).toBe('Enter the number of the document.');
    await submit('', '');
    expect([await told('number'), await told('code')]).toEqual([true, true]);
    expect(await page.locator('#result').isVisible()).toBe(false);
    expect(tones(await typeNumber(page, number, at.checkCode))).toEqual(['good', 'good']);
    expect([await told('number'), await told('code')]).toEqual([false, false]);
    expect(faults).toEqual([]);
  });

  test('wrong number, wrong at.code, half a code', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    const unknown = ['Nothing is known here under this number with this check code'];
    expect(headlines(await typeNumber(page, 'AZ-PC-2026-999999', at.checkCode))).toEqual(unknown);
    expect(headlines(await typeNumber(page, number, 'AAAA-AAAA-AAAA'))).toEqual(unknown);
    expect(headlines(await typeNumber(page, number, at.checkCode.slice(0, 9)))).toEqual([
      'The check code is not complete',
    ]);
  });
});

describe('what does not hold', () => {
  const forged = (change: (payload: string) => string): string => {
    const [head, payload, signature] = at.jws.split('.') as [string, string, string];
    const text = change(Buffer.from(payload, 'base64url').toString());
    return [head, Buffer.from(text).toString('base64url'), signature].join('.');
  };

  test.each([
    [
      'one character of the content',
      (text: string) => text.replace('Alma', 'Olma'),
      'Not authentic: altered or forged',
    ],
    ['its form', (text: string) => text.replace('{"@context"', '{ "@context"'), 'Not authentic: changed or damaged'],
    ['so that it is no JSON', (text: string) => text.slice(1), 'Not authentic: changed or damaged'],
    [
      'its corridor',
      (text: string) => text.replace('"trust":{"AZ"', '"trust":{"AA"'),
      'The document belongs to another corridor',
    ],
    [
      'a newer trust list',
      (text: string) => text.replace(/"trust":\{"AZ":\d+/, '"trust":{"AZ":99'),
      'It cannot be told yet whether the document is authentic',
    ],
  ])('altered: %s', async (_name, change, sentence) => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const shown = await paste(page, forged(change));
    expect(headlines(shown)).toEqual([sentence, 'Not asked']);
    expect(shown.cards[0]!.tone).not.toBe('good');
    // Nobody is asked about what is not authentic, and nothing of it is shown.
    expect(asked).not.toContain('/api/check');
    expect(shown.text).not.toContain('Malus');
  });

  test('a record of another corridor’s key', async () => {
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    const vector = new URL('../../../kernel/record/vectors/valid/es256.json', import.meta.url);
    const { jws: other } = JSON.parse(await readFile(vector, 'utf8')) as { jws: string };
    const shown = await paste(page, other);
    expect(tones(shown)[0]).not.toBe('good');
  });

  test('what is withdrawn is authentic and not to be accepted', async () => {
    const other = await at.issue(await certificateXml('AZ-PC-2026-900002'));
    const before = (await at.download(`/api/records/${other}/evidence`)).toString();
    const withdrawal = { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } };
    expect((await at.az.post(`/api/records/${other}/follow-ups`, withdrawal)).status).toBe(201);
    const { page } = await at.freshPage();
    await openVerify(page, at.az.server);
    // The file is older and says otherwise: the server, and the issuer's list, are asked as well.
    const shown = await give(page, 'evidence', before);
    expect(headlines(shown)).toEqual(['The document is authentic', 'Withdrawn: do not accept it']);
    expect(tones(shown)).toEqual(['good', 'bad']);
  });
});
