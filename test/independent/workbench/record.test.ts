/** The page of a record: what is proved in the browser, what a lying server cannot show, and two who decide at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Client, certificateXml, until } from '../../corridor.ts';
import { axeViolations, overflows, type Page } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Visit, type Workbench } from './desk.ts';

let at: Workbench;
let az: Client;
let ru: Client;
let base: string;
let ids: readonly string[];

beforeAll(async () => {
  at = await foundWorkbench();
  az = await at.corridor.client('az.afsa');
  ru = await at.corridor.client('ru.fsvps');
  base = `http://ru.localhost:${at.corridor.servers.get('RU')?.config.port}`;
  ids = [await issue('AZ-PC-2026-800001'), await issue('AZ-PC-2026-800002'), await issue('AZ-PC-2026-800003')];
});
afterAll(() => at?.end());

/** Until both sides can prove it. */
async function issue(number: string, query = ''): Promise<string> {
  const { status, body } = await az.post(`/api/records?to=ru.fsvps${query}`, await certificateXml(number));
  expect(status, JSON.stringify(body)).toBe(201);
  return proved(body.id);
}

async function proved(id: string): Promise<string> {
  for (const side of [az, ru])
    await until(
      () => side.get(`/api/records/${id}/evidence`),
      ({ status }) => status === 200,
    );
  return id;
}

async function replace(id: string, number: string): Promise<string> {
  const { claims, to, profile, type, number: old } = (await az.get(`/api/records/${id}`)).body;
  const changed = { ...claims, number, replacement: { number: old } };
  const { status, body } = await az.post('/api/records', { profile, type, to, about: id, claims: changed });
  expect(status, JSON.stringify(body)).toBe(201);
  return proved(body.id);
}

async function visitRecord(id: string, more: { role?: 'inspector' | 'border-officer'; language?: string } = {}) {
  const visit = await at.visit();
  await signInAs(visit.page, { ...at, base }, more.role ?? 'border-officer', more.language);
  await openRecord(visit.page, id);
  return visit;
}

async function openRecord(page: Page, id: string): Promise<void> {
  await page.goto(`${base}/desk/records/${id}`);
  await page.locator('.record-verdict > p').first().waitFor();
}

/** What the server would say, changed on its way. */
async function lie(page: Page, path: string, change: (answer: Answer['body']) => void): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const { body } = await ru.get(path);
    change(body);
    await route.fulfill({ json: body });
  });
}

const verdict = async (page: Page) => {
  await page.getByText('Being verified in this browser').waitFor({ state: 'detached' });
  return page.locator('.record-verdict').innerText();
};
const marks = (page: Page) =>
  page.locator('.record-timeline > li').evaluateAll((all) => all.map((item) => item.className));

