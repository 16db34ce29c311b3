import { expect, test } from 'vitest';
import { statusListBits } from '../../kernel/exchange/status-list.ts';
import { statusListNamed } from '../../kernel/record/payload.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { acceptPart } from '../../kernel/trust/accept-part.ts';
import { readPin } from '../../kernel/trust/pin.ts';
import { foundTrust } from '../../kernel/trust/trust-list.ts';
import { anchorAZ, following, institution, part, pin, sign } from '../../kernel/trust/vectors/authority.ts';
import { nodeCrypto, randomBytes } from '../crypto-node.ts';
import { PreparedRecords } from './prepared-records.ts';
import {
  adoptEntries,
  drawEntry,
  listCapacity,
  type OpenStatusList,
  StatusDraw,
  takeDrawn,
  takeEntry,
} from './status-entries.ts';

function must<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${value.path}`);
  return value;
}

const first = part('AZ', [institution('az.post', [])]);
const later = following(first, { institutions: [institution('az.post', [], { endpoint: 'https://post.az.example' })] });
const trust = must(acceptPart(foundTrust(must(readPin(pin(), nodeCrypto))), sign(first, anchorAZ), nodeCrypto));
const overHttps = must(acceptPart(trust, sign(later, anchorAZ), nodeCrypto));

const newCore = (random = randomBytes) => ({
  id: 'az.post',
  random,
  statusList: undefined as OpenStatusList | undefined,
  prepared: new PreparedRecords(),
});
const group = (before?: StatusDraw) => ({ trust, status: new StatusDraw(before) });

test('a list takes three quarters of its entries, each once; then the next one opens', () => {
  const core = newCore();
  const taken = new Set<string>();
  const numbers = new Map<number, number>();
  let before: StatusDraw | undefined;
  // Groups of 100, each worked on while the one before is being written.
  for (let i = 0; i < listCapacity / 100 + 20; i++) {
    const stage = group(before);
    for (let k = 0; k < 100; k++) {
      const { list, index } = takeEntry(core, stage);
      expect(index).toBeLessThan(statusListBits);
      taken.add(`${list} ${index}`);
      const number = statusListNamed(list)?.number ?? 0;
      numbers.set(number, (numbers.get(number) ?? 0) + 1);
    }
    if (before) adoptEntries(core, { status: before });
    before = stage.status;
  }
  expect(taken.size).toBe((Math.ceil(listCapacity / 100) + 20) * 100);
  expect([...numbers.keys()]).toEqual([1, 2]);
  expect(numbers.get(1)).toBeLessThanOrEqual(listCapacity);
  expect(numbers.get(1)).toBeGreaterThan(listCapacity - 200);
});

test('what a dropped group had taken is free again, also the list that it had opened', () => {
  // One entry only: whatever is lost would be asked for without end.
  const core = newCore((bytes) => new Uint8Array(bytes).fill(7));
  const entry = takeEntry(core, group());
  expect(takeEntry(core, group())).toEqual(entry);
  expect(entry.list).toBe('http://post.az.example/status/az.post/1');
  expect(core.statusList).toBeUndefined();
});

test('an institution that moves to another address opens a list there', () => {
  const core = newCore();
  const here = group();
  takeEntry(core, here);
  adoptEntries(core, here);
  const there = { trust: overHttps, status: new StatusDraw() };
  expect(takeEntry(core, there).list).toBe('https://post.az.example/status/az.post/2');
  expect(takeEntry(core, there).list).toBe('https://post.az.example/status/az.post/2');
  adoptEntries(core, there);
  expect(core.statusList).toMatchObject({ number: 2, count: 2 });
});

test('an entry that was drawn is taken later, once, and only while its list is open', () => {
  const core = newCore();
  const drawn = drawEntry(core, group());
  expect(core.statusList).toBeUndefined();
  const first = group();
  expect(takeDrawn(core, first, drawn)).toBe(true);
  expect(takeDrawn(core, first, drawn)).toBe(false);
  expect(takeDrawn(core, group(first.status), drawn)).toBe(false);
  adoptEntries(core, first);
  expect(takeDrawn(core, group(), drawn)).toBe(false);
  const another = drawEntry(core, group());
  expect(another.index).not.toBe(drawn.index);
  // The institution's address became another: so did that of the list.
  expect(takeDrawn(core, { trust: overHttps, status: new StatusDraw() }, another)).toBe(false);
  expect(takeDrawn(core, group(), another)).toBe(true);
});
