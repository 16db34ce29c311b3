/** Requests to this page's own server. What is refused is thrown as a `Problem`, for the query library to hold. */
import { language } from '../language.ts';

export interface ProblemFinding {
  readonly code: string;
  readonly severity: 'refuse' | 'warn' | 'inform';
  readonly path: string;
  readonly text: string;
}

/** RFC 9457, as the server writes it. */
interface ProblemDocument {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly instance?: string;
  readonly findings?: readonly ProblemFinding[];
}

export class Problem extends Error {
  readonly status: number;
  /** Of the closed list of refusals; `offline` when nobody answered. */
  readonly code: string;
  readonly findings: readonly ProblemFinding[];
  /** All that the server said: some refusals carry more. */
  readonly body: unknown;

  constructor(status: number, code: string, sentence: string, findings: readonly ProblemFinding[], body: unknown) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.findings = findings;
    this.body = body;
  }
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, unless it is bytes with `mediaType`. */
  readonly body?: unknown;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Sent even though the page is left. */
  readonly keepalive?: boolean;
}

/** Called with whatever a request came to, so that the shell shows lost connections and ended sessions. */
type Witness = (outcome: 'answered' | 'unreachable' | 'no-session') => void;
let witness: Witness = () => undefined;
export const watchRequests = (by: Witness): void => {
  witness = by;
};

/** The answer's JSON; undefined for an empty one. */
export async function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  const response = await send(path, asking);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

export async function send(
  path: string,
  { method = 'GET', body, mediaType, headers, signal, keepalive }: Asking,
): Promise<Response> {
  const raw = mediaType !== undefined;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': mediaType ?? 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    witness('unreachable');
    throw new Problem(0, 'offline', '', [], undefined);
  }
  if (response.ok) {
    witness('answered');
    return response;
  }
  const problem = await problemOf(response);
  // A passkey that is refused ends no session.
  witness(problem.code === 'access.no-session' ? 'no-session' : 'answered');
  throw problem;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const { code, title, detail, findings } = (body ?? {}) as Partial<ProblemDocument>;
  return new Problem(response.status, code ?? 'server.fault', title ?? detail ?? '', findings ?? [], body);
}
