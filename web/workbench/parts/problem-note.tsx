/** A refusal as a person reads it: what the server said, what to do. Findings that stand at fields are shown there. */
import { Alert, Button } from '@mantine/core';
import { Problem } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { withoutPattern } from '../draft/form/finding-words.ts';

export function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Problem)) return m.parts_fault();
  if (fault.code === 'offline') return m.parts_offline();
  return fault.message === '' ? m.parts_fault() : withoutPattern({ code: fault.code, text: fault.message });
}

export function ProblemNote({ fault, again }: { readonly fault: unknown; readonly again?: () => void }) {
  return (
    <Alert color="red" variant="outline" role="alert" className="problem">
      {sentenceOf(fault)}
      {fault instanceof Problem && fault.findings.length > 0 && (
        <ul>
          {fault.findings.map(({ code, path, text }) => (
            <li key={`${code} ${path}`}>
              {withoutPattern({ code, text })} {code === 'input.bad-value' && <code>{path}</code>}
            </li>
          ))}
        </ul>
      )}
      {again && (
        <Button variant="default" size="compact-sm" onClick={again}>
          {m.parts_again()}
        </Button>
      )}
    </Alert>
  );
}
