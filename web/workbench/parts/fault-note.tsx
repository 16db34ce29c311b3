/** Why an action failed: the server's refusal, or what the person's device said. */
import { Alert } from '@mantine/core';
import { PasskeyFault, passkeyWords } from '../signing/passkey.ts';
import { ProblemNote } from './problem-note.tsx';

export function FaultNote({ fault }: { readonly fault: unknown }) {
  if (fault === null || fault === undefined) return null;
  if (!(fault instanceof PasskeyFault)) return <ProblemNote fault={fault} />;
  return (
    <Alert color="yellow" variant="outline" role="alert" className="problem">
      {passkeyWords[fault.kind]()}
    </Alert>
  );
}
