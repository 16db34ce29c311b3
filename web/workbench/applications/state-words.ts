/** What states, acts and sides of applications are called. */
import * as m from '../compiled/words/messages.js';
import type { ApplicationAct, ApplicationState, ProgressStep } from './requests.ts';

export const stateWords: Readonly<Record<ApplicationState, () => string>> = {
  draft: m.applications_state_draft,
  sent: m.applications_state_sent,
  taken: m.applications_state_taken,
  query: m.applications_state_query,
  answered: m.applications_state_answered,
  ready: m.applications_state_ready,
  issued: m.applications_state_issued,
  declined: m.applications_state_declined,
  withdrawn: m.applications_state_withdrawn,
};

/** What has happened. */
export const stepWords: Readonly<Record<ProgressStep['code'], () => string>> = {
  begin: m.applications_step_begin,
  send: m.applications_step_send,
  take: m.applications_step_take,
  query: m.applications_step_query,
  answer: m.applications_step_answer,
  ready: m.applications_step_ready,
  decline: m.applications_step_decline,
  withdraw: m.applications_step_withdraw,
  issue: m.applications_step_issue,
  logged: m.applications_step_logged,
  received: m.applications_step_received,
  'follow-up': m.applications_step_follow_up,
};

/** What one can do. */
export const actWords: Readonly<Record<Exclude<ApplicationAct, 'issue'>, () => string>> = {
  send: m.applications_act_send,
  take: m.applications_act_take,
  query: m.applications_act_query,
  answer: m.applications_act_answer,
  ready: m.applications_act_ready,
  decline: m.applications_act_decline,
  withdraw: m.applications_act_withdraw,
};
