import type { Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue } from '../kernel/catalogue.ts';
import { parcelProfile } from '../kernel/testing/parcel-profile.ts';
import { compileSchema } from '../server/schema-compiler.ts';
import { peer, runLine } from './testing/run-line.ts';
import { localTime } from './text-output.ts';

const catalogue = loadCatalogue([{ ...parcelProfile, signals: ['too-heavy'] }], compileSchema) as Catalogue;
const time = Date.parse('2026-11-03T10:00:00Z');
const id = 'a'.repeat(64);

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** Rows of what a command prints: cells between runs of spaces. */
const cells = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/));

async function samur(line: string, answer: (url: URL) => unknown) {
  const { server, address, asked } = await peer(answer);
  servers.push(server);
  return { ...(await runLine(catalogue, [...line.split(' '), '--server', address])), asked };
}

const record = { profile: 'parcel', type: 'parcel', version: 1, issuer: 'az.alpha', to: ['ru.beta'], time, title: '' };
const announced = { ...record, id, direction: 'issued', number: 'P-1', state: 'announced' };
const clock = { turn: ['ru.beta'], limit: 'parcel.acceptance', since: time, until: time + 3_600_000, seen: true };

describe('clocks', () => {
  const shown = (clock: object) => ({
    ...announced,
    clock,
    claims: {},
    annexes: [],
    findings: [],
    refusals: [],
    placements: [],
    followUps: [],
    approvals: [],
  });
  const show = async (clock: object) => cells((await samur(`show ${id}`, () => shown(clock))).out);

  it('are shown with turn, limit, start and end', async () => {
    const lines = await show({ ...clock, overdue: true });
    expect(lines).toContainEqual(['Next to act', 'ru.beta']);
    expect(lines).toContainEqual(['Time limit', 'Acceptance']);
    expect(lines).toContainEqual(['Since', localTime(time)]);
    expect(lines).toContainEqual(['Until', `${localTime(time + 3_600_000)} (overdue)`]);
  });

  it('say why they do not run', async () => {
    const { since: _, until: __, ...still } = clock;
    expect(await show({ ...still, overdue: false })).toContainEqual(['Since', 'not delivered yet']);
    expect(await show({ ...still, overdue: false, seen: false })).toContainEqual(['Since', 'cannot be seen from here']);
  });

  it('stand in lists, which can be narrowed to them, over pages that hold none', async () => {
    const pages = new Map<string | null, unknown>([
      [null, { items: [], next: '900' }],
      ['900', { items: [{ ...announced, clock: { ...clock, overdue: true } }], next: '100' }],
      ['100', { items: [] }],
    ]);
    const answer = (url: URL) => pages.get(url.searchParams.get('cursor'));
    const { out, asked } = await samur('list --overdue --turn mine', answer);
    const query = '/api/records?overdue=true&turn=mine&limit=50';
    expect(asked).toEqual([query, `${query}&cursor=900`, '/api/records?overdue=true&turn=mine&limit=49&cursor=100']);
    const [head, line] = cells(out);
    expect(head?.slice(-2)).toEqual(['Next to act', 'Until']);
    expect(line?.slice(-2)).toEqual(['ru.beta', `${localTime(time + 3_600_000)} (overdue)`]);
    expect((await samur('list --turn ours', () => ({ items: [] }))).code).toBe(2);
  });
});

