/** The columns of a record that follow from its folded subject row. */
import type { Catalogue } from '../../kernel/catalogue.ts';
import { pendingOf } from '../../kernel/state/clock.ts';
import { type SubjectRow, voidState } from '../../kernel/state/rows.ts';
import type { SubjectColumn } from '../store/bulk-writer.ts';
import { encodeSubject } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';

type SubjectColumns = Pick<RecordTable, SubjectColumn>;

/** Of a follow-up without a life of its own. */
export const noSubject: SubjectColumns = { subject: null, turn: null, mine: 0, revoked: 0 };

export function subjectColumns(
  catalogue: Catalogue,
  self: string,
  row: SubjectRow,
): SubjectColumns & { subject: string } {
  const pending = pendingOf(catalogue, row);
  const revoked = catalogue.type(row.profile, row.type)?.declaration.lifeCycle?.revoked;
  return {
    subject: encodeSubject(row),
    turn: pending ? JSON.stringify(pending) : null,
    mine: pending?.turn.includes(self) ? 1 : 0,
    // Void: a refusal took back all its effect, whatever its life cycle says.
    revoked: revoked?.includes(row.state) || (revoked && row.state === voidState) ? 1 : 0,
  };
}
