/** A person with roles who is signed in, for tests of routes. */
import type { Desk } from '../desk.ts';
import type { Person } from '../people/person.ts';
import type { Role } from '../roles.ts';

export interface SignedIn {
  readonly person: Person;
  readonly session: string;
  /** The Cookie header's value. */
  readonly cookie: string;
  /** Host, cookie and Origin, as a browser would send them from the workbench's own page. */
  readonly headers: { readonly host: string; readonly cookie: string; readonly origin: string };
}

/** `host` with its port, as the server answers it: `az.localhost:8401`. */
export async function signIn(
  desk: Desk,
  roles: readonly Role[],
  host: string,
  name = 'Test person',
): Promise<SignedIn> {
  const person = await desk.people.add({ name, roles, language: 'en' });
  const { id, secret } = await desk.sessions.begin(person.id, 'none', 'test');
  const cookie = `samur-session=${desk.ground.service.id}.${secret}`;
  return { person, session: id, cookie, headers: { host, cookie, origin: `http://${host}` } };
}
