import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import type { Key } from '../../../kernel/profile.ts';
import type { RegisterView } from '../../../kernel/question.ts';
import { fill } from '../../../kernel/words.ts';
import { growerKey } from '../registers.ts';
import { admitted } from './admitted.ts';

const importer = 'ru.fsvps';
const exporter = 'az.afsa';
const parameters = { importer, exporter, grower: 'AZ-K-1', product: 'LYPES' };
type Row = readonly [register: string, key: Key, value: Json];

const registered = (id: string, more: JsonObject = {}): Row => [
  'grower',
  growerKey(exporter, id),
  { id, kind: 'grower', status: 'active', name: 'Nümunə', since: '2020-01-01', ...more },
];
const season = (name: string, from: string, to: string, more: JsonObject = {}): Row => [
  'admission',
  [importer, exporter, 'AZ-K-1', 'LYPES', name],
  { ...{ exporter, grower: 'AZ-K-1', product: 'LYPES', season: name, from, to }, volume: tonnes('20.5'), ...more },
];
const tonnes = (value: string) => ({ value, unit: 'TNE' });
const suspended = (
  since: string,
  { grower = '*', product = '*', pest = '*', ...more }: Record<string, string>,
): Row => [
  'suspension',
  [importer, exporter, grower, product, pest, since],
  {
    ...{ exporter, reason: 'pest-found', since, ...more },
    ...(grower !== '*' && { grower }),
    ...(product !== '*' && { product }),
    ...(pest !== '*' && { pest }),
  },
];

function viewOf(rows: readonly Row[]): RegisterView {
  return {
    register: (name, key) => rows.find((row) => row[0] === name && row[1].join() === key.join())?.[2],
    list: (name, prefix) =>
      rows
        .filter((row) => row[0] === name && prefix.every((part, at) => row[1][at] === part))
        .map(([, key, value]) => ({ key, value, record: '' })),
  };
}

function ask(day: string, rows: readonly Row[], more: Record<string, string> = {}) {
  const { code, detail, rests } = admitted.answer(
    { ...parameters, ...more },
    viewOf(rows),
    Date.parse(`${day}T23:59:59.999Z`),
  );
  const text = fill(admitted.answers[code]?.en ?? '', detail);
  return { code, text, rests: rests.map(({ register, key }) => `${register} ${key.at(-1)}`) };
}

const grower = registered('AZ-K-1');
const two = [grower, season('2025-26', '2025-11-01', '2026-05-31'), season('2026-27', '2026-11-01', '2027-05-31')];

describe('whether a grower was admitted, in words', () => {
  it.each<[string, string, readonly Row[], Record<string, string>, string, readonly string[]]>([
    ['2026-11-14', 'not-registered', [], {}, 'had not stated a registration of AZ-K-1', ['grower AZ-K-1']],
    ['2019-12-31', 'not-registered', two, {}, 'or the registration had not begun', ['grower AZ-K-1']],
    [
      '2026-11-14',
      'ceased',
      [registered('AZ-K-1', { status: 'ceased', ceased: '2026-11-02T08:00:00.000Z' })],
      {},
      'had ended (2026-11-02).',
      ['grower AZ-K-1'],
    ],
    [
      '2026-11-14',
      'not-member',
      [grower, registered('AZ-G-2')],
      { member: 'AZ-G-2' },
      'AZ-G-2 was not a member',
      ['grower AZ-K-1', 'grower AZ-G-2'],
    ],
    ['2026-11-14', 'no-admission', [grower], {}, 'no admission for LYPES.', ['grower AZ-K-1']],
    [
      '2026-11-14',
      'no-admission',
      [grower],
      { season: '2026-27' },
      '(season: 2026-27)',
      ['grower AZ-K-1', 'admission 2026-27'],
    ],
    ['2025-10-31', 'not-yet', two, {}, 'first day 2025-11-01', ['grower AZ-K-1', 'admission 2025-26']],
    ['2026-07-01', 'not-yet', two, {}, 'first day 2026-11-01', ['grower AZ-K-1', 'admission 2026-27']],
    ['2026-07-01', 'ended', two.slice(0, 2), {}, 'last day 2026-05-31', ['grower AZ-K-1', 'admission 2025-26']],
    ['2027-07-01', 'ended', two, {}, 'last day 2027-05-31', ['grower AZ-K-1', 'admission 2026-27']],
    ['2026-11-14', 'ended', two, { season: '2025-26' }, 'season 2025-26', ['grower AZ-K-1', 'admission 2025-26']],
    ['2026-05-31', 'admitted', two, {}, 'season 2025-26', ['grower AZ-K-1', 'admission 2025-26']],
    [
      '2026-11-14',
      'admitted',
      two,
      {},
      'Admitted: AZ-K-1, product LYPES, season 2026-27, 2026-11-01 to 2027-05-31, 20.5 t; by ru.fsvps.',
      ['grower AZ-K-1', 'admission 2026-27'],
    ],
    [
      '2026-11-14',
      'admitted',
      [...two, registered('AZ-H-1')],
      { site: 'AZ-H-1' },
      'by ru.fsvps (site: AZ-H-1).',
      ['grower AZ-K-1', 'grower AZ-H-1', 'admission 2026-27'],
    ],
    [
      '2026-11-14',
      'suspended',
      [
        ...two,
        registered('AZ-H-1'),
        suspended('2026-11-10T08:00:00.000Z', { grower: 'AZ-H-1', pest: 'TOBRFV', from: '2026-11-12' }),
        suspended('2026-11-13T08:00:00.000Z', { grower: 'AZ-H-1', pest: 'GNORAB', from: '2026-11-01' }),
      ],
      { site: 'AZ-H-1' },
      'from AZ-H-1 since 2026-11-12 (pest: TOBRFV; further suspensions in force, since: 2026-11-13).',
      [
        'grower AZ-K-1',
        'grower AZ-H-1',
        'admission 2026-27',
        'suspension 2026-11-10T08:00:00.000Z',
        'suspension 2026-11-13T08:00:00.000Z',
      ],
    ],
    [
      '2026-11-14',
      'country-suspended',
      [...two, suspended('2026-11-10T08:00:00.000Z', { legalAct: 'N 1', until: '2026-12-01' })],
      {},
      'the whole country (az.afsa) since 2026-11-10 (last day: 2026-12-01; legal act: N 1).',
      ['grower AZ-K-1', 'admission 2026-27', 'suspension 2026-11-10T08:00:00.000Z'],
    ],
  ])('on %s: %s', (day, code, rows, more, text, rests) => {
    expect(ask(day, rows, more)).toEqual({ code, text: expect.stringContaining(text), rests });
  });

  it('is held by both services', () => {
    expect(admitted.heldBy?.(parameters)).toEqual([exporter, importer]);
  });
});
