/** Where a form finds records: officers among all that are held, traders among those of their own applications. */
import { useMay } from '../../api/queries.ts';
import type { NamedRecord } from '../../api/shapes.ts';
import * as m from '../../compiled/words/messages.js';
import { ownRecordsNamed, recordsNamed, showRecord } from '../requests.ts';

export interface RecordSource {
  readonly name: string;
  readonly named: (words: string) => Promise<readonly NamedRecord[]>;
  /** Null: none that this person may see. */
  readonly one: (id: string) => Promise<NamedRecord | null>;
  readonly hint: () => string;
  readonly none: () => string;
}

const held: RecordSource = {
  name: 'held',
  named: recordsNamed,
  one: showRecord,
  hint: m.draft_record_hint,
  none: m.draft_record_none,
};

const own: RecordSource = {
  name: 'own',
  named: ownRecordsNamed,
  one: async (id) => (await ownRecordsNamed(id))[0] ?? null,
  hint: m.draft_record_hint_own,
  none: m.draft_record_none_own,
};

/** Undefined: this person may look for none. */
export function useRecordSource(): RecordSource | undefined {
  const [readsAll, applies] = [useMay('records.read'), useMay('applications.make')];
  if (readsAll) return held;
  return applies ? own : undefined;
}
