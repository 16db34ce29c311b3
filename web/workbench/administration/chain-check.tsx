/** Each row of the trail names the hash of the one before: whoever noted one earlier sees whether it still stands. */
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { CopyButton } from '../parts/copy-button.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import type { TrailCheck } from './office.ts';

export function ChainCheck() {
  const [row, setRow] = useState('');
  const [head, setHead] = useState('');
  const noted = row !== '' && head.trim() !== '';
  const checking = useMutation({
    mutationFn: () => {
      const query = noted ? `?${new URLSearchParams({ row, head: head.trim().toLowerCase() })}` : '';
      return ask<TrailCheck>(`/api/desk/trail/check${query}`);
    },
  });
  return (
    <section aria-labelledby="chain" className="administration-chain">
      <h3 id="chain">{m.administration_chain()}</h3>
      <p>{m.administration_chain_how()}</p>
      <form
        className="administration-filter"
        onSubmit={(event) => {
          event.preventDefault();
          checking.mutate();
        }}
      >
        <TextInput
          label={m.administration_noted_row()}
          inputMode="numeric"
          pattern="[1-9][0-9]{0,14}"
          value={row}
          onChange={(event) => setRow(event.currentTarget.value)}
        />
        <TextInput
          label={m.administration_noted_hash()}
          pattern="\s*[0-9a-fA-F]{64}\s*"
          value={head}
          onChange={(event) => setHead(event.currentTarget.value)}
          className="hash"
        />
        <Button type="submit" variant="default" loading={checking.isPending}>
          {m.administration_check()}
        </Button>
      </form>
      <FaultNote fault={checking.error} />
      <div role="status">{checking.data && <Result check={checking.data} />}</div>
    </section>
  );
}

function Result({ check: { holds, rows, head, broken } }: { readonly check: TrailCheck }) {
  if (!holds) return <p className="administration-refused">{m.administration_chain_broken({ row: broken ?? rows })}</p>;
  return (
    <>
      <p className="administration-done">{m.administration_chain_holds({ count: rows })}</p>
      <p className="administration-secret">
        <output aria-label={m.administration_noted_hash()}>{`${rows} ${head}`}</output>
      </p>
      <CopyButton text={`${rows} ${head}`} label={m.administration_noted_hash()} />
    </>
  );
}
