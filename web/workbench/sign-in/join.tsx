/** Where a one-time link leads: a passkey is made, and the recovery code is shown this one time. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { entryQuery, useRoleTitle } from '../api/people.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { tellSignedIn } from '../shell/connection.ts';
import { deskAddress } from './desk-address.ts';
import { deviceName } from './device-name.ts';
import { EntryFrame } from './frame.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { addPasskey, type Invitation, type Joined, readInvitation } from './requests.ts';

export function JoinPage() {
  /** What stands behind the `#` went to no server. */
  const [token] = useState(() => location.hash.slice(1));
  const { data: entry } = useQuery(entryQuery);
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    // Used up by joining: not asked again.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: token !== '',
  });
  const [joined, setJoined] = useState<Joined>();
  const known = invitation.data;
  return (
    <EntryFrame demonstration={entry?.demonstration ?? false}>
      <title>{`${m.sign_in_join_title()} · Samur`}</title>
      <h1>{m.sign_in_join_title()}</h1>
      {token === '' && <p>{m.sign_in_join_no_link()}</p>}
      {token !== '' && invitation.isPending && <Loading />}
      {invitation.error && <FaultNote fault={invitation.error} />}
      {invitation.error && <p>{m.sign_in_join_ask_anew()}</p>}
      {known && !joined && <Joining invitation={known} token={token} done={setJoined} />}
      {known && joined && <RecoveryCode joined={joined} go={() => go(known, joined)} />}
    </EntryFrame>
  );
}

function go({ institution }: Invitation, { person }: Joined): void {
  tellSignedIn({ person: person.id, institution: institution.id });
  location.replace(deskAddress(location.origin, '/'));
}

interface JoiningProps {
  readonly invitation: Invitation;
  readonly token: string;
  readonly done: (joined: Joined) => void;
}

function Joining({ invitation, token, done }: JoiningProps) {
  const { name, institution, roles, purpose } = invitation;
  const roleTitle = useRoleTitle();
  const [label, setLabel] = useState(() => deviceName(navigator.userAgent) ?? '');
  const making = useMutation({
    mutationFn: () => addPasskey(label.trim() === '' ? m.sign_in_this_device() : label.trim(), token),
    onSuccess: (joined) => {
      // The link is used up: nobody finds it in the history.
      history.replaceState(history.state, '', location.pathname + location.search);
      done(joined);
    },
  });
  return (
    <form
      className="sign-in-form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <dl className="sign-in-facts">
        <dt>{m.sign_in_name()}</dt>
        <dd>{name}</dd>
        <dt>{m.sign_in_institution()}</dt>
        <dd>{say(institution.names)}</dd>
        <dt>{m.sign_in_roles()}</dt>
        <dd>{roles.map(roleTitle).join(', ')}</dd>
      </dl>
      <p>{m.sign_in_what_passkey()}</p>
      {purpose === 'recovery' && <p className="sign-in-warning">{m.sign_in_replaces()}</p>}
      <TextInput
        label={m.sign_in_label()}
        description={m.sign_in_label_how()}
        value={label}
        maxLength={60}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={making.isPending}>
        {m.sign_in_make()}
      </Button>
      <FaultNote fault={making.error} />
    </form>
  );
}
