import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';

const value = (label: string, path: string, text: string) => ({ label, path, value: text });

describe('changes', () => {
  it('tell each member that differs, was added or is gone', () => {
    const before = [
      value('Number', '/number', '1'),
      value('Note', '/note', 'x'),
      { label: 'Place', path: '/place', lines: [value('Name', '/place/name', 'A'), value('Code', '/place/code', 'C')] },
    ];
    const after = [
      value('Number', '/number', '2'),
      { label: 'Place', path: '/place', lines: [value('Name', '/place/name', 'A'), value('Post', '/place/post', 'P')] },
    ];
    expect(changesBetween(before, after)).toEqual([
      { path: '/number', labels: ['Number'], before: '1', after: '2' },
      { path: '/place/post', labels: ['Place', 'Post'], after: 'P' },
      { path: '/note', labels: ['Note'], before: 'x' },
      { path: '/place/code', labels: ['Place', 'Code'], before: 'C' },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });
});
