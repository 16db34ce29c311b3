import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type MisconductEvidence, provesMisconduct } from '../../kernel/exchange/misconduct.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { RogueSender } from '../rogue-sender.ts';

const vector = new URL('../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const template = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };
let count = 0;
const claims = (): JsonObject => ({ ...template.claims, number: `AZ-PC-2026-66${String(count++).padStart(4, '0')}` });

describe('a sender that lies', () => {
  let corridor: Corridor;
  let ru: Client;
  let rogue: RogueSender;
  beforeAll(async () => {
    corridor = await foundTestCorridor({ start: false });
    await corridor.start('RU');
    ru = await corridor.client('ru.fsvps');
    rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
  });
  afterAll(() => corridor?.end());

  const certificate = (of: Partial<Parameters<RogueSender['record']>[0]> = {}) =>
    rogue.record({ type: 'certificate', claims: claims(), ...of });
  const send = async (...records: string[]) => rogue.send({ records });
  const idOf = (jws: string) => nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex();
  const shown = async (jws: string) => (await ru.get(`/api/records/${idOf(jws)}`)).body;
  const refusalOf = async (jws: string) => {
    const { id } = await shown(jws);
    const list = await ru.get('/api/records?direction=issued&type=refusal&limit=50');
    for (const { id: refusal } of list.body.items) {
      const { claims: said } = (await ru.get(`/api/records/${refusal}`)).body;
      if (said.record === id) return said;
    }
    return undefined;
  };

  it('is taken at its word where it speaks the truth', async () => {
    const jws = await certificate();
    expect(await send(jws)).toMatchObject({ status: 200, body: { size: 1 } });
    expect(await shown(jws)).toMatchObject({ state: 'issued', direction: 'received' });
    expect(await rogue.send({ records: [] })).toMatchObject({ status: 200, body: { size: 1 } });
  });

  it('gets no receipt for a request that is unsigned, altered, replayed, old or signed with another key', async () => {
    const record = await certificate();
    const refused = async (batch: Parameters<RogueSender['send']>[0]) => {
      const { status, body } = await rogue.send({ records: [record], ...batch });
      return [status, body['code']];
    };
    expect(await refused({ headers: ({ signature: _, ...rest }) => rest })).toEqual([401, 'request.unsigned']);
    expect(await refused({ body: (body) => body.replace('"start":1', '"start":2') })).toEqual([
      401,
      'request.bad-digest',
    ]);
    expect(await refused({ created: Math.floor(Date.now() / 1000) - 3600 })).toEqual([401, 'request.outside-window']);
    const swapped = (headers: Record<string, string>) => ({
      ...headers,
      'signature-input': (headers['signature-input'] ?? '').replace(rogue.keys.request.kid, rogue.keys.record.kid),
    });
    expect((await refused({ headers: swapped }))[0]).toBe(401);
    const nonce = 'a-nonce-used-for-two-requests';
    expect((await rogue.send({ records: [], nonce })).status).toBe(200);
    expect(await refused({ nonce })).toEqual([401, 'request.replayed']);
  });

  it('gets nothing printed that could not be verified', async () => {
    const unverified = [
      await certificate({ exchange: { to: ['ru.customs'] } }),
      await certificate({ exchange: { profile: 'phytosanitary', demonstration: undefined } as never }),
      await certificate({ claims: { number: 'AZ-PC-2026-669999' } }),
    ];
    await send(...unverified);
    for (const jws of unverified) {
      expect(await shown(jws)).toMatchObject({ state: 'unverified' });
      expect((await ru.get(`/api/records/${idOf(jws)}.xml`)).status).toBe(404);
      const paper = await ru.get(`/api/records/${idOf(jws)}.pdf`);
      expect([paper.status, paper.body.code]).toEqual([404, 'record.unknown-id']);
    }
  });

  it('is convicted of another root at the same size, of a rewritten and of a shrunk log', async () => {
    await send(await certificate(), await certificate());
    const size = rogue.taken.length;
    const fork = await rogue.send({
      records: [],
      root: rogue.root([...rogue.taken.slice(0, -1), await certificate()]),
    });
    expect([fork.status, fork.body['code']]).toEqual([409, 'exchange.forked']);
    const rewrite = await rogue.send({ records: [await certificate()], root: rogue.root([await certificate()]) });
    expect(rewrite.body['code']).toBe('exchange.root-mismatch');
    const shrink = await rogue.send({ start: 0, records: [rogue.taken[0] as string] });
    expect([shrink.status, shrink.body['code'], shrink.body['size']]).toEqual([409, 'exchange.shrinks', size]);
    const kept = (await ru.get('/api/misconduct')).body.items as { kind: string; evidence: MisconductEvidence }[];
    expect(kept.map(({ kind }) => kind).sort()).toEqual(['fork', 'rewrite', 'shrink']);
    for (const { evidence } of kept) {
      const verdict = provesMisconduct(evidence, rogue.trust, nodeCrypto);
      expect(verdict instanceof Refusal ? verdict.code : verdict.sender).toBe('az.afsa');
      const bent = { ...evidence, older: evidence.older.replace(/\n\d+\n/, '\n99\n') };
      expect(provesMisconduct(bent, rogue.trust, nodeCrypto)).toBeInstanceOf(Refusal);
    }
    expect((await send(await certificate())).status).toBe(200);
  });

  it('has what cannot be read, or does not hold, logged without effect and answered with a refusal', async () => {
    const good = await certificate();
    const broken = `${good.slice(0, -8)}AAAAAAAA`;
    const foreign = await certificate({ exchange: { issuer: 'az.other' } });
    const badClaims = await rogue.record({ type: 'certificate', claims: { number: 'X' } });
    const unknown = await rogue.record({ type: 'no-such-type', claims: {} });
    const elsewhere = await certificate({ exchange: { to: ['ru.fts'] } });
    const garbage = 'this is no record.at all.';
    const after = await certificate();
    expect((await send(broken, foreign, badClaims, unknown, elsewhere, garbage, after)).status).toBe(200);
    for (const [jws, code] of [
      [broken, 'record.bad-signature'],
      [foreign, 'record.not-entitled'],
      [badClaims, 'record.bad-claims'],
      [unknown, 'record.unknown-type'],
      [elsewhere, 'record.not-addressed-here'],
    ] as const) {
      expect(await shown(jws)).toMatchObject({ state: 'unverified' });
      expect(await refusalOf(jws)).toMatchObject({ code, origin: rogue.origin });
    }
    expect(await shown(garbage)).toMatchObject({ state: 'unverified', claims: {} });
    expect(await shown(after)).toMatchObject({ state: 'issued' });
  });

  it('cannot make a second replacement beside the first, to choose later which of them counts', async () => {
    const first = await certificate();
    await send(first);
    const { id, number } = await shown(first);
    const replacing = () => ({ ...claims(), replacement: { number } });
    const exchange = { about: { id, after: [] } };
    const second = await certificate({ claims: replacing(), exchange });
    await send(second);
    const { id: secondId } = await shown(second);
    let third = '';
    // Of two that crossed the lower id takes effect.
    do third = await certificate({ claims: replacing(), exchange });
    while (idOf(third) > secondId);
    await send(third);
    expect(await refusalOf(third)).toMatchObject({ code: 'basis.feigned-ignorance' });
    expect(await shown(third)).toMatchObject({ state: 'void' });
    expect(await shown(second)).toMatchObject({ state: 'issued' });
  });

  it('cannot date a record ahead, back, or before what it had cosigned', async () => {
    const ahead = await certificate({ time: Date.now() + 10 * 60 * 1000 });
    await send(ahead);
    expect(await refusalOf(ahead)).toMatchObject({ code: 'record.time-ahead' });
    expect(await shown(ahead)).toMatchObject({ state: 'void' });
    const back = await certificate({ time: Date.now() - 3600 * 1000 });
    await send(back);
    expect(await refusalOf(back)).toMatchObject({ code: 'record.time-decreases' });
    expect(await shown(back)).toMatchObject({ state: 'void' });
  });

  it('cannot claim a basis that the recipient never had cosigned', async () => {
    const origin = (await ru.get('/api/channels')).body.items.find(
      (c: { direction: string }) => c.direction === 'out',
    ).origin;
    for (const [size, code] of [
      [3, 'basis.root-mismatch'],
      [30_000, 'basis.unknown-size'],
    ] as const) {
      const jws = await certificate({ exchange: { basis: [{ origin, size, root: '0'.repeat(64) }] } });
      await send(jws);
      expect(await refusalOf(jws)).toMatchObject({ code });
      expect(await shown(jws)).toMatchObject({ state: 'void' });
    }
  });

  it('waits for a version that the recipient lacks', async () => {
    const jws = await certificate({ exchange: { trust: { AZ: 2, RU: 1, terms: 1 } } });
    expect((await send(jws)).status).toBe(200);
    expect(
      await until(
        () => shown(jws),
        ({ state }) => state !== undefined,
      ),
    ).toMatchObject({
      state: 'waiting',
      waitsFor: 'trust AZ 2',
    });
  });
});

it('gets nothing into effect by passing over the service that has to act', async () => {
  const corridor = await foundTestCorridor({ ru: ['ru.customs', 'ru.fsvps'], start: false });
  try {
    await corridor.start('RU');
    const customs = await corridor.client('ru.customs');
    const rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.customs');
    await rogue.send({ records: [await rogue.record({ type: 'certificate', claims: claims() })] });
    const [record] = (await customs.get('/api/records?type=certificate')).body.items;
    expect(record).toMatchObject({ state: 'void' });
    const [refusal] = (await customs.get('/api/records?direction=issued&type=refusal')).body.items;
    expect((await customs.get(`/api/records/${refusal.id}`)).body.claims.code).toBe('record.wrong-recipients');
  } finally {
    await corridor.end();
  }
});
