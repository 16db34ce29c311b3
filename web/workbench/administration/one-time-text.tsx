/** A secret that the server tells this one time, to be copied. */
import { Button } from '@mantine/core';
import * as m from '../compiled/words/messages.js';
import { CopyButton } from '../parts/copy-button.tsx';

interface OneTimeTextProps {
  readonly text: string;
  readonly label: string;
  readonly how: string;
  readonly close: () => void;
}

export function OneTimeText({ text, label, how, close }: OneTimeTextProps) {
  return (
    <div className="administration-form">
      <p role="status">{how}</p>
      <p className="administration-secret">
        <output aria-label={label}>{text}</output>
      </p>
      <div className="dialog-actions">
        <CopyButton text={text} label={label} />
        <Button onClick={close}>{m.parts_close()}</Button>
      </div>
    </div>
  );
}
