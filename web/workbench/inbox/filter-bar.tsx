/** Free text and filters over a list of records. Choices are those that profiles and the trust list know. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useInstitutions } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { collation } from '../parts/collation.ts';
import { useSearchWords } from '../parts/use-search-words.ts';
import { type Choice, stateChoices, typeChoices } from './choices.ts';
import { type Filter, isFiltered, unfiltered } from './filter.ts';

interface Props {
  readonly filter: Filter;
  readonly onFilter: (change: Partial<Filter>) => void;
  /** Of records on which somebody has to act, or of all. */
  readonly scope: 'turns' | 'all';
  readonly searchRef: React.Ref<HTMLInputElement>;
  readonly children?: ReactNode;
}

/** Shorter than what anybody notices, longer than between two keys of a fast hand. */
const typingMs = 25;

export function FilterBar({ filter, onFilter, scope, searchRef, children }: Props) {
  const { items } = useDeclarations();
  const institutions = useInstitutions();
  const types = useMemo(() => typeChoices(items, scope, language), [items, scope]);
  const states = useMemo(() => stateChoices(items, scope, filter.type, language), [items, scope, filter.type]);
  const issuers = useMemo(() => {
    const inOrder = collation(language);
    return [...institutions.values()]
      .map(({ id, names }) => ({ value: id, title: say(names) }))
      .toSorted((a, b) => inOrder(a.title, b.title));
  }, [institutions]);
  return (
    <search className="inbox-filters">
      <SearchField q={filter.q} onSearch={(q) => onFilter({ q })} searchRef={searchRef} />
      <Choose
        label={m.inbox_filter_type()}
        all={m.inbox_every_type()}
        value={filter.type}
        choices={types}
        onChoose={(type) => onFilter({ type, state: '' })}
      />
      <Choose
        label={m.inbox_filter_state()}
        all={m.inbox_every_state()}
        value={filter.state}
        choices={states}
        onChoose={(state) => onFilter({ state })}
      />
      <Choose
        label={m.inbox_filter_from()}
        all={m.inbox_every_issuer()}
        value={filter.from}
        choices={issuers}
        onChoose={(from) => onFilter({ from })}
      />
      {scope === 'all' && (
        <Choose
          label={m.inbox_filter_direction()}
          all={m.inbox_both_directions()}
          value={filter.direction}
          choices={[
            { value: 'received', title: m.inbox_received() },
            { value: 'issued', title: m.inbox_issued() },
          ]}
          onChoose={(direction) => onFilter({ direction: direction as Filter['direction'] })}
        />
      )}
      {isFiltered(filter) && (
        <Button variant="subtle" size="compact-sm" onClick={() => onFilter(unfiltered)}>
          {m.inbox_filter_clear()}
        </Button>
      )}
      {children}
    </search>
  );
}

function SearchField(props: {
  readonly q: string;
  readonly onSearch: (q: string) => void;
  readonly searchRef: React.Ref<HTMLInputElement>;
}) {
  const { typed, type, searchNow } = useSearchWords(props.q, typingMs, props.onSearch);
  return (
    <input
      type="search"
      className="inbox-search"
      ref={props.searchRef}
      value={typed}
      maxLength={200}
      placeholder={m.inbox_search()}
      aria-label={m.inbox_search()}
      aria-keyshortcuts="/"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={searchNow}
    />
  );
}

function Choose(props: {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}) {
  const { label, all, value, choices, onChoose } = props;
  return (
    <select
      className={value === '' ? 'inbox-choose' : 'inbox-choose chosen'}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
      {value !== '' && !choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
    </select>
  );
}
