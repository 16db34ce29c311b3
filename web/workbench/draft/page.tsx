/** One draft, open for writing. */
import './style.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Editor } from './editor.tsx';
import { type SavedDraft, showDraft } from './requests.ts';

export function DraftPage() {
  const { id = '' } = useParams({ strict: false });
  const { data, error, isError, refetch } = useQuery({
    queryKey: ['draft', id],
    queryFn: () => showDraft(id),
    // What is typed here is newer than any answer: it is read once.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (data) return <Known key={id} saved={data} />;
  return isError ? <ProblemNote fault={error} again={() => void refetch()} /> : <Loading />;
}

function Known({ saved }: { readonly saved: SavedDraft }) {
  const declarations = useDeclarations();
  const profile = declarations.profile(saved.profile);
  const declaration = declarations.type(saved.profile, saved.type);
  if (profile === undefined || declaration === undefined) return <p className="nothing">{m.draft_unknown_type()}</p>;
  return <Editor saved={saved} profile={profile} declaration={declaration} />;
}
