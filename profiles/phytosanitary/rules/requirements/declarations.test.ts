import { describe, expect, it } from 'vitest';
import { changed, citation, line, refused } from '../../testing/requirement-case.ts';
import { caseOf } from '../../testing/vector-case.ts';

describe('declarations and marks', () => {
  it('stand for the certificate or for each line', () => {
    const [wording] = caseOf('requirements-met').claims.declarations ?? [];
    const found = changed((vector) => {
      delete vector.claims.declarations;
      line(vector, 1).declarations = [{ text: wording?.text ?? '' }];
    });
    expect(found.map(({ code, path }) => [code, path])).toEqual([['declaration-missing', '/lines/0/declarations']]);
    expect(found[0]?.detail).toMatchObject({ line: 1, ...citation });
    expect(String(found[0]?.detail?.['wording'])).toContain(wording?.text);
  });

  it('of a grower are on packages, or its id is', () => {
    const marked = (mark: string) =>
      changed((vector) => {
        for (const one of line(vector, 0).packages ?? []) one.marks = [mark];
      });
    expect(marked('AZ-TM-014')).toEqual([]);
    expect(marked('NI-15')).toEqual([
      refused('grower-mark-missing', '/lines/0/packages', { line: 1, grower: 'AZ-TM-014' }),
    ]);
    expect(
      changed((vector) => {
        delete line(vector, 0).packages;
        vector.claims.marks = [{ text: 'NI-14' }];
      }),
    ).toEqual([]);
  });
});
