/** From signing in to the workbench: a new document, so that nothing of whoever was here before is left in memory. */
import { queryClient } from '../api/queries.ts';
import { whoseIs } from '../api/session.ts';
import type { Session } from '../api/shapes.ts';
import { language } from '../language.ts';
import { tellSignedIn } from '../shell/connection.ts';
import { deskAddress } from './desk-address.ts';

/** Chosen by hand on the way in: stays. */
const chosen = new URLSearchParams(location.search).has('lang');

/** `to` is a path of the workbench. People come to their own language; a demonstration's visitors stay in theirs. */
export function enter(session: Session, to = '/'): void {
  tellSignedIn(whoseIs(session));
  queryClient.clear();
  const { person } = session;
  const stays = chosen || person.demonstration || person.language === language;
  location.assign(deskAddress(location.origin, to, stays ? undefined : person.language));
}
