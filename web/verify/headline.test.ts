import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { portableCrypto as crypto } from '../../kernel/crypto-portable.ts';
import { type EvidenceReport, openEvidence, openRecordAlone } from '../../kernel/exchange/evidence.ts';
import { parcelProfile } from '../../kernel/exchange/vectors/parcel.ts';
import { type Language, languages } from '../../kernel/finding.ts';
import type { RecordType } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { importTrust } from '../../kernel/trust/bundle.ts';
import { readPin } from '../../kernel/trust/pin.ts';
import type { Silence, Told } from './ask.ts';
import { authenticityHeadline, type StateKnown, stateHeadline } from './headline.ts';
import { compileSchema } from './schema-check.ts';
import { az } from './words/az.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';

const folder = new URL('../../kernel/exchange/vectors/evidence/', import.meta.url);
const catalogue = loadCatalogue([parcelProfile], compileSchema);
if (catalogue instanceof Refusal) throw new Error(catalogue.code);
const known = catalogue;

interface Vector {
  readonly pin: JsonObject;
  readonly now: string;
  readonly evidence?: JsonObject & {
    readonly trust: JsonObject;
    readonly records: readonly { readonly jws: string }[];
  };
  readonly text?: string;
}

const read = (path: string): Vector => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const names = (kind: string) => readdirSync(new URL(kind, folder)).map((file) => file.replace('.json', ''));

function pinOf(vector: Vector) {
  const pin = readPin(vector.pin, crypto);
  if (pin instanceof Refusal) throw new Error(pin.code);
  return pin;
}

function opened(path: string): EvidenceReport | Refusal {
  const vector = read(path);
  const input = vector.text ?? JSON.stringify(vector.evidence);
  return openEvidence(input, { crypto, catalogue: known, now: Date.parse(vector.now), pin: pinOf(vector) });
}

/** The first record of a file by itself, at a time of our own. */
function alone(path: string, change: (jws: string) => string, now?: number): EvidenceReport {
  const vector = read(path);
  const trust = importTrust(pinOf(vector), vector.evidence!.trust, crypto);
  if (trust instanceof Refusal) throw new Error(trust.code);
  const carried = { jws: change(vector.evidence!.records[0]!.jws), proofs: [] };
  return openRecordAlone(carried, { trust, crypto, catalogue: known, now: now ?? Date.parse(vector.now) });
}

