import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { compileSchema as compileInPage } from '../../web/verify/schema-check.ts';
import { base64url, fromBase64url } from '../bytes.ts';
import type { Json, JsonObject } from '../canonical.ts';
import { type Catalogue, checkClaims, loadCatalogue } from '../catalogue.ts';
import { portableCrypto } from '../crypto-portable.ts';
import type { View } from '../profile.ts';
import type { ExchangeData } from '../record/payload.ts';
import { Refusal } from '../refusal.ts';
import { assertionBy } from '../testing/authenticator.ts';
import { testKey } from '../trust/vectors/authority.ts';
import {
  type ApprovalClaims,
  type Assertion,
  approvesFault,
  assertionFault,
  checkAssertion,
  contentsChallenge,
  contentsIn,
  type EnrolmentClaims,
  witnessChallenge,
} from './approval.ts';
import { type ApprovalVector, vectorFiles } from './vectors/approval/make.ts';

const folder = new URL('vectors/approval/', import.meta.url);
const files = vectorFiles();
if (process.env['SAMUR_WRITE_VECTORS'] !== undefined) {
  for (const kind of ['valid', 'refused']) mkdirSync(new URL(kind, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
}

const catalogues = [compileSchema, compileInPage].map((compile) => loadCatalogue([], compile) as Catalogue);

interface Verdict {
  readonly code?: string;
  readonly findings: readonly string[];
}

/** All that is asked of an approval or enrolment once its issuer's signature holds, in the order in which it is asked. */
function judge(vector: ApprovalVector, catalogue: Catalogue, crypto: typeof nodeCrypto): Verdict {
  const type = catalogue.type('exchange', vector.type);
  if (!type) throw new Error('no such type');
  const fault =
    checkClaims(type, 1, vector.claims) ??
    assertionFault(vector.type, vector.claims, vector.demonstration, crypto) ??
    behind(vector, crypto);
  if (fault) return { code: fault.code, findings: [] };
  const register = new Map(vector.officers.map(({ officer, value }) => [officer, value]));
  const view: View = {
    register: (_, key) => register.get(key[1] ?? ''),
    list: () => [...register].map(([officer, value]) => ({ key: ['az.alpha', officer], value, record: '' })),
    account: () => undefined,
    record: () => undefined,
    offered: () => undefined,
    comesAfter: () => false,
  };
  const statement = { type: vector.type, issuer: 'az.alpha', to: ['ru.beta'], claims: vector.claims, time: 0 };
  const findings = type.declaration.rules.flatMap((rule) => rule.check(statement, view));
  const codes = findings.map(({ code }) => code).toSorted();
  return codes.length === 0 ? { findings: [] } : { code: 'rule.broken', findings: codes };
}

function behind({ record, claims }: ApprovalVector, crypto: typeof nodeCrypto): Refusal | undefined {
  if (!record) return undefined;
  const { id, claims: approved, about, ...samur } = record as JsonObject & { id: string; claims: JsonObject };
  const data = { ...samur, ...(about !== undefined && { about: { after: [], id: about } }) } as unknown as ExchangeData;
  return approvesFault(claims as unknown as ApprovalClaims, { id, payload: { claims: approved, samur: data } }, crypto);
}

test('the files are those that are made, no more and no less', () => {
  const onDisk = ['valid', 'refused'].flatMap((kind) =>
    readdirSync(new URL(kind, folder)).map(
      (name) => [`${kind}/${name}`, readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')] as const,
    ),
  );
  expect(new Map(onDisk)).toEqual(files);
});

describe.each([
  ['on a server', 0, nodeCrypto],
  ['in a page', 1, portableCrypto],
] as const)('%s', (_, catalogue, crypto) => {
  test.each([...files.keys()])('%s', (path) => {
    const vector = JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as ApprovalVector;
    const { code, findings = [] } = vector;
    expect(judge(vector, catalogues[catalogue]!, crypto)).toEqual({ ...(code && { code }), findings });
    expect(path.startsWith('valid/')).toBe(code === undefined);
  });
});

const key = testKey('approval properties', 'ES256');
const relyingParty = 'desk.example.az';
const asked = { key: key.jwk, relyingParty, means: 'passkey' } as const;
const challenges = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('an assertion', () => {
  test('opens for its challenge and for no other', () => {
    fc.assert(
      fc.property(challenges, challenges, (challenge, other) => {
        const assertion = assertionBy(key, { challenge, relyingParty });
        const opened = checkAssertion(assertion, { ...asked, challenge }, nodeCrypto);
        expect(opened).toMatchObject({ challenge, userVerified: true });
        const same = Buffer.from(challenge).equals(other);
        const second = checkAssertion(assertion, { ...asked, challenge: other }, nodeCrypto);
        expect(second instanceof Refusal).toBe(!same);
      }),
      { numRuns: 50 },
    );
  });

  test('bent in any one bit never opens', () => {
    const challenge = new Uint8Array(32).fill(7);
    const good = assertionBy(key, { challenge, relyingParty });
    const members = fc.constantFrom<keyof Assertion>('authenticatorData', 'clientData', 'signature');
    fc.assert(
      fc.property(members, fc.nat(), fc.nat(7), (member, place, bit) => {
        const bytes = fromBase64url(good[member]) as Uint8Array;
        const at = place % bytes.length;
        bytes[at] = (bytes[at] as number) ^ (1 << bit);
        const bent = { ...good, [member]: base64url(bytes) };
        expect(checkAssertion(bent, { ...asked, challenge }, nodeCrypto)).toMatchObject({
          code: 'approval.bad-assertion',
        });
      }),
      { numRuns: 300 },
    );
  });

  test('of anything at all is an answer, never a fault of the program', () => {
    const text = fc.oneof(fc.string(), fc.uint8Array().map(base64url));
    fc.assert(
      fc.property(
        fc.record({ authenticatorData: text, clientData: text, signature: text }),
        fc.json(),
        (junk, said) => {
          expect(checkAssertion(junk, { ...asked, challenge: undefined }, nodeCrypto)).toBeInstanceOf(Refusal);
          const told = assertionBy(key, { challenge: new Uint8Array(32), relyingParty, clientData: said });
          expect(checkAssertion(told, { ...asked, challenge: undefined }, nodeCrypto)).toBeInstanceOf(Refusal);
        },
      ),
    );
  });

  test('under any origin opens on the pages of its domain alone', () => {
    const challenge = new Uint8Array(32);
    const name = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), fc.constantFrom('.', '', '-'), (labels, joint) => {
        const host = labels.length === 0 ? relyingParty : `${labels.join('.')}${joint}${relyingParty}`;
        const assertion = assertionBy(key, { challenge, relyingParty, origin: `https://${host}` });
        const isWithin = host === relyingParty || joint === '.';
        expect(checkAssertion(assertion, { ...asked, challenge }, nodeCrypto) instanceof Refusal).toBe(!isWithin);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the challenge of contents', () => {
  const contents = {
    annexes: [{ digest: 'ab'.repeat(32), mediaType: 'application/pdf', name: 'a.pdf', size: 1 }],
    claims: { number: '1' },
    profile: 'parcel',
    to: ['ru.beta'],
    type: 'parcel',
    version: 1,
  };
  const digest = (one: Parameters<typeof contentsChallenge>[0]) => contentsChallenge(one, nodeCrypto).toHex();

  test('changes with each of its members', () => {
    const others: Partial<typeof contents & { about: string }>[] = [
      { about: '1'.repeat(64) },
      { annexes: [] },
      { claims: { number: '2' } },
      { profile: 'letter' },
      { to: ['ru.gamma'] },
      { type: 'recall' },
      { version: 2 },
    ];
    const all = [contents, ...others.map((other) => ({ ...contents, ...other }))].map(digest);
    expect(new Set(all).size).toBe(all.length);
  });

  test('is the same before the record is fixed and in it', () => {
    const samur = {
      about: { after: ['2'.repeat(64)], id: '1'.repeat(64) },
      basis: [],
      issuer: 'az.alpha',
      nonce: 'AAECAwQFBgcICQoLDA0ODw',
      trust: { AZ: 1, RU: 1, terms: 1 },
      ...contents,
    } as unknown as ExchangeData;
    expect(digest(contentsIn(contents.claims, samur))).toBe(digest({ ...contents, about: '1'.repeat(64) }));
  });
});

test('the challenge of witnesses says nothing of them', () => {
  const claims = read<EnrolmentClaims>('valid/enrolment.json');
  const { witnesses, ...stated } = claims;
  expect(witnesses).toHaveLength(2);
  expect(witnessChallenge(claims, nodeCrypto)).toEqual(witnessChallenge(stated, nodeCrypto));
});

test('claims of any form are checked by their schema before an assertion is', () => {
  const good = JSON.parse(readFileSync(new URL('valid/enrolment.json', folder), 'utf8')) as ApprovalVector;
  const { claims } = good;
  const places = fc.constantFrom(...pathsOf(claims));
  fc.assert(
    fc.property(places, fc.jsonValue({ maxDepth: 2 }), (path, junk) => {
      const bent = replaced(claims, path, junk as Json) as JsonObject;
      for (const catalogue of catalogues)
        expect(judge({ ...good, claims: bent }, catalogue, nodeCrypto).code).toBeDefined();
    }),
    { numRuns: 200 },
  );
});

function read<T>(path: string): T {
  return (JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as { claims: T }).claims;
}

function pathsOf(value: Json, before: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [before];
  return [
    before,
    ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner as Json, [...before, name])),
  ].filter(({ length }) => length > 0);
}

function replaced(value: Json, [first, ...rest]: readonly string[], by: Json): Json {
  if (first === undefined) return by;
  const entries = Object.entries(value as JsonObject).map(([name, inner]) => [
    name,
    name === first ? replaced(inner, rest, by) : inner,
  ]);
  const copy = Object.fromEntries(entries) as JsonObject;
  return Array.isArray(value) ? Object.values(copy) : copy;
}
