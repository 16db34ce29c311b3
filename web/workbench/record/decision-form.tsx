/** A follow-up, written beside the record it is about. What happens to the record meanwhile is told here. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { Problem, type ProblemFinding } from '../api/client.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { ProfileDeclaration, RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { SchemaForm } from '../draft/form/schema-form.tsx';
import { language, say } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useSigning } from '../signing/use-signing.ts';
import { withoutChosen } from './chosen.ts';
import type { Way } from './ways.ts';

interface Props {
  readonly way: Way;
  readonly title: string;
  readonly record: RecordDetails;
  readonly profile: ProfileDeclaration;
  /** False once the record is in a state that does not take this follow-up any more. */
  readonly isOpen: boolean;
  /** What is proposed, and what rules say of it. */
  readonly begun?: { readonly claims: JsonObject; readonly findings: readonly ProblemFinding[] };
  /** With what is to be said when it was issued. */
  readonly onEnd: (said?: string) => void;
}

export function DecisionForm({ way, title, record, profile, isOpen, begun, onEnd }: Props) {
  const client = useQueryClient();
  const sign = useSigning();
  const [written, setWritten] = useState<JsonObject>(() => proposed(way, begun?.claims));
  const [asked] = useState(() => withoutChosen(way.type, way.claims));
  const claims = { ...way.claims, ...written };
  const [before] = useState(() => new Set(record.followUps.map(({ id }) => id)));
  const meanwhile = record.followUps.filter(({ id }) => !before.has(id));
  const issue = useMutation({
    mutationFn: () => sign({ profile: profile.name, type: way.type.name, to: [], claims, about: record.id }),
    onSuccess: (issued) => {
      if (issued) onEnd(m.record_issued({ title: title.replace(/…$/, '') }));
    },
    onSettled: () =>
      Promise.all(['record', 'inbox', 'records'].map((what) => client.invalidateQueries({ queryKey: [what] }))),
  });
  const findings = issue.error instanceof Problem ? issue.error.findings : (begun?.findings ?? []);
  return (
    <form
      className="record-decision"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isOpen) issue.mutate();
      }}
    >
      <h3>
        {title}
        <span className="which">{say(way.type.title)}</span>
      </h3>
      <Meanwhile record={record} ids={meanwhile.map(({ id }) => id)} isOpen={isOpen} />
      <SchemaForm declaration={asked} profile={profile} value={written} onChange={setWritten} findings={findings} />
      {issue.error && <ProblemNote fault={issue.error} placed />}
      <div className="buttons">
        <Button type="submit" disabled={!isOpen} loading={issue.isPending}>
          {m.record_sign()}
        </Button>
        <Button variant="default" onClick={() => onEnd()}>
          {isOpen ? m.parts_cancel() : m.parts_close()}
        </Button>
      </div>
    </form>
  );
}

/** Without what the choice of the way has settled. */
function proposed({ claims: settled }: Way, claims: JsonObject = {}): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !Object.hasOwn(settled, name)));
}

interface MeanwhileProps {
  readonly record: RecordDetails;
  readonly ids: readonly string[];
  readonly isOpen: boolean;
}

/** Somebody else, or this person in another tab, was first. */
function Meanwhile({ record, ids, isOpen }: MeanwhileProps) {
  const declarations = useDeclarations();
  const nameOf = useInstitutionName();
  const { profile, type, state, followUps } = record;
  return (
    <div role="alert">
      {(ids.length > 0 || !isOpen) && (
        <div className="record-meanwhile">
          <p>
            {isOpen
              ? m.record_meanwhile()
              : m.record_overtaken({ state: declarations.stateTitle(profile, type, state) })}
          </p>
          <ul>
            {followUps
              .filter(({ id }) => ids.includes(id))
              .map(({ id, event, issuer, time }) => (
                <li key={id}>
                  {declarations.eventTitle(profile, type, event)}: {nameOf(issuer)}
                  {time > 0 && `, ${formatMoment(time, language)}`}
                </li>
              ))}
          </ul>
        </div>
      )}
    </div>
  );
}
