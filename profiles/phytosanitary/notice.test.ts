import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { RegisterStatement, Statement } from '../../kernel/profile.ts';
import { subjectOf } from '../../kernel/testing/vector-view.ts';
import { phytosanitary } from './profile.ts';
import { noticedKey, noticedRegister, noticedUnitKey, noticedUnitRegister } from './registers.ts';
import { massView } from './testing/mass-view.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`vectors/valid/${name}.json`, import.meta.url), 'utf8'));

function statementOf(name: string): Statement {
  const { time, subject, type, issuer, to, claims } = read(name);
  const stated = { type, issuer, to, claims, time: Date.parse(time) };
  return subject === undefined ? stated : { ...stated, subject: subjectOf(subject) };
}

const notice = phytosanitary.types['prior-notice'];
const cancellation = phytosanitary.types['notice-cancellation'];
const [first, second] = ['1'.repeat(64), '2'.repeat(64)] as [string, string];

const rowsOf = (register: string) => (stated: readonly RegisterStatement[] | undefined) =>
  (stated ?? []).filter((one) => one.register === register);
const lineRows = rowsOf(noticedRegister);
const unitRows = rowsOf(noticedUnitRegister);

describe('the register of announced lines', () => {
  it('tells under which notice each line travels', () => {
    const value = { number: 'AZ-PN-2026-0007', checkpoint: 'RUSMU' };
    expect(lineRows(notice?.statements?.(statementOf('prior-notice')))).toEqual([
      { register: noticedRegister, key: noticedKey('az.afsa', first, 1), value },
      { register: noticedRegister, key: noticedKey('az.afsa', first, 2), value },
      { register: noticedRegister, key: noticedKey('az.afsa', second, 1), value },
    ]);
  });

  it('frees what a replacing notice no longer names, and states the rest anew', () => {
    const stated = lineRows(notice?.statements?.(statementOf('prior-notice-replacing')));
    const byKey = new Map(stated.map(({ key, value }) => [key.join(' '), (value as JsonObject | null)?.['number']]));
    expect(byKey.size).toBe(stated.length);
    expect(byKey.get(noticedKey('az.afsa', first, 1).join(' '))).toBe('AZ-PN-2026-0007');
    expect(byKey.get(noticedKey('az.afsa', second, 2).join(' '))).toBeUndefined();
    expect(stated).toHaveLength(4);
  });

  it('is freed by a cancellation', () => {
    expect(lineRows(cancellation?.statements?.(statementOf('notice-cancellation')))).toEqual([
      { register: noticedRegister, key: noticedKey('az.afsa', first, 1), value: null },
      { register: noticedRegister, key: noticedKey('az.afsa', second, 2), value: null },
    ]);
  });

  it('holds at most one notice for a line, however notices replace and cancel one another', () => {
    const contents = fc.uniqueArray(fc.record({ certificate: fc.constantFrom(first, second), line: fc.nat(2) }), {
      minLength: 1,
      selector: ({ certificate, line }) => `${certificate} ${line}`,
    });
    const act = fc.record({ contents, of: fc.nat(), cancel: fc.boolean(), replace: fc.boolean() });
    const rule = notice?.rules.find(({ name }) => name === 'what travels is certified and announced once');
    const base = statementOf('prior-notice');
    const records = [first, second].map((id) => ({
      ...read('prior-notice').view.records[0],
      id,
      claims: {
        number: id.slice(0, 4),
        importCountry: { code: 'RU' },
        lines: [0, 1, 2].map((sequence) => ({ sequence })),
      },
    }));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const register = new Map<string, { key: readonly string[]; value: JsonObject }>();
        const announcedUnits = new Map<string, { key: readonly string[]; value: JsonObject }>();
        const live = new Map<string, Statement>();
        for (const [index, { contents: lines, of, cancel, replace }] of acts.entries()) {
          const old = [...live.entries()][of % Math.max(1, live.size)];
          const about = old && {
            subject: { ...old[1], id: old[0], state: 'announced', time: 0 },
          };
          const claims = {
            ...base.claims,
            number: `N${index}`,
            units: [{ kind: 'vehicle', number: String(index % 2), contents: lines }],
          };
          const statement: Statement = { ...base, claims, ...((cancel || replace) && about) };
          const rows = [...register.values()].map(({ key, value }) => ({ name: noticedRegister, key, value }));
          const view = massView({ records, registers: rows });
          const cancels = cancel && old !== undefined;
          const refused = !cancels && rule?.check(statement, view).some(({ severity }) => severity === 'refuse');
          if (refused) continue;
          const stated = (cancels ? cancellation : notice)?.statements?.(statement) ?? [];
          for (const { register: name, key, value } of stated) {
            const table = name === noticedRegister ? register : announcedUnits;
            if (value === null) table.delete(key.join(' '));
            else table.set(key.join(' '), { key, value: value as JsonObject });
          }
          if (statement.subject !== undefined) live.delete(statement.subject.id);
          if (!cancels) live.set(`N${index}`, statement);
        }
        const announced = [...live].flatMap(([number, { claims }]) =>
          (claims['units'] as { contents: { certificate: string; line: number }[] }[]).flatMap((unit) =>
            unit.contents.map(({ certificate, line }) => [noticedKey('az.afsa', certificate, line).join(' '), number]),
          ),
        );
        expect(new Map(announced as [string, string][]).size).toBe(announced.length);
        expect([...register].map(([key, { value }]) => [key, value['number']]).sort()).toEqual(announced.sort());
        const carriers = [...live].flatMap(([number, { claims }]) =>
          (claims['units'] as { number: string }[]).map((unit) =>
            noticedUnitKey('az.afsa', unit.number, number).join(' '),
          ),
        );
        expect([...announcedUnits.keys()].sort()).toEqual(carriers.sort());
      }),
    );
  });
});

