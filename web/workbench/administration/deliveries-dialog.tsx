/** What was delivered and what waits, and a message to try whether somebody listens. */
import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loading } from '../parts/loading.tsx';
import type { Delivery, Webhook } from './office.ts';
import { eventWords } from './webhook-words.ts';

interface Outcome {
  readonly delivered: boolean;
  readonly status?: number;
  readonly error?: string;
  readonly ms: number;
}

const columns: readonly Column<Delivery>[] = [
  { title: m.administration_event(), head: true, cell: ({ type }) => eventWords[type]() },
  { title: m.administration_since(), cell: ({ created }) => formatMoment(created, language) },
  { title: m.administration_state(), cell: (one) => stateOf(one) },
  { title: m.administration_attempts(), className: 'number', cell: ({ attempts }) => attempts },
  { title: m.administration_answer(), cell: ({ status, error }) => answerOf(status, error) },
];

export function DeliveriesDialog({ webhook, close }: { readonly webhook: Webhook; readonly close: () => void }) {
  const path = `/api/desk/webhooks/${webhook.id}`;
  const deliveries = useInfiniteQuery({
    queryKey: ['webhooks', webhook.id, 'deliveries'],
    queryFn: ({ pageParam }) =>
      ask<Page<Delivery>>(`${path}/deliveries?limit=20${pageParam === '' ? '' : `&cursor=${pageParam}`}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: 5_000,
  });
  const testing = useMutation({ mutationFn: () => ask<Outcome>(`${path}/test`, { method: 'POST', body: {} }) });
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={m.administration_deliveries()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      <div className="administration-form">
        <p className="administration-url">{webhook.url}</p>
        <div className="administration-actions">
          <Button variant="default" loading={testing.isPending} onClick={() => testing.mutate()}>
            {m.administration_test()}
          </Button>
          <span role="status">{testing.data && outcomeOf(testing.data)}</span>
        </div>
        <FaultNote fault={testing.error ?? deliveries.error} />
        {deliveries.data ? (
          <ListTable
            caption={m.administration_deliveries()}
            columns={columns}
            rows={deliveries.data.pages.flatMap(({ items }) => items)}
            keyOf={({ place }) => place}
            empty={m.administration_deliveries_none()}
          />
        ) : (
          deliveries.isPending && <Loading />
        )}
        {deliveries.hasNextPage && (
          <Button
            variant="default"
            loading={deliveries.isFetchingNextPage}
            onClick={() => void deliveries.fetchNextPage()}
          >
            {m.parts_more()}
          </Button>
        )}
      </div>
    </Modal>
  );
}

function stateOf({ state, delivered, next }: Delivery): string {
  return state === 'delivered'
    ? m.administration_delivered({ time: formatMoment(delivered ?? next, language) })
    : m.administration_next_try({ time: formatMoment(next, language) });
}

/** Codes of HTTP and of the network are the same in every language. */
function answerOf(status: number | undefined, error: string | undefined): string {
  return [status, error === 'status' ? undefined : error].filter((one) => one !== undefined).join(' ') || '–';
}

function outcomeOf({ delivered, status, error, ms }: Outcome): string {
  return delivered
    ? m.administration_test_done({ status: status ?? '', ms })
    : m.administration_test_failed({ answer: answerOf(status, error), ms });
}
