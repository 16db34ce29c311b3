/** Notices that were not read yet, above one's own applications. */
import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { queryClient } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { notices, readNotices } from './requests.ts';

export function NewNotices() {
  const { data } = useQuery({ queryKey: ['notices', 'new'], queryFn: notices, refetchInterval: 30_000 });
  const read = useMutation({
    mutationFn: readNotices,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['notices'] }),
        queryClient.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
  const unread = (data?.items ?? []).filter((one) => one.read === undefined);
  const [newest] = unread;
  if (newest === undefined) return null;
  return (
    <Alert
      variant="outline"
      title={m.applications_notices()}
      className="application-notices"
      role="status"
      withCloseButton={false}
    >
      <ul>
        {unread.map(({ id, text, page, time }) => (
          <li key={id}>
            <a href={page}>{text}</a> <small>{formatMoment(time, language)}</small>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={() => read.mutate(newest.id)}>
        {m.applications_notices_read()}
      </Button>
    </Alert>
  );
}
