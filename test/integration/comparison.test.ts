/** An altered document is exposed by the record it claims to be. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';
import { RogueSender } from '../rogue-sender.ts';

const vectors = new URL('../../profiles/phytosanitary/vectors/valid/', import.meta.url);
const vector = async (name: string): Promise<JsonObject> =>
  JSON.parse(await readFile(new URL(`${name}.json`, vectors), 'utf8')).claims;

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const season = day(0).slice(0, 4);
const volume = { value: '100', unit: 'TNE' };

let corridor: Corridor;
let az: Client;
let ru: Client;
/** A certificate of tomatoes of one admitted grower, as the importing service holds it. */
let path: string;
let document: string;

async function issued(by: Client, to: Client, type: string, claims: JsonObject): Promise<string> {
  const recipient = to === ru ? 'ru.fsvps' : 'az.afsa';
  const answer = await by.post('/api/records', { profile: 'phytosanitary', type, to: [recipient], claims });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const place = `/api/records/${answer.body.id}`;
  await until(
    () => to.get(place),
    ({ status }) => status === 200,
  );
  return place;
}

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  const { packingHouses: _packed, ...grower } = await vector('grower');
  const capacities = [{ product: 'LYPES', season, volume }];
  await issued(az, ru, 'grower', { ...grower, capacities });
  const account = { exporter: 'az.afsa', grower: grower['id'] as string, product: 'LYPES', season };
  await issued(ru, az, 'admission', { ...account, from: day(-1), to: day(1), volume });
  const { exporter: _, ...goods } = account;
  const certificate = await vector('tomatoes-and-persimmons');
  const [tomatoes, ...others] = certificate['lines'] as readonly JsonObject[];
  const source = { ...goods, quantity: tomatoes?.['netWeight'] } as JsonObject;
  path = await issued(az, ru, 'certificate', {
    ...certificate,
    lines: [{ ...tomatoes, sources: [source] }, ...others],
  });
  document = (await ru.get(`${path}.xml`)).body;
});
afterAll(() => corridor?.end());

const altered = (from: string | RegExp, to: string): string => {
  const text = document.replace(from, to);
  if (text === document) throw new Error(`${from} is not there`);
  return text;
};
const compare = (client: Client, text: string) => client.post(`${path}/comparison`, text);

