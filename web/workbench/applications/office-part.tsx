/** What the institution states before it signs, and what it corrects of what the applicant stated. */
import { Button } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { ProblemFinding } from '../api/client.ts';
import * as m from '../compiled/words/messages.js';
import { FormGuide, SchemaForm } from '../draft/form/schema-form.tsx';
import { isOffice, memberAt, officeAlone, withoutOffice } from './parts-of-type.ts';
import type { Shown } from './shown.ts';

const EarlierRecords = lazy(() =>
  import('../draft/earlier-records.tsx').then((file) => ({ default: file.EarlierRecords })),
);

interface OfficePartProps extends Omit<Shown, 'application'> {
  readonly claims: JsonObject;
  readonly onClaims: (claims: JsonObject) => void;
  readonly onLeave: (pointer: string) => void;
  readonly findings: readonly ProblemFinding[];
  readonly beside: ComponentType<{ readonly pointer: string }>;
  readonly guide: FormGuide;
}

export function OfficePart(props: OfficePartProps) {
  const { profile, declaration, claims, onClaims, onLeave, findings, beside, guide } = props;
  const [own, theirs] = useMemo(() => [officeAlone(declaration), withoutOffice(declaration)], [declaration]);
  const [guides] = useState(() => ({ own: new FormGuide(), theirs: new FormGuide() }));
  const applicants = useRef<HTMLDetailsElement>(null);
  const [choosing, setChoosing] = useState(false);
  const [ownFindings, theirFindings] = useMemo(() => {
    const isOwn = ({ path }: ProblemFinding) => memberAt(path) === '' || isOffice(declaration, memberAt(path));
    return [findings.filter(isOwn), findings.filter((finding) => !isOwn(finding))];
  }, [declaration, findings]);
  useEffect(
    () =>
      guide.follow((pointer) => {
        if (isOffice(declaration, memberAt(pointer))) return guides.own.lead(pointer);
        if (applicants.current) applicants.current.open = true;
        guides.theirs.lead(pointer);
      }),
    [guide, guides, declaration],
  );
  const shared = { profile, value: claims, onChange: onClaims, onLeave, beside };
  const hasOwn = (declaration.leftToOffice ?? []).length > 0;
  return (
    <>
      {hasOwn && (
        <section className="application-office" aria-labelledby="application-office">
          <header>
            <h2 id="application-office">{m.applications_by_office()}</h2>
            <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
              {m.applications_from_earlier()}
            </Button>
          </header>
          <p className="draft-quiet">{m.applications_office_left()}</p>
          <SchemaForm {...shared} declaration={own} findings={ownFindings} guide={guides.own} />
        </section>
      )}
      <details className="application-theirs" ref={applicants} open={!hasOwn}>
        <summary>{m.applications_by_applicant()}</summary>
        <SchemaForm
          {...shared}
          declaration={theirs}
          findings={hasOwn ? theirFindings : findings}
          guide={guides.theirs}
        />
      </details>
      {choosing && (
        <Suspense>
          <EarlierRecords
            beginning={{ profile, declaration }}
            onClose={() => setChoosing(false)}
            onChoose={(earlier) => {
              setChoosing(false);
              const taken = Object.entries(earlier).filter(([name]) => isOffice(declaration, name));
              // What is stated already stays.
              onClaims({ ...Object.fromEntries(taken), ...claims });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
