/** Finds an earlier record to begin from. */
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { formatDay } from '../../../kernel/words/moments.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { StateBadge } from '../parts/state.tsx';
import { freshCopy } from './fresh-copy.ts';
import { earlierRecords, showRecord } from './requests.ts';
import type { Beginning } from './types-to-issue.ts';

interface EarlierProps {
  readonly beginning: Beginning;
  readonly onClose: () => void;
  readonly onChoose: (claims: JsonObject, to: readonly string[]) => void;
}

export function EarlierRecords({ beginning: { profile, declaration }, onClose, onChoose }: EarlierProps) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 250);
  const [fault, setFault] = useState<unknown>();
  const { data, error, isError } = useQuery({
    queryKey: ['records', 'earlier', profile.name, declaration.name, asked],
    queryFn: () => earlierRecords(profile.name, declaration.name, asked),
    placeholderData: (before) => before,
  });
  const choose = (id: string) =>
    showRecord(id).then(({ claims, number, to }) => {
      onChoose(freshCopy(declaration.schemas[declaration.version] ?? {}, claims, number), to);
    }, setFault);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={m.draft_earlier_title({ type: say(declaration.title) })}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
    >
      <TextInput
        label={m.draft_earlier_search()}
        value={words}
        data-autofocus
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <p className="draft-quiet">{m.draft_earlier_hint()}</p>
      {(isError || fault !== undefined) && <ProblemNote fault={fault ?? error} />}
      {data === undefined && !isError && <Loading />}
      {data?.items.length === 0 && <p className="nothing">{m.parts_nothing()}</p>}
      <ul className="draft-list">
        {data?.items.map((record) => (
          <li key={record.id}>
            <button type="button" onClick={() => void choose(record.id)}>
              <b>{record.number}</b> <span>{record.title}</span>
            </button>
            <StateBadge record={record} />
            <small>{formatDay(record.time, language)}</small>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
