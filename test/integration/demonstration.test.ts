/** The story that a demonstration tells: every step is issued by the rules, and all holders end with one state. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SelectionReport } from '../../kernel/exchange/selection-audit.ts';
import { profiles } from '../../profiles/index.ts';
import { storyBegins, tellingFile, tellStories } from '../../server/story.ts';
import { audit } from '../auditing.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const ends = Date.now();
const institutions = ['az.afsa', 'az.customs', 'ru.fsvps', 'ru.fts'] as const;
type Institution = (typeof institutions)[number];
let clock: number | undefined = ends + (await storyBegins(profiles));
let corridor: Corridor;
let told: number;
let clients: Record<Institution, Client>;

beforeAll(async () => {
  corridor = await foundTestCorridor({
    az: ['az.afsa', 'az.customs'],
    ru: ['ru.fsvps', 'ru.fts'],
    now: () => clock ?? Date.now(),
  });
  await writeFile(join(corridor.data, tellingFile), JSON.stringify({ ends }));
  const entries = institutions.map(async (id) => [id, await corridor.client(id)]);
  clients = Object.fromEntries(await Promise.all(entries)) as typeof clients;
  told = await tellStories(corridor.data, profiles, async (time) => {
    clock = time;
    for (const server of corridor.servers.values()) await server.takeUp();
  });
  for (const client of Object.values(clients))
    await until(
      () => client.get('/api/channels'),
      ({ body }) => body.items.every(({ lag }: { lag: number }) => lag === 0),
    );
}, 120_000);
afterAll(() => corridor?.end());

interface Item {
  readonly id: string;
  readonly profile: string;
  readonly type: string;
  readonly number: string;
  readonly state: string;
  readonly worst?: string;
}

async function records(institution: Institution): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await clients[institution].get(`/api/records?limit=200${cursor && `&cursor=${cursor}`}`);
    items.push(...body.items);
    if (!body.next) return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    cursor = body.next;
  }
}

const line = ({ id, state }: Item) => `${id} ${state}`;
const ofProfile = (items: readonly Item[], name: string) => items.filter(({ profile }) => profile === name);

describe('in the whole corridor', () => {
  test('nothing was refused but what the story says, and what two hold is in one state', async () => {
    const held = await until(
      () => Promise.all(institutions.map(records)),
      (sides) => {
        const states = new Map<string, Set<string>>();
        for (const item of sides.flat()) states.set(item.id, (states.get(item.id) ?? new Set()).add(item.state));
        return [...states.values()].every((one) => one.size === 1);
      },
    );
    expect(told).toBeGreaterThanOrEqual(120);
    const all = held.flat();
    expect(new Set(all.map(({ id }) => id)).size).toBeGreaterThan(told);
    expect(all.filter(({ type }) => type === 'refusal')).toEqual([]);
    expect(all.filter(({ state, worst }) => /refused|out-of-turn/.test(state) || worst === 'refuse')).toEqual([]);
  });

  test('each tells every other something, over the border and at home', async () => {
    const lists = await Promise.all(institutions.map((id) => clients[id].get('/api/channels')));
    const lines = lists.flatMap(({ body }) => body.items as { issuer: string; recipient: string; size: number }[]);
    const used = new Set(lines.filter(({ size }) => size > 0).map(({ issuer, recipient }) => `${issuer} ${recipient}`));
    expect(used.size).toBe(12);
  });

  test('customs hold the ledger of certificates as the plant protection services do', async () => {
    const books = await Promise.all(
      institutions.map((id) => clients[id].get('/api/ledgers/phytosanitary/certificate-line')),
    );
    expect(books[0]?.body.items.length).toBeGreaterThanOrEqual(8);
    for (const { body } of books) expect(body).toEqual(books[0]?.body);
    const accounts = books[0]?.body.items as { key: string[]; available: string; byMovement: Record<string, string> }[];
    const left = accounts.flatMap(({ key, available, byMovement: { consumed } }) =>
      consumed === undefined ? [] : [[key[2], consumed, available]],
    );
    expect(left.toSorted()).toEqual([
      ['AZ-PC-DEMO-0001', '18000', '0'],
      ['AZ-PC-DEMO-0002', '41250', '0'],
      ['AZ-PC-DEMO-0004', '18600', '0'],
      // Reserved for the truck that waits at the border.
      ['AZ-PC-DEMO-0008', '0', '0'],
    ]);
  });
});

describe('plant health', () => {
  test('some fifty records, alike on both sides, that no rule objects to but for one signal', async () => {
    const [az, ru] = await Promise.all((['az.afsa', 'ru.fsvps'] as const).map(records));
    const here = ofProfile(ru ?? [], 'phytosanitary');
    expect(here.map(line)).toEqual(ofProfile(az ?? [], 'phytosanitary').map(line));
    expect(here.length).toBeGreaterThanOrEqual(50);
    const signals = (await clients['ru.fsvps'].get('/api/signals')).body.items as {
      number: string;
      findings: { code: string }[];
    }[];
    expect(signals.map(({ number, findings }) => [number, ...findings.map(({ code }) => code)])).toEqual([
      ['AZ-PC-DEMO-0004', 'vehicle-twice'],
    ]);
    expect(here.filter(({ worst }) => worst === 'warn').map(({ number }) => number)).toEqual(['AZ-PC-DEMO-0004']);
    const state = (number: string) => here.find((one) => one.number === number && one.type === 'certificate')?.state;
    const numbers = ['0001', '0002', '0003', '0004', '0005', '0006', '0007', '0008'];
    expect(numbers.map((n) => state(`AZ-PC-DEMO-${n}`))).toEqual([
      'released',
      'released',
      'rejected',
      'released',
      'recognised',
      'withdrawn',
      'issued',
      'released',
    ]);
    expect(here.find(({ type }) => type === 'suspension')?.state).toBe('lifted');
    expect(here.find(({ type }) => type === 'non-compliance')?.state).toBe('closed');
    expect(here.filter(({ type }) => type === 'settlement')).toHaveLength(3);
  });

  test('every tonne has one place on both sides', async () => {
    const { 'az.afsa': az, 'ru.fsvps': ru } = clients;
    for (const ledger of ['season-balance', 'certificate-line', 'weekly']) {
      const [a, b] = await Promise.all([az, ru].map((one) => one.get(`/api/ledgers/phytosanitary/${ledger}`)));
      expect(a?.body.items.length).toBeGreaterThan(0);
      expect(a?.body).toEqual(b?.body);
    }
    const { body } = await ru.get('/api/ledgers/phytosanitary/season-balance?key=az.afsa&key=ru.fsvps');
    const free = (body.items as { key: string[]; available: string }[]).map(({ key, available }) => [
      key[2],
      available,
    ]);
    expect(Object.fromEntries(free)).toEqual({
      // Admitted, less what was certified, with what came short or went back credited again.
      'AZ-AP-007': String(2_400_000 - 41_250),
      'AZ-TM-014': String(2_000_000 - 18_000 - 18_600 - 18_000),
      'AZ-TM-100': String(900_000 - 19_200),
    });
  });
});

describe('customs', () => {
  /** By the last digits of their numbers. */
  const ends = (items: readonly Item[], type: string) =>
    Object.fromEntries(items.filter((one) => one.type === type).map(({ number, state }) => [number.slice(-3), state]));

  test('manifests end as told, with work left for an officer on either side', async () => {
    for (const institution of institutions)
      expect(ends(await records(institution), 'manifest'), institution).toEqual({
        '101': 'closed',
        '102': 'released',
        '103': 'closed',
        '104': 'released',
        '107': 'registered',
        '108': 'arrived',
        '109': 'arrived',
        '110': 'arrived',
        '501': 'released',
        '502': 'arrived',
      });
  });

  test('of what waits at the border one is all green, one has another seal, one came late', async () => {
    const items = await records('ru.fts');
    const findings = async (serial: string): Promise<string[]> => {
      const manifest = items.find(({ type, number }) => type === 'manifest' && number.endsWith(serial));
      const { body } = await clients['ru.fts'].get(`/api/records/${manifest?.id}`);
      const about = body.followUps as { id: string }[];
      const bodies = await Promise.all(about.map(({ id }) => clients['ru.fts'].get(`/api/records/${id}`)));
      return [body, ...bodies.map((one) => one.body)]
        .flatMap((one) => one.findings as { code: string; severity: string }[])
        .flatMap(({ code, severity }) => (severity === 'inform' ? [] : [code]))
        .sort();
    };
    expect(await findings('108')).toEqual([]);
    expect(await findings('109')).toEqual(['seal-absent', 'seal-not-stated']);
    expect(await findings('110')).toEqual(['manifest-late']);
  });

  test('every manifest was given a lane under a commitment that its sender held, trusted participants the green one', async () => {
    const all = (await records('ru.fts')).filter(({ type }) => type === 'manifest');
    const choices = await Promise.all(
      all.map(async ({ id, number }) => {
        const [country, receiving] = number.startsWith('9001') ? ['RU', 'ru.fts'] : ['AZ', 'az.customs'];
        const desk = corridor.servers.get(country as string)?.desks.get(receiving as string);
        return { number: number.slice(-3), choices: await desk?.selections.choices(id) };
      }),
    );
    const unproved = choices.filter((one) => one.choices?.length !== 1 || !one.choices[0]?.proved);
    expect(unproved).toEqual([]);
    const lanes = choices.flatMap(({ number, choices: found = [] }) =>
      found.flatMap(({ ground, outcome }) => (ground === 'profile' ? [`${number} ${outcome}`] : [])),
    );
    expect(lanes.toSorted()).toEqual(['101 green', '104 green', '108 green', '110 blue', '501 yellow']);
  });

  test('auditors see where an officer took a stricter lane, by which record, and no milder one', async () => {
    const selections = corridor.servers.get('RU')?.desks.get('ru.fts')?.selections;
    const [lanes] = (await selections?.list()) ?? [];
    const reports: SelectionReport[] = [];
    for (const { number, over } of lanes?.commitments.toReversed() ?? []) {
      const pieces = over ? await selections?.file('customs/lanes', number) : undefined;
      if (!pieces) continue;
      const file = (await Array.fromAsync(pieces)).join('');
      reports.push(await audit(file, { profiles, data: corridor.data, now: Date.now(), earlier: reports }));
    }
    expect(reports.flatMap(({ differences }) => differences)).toEqual([]);
    const items = await records('ru.fts');
    const numberOf = (id: string) => items.find((one) => one.id === id)?.number.slice(-3);
    const changes = reports.flatMap(({ rerouted }) =>
      rerouted.flatMap(({ id, by }) => by.map(({ outcome, reason }) => [numberOf(id), outcome, reason.split(':')[0]])),
    );
    expect(changes).toContainEqual(['104', 'red', 'seal-differs']);
    const decisions = reports.flatMap(({ decided }) => decided.map(({ id }) => numberOf(id)));
    expect(decisions).toEqual(['101', '102', '104']);
  });

  test('both services hold the same registers', async () => {
    for (const register of ['operator', 'project-goods', 'customs-office', 'weight-tolerance', 'write-off']) {
      const [az, ru] = await Promise.all(
        [clients['az.customs'], clients['ru.fts']].map((one) => one.get(`/api/registers/customs/${register}`)),
      );
      expect(az?.body.items.length, register).toBeGreaterThan(0);
      expect(az?.body.items, register).toEqual(ru?.body.items);
    }
  });

  test('the certificate that was offered twice lies with an inspector, who sees why it was refused', async () => {
    const desk = corridor.servers.get('RU')?.desks.get('ru.fts');
    const inspector = (await desk?.people.all())?.find(({ roles }) => roles.includes('inspector'));
    const [draft, ...others] = (await desk?.drafts.list(inspector?.id ?? '')) ?? [];
    expect(others).toEqual([]);
    const { claims } = (await desk?.drafts.show(inspector?.id ?? '', draft?.id ?? '')) ?? {};
    const { status, body } = await clients['ru.fts'].post('/api/records/check', {
      profile: 'customs',
      type: 'write-off',
      to: draft?.to,
      claims,
    });
    expect(status).toBe(200);
    expect((body.findings as { code: string }[]).map(({ code }) => code)).toContain('ledger.insufficient');
  });

  test('an officer at the border is offered to reserve what comes, and to write off what was released', async () => {
    const { 'ru.fts': client } = clients;
    const items = await records('ru.fts');
    const service = corridor.servers.get('RU')?.desks.get('ru.fts')?.ground.service;
    const offered = async (serial: string) => {
      const id = items.find(({ type, number }) => type === 'manifest' && number.endsWith(serial))?.id ?? '';
      const panels = await service?.panels(id, { language: 'en', acts: { issued: false, received: true } });
      const actions = panels?.flatMap((panel) => panel.actions) ?? [];
      return { id, actions: actions.filter(({ type }) => type === 'write-off') };
    };
    const [reserve] = (await offered('107')).actions;
    expect(reserve).toMatchObject({ ready: false, to: ['az.afsa', 'az.customs', 'ru.fsvps'], findings: [] });
    const { id, actions } = await offered('108');
    expect(actions).toEqual([]);
    const released = { decision: 'full', lane: 'green', ground: 'profile', release: true, office: '99010001' };
    const body = { type: 'recognition', claims: released };
    expect((await client.post(`/api/records/${id}/follow-ups`, body)).status).toBe(201);
    const [consume] = (await offered('108')).actions;
    expect(consume).toMatchObject({ ready: true, main: true, claims: { act: 'consume' } });
    expect(consume?.findings.filter(({ severity }) => severity === 'refuse')).toEqual([]);
    const { to, claims } = consume ?? {};
    const draft = { profile: 'customs', type: 'write-off', to, claims };
    expect((await client.post('/api/records', draft)).status).toBe(201);
    expect((await offered('108')).actions).toEqual([]);
  });

  test('a manifest is applied for, and waits for the office', async () => {
    const desk = corridor.servers.get('AZ')?.desks.get('az.customs');
    const inspector = (await desk?.people.all())?.find(({ roles }) => roles.includes('inspector'));
    const page = inspector && (await desk?.applications.reader.list(inspector, { limit: 10 }));
    expect(page?.items.map(({ state, type }) => [state, type])).toEqual([['sent', 'manifest']]);
  });
});
