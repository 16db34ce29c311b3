/** What one officer has approved and a second has to: nothing while nothing waits. */
import './signing.css';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { ask } from '../api/client.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useSession } from '../api/queries.ts';
import type { Draft, Page } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { useSigning } from './use-signing.ts';

/** Times in ms since 1970. */
interface Line extends Draft {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly created: number;
  readonly expires: number;
}

export function Countersigned() {
  const { person } = useSession();
  const declarations = useDeclarations();
  const client = useQueryClient();
  const navigate = useNavigate();
  const sign = useSigning();
  const { data, error } = useQuery({
    queryKey: ['countersigned'],
    queryFn: () => ask<Page<Line>>('/api/desk/countersigned'),
  });
  const signing = useMutation({
    mutationFn: (line: Line) => sign(draftOf(line)),
    onSuccess: (record) => record && navigate({ to: '/records/$id', params: { id: record.id } }),
  });
  const dropping = useMutation({
    mutationFn: ({ id }: Line) => ask(`/api/desk/countersigned/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['countersigned'] }),
  });
  const columns: readonly Column<Line>[] = [
    {
      title: m.signing_what(),
      head: true,
      cell: ({ profile, type, number, title }) => (
        <>
          {declarations.typeTitle(profile, type)}
          <span className="list-remark">{[number, title].filter((one) => one !== '').join(', ')}</span>
        </>
      ),
    },
    {
      title: m.signing_first(),
      cell: ({ person: first, created }) => (
        <>
          {first.name}
          <span className="list-remark">{formatMoment(created, language)}</span>
        </>
      ),
    },
    { title: m.signing_until(), cell: ({ expires }) => formatMoment(expires, language) },
    {
      title: '',
      className: 'actions',
      cell: (line) => (
        <>
          {line.person.id !== person.id && (
            <Button size="compact-sm" disabled={signing.isPending} onClick={() => signing.mutate(line)}>
              {m.signing_as_second()}
              <span className="hidden">: {line.title}</span>
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            loading={dropping.isPending}
            onClick={() => dropping.mutate(line)}
          >
            {m.signing_take_back()}
            <span className="hidden">: {line.title}</span>
          </Button>
        </>
      ),
    },
  ];
  if (!error && (data === undefined || data.items.length === 0)) return null;
  return (
    <section className="signing-waiting" aria-labelledby="countersigned">
      <h2 id="countersigned">{m.signing_waiting()}</h2>
      <FaultNote fault={signing.error ?? dropping.error ?? error} />
      {data && <ListTable caption={m.signing_waiting()} columns={columns} rows={data.items} keyOf={({ id }) => id} />}
    </section>
  );
}

/** Exactly what the first approved. */
function draftOf({ profile, type, to, claims, annexes, about }: Line): Draft {
  return { profile, type, to, claims, ...(annexes && { annexes }), ...(about !== undefined && { about }) };
}
