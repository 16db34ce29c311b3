/** An application as officers examine it: what is asked for, what the rules say of it, and what may be done. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { Problem, type ProblemFinding } from '../api/client.ts';
import { useInstitutions } from '../api/institutions.ts';
import { useRoleTitle } from '../api/people.ts';
import { queryClient, useMay, useSession } from '../api/queries.ts';
import type { Draft } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { Annexes } from '../draft/annexes.tsx';
import { BalancePanel, BalanceStore, besideAmounts } from '../draft/balances.tsx';
import { FindingSummary } from '../draft/finding-summary.tsx';
import { FormGuide } from '../draft/form/schema-form.tsx';
import { Recipients } from '../draft/recipients.tsx';
import { readBalances } from '../draft/requests.ts';
import { SavedMark, SaveNote } from '../draft/saving/save-note.tsx';
import { useHeldBack } from '../draft/still-empty.ts';
import { mayReceive, usualRecipients } from '../draft/types-to-issue.ts';
import { useLatest } from '../draft/use-latest.ts';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useSigning } from '../signing/use-signing.ts';
import { AnswerChanges, Asked } from './asked.tsx';
import { ApplicationHead } from './head.tsx';
import { OfficePart } from './office-part.tsx';
import { ProgressSteps } from './progress.tsx';
import { annexPlace, applicationKey, applicationTypes, checkOffice, showApplication } from './requests.ts';
import type { Shown } from './shown.ts';
import { actWords } from './state-words.ts';
import { TextAct } from './text-act.tsx';
import { useActing } from './use-acting.ts';
import { useOfficeClaims } from './use-office-claims.ts';

const noFindings: readonly ProblemFinding[] = [];
const officeActs = ['take', 'query', 'decline', 'ready'] as const;

export function Examination(shown: Shown) {
  const { application, profile, declaration } = shown;
  const { id, acts, state, officer, revision, contents, record, edition, office } = application;
  const { institution, person } = useSession();
  const examines = useMay('applications.examine');
  const drafts = useMay('records.draft');
  const maySign = useMay('records.sign') && examines;
  const sign = useSigning();
  const navigate = useNavigate();
  const institutions = useInstitutions();
  const { data: types } = useQuery({ queryKey: ['application-types'], queryFn: applicationTypes, staleTime: 600_000 });
  const candidates = useMemo(
    () => mayReceive(declaration, institutions.values(), institution.id),
    [declaration, institutions, institution.id],
  );
  const usual =
    types?.find(({ profile: of, type }) => of === application.profile && type === application.type)?.to ??
    usualRecipients(candidates, institution.id);

  const file = useOfficeClaims(person.id, application);
  const claims = file.contents;
  const write = useCallback((next: JsonObject) => file.write(next), [file]);
  const roleTitle = useRoleTitle();
  const [chosen, setChosen] = useState<readonly string[]>();
  const to = chosen ?? (contents.to.length > 0 ? contents.to : usual);
  const draft = useMemo(
    (): Draft => ({
      profile: application.profile,
      type: application.type,
      to,
      claims,
      annexes: contents.annexes,
      ...(contents.about !== undefined && { about: contents.about }),
    }),
    [application.profile, application.type, to, claims, contents.annexes, contents.about],
  );
  const open = application.turn !== undefined && drafts;
  const subject = open ? JSON.stringify(draft) : undefined;
  const check = useLatest(subject, (signal) => checkOffice(id, { claims, to }, signal), 400);
  const balances = useLatest(subject, (signal) => readBalances(draft, signal), 400);
  const [store] = useState(() => new BalanceStore());
  const beside = useMemo(() => besideAmounts(store), [store]);
  useEffect(() => store.set(balances.answer ?? []), [store, balances.answer]);
  const [guide] = useState(() => new FormGuide());
  const [tab, setTab] = useState<string | null>('asked');
  const [asking, setAsking] = useState<(typeof officeActs)[number]>();
  const [refused, setRefused] = useState<{
    readonly findings: readonly ProblemFinding[];
    readonly before: readonly ProblemFinding[] | undefined;
  }>();
  const [fault, setFault] = useState<unknown>();
  const acting = useActing(id, () => setAsking(undefined));
  const findings = (refused?.before === check.answer ? refused?.findings : undefined) ?? check.answer ?? noFindings;
  const { told, empty, leave, tellAll } = useHeldBack(findings, claims);
  const lead = (pointer: string) => {
    setTab('form');
    // The form is drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => guide.lead(pointer)));
  };
  const signIt = async () => {
    const first = findings.find(({ severity }) => severity === 'refuse');
    if (first !== undefined) {
      tellAll();
      return lead(first.path);
    }
    setFault(undefined);
    if ((await file.now()) !== 'saved') return setTab('form');
    try {
      const issued = await sign(draft, { application: id });
      if (issued === undefined) return;
      file.close();
      void queryClient.invalidateQueries({ queryKey: applicationKey(id) });
      await navigate({ to: '/records/$id', params: { id: issued.id } });
    } catch (problem) {
      if (problem instanceof Problem && problem.findings.length > 0) {
        setRefused({ findings: problem.findings, before: check.answer });
        setTab('form');
      } else setFault(problem);
    }
  };
  const takeOther = async () => {
    const held = await showApplication(id);
    queryClient.setQueryData(applicationKey(id), held);
    file.takeOther(held.office?.revision ?? 0, held.office?.claims ?? held.contents.claims);
  };
  const begin = (act: (typeof officeActs)[number]) =>
    act === 'take' ? acting.mutate({ act, revision }) : setAsking(act);
  const canSign = maySign && (state === 'taken' || state === 'ready');
  return (
    <>
      <ApplicationHead {...shown}>
        {examines &&
          officeActs
            .filter((act) => acts.includes(act) && !(act === 'take' && state === 'taken' && officer?.id === person.id))
            .map((act) => (
              <Button
                key={act}
                variant="default"
                loading={act === 'take' && acting.isPending}
                onClick={() => begin(act)}
              >
                {actWords[act]()}
              </Button>
            ))}
        {canSign && <Button onClick={() => void signIt()}>{m.applications_sign()}</Button>}
        {record !== undefined && (
          <Link to="/records/$id" params={{ id: record }}>
            {m.applications_to_record()}
          </Link>
        )}
      </ApplicationHead>
      <p className="draft-quiet">
        {m.applications_from({ name: application.applicant ?? '' })}
        {officer && ` · ${m.applications_examined_by({ name: officer.name })}`}
      </p>
      {acting.isError && asking === undefined && <ProblemNote fault={acting.error} />}
      {fault !== undefined && <ProblemNote fault={fault} />}
      <div className="draft-desk">
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="asked">{m.applications_asked()}</Tabs.Tab>
            {open && <Tabs.Tab value="form">{m.applications_as_record()}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="asked" pt="sm">
            <div className="application-main">
              {edition > 1 && <AnswerChanges {...shown} />}
              <Asked {...shown} findings={told} />
            </div>
          </Tabs.Panel>
          {open && (
            <Tabs.Panel value="form" pt="sm">
              <p className="draft-quiet">
                {m.applications_as_record_hint()} <SavedMark file={file} />
              </p>
              {office && (
                <p className="draft-quiet">
                  {m.applications_office_by({
                    name: office.by.name,
                    role: office.by.roles.map(roleTitle).join(', '),
                    time: formatMoment(office.time, language),
                  })}
                </p>
              )}
              <SaveNote file={file} onTakeOther={() => void takeOther()} />
              <OfficePart
                {...{ profile, declaration, claims, beside, guide }}
                findings={told}
                onClaims={write}
                onLeave={leave}
              />
            </Tabs.Panel>
          )}
        </Tabs>
        <aside aria-label={m.draft_beside()}>
          {open && (
            <FindingSummary
              findings={told}
              empty={empty}
              naming={profile}
              type={declaration.name}
              lead={lead}
              asking={check.asking}
            />
          )}
          {canSign && <Recipients candidates={candidates} chosen={to} onChange={setChosen} />}
          {open && <BalancePanel items={balances.answer ?? []} />}
          <ProgressSteps application={application} />
          <Annexes annexes={contents.annexes} onChange={() => undefined} place={annexPlace(id)} readOnly />
        </aside>
      </div>
      {asking && (
        <TextAct
          act={asking}
          label={labels[asking]()}
          required={asking !== 'ready'}
          busy={acting.isPending}
          fault={acting.error}
          onAct={async (text) => {
            await file.now();
            acting.mutate({ act: asking, revision, text });
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

const labels: Readonly<Record<(typeof officeActs)[number], () => string>> = {
  take: m.applications_act_take,
  query: m.applications_your_question,
  decline: m.applications_your_reason,
  ready: m.applications_your_recommendation,
};
