/** One certificate, two border posts of one customs service, two countries: what is taken once is taken everywhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Told } from '../../kernel/demonstration.ts';
import { companyTomatoes } from '../../profiles/phytosanitary/demonstration/certificates.ts';
import { greenhouse, greenhouseCompany } from '../../profiles/phytosanitary/demonstration/growers.ts';
import { admission } from '../../profiles/phytosanitary/demonstration/requirements.ts';
import { exportResult } from '../../profiles/phytosanitary/demonstration/shipments.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { faultsOf } from '../exactly-once.ts';

const day = 86_400_000;
const ids = new Map<string, string>();
const told: Told = {
  id: (key) => ids.get(key) ?? '',
  day: (offset) => new Date(Date.now() + offset * day).toISOString().slice(0, 10),
  time: (offset) => new Date(Date.now() + offset * day).toISOString().replace(/\.\d+Z$/, 'Z'),
};
const everyone = ['ru.fsvps', 'ru.fts'];
const [road, rail] = ['99010001', '99010002'];

let corridor: Corridor;
let az: Client;
let ru: Client;
let fts: Client;

beforeAll(async () => {
  corridor = await foundTestCorridor({ az: ['az.afsa', 'az.customs'], ru: everyone });
  const clients = ['az.afsa', 'ru.fsvps', 'ru.fts'].map((id) => corridor.client(id));
  [az, ru, fts] = (await Promise.all(clients)) as [Client, Client, Client];
  await issued(az, 'phytosanitary', 'grower', greenhouseCompany(told), ['ru.fsvps']);
  await issued(az, 'phytosanitary', 'grower', greenhouse(told), ['ru.fsvps']);
  const sample = { number: 'L-1', at: 0, product: 'LYPES', grower: 'AZ-TM-014', pests: ['TOBRFV', 'GNORAB'] };
  const result = await issued(az, 'phytosanitary', 'laboratory-result', exportResult(sample)(told), ['ru.fsvps']);
  ids.set('result', result);
  await arrived(ru, result);
  const admitted = { ...admission('AZ-TM-014', 'LYPES', '200')(told), from: told.day(0) };
  await arrived(az, await issued(ru, 'phytosanitary', 'admission', admitted, ['az.afsa']));
}, 30_000);
afterAll(() => corridor?.end());

async function issued(client: Client, profile: string, type: string, claims: object, to: readonly string[]) {
  const { status, body } = await client.post('/api/records', { profile, type, to, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
}

async function arrived(client: Client, id: string) {
  const { body } = await until(
    () => client.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
  return body;
}

/** A certificate of one line, held by both institutions of Russia. */
async function certified(number: string, net: string): Promise<string> {
  const gross = String(Number(net) + 1200);
  const load = { number, at: 0, net, gross, boxes: '3000', vehicle: `10-${number}`, seal: 'AZ0001', result: 'result' };
  const id = await issued(az, 'phytosanitary', 'certificate', companyTomatoes(load)(told), everyone);
  for (const client of [ru, fts]) await arrived(client, id);
  return id;
}

interface Position {
  readonly certificate: string;
  readonly number: string;
  readonly reserved: string;
  readonly consumed: string;
}

const declaration = (serial: number, office = road) => `${office}/221126/${String(serial).padStart(7, '0')}`;
const kilograms = (value: string) => ({ value, unit: 'KGM' });

const writeOff = (act: string, declared: string, ...positions: readonly Position[]): Promise<Answer> =>
  fts.post('/api/records', writeOffDraft(act, declared, positions));

function writeOffDraft(act: string, declared: string, positions: readonly Position[]): object {
  const lines = positions.map(({ certificate, number, reserved, consumed }) => ({
    certificate: { record: certificate, number, exporting: 'az.afsa', importing: 'ru.fsvps' },
    line: '1',
    hs: '0702000007',
    reserved: kilograms(reserved),
    consumed: kilograms(consumed),
  }));
  const claims = { declaration: declared, act, office: declared.slice(0, 8), lines };
  return { profile: 'customs', type: 'write-off', to: ['az.afsa', 'ru.fsvps'], claims };
}

const codesOf = ({ body }: Answer) => (body.findings as { code: string }[]).map(({ code }) => code);

