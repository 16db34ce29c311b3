import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';

/** What is typed, and what is asked for once the typing rests. */
export function useRowSearch(): { readonly typed: string; readonly words: string; type(text: string): void } {
  const [typed, type] = useState('');
  const [words] = useDebouncedValue(typed, 150);
  return { typed, words, type };
}

export function RowSearch({ typed, type }: { readonly typed: string; readonly type: (text: string) => void }) {
  return (
    <TextInput
      className="registers-search"
      type="search"
      label={m.registers_search()}
      description={m.registers_search_hint()}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
