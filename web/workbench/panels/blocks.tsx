/** The blocks that panels are made of. Colour says nothing that a sign and a word do not. */
import { Link } from '@tanstack/react-router';
import type { PanelBlock, PanelText, Tone } from '../../../kernel/panel.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

type Of<Kind extends PanelBlock['kind']> = Extract<PanelBlock, { kind: Kind }>;

export function Block({ block }: { readonly block: PanelBlock }) {
  switch (block.kind) {
    case 'heading':
      return null;
    case 'text':
      return <BlockText block={block} />;
    case 'checks':
      return <BlockChecks block={block} />;
    case 'facts':
      return <BlockFacts block={block} />;
    case 'table':
      return <BlockTable block={block} />;
    case 'bar':
      return <BlockBar block={block} />;
  }
}

const signs: Readonly<Record<Tone, string>> = { good: '✓', attention: '!', unknown: '?' };
const toneWords: Readonly<Record<Tone, () => string>> = {
  good: m.panels_good,
  attention: m.panels_attention,
  unknown: m.panels_unknown,
};

function Sign({ tone }: { readonly tone: Tone }) {
  return (
    <>
      <span className="sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <span className="hidden">{toneWords[tone]()}: </span>
    </>
  );
}

function BlockText({ block: { text, tone } }: { readonly block: Of<'text'> }) {
  if (tone === undefined) return <p>{text}</p>;
  return (
    <p className={`panel-text ${tone}`}>
      <Sign tone={tone} />
      {text}
    </p>
  );
}

function BlockChecks({ block: { items } }: { readonly block: Of<'checks'> }) {
  return (
    <ul className="panel-checks">
      {items.map(({ label, text, tone }) => (
        <li key={label} className={tone}>
          <Sign tone={tone} />
          <span className="label">{label}</span>
          <span className="text">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Beside what it does not agree with. */
function Told({ of: { text, differs, record } }: { readonly of: PanelText }) {
  const shown =
    record === undefined ? (
      text
    ) : (
      <Link to="/records/$id" params={{ id: record }}>
        {text}
      </Link>
    );
  if (!differs) return shown;
  return (
    <strong className="panel-differs">
      <span aria-hidden="true">≠ </span>
      {shown}
      <span className="hidden"> ({m.panels_differs()})</span>
    </strong>
  );
}

function BlockFacts({ block: { lines } }: { readonly block: Of<'facts'> }) {
  return (
    <dl className="panel-facts">
      {lines.map(({ label, value, ...more }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Told of={{ text: value, ...more }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What scrolls can be reached by keys. */
const scrolled = { tabIndex: 0 };

function BlockTable({ block: { caption, head, rows } }: { readonly block: Of<'table'> }) {
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
            <tr key={JSON.stringify(cells)} className={differs ? 'differs' : undefined}>
              {head.map((column, at) => (
                <Cell key={column} column={column} cell={cells[at] ?? ''} isFirst={at === 0} ofMarked={differs} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly column: string;
  readonly cell: string | PanelText;
  readonly isFirst: boolean;
  readonly ofMarked: true | undefined;
}

function Cell({ column, cell, isFirst, ofMarked }: CellProps) {
  const told = typeof cell === 'string' ? { text: cell } : cell;
  const inside = (
    <>
      {isFirst && ofMarked && <span aria-hidden="true">≠ </span>}
      <Told of={told} />
    </>
  );
  if (isFirst) return <th scope="row">{inside}</th>;
  return (
    <td data-label={column} className={told.differs ? 'differs' : undefined}>
      {inside}
    </td>
  );
}

function BlockBar({ block: { label, unit, total, parts } }: { readonly block: Of<'bar'> }) {
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
