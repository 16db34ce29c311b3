/** An application while it is its applicant's to write: before it is sent, or in answer to a question. */
import { Alert, Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Problem, type ProblemFinding } from '../api/client.ts';
import { queryClient, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { Annexes } from '../draft/annexes.tsx';
import { FindingSummary } from '../draft/finding-summary.tsx';
import { FormGuide, SchemaForm } from '../draft/form/schema-form.tsx';
import { SavedMark, SaveNote } from '../draft/saving/save-note.tsx';
import { useAutosave } from '../draft/saving/use-autosave.ts';
import { useHeldBack } from '../draft/still-empty.ts';
import { titleOf } from '../draft/title-of.ts';
import { useLatest } from '../draft/use-latest.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { ApplicationHead } from './head.tsx';
import { withoutOffice } from './parts-of-type.ts';
import { ProgressSteps } from './progress.tsx';
import {
  type ApplicationContents,
  annexPlace,
  applicationFindings,
  applicationsKey,
  discardApplication,
  showApplication,
  writeApplication,
} from './requests.ts';
import type { Shown } from './shown.ts';
import { TextAct } from './text-act.tsx';
import { useActing } from './use-acting.ts';

const ImportDialog = lazy(() =>
  import('../draft/import/import-dialog.tsx').then((file) => ({ default: file.ImportDialog })),
);

const noFindings: readonly ProblemFinding[] = [];

export function Writing({ application, profile, declaration }: Shown) {
  const { id, state, revision, history } = application;
  const { person } = useSession();
  const navigate = useNavigate();
  const file = useAutosave<ApplicationContents>({
    name: `${person.id}.${id}.${application.edition}`,
    revision,
    contents: application.contents,
    save: (at, contents) => writeApplication(id, at, contents),
    load: async () => {
      const held = await showApplication(id);
      return { revision: held.revision, contents: held.contents };
    },
  });
  const { contents } = file;
  const write = useCallback(
    (change: Partial<ApplicationContents>) => file.write({ ...file.contents, ...change }),
    [file],
  );
  const setClaims = useCallback(
    (claims: JsonObject) => write({ claims, title: titleOf(declaration, profile, claims) }),
    [write, declaration, profile],
  );
  // The server speaks of what it has: asked after each time it was saved.
  const check = useLatest(file.revision, (signal) => applicationFindings(id, signal), 50);
  const [guide] = useState(() => new FormGuide());
  const [asking, setAsking] = useState<'answer' | 'withdraw'>();
  const [importing, setImporting] = useState(false);
  const [refused, setRefused] = useState<{ readonly revision: number; readonly findings: readonly ProblemFinding[] }>();
  const acting = useActing(id, () => {
    file.close();
    setAsking(undefined);
  });
  const left = useMemo(() => withoutOffice(declaration), [declaration]);
  const findings = (refused?.revision === file.revision ? refused.findings : check.answer) ?? noFindings;
  const { told, empty, leave, tellAll } = useHeldBack(findings, contents.claims);
  const question = history.findLast(({ act }) => act === 'query');
  // Saved in another window meanwhile: nothing here is lost by showing it.
  useEffect(() => {
    if (file.state === 'saved' && application.revision > file.revision)
      file.takeOther(application.revision, application.contents);
  }, [file, application]);
  /** To the first that must be mended, or on. */
  const mended = (then: () => void) => {
    const first = findings.find(({ severity }) => severity === 'refuse');
    if (first === undefined) return then();
    tellAll();
    guide.lead(first.path);
  };
  const act = async (what: 'send' | 'answer' | 'withdraw', text?: string) => {
    if ((await file.now()) !== 'saved') return;
    acting.mutate(
      { act: what, revision: file.revision, ...(text !== undefined && { text }) },
      {
        onError: (fault) => {
          if (!(fault instanceof Problem)) return;
          if (fault.findings.length > 0) {
            setAsking(undefined);
            setRefused({ revision: file.revision, findings: fault.findings });
          }
          // Saving finds the other contents and lets a person choose.
          if (fault.code === 'desk.changed-elsewhere') file.write({ ...file.contents });
        },
      },
    );
  };
  return (
    <>
      <ApplicationHead {...{ application, profile, declaration }} writing>
        <SavedMark file={file} />
        <Button variant="default" onClick={() => setImporting(true)}>
          {m.draft_import()}
        </Button>
        {state === 'draft' ? (
          <>
            <Button
              variant="default"
              onClick={() => {
                if (!confirm(m.draft_delete_sure())) return;
                void file.now().then(async () => {
                  file.close();
                  await discardApplication(id, file.revision);
                  await navigate({ to: '/applications' });
                  queryClient.removeQueries({ queryKey: [...applicationsKey, id] });
                  void queryClient.invalidateQueries({ queryKey: applicationsKey });
                });
              }}
            >
              {m.draft_delete()}
            </Button>
            <Button loading={acting.isPending} onClick={() => mended(() => void act('send'))}>
              {m.applications_act_send()}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={() => setAsking('withdraw')}>
              {m.applications_act_withdraw()}
            </Button>
            <Button onClick={() => mended(() => setAsking('answer'))}>{m.applications_act_answer()}</Button>
          </>
        )}
      </ApplicationHead>
      <SaveNote
        file={file}
        onTakeOther={() => void showApplication(id).then((held) => file.takeOther(held.revision, held.contents))}
      />
      {acting.isError && asking === undefined && <ProblemNote fault={acting.error} />}
      {state === 'query' && question?.text !== undefined && (
        <Alert color="yellow" variant="outline" title={m.applications_question()} role="note">
          <p className="application-text">{question.text}</p>
        </Alert>
      )}
      <div className="draft-desk">
        <SchemaForm
          declaration={left}
          profile={profile}
          value={contents.claims}
          onChange={setClaims}
          findings={told}
          onLeave={leave}
          guide={guide}
        />
        <aside aria-label={m.draft_beside()}>
          <FindingSummary
            findings={told}
            empty={empty}
            naming={profile}
            type={declaration.name}
            lead={guide.lead}
            asking={check.asking || file.state !== 'saved'}
          />
          <p className="draft-quiet">{m.applications_left_to_office()}</p>
          <Annexes annexes={contents.annexes} onChange={(annexes) => write({ annexes })} place={annexPlace(id)} />
          {state !== 'draft' && <ProgressSteps application={application} />}
        </aside>
      </div>
      {asking && (
        <TextAct
          act={asking}
          label={asking === 'answer' ? m.applications_your_answer() : m.applications_your_reason()}
          required={false}
          busy={acting.isPending}
          fault={acting.error}
          onAct={(text) => void act(asking, text)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {importing && (
        <Suspense fallback={<Loading />}>
          <ImportDialog
            declaration={left}
            profile={profile}
            claims={contents.claims}
            to={contents.to}
            xml={false}
            onClose={() => setImporting(false)}
            onClaims={(claims) => {
              setImporting(false);
              setClaims(claims);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
