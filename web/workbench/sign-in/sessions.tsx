import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from '../parts/fault-note.tsx';
import { type SessionLine, sessionsQuery } from './own.ts';
import { SessionTable } from './session-table.tsx';

export function Sessions() {
  const client = useQueryClient();
  const { items } = useSuspenseQuery(sessionsQuery).data;
  const others = items.filter(({ current }) => !current);
  const ending = useMutation({
    mutationFn: async (sessions: readonly SessionLine[]) => {
      for (const { id } of sessions) await ask(`/api/desk/sessions/${id}`, { method: 'DELETE' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{m.sign_in_sessions()}</h2>
      <SessionTable sessions={items} busy={ending.isPending} end={(one) => ending.mutate([one])} />
      {others.length > 1 && (
        <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate(others)}>
          {m.sign_in_end_others()}
        </Button>
      )}
      <FaultNote fault={ending.error} />
    </section>
  );
}
