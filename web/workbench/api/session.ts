/** Whose session this document is for. It is for one person from its beginning to its end. */
import type { Whose } from '../shell/presence.ts';
import { ask, Problem } from './client.ts';
import type { Session } from './shapes.ts';

let own: Whose | undefined;
let told: (found: 'own' | 'other') => void = () => undefined;

/** Called with whose session the server found: this document's, or another person's. */
export function watchPerson(by: typeof told): void {
  told = by;
}

export const ownSession = (): Whose | undefined => own;

export function whoseIs({ person, institution }: Pick<Session, 'person' | 'institution'>): Whose {
  return { person: person.id, institution: institution.id };
}

/**
 * Null before anybody has signed in. Where a session was there and has ended, the refusal is thrown: what a page shows
 * and what was typed stays. Another person's session is never told to a page of the one before.
 */
export async function readSession(): Promise<Session | null> {
  try {
    const session = await ask<Session>('/api/desk/session');
    const found = whoseIs(session);
    if (own !== undefined && (own.person !== found.person || own.institution !== found.institution)) {
      told('other');
      return await new Promise<never>(() => undefined);
    }
    own = found;
    told('own');
    return session;
  } catch (fault) {
    if (own === undefined && fault instanceof Problem && fault.code === 'access.no-session') return null;
    throw fault;
  }
}
