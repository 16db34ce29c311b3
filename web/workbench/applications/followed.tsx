/** One's own application while others have it, and when it is over. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '../compiled/words/messages.js';
import { Where } from '../dossier/where.tsx';
import { Annexes } from '../draft/annexes.tsx';
import { language } from '../language.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Asked } from './asked.tsx';
import { useBeginApplication } from './begin.tsx';
import { ApplicationHead } from './head.tsx';
import { ProgressSteps } from './progress.tsx';
import { annexPlace, documentOf } from './requests.ts';
import type { Shown } from './shown.ts';
import { TextAct } from './text-act.tsx';
import { useActing } from './use-acting.ts';

export function Followed(shown: Shown) {
  const { application, profile, declaration } = shown;
  const { id, acts, revision, state, contents, record, history } = application;
  const [withdrawing, setWithdrawing] = useState(false);
  const acting = useActing(id, () => setWithdrawing(false));
  const begin = useBeginApplication();
  const reason = history.findLast(({ act }) => act === 'decline')?.text;
  return (
    <>
      <ApplicationHead {...shown}>
        <Button
          variant="default"
          loading={begin.isPending}
          onClick={() =>
            begin.mutate({ profile: application.profile, type: application.type, claims: contents.claims })
          }
        >
          {m.applications_again()}
        </Button>
        {acts.includes('withdraw') && (
          <Button variant="default" onClick={() => setWithdrawing(true)}>
            {m.applications_act_withdraw()}
          </Button>
        )}
      </ApplicationHead>
      {begin.isError && <ProblemNote fault={begin.error} />}
      {record !== undefined && <Where application={id} />}
      <div className="draft-desk application-followed">
        <div className="application-main">
          {state === 'declined' && reason !== undefined && (
            <section className="draft-box" aria-labelledby="application-reason">
              <h2 id="application-reason">{m.applications_reason()}</h2>
              <p className="application-text">{reason}</p>
            </section>
          )}
          {record !== undefined && (
            <section className="draft-box" aria-labelledby="application-documents">
              <h2 id="application-documents">{m.applications_documents()}</h2>
              <ul className="application-documents">
                {declaration.paper && (
                  <li>
                    <a href={documentOf(id, 'pdf', language)} target="_blank" rel="noreferrer">
                      {m.applications_pdf()}
                    </a>
                  </li>
                )}
                {profile.formats.length > 0 && (
                  <li>
                    <a href={documentOf(id, 'xml', language)} download>
                      {m.applications_xml()}
                    </a>
                  </li>
                )}
                <li>
                  <a href={documentOf(id, 'evidence.json', language)} download>
                    {m.applications_evidence()}
                  </a>
                </li>
              </ul>
            </section>
          )}
          <Asked {...shown} />
        </div>
        <aside aria-label={m.draft_beside()}>
          <ProgressSteps application={application} />
          <Annexes annexes={contents.annexes} onChange={() => undefined} place={annexPlace(id)} readOnly />
        </aside>
      </div>
      {withdrawing && (
        <TextAct
          act="withdraw"
          label={m.applications_your_reason()}
          required={false}
          busy={acting.isPending}
          fault={acting.error}
          onAct={(text) => acting.mutate({ act: 'withdraw', revision, text })}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  );
}
