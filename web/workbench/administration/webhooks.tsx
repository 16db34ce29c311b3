/** Programs of the institution that are told what happens. */
import { Button, Switch } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import { type Webhook, webhooksQuery } from './office.ts';
import { WebhookDialog } from './webhook-dialog.tsx';
import { eventWords } from './webhook-words.ts';

type Opened =
  | { readonly what: 'new' }
  | { readonly what: 'change' | 'deliveries' | 'remove'; readonly webhook: Webhook };

const stopped: Readonly<Record<NonNullable<Webhook['stopped']>, () => string>> = {
  failing: m.administration_stopped_failing,
  gone: m.administration_stopped_gone,
  'too-many': m.administration_stopped_many,
};

export function Webhooks() {
  const { items } = useSuspenseQuery({ ...webhooksQuery, refetchInterval: 5_000 }).data;
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const switching = useChange();
  const columns: readonly Column<Webhook>[] = [
    { title: m.administration_url(), head: true, className: 'url', cell: ({ url }) => url },
    { title: m.administration_events(), cell: ({ events }) => events.map((one) => eventWords[one]()).join(', ') },
    {
      title: m.administration_state(),
      cell: (one) => (
        <>
          <Switch
            size="sm"
            label={one.active ? m.administration_on() : m.administration_off()}
            aria-label={`${one.active ? m.administration_on() : m.administration_off()}: ${one.url}`}
            checked={one.active}
            disabled={switching.isPending}
            onChange={(event) => switching.mutate({ id: one.id, active: event.currentTarget.checked })}
          />
          {one.stopped && <span className="administration-warning">{stopped[one.stopped]()}</span>}
        </>
      ),
    },
    { title: m.administration_waiting(), className: 'number', cell: ({ waiting }) => waiting },
    {
      title: '',
      className: 'actions',
      cell: (webhook) => (
        <>
          <RowButton
            label={m.administration_deliveries()}
            of={webhook}
            open={() => setOpened({ what: 'deliveries', webhook })}
          />
          <RowButton
            label={m.administration_change()}
            of={webhook}
            open={() => setOpened({ what: 'change', webhook })}
          />
          <RowButton label={m.sign_in_remove()} of={webhook} open={() => setOpened({ what: 'remove', webhook })} />
        </>
      ),
    },
  ];
  return (
    <>
      <p>{m.administration_webhooks_how()}</p>
      <div className="administration-actions">
        <Button onClick={() => setOpened({ what: 'new' })}>{m.administration_add_webhook()}</Button>
      </div>
      <FaultNote fault={switching.error} />
      <ListTable caption={m.administration_webhooks()} columns={columns} rows={items} keyOf={({ id }) => id} />
      {opened?.what === 'new' && <WebhookDialog close={close} />}
      {opened?.what === 'change' && <WebhookDialog webhook={opened.webhook} close={close} />}
      {opened?.what === 'deliveries' && <DeliveriesDialog webhook={opened.webhook} close={close} />}
      {opened?.what === 'remove' && <RemoveDialog webhook={opened.webhook} close={close} />}
    </>
  );
}

function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, active }: Pick<Webhook, 'id' | 'active'>) =>
      ask(`/api/desk/webhooks/${id}`, { method: 'PATCH', body: { active } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

interface RowButtonProps {
  readonly label: string;
  readonly of: Webhook;
  readonly open: () => void;
}

function RowButton({ label, of, open }: RowButtonProps) {
  return (
    <Button variant="default" size="compact-sm" onClick={open}>
      {label}
      <span className="hidden">: {of.url}</span>
    </Button>
  );
}

function RemoveDialog({ webhook, close }: { readonly webhook: Webhook; readonly close: () => void }) {
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => ask(`/api/desk/webhooks/${webhook.id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['webhooks'] });
      close();
    },
  });
  return (
    <ConfirmDialog
      title={m.administration_remove_webhook()}
      text={m.administration_remove_webhook_how({ url: webhook.url })}
      yes={m.sign_in_remove()}
      doing={removing}
      close={close}
    />
  );
}
