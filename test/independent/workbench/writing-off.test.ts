/** An officer at the border reserves what a truck needs of its certificate, and writes it off: in a real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../kernel/canonical.ts';
import { claimsOf } from '../../../server/desk/testing/day.ts';
import { type Client, until } from '../../corridor.ts';
import { axeViolations, overflows } from '../pages/browser.ts';
import { foundWorkbench, signInAs, type Workbench } from './desk.ts';

const hour = 3_600_000;
const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
const kilograms = (value: string) => ({ value, unit: 'KGM' });
const day = iso(Date.now()).slice(0, 10);
const dated = `${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}`;
const number = 'AZ-BORDER-1';
let at: Workbench;
let fts: Client;
let truck: string;

async function issue(client: Client, profile: string, type: string, to: readonly string[], claims: object) {
  const { status, body } = await client.post('/api/records', { profile, type, to, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
}

beforeAll(async () => {
  const founded = await foundWorkbench('ru.fts', { az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'] });
  // The address of its own, where nobody of another institution signs in.
  at = { ...founded, base: founded.base.replace('//', '//fts.') };
  fts = await at.corridor.client('ru.fts');
  const everybody = ['ru.fsvps', 'az.customs', 'ru.fts'];
  const certified = { ...(await claimsOf('apples-by-rail')), number };
  const afsa = await at.corridor.client('az.afsa');
  const certificate = await issue(afsa, 'phytosanitary', 'certificate', everybody, certified);
  await held(fts, certificate);
  truck = await issue(await at.corridor.client('az.customs'), 'customs', 'manifest', ['ru.fts', 'az.afsa'], {
    number: `90010001/${dated}/0000001`,
    mode: '3',
    transport: { number: 'CMR 1', date: day },
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice: '90010001',
    entryOffice: '99010001',
    expected: iso(Date.now() + 3 * hour),
    consignor: { name: 'Nümunə MMC', country: 'AZ' },
    consignee: { name: 'ООО «Образец»', country: 'RU' },
    carrier: { name: 'Nümunə Yük MMC', country: 'AZ' },
    means: [{ kind: 'vehicle', number: '10-XX-777', country: 'AZ', seals: [{ number: 'AZ0001' }] }],
    lines: [
      {
        sequence: 1,
        hs: '0808108000',
        description: 'Alma, təzə',
        origin: 'AZ',
        gross: kilograms('1000'),
        net: kilograms('900'),
        value: { amount: '777', currency: 'USD' },
        certificate: { number, record: certificate, line: '1' },
      },
    ],
  });
  await held(fts, truck);
}, 120_000);
afterAll(() => at?.end(), 30_000);

const held = (client: Client, id: string) =>
  until(
    () => client.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );

async function follow(type: string, claims: Json) {
  const { status, body } = await fts.post(`/api/records/${truck}/follow-ups`, { type, claims });
  expect(status, JSON.stringify(body)).toBe(201);
}

async function taken() {
  const { body } = await fts.get('/api/ledgers/phytosanitary/certificate-line?key=az.afsa&key=ru.fsvps');
  const account = body.items.find(({ key }: { key: string[] }) => key[2] === number && key[3] === '1');
  const { reserved = '0', consumed = '0' } = account?.byMovement ?? {};
  return [reserved, consumed];
}

test.each(['wide', 'narrow'] as const)('the screen has its place for it: %s', async (size) => {
  const { page, context } = await at.visit(size);
  await signInAs(page, at, 'border-officer', 'ru');
  await page.goto(`${at.base}/desk/records/${truck}`);
  await page.getByRole('button', { name: 'Зарезервировать по сертификату…' }).click();
  await page.locator('.record-decision').waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
  await context.close();
});

test('what the truck needs is reserved, consumed after the release, and the key is the officer’s own', async () => {
  const { page, faults, context } = await at.visit();
  await signInAs(page, at, 'border-officer');
  await page.goto(`${at.base}/desk/records/${truck}`);
  await page.getByRole('button', { name: 'Reserve on the certificate…' }).click();
  await page.getByLabel('Customs declaration').fill(`99010001/${dated}/0000042`);
  await page.getByRole('button', { name: 'Check and approve' }).click();
  await page.getByText('900 kg reserved and 0 kg consumed').last().waitFor();
  await page.getByRole('button', { name: 'Approve (demonstration)' }).click();
  await page.getByText('Issued: Reserve on the certificate').waitFor({ state: 'attached' });
  expect(await taken()).toEqual(['900', '0']);
  const office = '99010001';
  const means = [{ number: '10-XX-777', seals: [{ number: 'AZ0001', state: 'good' }] }];
  await follow('manifest-arrival', { office, time: iso(Date.now()), means });
  const reasons = [{ code: 'document-missing' }];
  await follow('recognition', { decision: 'none', lane: 'red', ground: 'officer', office, reasons });
  await follow('manifest-disposition', { kind: 'release', office });
  await page.getByRole('button', { name: 'Write off on the certificate' }).click();
  await page.getByRole('button', { name: 'Approve (demonstration)' }).click();
  await page.getByText('Issued: Write off on the certificate').waitFor({ state: 'attached' });
  expect(await taken()).toEqual(['0', '900']);
  await page.getByRole('button', { name: 'Close', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /certificate/ }).count()).toBe(0);
  const { body } = await fts.get('/api/records?type=write-off&limit=5');
  const [last] = body.items;
  const shown = await fts.get(`/api/records/${last.id}`);
  expect(shown.body.approvals).toMatchObject([{ roles: ['border-officer'] }]);
  expect(faults).toEqual([]);
  await context.close();
});
