/** Files that travel with the record. Shown, never run: pictures and text here, PDF in a tab of its own. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { send } from '../api/client.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { previewOf } from './preview.ts';
import { saveAs } from './save-as.ts';

type Annex = RecordDetails['annexes'][number];

export function Annexes({ record: { annexes } }: { readonly record: RecordDetails }) {
  if (annexes.length === 0) return null;
  return (
    <section className="record-section" aria-labelledby="record-annexes">
      <h2 id="record-annexes">{m.record_annexes()}</h2>
      <ul className="record-annexes">
        {annexes.map((annex) => (
          <AnnexItem key={annex.digest} annex={annex} />
        ))}
      </ul>
    </section>
  );
}

interface Loaded {
  readonly bytes: Blob;
  /** Its SHA-256, counted here, is the one that was signed. */
  readonly intact: boolean;
}

async function load({ digest, mediaType }: Annex): Promise<Loaded> {
  const answer = await send(`/api/annexes/${digest}`, { headers: { accept: '*/*' } });
  const bytes = await answer.arrayBuffer();
  const counted = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  // Under the type that was signed: what else a browser might take it for does not count.
  return { bytes: new Blob([bytes], { type: mediaType }), intact: counted === digest };
}

function AnnexItem({ annex }: { readonly annex: Annex }) {
  const { name, mediaType, size } = annex;
  const preview = previewOf(mediaType);
  const look = useMutation({ mutationFn: () => load(annex) });
  const keep = useMutation({ mutationFn: async () => saveAs((await load(annex)).bytes, name) });
  const fault = look.error ?? keep.error;
  return (
    <li>
      <span className="name">{name}</span>
      <span className="kind">
        {mediaType}
        {size !== undefined && `, ${m.record_bytes({ size: formatNumber(size, language) })}`}
      </span>
      <span className="ways">
        {preview !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            loading={look.isPending}
            aria-expanded={look.data !== undefined}
            onClick={() => (look.data ? look.reset() : look.mutate())}
          >
            {look.data ? m.record_hide() : m.record_show()}
            <span className="hidden"> {name}</span>
          </Button>
        )}
        <Button variant="default" size="compact-sm" loading={keep.isPending} onClick={() => keep.mutate()}>
          {m.record_download()}
          <span className="hidden"> {name}</span>
        </Button>
      </span>
      {fault && <ProblemNote fault={fault} />}
      {look.data && (
        <div className="record-preview">
          <p className={look.data.intact ? 'proved' : 'not-proved'}>
            {look.data.intact ? m.record_annex_intact() : m.record_annex_altered()}
          </p>
          {look.data.intact && preview === 'image' && <Picture bytes={look.data.bytes} name={name} />}
          {look.data.intact && preview === 'text' && <Words bytes={look.data.bytes} name={name} />}
          {look.data.intact && preview === 'pdf' && <OwnTab bytes={look.data.bytes} name={name} />}
        </div>
      )}
    </li>
  );
}

/** As long as it is shown. */
function useAddress(bytes: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address;
}

interface Shown {
  readonly bytes: Blob;
  readonly name: string;
}

function Picture({ bytes, name }: Shown) {
  const address = useAddress(bytes);
  return address && <img src={address} alt={m.record_picture({ name })} />;
}

function OwnTab({ bytes, name }: Shown) {
  const address = useAddress(bytes);
  return (
    address && (
      <a href={address} target="_blank" rel="noreferrer">
        {m.record_open_tab({ name })}
      </a>
    )
  );
}

const mostBytes = 200_000;

function Words({ bytes, name }: Shown) {
  const [text, setText] = useState('');
  useEffect(() => {
    let current = true;
    void bytes
      .slice(0, mostBytes)
      .text()
      .then((read) => current && setText(read));
    return () => {
      current = false;
    };
  }, [bytes]);
  return (
    <section className="record-words" aria-label={name} {...scrolled}>
      <pre>{text}</pre>
      {bytes.size > mostBytes && <p>{m.record_cut()}</p>}
    </section>
  );
}

/** What scrolls can be reached by keys. */
const scrolled = { tabIndex: 0 };