/** What the page says of each refused vector. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  'auth-altered': ['payload-altered-subject-too', 'signature-altered'],
  'auth-bad-contents': ['bad-claims'],
  'auth-bad-proof': [
    'cosigned-by-record-key',
    'cosigned-by-sender',
    'cosigned-by-sender-under-other-name',
    'log-signed-by-record-key',
    'no-proofs',
    'not-cosigned',
    'one-proof-of-two-bad',
    'origin-malformed',
    'other-direction',
    'other-index',
    'other-origin',
    'proof-malformed',
  ],
  'auth-clock': ['cosigned-in-the-future'],
  'auth-key-not-valid': ['revoked', 'revoked-at-that-moment'],
  'auth-malformed': ['payload-altered', 'subject-missing'],
  'auth-mixed': [
    'demonstration-against-production',
    'demonstration-hidden',
    'demonstration-unmarked',
    'production-against-demonstration',
  ],
  'auth-needs-update': ['trust-gap', 'unknown-type'],
  'auth-not-entitled': ['not-entitled'],
  'auth-other-anchors': ['wrong-pin'],
  'auth-other-corridor': ['wrong-corridor'],
  'no evidence': [
    'coerced-type',
    'missing-member',
    'not-an-object',
    'not-json',
    'other-version',
    'record-doubled',
    'unknown-member',
    'unknown-member-deep',
  ],
};

describe('authenticity', () => {
  test.each(names('valid'))('valid/%s is authentic', (name) => {
    const report = opened(`valid/${name}.json`);
    if (report instanceof Refusal) throw new Error(report.code);
    const stale = name === 'stale';
    expect(authenticityHeadline(report)).toEqual({
      tone: stale ? 'unknown' : 'good',
      word: stale ? 'auth-stale' : 'auth-good',
      more: stale ? 'auth-stale-more' : 'auth-good-more',
    });
  });

  test.each(names('refused'))('refused/%s is never told to be good', (name) => {
    const report = opened(`refused/${name}.json`);
    const headline = report instanceof Refusal ? 'no evidence' : authenticityHeadline(report);
    expect(headline).not.toMatchObject({ tone: 'good' });
    expect(sentences[headline === 'no evidence' ? headline : headline.word]).toContain(name);
  });

  const signature = (jws: string) => jws.replace(/.{4}$/, (end) => (end === 'AAAA' ? 'BBBB' : 'AAAA'));
  test.each([
    ['as it is', (jws: string) => jws, 'auth-good', undefined],
    ['another signature', signature, 'auth-altered', undefined],
    ['cut short', (jws: string) => jws.slice(0, 300), 'auth-malformed', undefined],
    // A payload that is no JSON any more.
    ['one character of the payload away', (jws: string) => jws.replace(/\../, '.'), 'auth-malformed', undefined],
    ['after its key has ended', (jws: string) => jws, 'auth-key-expired', Date.parse('2999-01-01')],
  ] as const)('a record alone, %s', (_name, change, word, now) => {
    expect(authenticityHeadline(alone('valid/accepted.json', change, now)).word).toBe(word);
  });
});

describe('state', () => {
  const report = opened('valid/accepted.json') as EvidenceReport;
  const bare = alone('valid/accepted.json', (jws) => jws);
  const type = report.record!.type;
  const withRevoked = {
    ...type,
    declaration: { ...type.declaration, lifeCycle: { ...type.declaration.lifeCycle!, revoked: ['accepted'] } },
  };
  const now = Date.parse(read('valid/accepted.json').now);
  const newest = Math.max(...report.state.asOf.map(({ time }) => time * 1000));
  const title = { az: 'x', ru: 'x', en: 'x' };
  const initial = type.declaration.lifeCycle!.initial;
  const told = (state: string, revoked = false): Told => ({
    carried: { jws: '', proofs: [] },
    state,
    title,
    revoked,
    asOf: [],
    asked: now,
  });
  const list = (revoked: boolean) => ({ revoked, from: 0, until: 0 });
  const word = (known: Partial<StateKnown>, at = now) =>
    stateHeadline({ report: bare, type, server: 'offline', ...known }, at).word;

  test('by the word of the server', () => {
    expect(word({ server: told(initial) })).toBe('state-in-force');
    expect(word({ server: told('anything') })).toBe('state-named');
    expect(word({ server: told('withdrawn', true) })).toBe('state-withdrawn');
    expect(word({ server: told('replaced', true) })).toBe('state-replaced');
    expect(word({ server: told('rejected') })).toBe('state-rejected');
    expect(word({ server: told('elsewise', true) })).toBe('state-revoked');
  });

  test.each(['void', 'refused', 'superseded', 'out-of-turn'])(
    '%s is no state that counts, whoever says it',
    (state) => {
      const shown = { ...report, state: { ...report.state, state } };
      for (const known of [{ report: shown }, { report: shown, server: told(initial) }, { server: told(state, true) }])
        expect(stateHeadline({ report: bare, type, server: 'offline', ...known }, newest)).toMatchObject({
          tone: 'bad',
          word: 'state-no-effect',
        });
    },
  );

  test('nothing but what is in force is told to be good', () => {
    const { lifeCycle, ...without } = type.declaration;
    const toneIn = (declaration: RecordType) => (state: string) =>
      stateHeadline({ report: bare, type: { ...type, declaration }, server: told(state) }, now).tone;
    expect(toneIn(type.declaration)(lifeCycle!.initial)).toBe('good');
    // A decision that took effect, goods let in already, what waits for another document.
    const others = ['effective', 'released', 'waiting', 'repealed'];
    expect(others.map(toneIn(type.declaration))).not.toContain('good');
    expect(toneIn(without)('in-force')).toBe('good');
    const later = { ...lifeCycle!, inForce: [lifeCycle!.initial, 'recognised'] };
    expect(toneIn({ ...without, lifeCycle: later })('recognised')).toBe('good');
  });

  test('what revokes outweighs what does not, whoever says it', () => {
    expect(word({ server: told(initial), list: list(true) })).toBe('state-revoked');
    expect(word({ server: told('withdrawn', true), list: list(false) })).toBe('state-withdrawn');
    expect(word({ report, server: told('withdrawn', true) })).toBe('state-withdrawn');
    expect(word({ report, type: withRevoked })).toBe('state-revoked');
    expect(word({ report, type: withRevoked, server: told(initial) })).toBe('state-revoked');
    expect(word({ list: list(true) })).toBe('state-revoked');
  });

  test('a refusal that is proved outweighs a server that has not seen as much', () => {
    const refused = { ...report, state: { ...report.state, state: 'rejected' } };
    const asOf = report.state.asOf.map((one) => ({ ...one, time: now }));
    expect(word({ report: refused, server: told(initial) })).toBe('state-rejected');
    // It may have been taken back since: who has seen as much and more is right.
    expect(word({ report: refused, server: { ...told(initial), asOf } })).toBe('state-in-force');
  });

  test('by the file alone, as long as it is young', () => {
    expect(word({ report }, newest)).toBe('state-named');
    expect(word({ report }, now + 40 * 86_400_000)).toBe('state-old');
    // Asked anew, the file's age says nothing.
    expect(word({ report, server: told(initial) }, now + 40 * 86_400_000)).toBe('state-in-force');
  });

  test.each<[Silence, string]>([
    ['offline', 'state-offline-more'],
    ['not-here', 'state-not-here-more'],
    ['too-many', 'state-too-many-more'],
    ['server', 'state-server-more'],
  ])('nobody who says anything: %s', (server, more) => {
    expect(stateHeadline({ report: bare, type, server }, now)).toEqual({
      tone: 'unknown',
      word: 'state-unknown',
      more,
    });
    expect(word({ server, list: new Refusal('status.stale') })).toBe('state-unknown');
    expect(stateHeadline({ report: bare, type, server, list: list(false) }, now)).toMatchObject({
      word: 'state-not-marked',
      more,
    });
  });
});

test('what was altered is told in plain words', () => {
  for (const word of ['auth-malformed', 'input-evidence'] as const) {
    expect(en[word]).toContain('changed or damaged');
    expect(ru[word]).toMatch(/измен[её]н или поврежд[её]н/);
    expect(az[word]).toContain('dəyişdirilib və ya zədələnib');
  }
});

test('every sentence stands in every language, with the same marks, in its own letters', () => {
  const tables: Record<Language, Readonly<Record<string, string>>> = { az, ru, en };
  for (const language of languages) expect(Object.keys(tables[language]).sort()).toEqual(Object.keys(en).sort());
  const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort();
  for (const [name, text] of Object.entries(en)) {
    expect(marks(az[name as keyof typeof en]), name).toEqual(marks(text));
    expect(marks(ru[name as keyof typeof en]), name).toEqual(marks(text));
    if (/[a-z]{4}/.test(text.replace(/\{\w+\}/g, ''))) expect(ru[name as keyof typeof en], name).toMatch(/[а-яё]/i);
    expect(az[name as keyof typeof en], name).not.toMatch(/[а-яё]/i);
  }
});
