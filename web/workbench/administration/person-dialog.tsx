/** One person: data and roles, a new link, sessions, and letting go. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from '../parts/fault-note.tsx';
import { InvitationShown } from './invite-dialog.tsx';
import { areNumbers, NumbersField, numbersOf } from './numbers-field.tsx';
import type { InvitationLink, PersonLine } from './office.ts';
import { PersonSessions } from './person-sessions.tsx';
import { RolesField } from './roles-field.tsx';

interface PersonDialogProps {
  readonly person: PersonLine;
  readonly close: () => void;
}

export function PersonDialog({ person, close }: PersonDialogProps) {
  const inviting = useMutation({
    mutationFn: () => ask<InvitationLink>(`/api/desk/people/${person.id}/invitation`, { method: 'POST', body: {} }),
  });
  return (
    <Modal opened onClose={close} size="xl" title={person.name} closeButtonProps={{ 'aria-label': m.parts_close() }}>
      {inviting.data ? (
        <InvitationShown invitation={inviting.data} name={person.name} close={close} />
      ) : (
        <div className="administration-person">
          <PersonForm person={person} close={close} />
          {person.active && !person.demonstration && (
            <section>
              <h3>{m.administration_new_link()}</h3>
              <p>{m.administration_new_link_how()}</p>
              <Button variant="default" loading={inviting.isPending} onClick={() => inviting.mutate()}>
                {m.administration_make_link()}
              </Button>
              <FaultNote fault={inviting.error} />
            </section>
          )}
          {person.active && <PersonSessions person={person} />}
          <Activity person={person} close={close} />
        </div>
      )}
    </Modal>
  );
}

function useChange(person: PersonLine, done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) =>
      ask(`/api/desk/people/${person.id}`, { method: 'PATCH', body }),
    onSuccess: async () => {
      for (const key of ['people', 'enrolments', 'session']) await client.invalidateQueries({ queryKey: [key] });
      done();
    },
  });
}

function PersonForm({ person, close }: PersonDialogProps) {
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const [roles, setRoles] = useState<readonly string[]>(person.roles);
  const [numbers, setNumbers] = useState(person.knownAs.join('\n'));
  const changing = useChange(person, close);
  const trades = roles.includes('trader');
  return (
    <form
      className="administration-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (roles.length === 0 || (trades && !areNumbers(numbers))) return;
        const knownAs = trades ? { knownAs: numbersOf(numbers) } : {};
        changing.mutate({ name: name.trim(), email: email.trim() === '' ? null : email.trim(), roles, ...knownAs });
      }}
    >
      <TextInput
        label={m.sign_in_name()}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        maxLength={100}
      />
      <TextInput
        label={m.sign_in_email()}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        maxLength={200}
      />
      <RolesField value={roles} set={setRoles} error={roles.length === 0 && m.administration_roles_missing()} />
      <p className="administration-remark">{m.administration_roles_how()}</p>
      {trades && <NumbersField value={numbers} set={setNumbers} />}
      <FaultNote fault={changing.error} />
      <div className="dialog-actions">
        <Button type="submit" loading={changing.isPending}>
          {m.parts_save()}
        </Button>
      </div>
    </form>
  );
}

function Activity({ person, close }: PersonDialogProps) {
  const changing = useChange(person, close);
  const [asked, setAsked] = useState(false);
  const go = () => changing.mutate({ active: !person.active });
  return (
    <section>
      <h3>{person.active ? m.administration_deactivate() : m.administration_activate()}</h3>
      <p>{person.active ? m.administration_deactivate_how() : m.administration_activate_how()}</p>
      <FaultNote fault={changing.error} />
      {person.active && !asked && (
        <Button variant="default" onClick={() => setAsked(true)}>
          {m.administration_deactivate()}
        </Button>
      )}
      {person.active && asked && (
        <Button color="red" loading={changing.isPending} onClick={go}>
          {m.administration_deactivate_sure({ name: person.name })}
        </Button>
      )}
      {!person.active && (
        <Button variant="default" loading={changing.isPending} onClick={go}>
          {m.administration_activate()}
        </Button>
      )}
    </section>
  );
}
