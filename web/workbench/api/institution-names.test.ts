import { describe, expect, it } from 'vitest';
import { institutionsIn } from './institution-names.ts';

const text = (word: string) => ({ az: word, ru: word, en: word });
const signed = (...institutions: object[]) =>
  JSON.stringify({
    payload: new TextEncoder().encode(JSON.stringify({ institutions })).toBase64({ alphabet: 'base64url' }),
  });

describe('institutions of a served trust list', () => {
  it('are called as the newest part calls them', () => {
    const old = { id: 'az.one', names: text('Old'), functions: [] };
    const now = { id: 'az.one', names: text('Yeni ə'), functions: ['post'] };
    const other = { id: 'ru.two', names: text('Другое'), functions: [] };
    const found = institutionsIn({ parts: { AZ: [signed(old), signed(now)], RU: [signed(other)] } });
    expect(found.get('az.one')).toEqual(now);
    expect([...found.keys()].toSorted()).toEqual(['az.one', 'ru.two']);
  });

  it('are left out where nothing can be read', () => {
    expect(institutionsIn({ parts: { AZ: ['', '{}', '{"payload":"!"}', signed()] } }).size).toBe(0);
  });
});
