import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BasisEntry, Payload } from '../record/payload.ts';
import { refusalCodes } from '../refusal.ts';
import { arrivalFault, type ChannelPast, clockTolerance, noPast, pastAfter, type ReverseChannel } from './arrival.ts';
import { undoes } from './undoing.ts';

const now = 1_800_000_000_000;
const origin = 'ru.example/ru.post/az.post/1';
const root = (size: number) => size.toString(16).padStart(64, '0');
const entry = (size: number, changes: Partial<BasisEntry> = {}): BasisEntry => ({
  origin,
  root: root(size),
  size,
  ...changes,
});

function payload(
  time: number,
  basis: readonly BasisEntry[] = [],
  trust: Payload['samur']['trust'] = { AZ: 1, RU: 1, terms: 1 },
): Payload {
  const samur = {
    annexes: [],
    basis,
    issuer: 'az.post',
    nonce: '',
    profile: 'p',
    to: ['ru.post'],
    trust,
    type: 't',
    version: 1,
  };
  return { issuerDid: 'did:web:x', time, claims: {}, samur };
}

/** The issuer cosigned size 10 three seconds and size 20 one second before `now`. */
const cosignatures = new Map([
  [10, now - 3000],
  [20, now - 1000],
]);
const reverse: ReverseChannel = {
  origin,
  cosigned: (size) => {
    const time = cosignatures.get(size);
    return time === undefined ? undefined : { root: root(size), time };
  },
  cosignedBefore: (time) => Math.max(0, ...[...cosignatures].filter(([, at]) => at < time).map(([size]) => size)),
};

const past: ChannelPast = pastAfter(noPast, payload(now - 2000, [entry(10)], { AZ: 2, RU: 3, terms: 1 }));
const numbers = { AZ: 2, RU: 3, terms: 1 };

describe('what only the ends of a channel can see', () => {
  test('a record in order has no fault', () => {
    expect(arrivalFault(payload(now, [entry(20)], numbers), past, reverse, now)).toBeUndefined();
    expect(arrivalFault(payload(now - 1500, [entry(10)], numbers), past, reverse, now)).toBeUndefined();
    expect(arrivalFault(payload(now - 3000), noPast, reverse, now)).toBeUndefined();
    expect(arrivalFault(payload(now), noPast, undefined, now)).toBeUndefined();
  });

  test.each<[string, Payload, ChannelPast]>([
    ['record.time-decreases', payload(now - 2001, [entry(10)], numbers), past],
    ['record.time-ahead', payload(now + clockTolerance + 1, [entry(20)], numbers), past],
    ['trust.version-decreases', payload(now, [entry(20)], { ...numbers, RU: 2 }), past],
    ['trust.version-decreases', payload(now, [entry(20)], { AZ: 2, RU: 3 }), past],
    ['basis.shrinks', payload(now, [entry(9)], numbers), past],
    ['basis.missing-channel', payload(now, [], numbers), past],
    ['basis.missing-channel', payload(now), noPast],
    ['basis.unknown-size', payload(now, [entry(15)]), noPast],
    ['basis.root-mismatch', payload(now, [entry(20, { root: root(21) })]), noPast],
    ['basis.below-cosigned', payload(now, [entry(10)]), noPast],
    ['record.time-before-basis', payload(now - 1001, [entry(20)]), noPast],
  ])('%s', (code, arriving, before) => {
    expect(arrivalFault(arriving, before, reverse, now)).toMatchObject({ code });
    expect(undoes(code as Parameters<typeof undoes>[0])).toBe(true);
  });

  test('a cosignature of the same second is not held against a record: it carries whole seconds', () => {
    expect(arrivalFault(payload(now - 1, [entry(10)]), noPast, reverse, now)).toBeUndefined();
    expect(arrivalFault(payload(now, [entry(10)]), noPast, reverse, now)).toMatchObject({
      code: 'basis.below-cosigned',
    });
  });

  test('a channel that is not read may be left out, and still not fall back later', () => {
    const other = entry(5, { origin: 'ru.example/ru.customs/az.post/1' });
    const before = pastAfter(noPast, payload(now, [entry(20), other]));
    const between = payload(now, [entry(20)]);
    expect(arrivalFault(between, before, reverse, now)).toBeUndefined();
    const back = payload(now, [entry(20), { ...other, size: 4 }]);
    expect(arrivalFault(back, pastAfter(before, between), reverse, now)).toMatchObject({ code: 'basis.shrinks' });
  });

  test('a record that brings a part of the trust list may name older numbers', () => {
    const old = payload(now, [entry(20)], { AZ: 1, RU: 1, terms: 1 });
    const bringing: Payload = { ...old, samur: { ...old.samur, profile: 'exchange', type: 'trust' } };
    expect(arrivalFault(bringing, past, reverse, now)).toBeUndefined();
    expect(arrivalFault(old, past, reverse, now)).toMatchObject({ code: 'trust.version-decreases' });
  });

  test('five minutes of clock difference are borne, to the millisecond', () => {
    expect(arrivalFault(payload(now + clockTolerance, [entry(20)]), noPast, reverse, now)).toBeUndefined();
  });
});

test('what comes after is compared with the greatest of all before, faulty ones included', () => {
  const stated = fc.record({
    time: fc.nat(50),
    sizes: fc.dictionary(fc.constantFrom('a', 'b'), fc.nat(9)),
    az: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(stated, { minLength: 1 }), (list) => {
      const after = list.reduce(
        (before, { time, sizes, az }) =>
          pastAfter(
            before,
            payload(
              time,
              Object.entries(sizes).map(([name, size]) => entry(size, { origin: name })),
              { AZ: az },
            ),
          ),
        noPast,
      );
      expect(after.time).toBe(Math.max(...list.map(({ time }) => time)));
      expect(after.trust['AZ']).toBe(Math.max(...list.map(({ az }) => az)));
      for (const { origin: name, size } of after.basis)
        expect(size).toBe(Math.max(...list.map(({ sizes }) => sizes[name] ?? -1)));
    }),
  );
});

test('only faults that the two ends alone can see undo a record', () => {
  const undoing = refusalCodes.filter(undoes);
  expect(undoing.every((code) => /^(record\.time|trust\.(key|version)|basis|ledger|rule)/.test(code))).toBe(true);
  for (const code of [
    'record.bad-signature',
    'record.bad-claims',
    'record.not-entitled',
    'state.out-of-turn',
    'ledger.not-debiter',
  ] as const)
    expect(undoes(code)).toBe(false);
});
