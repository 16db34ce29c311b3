import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { languages } from '../../../kernel/finding.ts';
import type { ShownRecord } from '../../../kernel/panel.ts';
import { type VectorView, vectorView } from '../../../kernel/testing/vector-view.ts';
import type { WriteOff } from '../claims/write-off.ts';
import { massScale } from '../mass.ts';
import { certificateLedger } from '../positions.ts';
import { declaredKey, declaredRegister, writeOffKey, writeOffRegister } from '../registers.ts';
import { manifestPanel } from './manifest.ts';

interface Vector {
  readonly time: string;
  readonly subject: { readonly issuer: string; readonly to: readonly string[]; readonly claims: JsonObject };
}

const { time, subject } = JSON.parse(
  readFileSync(new URL('../vectors/valid/recognition-with-release.json', import.meta.url), 'utf8'),
) as Vector;
const record = 'c'.repeat(64);
const id = 'a'.repeat(64);
const key = ['az.afsa', 'ru.fsvps', 'AZ-26-004711', '1'];

/** Two lines on one line of the certificate, 18 t together. */
const claims = structuredClone(subject.claims) as unknown as { lines: { net: object; certificate?: object }[] };
const [first] = claims.lines;
if (first === undefined) throw new Error('no line');
claims.lines = [12, 6].map((tonnes, index) => ({
  ...first,
  sequence: index + 1,
  net: { value: String(tonnes), unit: 'TNE' },
  certificate: { number: 'AZ-26-004711', record, line: '1' },
}));

const offered = {
  ledger: certificateLedger,
  id: record,
  issuer: 'az.afsa',
  number: 'AZ-26-004711',
  state: { az: 'Verilib', ru: 'Выдан', en: 'Issued' },
  open: true,
  accounts: [{ key, part: '1', title: '', codes: [] }],
};

const kilograms = (value: string) => ({ value, unit: 'KGM' });
const position = (declaration: string, reserved: string, consumed = '0'): WriteOff => ({
  declaration,
  act: 'reserve',
  office: '99010001',
  manifest: id,
  lines: [
    {
      certificate: { record, number: 'AZ-26-004711', exporting: 'az.afsa', importing: 'ru.fsvps' },
      line: '1',
      hs: '0702000007',
      reserved: kilograms(reserved),
      consumed: kilograms(consumed),
    },
  ],
});

function held(...positions: readonly WriteOff[]): VectorView {
  const registers = positions.flatMap((one) => [
    { name: writeOffRegister, key: writeOffKey('ru.fts', one.declaration), value: one as unknown as JsonObject },
    {
      name: declaredRegister,
      key: declaredKey('ru.fts', id, one.declaration),
      value: { declaration: one.declaration },
    },
  ]);
  return { offered: [offered], registers };
}

function writeOffs(
  state: string,
  view: VectorView,
  self = 'ru.fts',
  language: 'az' | 'ru' | 'en' = 'en',
  more: Partial<ShownRecord> = {},
) {
  const shown: ShownRecord = {
    id,
    profile: 'customs',
    type: 'manifest',
    issuer: subject.issuer,
    to: subject.to,
    claims: claims as unknown as JsonObject,
    time: Date.parse(time),
    state,
    direction: self === subject.issuer ? 'issued' : 'received',
    self,
    ...more,
  };
  return manifestPanel.actions?.(shown, [], vectorView(view, massScale), language, Date.parse(time)) ?? [];
}
const offers = (...args: Parameters<typeof writeOffs>) => writeOffs(...args).filter(({ type }) => type === 'write-off');

const one = '99010001/221126/0000045';
const two = '99010001/221126/0000046';

describe('what is written off for a manifest', () => {
  it('is reserved before the release, with all that the lines need of the certificate', () => {
    for (const state of ['sent', 'registered', 'arrived', 'recognised', 'released']) {
      const [reserve, ...others] = offers(state, held());
      expect(others).toEqual([]);
      expect(reserve).toMatchObject({
        to: ['az.afsa', 'az.customs', 'ru.fsvps'],
        ready: false,
        claims: { act: 'reserve', manifest: id, lines: position(one, '18000').lines.map(({ hs: _, ...rest }) => rest) },
      });
      expect(reserve?.claims).not.toHaveProperty('declaration');
    }
  });

  it('is not reserved twice, nor where the certificate is not held', () => {
    expect(offers('arrived', held(position(one, '18000')))).toEqual([]);
    expect(offers('arrived', held(position(one, '0', '18000')))).toEqual([]);
    expect(offers('arrived', {})).toEqual([]);
    expect(offers('arrived', held(), 'az.customs')).toEqual([]);
  });

  it('is not reserved once more for the manifest that takes the place of another', () => {
    const replacing = { id: 'b'.repeat(64), about: id };
    const offered = (state: string) =>
      writeOffs(state, held(position(one, '18000')), 'ru.fts', 'en', replacing).filter(
        ({ type }) => type === 'write-off',
      );
    expect(offered('arrived')).toEqual([]);
    expect(offered('released').map((action) => action.claims)).toMatchObject([
      { act: 'consume', declaration: one, manifest: replacing.id },
    ]);
  });

  it('is topped up under the one declaration that holds it', () => {
    const [reserve] = offers('arrived', held(position(one, '10000')));
    expect(reserve).toMatchObject({ ready: true, claims: { declaration: one, lines: position(one, '18000').lines } });
    const [another] = offers('arrived', held(position(one, '0', '10000')));
    expect(another).toMatchObject({ ready: false, claims: { lines: [{ reserved: kilograms('8000') }] } });
  });

  it('is written off as it was reserved, before the released matter is closed', () => {
    const all = writeOffs('released', held(position(one, '18000')));
    expect(all[0]).toMatchObject({
      main: true,
      ready: true,
      claims: { act: 'consume', declaration: one, lines: position(one, '0', '18000').lines },
    });
    expect(all.filter(({ main }) => main)).toHaveLength(1);
    expect(writeOffs('released', held(position(one, '0', '18000')))[0]?.claims).toMatchObject({ kind: 'close' });
  });

  it('bears the numbers of declarations where there are several', () => {
    const titles = offers('released', held(position(one, '12000'), position(two, '6000'))).map(({ title }) => title);
    expect(titles).toEqual([expect.stringContaining(one), expect.stringContaining(two)]);
  });

  it('is freed or credited back when the goods go back', () => {
    expect(offers('returned', held(position(one, '18000'))).map((action) => action.claims)).toEqual([
      expect.objectContaining({ act: 'free', lines: position(one, '0').lines }),
    ]);
    expect(offers('returned', held(position(one, '0', '18000')))).toMatchObject([
      { ready: false, claims: { act: 'return', lines: position(one, '0', '0').lines } },
    ]);
  });

  it('has titles of its own in every language', () => {
    for (const language of languages) {
      const titles = ['arrived', 'released', 'closed', 'returned'].flatMap((state) =>
        writeOffs(state, held(position(one, '9000', '3000')), 'ru.fts', language).map(({ title }) => title),
      );
      expect(titles.filter((title) => title.trim() === '' || title.includes('undefined'))).toEqual([]);
      const told = writeOffs('closed', held(position(one, '9000', '3000')), 'ru.fts', language);
      expect(new Set(told.map(({ title }) => title)).size).toBe(told.length);
    }
  });
});
