import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRoleTitle } from '../api/people.ts';
import { useMay } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { type PersonLine, peopleQuery } from './office.ts';
import { PersonDialog } from './person-dialog.tsx';

export function People() {
  const { items } = useSuspenseQuery(peopleQuery).data;
  const manages = useMay('people.manage');
  const roleTitle = useRoleTitle();
  const [inviting, setInviting] = useState(false);
  const [opened, setOpened] = useState<string>();
  const person = items.find(({ id }) => id === opened);
  const columns: readonly Column<PersonLine>[] = [
    {
      title: m.sign_in_name(),
      head: true,
      cell: ({ name, email, knownAs }) => (
        <>
          {name}
          {email !== undefined && <span className="administration-remark">{email}</span>}
          {knownAs.length > 0 && (
            <span className="administration-remark">
              {m.administration_known_as_told({ numbers: knownAs.join(', ') })}
            </span>
          )}
        </>
      ),
    },
    { title: m.sign_in_roles(), cell: ({ roles }) => roles.map(roleTitle).join(', ') },
    { title: m.administration_state(), cell: (one) => stateOf(one) },
    { title: m.administration_key(), cell: ({ enrolled }) => (enrolled ? m.administration_enrolled() : '–') },
    ...(manages
      ? [
          {
            title: '',
            className: 'actions',
            cell: ({ id, name }: PersonLine) => (
              <Button variant="default" size="compact-sm" onClick={() => setOpened(id)}>
                {m.administration_change()}
                <span className="hidden">: {name}</span>
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {manages && (
        <div className="administration-actions">
          <Button onClick={() => setInviting(true)}>{m.administration_invite()}</Button>
        </div>
      )}
      <ListTable caption={m.administration_people()} columns={columns} rows={items} keyOf={({ id }) => id} />
      {inviting && <InviteDialog close={() => setInviting(false)} />}
      {person && <PersonDialog key={person.id} person={person} close={() => setOpened(undefined)} />}
    </>
  );
}

function stateOf({ active, demonstration, passkeys }: PersonLine): string {
  if (!active) return m.administration_inactive();
  if (demonstration) return m.administration_invented();
  return passkeys === 0 ? m.administration_invited() : m.administration_active();
}
