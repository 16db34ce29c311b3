import { describe, expect, it } from 'vitest';
import { readMoment } from './moment.ts';

describe('dates of documents', () => {
  it.each(['2026-03-02', '2026-03-02T10:15:00', '2026-03-02T10:15:00.125+04:00', '2026-03-02T10:15:00Z'])(
    '%s is taken over',
    (text) => {
      expect(readMoment(text)).toEqual({ moment: text, rewritten: false });
    },
  );

  it.each([
    ['02.03.2026', '2026-03-02'],
    ['2.3.2026 9:05', '2026-03-02T09:05:00'],
    ['2026-03-02 10:15', '2026-03-02T10:15:00'],
    ['2026/03/02', '2026-03-02'],
    ['2026-03-02T10:15:00.0000000+0400', '2026-03-02T10:15:00.000+04:00'],
    ['2026-03-02t10:15:00z', '2026-03-02T10:15:00Z'],
  ])('%s is rewritten', (text, moment) => {
    expect(readMoment(text)).toEqual({ moment, rewritten: true });
  });

  it('reads compact forms only where the document names the format', () => {
    expect(readMoment('20260302', '102')).toEqual({ moment: '2026-03-02', rewritten: true });
    expect(readMoment('202603021015', '203')).toEqual({ moment: '2026-03-02T10:15:00', rewritten: true });
    expect(readMoment('20260302')).toBeUndefined();
  });

  it.each(['02/03/2026', '03-02-2026', '2 March 2026', '2026-13-01', '32.01.2026', '2026', '', '2026-03-02T25:00:00'])(
    '%s is not guessed',
    (text) => {
      expect(readMoment(text)).toBeUndefined();
    },
  );
});
