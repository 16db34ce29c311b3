/** Requests between servers, forged in every way that the signature must catch. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../kernel/bytes.ts';
import { requestWindow, type SignedHeaders, signRequest } from '../../kernel/exchange/request-signature.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { currentInstitution } from '../../kernel/trust/lookup.ts';
import { type Client, type Corridor, foundTestCorridor } from '../../test/corridor.ts';
import { nodeCrypto } from '../crypto-node.ts';
import { countryFolder } from '../founding.ts';
import { type InstitutionKeys, loadKeys } from '../keys.ts';

let corridor: Corridor;
let az: Client;
let keys: InstitutionKeys;
let did: string;

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
  const loaded = await loadKeys(join(countryFolder(corridor.data, 'RU'), 'ru.fsvps', 'keys'), nodeCrypto, false);
  if (loaded instanceof Refusal) throw new Error(loaded.code);
  keys = loaded;
  const trust = corridor.servers.get('AZ')!.institutions.get('az.afsa')!.trust();
  did = currentInstitution(trust, 'ru.fsvps')!.did;
}, 30_000);
afterAll(() => corridor?.end(), 30_000);

const path = '/exchange/az.afsa/entries';

interface Forgery {
  readonly use?: keyof InstitutionKeys;
  readonly method?: string;
  readonly authority?: string;
  readonly signedPath?: string;
  readonly path?: string;
  readonly created?: number;
  readonly nonce?: string;
  readonly keyid?: string;
  readonly sent?: string;
  readonly change?: (headers: SignedHeaders) => Record<string, string>;
}

async function deliver(body: string, forgery: Forgery = {}) {
  const to = forgery.path ?? path;
  const signer = keys[forgery.use ?? 'request'];
  const target = {
    method: forgery.method ?? 'POST',
    authority: forgery.authority ?? new URL(az.server).host,
    path: forgery.signedPath ?? to,
  };
  const signature = {
    keyid: forgery.keyid ?? `${did}#${signer.kid}`,
    created: forgery.created ?? Math.floor(Date.now() / 1000),
    nonce: forgery.nonce ?? randomBytes(18).toString('base64url'),
  };
  const signed = await signRequest(target, utf8(body), signature, signer, nodeCrypto);
  const headers = { 'content-type': 'application/json', ...(forgery.change?.(signed) ?? { ...signed }) };
  const answer = await fetch(`${az.server}${to}`, {
    method: to.includes('annexes') ? 'PUT' : 'POST',
    headers,
    body: forgery.sent ?? body,
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

const empty = JSON.stringify({ origin: 'a/az.afsa/1', checkpoint: '', start: 0, records: [] });

describe('a request is refused before its content is looked at', () => {
  const now = Math.floor(Date.now() / 1000);
  test.each<[string, Forgery, string]>([
    ['not signed', { change: () => ({}) }, 'request.unsigned'],
    ['signed for another server', { authority: 'elsewhere.example' }, 'request.bad-signature'],
    ['signed for another address', { signedPath: '/exchange/az.other/entries' }, 'request.bad-signature'],
    ['signed for another method', { method: 'PUT' }, 'request.bad-signature'],
    [
      'with a query that the signature does not cover',
      { path: `${path}?a=1`, signedPath: path },
      'request.bad-signature',
    ],
    ['signed with a key for records', { use: 'record' }, 'request.bad-signature'],
    ['signed with a key nobody has', { keyid: 'did:web:nobody.example:ru.nobody#x' }, 'request.bad-signature'],
    ['without a key', { keyid: 'ru.fsvps' }, 'request.bad-signature'],
    ['too old', { created: now - requestWindow - 5 }, 'request.outside-window'],
    ['from the future', { created: now + requestWindow + 60 }, 'request.outside-window'],
    ['changed on its way', { sent: `${empty} ` }, 'request.bad-digest'],
    ['without its digest', { change: ({ 'content-digest': _, ...rest }) => ({ ...rest }) }, 'request.bad-digest'],
    [
      'with two signatures',
      { change: (headers) => ({ ...headers, signature: `${headers.signature}, x=:AA==:` }) },
      'request.bad-signature',
    ],
  ])('%s', async (_, forgery, code) => {
    const answer = await deliver(empty, forgery);
    expect([answer.status, answer.body['code']]).toEqual([401, code]);
    expect(answer.headers.get('www-authenticate')).toBe('Signature');
  });

  test('sent twice', async () => {
    const forgery = { nonce: randomBytes(18).toString('base64url') };
    expect((await deliver(empty, forgery)).status).not.toBe(401);
    const again = await deliver(empty, forgery);
    expect([again.status, again.body['code']]).toEqual([401, 'request.replayed']);
  });

  test('to an institution that does not live here', async () => {
    expect((await deliver(empty, { path: '/exchange/ru.fsvps/entries' })).status).toBe(404);
  });
});

describe('what is signed is read strictly', () => {
  test.each([
    ['no JSON', '{', 'input.not-json'],
    ['a list', '[]', 'input.bad-value'],
    ['an unknown member', '{"origin":"a","checkpoint":"","start":0,"records":[],"more":1}', 'input.unknown-member'],
    ['a text for a number', '{"origin":"a","checkpoint":"","start":"0","records":[]}', 'input.bad-value'],
    ['a negative start', '{"origin":"a","checkpoint":"","start":-1,"records":[]}', 'input.bad-value'],
    ['records that are no texts', '{"origin":"a","checkpoint":"","start":0,"records":[{}]}', 'input.bad-value'],
  ])('%s', async (_, body, code) => {
    const answer = await deliver(body);
    expect([answer.status, answer.body['code']]).toEqual([400, code]);
  });

  test('a checkpoint that the sender has not signed', async () => {
    const answer = await deliver(empty);
    expect(answer.status).toBe(422);
    expect(answer.body['code']).toMatch(/^log\./);
  });
});

describe('annexes', () => {
  const bytes = 'a laboratory report';
  const digest = nodeCrypto.sha256(utf8(bytes)).toHex();
  const annexPath = (name: string) => `/exchange/az.afsa/annexes/${name}`;

  test('are stored under their own digest alone', async () => {
    const stored = await deliver(bytes, { method: 'PUT', path: annexPath(digest) });
    expect([stored.status, stored.body]).toEqual([201, { digest }]);
    const wrong = await deliver(bytes, { method: 'PUT', path: annexPath('0'.repeat(64)) });
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'record.annex-mismatch']);
    const strange = await deliver(bytes, { method: 'PUT', path: annexPath(digest), change: () => ({}) });
    expect(strange.status).toBe(401);
  });
});
