/** What is chosen of what arrives: settings, commitment, choice, re-route, and the file that proves it all. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { auditSelections, type SelectionReport } from '../../kernel/exchange/selection-audit.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { selectingProfile } from '../../kernel/testing/parcel-selection.ts';
import { readPin } from '../../kernel/trust/pin.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import type { Role } from '../../server/desk/roles.ts';
import type { AtDesk } from '../../server/desk/testing/day.ts';
import { signIn } from '../../server/desk/testing/session.ts';
import { countryFolder } from '../../server/founding.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

let corridor: Corridor;
let az: Client;
let ru: Client;
let ahead = 0;
const hour = 3_600_000;

beforeAll(async () => {
  corridor = await foundTestCorridor({
    profiles: [selectingProfile],
    functions: () => ['post'],
    now: () => Date.now() + ahead,
  });
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  const claims = { sender: 'az.afsa', amount: '1000000' };
  const limit = await ru.post('/api/records', { profile: 'parcel', type: 'limit', to: ['az.afsa'], claims });
  expect(limit.status, JSON.stringify(limit.body)).toBe(201);
  await until(
    () => az.get(`/api/records/${limit.body.id}`),
    ({ status }) => status === 200,
  );
});

afterAll(() => corridor.end());

async function at(role: Role): Promise<AtDesk> {
  const desk = corridor.servers.get('RU')?.desks.get('ru.fsvps');
  if (!desk) throw new Error('no desk');
  const { headers } = await signIn(desk, [role], new URL(ru.server).host, `The ${role}`);
  return {
    call: async (path, method = 'GET', body) => {
      const response = await fetch(`${ru.server}${path}`, {
        method,
        headers: {
          cookie: headers.cookie,
          origin: headers.origin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

async function send(number: string, load: number): Promise<string> {
  const claims: JsonObject = { receiver: 'ru.fsvps', number, load: String(load) };
  const answer = await az.post('/api/records', { profile: 'parcel', type: 'parcel', to: ['ru.fsvps'], claims });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

const chosen = async (desk: AtDesk, id: string) =>
  (
    await until(
      async () => (await desk.call(`/api/desk/records/${id}/selections`)).body.items,
      (items) => items.length > 0,
    )
  )[0];
const only = async (desk: AtDesk) => (await desk.call('/api/desk/selections')).body.items[0];
/** With nothing but the file, the profile and the anchor. */
async function audited(file: unknown): Promise<SelectionReport> {
  const catalogue = loadCatalogue([selectingProfile], compileSchema);
  if (catalogue instanceof Refusal) throw new Error(catalogue.code);
  const text = await readFile(join(countryFolder(corridor.data, 'RU'), 'pin.json'), 'utf8');
  const pin = readPin(JSON.parse(text) as Json, nodeCrypto);
  if (pin instanceof Refusal) throw new Error(pin.code);
  const auditor = { crypto: nodeCrypto, catalogue, compile: compileSchema, pin, now: Date.now() + ahead };
  const report = await auditSelections(JSON.stringify(file), auditor);
  if (report instanceof Refusal) throw new Error(`${report.code} ${report.path} ${JSON.stringify(report.detail)}`);
  return report;
}

/** The commitment in force has reached those who send, long enough ago. */
const told = async (desk: AtDesk, number: number) => {
  await until(
    async () => (await only(desk)).commitments[0],
    (one) => one.number === number && one.receipts.every(({ time }: { time?: number }) => time !== undefined),
  );
  ahead += 62_000;
};

