/** The numbers by which a trader's company is known, one on each line. */
import { Textarea } from '@mantine/core';
import { evenReference, isTelling } from '../../../kernel/reference.ts';
import * as m from '../compiled/words/messages.js';

const most = 5;
const longest = 60;

export const numbersOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As the server takes them. */
export function areNumbers(text: string): boolean {
  const numbers = numbersOf(text);
  return numbers.length <= most && numbers.every((one) => one.length <= longest && isTelling(evenReference(one)));
}

interface NumbersFieldProps {
  readonly value: string;
  readonly set: (text: string) => void;
}

export function NumbersField({ value, set }: NumbersFieldProps) {
  return (
    <Textarea
      label={m.administration_known_as()}
      description={m.administration_known_as_how()}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      rows={3}
      maxLength={most * (longest + 1)}
      error={!areNumbers(value) && m.administration_known_as_wrong()}
    />
  );
}