describe('the register of announced units', () => {
  it('tells each journey of a wagon, container or vehicle, under a number that is one however written', () => {
    const { claims, ...rest } = statementOf('prior-notice');
    const units = claims['units'] as JsonObject[];
    const hold = { kind: 'hold', number: '2', contents: [{ certificate: first, line: 3 }] };
    const changed = { ...claims, units: [{ ...units[0], number: '9186-0346' }, hold] };
    const [contents] = units.map((unit) => unit['contents']);
    const value = { number: 'AZ-PN-2026-0007', expected: '2026-11-11T09:00:00+03:00', contents };
    expect(unitRows(notice?.statements?.({ ...rest, claims: changed }))).toEqual([
      { register: noticedUnitRegister, key: ['az.afsa', '91860346', 'AZ-PN-2026-0007'], value },
    ]);
  });

  it('is freed by a cancellation and by a replacement of another number', () => {
    const gone = { register: noticedUnitRegister, key: noticedUnitKey('az.afsa', '91860346', 'AZ-PN-2026-0006') };
    expect(unitRows(notice?.statements?.(statementOf('prior-notice-replacing')))).toContainEqual({
      ...gone,
      value: null,
    });
    const cancelled = unitRows(cancellation?.statements?.(statementOf('notice-cancellation')));
    expect(cancelled.length).toBeGreaterThan(0);
    expect(cancelled.every(({ value }) => value === null)).toBe(true);
  });
});

describe('who is asked', () => {
  const rule = notice?.rules.find(({ name }) => name === 'what travels is certified and announced once');

  it('the importing institution, which holds the certificates', () => {
    expect(rule?.askedOf?.(statementOf('prior-notice'))).toEqual(['ru.fsvps']);
    expect(rule?.askedOf?.({ ...statementOf('prior-notice'), to: ['az.dgk'] })).toEqual([]);
  });

  it('and each row once', () => {
    expect(rule?.reads?.(statementOf('prior-notice'))).toEqual([
      { record: first },
      { record: second },
      { register: noticedRegister, key: noticedKey('az.afsa', first, 1) },
      { register: noticedRegister, key: noticedKey('az.afsa', first, 2) },
      { register: noticedRegister, key: noticedKey('az.afsa', second, 1) },
    ]);
  });
});

describe('what lists show', () => {
  it('of a notice', () => {
    const summary = notice?.summary(statementOf('prior-notice').claims);
    expect(summary).toMatchObject({ number: 'AZ-PN-2026-0007', title: '2201 → RUSMU' });
    expect(summary?.search).toEqual(expect.arrayContaining(['91860346', 'AZ0021', first]));
  });

  it('of a laboratory result', () => {
    const summary = phytosanitary.types['laboratory-result']?.summary(statementOf('laboratory-result').claims);
    expect(summary).toMatchObject({ number: 'AZ-LAB-101', title: 'LYPES: TOBRFV −, GNORAB −' });
    expect(summary?.search).toEqual(expect.arrayContaining(['AZ-TM-101', 'AZ-LAB-0012', 'not-detected']));
  });

  it('of a case and what is said in it', () => {
    const summary = phytosanitary.types['non-compliance']?.summary(statementOf('non-compliance').claims);
    expect(summary?.title.startsWith('TOBRFV: В пробе')).toBe(true);
    expect(summary?.search).toEqual(expect.arrayContaining(['AZ-TM-100', 'quarantine-pest', first]));
    expect(phytosanitary.types['case-ruling']?.summary(statementOf('case-closed').claims)).toEqual({
      number: '',
      title: 'Меры признаны достаточными.',
      search: ['close'],
    });
  });
});
