import * as m from '../compiled/words/messages.js';
import type { WebhookEvent } from './office.ts';

export const eventWords: Readonly<Record<WebhookEvent, () => string>> = {
  issued: m.administration_event_issued,
  received: m.administration_event_received,
  state: m.administration_event_state,
  receipt: m.administration_event_receipt,
  application: m.administration_event_application,
};
