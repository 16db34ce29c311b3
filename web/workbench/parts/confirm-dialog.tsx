/** Asks once more before something that cannot be taken back. */
import { Button, Modal } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import * as m from '../compiled/words/messages.js';
import { FaultNote } from './fault-note.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  /** Says what will be done. */
  readonly yes: string;
  readonly doing: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;
  readonly close: () => void;
}

export function ConfirmDialog({ title, text, yes, doing, close }: ConfirmDialogProps) {
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': m.parts_close() }}>
      <p>{text}</p>
      <FaultNote fault={doing.error} />
      <div className="dialog-actions">
        <Button variant="default" onClick={close} data-autofocus>
          {m.parts_cancel()}
        </Button>
        <Button color="red" loading={doing.isPending} onClick={() => doing.mutate()}>
          {yes}
        </Button>
      </div>
    </Modal>
  );
}
