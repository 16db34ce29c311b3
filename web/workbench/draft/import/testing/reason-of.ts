/** Why something was not read; `read` when it was. */
import { Unreadable } from '../delimited.ts';

export const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.reason;
    throw fault;
  }
  return 'read';
};
