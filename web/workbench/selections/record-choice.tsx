/** What the institution chose this record for, on the record's page; officers choose otherwise from here. */
import './record-choice.css';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { isAwaited } from '../../../kernel/state/turns.ts';
import { formatMoment } from '../../../kernel/words/moments.ts';
import { useRoleTitle } from '../api/people.ts';
import { useDeclarations } from '../api/profiles.ts';
import { useMay } from '../api/queries.ts';
import type { RecordDetails } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { type Choice, choicesQuery, type Named, reroute } from './requests.ts';

export function RecordChoices({ record }: { readonly record: RecordDetails }) {
  const { data } = useQuery({ ...choicesQuery(record.id), enabled: record.direction === 'received' });
  const type = useDeclarations()
    .profile(record.profile)
    ?.types.find(({ name }) => name === record.type);
  const isDecided = type !== undefined && !isAwaited(type.lifeCycle, record.state);
  return (
    <Suspense fallback={null}>
      {data?.items.map((choice) => (
        <RecordChoice key={choice.selection} record={record.id} choice={choice} isDecided={isDecided} />
      ))}
    </Suspense>
  );
}

const called = (named: readonly Named[], name: string): string => {
  const found = named.find((one) => one.name === name);
  return found ? say(found.title) : name;
};

interface RecordChoiceProps {
  readonly record: string;
  readonly choice: Choice;
  /** Nothing is left to choose for. */
  readonly isDecided: boolean;
}

function RecordChoice({ record, choice, isDecided }: RecordChoiceProps) {
  const mayDecide = useMay('records.decide');
  const roleTitle = useRoleTitle();
  const [opened, setOpened] = useState(false);
  const { title, outcomes, grounds, outcome, ground, criterion, rerouted, proved } = choice;
  const last = rerouted.at(-1);
  const by = (role: string) =>
    role === '' ? m.selections_by_program() : m.selections_by_officer({ role: roleTitle(role) });
  return (
    <section className="record-choice" aria-label={say(title)}>
      <p>
        <span className="what">{say(title)}</span>
        <strong>{called(outcomes, last?.outcome ?? outcome)}</strong>
        <span className="why">
          {last ? by(last.role) : called(grounds, ground)}
          {!last && criterion !== undefined && `: ${criterion}`}
        </span>
        {!proved && criterion === undefined && !last && <span className="unproved">{m.selections_not_proved()}</span>}
        {mayDecide && !isDecided && (
          <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
            {m.selections_reroute()}
          </Button>
        )}
      </p>
      {rerouted.length > 0 && (
        <details>
          <summary>{m.selections_history()}</summary>
          <ol className="steps">
            <li>
              {called(outcomes, outcome)}: {called(grounds, ground)}
              {criterion !== undefined && `, ${criterion}`}, {formatMoment(choice.at, language)}
            </li>
            {rerouted.map((one) => (
              <li key={one.at}>
                {called(outcomes, one.outcome)}
                {one.reason !== '' && `: ${one.reason}`} ({one.role === '' ? by('') : roleTitle(one.role)},{' '}
                {formatMoment(one.at, language)})
              </li>
            ))}
          </ol>
        </details>
      )}
      {opened && (
        <RerouteDialog record={record} choice={choice} now={last?.outcome ?? outcome} close={() => setOpened(false)} />
      )}
    </section>
  );
}

interface RerouteDialogProps {
  readonly record: string;
  readonly choice: Choice;
  /** The outcome that holds. */
  readonly now: string;
  readonly close: () => void;
}

function RerouteDialog({ record, choice: { selection, outcomes }, now, close }: RerouteDialogProps) {
  const client = useQueryClient();
  const [outcome, setOutcome] = useState('');
  const [reason, setReason] = useState('');
  const acting = useMutation({
    mutationFn: () => reroute(record, selection, outcome, reason.trim()),
    onSuccess: close,
    onSettled: () => client.invalidateQueries({ queryKey: ['record', record] }),
  });
  return (
    <Modal opened onClose={close} title={m.selections_reroute()} closeButtonProps={{ 'aria-label': m.parts_close() }}>
      <div className="record-reroute">
        <Radio.Group label={m.selections_outcome()} value={outcome} onChange={setOutcome}>
          <div className="outcomes">
            {outcomes
              .filter(({ name }) => name !== now)
              .map(({ name, title }) => (
                <Radio key={name} value={name} label={say(title)} />
              ))}
          </div>
        </Radio.Group>
        <Textarea
          label={m.selections_reason()}
          required
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <p>{m.selections_reroute_how()}</p>
        <FaultNote fault={acting.error} />
      </div>
      <div className="dialog-actions">
        <Button variant="default" onClick={close}>
          {m.parts_cancel()}
        </Button>
        <Button
          loading={acting.isPending}
          disabled={outcome === '' || reason.trim() === ''}
          onClick={() => acting.mutate()}
        >
          {m.selections_reroute()}
        </Button>
      </div>
    </Modal>
  );
}
