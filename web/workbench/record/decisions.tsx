/** What may be done with the record now, by whoever looks at it. */
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { matrixQuery } from '../api/matrix.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useSession } from '../api/queries.ts';
import type { ProfileDeclaration, RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { newDraftId, saveDraft } from '../draft/requests.ts';
import { language, say } from '../language.ts';
import { capital } from '../parts/capital.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { DecisionForm } from './decision-form.tsx';
import { actionLacked, isRecordOfItsOwn, type Way, waysOn } from './ways.ts';

interface Props {
  readonly record: RecordDetails;
  readonly profile: ProfileDeclaration;
}

export function Decisions({ record, profile }: Props) {
  const session = useSession();
  const declarations = useDeclarations();
  const [chosen, setChosen] = useState<Way>();
  const [done, setDone] = useState('');
  const ways = waysOn(record, profile, session);
  const write = useWriting(record);
  const titleOf = ({ event }: Way) => capital(declarations.eventTitle(record.profile, record.type, event), language);
  const types = [...new Set(ways.map(({ type }) => type))];
  return (
    <section
      className={ways.length === 0 && !chosen ? 'record-section record-ways none' : 'record-section record-ways'}
      aria-labelledby="record-ways"
    >
      <h2 id="record-ways">{m.record_ways()}</h2>
      <p className={done === '' ? 'hidden' : 'proved'} aria-live="polite">
        {done}
      </p>
      {ways.length === 0 && !chosen && <NoWays record={record} lacked={actionLacked(record, profile, session)} />}
      {!chosen &&
        types.map((type) => (
          <fieldset key={type.name} aria-label={say(type.title)}>
            {types.length > 1 && <p className="which">{say(type.title)}</p>}
            {ways
              .filter((way) => way.type === type)
              .map((way) => (
                <Button
                  key={way.event}
                  variant="default"
                  loading={write.isPending && write.variables === way}
                  onClick={() => {
                    setDone('');
                    if (isRecordOfItsOwn(way)) write.mutate(way);
                    else setChosen(way);
                  }}
                >
                  {titleOf(way)}
                </Button>
              ))}
          </fieldset>
        ))}
      {write.error && <ProblemNote fault={write.error} />}
      {chosen && (
        <DecisionForm
          key={`${chosen.type.name} ${chosen.event}`}
          way={chosen}
          title={titleOf(chosen)}
          record={record}
          profile={profile}
          isOpen={ways.some(({ type, event }) => type.name === chosen.type.name && event === chosen.event)}
          onEnd={(said) => {
            setChosen(undefined);
            setDone(said ?? '');
          }}
        />
      )}
    </section>
  );
}

interface NoWaysProps {
  readonly record: RecordDetails;
  readonly lacked: string | undefined;
}

/** Nothing for this person; and who may, where there is something to do. */
function NoWays({ record: { clock }, lacked }: NoWaysProps) {
  const { institution } = useSession();
  const { data } = useQuery({ ...matrixQuery, enabled: lacked !== undefined });
  const able = data?.actions.find(({ name }) => name === lacked)?.roles ?? [];
  const roles = (data?.roles ?? [])
    .filter(({ name }) => able.includes(name))
    .map(({ title }) => say(title).toLocaleLowerCase(language))
    .join(', ');
  const ours = clock?.turn.includes(institution.id) === true;
  return (
    <>
      <p className="record-clear">{m.record_no_ways()}</p>
      {roles !== '' && (
        <p className="record-able">{ours ? m.record_turn_able({ roles }) : m.record_ways_able({ roles })}</p>
      )}
    </>
  );
}

/** A record of its own begins as a draft with what this one says. */
function useWriting(record: RecordDetails) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ type }: Way) => {
      const id = newDraftId();
      const { profile, to, claims, id: about, number } = record;
      await saveDraft(id, 0, { profile, type: type.name, to, claims, annexes: [], about, title: number });
      return id;
    },
    onSuccess: (id) => navigate({ to: '/drafts/$id', params: { id } }),
  });
}
