/** What stands on this page, saved as it is typed. */
import { useEffect, useReducer, useState } from 'react';
import { Problem } from '../../api/client.ts';
import { Autosave, type Keeping, type Outcome } from './autosave.ts';

/** What a refusal to save means. */
function outcomeOf(fault: unknown): Outcome<never> {
  if (!(fault instanceof Problem)) return { kind: 'refused', fault };
  if (fault.code === 'desk.changed-elsewhere') {
    const { revision = 0 } = (fault.body ?? {}) as { readonly revision?: number };
    return { kind: 'elsewhere', revision };
  }
  return fault.status === 0 || fault.status === 401 || fault.status >= 500
    ? { kind: 'later' }
    : { kind: 'refused', fault };
}

/** `name` is of the person and the thing: another person's page never finds it. */
function keepingOf(name: string): Keeping {
  const key = `samur.typed.${name}`;
  return {
    read: () => localStorage.getItem(key),
    write: (text) => {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Full or forbidden: the server alone keeps it then.
      }
    },
    clear: () => localStorage.removeItem(key),
  };
}

export interface Start<T> {
  readonly name: string;
  readonly revision: number;
  readonly contents: T;
  readonly save: (revision: number, contents: T) => Promise<{ readonly revision: number }>;
  /** As the server has it. */
  readonly load: () => Promise<{ readonly revision: number; readonly contents: T }>;
}

/** What was given at first counts: the page that asks is keyed by the name. */
export function useAutosave<T>({ name, revision, contents, save, load }: Start<T>): Autosave<T> {
  const [file] = useState(
    () =>
      new Autosave<T>(revision, contents, {
        save: (at, next) =>
          save(at, next).then(
            (saved): Outcome<T> => ({ kind: 'saved', revision: saved.revision }),
            async (fault: unknown): Promise<Outcome<T>> => {
              const outcome = outcomeOf(fault);
              if (outcome.kind !== 'elsewhere') return outcome;
              return load().then(
                (other) => ({ kind: 'elsewhere', ...other }),
                () => outcome,
              );
            },
          ),
        keeping: keepingOf(name),
        after: (ms, call) => {
          const timer = setTimeout(call, ms);
          return () => clearTimeout(timer);
        },
      }),
  );
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => file.watch(draw), [file]);
  useEffect(() => {
    const back = () => void (file.state === 'waiting' && file.now());
    const leave = (event: BeforeUnloadEvent) => {
      if (file.state === 'elsewhere' || file.state === 'refused') event.preventDefault();
    };
    addEventListener('online', back);
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('online', back);
      removeEventListener('beforeunload', leave);
      file.stop();
    };
  }, [file]);
  return file;
}
