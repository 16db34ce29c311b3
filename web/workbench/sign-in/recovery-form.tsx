/** A lost passkey is replaced with the one-time code from paper. */
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from '../parts/fault-note.tsx';
import { codeLength, codeSigns, inGroups } from './recovery-code.ts';
import { recover } from './requests.ts';

export function RecoveryForm({ institution }: { readonly institution: string }) {
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const recovery = useMutation({
    mutationFn: () => recover(institution, inGroups(code)),
    onSuccess: ({ token }) => navigate({ to: '/join', hash: token }),
  });
  const send = () => {
    const whole = codeSigns(code).length === codeLength;
    setShort(!whole);
    if (whole) recovery.mutate();
  };
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>{m.sign_in_recovery_how()}</p>
      <TextInput
        label={m.sign_in_recovery_code()}
        description={m.sign_in_recovery_form()}
        error={short && m.sign_in_recovery_short({ count: codeSigns(code).length })}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        onBlur={() => setCode(inGroups(code))}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="characters"
        className="code"
      />
      <Button type="submit" variant="default" loading={recovery.isPending}>
        {m.sign_in_recover()}
      </Button>
      <FaultNote fault={recovery.error} />
      <p className="sign-in-note">{m.sign_in_recovery_none()}</p>
    </form>
  );
}
