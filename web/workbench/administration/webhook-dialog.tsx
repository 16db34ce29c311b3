/** A new webhook, whose secret is shown this one time; or another address and other events of one. */
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Webhook, webhookEvents } from './office.ts';
import { OneTimeText } from './one-time-text.tsx';
import { eventWords } from './webhook-words.ts';

interface WebhookDialogProps {
  readonly webhook?: Webhook;
  readonly close: () => void;
}

export function WebhookDialog({ webhook, close }: WebhookDialogProps) {
  const client = useQueryClient();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<string[]>([...(webhook?.events ?? webhookEvents)]);
  const saving = useMutation({
    mutationFn: () =>
      ask<{ readonly secret?: string }>(`/api/desk/webhooks${webhook ? `/${webhook.id}` : ''}`, {
        method: webhook ? 'PATCH' : 'POST',
        body: { url: url.trim(), events },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['webhooks'] });
      if (webhook) close();
    },
  });
  const secret = saving.data?.secret;
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={webhook ? m.administration_change_webhook() : m.administration_add_webhook()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
      closeOnClickOutside={false}
    >
      {secret !== undefined ? (
        <OneTimeText
          text={secret}
          label={m.administration_secret()}
          how={m.administration_secret_how()}
          close={close}
        />
      ) : (
        <form
          className="administration-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (events.length > 0) saving.mutate();
          }}
        >
          <TextInput
            label={m.administration_url()}
            description={m.administration_url_how()}
            type="url"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            required
            maxLength={500}
            data-autofocus
          />
          <Checkbox.Group
            label={m.administration_events()}
            value={events}
            onChange={setEvents}
            error={events.length === 0 && m.administration_events_missing()}
          >
            <div className="administration-roles">
              {webhookEvents.map((one) => (
                <Checkbox key={one} value={one} label={eventWords[one]()} />
              ))}
            </div>
          </Checkbox.Group>
          <FaultNote fault={saving.error} />
          <div className="dialog-actions">
            <Button variant="default" onClick={close}>
              {m.parts_cancel()}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {m.parts_save()}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
