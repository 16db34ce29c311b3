/** Parts of the administration, for whoever may do something there. */
import * as m from '../compiled/words/messages.js';

export const sections = [
  { name: 'people', title: m.administration_people, action: 'people.read' },
  { name: 'roles', title: m.administration_roles, action: 'people.read' },
  { name: 'enrolments', title: m.administration_enrolments, action: 'people.read' },
  { name: 'tokens', title: m.administration_tokens, action: 'tokens.manage' },
  { name: 'webhooks', title: m.administration_webhooks, action: 'webhooks.manage' },
  { name: 'trail', title: m.administration_trail, action: 'trail.read' },
] as const;

export type SectionName = (typeof sections)[number]['name'];
