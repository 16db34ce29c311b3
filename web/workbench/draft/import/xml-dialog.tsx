/** Begins a draft from a document of another system. */
import { Modal } from '@mantine/core';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import * as m from '../../compiled/words/messages.js';
import type { Beginning } from '../types-to-issue.ts';
import { XmlPreview } from './xml-preview.tsx';

interface XmlDialogProps {
  readonly types: readonly Beginning[];
  readonly onClose: () => void;
  readonly onTake: (beginning: Beginning, claims: JsonObject) => void;
}

export function XmlDialog({ types, onClose, onTake }: XmlDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={m.draft_from_xml()}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      <XmlPreview types={types} to={[]} onTake={onTake} />
    </Modal>
  );
}
