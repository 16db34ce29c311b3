import { describe, expect, it } from 'vitest';
import type { Notice } from '../../claims/notice.ts';
import { asked, type Case, noticeCase, requirementOf, stated } from '../../testing/vector-case.ts';
import { unitsAnnouncedOnce } from './notice-units.ts';

const other = { number: 'AZ-PN-2026-0101', expected: '2026-11-20T09:00:00Z' };

/** Another notice of the first unit, which is expected at the same instant, of goods that are not held. */
function announce(vector: Case<Notice>, changes: Partial<typeof other> = {}, certificate = 'f'.repeat(64)): void {
  const value = { ...other, ...changes, contents: [{ certificate, line: 1 }] };
  const key = ['az.afsa', 'CSQU3054383', value.number];
  vector.view.registers.push({ name: 'noticed-unit', key, value });
}

function found(change: (vector: Case<Notice>) => void): readonly string[] {
  const vector = noticeCase();
  change(vector);
  return asked([unitsAnnouncedOnce], vector).map(({ code, severity, path }) => `${severity} ${code} ${path}`);
}
const twice = 'refuse unit-announced-twice /units/0/number';
const again = 'warn unit-announced-again /units/0/number';
const unasked = (vector: Case<Notice>) => Object.assign(requirementOf(vector), { obligations: [] });

describe('a unit', () => {
  it('that one notice alone expects has nothing against it', () => expect(found(() => {})).toEqual([]));

  it('on two notices is refused with the requirement, where goods are kept apart', () => {
    const vector = noticeCase();
    announce(vector);
    const requirement = { number: 'RU-2026-LYPES', text: 'Ввоз томатов / Pomidorun idxalı' };
    const detail = { unit: 'CSQU3054383', notice: other.number, expected: other.expected, ...requirement };
    expect(asked([unitsAnnouncedOnce], vector)).toEqual([
      { code: 'unit-announced-twice', severity: 'refuse', path: '/units/0/number', detail },
    ]);
  });

  it.each<[string, string[]]>([
    ['2026-11-22T12:00:00+03:00', [twice]],
    ['2026-11-22T12:00:01+03:00', []],
    ['2026-11-18T12:00:00+03:00', [twice]],
    ['2026-11-18T08:59:59Z', []],
  ])('is on one journey within 48 hours: %s', (expected, codes) => {
    expect(found((vector) => announce(vector, { expected }))).toEqual(codes);
  });

  it('is one however its number is written', () => {
    const spaced = (vector: Case<Notice>) => Object.assign(vector.claims.units[0] ?? {}, { number: 'CSQU 305438-3' });
    const both = (vector: Case<Notice>) => {
      announce(vector);
      spaced(vector);
    };
    expect(found(both)).toEqual([twice]);
  });

  it('only warns where nothing is kept apart, or by another mode', () => {
    const quiet = (vector: Case<Notice>) => {
      announce(vector);
      unasked(vector);
    };
    expect(found(quiet)).toEqual([again]);
    const byRoad = (vector: Case<Notice>) => {
      announce(vector);
      vector.claims.mode = '3';
    };
    expect(found(byRoad)).toEqual([again]);
    const sealed = (vector: Case<Notice>) => {
      announce(vector);
      Object.assign(requirementOf(vector), { obligations: [{ kind: 'transport', mode: '2', sealed: true }] });
    };
    expect(found(sealed)).toEqual([again]);
  });

  it('is refused for what the other notice has in it, too', () => {
    const apples = (vector: Case<Notice>) => {
      const [held] = vector.view.records;
      const claims = structuredClone(held?.claims) as Record<string, unknown>;
      for (const line of claims['lines'] as { sources?: object[]; eppoCodes: string[] }[]) {
        delete line.sources;
        line.eppoCodes = ['MABSD'];
      }
      const own = { ...structuredClone(held), id: 'a'.repeat(64), claims } as unknown as typeof held;
      if (own !== undefined) vector.view.records.push(own);
      for (const { contents } of vector.claims.units) for (const one of contents) one.certificate = 'a'.repeat(64);
      return held?.id as string;
    };
    expect(found((vector) => announce(vector, {}, apples(vector)))).toEqual([twice]);
    const unheld = (vector: Case<Notice>) => {
      apples(vector);
      announce(vector);
    };
    expect(found(unheld)).toEqual([again]);
  });

  it('is free once its goods were inspected', () => {
    const arrived = (state: string) =>
      found((vector) => {
        const [held] = vector.view.records;
        const before = { ...structuredClone(held), id: 'a'.repeat(64), state } as unknown as typeof held;
        if (before !== undefined) vector.view.records.push(before);
        announce(vector, {}, 'a'.repeat(64));
      });
    expect(arrived('released')).toEqual([]);
    expect(arrived('held')).toEqual([twice]);
  });

  it('of the notice that is replaced counts no longer, of another with that unit it does', () => {
    const replacing = (number: string) =>
      found((vector) => {
        announce(vector);
        const claims = { ...vector.claims, number } as unknown as Record<string, never>;
        const [held] = vector.view.records;
        vector.subject = { ...(held as NonNullable<typeof held>), type: 'prior-notice', state: 'announced', claims };
      });
    expect(replacing(other.number)).toEqual([]);
    expect(replacing('AZ-PN-2026-0100')).toEqual([twice]);
  });

  it('that is a hold is not told apart by its number', () => {
    const hold = (vector: Case<Notice>) => {
      announce(vector);
      Object.assign(vector.claims.units[0] ?? {}, { kind: 'hold' });
    };
    expect(found(hold)).toEqual([]);
  });

  it('expected without a time zone is not judged: another rule refuses that', () => {
    const local = (vector: Case<Notice>) => {
      announce(vector);
      vector.claims.expected = '2026-11-20T12:00:00';
    };
    expect(found(local)).toEqual([]);
  });

  it('is asked about by the institution of the checkpoint’s country, by one range for each', () => {
    const { statement } = stated(noticeCase());
    expect(unitsAnnouncedOnce.askedOf?.(statement)).toEqual(['ru.fsvps']);
    expect(unitsAnnouncedOnce.reads?.(statement)).toEqual(
      ['CSQU3054383', 'MSKU6011672'].map((number) => ({ register: 'noticed-unit', prefix: ['az.afsa', number] })),
    );
  });
});
