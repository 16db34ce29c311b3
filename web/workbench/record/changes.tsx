/** What changed against the record that this one replaces. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { contentsOf } from '../../../kernel/contents.ts';
import { told, useDeclarations } from '../api/profiles.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ChangeTable } from './change-table.tsx';
import { changesBetween } from './changes.ts';
import { recordQuery } from './queries.ts';

export function Changes({ record }: { readonly record: RecordDetails }) {
  return record.about === undefined ? null : <ChangesAgainst record={record} before={record.about} />;
}

function ChangesAgainst({ record, before }: { readonly record: RecordDetails; readonly before: string }) {
  const { data: old } = useQuery(recordQuery(before));
  const profile = useDeclarations().profile(record.profile);
  if (!old || !profile || old.type !== record.type || old.profile !== record.profile) return null;
  const linesOf = ({ type, version, claims }: RecordDetails) =>
    contentsOf(told(profile), type, version, claims, language);
  const changes = changesBetween(linesOf(old), linesOf(record));
  return (
    <section className="record-section" aria-labelledby="record-changes">
      <h2 id="record-changes">{m.record_changes()}</h2>
      <p>
        <Link to="/records/$id" params={{ id: before }}>
          {old.number || before.slice(0, 16)}
        </Link>
      </p>
      <ChangeTable label={m.record_changes()} changes={changes} />
    </section>
  );
}