test('settings are committed to, records chosen, choices kept, re-routes logged', async () => {
  const supervisor = await at('supervisor');
  const officer = await at('border-officer');
  const begun = await only(supervisor);
  expect(begun.settings).toMatchObject({ version: 1, name: '', settings: { heavy: 100, random: 0 } });
  const put = (body: object) => supervisor.call('/api/desk/selections/parcel/opened/settings', 'PUT', body);
  const settings = { heavy: 50, random: 100 };
  expect((await put({ revision: 0, settings, reason: 'Summer' })).body).toMatchObject({
    code: 'desk.changed-elsewhere',
    revision: 1,
  });
  const refused = await put({ revision: 1, settings: { heavy: 50, random: 900 }, reason: 'Summer' });
  expect([refused.status, refused.body.findings[0].path]).toEqual([422, '/random']);
  expect((await put({ revision: 1, settings: { heavy: 0.5 }, reason: 'Summer' })).status).toBe(400);
  expect((await put({ revision: 1, settings: { heavy: 5, random: 1, more: 1 }, reason: 'x' })).status).toBe(422);
  expect((await put({ revision: 1, settings, reason: 'Summer' })).body).toMatchObject({
    version: 2,
    name: 'The supervisor',
  });
  await told(supervisor, 2);
  const { commitments } = await only(supervisor);
  expect(commitments.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(JSON.stringify(commitments)).not.toContain('secret');

  const heavy = await send('P-1', 70);
  const light = await send('P-2', 1);
  expect(await chosen(officer, heavy)).toMatchObject({
    selection: 'parcel/opened',
    outcome: 'open',
    ground: 'rule',
    criterion: 'heavy',
    proved: true,
    rerouted: [],
  });
  const before = await chosen(officer, light);
  const sent = await officer.call(`/api/desk/records/${light}/selections/parcel/opened/reroutes`, 'POST', {
    outcome: before.outcome === 'pass' ? 'open' : 'pass',
    reason: 'The seal looks odd',
  });
  expect([sent.status, sent.body.role]).toEqual([201, 'border-officer']);
  expect(JSON.stringify(sent.body)).not.toContain('The border-officer');
  for (const [body, status] of [
    [{ outcome: sent.body.outcome, reason: 'Again' }, 409],
    [{ outcome: 'burn', reason: 'No' }, 400],
    [{ outcome: 'open', reason: ' ' }, 400],
  ] as const)
    expect(
      (await officer.call(`/api/desk/records/${light}/selections/parcel/opened/reroutes`, 'POST', body)).status,
    ).toBe(status);
  const none = await officer.call(`/api/desk/records/${'0'.repeat(64)}/selections/parcel/opened/reroutes`, 'POST', {
    outcome: 'open',
    reason: 'x',
  });
  expect(none.status).toBe(404);

  const after = await chosen(officer, light);
  expect(after.rerouted).toMatchObject([{ reason: 'The seal looks odd', role: 'border-officer' }]);
  const trail = (await (await at('auditor')).call('/api/desk/trail')).body.items;
  expect(trail).toContainEqual(
    expect.objectContaining({ operation: 'rerouteRecord', about: light, name: 'The border-officer', status: 201 }),
  );
});

test('a record that is sent again keeps its first draw and its stricter outcome', async () => {
  const officer = await at('border-officer');
  const first = await send('P-again', 60);
  expect((await chosen(officer, first)).outcome).toBe('open');
  const second = await send('P-again', 1);
  expect(await chosen(officer, second)).toMatchObject({ outcome: 'open', ground: 'rule', criterion: 'heavy' });
});

test('a preview tells how the last records would have been chosen', async () => {
  const supervisor = await at('supervisor');
  const answer = await supervisor.call('/api/desk/selections/parcel/opened/preview', 'POST', {
    settings: { heavy: 1, random: 0 },
  });
  expect(answer.body).toMatchObject({ records: 4, draft: { open: { rule: 4 } }, findings: [] });
  expect((await only(supervisor)).versions).toHaveLength(2);
});

test('a restart changes no choice, and what came meanwhile is chosen once', async () => {
  const before = await only(await at('supervisor'));
  await corridor.stop('RU');
  const id = await send('P-later', 80);
  await corridor.start('RU');
  const officer = await at('border-officer');
  expect((await chosen(officer, id)).outcome).toBe('open');
  const after = await only(await at('supervisor'));
  const sum = (one: typeof before) => JSON.stringify(one.commitments.map(({ sums }: { sums: object }) => sums));
  expect(sum(after)).toBe(sum(before).replace('"rule":3', '"rule":4'));
  expect(after.commitments).toHaveLength(2);
});

test('the auditor gets the file when the period is over, and no earlier', async () => {
  const auditor = await at('auditor');
  const address = (number: number) => `/api/desk/selections/parcel/opened/commitments/${number}/file`;
  expect((await auditor.call(address(2))).status).toBe(404);
  ahead += hour;
  const answer = await until(
    async () => (await at('auditor')).call(address(2)),
    ({ status }) => status === 200,
  );
  expect(answer.body).toMatchObject({ samur: 'selections/1', settings: { heavy: 50, random: 100 } });
  expect(answer.body.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(answer.body.channels).toHaveLength(1);
  expect(answer.body.channels[0].entries.filter(({ choice }: { choice?: object }) => choice)).toHaveLength(5);
  expect((await at('supervisor').then((one) => one.call(address(2)))).status).toBe(403);

  const report = await audited(answer.body);
  expect(report.differences).toEqual([]);
  expect(report.verdict).toBe('holds');
  expect(report.choices).toHaveLength(5);
  expect(report.rerouted).toHaveLength(1);
  expect([report.notShown, report.unproved, report.absent]).toEqual([[], [], []]);
});

test('whoever changes a choice in the database is found by the file', async () => {
  await corridor.stop('RU');
  const db = new DatabaseSync(join(countryFolder(corridor.data, 'RU'), 'ru.fsvps', 'desk.db'));
  const change = "update selection_choice set outcome = 'pass', ground = 'none', criterion = null where key = 'P-1'";
  expect(() => db.exec(change)).toThrow('stays as it is');
  db.exec(`drop trigger selection_choice_update; ${change}`);
  db.close();
  await corridor.start('RU');
  const { body } = await (await at('auditor')).call('/api/desk/selections/parcel/opened/commitments/2/file');
  const report = await audited(body);
  expect(report.verdict).toBe('does-not-hold');
  expect(report.differences.map(({ refusal }) => refusal.code)).toEqual(['selection.choice-differs']);
});
