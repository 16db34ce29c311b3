/** What a trader is told of the goods: over four institutions, and never what others state. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Corridor, foundTestCorridor, until } from '../../../test/corridor.ts';
import type { Desk } from '../desk.ts';
import type { Role } from '../roles.ts';
import { TestBrowser } from '../testing/browser.ts';
import { claimsOf } from '../testing/day.ts';
import { type Granted, grantedTo } from '../testing/granted.ts';
import { signIn } from '../testing/session.ts';

let corridor: Corridor;
let desk: Desk;
let port: number;
let issued = 0;
const plain = await claimsOf('apples-by-rail');
const number = (at: number): string => `AZ-WHERE-${at}`;

beforeAll(async () => {
  corridor = await foundTestCorridor({ az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'] });
  const server = corridor.servers.get('AZ')!;
  desk = server.desks.get('az.afsa')!;
  port = server.config.port;
  await desk.demonstration.enrol();
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

interface OfTrader extends Granted {
  readonly number: string;
  readonly page: TestBrowser;
}

/** Applied for by a trader of its own, and signed. */
async function granted(more: JsonObject = {}, ...roles: Role[]): Promise<OfTrader> {
  issued += 1;
  const page = new TestBrowser(port);
  const { cookie, person } = await signIn(desk, ['trader', ...roles], `localhost:${port}`, `trader ${issued}`);
  page.cookie = cookie;
  const claims = { ...plain, ...more, number: number(issued) };
  const granted = await grantedTo(desk, person, claims, ['ru.fsvps', 'az.customs', 'ru.fts']);
  return { ...granted, number: number(issued), page };
}

const where = ({ page, id }: Pick<OfTrader, 'page' | 'id'>) => page.get(`/api/desk/applications/${id}/whereabouts`);
const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
const kilograms = (value: string) => ({ value, unit: 'KGM' });

/** A truck whose goods stand on these certificates. */
async function sendTruck(serial: number, certificates: readonly OfTrader[]): Promise<string> {
  const client = await corridor.client('az.customs');
  const day = iso(Date.now()).slice(0, 10);
  const dated = `${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}`;
  const lines = certificates.map((one, at) => ({
    sequence: at + 1,
    hs: '0808108000',
    description: 'SECRET GOODS',
    origin: 'AZ',
    gross: kilograms('1000'),
    net: kilograms('900'),
    value: { amount: '777', currency: 'USD' },
    certificate: { number: one.number, record: one.record, line: '1' },
  }));
  const claims = {
    number: `90010001/${dated}/000${serial}`,
    mode: '3',
    transport: { number: `CMR ${serial}`, date: day },
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice: '90010001',
    entryOffice: '99010001',
    expected: iso(Date.now() + 3 * 3_600_000),
    consignor: { name: 'SECRET CONSIGNOR', country: 'AZ' },
    consignee: { name: 'SECRET CONSIGNEE', country: 'RU' },
    carrier: { name: 'SECRET CARRIER', country: 'AZ' },
    means: [{ kind: 'vehicle', number: '10-SE-777', country: 'AZ', seals: [{ number: 'SECRETSEAL1' }] }],
    lines,
  };
  const { status, body } = await client.post('/api/records', {
    profile: 'customs',
    type: 'manifest',
    to: ['ru.fts', 'az.afsa'],
    claims,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

describe('whereabouts', () => {
  test('tell whose turn it is over all domains, and every step, and nothing that others state', async () => {
    const mine = await granted();
    const before = (await where(mine)).body;
    expect(before.turns).toMatchObject([{ turn: ['ru.fsvps'], title: { en: 'Phytosanitary certificate' } }]);
    expect(before.steps).toMatchObject([{ by: 'az.afsa', title: { en: 'Phytosanitary certificate' } }]);
    const truck = await sendTruck(4001, [mine]);
    // Registered by the receiving server itself.
    const { body } = await until(
      () => where(mine),
      (answer) => answer.body.steps.some(({ by }: { by: string }) => by === 'ru.fts'),
    );
    expect(body.steps.map(({ by }: { by: string }) => by).sort()).toEqual(['az.afsa', 'az.customs', 'ru.fts']);
    expect(body.steps.find(({ by }: { by: string }) => by === 'ru.fts').event.en).toBeTruthy();
    expect(body.turns.map(({ turn }: { turn: string[] }) => turn[0]).sort()).toEqual(['az.customs', 'ru.fsvps']);
    // Nobody at a desk has anything to do while the truck drives.
    const driving = body.turns.filter(({ meanwhile }: { meanwhile?: object }) => meanwhile !== undefined);
    expect(driving).toMatchObject([{ turn: ['az.customs'], meanwhile: { en: 'Under way to the border' } }]);
    const text = JSON.stringify(body);
    for (const told of ['SECRET', '777', 'CMR', '90010001', mine.number, mine.record, truck])
      expect(text, told).not.toContain(told);
    // What officers of the same institution see is the whole of it.
    const shown = await desk.dossiers.show(mine.record);
    expect(shown?.records.map(({ type }) => type)).toEqual(['certificate', 'manifest', 'manifest-registration']);
    expect(await desk.dossiers.show(truck)).toEqual(shown);
  });

  test('are nobody else’s', async () => {
    const mine = await granted();
    const other = await granted({}, 'inspector');
    expect((await where({ page: other.page, id: mine.id })).status).toBe(404);
    const page = new TestBrowser(port);
    page.cookie = (await signIn(desk, ['inspector'], `localhost:${port}`, 'inspector')).cookie;
    expect((await where({ page, id: mine.id })).status).toBe(403);
    expect((await where({ page: new TestBrowser(port), id: mine.id })).status).toBe(401);
    const dossier = await mine.page.get(`/api/desk/dossiers/${mine.record}`);
    expect([dossier.status, (await mine.page.get('/api/desk/dossiers?q=10SE777')).status]).toEqual([403, 403]);
  });

  test('of whoever names another’s paper tell nothing of it', async () => {
    const mine = await granted();
    const documents = [{ type: '851', number: mine.number }];
    const curious = await granted({ documents });
    await sendTruck(4002, [mine]);
    await until(
      () => where(mine),
      (answer) => answer.body.steps.some(({ by }: { by: string }) => by === 'ru.fts'),
    );
    expect((await desk.dossiers.show(curious.record))?.records.length).toBe(4);
    const { body } = await where(curious);
    expect(body.steps.map(({ by }: { by: string }) => by)).toEqual(['az.afsa']);
    expect(body.turns).toHaveLength(1);
  });

  test('of goods that share a truck tell of the truck, not of one another', async () => {
    const mine = await granted();
    const theirs = await granted();
    await sendTruck(4003, [mine, theirs]);
    const { body } = await until(
      () => where(mine),
      (answer) => answer.body.steps.some(({ by }: { by: string }) => by === 'ru.fts'),
    );
    const own = body.steps.filter(({ title }: { title: { en: string } }) => title.en === 'Phytosanitary certificate');
    expect(own).toHaveLength(1);
  });

  test('before a record is there are not told', async () => {
    const page = new TestBrowser(port);
    page.cookie = (await signIn(desk, ['trader'], `localhost:${port}`, 'early')).cookie;
    const draft = await page.post('/api/desk/applications', {
      profile: 'phytosanitary',
      type: 'certificate',
      claims: plain,
    });
    expect((await where({ page, id: draft.body.id })).status).toBe(404);
  });
});
