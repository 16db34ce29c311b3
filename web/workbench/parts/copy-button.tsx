/** Copies a text, and says so. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see it beside the button. */
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => void copy()}>
        {copied ? m.parts_copied() : m.parts_copy()}
        <span className="hidden">: {label}</span>
      </Button>
      <span className="hidden" role="status">
        {copied && m.parts_copied()}
      </span>
    </>
  );
}
