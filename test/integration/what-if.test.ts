import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstitution } from '../../bench/institution.ts';
import { run } from '../../cli/run.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Catalogue, loadCatalogue } from '../../kernel/catalogue.ts';
import { portableCrypto } from '../../kernel/crypto-portable.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { components } from '../../server/http/components.ts';
import { headOf } from '../../server/institution/channel-head.ts';
import type { Core } from '../../server/institution/core.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { PreparedRecords } from '../../server/institution/prepared-records.ts';
import { Rejected } from '../../server/institution/service.ts';
import { Stage } from '../../server/institution/stage.ts';
import { whatIf } from '../../server/institution/what-if.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const validator = new Ajv2020({ allErrors: true, strict: false });
for (const [name, shape] of Object.entries(components)) validator.addSchema(shape, name);

let corridor: Corridor;
let az: Client;
let ru: Client;
const loads = Array.from({ length: 40 }, (_, i) => (i + 1) * 10);
const heavierThan = (greatest: number) => loads.filter((load) => load > greatest);
const sum = (numbers: readonly number[]) => String(numbers.reduce((total, one) => total + one, 0));

const parcel = (number: string, load: number) => ({
  profile: 'parcel',
  type: 'parcel',
  to: ['ru.fsvps'],
  claims: { receiver: 'ru.fsvps', number, load: String(load) },
});
const stated = (type: string, claims: JsonObject) => ({ profile: 'parcel', type, to: ['az.afsa'], claims });
const rate = (value: string | null) => stated('rate', { name: 'greatest', value, note: 'x' });
const limit = (amount: string) => stated('limit', { sender: 'az.afsa', amount });

