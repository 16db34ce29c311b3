/** Newest first; each leads to what it is about. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import type { Notice } from './own.ts';

const limit = 20;

export function Notices() {
  const client = useQueryClient();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['notices'],
    queryFn: ({ pageParam }) =>
      ask<Page<Notice>>(`/api/desk/notices?limit=${limit}${pageParam === '' ? '' : `&cursor=${pageParam}`}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const notices = data.pages.flatMap(({ items }) => items);
  const reading = useMutation({
    mutationFn: (upTo: number) => ask('/api/desk/notices/read', { method: 'POST', body: { upTo } }),
    onSuccess: () => {
      for (const key of ['notices', 'session']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const [newest] = notices;
  const unread = notices.some(({ read }) => read === undefined);
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{m.sign_in_notices()}</h2>
      {newest === undefined && <p className="nothing">{m.sign_in_notices_none()}</p>}
      <ul className="mine-notices">
        {notices.map(({ id, page, text, time, read }) => (
          <li key={id} className={read === undefined ? 'unread' : undefined}>
            <a href={page}>{text}</a>
            <span className="mine-remark">
              {read === undefined && <strong>{m.sign_in_new()}, </strong>}
              <time dateTime={new Date(time).toISOString()}>{formatMoment(time, language)}</time>
            </span>
          </li>
        ))}
      </ul>
      <div className="mine-actions">
        {newest && unread && (
          <Button
            variant="default"
            size="compact-sm"
            loading={reading.isPending}
            onClick={() => reading.mutate(newest.id)}
          >
            {m.sign_in_notices_read()}
          </Button>
        )}
        {hasNextPage && (
          <Button variant="default" size="compact-sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {m.parts_more()}
          </Button>
        )}
      </div>
      <FaultNote fault={reading.error} />
    </section>
  );
}
