/** Where a new record begins: from nothing, from an earlier one, from a file, or from a draft. */
import './style.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { knownInstitutions } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import { queryClient, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { EarlierRecords } from './earlier-records.tsx';
import { blankGroup } from './form/blanks.ts';
import { fieldOf } from './form/schema-fields.ts';
import { freshCopy } from './fresh-copy.ts';
import { OwnDrafts } from './list.tsx';
import { draftsKey, newDraftId, saveDraft, showRecord } from './requests.ts';
import { titleOf } from './title-of.ts';
import { type Beginning, mayReceive, typesToIssue, usualRecipients } from './types-to-issue.ts';

const XmlDialog = lazy(() => import('./import/xml-dialog.tsx').then((file) => ({ default: file.XmlDialog })));

interface NewDraft {
  readonly beginning: Beginning;
  readonly claims?: JsonObject;
  readonly to?: readonly string[];
  readonly about?: string;
}

/** Begins a draft and goes to it. */
function useBeginning() {
  const navigate = useNavigate();
  const { institution } = useSession();
  return useMutation({
    mutationFn: async ({ beginning: { profile, declaration }, claims, to, about }: NewDraft) => {
      const id = newDraftId();
      const schema = declaration.schemas[declaration.version];
      const field = schema && fieldOf(schema);
      const blank = field?.kind === 'group' ? blankGroup(field, language) : {};
      const institutions = await knownInstitutions();
      const candidates = mayReceive(declaration, institutions.values(), institution.id);
      const full = { ...blank, ...claims };
      await saveDraft(id, 0, {
        profile: profile.name,
        type: declaration.name,
        to: to ?? usualRecipients(candidates, institution.id),
        claims: full,
        annexes: [],
        title: titleOf(declaration, profile, full),
        ...(about !== undefined && { about }),
      });
      return id;
    },
    onSuccess: async (id) => {
      void queryClient.invalidateQueries({ queryKey: draftsKey });
      await navigate({ to: '/drafts/$id', params: { id } });
    },
  });
}

export function ChoosePage() {
  const declarations = useDeclarations();
  const { institution } = useSession();
  const types = typesToIssue(declarations, institution.functions);
  const begin = useBeginning();
  const [earlier, setEarlier] = useState<Beginning>();
  const [xml, setXml] = useState(false);
  const readable = types.filter(({ profile }) => profile.formats.length > 0);
  return (
    <>
      <title>{`${m.draft_new()} · Samur`}</title>
      <h1>{m.draft_new()}</h1>
      <FromRecord types={types} begin={begin.mutate} />
      {begin.isError && <ProblemNote fault={begin.error} />}
      <div className="draft-choose">
        <section aria-labelledby="draft-types">
          <h2 id="draft-types">{m.draft_types()}</h2>
          {types.length === 0 && <p className="draft-quiet">{m.draft_no_types()}</p>}
          <ul className="draft-types">
            {types.map((one) => (
              <li key={`${one.profile.name}/${one.declaration.name}`}>
                <b>{say(one.declaration.title)}</b>
                <span>
                  <Button size="compact-sm" loading={begin.isPending} onClick={() => begin.mutate({ beginning: one })}>
                    {m.draft_begin()}
                    <span className="hidden">: {say(one.declaration.title)}</span>
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => setEarlier(one)}>
                    {m.draft_from_earlier()}
                    <span className="hidden">: {say(one.declaration.title)}</span>
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
        <div>
          {readable.length > 0 && (
            <section className="draft-box" aria-labelledby="draft-files">
              <h2 id="draft-files">{m.draft_from_file()}</h2>
              <p className="draft-quiet">{m.draft_from_file_hint()}</p>
              <Button variant="default" onClick={() => setXml(true)}>
                {m.draft_from_xml()}
              </Button>
            </section>
          )}
          <section className="draft-box" aria-labelledby="draft-own">
            <h2 id="draft-own">{m.draft_drafts()}</h2>
            <OwnDrafts most={8} />
          </section>
        </div>
      </div>
      {earlier && (
        <EarlierRecords
          beginning={earlier}
          onClose={() => setEarlier(undefined)}
          onChoose={(claims, to) => {
            setEarlier(undefined);
            begin.mutate({ beginning: earlier, claims, to });
          }}
        />
      )}
      {xml && (
        <Suspense fallback={<Loading />}>
          <XmlDialog
            types={readable}
            onClose={() => setXml(false)}
            onTake={(beginning, claims) => {
              setXml(false);
              begin.mutate({ beginning, claims });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

interface FromRecordProps {
  readonly types: readonly Beginning[];
  readonly begin: (draft: NewDraft) => void;
}

/** `?type=` of the new record; `?from=` a record to copy; `?about=` the one that the new record follows. */
function FromRecord({ types, begin }: FromRecordProps) {
  const { type, from, about } = useSearch({ strict: false }) as Readonly<Record<'type' | 'from' | 'about', unknown>>;
  const navigate = useNavigate();
  const [fault, setFault] = useState<unknown>();
  const [started] = useState({ done: false });
  const wanted = typeof from === 'string' ? from : typeof about === 'string' ? about : undefined;
  useEffect(() => {
    if (started.done) return;
    const named = types.find(({ profile, declaration }) => `${profile.name}/${declaration.name}` === type);
    if (named) {
      started.done = true;
      begin({ beginning: named });
    }
    if (wanted === undefined || named) return;
    started.done = true;
    showRecord(wanted).then((record) => {
      const beginning = types.find(
        ({ profile, declaration }) => profile.name === record.profile && declaration.name === record.type,
      );
      if (beginning === undefined) return void navigate({ to: '/new' });
      const { schemas, version } = beginning.declaration;
      const claims = freshCopy(schemas[version] ?? {}, record.claims, record.number);
      begin({ beginning, claims, to: record.to, ...(about === wanted && { about: wanted }) });
    }, setFault);
  }, [type, wanted, about, types, begin, navigate, started]);
  return fault === undefined ? null : <ProblemNote fault={fault} />;
}
