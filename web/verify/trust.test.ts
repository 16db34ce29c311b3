import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { portableCrypto as crypto } from '../../kernel/crypto-portable.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import { forgetTrust, loadTrust, pinName, type Store, trustName } from './trust.ts';

interface Vector {
  readonly pin: JsonObject;
  readonly evidence: { readonly trust: JsonObject };
}
const vector = (name: string): Vector =>
  JSON.parse(readFileSync(new URL(`../../kernel/exchange/vectors/evidence/${name}.json`, import.meta.url), 'utf8'));

const { pin, evidence } = vector('refused/revoked');
/** One part of Azerbaijan more than `older`. */
const newer = { ...evidence.trust, pin };
const parts = newer['parts' as keyof typeof newer] as unknown as Record<string, readonly string[]>;
const older = { ...newer, parts: { ...parts, AZ: parts['AZ']!.slice(0, 1) } };
const other = vector('refused/wrong-pin').pin;

function memory(): Store & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return { texts, read: (name) => texts.get(name), write: (name, text) => void texts.set(name, text) };
}

const load = (store: Store, served: unknown, at = 1000) => {
  const text = served === undefined || typeof served === 'string' ? served : JSON.stringify(served);
  return loadTrust(
    store,
    async () => text,
    crypto,
    () => at,
  );
};

describe('the trust list of the page', () => {
  test('is taken on the first visit and kept', async () => {
    const store = memory();
    const held = await load(store, newer);
    expect(held).toMatchObject({ fresh: true, received: 1000 });
    expect(held.warning).toBeUndefined();
    const offline = await load(store, undefined, 2000);
    expect(offline).toMatchObject({ fresh: false, received: 1000 });
    expect(numbers(offline.trust!)).toEqual(numbers(held.trust!));
  });

  test('without a network and a first visit there is none', async () => {
    expect(await load(memory(), undefined)).toEqual({ fresh: false });
  });

  test('grows with the served one, and never shrinks', async () => {
    const store = memory();
    const first = await load(store, older);
    const second = await load(store, newer);
    expect(numbers(second.trust!)['AZ']).toBe(numbers(first.trust!)['AZ']! + 1);
    const third = await load(store, older, 3000);
    expect(numbers(third.trust!)).toEqual(numbers(second.trust!));
    expect(third.warning).toEqual({ kind: 'older' });
    expect(numbers((await load(store, undefined)).trust!)).toEqual(numbers(second.trust!));
  });

  test('other anchor keys are told and not used, until a person takes them', async () => {
    const store = memory();
    await load(store, newer);
    const kept = new Map(store.texts);
    const held = await load(store, { ...newer, pin: other });
    expect(held.warning).toMatchObject({ kind: 'other-anchors' });
    expect(held.fresh).toBe(false);
    expect(held.trust?.pin.anchors['AZ']?.kid).toBe((pin['anchors'] as Record<string, JsonObject>)['AZ']!['kid']);
    expect(store.texts).toEqual(kept);
    forgetTrust(store);
    expect((await load(store, newer)).fresh).toBe(true);
  });

  test.each([
    ['no JSON', 'oh'],
    ['no pin', { ...newer, pin: undefined }],
    ['a signature altered', { ...newer, terms: ['e30.e30.AAAA'] }],
    ['another member', { ...newer, more: 1 }],
  ])('one that does not hold is told and not used: %s', async (_name, served) => {
    const store = memory();
    const empty = await load(store, served);
    expect(empty.trust).toBeUndefined();
    expect(empty.warning).toMatchObject({ kind: 'unreadable' });
    expect(store.texts.size).toBe(0);
    await load(store, newer);
    const held = await load(store, served);
    expect(held).toMatchObject({ fresh: false, warning: { kind: 'unreadable' } });
    expect(held.trust).toBeDefined();
  });

  test('what somebody wrote into the store is not believed', async () => {
    const store = memory();
    await load(store, newer);
    store.write(trustName, '{"list":{"parts":{},"terms":["x"]},"received":1}');
    expect((await load(store, undefined)).trust).toBeUndefined();
    store.write(pinName, '{}');
    expect((await load(store, newer)).fresh).toBe(true);
  });
});
