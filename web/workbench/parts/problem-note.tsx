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

interface Props {
  readonly fault: unknown;
  readonly again?: () => void;
  /** Beside a form, at whose fields it is said what is missing. */
  readonly placed?: boolean;
}

export function ProblemNote({ fault, again, placed = false }: Props) {
  const isMissing = (code: string) => placed && code === 'input.missing-member';
  const found = fault instanceof Problem ? fault.findings.filter(({ code }) => !isMissing(code)) : [];
  const sentence = fault instanceof Problem && isMissing(fault.code) ? m.parts_fill_in() : sentenceOf(fault);
  const listed = found.filter(({ code, text }) => code === 'input.bad-value' || text !== sentence);
  return (
    <Alert color="red" variant="outline" role="alert" className="problem">
      {sentence}
      {listed.length > 0 && (
        <ul>
          {listed.map(({ code, path, text }) => (
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
