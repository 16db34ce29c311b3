import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import { useMay, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { deviceName } from './device-name.ts';
import { type Passkey, passkeysQuery } from './own.ts';
import { addPasskey } from './requests.ts';

export function Passkeys() {
  const { person, enrolled } = useSession();
  const signs = useMay('records.decide');
  const { items } = useSuspenseQuery(passkeysQuery).data;
  const [removed, setRemoved] = useState<Passkey>();
  const columns: readonly Column<Passkey>[] = [
    { title: m.sign_in_name(), head: true, cell: (one) => <PasskeyName passkey={one} /> },
    { title: m.sign_in_passkey_added(), cell: ({ created }) => formatMoment(created, language) },
    { title: m.sign_in_used(), cell: ({ used }) => (used ? formatMoment(used, language) : m.sign_in_never()) },
    {
      title: '',
      className: 'actions',
      cell: (one) =>
        items.length > 1 && (
          <Button variant="default" size="compact-sm" onClick={() => setRemoved(one)}>
            {m.sign_in_remove()}
            <span className="hidden">: {one.label}</span>
          </Button>
        ),
    },
  ];
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{m.sign_in_passkeys()}</h2>
      {signs && <p>{enrolled ? m.sign_in_enrolled() : m.sign_in_not_enrolled()}</p>}
      {person.demonstration && <p>{m.sign_in_demonstration_keys()}</p>}
      {!person.demonstration && (
        <ListTable caption={m.sign_in_passkeys()} columns={columns} rows={items} keyOf={({ id }) => id} />
      )}
      {!person.demonstration && <AddPasskey />}
      {removed && <RemovePasskey passkey={removed} close={() => setRemoved(undefined)} />}
    </section>
  );
}

function PasskeyName({ passkey }: { readonly passkey: Passkey }) {
  const { label, enrolled, backedUp } = passkey;
  const remarks = [enrolled && m.sign_in_passkey_signs(), backedUp && m.sign_in_passkey_synced()].filter(Boolean);
  return (
    <>
      {label}
      {remarks.length > 0 && <span className="mine-remark">{remarks.join(', ')}</span>}
    </>
  );
}

function AddPasskey() {
  const client = useQueryClient();
  const [label, setLabel] = useState(() => deviceName(navigator.userAgent) ?? '');
  const adding = useMutation({
    mutationFn: () => addPasskey(label.trim() === '' ? m.sign_in_this_device() : label.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['passkeys'] }),
  });
  return (
    <form
      className="mine-add"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <TextInput
        label={m.sign_in_label()}
        value={label}
        maxLength={60}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={adding.isPending}>
        {m.sign_in_add_passkey()}
      </Button>
      <FaultNote fault={adding.error} />
    </form>
  );
}

function RemovePasskey({ passkey, close }: { readonly passkey: Passkey; readonly close: () => void }) {
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => ask(`/api/desk/passkeys/${encodeURIComponent(passkey.id)}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['passkeys'] });
      await client.invalidateQueries({ queryKey: ['session'] });
      close();
    },
  });
  return (
    <ConfirmDialog
      title={m.sign_in_remove_passkey({ name: passkey.label })}
      text={m.sign_in_remove_passkey_how()}
      yes={m.sign_in_remove()}
      doing={removing}
      close={close}
    />
  );
}
