/** Two customs services, one of which says whatever it likes: the other goes on, and shows what it was sent. */
import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import { languages } from '../../kernel/finding.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import { asClaims, bent } from '../bent-claims.ts';
import { type Corridor, foundTestCorridor } from '../corridor.ts';
import { RogueSender } from '../rogue-sender.ts';

const folder = new URL('../../profiles/customs/vectors/valid/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
const vectors = await Promise.all(
  names.map(
    async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as { type: string; claims: JsonObject },
  ),
);

const rounds = 8;
const perRound = 24;
let corridor: Corridor;
afterEach(() => corridor.end());

const idOf = (jws: string) => nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex();

/** Few numbers, so that records meet. */
function near(claims: JsonObject): fc.Arbitrary<JsonObject> {
  const [office] = String(claims['number'] ?? '').split('/');
  if (!/^[0-9]{8}$/.test(office ?? '')) return fc.constant(claims);
  return fc.nat(4).map((serial) => ({ ...claims, number: `${office}/201126/000000${serial}` }));
}

const sides = [
  { from: 'az.customs', country: 'RU', to: 'ru.fts', all: ['ru.fts'], sound: 'in-force' },
  { from: 'ru.fts', country: 'AZ', to: 'az.afsa', all: ['az.afsa', 'ru.fsvps'], sound: 'void' },
] as const;

describe.each(sides)('$from to $to', ({ from, country, to, all, sound }) => {
  it('whatever is sent, typed or asked, the server goes on', async () => {
    const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
    corridor = await foundTestCorridor({ start: false, az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'] });
    const server = await corridor.start(country);
    const client = await corridor.client(to);
    const desk = server.desks.get(to);
    if (!desk) throw new Error('no desk');
    const rogue = await RogueSender.of(corridor.data, from, to);
    const template = fc.constantFrom(...vectors);
    const draft = template.chain(({ type, claims }) =>
      near(claims)
        .chain((one) => bent(one as Json))
        .map((made) => ({ profile: 'customs', type, claims: asClaims(made) })),
    );
    const sent: string[] = [];
    let time = Date.now() - 60_000;
    for (let round = 0; round < rounds; round++) {
      const known = fc.constantFrom('0'.repeat(64), ...sent.slice(-40));
      const about = fc.option(known, { nil: undefined });
      const drafts = fc.sample(fc.tuple(draft, about), { numRuns: perRound, seed: seed + round });
      const records: string[] = [];
      for (const [one, id] of drafts) {
        time += 1;
        const follows = id !== undefined && { about: { id, after: [] } };
        records.push(await rogue.record({ ...one, exchange: { ...follows, to: all }, time }));
      }
      const answer = await rogue.send({ records });
      expect([answer.status, answer.body['code'], seed + round]).toEqual([200, undefined, seed + round]);
      sent.push(...records.map(idOf));
      for (const [one, id] of drafts.slice(0, 8)) {
        const typed = { ...one, to: [from], ...(id !== undefined && { about: id }) };
        for (const path of ['/api/records', '/api/what-if']) {
          const { status, body } = await client.post(path, typed);
          expect([status < 500, path, seed + round, status < 500 || body]).toEqual([true, path, seed + round, true]);
        }
      }
    }
    const states = new Set<string>();
    for (const id of sent) {
      for (const path of ['', '/panels', '/evidence']) {
        const { status, body } = await client.get(`/api/records/${id}${path}`);
        if (path === '') states.add(body.state);
        expect([status < 500, path, id, seed]).toEqual([true, path, id, seed]);
      }
      const selected = await desk.selections.selectionsOf(id);
      for (const language of languages)
        await desk.ground.service.panels(id, { language, selected, acts: { issued: true, received: true } });
      expect(await desk.dossiers.show(id)).toBeDefined();
    }
    for (const text of [
      '%',
      '_',
      '*',
      '#',
      '"',
      "'",
      '😀',
      '\u0000',
      'ı',
      'ß'.repeat(200),
      '10',
      '1'.repeat(200),
      'AZ',
    ])
      expect((await desk.dossiers.find({ text, limit: 50 })).items).toBeInstanceOf(Array);
    expect([...states]).toEqual(expect.arrayContaining([sound, 'void', 'unverified']));
    await corridor.stop(country);
    const reports = await auditFolder(countryFolder(corridor.data, country), profiles);
    expect(reports instanceof Refusal ? reports : reports.flatMap(({ faults }) => faults)).toEqual([]);
  }, 90_000);
});
