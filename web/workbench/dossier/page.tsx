/** Dossiers found by a number that stands on a vehicle, a seal or a paper. */
import './base.css';
import './search.css';
import { Input, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { evenReference } from '../../../kernel/reference.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { collation } from '../parts/collation.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { FoundList } from './found.tsx';
import { foundQuery, kindsQuery } from './queries.ts';

/** As the server has it: from here on the beginning of a number will do. */
const leastPrefix = 4;
const typingMs = 150;

export function DossiersPage() {
  const asked = useSearch({ strict: false }) as { readonly q?: unknown; readonly kind?: unknown };
  const [text, setText] = useState(() => String(asked.q ?? ''));
  const [kind, setKind] = useState(() => String(asked.kind ?? ''));
  const navigate = useNavigate();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const [sought, setSought] = useState({ text, kind });
  useEffect(() => {
    const timer = setTimeout(() => {
      setSought({ text, kind });
      void navigate({ to: '/dossiers', search: { ...(text && { q: text }), ...(kind && { kind }) }, replace: true });
    }, typingMs);
    return () => clearTimeout(timer);
  }, [text, kind, navigate]);
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
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
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
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[{ value: '', label: m.dossier_any_kind() }, ...choices]}
          size="md"
        />
        <Input.Description id="dossier-hint">{m.dossier_hint()}</Input.Description>
      </search>
      <Answer q={sought.text} kind={sought.kind} />
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
