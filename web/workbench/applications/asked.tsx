/** What is asked for, in words; and what an answer changed of it. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { contentsOf } from '../../../kernel/contents.ts';
import type { ProblemFinding } from '../api/client.ts';
import { told } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { ChangeTable } from '../record/change-table.tsx';
import { changesBetween } from '../record/changes.ts';
import { factsOf, pathsOf, placed } from '../record/facts.ts';
import { Facts } from '../record/facts.tsx';
import { applicationKey, showEdition } from './requests.ts';
import type { Shown } from './shown.ts';

const none: readonly ProblemFinding[] = [];

export function Asked({
  application,
  profile,
  declaration,
  findings = none,
}: Shown & { readonly findings?: readonly ProblemFinding[] }) {
  const { claims } = application.contents;
  const facts = useMemo(
    () => factsOf(contentsOf(told(profile), declaration.name, declaration.version, claims, language)),
    [profile, declaration, claims],
  );
  const at = useMemo(() => placed(findings, pathsOf(facts)), [findings, facts]);
  return <Facts facts={facts} at={at} />;
}

/** Against what was sent before it. */
export function AnswerChanges({ application, profile, declaration }: Shown) {
  const { id, edition, contents } = application;
  const before = edition - 1;
  const { data, error } = useQuery({
    queryKey: [...applicationKey(id), 'edition', before],
    queryFn: () => showEdition(id, before),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: before > 0,
  });
  if (error !== null) return <ProblemNote fault={error} />;
  if (data === undefined) return null;
  const linesOf = (claims: typeof contents.claims) =>
    contentsOf(told(profile), declaration.name, declaration.version, claims, language);
  const changes = changesBetween(linesOf(data.claims), linesOf(contents.claims));
  const [old, now] = [data, contents].map(({ annexes }) => new Map(annexes.map(({ digest, name }) => [digest, name])));
  const files = [
    ...contents.annexes
      .filter(({ digest }) => !old?.has(digest))
      .map(({ name }) => m.applications_file_added({ name })),
    ...data.annexes.filter(({ digest }) => !now?.has(digest)).map(({ name }) => m.applications_file_removed({ name })),
  ];
  return (
    <div className="draft-box">
      <h2>{m.applications_changes()}</h2>
      {(changes.length > 0 || files.length === 0) && <ChangeTable label={m.applications_changes()} changes={changes} />}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
