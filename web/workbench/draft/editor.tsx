/** The form of a draft with all that helps to fill it; and the way to the signature. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Problem, type ProblemFinding } from '../api/client.ts';
import { useInstitutions } from '../api/institutions.ts';
import { queryClient, useMay, useSession } from '../api/queries.ts';
import type { ProfileDeclaration, TypeDeclaration } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useSigning } from '../signing/use-signing.ts';
import { Annexes } from './annexes.tsx';
import { BalancePanel, BalanceStore, besideAmounts } from './balances.tsx';
import { FindingSummary } from './finding-summary.tsx';
import { FormGuide, SchemaForm } from './form/schema-form.tsx';
import { Impact } from './impact.tsx';
import { Recipients } from './recipients.tsx';
import {
  checkDraft,
  contentsIn,
  type DraftContents,
  deleteDraft,
  draftsKey,
  readBalances,
  type SavedDraft,
  saveDraft,
  showDraft,
  toIssue,
} from './requests.ts';
import { SavedMark, SaveNote } from './saving/save-note.tsx';
import { useAutosave } from './saving/use-autosave.ts';
import { useHeldBack } from './still-empty.ts';
import { titleOf } from './title-of.ts';
import { mayReceive } from './types-to-issue.ts';
import { useLatest } from './use-latest.ts';

const ImportDialog = lazy(() => import('./import/import-dialog.tsx').then((file) => ({ default: file.ImportDialog })));

interface EditorProps {
  readonly saved: SavedDraft;
  readonly profile: ProfileDeclaration;
  readonly declaration: TypeDeclaration;
}

const checkPauseMs = 500;
const noFindings: readonly ProblemFinding[] = [];

export function Editor({ saved, profile, declaration }: EditorProps) {
  const { id, revision } = saved;
  const session = useSession();
  const maySign = useMay(declaration.decides ? 'records.decide' : 'records.sign');
  const navigate = useNavigate();
  const sign = useSigning();
  const load = async () => {
    const held = await showDraft(id);
    return { revision: held.revision, contents: contentsIn(held) };
  };
  const file = useAutosave<DraftContents>({
    name: `${session.person.id}.${id}`,
    revision,
    contents: contentsIn(saved),
    save: (at, contents) => saveDraft(id, at, contents),
    load,
  });
  const { contents } = file;
  const draft = useMemo(() => toIssue(contents), [contents]);
  const write = useCallback((change: Partial<DraftContents>) => file.write({ ...file.contents, ...change }), [file]);
  const setClaims = useCallback(
    (claims: JsonObject) => write({ claims, title: titleOf(declaration, profile, claims) }),
    [write, declaration, profile],
  );

  const check = useLatest(draft, (signal) => checkDraft(draft, signal), checkPauseMs);
  const balances = useLatest(draft, (signal) => readBalances(draft, signal), checkPauseMs);
  const [store] = useState(() => new BalanceStore());
  const beside = useMemo(() => besideAmounts(store), [store]);
  useEffect(() => store.set(balances.answer ?? []), [store, balances.answer]);
  const [guide] = useState(() => new FormGuide());
  const [refused, setRefused] = useState<{
    readonly findings: readonly ProblemFinding[];
    readonly before: readonly ProblemFinding[] | undefined;
  }>();
  const [fault, setFault] = useState<unknown>();
  const [importing, setImporting] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  // A later answer takes the place of what signing told.
  const findings = (refused?.before === check.answer ? refused?.findings : undefined) ?? check.answer ?? noFindings;
  const { told, empty, leave, tellAll } = useHeldBack(findings, contents.claims);

  const end = async () => {
    file.close();
    await deleteDraft(id).catch(() => undefined);
    void queryClient.invalidateQueries({ queryKey: draftsKey });
  };
  const discard = useMutation({ mutationFn: end, onSuccess: () => navigate({ to: '/new' }) });
  const signIt = async () => {
    const first = findings.find(({ severity }) => severity === 'refuse');
    if (first !== undefined) {
      tellAll();
      guide.lead(first.path);
      return;
    }
    setFault(undefined);
    await file.now();
    try {
      const record = await sign(draft);
      if (record === undefined) return;
      await end();
      await navigate({ to: '/records/$id', params: { id: record.id } });
    } catch (problem) {
      if (problem instanceof Problem && problem.findings.length > 0) {
        setRefused({ findings: problem.findings, before: check.answer });
      } else setFault(problem);
    }
  };
  const institutions = useInstitutions();
  const candidates = useMemo(
    () => mayReceive(declaration, institutions.values(), session.institution.id),
    [declaration, institutions, session.institution.id],
  );
  return (
    <>
      <title>{`${say(declaration.title)} · Samur`}</title>
      <header className="draft-head">
        <div>
          <h1>{say(declaration.title)}</h1>
          <SavedMark file={file} />
        </div>
        <div className="draft-actions">
          <Button variant="default" onClick={() => setImporting(true)}>
            {m.draft_import()}
          </Button>
          <Button variant="default" onClick={() => setDiscarding(true)}>
            {m.draft_delete()}
          </Button>
          {maySign && (
            <Button onClick={() => void signIt()} disabled={check.answer === undefined}>
              {m.draft_sign()}
            </Button>
          )}
        </div>
      </header>
      <SaveNote
        file={file}
        onTakeOther={() => void load().then(({ revision: held, contents: other }) => file.takeOther(held, other))}
      />
      {fault !== undefined && <ProblemNote fault={fault} />}
      {contents.about !== undefined && (
        <p className="draft-quiet">
          {m.draft_about()}{' '}
          <Link to="/records/$id" params={{ id: contents.about }}>
            {contents.about.slice(0, 12)}…
          </Link>
        </p>
      )}
      <div className="draft-desk">
        <SchemaForm
          declaration={declaration}
          profile={profile}
          value={contents.claims}
          onChange={setClaims}
          findings={told}
          onLeave={leave}
          beside={beside}
          guide={guide}
        />
        <aside aria-label={m.draft_beside()}>
          <FindingSummary
            findings={told}
            empty={empty}
            naming={profile}
            type={declaration.name}
            lead={guide.lead}
            asking={check.asking}
          />
          <Recipients candidates={candidates} chosen={contents.to} onChange={(to) => write({ to })} />
          <BalancePanel items={balances.answer ?? []} />
          <Annexes annexes={contents.annexes} onChange={(annexes) => write({ annexes })} place="/api/annexes" />
          {declaration.impact && <Impact draft={draft} />}
          {!maySign && <p className="draft-quiet">{m.draft_signed_by_others()}</p>}
        </aside>
      </div>
      {discarding && (
        <ConfirmDialog
          title={m.draft_delete()}
          text={m.draft_delete_sure()}
          yes={m.draft_delete()}
          doing={discard}
          close={() => setDiscarding(false)}
        />
      )}
      {importing && (
        <Suspense fallback={<Loading />}>
          <ImportDialog
            declaration={declaration}
            profile={profile}
            claims={contents.claims}
            to={contents.to}
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
