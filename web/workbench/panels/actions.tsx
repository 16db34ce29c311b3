/** What can be done with the record now, as its profile proposes it: signed at once where nothing is left to write. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ProfileDeclaration, RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { ClockText } from '../parts/clock.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useNow } from '../parts/use-now.ts';
import { DecisionForm } from '../record/decision-form.tsx';
import type { Way } from '../record/ways.ts';
import { useSigning } from '../signing/use-signing.ts';
import { hindrances } from './hindrances.ts';
import type { OfferedAction, PanelView } from './queries.ts';

interface Props {
  readonly panel: PanelView;
  readonly record: RecordDetails;
  readonly profile: ProfileDeclaration;
}

export function PanelActions({ panel: { actions }, record, profile }: Props) {
  const [chosen, setChosen] = useState<OfferedAction>();
  const [done, setDone] = useState('');
  const client = useQueryClient();
  const sign = useSigning();
  const issue = useMutation({
    mutationFn: ({ type, claims, to }: OfferedAction) =>
      sign(
        { profile: profile.name, type, to: to ?? [], claims, annexes: [], ...(!to && { about: record.id }) },
        { atOnce: true },
      ),
    onSuccess: (issued, { title }) => {
      if (issued) setDone(m.record_issued({ title: title.replace(/…$/, '') }));
    },
    onSettled: () =>
      Promise.all(['record', 'inbox', 'records'].map((what) => client.invalidateQueries({ queryKey: [what] }))),
  });
  const begin = (action: OfferedAction) => {
    setDone('');
    issue.reset();
    if (action.ready) issue.mutate(action);
    else setChosen(action);
  };
  const way = chosen && wayOf(chosen, profile);
  return (
    <div className={actions.length === 0 && done === '' && !way ? 'panel-actions none' : 'panel-actions'}>
      <p className={done === '' ? 'hidden' : 'proved'} aria-live="polite">
        {done}
      </p>
      {!way && (
        <Buttons actions={actions} record={record} busy={issue.isPending ? issue.variables : undefined} begin={begin} />
      )}
      {issue.error && <ProblemNote fault={issue.error} />}
      {chosen && way && (
        <DecisionForm
          key={chosen.title}
          way={way}
          title={chosen.title}
          record={record}
          profile={profile}
          begun={chosen}
          isOpen={actions.some((action) => isSame(action, chosen))}
          onEnd={(said) => {
            setChosen(undefined);
            setDone(said ?? '');
          }}
        />
      )}
    </div>
  );
}

/** Of one that stands alone its title alone tells what it is for. */
const isSame = (one: OfferedAction, other: OfferedAction): boolean =>
  one.event === other.event && (one.event !== undefined || one.title === other.title);

/** The members that make it what it is are settled; the rest is proposed. */
function wayOf({ type: name, event = '' }: OfferedAction, { types }: ProfileDeclaration): Way | undefined {
  const type = types.find((one) => one.name === name);
  const known = type?.follows?.events.find((one) => one.event === event);
  return type && { type, event, claims: known?.claims ?? {} };
}

interface ButtonsProps {
  readonly actions: readonly OfferedAction[];
  readonly record: RecordDetails;
  /** That is being signed. */
  readonly busy: OfferedAction | undefined;
  readonly begin: (action: OfferedAction) => void;
}

function Buttons({ actions, record: { clock }, busy, begin }: ButtonsProps) {
  const prefix = useId();
  const now = useNow();
  if (actions.length === 0) return null;
  return (
    <>
      <div className="panel-buttons">
        {actions.map((action, at) => {
          const why = hindrances(action);
          const hindered = why.length > 0;
          return (
            <Button
              key={action.title}
              size="md"
              variant={action.main && !hindered ? 'filled' : 'default'}
              loading={busy === action}
              disabled={busy !== undefined && busy !== action}
              aria-disabled={hindered}
              {...(hindered && { 'data-disabled': true, 'aria-describedby': `${prefix}${at}` })}
              onClick={() => {
                if (!hindered) begin(action);
              }}
            >
              {action.title}
            </Button>
          );
        })}
        {clock && (
          <span className="panel-clock">
            <ClockText clock={clock} now={now} />
          </span>
        )}
      </div>
      {actions.map((action, at) => {
        const why = hindrances(action);
        if (why.length === 0) return null;
        return (
          <div key={action.title} id={`${prefix}${at}`} className="panel-why">
            <p>{m.panels_not_possible({ title: action.title })}</p>
            <ul>
              {why.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
