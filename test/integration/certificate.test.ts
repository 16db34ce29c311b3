import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const applesXml = await readFile(new URL('../../profiles/phytosanitary/vectors/valid/apples.xml', import.meta.url), 'utf8');

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

  it('is issued from XML, delivered, receipted, decided, delivered back, and proved', async () => {
    const issued = await az.post('/api/records?to=ru.fsvps', applesXml);
    expect(issued.body).toMatchObject({ state: 'issued', issuer: 'az.afsa', to: ['ru.fsvps'] });
    expect(issued.status).toBe(201);
    const { id } = issued.body;
    const received = await until(() => ru.get(`/api/records/${id}`), (answer) => answer.status === 200);
    expect(received.body).toMatchObject({ id, direction: 'received', state: 'issued' });
    const receipted = await until(() => az.get(`/api/records/${id}`), ({ body }) => body.placements[0].receipt !== undefined);
    expect(receipted.body.placements[0]).toMatchObject({ recipient: 'ru.fsvps' });
  });
});
