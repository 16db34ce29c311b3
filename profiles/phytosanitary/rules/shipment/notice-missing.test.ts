import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../claims/certificate.ts';
import type { Inspection } from '../../claims/inspection.ts';
import type { Requirement } from '../../claims/requirement.ts';
import { type Case, caseOf, stated } from '../../testing/vector-case.ts';
import { noticeGiven } from './notice-missing.ts';

const requirement = { number: 'RU-2026-NOTICE', text: 'Предварительное уведомление / İlkin bildiriş' };
const missing = (line: number) => ({
  code: 'notice-missing',
  severity: 'warn',
  path: `/lines/${line - 1}`,
  detail: { line, ...requirement },
});

function found(change: (vector: Case<Inspection>, certificate: Certificate) => void) {
  const vector = caseOf<Inspection>('inspection-unannounced');
  change(vector, vector.subject?.claims as unknown as Certificate);
  const { statement, view } = stated(vector);
  return noticeGiven.check(statement, view);
}

describe('goods that arrived', () => {
  it('without a notice are told by line, with the requirement', () => {
    expect(found(() => {})).toEqual([missing(1)]);
    const none = found((vector) => {
      vector.view.registers.shift();
    });
    expect(none).toEqual([missing(1), missing(2)]);
  });

  it.each<[string, (vector: Case<Inspection>, certificate: Certificate) => unknown]>([
    ['where the inspection names a notice', ({ claims }) => Object.assign(claims, { notice: 'd'.repeat(64) })],
    [
      'of which nothing arrived',
      ({ claims }) => Object.assign(claims.lines[0] ?? {}, { arrived: { value: '0', unit: 'KGM' } }),
    ],
    [
      'by a mode that needs none',
      (_, certificate) => Object.assign(certificate, { conveyances: [{ mode: '4', id: 'J2 801' }] }),
    ],
    [
      'from a day on that has not come',
      ({ view }) => Object.assign(view.registers[1]?.value ?? {}, { from: '2026-11-11' }),
    ],
    [
      'where nothing asks for one',
      ({ view }) => Object.assign(view.registers[1]?.value as unknown as Requirement, { obligations: [] }),
    ],
  ])('%s are not', (_, change) => expect(found(change)).toEqual([]));

  it('are told by any mode of the certificate, and by all where it names none', () => {
    const by = (...modes: readonly string[]) =>
      found((_, certificate) => Object.assign(certificate, { conveyances: modes.map((mode) => ({ mode })) }));
    for (const modes of [['2'], ['4', '2'], []]) expect(by(...modes)).toEqual([missing(1)]);
  });

  it('are asked about by who inspects alone, each row once', () => {
    const { statement } = stated(caseOf<Inspection>('inspection-unannounced'));
    expect(noticeGiven.askedOf?.(statement)).toEqual([]);
    expect(noticeGiven.reads?.(statement)).toEqual([
      ...['LYPES', '*'].flatMap((product) =>
        ['AZ', '*'].map((country) => ({ register: 'requirement', prefix: ['ru.fsvps', country, product] })),
      ),
      ...['1', '2'].map((line) => ({ register: 'noticed', key: ['az.afsa', 'A'.repeat(43), line] })),
    ]);
  });
});
