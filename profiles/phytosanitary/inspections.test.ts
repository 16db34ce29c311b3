import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Movement, Statement } from '../../kernel/profile.ts';
import { balanceKey, balanceLedger } from './balance.ts';
import type { Quantity } from './claims/text.ts';
import { lineKey, lineLedger } from './ledgers/line.ts';
import { reExportKey, reExportLedger } from './ledgers/re-export.ts';
import { phytosanitary } from './profile.ts';
import { massView } from './testing/mass-view.ts';
import { customs, exporter, importer, Season } from './testing/season.ts';

interface Vector extends Omit<Statement, 'time'> {
  readonly time: string;
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8')) as Vector;
const statementOf = (name: string) => {
  const vector = read(name);
  return { ...vector, id: 'i', time: Date.parse(vector.time) };
};

const { certificate, inspection, settlement } = phytosanitary.types;
const number = 'AZ-PC-2026-220010';
const key = (sequence: number) => lineKey('az.afsa', 'ru.fsvps', number, sequence);
const released = (sequence: number, amount: bigint): Movement => ({
  ledger: reExportLedger,
  key: reExportKey('az.afsa', 'ru.fsvps', number, sequence),
  movement: 'released',
  amount,
  path: `/lines/${sequence - 1}/released`,
});
const crossed = (sequence: number, amount: bigint): Movement => ({
  ledger: lineLedger,
  key: key(sequence),
  movement: 'crossed',
  amount,
});

describe('an inspection', () => {
  const part = statementOf('inspection');

  it('credits for re-export what it releases and stops nothing of which something is released', () => {
    expect(inspection?.movements?.(part)).toEqual([
      crossed(1, 15_500_000_000n),
      crossed(2, 500_000_000n),
      released(1, 15_000_000_000n),
      released(2, 500_000_000n),
    ]);
  });

  it('stops the lines of which nothing is released', () => {
    const claims = structuredClone(part.claims) as { lines: JsonObject[] };
    claims.lines[1] = { sequence: 2, arrived: { value: '500', unit: 'KGM' }, returned: { value: '500', unit: 'KGM' } };
    expect(inspection?.movements?.({ ...part, claims: claims as unknown as JsonObject })).toEqual([
      { ledger: lineLedger, key: key(2), movement: 'stopped', amount: 0n },
      crossed(1, 15_500_000_000n),
      crossed(2, 0n),
      released(1, 15_000_000_000n),
    ]);
  });

  it('that holds the goods moves nothing and settles nothing', () => {
    const hold = statementOf('inspection-hold');
    expect(inspection?.movements?.(hold)).toEqual([]);
    expect(inspection?.answers?.(hold, 'ru.fsvps', massView())).toEqual([]);
  });

  it('is settled by the importing institution, which shares the free part out among the sources', () => {
    const settled = read('settlement-with-sources');
    const answer = { type: 'settlement', to: ['az.afsa'], about: part.subject?.id, claims: settled.claims };
    expect(inspection?.answers?.(part, 'ru.fsvps', massView())).toEqual([answer]);
    expect(inspection?.answers?.(part, 'az.afsa', massView())).toEqual([]);
  });

  it('that lets all in that was certified needs no settlement, one of a short arrival does', () => {
    const full = structuredClone(part.claims) as { lines: JsonObject[] };
    const all = { value: '18', unit: 'TNE' };
    full.lines[0] = { sequence: 1, arrived: all, released: all };
    const answers = (claims: unknown) =>
      inspection?.answers?.({ ...part, claims: claims as JsonObject }, 'ru.fsvps', massView());
    expect(answers(full)).toEqual([]);
    const less = { value: '17.9', unit: 'TNE' };
    full.lines[0] = { sequence: 1, arrived: less, released: less };
    expect(answers(full)).toHaveLength(1);
  });

  it('that lets all in after a withdrawal was settled restates that nothing is free', () => {
    const full = structuredClone(part.claims) as { lines: JsonObject[] };
    const all = { value: '18', unit: 'TNE' };
    full.lines[0] = { sequence: 1, arrived: all, released: all };
    const account = { ledger: lineLedger, credited: '18000', debited: '0' };
    const settledAs = (free: string) =>
      massView({ accounts: [{ ...account, key: key(1), settled: free, byMovement: { settled: free } }] });
    for (const free of ['18000', '0']) {
      const claims = full as unknown as JsonObject;
      const [answer, other] = inspection?.answers?.({ ...part, claims }, 'ru.fsvps', settledAs(free)) ?? [];
      expect(other).toBeUndefined();
      expect(answer?.claims).toMatchObject({
        lines: [
          { used: '18000', reserved: '0', free: '0', sources: ['0', '0', '0'] },
          { used: '500', reserved: '0', free: '0' },
        ],
      });
    }
  });

  it('warns only who signs a release after the certificate was taken back', () => {
    const rule = inspection?.rules.find(({ name }) => name.includes('had crossed before'));
    const asked = (state: string, result: string) => {
      const subject = part.subject && { ...part.subject, state };
      const found = rule?.check(
        { ...part, ...(subject && { subject }), claims: { ...part.claims, result } },
        massView(),
      );
      return found?.map(({ code, severity }) => `${severity} ${code}`);
    };
    for (const state of ['withdrawn', 'replaced']) {
      expect(asked(state, 'release')).toEqual(['warn certificate-taken-back']);
      expect(asked(state, 'release-part')).toEqual(['warn certificate-taken-back']);
      expect(asked(state, 'reject')).toEqual([]);
    }
    expect(asked('recognised', 'release')).toEqual([]);
    expect(rule?.askedOf?.(part)).toEqual([]);
  });

  it('is outweighed by what customs wrote off; what they still reserve stays reserved', () => {
    const account = { ledger: lineLedger, key: key(1), credited: '18000', debited: '17000' };
    const view = massView({ accounts: [{ ...account, byMovement: { consumed: '16000', reserved: '1000' } }] });
    const [answer] = inspection?.answers?.(part, 'ru.fsvps', view) ?? [];
    const lines = [
      { used: '16000', reserved: '1000', free: '1000' },
      { used: '500', reserved: '0', free: '0' },
    ];
    expect(answer?.claims).toMatchObject({ lines });
  });
});

describe('a settlement', () => {
  it('frees each source by itself, in a slot of its own', () => {
    const freed = settlement
      ?.movements?.(statementOf('settlement-with-sources'))
      .filter(({ ledger }) => ledger === balanceLedger);
    const of = (grower: string, index: number, amount: bigint) => ({
      ledger: balanceLedger,
      key: balanceKey('az.afsa', 'ru.fsvps', grower, 'LYPES', '2026-27'),
      movement: 'freed',
      amount,
      slot: `${number}/1/${index}`,
    });
    expect(freed).toEqual([
      of('AZ-GH-0042', 0, 1_388_888_889n),
      of('AZ-COOP-3', 1, 694_444_444n),
      of('AZ-G-0200', 2, 416_666_667n),
    ]);
  });
});

describe('a certificate', () => {
  const statement = statementOf('certificate-with-sources');

  it('debits the balance of each source and counts it in the week of its signing', () => {
    const moved = certificate?.movements?.(statement).filter(({ ledger }) => ledger !== lineLedger);
    expect(moved?.map(({ ledger, key: [, , ...rest], amount }) => [ledger, ...rest, amount])).toEqual([
      ['season-balance', 'AZ-GH-0042', 'LYPES', '2026-27', 10_000_000_000n],
      ['season-balance', 'AZ-COOP-3', 'LYPES', '2026-27', 5_000_000_000n],
      ['season-balance', 'AZ-G-0200', 'LYPES', '2026-27', 3_000_000_000n],
      ['weekly', 'AZ-GH-0042', 'LYPES', '2026-W46', 10_000_000_000n],
      ['weekly', 'AZ-COOP-3', 'LYPES', '2026-W46', 5_000_000_000n],
      ['weekly', 'AZ-G-0200', 'LYPES', '2026-W46', 3_000_000_000n],
    ]);
  });

  it('is measured by grower and product', () => {
    const amounts = certificate?.amounts?.(statement) ?? [];
    expect(amounts.filter(({ by }) => by === 'grower').map(({ key: of, amount, path }) => [of, amount, path])).toEqual([
      ['AZ-GH-0042', 10_000_000_000n, '/lines/0/sources/0'],
      ['AZ-COOP-3', 5_000_000_000n, '/lines/0/sources/1'],
      ['AZ-G-0200', 3_000_000_000n, '/lines/0/sources/2'],
    ]);
    expect(certificate?.amounts?.(statementOf('tomatoes-and-persimmons'))).toEqual([
      { by: 'product', key: 'LYPES', amount: 18_000_000_000n, path: '/lines/0' },
    ]);
  });
});

/** Goods come in from one country and go on to a third party's: only what was let in, and only once. */
describe('re-export', () => {
  const kilograms = (value: number): Quantity => ({ value: String(value), unit: 'KGM' });
  const goods = { botanicalNames: [{ text: 'Malus domestica' }], netWeight: kilograms(18_000) };
  const way = { issued: '2026-11-01', exportCountry: { code: 'RU' }, importCountry: { code: 'AZ' } };

  function cameIn(arrived: number, out: number) {
    const season = new Season();
    const claims = { ...way, number: 'RU-1', lines: [{ ...goods, sequence: 1 }] } as unknown as JsonObject;
    const original = season.issue(importer, { type: 'certificate', claims })?.id as string;
    season.catchUp();
    const check = { result: 'conform' };
    const line = { sequence: 1, arrived: kilograms(arrived), released: kilograms(out) };
    const inspected = {
      ...{ result: out === arrived ? 'release' : 'release-part', checkpoint: 'AZYAL' },
      ...{ started: '2026-11-01', ended: '2026-11-01', documents: check, identity: check, physical: check },
      lines: [out === arrived ? line : { ...line, returned: kilograms(arrived - out), reasons: ['seal-broken'] }],
    };
    season.issue(exporter, { type: 'inspection', claims: inspected as unknown as JsonObject, about: original });
    season.catchUp();
    return { season, original };
  }

  const goOn = (original: string, sent: number, said: number) => {
    const named = { certificate: original, exporter: importer, number: 'RU-1', line: 1, quantity: kilograms(sent) };
    const lines = [{ ...goods, sequence: 1, originals: [named] }];
    return {
      type: 're-export-certificate',
      claims: { ...way, exportCountry: { code: 'AZ' }, importCountry: { code: 'RU' }, number: `AZ-${said}`, lines },
    } as { type: string; claims: JsonObject };
  };
  const found = (season: Season, self: string, draft: ReturnType<typeof goOn>) => {
    const rules = phytosanitary.types[draft.type]?.rules.filter(({ name }) => /original/.test(name)) ?? [];
    const statement = season.statement(self, draft);
    const codes = rules.flatMap((rule) => season.of(self).complete(() => rule.check(statement, season.view(self))));
    return codes.map(({ code, severity }) => `${severity} ${code}`);
  };

  it('goes as far as what was released, whatever was certified', () => {
    const { season, original } = cameIn(17_000, 12_000);
    const key = reExportKey(importer, exporter, 'RU-1', 1);
    expect(season.account(exporter, reExportLedger, key)?.available).toBe(12_000_000_000n);
    expect(season.issue(exporter, goOn(original, 7_000, 1))).toBeDefined();
    expect(found(season, exporter, goOn(original, 5_001, 2))).toContain('warn original-exceeded');
    expect(season.issue(exporter, goOn(original, 5_001, 2))).toBeUndefined();
    expect(season.issue(exporter, goOn(original, 5_000, 3))).toBeDefined();
    season.catchUp();
    for (const self of [exporter, importer, customs])
      expect(season.account(self, reExportLedger, key)).toMatchObject({ available: 0n, debited: 12_000_000_000n });
  });

  it('of goods that were not inspected, or to another institution, is refused', () => {
    const season = new Season();
    const claims = { ...way, number: 'RU-1', lines: [{ ...goods, sequence: 1 }] } as unknown as JsonObject;
    const original = season.issue(importer, { type: 'certificate', claims })?.id as string;
    season.catchUp();
    expect(found(season, exporter, goOn(original, 1, 1))).toContain('refuse original-not-released');
    expect(season.issue(exporter, goOn(original, 1, 1))).toBeUndefined();
  });

  it('of an original that is not held is told, not guessed', () => {
    const season = new Season();
    const codes = found(season, importer, goOn('f'.repeat(64), 1, 1));
    expect(codes).toContain('inform original-not-held');
    expect(season.issue(exporter, goOn('f'.repeat(64), 1, 1))).toBeUndefined();
  });
});
