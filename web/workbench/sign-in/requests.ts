/** What signing in and joining ask of the server and of the person's device. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Text } from '../../../kernel/finding.ts';
import { ask } from '../api/client.ts';
import type { Session } from '../api/shapes.ts';
import { askPasskey, makePasskey } from '../signing/passkey.ts';

interface Ceremony<Options> {
  readonly handle: string;
  readonly options: Options;
}

export interface Invitation {
  readonly name: string;
  readonly institution: { readonly id: string; readonly names: Text };
  readonly roles: readonly string[];
  readonly purpose: 'join' | 'recovery';
}

export interface Joined {
  readonly person: Session['person'];
  /** Told this one time. */
  readonly recoveryCode?: string;
}

const post = <T>(path: string, body: unknown): Promise<T> => ask<T>(path, { method: 'POST', body });

export async function signInWithPasskey(institution: string): Promise<Session> {
  const path = '/api/desk/sign-in';
  const { handle, options } = await post<Ceremony<PublicKeyCredentialRequestOptionsJSON>>(`${path}/options`, {
    institution,
  });
  return post(path, { handle, response: await askPasskey(options) });
}

/** Of a demonstration alone. */
export const signInAs = (institution: string, person: string): Promise<Session> =>
  post('/api/desk/sign-in/demonstration', { institution, person });

export const readInvitation = (token: string): Promise<Invitation> => post('/api/desk/invitations/read', { token });

/** Uses up the code; gives the token of a link to a new passkey. */
export const recover = (institution: string, code: string): Promise<{ readonly token: string }> =>
  post('/api/desk/recovery', { institution, code });

/** By an invitation's token, or beside the passkeys of whoever is signed in. */
export async function addPasskey(label: string, token?: string): Promise<Joined> {
  const path = '/api/desk/passkeys';
  const by = token === undefined ? {} : { token };
  const { handle, options } = await post<Ceremony<PublicKeyCredentialCreationOptionsJSON>>(`${path}/options`, by);
  return post(path, { ...by, handle, response: await makePasskey(options), label });
}
