/** What the profile shows of one record besides its facts, and what it offers to do; drawn alike for every domain. */
import { useQuery } from '@tanstack/react-query';
import type { PanelBlock } from '../../../kernel/panel.ts';
import type { ProfileDeclaration, RecordDetails } from '../api/shapes.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { PanelActions } from './actions.tsx';
import { Block } from './blocks.tsx';
import { hasFirstPanel } from './first-panel.ts';
import { type PanelView, panelsQuery } from './queries.ts';
import './panels.css';
import './blocks.css';
import './narrow.css';

interface Props {
  readonly record: RecordDetails;
  readonly profile: ProfileDeclaration;
}

/** Those that stand before the facts: where an officer decides. */
export function FirstPanels({ record, profile }: Props) {
  const { data, error } = useQuery(panelsQuery(record.id));
  const expected = hasFirstPanel(profile, record.type);
  if (error) return expected ? <ProblemNote fault={error} /> : null;
  if (!data) return expected ? <Loading /> : null;
  return data.items
    .filter(({ first }) => first)
    .map((panel) => <Shown key={panel.name} panel={panel} record={record} profile={profile} />);
}

export function RecordPanels({ record, profile }: Props) {
  const { data, error } = useQuery(panelsQuery(record.id));
  if (error) return <ProblemNote fault={error} />;
  return data?.items
    .filter(({ first }) => !first)
    .map((panel) => <Shown key={panel.name} panel={panel} record={record} profile={profile} />);
}

function Shown({ panel, ...about }: Props & { readonly panel: PanelView }) {
  const { name, title, first, blocks } = panel;
  const parts = partsOf(blocks);
  const [lead, ...rest] = parts;
  return (
    <section className={first ? 'panel first' : 'panel'} aria-labelledby={`panel-${name}`}>
      <h2 id={`panel-${name}`}>{title}</h2>
      {lead && <Part part={lead} />}
      <PanelActions panel={panel} {...about} />
      {rest.length > 0 && (
        <div className="panel-parts">
          {rest.map((part) => (
            <Part key={part.heading} part={part} />
          ))}
        </div>
      )}
    </section>
  );
}

interface PartOfPanel {
  readonly heading: string;
  readonly blocks: readonly PanelBlock[];
}

/** The first is what stands before any heading. */
function partsOf(blocks: readonly PanelBlock[]): readonly PartOfPanel[] {
  const parts: { heading: string; blocks: PanelBlock[] }[] = [{ heading: '', blocks: [] }];
  for (const block of blocks)
    if (block.kind === 'heading') parts.push({ heading: block.text, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  return parts;
}

function Part({ part: { heading, blocks } }: { readonly part: PartOfPanel }) {
  if (blocks.length === 0) return null;
  const wide = heading === '' || blocks.some(({ kind }) => kind === 'table');
  return (
    <div className={wide ? 'panel-part wide' : 'panel-part'}>
      {heading !== '' && <h3>{heading}</h3>}
      {blocks.map((block) => (
        <Block key={JSON.stringify(block)} block={block} />
      ))}
    </div>
  );
}
