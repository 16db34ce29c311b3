/** How programs of the institution sign in. */
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { type Token, type TokenRight, tokenRights, tokensQuery } from './office.ts';
import { OneTimeText } from './one-time-text.tsx';

const rightWords: Readonly<Record<TokenRight, () => string>> = {
  read: m.administration_right_read,
  issue: m.administration_right_issue,
  administer: m.administration_right_administer,
};

export function Tokens() {
  const { items } = useSuspenseQuery(tokensQuery).data;
  const [making, setMaking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Token>();
  const columns: readonly Column<Token>[] = [
    {
      title: m.sign_in_name(),
      head: true,
      cell: ({ id, name }) => (
        <>
          {name}
          <code className="administration-remark">{id}</code>
        </>
      ),
    },
    { title: m.administration_rights(), cell: ({ rights }) => rights.map((one) => rightWords[one]()).join(', ') },
    { title: m.administration_made(), cell: ({ created }) => formatMoment(created, language) },
    {
      title: m.administration_state(),
      cell: ({ revoked }) =>
        revoked === undefined
          ? m.administration_valid()
          : m.administration_withdrawn({ time: formatMoment(revoked, language) }),
    },
    {
      title: '',
      className: 'actions',
      cell: (one) =>
        one.revoked === undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setWithdrawn(one)}>
            {m.administration_withdraw()}
            <span className="hidden">: {one.name}</span>
          </Button>
        ),
    },
  ];
  return (
    <>
      <p>{m.administration_tokens_how()}</p>
      <div className="administration-actions">
        <Button onClick={() => setMaking(true)}>{m.administration_make_token()}</Button>
      </div>
      <ListTable caption={m.administration_tokens()} columns={columns} rows={items} keyOf={({ id }) => id} />
      {making && <TokenDialog close={() => setMaking(false)} />}
      {withdrawn && <WithdrawDialog token={withdrawn} close={() => setWithdrawn(undefined)} />}
    </>
  );
}

function TokenDialog({ close }: { readonly close: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [rights, setRights] = useState<string[]>(['read']);
  const making = useMutation({
    mutationFn: () =>
      ask<{ readonly token: string }>('/api/desk/tokens', { method: 'POST', body: { name: name.trim(), rights } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
  return (
    <Modal
      opened
      onClose={close}
      title={m.administration_make_token()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
      closeOnClickOutside={false}
    >
      {making.data ? (
        <OneTimeText
          text={making.data.token}
          label={m.administration_token()}
          how={m.administration_token_how()}
          close={close}
        />
      ) : (
        <form
          className="administration-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (rights.length > 0) making.mutate();
          }}
        >
          <TextInput
            label={m.sign_in_name()}
            description={m.administration_token_name_how()}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={100}
            data-autofocus
          />
          <Checkbox.Group
            label={m.administration_rights()}
            value={rights}
            onChange={setRights}
            error={rights.length === 0 && m.administration_rights_missing()}
          >
            <div className="administration-roles">
              {tokenRights.map((one) => (
                <Checkbox key={one} value={one} label={rightWords[one]()} />
              ))}
            </div>
          </Checkbox.Group>
          <FaultNote fault={making.error} />
          <div className="dialog-actions">
            <Button variant="default" onClick={close}>
              {m.parts_cancel()}
            </Button>
            <Button type="submit" loading={making.isPending}>
              {m.administration_make()}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

function WithdrawDialog({ token, close }: { readonly token: Token; readonly close: () => void }) {
  const client = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => ask(`/api/desk/tokens/${token.id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['tokens'] });
      close();
    },
  });
  return (
    <ConfirmDialog
      title={m.administration_withdraw_token({ name: token.name })}
      text={m.administration_withdraw_how()}
      yes={m.administration_withdraw()}
      doing={withdrawing}
      close={close}
    />
  );
}
