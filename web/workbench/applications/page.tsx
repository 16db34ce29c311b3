/** One application: written by its applicant, examined by officers. */
import './applications.css';
import '../draft/style.ts';
import '../record/style.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Examination } from './examination.tsx';
import { Followed } from './followed.tsx';
import { useNews } from './news.ts';
import { applicationKey, showApplication } from './requests.ts';
import { Writing } from './writing.tsx';

export function ApplicationPage() {
  const { id = '' } = useParams({ strict: false });
  const { data, error, isError, refetch } = useQuery({
    queryKey: applicationKey(id),
    queryFn: () => showApplication(id),
  });
  useNews(id);
  const declarations = useDeclarations();
  if (isError && data === undefined) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const profile = declarations.profile(data.profile);
  const declaration = declarations.type(data.profile, data.type);
  if (profile === undefined || declaration === undefined) return <p className="nothing">{m.draft_unknown_type()}</p>;
  const shared = { application: data, profile, declaration };
  // Keyed by the edition: what was stated upon one is not written over what stands upon the next.
  if (!data.mine) return <Examination key={`${id} ${data.edition}`} {...shared} />;
  // Keyed by whose turn it is: what was typed before it was sent is not written over what was sent.
  return data.turn === 'applicant' ? (
    <Writing key={`${id} ${data.state} ${data.edition}`} {...shared} />
  ) : (
    <Followed key={id} {...shared} />
  );
}
