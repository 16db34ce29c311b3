import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { type Client, type Corridor, foundTestCorridor } from '../corridor.ts';
import { nextPart } from '../next-part.ts';
import { RogueSender } from '../rogue-sender.ts';

const vector = new URL('../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const template = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };
let count = 0;
const claims = (): JsonObject => ({ ...template.claims, number: `AZ-PC-2026-67${String(count++).padStart(4, '0')}` });

const idOf = (jws: string) => nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex();
const none = { id: '', after: [] as string[] };

describe('a record made to break its reader', () => {
  let corridor: Corridor;
  let ru: Client;
  let rogue: RogueSender;
  let service: Institution;
  beforeEach(async () => {
    corridor = await foundTestCorridor({ az: ['az.afsa', 'az.customs'], start: false });
    const server = await corridor.start('RU');
    service = server.institutions.get('ru.fsvps') as Institution;
    ru = await corridor.client('ru.fsvps');
    rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
  });
  afterEach(() => corridor.end());

  const shown = async (jws: string) => (await ru.get(`/api/records/${idOf(jws)}`)).body;
  const certificate = () => rogue.record({ type: 'certificate', claims: claims() });
  /** The log goes on after it. */
  const taken = async (...records: string[]) => {
    expect(await rogue.send({ records })).toMatchObject({ status: 200 });
    const after = await certificate();
    expect(await rogue.send({ records: [after] })).toMatchObject({ status: 200 });
    expect(await shown(after)).toMatchObject({ state: 'issued' });
  };

  it('follows a record that its type does not follow', async () => {
    const alone = await rogue.record({ type: 'withdrawal', claims: { reason: 'issued-in-error' } });
    await taken(alone);
    const about = { ...none, id: idOf(alone) };
    for (const [type, content] of [
      ['withdrawal', { reason: 'issued-in-error' }],
      ['decision', { kind: 'recognise' }],
      ['settlement', { number: 'X', lines: [] }],
      ['certificate', claims()],
    ] as const)
      await taken(await rogue.record({ type, claims: content, exchange: { about } }));
  });

  it('waits under the name of another institution', async () => {
    const trust = { AZ: 2, RU: 1, terms: 1 };
    const foreign = await rogue.record({
      type: 'certificate',
      claims: claims(),
      exchange: { issuer: 'az.other', trust },
    });
    const astray = await rogue.record({ type: 'certificate', claims: claims(), exchange: { to: ['ru.fts'], trust } });
    expect(await rogue.send({ records: [foreign, astray] })).toMatchObject({ status: 200 });
    expect(await shown(foreign)).toMatchObject({ state: 'unverified' });
    expect(await shown(astray)).toMatchObject({ state: 'unverified' });
    const document = await nextPart(corridor.data, service.trust(), 'AZ', (key) => key);
    const news = await rogue.record({ profile: 'exchange', type: 'trust', claims: { kind: 'part', document } });
    expect(await rogue.send({ records: [news] })).toMatchObject({ status: 200 });
    expect(service.trust().chains.get('AZ')?.parts).toHaveLength(2);
  });

  it('comes first over the channel of another, or with a broken signature, and keeps nobody from sending it', async () => {
    const time = Date.now();
    const certificate = () => rogue.record({ type: 'certificate', claims: claims(), time });
    const genuine = await certificate();
    const other = await RogueSender.of(corridor.data, 'az.customs', 'ru.fsvps');
    expect(await other.send({ records: [genuine] })).toMatchObject({ status: 200 });
    expect(await shown(genuine)).toMatchObject({ state: 'unverified' });
    const second = await certificate();
    expect(await other.send({ records: [`${second.slice(0, -8)}AAAAAAAA`] })).toMatchObject({ status: 200 });
    const third = await certificate();
    expect(await other.send({ records: [`${third.slice(0, third.lastIndexOf('.'))}.!`] })).toMatchObject({
      status: 200,
    });
    const about = { id: idOf(genuine), after: [] };
    const follower = await rogue.record({
      type: 'withdrawal',
      claims: { reason: 'issued-in-error' },
      exchange: { about },
      time,
    });
    await taken(follower, genuine, second, third);
    expect(await shown(genuine)).toMatchObject({ state: 'withdrawn' });
    expect(await shown(second)).toMatchObject({ state: 'issued', number: expect.stringMatching(/^AZ-PC/) });
    expect(await shown(third)).toMatchObject({ state: 'issued', number: expect.stringMatching(/^AZ-PC/) });
    const found = await ru.get(`/api/records?q=${(await shown(third)).number}`);
    expect(found.body.items).toHaveLength(1);
    expect((await ru.get(`/api/records/${idOf(third)}/evidence`)).status).toBe(200);
  });

  it('names more annexes than a query takes', async () => {
    const annexes = (first: number) =>
      Array.from({ length: 64 }, (_, i) => ({
        digest: (first * 64 + i).toString(16).padStart(64, '0'),
        mediaType: 'a/a',
        name: 'a',
        size: 1,
      }));
    const records = await Promise.all(
      Array.from({ length: 512 }, (_, n) =>
        rogue.record({ type: 'decision', claims: { kind: 'query' }, exchange: { annexes: annexes(n) } }),
      ),
    );
    const { status, body } = await rogue.send({ records });
    expect([status, body['code']]).toEqual([424, 'record.annex-missing']);
  });

  it('accuses itself again and again, and is kept once', async () => {
    await taken(await certificate());
    const shrink = () => rogue.send({ start: 0, records: [rogue.taken[0] as string] });
    for (let i = 0; i < 3; i++) expect((await shrink()).body['code']).toBe('exchange.shrinks');
    expect((await ru.get('/api/misconduct')).body.items).toHaveLength(1);
  });
});
