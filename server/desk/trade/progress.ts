/**
 * How far an application has come, for whoever applied: what was done, when, and whose turn it is. Before the record
 * from the application's own history, after it from what the record's channels tell. Pure.
 */
import type { Catalogue } from '../../../kernel/catalogue.ts';
import type { Text } from '../../../kernel/finding.ts';
import type { Clock } from '../../../kernel/state/clock.ts';
import type { RecordLine, RecordView } from '../../institution/service.ts';
import type { ApplicationAct } from './application.ts';
import type { ApplicationView } from './application-view.ts';

export interface ProgressStep {
  /**
   * `begin` and the acts are the application's. `logged`: entered in the channel to `by`; `received`: its receipt;
   * `follow-up`: what an institution did with the record.
   */
  readonly code: 'begin' | ApplicationAct | 'logged' | 'received' | 'follow-up';
  /** Ms since 1970. */
  readonly time: number;
  /** `applicant`, or the id of an institution. */
  readonly by: string;
  /** In the words of the profile. */
  readonly title?: Text;
  readonly text?: string;
  /** Place in the channel's log. */
  readonly index?: number;
  /** Of a follow-up: `effective`, or why it has no effect. */
  readonly outcome?: string;
}

export interface Progress {
  readonly steps: readonly ProgressStep[];
  /** Of the application, and of its record once there is one. */
  readonly state: string;
  readonly record?: { readonly id: string; readonly number: string; readonly state: string; readonly title?: Text };
  /** `applicant`, or ids of institutions; empty when it is over. */
  readonly turn: readonly string[];
  readonly clock?: Clock;
}

export function progressOf(
  application: ApplicationView,
  institution: string,
  record: RecordView | undefined,
  catalogue: Catalogue,
): Progress {
  const own = application.history.map(
    ({ act, time, side, text }): ProgressStep => ({
      code: act,
      time,
      by: side === 'applicant' ? 'applicant' : institution,
      ...(text !== undefined && { text }),
    }),
  );
  const begin: ProgressStep = { code: 'begin', time: application.created, by: 'applicant' };
  const { state, turn } = application;
  if (record === undefined) {
    const whose = turn === undefined ? [] : [turn === 'applicant' ? 'applicant' : institution];
    return { steps: [begin, ...own], state, turn: whose };
  }
  return { steps: [begin, ...own, ...stepsOfRecord(record, catalogue)], state, ...standingOf(record, catalogue) };
}

/** Where the record that was issued has come to. */
export function standingOf(
  record: RecordLine,
  catalogue: Catalogue,
): Required<Pick<Progress, 'record' | 'turn'>> & Pick<Progress, 'clock'> {
  const { id, number, state, clock } = record;
  const title = catalogue.type(record.profile, record.type)?.declaration.lifeCycle?.states[state];
  return {
    record: { id, number, state, ...(title && { title }) },
    turn: clock?.turn ?? [],
    ...(clock && { clock }),
  };
}

export function stepsOfRecord(record: RecordView, catalogue: Catalogue): ProgressStep[] {
  const events = catalogue.type(record.profile, record.type)?.declaration.lifeCycle?.events ?? {};
  const channels = record.placements.flatMap(({ recipient, index, receipt }): ProgressStep[] => [
    { code: 'logged', time: record.time, by: recipient, index },
    ...(receipt === undefined ? [] : [{ code: 'received', time: receipt.time, by: recipient, index } as const]),
  ]);
  const followUps = record.followUps.map(({ event, issuer, time, outcome }): ProgressStep => {
    const title = events[event];
    return { code: 'follow-up', time, by: issuer, outcome, ...(title && { title }) };
  });
  // Receipts bear whole seconds: none comes before what it is for.
  const place = ({ code, time }: ProgressStep) => (code === 'received' ? Math.max(time, record.time) : time);
  return [...channels, ...followUps].sort((a, b) => place(a) - place(b));
}
