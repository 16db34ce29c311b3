/** What a browser keeps and sends, for tests over HTTP: one cookie jar, one origin. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { type AuthenticatorAlgorithm, TestAuthenticator } from './authenticator.ts';

export interface BrowserAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Of many shapes: tests look into what they expect. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export class TestBrowser {
  readonly origin: string;
  cookie = '';

  constructor(port: number) {
    this.origin = `http://localhost:${port}`;
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<BrowserAnswer> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(method !== 'GET' && { origin: this.origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const given = response.headers.get('set-cookie');
    if (given !== null) this.cookie = /;\s*Max-Age=0/.test(given) ? '' : (given.split(';')[0] ?? '');
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  get(path: string): Promise<BrowserAnswer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<BrowserAnswer> {
    return this.call('POST', path, body);
  }

  /** A new passkey by invitation; the browser is signed in afterwards. */
  async join(token: string, algorithm: AuthenticatorAlgorithm = 'ES256', counter = 0) {
    const asked = await this.post('/api/desk/passkeys/options', { token });
    const key = new TestAuthenticator(this.origin, algorithm, counter);
    const options = asked.body.options as PublicKeyCredentialCreationOptionsJSON;
    const made = await this.post('/api/desk/passkeys', {
      token,
      handle: asked.body.handle,
      label: 'Test',
      response: key.register(options),
    });
    return { key, made };
  }

  async signIn(institution: string, key: TestAuthenticator): Promise<BrowserAnswer> {
    const asked = await this.post('/api/desk/sign-in/options', { institution });
    const options = asked.body.options as PublicKeyCredentialRequestOptionsJSON;
    return this.post('/api/desk/sign-in', { handle: asked.body.handle, response: key.assert(options) });
  }

  /** A colleague's key, confirmed with one's own. */
  async confirm(enrolment: string, key: TestAuthenticator): Promise<BrowserAnswer> {
    const asked = await this.call('POST', `/api/desk/enrolments/${enrolment}/options`);
    if (asked.status !== 200) return asked;
    const options = asked.body.options as PublicKeyCredentialRequestOptionsJSON;
    const body = { handle: asked.body.handle, response: key.assert(options) };
    return this.post(`/api/desk/enrolments/${enrolment}/confirmation`, body);
  }
}
