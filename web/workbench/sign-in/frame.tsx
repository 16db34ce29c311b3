/** Around the pages for whoever is not signed in. */
import './sign-in.css';
import { type ReactNode, Suspense } from 'react';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';

export function EntryFrame({
  demonstration,
  children,
}: {
  readonly demonstration?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className="sign-in">
      <a className="skip" href="#main">
        {m.shell_skip()}
      </a>
      <header className="head">
        {demonstration === true && <p className="demonstration">{m.shell_demonstration()}</p>}
        <div className="top">
          <a className="brand" href={`/?lang=${language}`}>
            Samur
          </a>
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </main>
      <footer>
        <a href={`/verify?lang=${language}`}>{m.shell_verify()}</a>
      </footer>
    </div>
  );
}
