/** Dossiers found by a number that stands on a vehicle, a seal or a paper. */
import './base.css';
import './search.css';
import { Input, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { evenReference } from '../../../kernel/reference.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { collation } from '../parts/collation.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useSearchWords } from '../parts/use-search-words.ts';
import { FoundList } from './found.tsx';
import { foundQuery, kindsQuery } from './queries.ts';

/** As the server has it: from here on the beginning of a number will do. */
const leastPrefix = 4;
const typingMs = 150;

export function DossiersPage() {
  const asked = useSearch({ strict: false }) as { readonly q?: unknown; readonly kind?: unknown };
  const q = String(asked.q ?? '');
  const kind = String(asked.kind ?? '');
  const navigate = useNavigate();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const seek = (q: string, kind: string) =>
    void navigate({ to: '/dossiers', search: { ...(q && { q }), ...(kind && { kind }) }, replace: true });
  const { typed, type, searchNow } = useSearchWords(q, typingMs, (words) => seek(words, kind));
  const inOrder = collation(language);
  const choices = kinds
    .map(({ name, title }) => ({ value: name, label: say(title) }))
    .toSorted((a, b) => inOrder(a.label, b.label));
  return (
    <div className="dossiers">
      <title>{`${m.dossier_title()} · Samur`}</title>
      <h1>{m.dossier_title()}</h1>
      <p className="soft">{m.dossier_lead()}</p>
      <search className="dossier-search">
        <TextInput
          label={m.dossier_search()}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={searchNow}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          autoFocus
          aria-describedby="dossier-hint"
          size="md"
        />
        <NativeSelect
          label={m.dossier_kind()}
          value={kind}
          onChange={(event) => seek(typed, event.currentTarget.value)}
          data={[{ value: '', label: m.dossier_any_kind() }, ...choices]}
          size="md"
        />
        <Input.Description id="dossier-hint">{m.dossier_hint()}</Input.Description>
      </search>
      <Answer q={q} kind={kind} />
    </div>
  );
}

function Answer({ q, kind }: { readonly q: string; readonly kind: string }) {
  const { data, error, refetch } = useQuery(foundQuery(q, kind));
  if (q.trim() === '') return null;
  if (error) return <ProblemNote fault={error} again={() => void refetch()} />;
  if (!data) return null;
  const { items, more, complete } = data;
  const short = evenReference(q).length < leastPrefix;
  return (
    <>
      <p role="status" className="dossier-count">
        {items.length > 0 && m.dossier_found({ count: items.length })}
        {items.length === 0 && (short ? m.dossier_short() : m.dossier_none())}
        {!complete && ` ${m.dossier_incomplete()}`}
      </p>
      <FoundList items={items} />
      {more && <p className="soft">{m.dossier_more()}</p>}
    </>
  );
}