async function issue(client: Client, draft: object): Promise<string> {
  const { status, body } = await client.post('/api/records', draft);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function ask(client: Client, draft: object, headers = {}): Promise<Answer['body']> {
  const { status, body } = await client.post('/api/what-if', draft, headers);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(validator.validate('WhatIf', body) ? [] : validator.errors).toEqual([]);
  return body;
}

const newest = async (client: Client) => (await client.get('/api/records?limit=1')).body.items[0].seq;
const arrived = (client: Client, id: string) =>
  until(
    () => client.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );

beforeAll(async () => {
  corridor = await foundTestCorridor({ profiles: [parcelProfile], functions: () => ['post'] });
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  await arrived(az, await issue(ru, limit('100000')));
  let last = '';
  for (const load of loads) last = await issue(az, parcel(`P-${load}`, load));
  await arrived(ru, last);
});
afterAll(() => corridor?.end());

describe('what if', () => {
  it('tells what a draft would hit, of which amounts, and signs nothing', async () => {
    const before = await newest(ru);
    const answer = await ask(ru, rate('250'), { 'accept-language': 'ru' });
    const hit = heavierThan(250);
    expect(answer).toMatchObject({ profile: 'parcel', type: 'rate', findings: [], truncated: false, waiting: 0 });
    expect(answer.asked).toBe(loads.length);
    expect(answer.records.count).toBe(hit.length);
    expect(answer.records.byState).toEqual([{ type: 'parcel', state: 'announced', count: hit.length }]);
    expect(answer.records.items.map(({ number }: { number: string }) => number)).toEqual(
      hit.map((load) => `P-${load}`).reverse(),
    );
    expect(answer.records.items[0].findings).toEqual([
      expect.objectContaining({ code: 'too-heavy', path: '/load', severity: 'refuse' }),
    ]);
    const amount = sum(hit);
    expect(answer.records.totals).toEqual([{ type: 'parcel', by: 'sender', keys: 1, amount, unit: 'KGM' }]);
    expect(answer.records.amounts).toEqual([
      { type: 'parcel', by: 'sender', key: 'az.afsa', records: hit.length, amount, unit: 'KGM' },
    ]);
    expect(answer.freed.count).toBe(0);
    expect(answer.rows).toEqual({ count: 0, items: [] });
    expect(await newest(ru)).toBe(before);
    expect((await ask(ru, rate('400'))).records.count).toBe(0);
  });

  it('tells accounts that would stand below zero', async () => {
    const debited = Number(sum(loads));
    const answer = await ask(ru, limit('1000'));
    expect(answer.accounts).toEqual([
      {
        ledger: 'parcel/allowance',
        key: ['az.afsa', 'ru.fsvps'],
        unit: 'KGM',
        available: String(100_000 - debited),
        availableAfter: String(1000 - debited),
        frozenAfter: false,
        overdrawn: true,
      },
    ]);
    expect((await ask(ru, limit('90000'))).accounts[0].overdrawn).toBe(false);
  });

  it('of a type that asks no records tells accounts alone', async () => {
    const answer = await ask(az, parcel('P-new', 7));
    expect(answer).toMatchObject({ asks: [], asked: 0, records: { count: 0 }, findings: [] });
    expect(answer.accounts.map(({ ledger }: { ledger: string }) => ledger).sort()).toEqual([
      'parcel/allowance',
      'parcel/line',
    ]);
  });

  it('refuses what is no whole draft, with findings', async () => {
    const refused = await ru.post('/api/what-if', stated('rate', { name: 'greatest' }));
    expect([refused.status, refused.body.findings.map(({ path }: { path: string }) => path).sort()]).toEqual([
      422,
      ['/note', '/value'],
    ]);
    expect((await ru.post('/api/what-if', { ...rate('1'), extra: 1 })).status).toBe(400);
    expect((await ru.post('/api/what-if?to=az.afsa', rate('1'))).status).toBe(400);
    expect((await ru.post('/api/what-if', '<xml/>')).status).toBe(415);
    const bare = await fetch(`${ru.server}/api/what-if`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ru.token}` },
    });
    expect(bare.status).toBe(400);
    expect((await ru.post('/api/what-if', { ...rate('1'), profile: 'nothing' })).status).toBe(422);
    expect((await ru.post('/api/what-if', { ...rate('1'), about: 'ab'.repeat(32) })).status).toBe(422);
    const open = await fetch(`${ru.server}/api/what-if`, { method: 'POST' });
    expect([open.status, open.headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });

  it('lets a few questions stand in line, and no more', async () => {
    const institution = corridor.servers.get('RU')?.institutions.get('ru.fsvps') as Institution;
    const draft = { ...rate('250'), annexes: [] };
    const answers = await Promise.all(Array.from({ length: 20 }, () => institution.whatIf(draft)));
    const refused = answers.filter((answer) => answer instanceof Refusal);
    expect(refused.map(({ code }) => code)).toEqual(new Array(12).fill('request.too-many'));
    expect((await ask(ru, rate('250'))).records.count).toBe(15);
  });

  it('says in three languages on the command line what it found', async () => {
    const catalogue = loadCatalogue([parcelProfile], compileSchema) as Catalogue;
    const file = join(corridor.data, 'rate.json');
    await writeFile(file, JSON.stringify(rate('250').claims));
    const samur = async (...args: string[]) => {
      const said = { out: '', err: '' };
      const code = await run(args, {
        catalogue,
        crypto: portableCrypto,
        compile: compileSchema,
        version: '0',
        env: { SAMUR_DATA: corridor.data },
        now: Date.now,
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        watched: false,
      });
      return { code, ...said };
    };
    const line = ['whatif', file, '--type', 'rate', '--to', 'az.afsa', '--as', 'ru.fsvps'];
    for (const [language, sentence] of [
      ['en', 'Records that would be refused under it: 15.'],
      ['ru', 'Записей, которые при её действии были бы отклонены: 15.'],
      ['az', 'rədd ediləcək qeydlər: 15.'],
    ] as const) {
      const { code, out, err } = await samur(...line, '--lang', language);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(sentence);
      expect(out).toContain('P-260');
    }
    const { out } = await samur(...line, '--lang', 'en');
    expect(out).toContain('Parcel: Sender — 1, 4.95 t in all');
    expect(out).toContain('Records asked: 40 (Parcel).');
    expect(out).toContain('No findings. Nothing was signed.');
    expect(JSON.parse((await samur(...line, '--json')).out).records.count).toBe(15);
    await writeFile(file, JSON.stringify({ name: 'greatest' }));
    expect((await samur(...line)).code).toBe(1);
    expect((await samur('whatif', file, '--as', 'ru.fsvps')).code).toBe(2);
  });

  it('is what comes true once it is signed, and a further draft frees again', async () => {
    await arrived(az, await issue(ru, rate('250')));
    const { findings } = (await az.post('/api/records/check', parcel('P-late', 260))).body;
    expect(findings.map(({ code }: { code: string }) => code)).toEqual(['too-heavy']);
    const freed = await ask(ru, rate('300'));
    expect([freed.records.count, freed.freed.count]).toEqual([0, heavierThan(250).length - heavierThan(300).length]);
    expect(freed.freed.items[0].findings[0].code).toBe('too-heavy');
    expect(freed.rows).toEqual({ count: 1, items: [{ register: 'parcel/rates', key: ['ru.fsvps', 'greatest'] }] });
    expect((await ask(ru, rate(null))).freed.count).toBe(heavierThan(250).length);
    // The sender sees the same parcels, and its own rates concern none of them.
    expect((await ask(az, { ...rate('1'), to: ['ru.fsvps'] })).asked).toBe(0);
  });

  it('looks no further than its bounds, and says so', async () => {
    await corridor.stop('RU');
    const core = await coreOf('ru.fsvps');
    const draft = { ...rate('5'), annexes: [] };
    const asking = async (looked: number, asked: number) => {
      const answer = await whatIf(core, new Stage(core.trust, 1000, Date.now(), core.store.cache), draft, {
        looked,
        asked,
      });
      if (answer instanceof Rejected) throw new Error(JSON.stringify(answer.findings));
      return answer;
    };
    expect(await asking(2000, 1000)).toMatchObject({ asked: 40, truncated: false });
    expect(await asking(2000, 40)).toMatchObject({ asked: 40 });
    expect(await asking(2000, 7)).toMatchObject({ asked: 7, truncated: true, freed: { count: 0 } });
    expect(await asking(10, 1000)).toMatchObject({ asked: 0, truncated: true });
    await core.store.close();
    await corridor.start('RU');
  });
});

/** An institution whose server is stopped, as far as questions go. */
async function coreOf(id: string): Promise<Core> {
  const { store, keys, trust, catalogue } = await openInstitution(corridor.data, id, [parcelProfile]);
  const channels = await store.db.selectFrom('channel').selectAll().execute();
  const heads = new Map(channels.map((row) => [row.origin, headOf(row)]));
  const random = (bytes: number) => new Uint8Array(bytes);
  const prepared = new PreparedRecords();
  return { id, store, keys, catalogue, crypto: portableCrypto, random, trust, heads, statusList: undefined, prepared };
}
