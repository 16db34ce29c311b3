/** One's own drafts. */
import './style.ts';
import './form/buttons.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useDeclarations } from '../api/profiles.ts';
import { queryClient } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { deleteDraft, draftsKey, listDrafts } from './requests.ts';

export function DraftsPage() {
  return (
    <>
      <title>{`${m.draft_drafts()} · Samur`}</title>
      <h1>{m.draft_drafts()}</h1>
      <OwnDrafts />
    </>
  );
}

export function OwnDrafts({ most = Number.POSITIVE_INFINITY }: { readonly most?: number }) {
  const { data, error, isError, refetch } = useQuery({ queryKey: draftsKey, queryFn: listDrafts });
  const declarations = useDeclarations();
  const [discarding, setDiscarding] = useState<string>();
  const discard = useMutation({
    mutationFn: async () => {
      if (discarding !== undefined) await deleteDraft(discarding);
    },
    onSuccess: () => setDiscarding(undefined),
    onSettled: () => queryClient.invalidateQueries({ queryKey: draftsKey }),
  });
  if (isError) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.length === 0) return <p className="draft-quiet">{m.draft_no_drafts()}</p>;
  return (
    <>
      <ul className="draft-list">
        {data.slice(0, most).map(({ id, profile, type, title, updated }) => (
          <li key={id}>
            <Link to="/drafts/$id" params={{ id }}>
              <b>{declarations.typeTitle(profile, type)}</b> <span>{title || m.draft_empty_row()}</span>
            </Link>
            <small>{formatMoment(updated, language)}</small>
            <button type="button" className="form-remove" onClick={() => setDiscarding(id)}>
              <span aria-hidden="true">✕</span>
              <span className="hidden">
                {m.draft_remove({ label: title || declarations.typeTitle(profile, type) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {discarding !== undefined && (
        <ConfirmDialog
          title={m.draft_delete()}
          text={m.draft_delete_sure()}
          yes={m.draft_delete()}
          doing={discard}
          close={() => setDiscarding(undefined)}
        />
      )}
      {data.length > most && <Link to="/drafts">{m.draft_all_drafts({ count: data.length })}</Link>}
    </>
  );
}
