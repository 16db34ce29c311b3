/** A new colleague: who, in which roles; then the link, this one time. */
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { languages } from '../../../kernel/finding.ts';
import { ask } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { languageNames } from '../shell/language-switch.tsx';
import { areNumbers, NumbersField, numbersOf } from './numbers-field.tsx';
import type { InvitationLink } from './office.ts';
import { OneTimeText } from './one-time-text.tsx';
import { RolesField } from './roles-field.tsx';

export function InviteDialog({ close }: { readonly close: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string>(language);
  const [numbers, setNumbers] = useState('');
  const [tried, setTried] = useState(false);
  const trades = roles.includes('trader');
  const inviting = useMutation({
    mutationFn: () =>
      ask<{ readonly invitation: InvitationLink }>('/api/desk/people', {
        method: 'POST',
        body: {
          name: name.trim(),
          roles,
          language: chosen,
          ...(email.trim() !== '' && { email: email.trim() }),
          ...(trades && { knownAs: numbersOf(numbers) }),
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={m.administration_invite()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
      closeOnClickOutside={false}
    >
      {inviting.data ? (
        <InvitationShown invitation={inviting.data.invitation} name={name} close={close} />
      ) : (
        <form
          className="administration-form"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (roles.length > 0 && (!trades || areNumbers(numbers))) inviting.mutate();
          }}
        >
          <TextInput
            label={m.sign_in_name()}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={100}
            data-autofocus
          />
          <TextInput
            label={m.sign_in_email()}
            description={m.administration_email_how()}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            maxLength={200}
          />
          <NativeSelect
            label={m.sign_in_language()}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          />
          <RolesField
            value={roles}
            set={setRoles}
            error={tried && roles.length === 0 && m.administration_roles_missing()}
          />
          {trades && <NumbersField value={numbers} set={setNumbers} />}
          <FaultNote fault={inviting.error} />
          <div className="dialog-actions">
            <Button variant="default" onClick={close}>
              {m.parts_cancel()}
            </Button>
            <Button type="submit" loading={inviting.isPending}>
              {m.administration_make_link()}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

interface InvitationShownProps {
  readonly invitation: InvitationLink;
  readonly name: string;
  readonly close: () => void;
}

export function InvitationShown({ invitation, name, close }: InvitationShownProps) {
  return (
    <OneTimeText
      text={invitation.link}
      label={m.administration_link()}
      how={m.administration_link_how({ name })}
      close={close}
    />
  );
}
