/** What an officer writes on an application's record, kept in this browser until it is signed. */
import { useCallback, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';

interface Office {
  readonly claims: JsonObject;
  readonly write: (claims: JsonObject) => void;
  /** It was signed. */
  readonly forget: () => void;
}

/** Each edition that is sent begins anew: `name` is of the person, the application and the edition. */
export function useOfficeClaims(name: string, sent: JsonObject): Office {
  const key = `samur.office.${name}`;
  const [written, setWritten] = useState(() => ({ key, claims: keptUnder(key) }));
  const claims = (written.key === key ? written.claims : keptUnder(key)) ?? sent;
  const write = useCallback(
    (next: JsonObject) => {
      setWritten({ key, claims: next });
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Full or forbidden: this page alone keeps it then.
      }
    },
    [key],
  );
  const forget = useCallback(() => localStorage.removeItem(key), [key]);
  return { claims, write, forget };
}

function keptUnder(key: string): JsonObject | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}
