/** What stands around every page: where one is, who one is, whether the server is there. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { followNews } from '../api/live.ts';
import { queryClient, useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { SigningDialog } from '../signing/signing-dialog.tsx';
import { AccountMenu } from './account-menu.tsx';
import { usePresence } from './connection.ts';
import { ConnectionNote } from './connection-note.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { sectionsFor } from './sections.ts';

export function Shell() {
  const session = useSession();
  /** The path on which the menu was opened: with another page it is closed. */
  const [openOn, setOpenOn] = useState<string>();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const reads = session.actions.includes('records.read');
  const open = openOn === path;
  const { ended } = usePresence();
  const follows = reads && !ended;
  useEffect(() => (follows ? followNews(queryClient) : undefined), [follows]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {m.shell_skip()}
      </a>
      <header className="head">
        {session.demonstration && <p className="demonstration">{m.shell_demonstration()}</p>}
        <div className="top">
          <button
            type="button"
            className="menu-button"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpenOn(open ? undefined : path)}
          >
            <span aria-hidden="true">☰</span>
            <span className="hidden">{m.shell_menu()}</span>
          </button>
          <Link to="/" className="brand">
            Samur
          </Link>
          <span className="institution" title={session.institution.id}>
            {say(session.institution.names)}
          </span>
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </header>
      <nav id="navigation" className={open ? 'sections open' : 'sections'} aria-label={m.shell_navigation()}>
        <ul>
          {sectionsFor(session.actions).map(({ to, title }) => (
            <li key={to}>
              <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                {title()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ConnectionNote />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <SigningDialog />
    </div>
  );
}
