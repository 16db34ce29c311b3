import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { languages } from '../../../kernel/finding.ts';
import { ask } from '../api/client.ts';
import { useSession } from '../api/queries.ts';
import type { Session } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from '../parts/fault-note.tsx';
import { languageNames } from '../shell/language-switch.tsx';

export function ProfileForm() {
  const { person } = useSession();
  const client = useQueryClient();
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const [chosen, setChosen] = useState(person.language);
  const saving = useMutation({
    mutationFn: () =>
      ask<Session>('/api/desk/session', {
        method: 'PATCH',
        body: { name: name.trim(), email: email.trim() === '' ? null : email.trim(), language: chosen },
      }),
    onSuccess: (session) => client.setQueryData(['session'], session),
  });
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{m.sign_in_profile()}</h2>
      <form
        className="mine-form"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <TextInput
          label={m.sign_in_name()}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={100}
          autoComplete="name"
        />
        <TextInput
          label={m.sign_in_email()}
          description={m.sign_in_email_how()}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          maxLength={200}
          autoComplete="email"
        />
        <NativeSelect
          label={m.sign_in_language()}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
        <div className="mine-actions">
          <Button type="submit" loading={saving.isPending}>
            {m.parts_save()}
          </Button>
          <span role="status">{saving.isSuccess && m.sign_in_saved()}</span>
        </div>
        <FaultNote fault={saving.error} />
      </form>
    </section>
  );
}
