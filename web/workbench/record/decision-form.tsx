/** A follow-up, or what decides beside one, written beside the record it is about. What happens to the record meanwhile is told here. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { Problem, type ProblemFinding } from '../api/client.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import type { Draft, ProfileDeclaration, RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { stepsOf } from '../draft/form/json-edit.ts';
import { FormGuide, SchemaForm } from '../draft/form/schema-form.tsx';
import { checkDraft } from '../draft/requests.ts';
import { useHeldBack } from '../draft/still-empty.ts';
import { useLatest } from '../draft/use-latest.ts';
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
  readonly begun?: {
    readonly claims: JsonObject;
    readonly findings: readonly ProblemFinding[];
    /** Recipients of one that stands alone. */
    readonly to?: readonly string[];
  };
  /** With what is to be said when it was issued. */
  readonly onEnd: (said?: string) => void;
}

interface Told {
  readonly findings: readonly ProblemFinding[];
  readonly before: readonly ProblemFinding[] | undefined;
}

const checkPauseMs = 500;
const none: readonly ProblemFinding[] = [];

export function DecisionForm({ way, title, record, profile, isOpen, begun, onEnd }: Props) {
  const client = useQueryClient();
  const sign = useSigning();
  const [written, setWritten] = useState<JsonObject>(() => proposed(way, begun?.claims));
  const to = begun?.to;
  const [asked] = useState(() => withoutChosen(way.type, way.claims));
  const draft = useMemo(
    (): Draft => ({
      profile: profile.name,
      type: way.type.name,
      to: to ?? [],
      claims: { ...way.claims, ...written },
      annexes: [],
      ...(!to && { about: record.id }),
    }),
    [profile, way, written, record.id, to],
  );
  const check = useLatest(isOpen ? draft : undefined, (signal) => checkDraft(draft, signal), checkPauseMs);
  const [guide] = useState(() => new FormGuide());
  const [before] = useState(() => new Set(record.followUps.map(({ id }) => id)));
  const meanwhile = record.followUps.filter(({ id }) => !before.has(id));
  const issue = useMutation({
    mutationFn: () => sign(draft),
    onSuccess: (issued) => {
      if (issued) onEnd(m.record_issued({ title: title.replace(/…$/, '') }));
    },
    onError: (fault) => {
      if (!(fault instanceof Problem)) return;
      tellAll();
      setRefused({ findings: fault.findings, before: check.answer });
    },
    onSettled: () =>
      Promise.all(['record', 'inbox', 'records'].map((what) => client.invalidateQueries({ queryKey: [what] }))),
  });
  // A later answer takes the place of what signing told.
  const [refused, setRefused] = useState<Told>();
  const findings = (refused?.before === check.answer ? refused?.findings : check.answer) ?? begun?.findings ?? none;
  const { told, leave, tellAll } = useHeldBack(findings, draft.claims);
  const end = () => {
    // What is amiss with the way itself stands at no field: the answer to the attempt tells it.
    const isAsked = (path: string) => !Object.hasOwn(way.claims, stepsOf(path)[0] ?? '');
    const first = check.asking
      ? undefined
      : findings.find(({ severity, path }) => severity === 'refuse' && isAsked(path));
    if (first === undefined) return issue.mutate();
    tellAll();
    guide.lead(first.path);
  };
  return (
    <form
      className="record-decision"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isOpen) end();
      }}
    >
      <h3>
        {title}
        <span className="which">{say(way.type.title)}</span>
      </h3>
      <Meanwhile record={record} ids={meanwhile.map(({ id }) => id)} isOpen={isOpen} />
      <SchemaForm
        declaration={asked}
        profile={profile}
        value={written}
        onChange={setWritten}
        onLeave={leave}
        findings={told}
        guide={guide}
      />
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
