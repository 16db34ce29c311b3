/** Free text and filters over a list of records. Choices are those that profiles and the trust list know. */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useInstitutions } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { collation } from '../parts/collation.ts';
import { type Choice, stateChoices, typeChoices } from './choices.ts';
import { everything, type Filter, isFiltered } from './filter.ts';

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
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
  const put = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  return (
    <search className="inbox-filters">
      <SearchField q={filter.q} onSearch={(q) => put({ q })} searchRef={searchRef} />
      <Choose
        label={m.inbox_filter_type()}
        all={m.inbox_every_type()}
        value={filter.type}
        choices={types}
        onChoose={(type) => put({ type, state: '' })}
      />
      <Choose
        label={m.inbox_filter_state()}
        all={m.inbox_every_state()}
        value={filter.state}
        choices={states}
        onChoose={(state) => put({ state })}
      />
      <Choose
        label={m.inbox_filter_from()}
        all={m.inbox_every_issuer()}
        value={filter.from}
        choices={issuers}
        onChoose={(from) => put({ from })}
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
          onChoose={(direction) => put({ direction: direction as Filter['direction'] })}
        />
      )}
      {isFiltered(filter) && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onFilter({ ...everything, lane: filter.lane, order: filter.order })}
        >
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
  const { q, onSearch, searchRef } = props;
  const [typed, setTyped] = useState(q);
  /** What this field has asked for, and what is not in the address yet. */
  const asked = useRef(q);
  const underWay = useRef(new Set<string>());
  useEffect(() => {
    if (q === asked.current) underWay.current.clear();
    if (q === asked.current || underWay.current.delete(q)) return;
    // A view that was chosen, or the way back, brings other words.
    asked.current = q;
    setTyped(q);
  }, [q]);
  const searchNow = () => {
    if (typed === asked.current) return;
    underWay.current.add(asked.current);
    asked.current = typed;
    onSearch(typed);
  };
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(searchNow, typingMs);
    return () => clearTimeout(timer);
  });
  return (
    <input
      type="search"
      className="inbox-search"
      ref={searchRef}
      value={typed}
      maxLength={200}
      placeholder={m.inbox_search()}
      aria-label={m.inbox_search()}
      aria-keyshortcuts="/"
      onChange={(event) => setTyped(event.currentTarget.value)}
      // Searched for later, it would call back who has opened a record meanwhile.
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
