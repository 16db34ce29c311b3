/** What the profile shows of one record besides its facts: plain blocks, drawn here alike for every domain. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PanelBlock } from '../../../kernel/panel.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { ask } from '../api/client.ts';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import './panels.css';

interface PanelView {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly PanelBlock[];
}

const panelsQuery = (id: string) =>
  queryOptions({
    // Beside the record, so that its news make it stale too.
    queryKey: ['record', id, 'panels'],
    queryFn: ({ signal }) =>
      ask<{ readonly items: readonly PanelView[] }>(`/api/desk/records/${id}/panels`, { signal }),
  });

export function RecordPanels({ id }: { readonly id: string }) {
  const { data, error } = useQuery(panelsQuery(id));
  if (error) return <ProblemNote fault={error} />;
  return data?.items.map(({ name, title, blocks }) => (
    <section key={name} className="panel" aria-labelledby={`panel-${name}`}>
      <h2 id={`panel-${name}`}>{title}</h2>
      {blocks.map((block) => (
        <Block key={JSON.stringify(block)} block={block} />
      ))}
    </section>
  ));
}

function Block({ block }: { readonly block: PanelBlock }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'facts':
      return (
        <dl className="panel-facts">
          {block.lines.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <BlockTable block={block} />;
    case 'bar':
      return <BlockBar block={block} />;
  }
}

/** What scrolls can be reached by keys. */
const scrolled = { tabIndex: 0 };

function BlockTable({ block: { caption, head, rows } }: { readonly block: Extract<PanelBlock, { kind: 'table' }> }) {
  return (
    <section className="panel-table" aria-label={caption} {...scrolled}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, differs }) => (
            <tr key={cells.join('\n')} className={differs ? 'differs' : undefined}>
              {head.map((column, at) => (
                <td key={column} data-label={column}>
                  {at === 0 && differs && <span aria-hidden="true">≠ </span>}
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BlockBar({ block: { label, unit, total, parts } }: { readonly block: Extract<PanelBlock, { kind: 'bar' }> }) {
  const amount = (value: number) => `${formatNumber(value, language)}\u00A0${unit}`;
  return (
    <figure className="panel-bar">
      <figcaption>
        <strong>{label}</strong> {amount(total)}
      </figcaption>
      <div aria-hidden="true">
        {parts.map(({ label: part, value }, at) => (
          <span
            key={part}
            className={`part-${at % 4}`}
            style={{ width: `${total > 0 ? (100 * value) / total : 0}%` }}
          />
        ))}
      </div>
      <ul>
        {parts.map(({ label: part, value }, at) => (
          <li key={part}>
            <span aria-hidden="true" className={`part-${at % 4}`} /> {part}: {amount(value)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
