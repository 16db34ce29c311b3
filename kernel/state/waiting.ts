/**
 * The queue of records that are held and receipted but cannot be folded yet. A dependency is a record id, or the
 * text of `waitsForVersion`. Whoever stores a record or a version asks `released` for it and folds what comes out;
 * a record that then lacks something else is parked again.
 */
import type { Folding } from './fold.ts';
import type { WorkingSet } from './working-set.ts';

/** Lets a record wait for `dependency`. Parking it twice for the same one changes nothing. */
export function park(rows: WorkingSet, record: Pick<Folding, 'id' | 'seq'>, dependency: string): void {
  const { ids, seqs } = rows.get('waiting', dependency) ?? { ids: [], seqs: [] };
  if (ids.includes(record.id)) return;
  const at = seqs.findLastIndex((seq) => seq < record.seq) + 1;
  rows.put('waiting', dependency, { ids: ids.toSpliced(at, 0, record.id), seqs: seqs.toSpliced(at, 0, record.seq) });
}

/** Takes out the ids of all records that waited for `dependency`, in the order of their seq. */
export function released(rows: WorkingSet, dependency: string): readonly string[] {
  const { ids } = rows.get('waiting', dependency) ?? { ids: [] };
  if (ids.length > 0) rows.put('waiting', dependency, { ids: [], seqs: [] });
  return ids;
}
