import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from '../parts/fault-note.tsx';
import { Loading } from '../parts/loading.tsx';
import type { SessionLine } from '../sign-in/own.ts';
import { SessionTable } from '../sign-in/session-table.tsx';
import type { PersonLine } from './office.ts';

export function PersonSessions({ person }: { readonly person: PersonLine }) {
  const client = useQueryClient();
  const path = `/api/desk/people/${person.id}/sessions`;
  const queryKey = ['people', person.id, 'sessions'];
  const { data, error } = useQuery({ queryKey, queryFn: () => ask<Page<SessionLine>>(path) });
  const ending = useMutation({
    mutationFn: ({ id }: SessionLine) => ask(`${path}/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <section>
      <h3>{m.sign_in_sessions()}</h3>
      {data ? (
        <SessionTable sessions={data.items} busy={ending.isPending} end={(one) => ending.mutate(one)} />
      ) : (
        !error && <Loading />
      )}
      <FaultNote fault={error ?? ending.error} />
    </section>
  );
}