describe('a document beside its record', () => {
  it('is the same as it was written, at both institutions and in another layout', async () => {
    const spread = document.replaceAll('><', '>\n  <').replaceAll('ram:', 'a:').replace('xmlns:ram', 'xmlns:a');
    for (const client of [az, ru]) {
      for (const text of [document, spread]) {
        const { status, body } = await compare(client, text);
        expect([status, body]).toEqual([
          200,
          {
            same: true,
            profile: 'phytosanitary',
            type: { record: 'certificate', document: 'certificate' },
            differences: [],
            omitted: 0,
            findings: expect.any(Array),
          },
        ]);
      }
    }
  });

  it.each<[string, string | RegExp, string, object[]]>([
    [
      'weight',
      /(<ram:NetWeightMeasure unitCode="KGM">)18000/,
      '$128000',
      [{ path: '/lines/0/netWeight/value', record: '18000', document: '28000' }],
    ],
    [
      'weight that nobody can read',
      /(<ram:NetWeightMeasure unitCode="KGM">)18000/,
      '$118,000',
      [
        { path: '/lines/0/netWeight', record: '{"unit":"KGM","value":"18000"}' },
        { path: '/unmapped', document: expect.stringContaining('18,000') },
      ],
    ],
    [
      'grower of the source',
      /(<ram:Content>)AZ-G-0017/,
      '$1AZ-G-0018',
      [
        expect.objectContaining({ path: '/lines/0/origins/0/subdivisions/0/producers/1' }),
        { path: '/lines/0/sources/0/grower', record: 'AZ-G-0017', document: 'AZ-G-0018' },
      ],
    ],
    [
      'producer',
      '<ram:ID>AZ-GH-0042<',
      '<ram:ID>AZ-GH-0001<',
      [
        {
          path: '/lines/0/origins/0/subdivisions/0/producers/0/id',
          record: 'AZ-GH-0042',
          document: 'AZ-GH-0001',
        },
      ],
    ],
    [
      'number',
      '<ram:ID>AZ-PC-2026-220001<',
      '<ram:ID>AZ-PC-2026-220009<',
      [{ path: '/number', record: 'AZ-PC-2026-220001', document: 'AZ-PC-2026-220009' }],
    ],
    [
      'seal',
      '<ram:ID>AZ0012<',
      '<ram:ID>AZ0013<',
      [{ path: '/containers/0/seals/0/number', record: 'AZ0012', document: 'AZ0013' }],
    ],
    [
      'country',
      /(<ram:ImportSPSCountry><ram:ID>)RU/,
      '$1KZ',
      [{ path: '/importCountry/code', record: 'RU', document: 'KZ' }],
    ],
    [
      'line left out',
      /<ram:IncludedSPSTradeLineItem><ram:SequenceNumeric>1<.*?<\/ram:IncludedSPSTradeLineItem>/s,
      '',
      [{ path: '/lines/0', record: expect.stringContaining('LYPES') }],
    ],
    [
      'content of another system',
      '</rsm:SPSConsignment>',
      '<x:Approved xmlns:x="urn:x">yes</x:Approved></rsm:SPSConsignment>',
      [{ path: '/unmapped', document: expect.stringContaining('Approved') }],
    ],
  ])('with another %s is told by its place', async (_name, from, to, expected) => {
    const { status, body } = await compare(ru, altered(from, to));
    expect([status, body.same, body.omitted]).toEqual([200, false, 0]);
    expect(body.differences).toEqual(expected);
  });

  it('of another type is another document', async () => {
    const { body } = await compare(ru, altered('<ram:TypeCode>851<', '<ram:TypeCode>657<'));
    expect(body).toMatchObject({
      same: false,
      type: { record: 'certificate', document: 're-export-certificate' },
      differences: [],
    });
  });

  it('is compared with what another system wrote, where the record came from its document', async () => {
    const text = (await certificateXml('AZ-PC-2026-220002')).replace(
      '</rsm:SPSConsignment>',
      '<ram:ShipStoresIndicator>false</ram:ShipStoresIndicator></rsm:SPSConsignment>',
    );
    const { body: record } = await az.post('/api/records?to=ru.fsvps', text);
    const place = `/api/records/${record.id}`;
    const written = (await az.get(`${place}.xml`)).body;
    for (const same of [text, written]) {
      expect((await az.post(`${place}/comparison`, same)).body).toMatchObject({ same: true, differences: [] });
    }
    const { body } = await az.post(`${place}/comparison`, text.replace('>false<', '>true<'));
    expect(body.differences).toEqual([{ path: '/unmapped/0/text', record: 'false', document: 'true' }]);
  });

  it.each<[string, () => Promise<{ status: number; body: { code?: string } }>, number, string]>([
    ['no record', () => ru.post(`/api/records/${'0'.repeat(64)}/comparison`, document), 404, 'record.unknown-id'],
    ['a query', () => ru.post(`${path}/comparison?a=b`, document), 400, 'input.unknown-member'],
    ['JSON', () => ru.post(`${path}/comparison`, {}), 415, 'request.unsupported-media-type'],
    ['a document type', () => compare(ru, `<!DOCTYPE a>${document}`), 422, 'xml.doctype'],
    ['no XML', () => compare(ru, 'certificate'), 422, 'xml.malformed'],
    ['another document', () => compare(ru, '<a/>'), 422, 'xml.wrong-root'],
    ['too much', () => compare(ru, `<a>${'x'.repeat(8 * 1024 * 1024)}</a>`), 413, 'input.too-large'],
  ])('is refused for %s', async (_name, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is not compared with a record that has no place in the format', async () => {
    const { body } = await ru.post(`${path}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } });
    const answer = await ru.post(`/api/records/${body.id}/comparison`, document);
    expect([answer.status, answer.body.code]).toEqual([404, 'request.not-found']);
  });
});

describe('samur compare', () => {
  const launcher = new URL('../../cli/samur.js', import.meta.url).pathname;

  async function samur(...args: string[]): Promise<{ code: number; out: string }> {
    const env = { ...process.env, SAMUR_DATA: corridor.data, LANG: 'en_US.UTF-8', SAMUR_TOKEN: '', SAMUR_SERVER: '' };
    const command = [launcher, 'compare', ...args, '--as', 'ru.fsvps'];
    try {
      return { code: 0, out: (await promisify(execFile)(process.execPath, command, { env })).stdout };
    } catch (fault) {
      const { code, stdout } = fault as { code: number; stdout: string };
      return { code, out: stdout };
    }
  }
  const file = async (text: string): Promise<string> => {
    const name = join(corridor.data, 'received.xml');
    await writeFile(name, text);
    return name;
  };

  it('says that the document is the record', async () => {
    const { code, out } = await samur('AZ-PC-2026-220001', await file(document));
    expect([code, out]).toEqual([0, expect.stringContaining('The document says what the record says.')]);
  });

  it.each([
    ['az', 'Sənədin məzmunu qeyddən fərqlənir.'],
    ['ru', 'Содержание документа расходится с записью.'],
    ['en', 'The document differs from the record.'],
  ])('shows in %s where it differs', async (language, verdict) => {
    const seal = await file(altered('<ram:ID>AZ0012<', '<ram:ID>AZ0013<'));
    const { code, out } = await samur('AZ-PC-2026-220001', seal, '--lang', language);
    expect([code, out]).toEqual([1, expect.stringContaining(verdict)]);
    expect(out).toMatch(/\/containers\/0\/seals\/0\/number +AZ0012 +AZ0013\n/);
  });

  it('gives programs what the server said, and tells another type', async () => {
    const name = await file(altered('<ram:TypeCode>851<', '<ram:TypeCode>657<'));
    const { code, out } = await samur('AZ-PC-2026-220001', name, '--json');
    expect([code, JSON.parse(out)]).toMatchObject([1, { same: false, type: { document: 're-export-certificate' } }]);
    expect((await samur('AZ-PC-2026-220001', name)).out).toContain(
      'of another type: Phytosanitary certificate for re-export',
    );
  });

  it('fails without the file or the record, and for what is no document', async () => {
    expect((await samur('AZ-PC-2026-220001', join(corridor.data, 'none.xml'))).code).toBe(2);
    expect((await samur('AZ-PC-2026-999999', await file(document))).code).toBe(1);
    expect((await samur('AZ-PC-2026-220001', await file('no XML'))).code).toBe(1);
  });
});

describe('a record that is held for its claims', () => {
  it('is neither written nor compared', async () => {
    const held = await foundTestCorridor({ start: false });
    try {
      await held.start('RU');
      const client = await held.client('ru.fsvps');
      const rogue = await RogueSender.of(held.data, 'az.afsa', 'ru.fsvps');
      const record = await rogue.record({ type: 'certificate', claims: { number: 'AZ-PC-2026-220003' } });
      expect(await rogue.send({ records: [record] })).toMatchObject({ status: 200 });
      const { body } = await client.get('/api/records?type=certificate');
      const place = `/api/records/${body.items[0].id}`;
      const written = await client.get(`${place}.xml`);
      expect([written.status, written.body.code]).toEqual([404, 'record.unknown-id']);
      const compared = await client.post(`${place}/comparison`, document);
      expect([compared.status, compared.body.code]).toEqual([422, 'record.bad-claims']);
    } finally {
      await held.end();
    }
  });
});
