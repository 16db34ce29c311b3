import { expect, test } from 'vitest';
import { utf8 } from '../../kernel/bytes.ts';
import { nodeCrypto as crypto } from '../../server/crypto-node.ts';
import { dictionaries } from './dictionary.ts';

/** Papers were printed with them: one that differs in a byte leaves those papers unreadable. Only ever add to this list. */
const published = ['f79b03ec67d87edac0e2f10b0d633df2f4496643ea87b33c8df3a935b670e6e6'];

test('dictionaries are, byte for byte, those that papers were printed with', () => {
  expect(dictionaries.map((text) => crypto.sha256(utf8(text)).toHex())).toEqual(published);
});

test('a dictionary leaves room in the window of DEFLATE', () => {
  for (const text of dictionaries) expect(utf8(text).length).toBeLessThanOrEqual(32_000);
});

test('a dictionary names no party of the demonstration', () => {
  for (const text of dictionaries) expect(text).not.toMatch(/Nümunə|Образец/);
});
