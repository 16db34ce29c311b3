/** What stands above every application. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import type { Shown } from './shown.ts';
import { stateWords } from './state-words.ts';

interface HeadProps extends Shown {
  /** On a phone what can be done stays in sight under a long form. */
  readonly writing?: boolean;
  readonly children?: ReactNode;
}

export function ApplicationHead({ application, declaration, writing = false, children }: HeadProps) {
  const { number, state } = application;
  return (
    <>
      <title>{`${number} · Samur`}</title>
      <p className="application-back">
        <Link to="/applications">← {m.applications_title()}</Link>
      </p>
      <header className={writing ? 'draft-head application-writing' : 'draft-head'}>
        <div>
          <h1>
            {number} <span className="application-type">{say(declaration.title)}</span>
          </h1>
          <span className="application-state" data-state={state}>
            {stateWords[state]()}
          </span>
        </div>
        <div className="draft-actions">{children}</div>
      </header>
    </>
  );
}
