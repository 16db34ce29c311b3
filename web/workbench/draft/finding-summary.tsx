/** All findings in words, each leading to its field. */
import type { ProblemFinding } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { SeverityBadge } from '../parts/state.tsx';
import { sentenceAtField } from './form/finding-words.ts';
import type { Naming } from './form/words-of-fields.ts';
import { placeName } from './place-name.ts';

interface SummaryProps {
  readonly findings: readonly ProblemFinding[];
  /** Missing members that are not told each by itself yet. */
  readonly empty?: readonly ProblemFinding[];
  readonly naming: Naming;
  readonly type: string;
  readonly lead: (pointer: string) => void;
  readonly asking: boolean;
}

const order = { refuse: 0, warn: 1, inform: 2 } as const;

export function FindingSummary({ findings, empty = [], naming, type, lead, asking }: SummaryProps) {
  const sorted = [...findings].sort((one, other) => order[one.severity] - order[other.severity]);
  return (
    <section className="draft-box" aria-labelledby="draft-findings-title" aria-busy={asking}>
      <h2 id="draft-findings-title">
        {m.draft_findings()} {sorted.length > 0 && <span className="draft-number">{sorted.length}</span>}
      </h2>
      {empty[0] && (
        <button type="button" className="draft-empty" onClick={() => lead(empty[0]?.path ?? '')}>
          {m.draft_still_empty({ count: empty.length })}
        </button>
      )}
      {sorted.length === 0 && empty.length === 0 && (
        <p className="draft-quiet">{asking ? m.draft_checking() : m.draft_no_findings()}</p>
      )}
      {sorted.length > 0 && (
        <ul className="draft-finding-list">
          {sorted.map(({ code, severity, path, text }) => (
            <li key={`${code} ${path} ${text}`}>
              <button type="button" onClick={() => lead(path)}>
                <SeverityBadge severity={severity} /> <PlaceName naming={naming} type={type} path={path} />
                {sentenceAtField({ code, text })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Members with their rows, as far as the profile names them: `Lines 2, Net`. */
export function PlaceName({
  naming,
  type,
  path,
}: {
  readonly naming: Naming;
  readonly type: string;
  readonly path: string;
}) {
  const name = placeName(naming, type, path, language);
  return name === '' ? null : <b>{name}: </b>;
}
