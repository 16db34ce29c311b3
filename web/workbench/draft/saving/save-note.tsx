/** Whether what is typed is saved; and the choice when it was changed elsewhere. */
import { Alert, Button, Group } from '@mantine/core';
import * as m from '../../compiled/words/messages.js';
import { sentenceOf } from '../../parts/problem-note.tsx';
import type { SaveState } from './autosave.ts';

/** Of whatever is saved. */
interface Saving {
  readonly state: SaveState;
  readonly fault: unknown;
  keepMine(): void;
}

const words: Readonly<Record<SaveState, () => string>> = {
  saved: m.draft_saved,
  unsaved: m.draft_unsaved,
  saving: m.draft_saving,
  waiting: m.draft_waiting,
  elsewhere: m.draft_elsewhere_short,
  refused: m.draft_not_saved,
};

export function SavedMark({ file }: { readonly file: Saving }) {
  return (
    <span className="draft-saved" role="status" data-state={file.state}>
      {words[file.state]()}
    </span>
  );
}

interface ChoiceProps {
  readonly file: Saving;
  /** Reads what was saved elsewhere into this page. */
  readonly onTakeOther: () => void;
}

export function SaveNote({ file, onTakeOther }: ChoiceProps) {
  if (file.state === 'elsewhere')
    return (
      <Alert color="yellow" variant="outline" role="alert" title={m.draft_elsewhere_title()}>
        {m.draft_elsewhere()}
        <Group gap="xs" mt="xs">
          <Button variant="default" onClick={() => file.keepMine()}>
            {m.draft_keep_mine()}
          </Button>
          <Button variant="default" onClick={onTakeOther}>
            {m.draft_take_other()}
          </Button>
        </Group>
      </Alert>
    );
  if (file.state !== 'refused') return null;
  return (
    <Alert color="red" variant="outline" role="alert" title={m.draft_not_saved()}>
      {sentenceOf(file.fault)}
    </Alert>
  );
}
