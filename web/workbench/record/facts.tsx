/** The contents in the order of their schema, with what the rules say beside each member. */

import type { ProblemFinding } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { sentenceAtField } from '../draft/form/finding-words.ts';
import { SeverityBadge } from '../parts/state.tsx';
import type { Fact } from './facts.ts';
import { placeId } from './place-id.ts';

export type FindingsAt = ReadonlyMap<string, readonly ProblemFinding[]>;

interface Props {
  readonly facts: readonly Fact[];
  readonly at: FindingsAt;
}

export function Facts({ facts, at }: Props) {
  return (
    <section className="record-section" aria-labelledby="record-facts">
      <h2 id="record-facts">{m.record_facts()}</h2>
      {facts.length === 0 ? <p className="nothing">{m.record_no_facts()}</p> : <FactList facts={facts} at={at} />}
    </section>
  );
}

function FactList({ facts, at }: Props) {
  return (
    <dl className="record-facts">
      {facts.map((fact) => (
        <div key={fact.path} id={placeId(fact.path)} tabIndex={-1} className={`fact ${fact.kind}`}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.kind === 'value' && <span className="value">{fact.value}</span>}
            {fact.kind === 'list' &&
              fact.items.map(({ path, text, remark }) => (
                <span key={path} id={placeId(path)} tabIndex={-1} className="item">
                  {text}
                  {remark !== '' && <span className="remark"> {remark}</span>}
                  <FindingsHere findings={at.get(path)} />
                </span>
              ))}
            {fact.kind === 'group' && <FactList facts={fact.facts} at={at} />}
            {fact.kind === 'table' && <FactTable fact={fact} at={at} />}
            <FindingsHere findings={at.get(fact.path)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactTable({ fact, at }: { readonly fact: Extract<Fact, { kind: 'table' }>; readonly at: FindingsAt }) {
  return (
    // What scrolls can be reached by keys.
    <section className="record-table" aria-label={fact.label} {...scrolled}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.record_line()}</th>
            {fact.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fact.rows.map(({ path, cells }, index) => (
            <tr key={path} id={placeId(path)} tabIndex={-1}>
              <th scope="row">
                {index + 1}
                <FindingsHere findings={at.get(path)} />
              </th>
              {cells.map((cell, column) => (
                <td key={fact.head[column]} id={cell && placeId(cell.path)} tabIndex={-1}>
                  {cell?.text}
                  <FindingsHere findings={cell && at.get(cell.path)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const scrolled = { tabIndex: 0 };

function FindingsHere({ findings = [] }: { readonly findings?: readonly ProblemFinding[] | undefined }) {
  return findings.map(({ code, path, severity, text }) => (
    <span key={`${code} ${path}`} className={`record-finding ${severity}`}>
      <SeverityBadge severity={severity} /> {sentenceAtField({ code, text })}
    </span>
  ));
}