async function line(client: Client, number: string) {
  const key = ['az.afsa', 'ru.fsvps', number, '1'].map((part) => `key=${part}`).join('&');
  return (await client.get(`/api/ledgers/phytosanitary/certificate-line?${key}`)).body.items[0];
}

async function balance(client: Client): Promise<string> {
  const key = ['az.afsa', 'ru.fsvps', 'AZ-TM-014'].map((part) => `key=${part}`).join('&');
  return (await client.get(`/api/ledgers/phytosanitary/season-balance?${key}`)).body.items[0].available;
}

/** The line as all three see it, once they agree on it. */
async function agreed(number: string, expected: object) {
  const views = await until(
    () => Promise.all([az, ru, fts].map((client) => line(client, number))),
    (all) => all.every((one) => JSON.stringify(one) === JSON.stringify(all[0])) && fits(all[0], expected),
  );
  expect(views[0]).toMatchObject(expected);
}

const fits = (view: Record<string, unknown> | undefined, expected: object): boolean =>
  Object.entries(expected).every(([name, value]) =>
    typeof value === 'object' ? fits(view?.[name] as Record<string, unknown>, value as object) : view?.[name] === value,
  );

test('two border posts use one certificate at the same moment: exactly one gets it', async () => {
  const certificate = await certified('W-1', '18000');
  const both = await Promise.all([
    writeOff('reserve', declaration(1), { certificate, number: 'W-1', reserved: '10000', consumed: '0' }),
    writeOff('reserve', declaration(1, rail), { certificate, number: 'W-1', reserved: '10000', consumed: '0' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  const refused = both.find(({ status }) => status === 422) as Answer;
  expect(codesOf(refused).sort()).toEqual(expect.arrayContaining(['ledger.insufficient', 'line-standing']));
  const standing = refused.body.findings.find(({ code }: { code: string }) => code === 'line-standing');
  expect(standing.text).toMatch(/8[^0-9]?000 kg left, 10[^0-9]?000 kg reserved and 0 kg consumed/);
  await agreed('W-1', { available: '8000', byMovement: { reserved: '10000', consumed: '0' } });
});

test('of two certificates both lines are taken or none', async () => {
  const [first, second] = [await certified('W-2', '18000'), await certified('W-3', '5000')];
  const positions = (reserved: string) => [
    { certificate: first, number: 'W-2', reserved: '18000', consumed: '0' },
    { certificate: second, number: 'W-3', reserved, consumed: '0' },
  ];
  expect((await writeOff('reserve', declaration(2), ...positions('5000.000001'))).status).toBe(422);
  expect(await line(fts, 'W-2')).toMatchObject({ available: '18000' });
  const asked = await fts.post('/api/what-if', writeOffDraft('reserve', declaration(2), positions('5000')));
  expect(asked.body.accounts).toMatchObject([{ availableAfter: '0' }, { availableAfter: '0', overdrawn: false }]);
  expect((await writeOff('reserve', declaration(2), ...positions('5000'))).status).toBe(201);
  await agreed('W-2', { available: '0' });
  await agreed('W-3', { available: '0' });
  // A new reservation takes the place of the old one.
  expect((await writeOff('reserve', declaration(2), ...positions('4000'))).status).toBe(201);
  await agreed('W-3', { available: '1000', debited: '4000' });
});

test('a certificate that is used up is refused at the next border post; a returned lot is credited', async () => {
  const certificate = await certified('W-4', '18000');
  const at = (reserved: string, consumed: string) => ({ certificate, number: 'W-4', reserved, consumed });
  expect((await writeOff('reserve', declaration(4), at('18000', '0'))).status).toBe(201);
  expect((await writeOff('consume', declaration(4), at('0', '18000'))).status).toBe(201);
  const again = await writeOff('reserve', declaration(4, rail), at('18000', '0'));
  expect(again.status).toBe(422);
  expect(codesOf(again)).toContain('ledger.insufficient');
  const twice = await writeOff('consume', declaration(4), at('0', '18000'));
  expect(codesOf(twice)).toContain('already-written-off');
  const more = await writeOff('reserve', declaration(4), at('1', '18000'));
  expect(codesOf(more)).toEqual(expect.arrayContaining(['already-written-off', 'ledger.insufficient']));
  expect((await writeOff('return', declaration(4), at('0', '10000'))).status).toBe(201);
  expect((await writeOff('reserve', declaration(4, rail), at('8000', '0'))).status).toBe(201);
  await agreed('W-4', { available: '0', byMovement: { reserved: '8000', consumed: '10000' } });
});

test('nothing is taken of a certificate that customs do not hold', async () => {
  const claims = { certificate: 'a'.repeat(64), number: 'W-0', reserved: '1', consumed: '0' };
  const { status, body } = await writeOff('reserve', declaration(5), claims);
  expect(status).toBe(422);
  expect(body.findings.map(({ code }: { code: string }) => code)).toContain('certificate-unknown');
});

test('what crosses a withdrawal is settled again until only what is free has come back', async () => {
  const before = BigInt(await balance(az));
  const numbers = ['W-6', 'W-7', 'W-8'];
  const certificates = await Promise.all(numbers.map((number) => certified(number, '10000')));
  // In whatever order withdrawal, write-off and settlement reach the others.
  const answers = await Promise.all(
    certificates.flatMap((certificate, index) => [
      az.post(`/api/records/${certificate}/follow-ups`, { type: 'withdrawal', claims: { reason: 'exporter-request' } }),
      writeOff('reserve', declaration(60 + index), {
        certificate,
        number: numbers[index] as string,
        reserved: '4000',
        consumed: '0',
      }),
    ]),
  );
  const taken = certificates.filter((_, index) => answers[index * 2 + 1]?.status === 201);
  expect(answers.filter((_, index) => index % 2 === 0).map(({ status }) => status)).toEqual([201, 201, 201]);
  const expected = (reserved: number) => String(before - BigInt(reserved) * 4000n);
  await until(
    () => Promise.all([balance(az), balance(ru)]),
    (all) => all.every((one) => one === expected(taken.length)),
  );
  for (const [index, certificate] of certificates.entries()) {
    if (!taken.includes(certificate)) continue;
    const number = numbers[index] as string;
    await agreed(number, { settled: '6000', available: '0', byMovement: { used: '0', reserved: '4000' } });
    const free = { certificate, number, reserved: '0', consumed: '0' };
    expect((await writeOff('free', declaration(60 + index), free)).status).toBe(201);
    await agreed(number, { settled: '10000', available: '0', byMovement: { reserved: '0' } });
  }
  await until(
    () => Promise.all([balance(az), balance(ru)]),
    (all) => all.every((one) => one === String(before)),
  );
});

test('what was reserved before a withdrawal may be cleared, and then stays used', async () => {
  const before = BigInt(await balance(az));
  const certificate = await certified('W-9', '10000');
  const at = (reserved: string, consumed: string) => ({ certificate, number: 'W-9', reserved, consumed });
  expect((await writeOff('reserve', declaration(9), at('4000', '0'))).status).toBe(201);
  const withdrawn = await az.post(`/api/records/${certificate}/follow-ups`, {
    type: 'withdrawal',
    claims: { reason: 'exporter-request' },
  });
  expect(withdrawn.status).toBe(201);
  await agreed('W-9', { settled: '6000', frozen: true });
  const raised = await writeOff('reserve', declaration(9), at('4001', '0'));
  expect(codesOf(raised)).toEqual(expect.arrayContaining(['certificate-state', 'ledger.frozen']));
  const cleared = await writeOff('consume', declaration(9), at('0', '3000'));
  expect(cleared.status, JSON.stringify(cleared.body)).toBe(201);
  expect(codesOf(cleared)).toContain('certificate-state-consumed');
  await agreed('W-9', { settled: '7000', available: '0', byMovement: { used: '3000', consumed: '3000' } });
  expect(BigInt(await balance(az))).toBe(before - 3000n);
});

test('nobody was blamed, and the data folders hold what their records say', async () => {
  const types = (
    await Promise.all([az, ru, fts].map((client) => client.get('/api/records?type=refusal&limit=50')))
  ).map(({ body }) => body.items.length);
  expect(types).toEqual([0, 0, 0]);
  for (const country of ['AZ', 'RU']) await corridor.stop(country);
  expect(await faultsOf(corridor)).toEqual([]);
});
