/** Papers as a server gives them, read by other people's programs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../../corridor.ts';
import { attached, pageTexts, pdfFile, tool } from './pdf-tools.ts';

describe('a certificate printed by its server', () => {
  let corridor: Corridor;
  let az: Client;
  let now: number | undefined;
  beforeAll(async () => {
    corridor = await foundTestCorridor({ now: () => now ?? Date.now() });
    az = await corridor.client('az.afsa');
  });
  afterAll(() => corridor?.end());

  const issue = async (number: string) => {
    const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(number));
    expect(issued.status).toBe(201);
    return issued.body.id as string;
  };
  const print = async (id: string, query = '') => {
    const headers = { authorization: `Bearer ${az.token}` };
    const response = await fetch(`${az.server}/api/records/${id}.pdf${query}`, { headers });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const proofOf = async (id: string) => {
    const { 'proof-1.txt': proof } = await until(
      async () => attached(await pdfFile(await print(id))),
      (files) => files['proof-1.txt'] !== undefined,
    );
    return proof!;
  };

  it('carries the record and its XML byte for byte', async () => {
    const id = await issue('AZ-PC-2026-500001');
    const files = await attached(await pdfFile(await print(id)));
    expect(files['record.jwt']?.toString()).toBe((await az.get(`/api/records/${id}.jws`)).body);
    expect(files['AZ-PC-2026-500001.xml']?.toString()).toBe((await az.get(`/api/records/${id}.xml`)).body);
  });

  it('carries the proof once the recipient has cosigned', async () => {
    const id = await issue('AZ-PC-2026-500002');
    expect((await proofOf(id)).toString()).toContain('c2sp.org/tlog-proof@v1');
  });

  it('says when it was printed, the state then, and where to ask for that of today', async () => {
    const id = await issue('AZ-PC-2026-500003');
    const file = await pdfFile(await print(id, '?lang=en,ru'));
    const [page = ''] = await pageTexts(file);
    expect(page).toContain('State when printed: Issued');
    expect(page).toContain('Состояние на момент печати: Выдан');
    expect(page.replace(/\s+/g, ' ')).toMatch(
      /As known to az\.afsa at \d+ \w+ \d{4}, \d\d:\d\d UTC\. The state may have/,
    );
    expect(page).toMatch(/Printed at .* http:\/\/\S+\/status/);
    expect(page).toMatch(/[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/);
    expect(page).toContain('DEMONSTRATION COPY, WITHOUT LEGAL EFFECT');
    expect(page).toContain(`${id.slice(0, 20)}`);
    expect(await tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  });

  it('says of a withdrawn one that it was no longer in force', async () => {
    const id = await issue('AZ-PC-2026-500004');
    const withdrawal = { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } };
    expect((await az.post(`/api/records/${id}/follow-ups`, withdrawal)).status).toBe(201);
    const page = (await pageTexts(await pdfFile(await print(id, '?lang=en,az'))))[0]?.replace(/\s+/g, ' ');
    expect(page).toContain('NOT IN FORCE WHEN PRINTED: Withdrawn');
    expect(page).toContain('ÇAP EDİLƏN ANDA QÜVVƏDƏ DEYİLDİ: Geri götürülüb');
    expect(page).toMatch(/Stated at \d+ \w+ \d{4}, \d\d:\d\d UTC\./);
    expect(page).not.toContain('State when printed');
  });

  it('is the same to the byte at the same time', async () => {
    const id = await issue('AZ-PC-2026-500005');
    // From then on nothing more comes to the paper.
    await proofOf(id);
    now = Date.now();
    const [first, second] = [await print(id), await print(id)];
    now += 60_000;
    const later = await print(id);
    now = undefined;
    expect(first.equals(second)).toBe(true);
    expect(first.equals(later)).toBe(false);
  });
});
