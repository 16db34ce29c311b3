/** The person, and the way out. Plain elements: a library's menu would weigh a tenth of the first load. */
import { Link } from '@tanstack/react-router';
import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../api/client.ts';
import { useRoleTitle } from '../api/people.ts';
import { queryClient, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { tellSignedOut } from './connection.ts';

export function AccountMenu() {
  const { person, unread } = useSession();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEndsOutside(place, open, () => setOpen(false));
  const close = () => setOpen(false);
  return (
    <div className="account-place" ref={place}>
      <button
        type="button"
        className="account"
        aria-expanded={open}
        aria-controls="account"
        onClick={() => setOpen(!open)}
      >
        <span className="name">
          {person.demonstration ? (
            <Suspense fallback={person.name}>
              <RoleNames roles={person.roles} />
            </Suspense>
          ) : (
            person.name
          )}
        </span>
        {unread > 0 && <Unread count={unread} />}
      </button>
      <ul id="account" className="account-menu" hidden={!open}>
        <li>
          <Link to="/mine" hash="notices" onClick={close}>
            {m.shell_notices()} {unread > 0 && <span className="unread">{unread}</span>}
          </Link>
        </li>
        <li>
          <Link to="/mine" onClick={close}>
            {m.shell_mine()}
          </Link>
        </li>
        <li>
          <a href="/verify" target="_blank" rel="noreferrer" onClick={close}>
            {m.shell_verify()}
          </a>
        </li>
        <li>
          <button type="button" onClick={() => void signOut()}>
            {m.shell_sign_out()}
          </button>
        </li>
      </ul>
    </div>
  );
}

/** Invented people are called by their roles, in the language of the page. */
function RoleNames({ roles }: { readonly roles: readonly string[] }) {
  return roles.map(useRoleTitle()).join(', ');
}

function Unread({ count }: { readonly count: number }) {
  return (
    <span className="unread">
      <span className="hidden">{m.shell_notices()}: </span>
      {count}
    </span>
  );
}

/** Escape gives the focus back to the button; a press or the focus elsewhere leaves it there. */
function useEndsOutside(place: RefObject<HTMLDivElement | null>, open: boolean, end: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const over = new AbortController();
    const { signal } = over;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) end();
    };
    document.addEventListener('pointerdown', elsewhere, { signal });
    document.addEventListener('focusin', elsewhere, { signal });
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Escape') return;
        end();
        place.current?.querySelector('button')?.focus();
      },
      { signal },
    );
    return () => over.abort();
  }, [place, open, end]);
}

/** Stays on the page, under the note of a lost connection, where the server could not be told. */
async function signOut(): Promise<void> {
  try {
    await ask('/api/desk/session', { method: 'DELETE' });
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.code !== 'access.no-session') return;
  }
  tellSignedOut();
  queryClient.clear();
  location.replace('/desk/sign-in');
}
