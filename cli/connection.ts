/** Requests to one server in the name of one institution. */
import type { JsonObject } from '../kernel/canonical.ts';
import type { Language } from '../kernel/finding.ts';
import { exit, Failure } from './failure.ts';
import type { Finding } from './wire.ts';
import { say } from './words.ts';

export interface Answer<T> {
  readonly body: T;
  readonly demonstration: boolean;
}

interface Request {
  readonly method?: 'GET' | 'POST';
  readonly body?: Uint8Array | string;
  readonly mediaType?: string;
  readonly idempotencyKey?: string;
}

export class Connection {
  readonly #server: string;
  readonly #token: string | undefined;
  readonly #language: Language;
  /** Set once any answer said so. */
  demonstration = false;

  constructor(server: string, token: string | undefined, language: Language) {
    // RFC 6761 §6.3: such a name is this machine, whether or not the system resolves it.
    this.#server = server.replace(/\/+$/, '').replace(/^(https?:\/\/)[a-z0-9.-]+\.localhost(?=[:/]|$)/i, '$1127.0.0.1');
    this.#token = token;
    this.#language = language;
  }

  async json<T>(path: string, request: Request = {}): Promise<T | Failure> {
    const text = await this.text(path, request);
    if (text instanceof Failure) return text;
    try {
      return JSON.parse(text) as T;
    } catch {
      return this.#strange();
    }
  }

  async text(path: string, request: Request = {}): Promise<string | Failure> {
    const answer = await this.bytes(path, request);
    return answer instanceof Failure ? answer : new TextDecoder().decode(answer);
  }

  async bytes(
    path: string,
    { method = 'GET', body, mediaType, idempotencyKey }: Request = {},
  ): Promise<Uint8Array | Failure> {
    const headers = new Headers({ 'accept-language': this.#language });
    if (this.#token !== undefined) headers.set('authorization', `Bearer ${this.#token}`);
    if (mediaType !== undefined) headers.set('content-type', mediaType);
    if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
    let response: Response;
    let answer: Uint8Array;
    try {
      // Redirects would carry the token elsewhere.
      const init: RequestInit = { method, headers, redirect: 'error' };
      response = await fetch(this.#server + path, body === undefined ? init : { ...init, body });
      answer = new Uint8Array(await response.arrayBuffer());
    } catch {
      return new Failure(exit.unreachable, [say('unreachable', this.#language, { server: this.#server })]);
    }
    this.demonstration ||= response.headers.get('samur-demonstration') === 'true';
    return response.ok ? answer : this.#refused(new TextDecoder().decode(answer));
  }

  #refused(text: string): Failure {
    let problem: JsonObject & { title?: string; code?: string; findings?: readonly Finding[] };
    try {
      problem = JSON.parse(text);
    } catch {
      return this.#strange();
    }
    if (typeof problem.title !== 'string' || typeof problem.code !== 'string') return this.#strange();
    // A finding that only says the title once more, at no place, tells nothing.
    const findings = (problem.findings ?? [])
      .filter(({ code, path, text }) => code !== problem.code || path !== '' || text !== problem.title)
      .map((finding) => findingLine(finding, this.#language));
    return new Failure(exit.refused, [`${problem.title} [${problem.code}]`, ...findings], problem);
  }

  #strange(): Failure {
    return new Failure(exit.unreachable, [say('not-samur', this.#language, { server: this.#server })]);
  }
}

export function findingLine({ severity, code, path, text }: Finding, language: Language): string {
  return `  ${say(`severity-${severity}`, language)}: ${text} [${code}]${path === '' ? '' : ` ${path}`}`;
}
