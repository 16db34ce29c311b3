/** What is about to be signed, in words, before the person's key is asked. */
import './signing.css';
import { Alert, Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../../kernel/words/moments.ts';
import type { Problem } from '../api/client.ts';
import { useInstitutionName } from '../api/institutions.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useSession } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { recordQuery } from '../record/queries.ts';
import { SignInAgain } from '../sign-in/again.tsx';
import { Contents } from './contents.tsx';
import { Findings } from './findings.tsx';
import { passkeyWords } from './passkey.ts';
import { type Change, isFirstOfTwo } from './steps.ts';
import type { PendingSigning } from './use-signing.ts';
import { type SigningStep, useSteps } from './use-steps.ts';

const changeWords: Readonly<Record<Change, () => string>> = {
  time: m.signing_changed_time,
  basis: m.signing_changed_basis,
  heads: m.signing_changed_heads,
  trust: m.signing_changed_trust,
  findings: m.signing_changed_findings,
  status: m.signing_changed_status,
};

export function Dialog({ pending }: { readonly pending: PendingSigning }) {
  const { profile, type } = pending.draft;
  const declarations = useDeclarations();
  const walk = useSteps(pending);
  const { step } = walk;
  const close = () => pending.done(undefined);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={m.signing_title({ type: declarations.typeTitle(profile, type) })}
      closeButtonProps={{ 'aria-label': m.parts_close() }}
      // A key that is being asked answers, or is cancelled, in its own window.
      closeOnClickOutside={false}
      closeOnEscape={step.at !== 'approving'}
      className="signing"
    >
      {step.at === 'preparing' && <Loading />}
      {step.at === 'failed' && <Refused fault={step.fault} again={walk.again} />}
      {step.at === 'countersigned' && <Countersigned close={close} />}
      {(step.at === 'review' || step.at === 'approving') && (
        <Review pending={pending} step={step} approve={walk.approve} close={close} />
      )}
    </Modal>
  );
}

type Shown = Extract<SigningStep, { at: 'review' | 'approving' }>;

interface ReviewProps {
  readonly pending: PendingSigning;
  readonly step: Shown;
  readonly approve: () => void;
  readonly close: () => void;
}

function Review({ pending, step, approve, close }: ReviewProps) {
  const { person } = useSession();
  const declarations = useDeclarations();
  const { profile, type } = pending.draft;
  const { prepared, changes } = step;
  const nameOf = useInstitutionName();
  const first = isFirstOfTwo(prepared);
  const may = prepared.assertion !== undefined;
  return (
    <>
      {changes.length > 0 && (
        <Alert color="yellow" variant="outline" role="alert" title={m.signing_changed()}>
          <ul>
            {changes.map((one) => (
              <li key={one}>{changeWords[one]()}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Findings findings={prepared.findings} naming={declarations.profile(profile)} type={type} />
      <dl className="signing-facts">
        {pending.draft.about !== undefined && <Subject id={pending.draft.about} />}
        <dt>{m.signing_to()}</dt>
        <dd>{prepared.to.map(nameOf).join(', ')}</dd>
        <dt>{m.signing_time()}</dt>
        <dd>{formatMoment(prepared.time, language)}</dd>
        {prepared.needed === 2 && (
          <>
            <dt>{m.signing_officers()}</dt>
            <dd>{first ? m.signing_first_of_two() : m.signing_second_of_two()}</dd>
          </>
        )}
      </dl>
      <Contents draft={pending.draft} claims={prepared.claims} />
      <KeyNote step={step} />
      <p className="signing-how">{howOf(may, person.demonstration)}</p>
      <div className="signing-actions">
        <Button variant="default" onClick={close} disabled={step.at === 'approving'}>
          {m.parts_cancel()}
        </Button>
        {may && (
          <Button onClick={approve} loading={step.at === 'approving'} data-autofocus>
            {person.demonstration ? m.signing_approve_demonstration() : m.signing_approve()}
          </Button>
        )}
      </div>
    </>
  );
}

/** What it follows, as it is called. */
function Subject({ id }: { readonly id: string }) {
  const { data } = useQuery(recordQuery(id));
  const declarations = useDeclarations();
  return (
    <>
      <dt>{m.signing_about()}</dt>
      <dd>
        {data ? `${declarations.typeTitle(data.profile, data.type)} ${data.number}` : <code>{id.slice(0, 12)}</code>}
      </dd>
    </>
  );
}

function howOf(may: boolean, demonstration: boolean): string {
  if (!may) return m.signing_may_not();
  return demonstration ? m.signing_how_demonstration() : m.signing_how();
}

function KeyNote({ step }: { readonly step: Shown }) {
  if (step.at === 'approving' || step.fault === undefined) return null;
  if (typeof step.fault !== 'string') return <Refused fault={step.fault} />;
  return (
    <Alert color="yellow" variant="outline" role="alert">
      {passkeyWords[step.fault]()}
    </Alert>
  );
}

/** An ended session is begun anew right here: the page's own note of it lies behind the dialog. */
function Refused({ fault, again }: { readonly fault: Problem; readonly again?: () => void }) {
  return (
    <>
      <ProblemNote fault={fault} {...(again && { again })} />
      {fault.code === 'access.no-session' && (
        <div className="signing-again">
          <SignInAgain />
        </div>
      )}
    </>
  );
}

function Countersigned({ close }: { readonly close: () => void }) {
  return (
    <>
      <p role="status">{m.signing_countersigned()}</p>
      <div className="signing-actions">
        <Button onClick={close} data-autofocus>
          {m.parts_close()}
        </Button>
      </div>
    </>
  );
}
