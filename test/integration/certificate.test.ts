import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { portableCrypto } from '../../kernel/crypto-portable.ts';
import { type EvidenceReport, openEvidence } from '../../kernel/exchange/evidence.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readPin } from '../../kernel/trust/pin.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';

describe('one certificate crosses the border', () => {
  let corridor: Corridor;
  let az: Client;
  let ru: Client;
  beforeAll(async () => {
    corridor = await foundTestCorridor();
    az = await corridor.client('az.afsa');
    ru = await corridor.client('ru.fsvps');
  });
  afterAll(() => corridor?.end());

  const arrivedAt = (client: Client, id: string) =>
    until(
      () => client.get(`/api/records/${id}`),
      (answer) => answer.status === 200,
    );
  const stateAt = (client: Client, id: string, state: string) =>
    until(
      () => client.get(`/api/records/${id}`),
      (answer) => answer.body.state === state,
    );
  const issue = async (number: string) => {
    const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(number));
    expect(issued.status).toBe(201);
    return issued.body.id as string;
  };

  async function verify(client: Client, id: string): Promise<EvidenceReport> {
    const evidence = await until(
      () => client.get(`/api/records/${id}/evidence`),
      (answer) => answer.status === 200,
    );
    const pin = readPin(
      JSON.parse(await readFile(join(countryFolder(corridor.data, 'RU'), 'pin.json'), 'utf8')),
      portableCrypto,
    );
    const catalogue = loadCatalogue(profiles, compileSchema);
    if (pin instanceof Refusal || catalogue instanceof Refusal) throw new Error('no pin or catalogue');
    const report = openEvidence(JSON.stringify(evidence.body), {
      pin,
      catalogue,
      crypto: portableCrypto,
      now: Date.now(),
    });
    if (report instanceof Refusal) throw new Error(`${report.code} ${report.path}`);
    return report;
  }

  it('is issued from XML, delivered, receipted, decided, delivered back, and proved to a third party', async () => {
    const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-900001'));
    expect(issued.body).toMatchObject({
      state: 'issued',
      issuer: 'az.afsa',
      to: ['ru.fsvps'],
      number: 'AZ-PC-2026-900001',
    });
    expect(issued.status).toBe(201);
    const { id } = issued.body;
    const received = await arrivedAt(ru, id);
    expect(received.body).toMatchObject({ id, direction: 'received', state: 'issued', claims: issued.body.claims });
    const receipted = await until(
      () => az.get(`/api/records/${id}`),
      ({ body }) => body.placements[0].receipt !== undefined,
    );
    expect(receipted.body.placements[0]).toMatchObject({ recipient: 'ru.fsvps' });
    const decided = await ru.post(`/api/records/${id}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } });
    expect(decided.status).toBe(201);
    const back = await stateAt(az, id, 'recognised');
    expect(back.body.followUps).toMatchObject([
      { type: 'decision', event: 'recognise', issuer: 'ru.fsvps', outcome: 'effective' },
    ]);
    for (const side of [az, ru]) {
      const report = await verify(side, id);
      expect(report.authenticity.verdict).toBe('authentic');
      expect(report.state).toMatchObject({ state: 'recognised' });
    }
  });

  it('asks and answers, withdraws and settles, with the same rows on both sides', async () => {
    const id = await issue('AZ-PC-2026-900002');
    await arrivedAt(ru, id);
    const query = await ru.post(`/api/records/${id}/follow-ups`, {
      type: 'decision',
      claims: { kind: 'query', text: 'Hansı partiya?' },
    });
    expect(query.status).toBe(201);
    await stateAt(az, id, 'queried');
    expect((await az.post(`/api/records/${id}/follow-ups`, { type: 'answer', claims: { text: 'LOT-1' } })).status).toBe(
      201,
    );
    await stateAt(ru, id, 'issued');
    const withdrawal = { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } };
    expect((await az.post(`/api/records/${id}/follow-ups`, withdrawal)).status).toBe(201);
    const settled = await until(
      () => az.get(`/api/records/${id}`),
      ({ body }) => body.followUps.some((f: { type: string }) => f.type === 'settlement'),
    );
    expect(settled.body.state).toBe('withdrawn');
    const ledger = '/api/ledgers/phytosanitary/certificate-line?key=az.afsa&key=ru.fsvps&key=AZ-PC-2026-900002';
    const ours = await az.get(ledger);
    const theirs = await ru.get(ledger);
    expect(ours.body.items.length).toBeGreaterThan(0);
    expect(ours.body.items[0].frozen).toBe(true);
    expect(theirs.body).toEqual(ours.body);
    const again = await az.post(`/api/records/${id}/follow-ups`, withdrawal);
    expect(again.status).toBe(422);
    expect(again.body.code).toBe('state.out-of-turn');
  });

  it('tells what left beside an account that it does not change, and what arrives beyond it is warned of', async () => {
    const number = 'AZ-PC-2026-900013';
    const id = await issue(number);
    const { lines } = (await arrivedAt(ru, id)).body.claims;
    const told = (departed: string) => ({
      type: 'departure',
      claims: {
        departure: new Date().toISOString(),
        exitPoint: 'Samur',
        lines: lines.map(({ sequence }: { sequence: number }) => ({
          sequence,
          departed: { value: departed, unit: 'KGM' },
        })),
      },
    });
    const depart = (departed: string) => az.post(`/api/records/${id}/follow-ups`, told(departed));
    const ledger = `/api/ledgers/phytosanitary/certificate-line?key=az.afsa&key=ru.fsvps&key=${number}`;
    const account = async (client: Client) => (await client.get(ledger)).body.items[0];
    const { available } = await account(az);
    expect(await ru.post(`/api/records/${id}/follow-ups`, told('1'))).toMatchObject({
      status: 422,
      body: { code: 'state.out-of-turn' },
    });
    expect((await depart('9999999')).status).toBe(422);
    expect((await depart('2')).status).toBe(201);
    expect(await account(az)).toMatchObject({ available, byMovement: { departed: '2' } });
    await az.post(`/api/records/${id}/follow-ups`, { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } });
    expect((await depart('1')).status).toBe(201);
    const both = await until(
      () => ru.get(`/api/records/${id}`),
      ({ body }) => body.followUps.filter((one: { type: string }) => one.type === 'departure').length === 2,
    );
    expect(both.body.state).toBe('withdrawn');
    expect(await account(ru)).toMatchObject({ byMovement: { departed: '1' }, frozen: true });
    const amount = { value: '1.5', unit: 'KGM' };
    const conform = { result: 'conform' };
    const inspected = await ru.post(`/api/records/${id}/follow-ups`, {
      type: 'inspection',
      claims: {
        result: 'release',
        checkpoint: 'RUYAR',
        started: new Date().toISOString(),
        ended: new Date().toISOString(),
        documents: conform,
        identity: conform,
        physical: conform,
        lines: lines.map(({ sequence }: { sequence: number }) => ({ sequence, arrived: amount, released: amount })),
      },
    });
    expect(inspected.status).toBe(201);
    const warned = inspected.body.findings.map(({ code }: { code: string }) => code);
    expect(new Set(warned)).toEqual(new Set(['certificate-taken-back', 'arrived-more-than-departed']));
    const back = await stateAt(az, id, 'released');
    const outcomes = back.body.followUps.map((one: { outcome: string }) => one.outcome);
    expect(new Set(outcomes)).toEqual(new Set(['effective']));
    const late = await depart('1.25');
    expect(late.body.findings.map(({ code }: { code: string }) => code)).toContain('departed-less-than-crossed');
  });

  it('carries attachments and the document as received, and writes both back', async () => {
    const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const attachment = `<ram:ReferenceSPSReferencedDocument><ram:RelationshipTypeCode>ZZZ</ram:RelationshipTypeCode><ram:ID>PHOTO-1</ram:ID><ram:AttachmentBinaryObject mimeCode="image/png" filename="lot.png">${picture}</ram:AttachmentBinaryObject></ram:ReferenceSPSReferencedDocument>`;
    const plain = await certificateXml('AZ-PC-2026-900004');
    const xml = plain.replace('<ram:SignatorySPSAuthentication>', `${attachment}<ram:SignatorySPSAuthentication>`);
    const issued = await az.post('/api/records?to=ru.fsvps', xml);
    expect(issued.status).toBe(201);
    const names = issued.body.annexes.map(({ name }: { name: string }) => name).sort();
    expect(names).toEqual(['as-received.xml', 'lot.png']);
    await arrivedAt(ru, issued.body.id);
    for (const { digest, name, size } of issued.body.annexes) {
      const annex = await ru.get(`/api/annexes/${digest}`);
      expect(annex.status).toBe(200);
      if (name === 'as-received.xml') expect(annex.body).toBe(xml);
      expect(size).toBeGreaterThan(60);
    }
    const written = await ru.get(`/api/records/${issued.body.id}.xml`);
    expect(written.status).toBe(200);
    expect(written.body).toContain(picture);
  });

  it('is refused before signing, with every finding at its path and in the language asked for', async () => {
    const number = 'AZ-PC-2026-900003';
    await issue(number);
    const doubled = await az.post('/api/records?to=ru.fsvps', await certificateXml(number), {
      'accept-language': 'ru',
    });
    expect(doubled.status).toBe(422);
    expect(doubled.headers.get('content-type')).toContain('application/problem+json');
    expect(doubled.body.findings.map((f: { severity: string }) => f.severity)).toContain('refuse');
    expect(doubled.body.findings[0].text).toMatch(/[а-я]/);
    const list = await az.get(`/api/records?q=${number}`);
    expect(list.body.items).toHaveLength(1);
  });

  it('says of claims what is missing, what is too much and what does not fit', async () => {
    const claims = { number: 7, colour: 'red' };
    const refused = await az.post('/api/records', {
      profile: 'phytosanitary',
      type: 'certificate',
      to: ['ru.fsvps'],
      claims,
    });
    expect(refused.status).toBe(422);
    const told = new Map(refused.body.findings.map((f: { path: string; code: string }) => [f.path, f.code]));
    expect(told.get('/number')).toBe('input.bad-value');
    expect(told.get('/colour')).toBe('input.unknown-member');
    expect(told.get('/lines')).toBe('input.missing-member');
  });

  it('lets two that cross end alike on both sides', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => issue(`AZ-PC-2026-91000${n}`)));
    for (const id of ids) await arrivedAt(ru, id);
    await Promise.all(
      ids.flatMap((id) => [
        az.post(`/api/records/${id}/follow-ups`, { type: 'withdrawal', claims: { reason: 'consignment-not-sent' } }),
        ru.post(`/api/records/${id}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } }),
      ]),
    );
    for (const id of ids) {
      const ours = await stateAt(az, id, 'withdrawn');
      const theirs = await stateAt(ru, id, 'withdrawn');
      const shown = await until(
        async () => [await az.get(`/api/records/${id}`), await ru.get(`/api/records/${id}`)],
        ([a, b]) => a?.body.followUps.length === b?.body.followUps.length && a?.body.followUps.length >= 2,
      );
      const outcomes = shown.map(
        ({ body }) => new Map(body.followUps.map((f: { id: string; outcome: string }) => [f.id, f.outcome])),
      );
      expect(outcomes[0]).toEqual(outcomes[1]);
      expect(ours.body.state).toBe(theirs.body.state);
    }
  });

  it('answers one request sent many times, also at once, with one record', async () => {
    const xml = await certificateXml('AZ-PC-2026-900009');
    const headers = { 'idempotency-key': 'lorry-42' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => az.post('/api/records?to=ru.fsvps', xml, headers)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    const other = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-900010'), headers);
    expect([other.status, other.body.code]).toEqual([409, 'request.idempotency-conflict']);
  });

  it('leaves data folders that an audit finds whole', async () => {
    for (const country of ['AZ', 'RU']) {
      const reports = await auditFolder(countryFolder(corridor.data, country), profiles);
      if (reports instanceof Refusal) throw new Error(reports.code);
      for (const report of reports) {
        expect(report.faults).toEqual([]);
        expect(report.records).toBeGreaterThan(10);
      }
    }
  });
});
