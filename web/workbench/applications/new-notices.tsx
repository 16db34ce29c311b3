/** Notices that were not read yet, above one's own applications. */
import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { newsQuery, tellRead } from './news.ts';

export function NewNotices() {
  const navigate = useNavigate();
  const { data } = useQuery(newsQuery);
  const read = useMutation({ mutationFn: (upTo: number) => tellRead({ upTo }) });
  const unread = (data?.items ?? []).filter((one) => one.read === undefined);
  const [newest] = unread;
  return (
    <div role="status">
      {newest && (
        <Alert variant="outline" title={m.applications_notices()} className="application-notices">
          <ul>
            {unread.map(({ id, text, page, time }) => (
              <li key={id}>
                <a
                  href={page}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    void navigate({ to: page.replace(/^\/desk/, '') });
                  }}
                >
                  {text}
                </a>{' '}
                <small>{formatMoment(time, language)}</small>
              </li>
            ))}
          </ul>
          <Button size="compact-sm" variant="default" loading={read.isPending} onClick={() => read.mutate(newest.id)}>
            {m.applications_notices_read()}
          </Button>
          <FaultNote fault={read.error} />
        </Alert>
      )}
    </div>
  );
}