describe('evidence', () => {
  test('is verified in the browser, each step down to its proof', async () => {
    const { page, faults, context } = await visitRecord(ids[0]!);
    expect(await verdict(page)).toContain('Verified in this browser');
    expect(await verdict(page)).toContain('State by the evidence: Issued');
    expect(await marks(page)).toEqual(['holds', 'holds', 'holds']);
    const logged = page.locator('.record-timeline > li').nth(1);
    await logged.locator('summary').first().click();
    const text = await logged.innerText();
    const evidence = await ru.get(`/api/records/${ids[0]}/evidence`);
    const proof: string = evidence.body.records[0].proofs[0];
    expect(text).toContain(`/ru.fsvps/1`);
    expect(text).toMatch(/Leaf hash [0-9a-f]{64}/);
    expect(text).toContain('Cosigned: ');
    await logged.getByText('The checkpoint as signed').click();
    expect(await logged.locator('pre').innerText()).toBe(proof.slice(proof.indexOf('\n\n') + 2));
    expect(faults).toEqual([]);
    await context.close();
  });

  test('that was tampered with does not hold, whatever the server says', async () => {
    const { page, context } = await visitRecord(ids[0]!);
    await lie(page, `/api/records/${ids[0]}/evidence`, (file) => {
      const [record] = file.records;
      record.jws = record.jws.slice(0, -6) + (record.jws.at(-6) === 'A' ? 'B' : 'A') + record.jws.slice(-5);
    });
    await openRecord(page, ids[0]!);
    expect(await verdict(page)).toContain('found what does not hold');
    expect(await marks(page)).toEqual(['does-not-hold', 'does-not-hold', 'does-not-hold']);
    await context.close();
  });

  test('shows up a page that says something else than what was signed', async () => {
    const { page, context } = await visitRecord(ids[0]!);
    await lie(page, `/api/records/${ids[0]}`, (record) => {
      record.claims.number = 'FORGED-1';
    });
    await openRecord(page, ids[0]!);
    expect(await verdict(page)).toContain('The server shows something else than what was signed');
    expect((await marks(page))[0]).toBe('does-not-hold');
    await context.close();
  });

  test('left out by the server is missed', async () => {
    await ru.post(`/api/records/${ids[2]}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } });
    await until(
      () => ru.get(`/api/records/${ids[2]}/evidence`),
      ({ body }) => body.records?.length === 2 && body.records.every((one: { proofs: [] }) => one.proofs.length > 0),
    );
    const { page, context } = await visitRecord(ids[2]!);
    expect(await verdict(page)).toContain('State by the evidence: Recognised');
    expect(await marks(page)).toEqual(['holds', 'holds', 'holds', 'holds']);
    await lie(page, `/api/records/${ids[2]}/evidence`, (file) => {
      file.records = file.records.slice(0, 1);
    });
    await openRecord(page, ids[2]!);
    expect(await verdict(page)).toContain('The server shows another state: Recognised');
    expect((await marks(page)).at(-1)).toBe('does-not-hold');
    await context.close();
  });
});

describe('what it shows', () => {
  test('findings at their members, annexes as text, what changed against the replaced record', async () => {
    const id = await replace(ids[1]!, 'AZ-PC-2026-800004');
    const { page, faults, context } = await visitRecord(id);
    const changes = page.getByRole('region', { name: 'Changes against the replaced record' }).first();
    expect(await changes.innerText()).toContain('AZ-PC-2026-800002');
    expect(await changes.innerText()).toContain('AZ-PC-2026-800004');
    await page.getByRole('button', { name: 'Show where' }).first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^at\//);
    await page.getByRole('link', { name: 'AZ-PC-2026-800002' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'AZ-PC-2026-800002' }).waitFor();
    expect(await page.locator('.record-title').innerText()).toMatch(/replaced/i);
    await page.getByRole('button', { name: 'Preview as-received.xml' }).click();
    await page.getByText('SHA-256 checked in this browser').waitFor();
    expect(await page.locator('.record-words').innerText()).toContain('AZ-PC-2026-800002');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('files to take away', async () => {
    const { page, context } = await visitRecord(ids[0]!);
    for (const [name, file] of [
      ['XML', 'AZ-PC-2026-800001.xml'],
      ['Signed record', 'AZ-PC-2026-800001.jwt'],
      ['Evidence file', 'AZ-PC-2026-800001.evidence.json'],
      ['PDF', 'AZ-PC-2026-800001.pdf'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      expect((await download).suggestedFilename()).toBe(file);
    }
    await context.close();
  });
});

describe('a decision', () => {
  test('is offered to whoever may take it', async () => {
    const { page, context } = await visitRecord(ids[0]!, { role: 'inspector' });
    await page.getByText('There is nothing to do here in your role now.').waitFor();
    await context.close();
  });

  test('of two tabs at once is taken once; the other tab says what happened', async () => {
    const first = await visitRecord(ids[0]!);
    const second: Visit = { ...first, page: await first.context.newPage() };
    await openRecord(second.page, ids[0]!);
    // The second tab hears no news: as on a bad line, or in the very same second.
    await second.page.route('**/api/events', (route) => route.abort());
    await second.page.reload();
    for (const { page } of [first, second])
      await page.getByRole('button', { name: 'Recognition', exact: true }).click();
    await approve(first.page);
    await first.page.getByText('Issued: Recognition').waitFor({ state: 'attached' });
    expect(await first.page.locator('.record-title').innerText()).toMatch(/recognised/i);
    await second.page.getByRole('button', { name: 'Check and approve' }).click();
    const alert = second.page.getByText('This decision is no longer possible');
    await alert.waitFor();
    expect(await second.page.locator('.record-meanwhile').innerText()).toContain('recognition: ru.fsvps');
    expect(await second.page.getByRole('button', { name: 'Check and approve' }).isDisabled()).toBe(true);
    expect(await second.page.locator('.record-title').innerText()).toMatch(/recognised/i);
    const shown = await ru.get(`/api/records/${ids[0]}`);
    expect(shown.body.followUps).toHaveLength(1);
    expect(first.faults).toEqual([]);
    await first.context.close();
  });
});

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check and approve' }).click();
  await page.getByRole('button', { name: 'Approve (demonstration)' }).click();
}

describe.each(['az', 'ru', 'en'])('in %s', (language) => {
  test.each(['wide', 'narrow'] as const)('there is no fault of access, %s', async (size) => {
    const { page, faults, context } = await at.visit(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signInAs(page, { ...at, base }, 'border-officer', language);
    await openRecord(page, ids[2]!);
    await page.locator('.record-verdict .proved').waitFor();
    for (const entry of await page.locator('.record-timeline > li > details > summary').all()) await entry.click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.locator('.record-ways button').last().click();
    await page.locator('.record-decision').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });
});