describe('a dated register', () => {
  const statement = (letter: string, day: number, value: string | null) => ({
    record: letter.repeat(64),
    issuer: 'ru.beta',
    value,
    time: time + day * 86_400_000,
    effective: letter !== 'c',
    known: [{ institution: 'az.alpha', time: time + (day + 1) * 86_400_000 }],
  });
  const statements = [statement('a', 0, '10'), statement('b', 1, null), statement('c', 2, '30')];
  const row = { register: 'parcel/rates', key: ['ru.beta', 'greatest'], statements };

  it('tells every statement and who knew it when', async () => {
    const { out, asked } = await samur('register rates ru.beta --history', () => ({ items: [row] }));
    expect(asked).toEqual(['/api/registers/parcel/rates/history?key=ru.beta&limit=200']);
    const lines = cells(out);
    expect(lines[0]).toEqual(['Post', 'Name', 'Stated', 'Effect', 'Record', 'Known to, since', 'Value']);
    const known = (day: number) => `az.alpha ${localTime(time + day * 86_400_000)}`;
    expect(lines.slice(1).map((line) => line.slice(3))).toEqual([
      ['counts', 'aaaaaaaaaaaa', known(1), '"10"'],
      ['counts', 'bbbbbbbbbbbb', known(2), 'taken out'],
      ['does not count', 'cccccccccccc', known(3), '"30"'],
    ]);
  });

  it('tells what was in force on a day, and what others knew of it', async () => {
    const on = (inForce: string | undefined, known: string | undefined) => ({
      ...row,
      on: {
        time,
        ...(inForce && { inForce: inForce.repeat(64) }),
        known: [{ institution: 'az.alpha', ...(known && { record: known.repeat(64) }) }],
      },
    });
    const items = [on('a', 'a'), on('a', undefined), on(undefined, 'b')];
    const { out, asked } = await samur('register rates --on 2026-11-03', () => ({ items }));
    expect(asked).toEqual(['/api/registers/parcel/rates/history?on=2026-11-03&limit=200']);
    const [first, head, ...lines] = cells(out);
    expect(first).toEqual([`As of ${localTime(time)}`]);
    expect(head).toEqual(['Post', 'Name', 'Stated', 'Record', 'Known then to', 'Value']);
    expect(lines.map((line) => line.slice(2))).toEqual([
      [localTime(time), 'aaaaaaaaaaaa', 'az.alpha', '"10"'],
      [localTime(time), 'aaaaaaaaaaaa', 'az.alpha (nothing)', '"10"'],
      ['az.alpha (bbbbbbbbbbbb)', 'nothing in force'],
    ]);
    expect((await samur('register rates --on yesterday', () => ({ items: [] }))).code).toBe(2);
  });

  it('stands as it is without a day', async () => {
    const items = [{ register: 'parcel/rates', key: ['ru.beta', 'greatest'], value: '7', record: id, time }];
    const { out, asked } = await samur('register rates ru.beta --word GREAT', () => ({ items }));
    expect(asked).toEqual(['/api/registers/parcel/rates?key=ru.beta&word=GREAT&limit=200']);
    expect(cells(out)).toEqual([
      ['Post', 'Name', 'Stated', 'Record', 'Value'],
      ['ru.beta', 'greatest', localTime(time), 'aaaaaaaaaaaa', '"7"'],
    ]);
  });
});

describe('balances', () => {
  const account = {
    ledger: 'parcel/allowance',
    key: ['az.alpha', 'ru.beta'],
    unit: 'KGM',
    available: '6500',
    credited: '10000',
    debited: '3500',
    settled: '0',
    frozen: true,
    byMovement: { limit: '10000', loaded: '3500' },
  };

  it('stand under the names of key parts and movements, in tonnes', async () => {
    const { out, asked } = await samur('balance beta', () => ({ items: [account] }));
    expect(asked).toEqual(['/api/ledgers/parcel/allowance?word=beta&limit=200']);
    expect(cells(out)).toEqual([
      ['Allowance'],
      ['Sender', 'Receiver', 'limit', 'returned', 'loaded', 'reserved', 'Available', 'State'],
      ['az.alpha', 'ru.beta', '10 t', '0 t', '3.5 t', '0 t', '6.5 t', 'frozen'],
    ]);
  });

  it('go on over pages, and say when there is more', async () => {
    const answer = ({ searchParams }: URL) =>
      searchParams.has('cursor') ? { items: [account], next: 'z' } : { items: [account], next: 'y' };
    const two = await samur('balance --limit 2 --json', answer);
    expect(JSON.parse(two.out)).toEqual({ items: [account, account], more: true });
    expect(two.asked[1]).toBe('/api/ledgers/parcel/allowance?limit=1&cursor=y');
    expect((await samur('balance --limit 1', answer)).out).toContain('There is more');
    expect((await samur('balance --ledger line', () => ({ items: [] }))).asked).toEqual([
      '/api/ledgers/parcel/line?limit=200',
    ]);
    expect((await samur('balance --ledger purse', () => ({ items: [] }))).err).toContain('There is no "purse"');
  });

  it('ledgers show accounts of any kind', async () => {
    const { out } = await samur('ledger allowance az.alpha --word beta', () => ({ items: [account] }));
    expect(cells(out)[0]?.slice(0, 3)).toEqual(['Sender', 'Receiver', 'Available']);
    expect(cells(out)[1]?.slice(2)).toEqual(['6500', '10000', '3500', '0', 'KGM', 'frozen']);
  });
});

describe('signals', () => {
  const finding = { code: 'too-heavy', severity: 'warn', path: '/load', text: 'Too heavy: 30 kg.' };

  it('are listed with their sentences', async () => {
    const second = { ...finding, text: 'Too heavy: 31 kg.' };
    const { out, asked } = await samur('signals --code too-heavy', () => ({
      items: [{ ...announced, findings: [finding, second] }],
    }));
    expect(asked).toEqual(['/api/signals?code=too-heavy&limit=200']);
    const [head, first, next] = cells(out);
    expect(head?.at(-1)).toBe('Signal');
    expect(first).toEqual([
      'aaaaaaaaaaaa',
      localTime(time),
      'Parcel',
      'P-1',
      'az.alpha',
      'Too heavy: 30 kg. [too-heavy]',
    ]);
    expect(next).toEqual(['', 'Too heavy: 31 kg. [too-heavy]']);
    expect((await samur('signals --code quiet', () => ({ items: [] }))).err).toContain('Names in use: too-heavy');
  });
});
