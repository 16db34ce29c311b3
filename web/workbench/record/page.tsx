/** One record: what it says, what the rules say of it, what became of it, and how all of that is proved. */
import './style.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { contentsOf } from '../../../kernel/contents.ts';
import { told, useDeclarations } from '../api/profiles.ts';
import type { RecordDetails } from '../api/shapes.ts';
import { language } from '../language.ts';
import { FirstPanels, RecordPanels } from '../panels/panels.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { RecordChoices } from '../selections/record-choice.tsx';
import { Annexes } from './annexes.tsx';
import { Changes } from './changes.tsx';
import { Decisions } from './decisions.tsx';
import { factsOf, pathsOf, placed } from './facts.ts';
import { Facts } from './facts.tsx';
import { FindingList } from './finding-list.tsx';
import { RecordHead } from './head.tsx';
import { Life } from './life.tsx';
import { recordQuery } from './queries.ts';
import { Related } from './related.tsx';
import { Timeline } from './timeline.tsx';

export function RecordPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery(recordQuery(id));
  if (data) return <RecordSheet key={id} record={data} />;
  return error ? <ProblemNote fault={error} again={() => void refetch()} /> : <Loading />;
}

function RecordSheet({ record }: { readonly record: RecordDetails }) {
  const { profile: name, type, version, claims } = record;
  const profile = useDeclarations().profile(name);
  const facts = profile ? factsOf(contentsOf(told(profile), type, version, claims, language)) : [];
  const at = placed(record.findings, pathsOf(facts));
  return (
    <article className="record">
      <RecordHead record={record} />
      <RecordChoices record={record} />
      {profile && <FirstPanels record={record} profile={profile} />}
      <div className="record-parts">
        <div className="record-side">
          {profile && <Decisions record={record} profile={profile} />}
          <FindingList record={record} at={at} />
          {profile && <Life record={record} />}
          <Related record={record} />
        </div>
        <div className="record-main">
          <Facts facts={facts} at={at} />
          <Changes record={record} />
          {profile && <RecordPanels record={record} profile={profile} />}
          <Annexes record={record} />
          <Timeline record={record} />
        </div>
      </div>
    </article>
  );
}
