/** The recovery code, this one time. */
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';
import { CopyButton } from '../parts/copy-button.tsx';
import type { Joined } from './requests.ts';

export function RecoveryCode({ joined, go }: { readonly joined: Joined; readonly go: () => void }) {
  const [kept, setKept] = useState(false);
  const { recoveryCode } = joined;
  return (
    <section className="sign-in-form narrow" aria-labelledby="made">
      <h2 id="made">{m.sign_in_made()}</h2>
      {recoveryCode !== undefined && (
        <>
          <p>{m.sign_in_code_how()}</p>
          <p className="sign-in-code">
            <output aria-label={m.sign_in_recovery_code()}>{recoveryCode}</output>
          </p>
          <div>
            <CopyButton text={recoveryCode} label={m.sign_in_recovery_code()} />
          </div>
          <Checkbox
            label={m.sign_in_kept()}
            checked={kept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
        </>
      )}
      <Button size="md" disabled={recoveryCode !== undefined && !kept} onClick={go}>
        {m.sign_in_go()}
      </Button>
    </section>
  );
}
