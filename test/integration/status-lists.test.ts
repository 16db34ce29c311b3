import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateDraft } from '../../bench/certificates.ts';
import {
  openStatusList,
  type StatusListStatement,
  signStatusList,
  statusBits,
  statusOf,
} from '../../kernel/exchange/status-list.ts';
import type { StatusEntry } from '../../kernel/record/payload.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import { loadKeys } from '../../server/keys.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const minute = 60_000;
const path = '/status/az.afsa/1';

function statementOf(jwt: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
}

describe('a status list', () => {
  let corridor: Corridor;
  let az: Client;
  let ru: Client;
  let ahead = 0;
  const now = () => Date.now() + ahead;
  beforeAll(async () => {
    corridor = await foundTestCorridor({ now });
    az = await corridor.client('az.afsa');
    ru = await corridor.client('ru.fsvps');
  });
  afterAll(() => corridor?.end());

  const stated = (client: Client, id: string, state: string) =>
    until(
      () => client.get(`/api/records/${id}`),
      ({ body }) => body.state === state,
    );
  async function issue(count: number): Promise<{ id: string; status: StatusEntry }> {
    const { status, body } = await az.post('/api/records', certificateDraft('list', count));
    expect(status, JSON.stringify(body)).toBe(201);
    await stated(ru, body.id, 'issued');
    const { credentialStatus: entry } = statementOf((await az.get(`/api/records/${body.id}.jws`)).body);
    expect(entry).toMatchObject({ statusPurpose: 'revocation', type: 'BitstringStatusListEntry' });
    return {
      id: body.id,
      status: { list: entry.statusListCredential, index: Number(entry.statusListIndex) },
    };
  }
  /** What the list that a server gives says, as a stranger finds it. */
  async function told(client: Client, status: StatusEntry): Promise<string> {
    const response = await fetch(`${client.server}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vc+jwt');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const trust = [...(corridor.servers.values() ?? [])][0]?.institutions.values().next().value?.trust();
    if (!trust) throw new Error('no server');
    const list = await openStatusList(await response.text(), { trust, crypto: nodeCrypto, now: now() });
    if (list instanceof Refusal) return list.code;
    const answer = statusOf(list, status);
    return answer instanceof Refusal ? answer.code : answer;
  }

  it('is not there before a record names it, nor for anybody unknown', async () => {
    for (const client of [az, ru])
      for (const unknown of [path, '/status/az.nobody/1', '/status/ru.fsvps/1', '/status/az.afsa/0', `${path}.json`])
        expect((await client.get(unknown)).status, unknown).toBeGreaterThanOrEqual(400);
  });

  it('says the same on both servers, and never again what was withdrawn', async () => {
    const kept = await issue(1);
    const taken = await issue(2);
    expect(kept.status.list).toBe(taken.status.list);
    expect(new URL(kept.status.list).pathname).toBe(path);
    for (const client of [az, ru])
      for (const { status } of [kept, taken]) expect(await told(client, status)).toBe('not-revoked');
    const withdrawal = { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } };
    expect((await az.post(`/api/records/${taken.id}/follow-ups`, withdrawal)).status).toBe(201);
    await stated(ru, taken.id, 'withdrawn');
    // Its issuer looks at its records again after seconds, the other side asks again after the list's time to live.
    ahead += 3_000;
    expect(await told(az, taken.status)).toBe('revoked');
    expect(await told(ru, taken.status)).toBe('not-revoked');
    ahead += 6 * minute;
    for (const client of [az, ru]) {
      expect(await told(client, taken.status)).toBe('revoked');
      expect(await told(client, kept.status)).toBe('not-revoked');
    }
    expect((await az.get('/status/az.afsa/2')).status).toBe(404);
    expect((await ru.get('/status/az.afsa/2')).status).toBe(404);
  });

  it('is signed anew only when something changed or its time to live is over', async () => {
    const read = async () => (await az.get(path)).body;
    const first = await read();
    ahead += 10_000;
    expect(await read()).toBe(first);
    ahead += 6 * minute;
    expect(await read()).not.toBe(first);
  });

  it('has a plain form for programs that know no other, which says that it never decides', async () => {
    for (const client of [az, ru]) {
      const signed = await client.get(path);
      const plain = await fetch(`${client.server}${path}.json`);
      expect(plain.headers.get('content-type')).toBe('application/vc');
      expect(plain.headers.get('link')).toBe(`<${path}>; rel="alternate"; type="application/vc+jwt"`);
      expect(plain.headers.get('cache-control')).toMatch(/^public, (max-age=[1-3]\d\d|no-cache)$/);
      const { description, ...statement } = (await plain.json()) as ReturnType<typeof JSON.parse>;
      expect(statement).toEqual(statementOf(signed.body));
      expect(statement.samur).toEqual({ demonstration: true });
      expect(description.map((text: { '@language': string }) => text['@language'])).toEqual(['az', 'ru', 'en']);
      const asked = await fetch(`${client.server}${path}`, { headers: { accept: 'application/json' } });
      expect(asked.headers.get('content-type')).toBe('application/vc');
    }
  });

  describe('whose issuer is away', () => {
    let stranger: Server | undefined;
    let sent = '';
    let asked = 0;
    let earlier = '';
    let latest = '';
    let good: StatusListStatement;
    beforeAll(async () => {
      earlier = (await ru.get(path)).body;
      ahead += 6 * minute;
      await until(
        () => ru.get(path),
        ({ body }) => body !== earlier,
      );
      latest = (await ru.get(path)).body;
      await corridor.stop('AZ');
      const { id, issuer, credentialSubject } = statementOf(latest);
      good = {
        address: id,
        issuerDid: issuer,
        validFrom: now(),
        validUntil: now() + 60 * minute,
        ttl: credentialSubject.ttl,
        demonstration: true,
        packed: new Uint8Array(gzipSync(statusBits([]))),
      };
    });
    afterAll(() => new Promise<void>((resolve) => (stranger ? stranger.close(() => resolve()) : resolve())));

    /** What the other server shows while the issuer's address answers like this. */
    async function shown(answer: string | ((location: string) => Record<string, string>)): Promise<string> {
      const { port } = new URL(az.server);
      sent = typeof answer === 'string' ? answer : '';
      const moved = typeof answer === 'string' ? undefined : answer(`http://127.0.0.1:${port}/elsewhere`);
      stranger?.closeAllConnections();
      await new Promise((resolve) => (stranger ? stranger.close(resolve) : resolve(undefined)));
      stranger = createServer((request, response) => {
        asked += 1;
        if (moved && request.url !== '/elsewhere') response.writeHead(302, moved).end();
        else response.end(moved ? latest : sent);
      });
      await new Promise<void>((resolve) => stranger?.listen(Number(port), '127.0.0.1', resolve));
      ahead += 6 * minute;
      return (await ru.get(path)).body;
    }
    const signedBy = async (use: 'record' | 'request', changes: Partial<StatusListStatement> = {}) => {
      const keys = await loadKeys(join(countryFolder(corridor.data, 'AZ'), 'az.afsa', 'keys'), nodeCrypto, false);
      if (keys instanceof Refusal) throw new Error(keys.code);
      const statement = { ...good, validFrom: now(), validUntil: now() + 60 * minute, ...changes };
      return signStatusList(statement, keys[use].kid, keys[use]);
    };

    it('is given from the copy, also after a restart', async () => {
      ahead += 6 * minute;
      const answer = await ru.get(path);
      expect([answer.status, answer.body]).toEqual([200, latest]);
      expect(answer.headers.get('cache-control')).toBe('public, no-cache');
      await corridor.stop('RU');
      await corridor.start('RU');
      expect((await ru.get(path)).body).toBe(latest);
      expect((await ru.get('/status/az.afsa/2')).status).toBe(404);
    });

    it.each<[string, () => Promise<string>]>([
      ['under another key', () => signedBy('request')],
      ['that is older', async () => earlier],
      ['that is over', () => signedBy('record', { validFrom: now() - 48 * 60 * minute, validUntil: now() })],
      ['of another number', () => signedBy('record', { address: good.address.replace(/1$/, '2') })],
      ['from production', () => signedBy('record', { demonstration: false })],
      ['that never ends', async () => 'x'.repeat(400_000)],
      ['that is a page of text', async () => '<html>'],
    ])('takes no list %s', async (_, make) => {
      const before = asked;
      expect(await shown(await make())).toBe(latest);
      expect(asked).toBe(before + 1);
    });

    it('follows nobody to another address', async () => {
      const before = asked;
      expect(await shown((location) => ({ location }))).toBe(latest);
      expect(asked).toBe(before + 1);
    });

    it('takes what holds and is newer', async () => {
      const newer = await signedBy('record', { packed: new Uint8Array(gzipSync(statusBits([5]))) });
      expect(await shown(newer)).toBe(newer);
      await corridor.stop('RU');
      await corridor.start('RU');
      expect(await shown(latest)).toBe(newer);
    });
  });
});
