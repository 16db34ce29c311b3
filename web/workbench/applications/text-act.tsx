/** Something that is done with words: a question, a reason, an answer. */
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';
import { ProblemNote } from '../parts/problem-note.tsx';
import type { ApplicationAct } from './requests.ts';
import { actWords } from './state-words.ts';

interface TextActProps {
  readonly act: Exclude<ApplicationAct, 'issue'>;
  readonly label: string;
  readonly required: boolean;
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onAct: (text: string) => void;
  readonly onClose: () => void;
}

export function TextAct({ act, label, required, busy, fault, onAct, onClose }: TextActProps) {
  const [text, setText] = useState('');
  return (
    <Modal opened onClose={onClose} title={actWords[act]()} closeButtonProps={{ 'aria-label': m.parts_close() }}>
      <Textarea
        label={label}
        required={required}
        rows={5}
        maxLength={4000}
        value={text}
        data-autofocus
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {fault !== null && fault !== undefined && <ProblemNote fault={fault} />}
      <Group mt="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.parts_cancel()}
        </Button>
        <Button loading={busy} disabled={required && text.trim() === ''} onClick={() => onAct(text)}>
          {actWords[act]()}
        </Button>
      </Group>
    </Modal>
  );
}
