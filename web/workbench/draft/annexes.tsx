/** Files that hang on a record, each with the digest that the signature covers. */
import { useId, useRef, useState } from 'react';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { Problem, send } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { mediaTypeOf } from './media-type.ts';
import type { Annex } from './requests.ts';

interface AnnexesProps {
  readonly annexes: readonly Annex[];
  readonly onChange: (annexes: readonly Annex[]) => void;
  /** Where files are stored; each is then read under its digest. */
  readonly place: string;
  readonly readOnly?: boolean;
}

export function Annexes({ annexes, onChange, place, readOnly = false }: AnnexesProps) {
  const id = useId();
  const [busy, setBusy] = useState(0);
  const [fault, setFault] = useState<unknown>();
  const latest = useRef(annexes);
  latest.current = annexes;
  const take = async (files: readonly File[]) => {
    setFault(undefined);
    setBusy((count) => count + files.length);
    for (const file of files) {
      try {
        const annex = await store(file, place);
        if (!latest.current.some(({ digest }) => digest === annex.digest)) {
          latest.current = [...latest.current, annex];
          onChange(latest.current);
        }
      } catch (problem) {
        setFault(problem);
      }
      setBusy((count) => count - 1);
    }
  };
  return (
    <section
      className="draft-box"
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!readOnly) void take([...event.dataTransfer.files]);
      }}
    >
      <h2 id={`${id}-title`}>{m.draft_annexes()}</h2>
      {annexes.length === 0 && <p className="draft-quiet">{m.draft_no_annexes()}</p>}
      <ul className="draft-annexes">
        {annexes.map(({ digest, name, mediaType }) => (
          <li key={digest}>
            <a href={`${place}/${digest}`} download={name}>
              {name}
            </a>
            <small>
              {mediaType} · SHA-256 <code title={digest}>{digest.slice(0, 16)}…</code>
            </small>
            {!readOnly && (
              <button
                type="button"
                className="form-remove"
                onClick={() => onChange(annexes.filter((one) => one.digest !== digest))}
              >
                <span aria-hidden="true">✕</span>
                <span className="hidden">{m.draft_remove({ label: name })}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <label className="draft-file">
          <span>{m.draft_add_file()}</span>
          <input
            type="file"
            className="hidden"
            multiple
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
      )}
      <p className="hidden" role="status">
        {busy > 0 && m.draft_storing({ count: formatNumber(busy, language) })}
      </p>
      {busy > 0 && <progress aria-label={m.draft_storing({ count: formatNumber(busy, language) })} />}
      {fault !== undefined && <ProblemNote fault={fault} />}
    </section>
  );
}

/** What the server has stored must be what stands on this machine. */
async function store(file: File, place: string): Promise<Annex> {
  const bytes = await file.arrayBuffer();
  const own = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  const mediaType = mediaTypeOf(file.type);
  const response = await send(place, { method: 'POST', body: bytes, mediaType });
  const { digest } = (await response.json()) as { readonly digest: string };
  if (digest !== own) throw new Problem(0, 'server.fault', m.draft_other_digest(), [], undefined);
  return { digest, name: file.name.slice(0, 200), mediaType };
}
