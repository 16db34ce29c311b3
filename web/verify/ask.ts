/** Questions to the server of this page, and to no other. Nothing in an answer is believed but by what is verified. */
import type { Text } from '../../kernel/finding.ts';
import type { Carried } from '../../kernel/paper/code.ts';

export type Asked = ({ readonly number: string } | { readonly id: string }) & { readonly code: string };

/** What the server says of a record; times in ms since 1970. */
export interface Told {
  readonly carried: Carried;
  readonly state: string;
  readonly title: Text;
  readonly revoked: boolean;
  readonly asOf: readonly { readonly origin: string; readonly size: number; readonly time: number }[];
  /** Path of the issuer's status list on this server. */
  readonly statusList?: string;
  readonly asked: number;
}

/** Why there is no answer. */
export type Silence = 'offline' | 'not-here' | 'too-many' | 'server';

/** As `fetch`, so that tests answer in its place. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Longest time that a person waits for an answer, milliseconds. */
const patience = 10_000;
const longest = 4 * 1024 * 1024;

export async function askRecord(asked: Asked, ask: Ask): Promise<Told | Silence> {
  const answer = await attempt(ask, '/api/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  if (answer === undefined) return 'offline';
  if (answer.status === 404 || answer.status === 400) return 'not-here';
  if (answer.status === 429) return 'too-many';
  const text = answer.ok ? await bodyOf(answer) : undefined;
  return (text !== undefined && told(text)) || 'server';
}

/** The signed text of a status list; undefined when there is none. */
export async function askStatusList(path: string, ask: Ask): Promise<string | undefined> {
  const answer = await attempt(ask, path, {});
  return answer?.ok ? bodyOf(answer) : undefined;
}

/** The text of the trust list; undefined when nobody answers. */
export async function askTrust(ask: Ask): Promise<string | undefined> {
  const answer = await attempt(ask, '/api/trust', {});
  return answer?.ok ? bodyOf(answer) : undefined;
}

async function attempt(ask: Ask, path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await ask(path, { ...init, credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(patience) });
  } catch {
    return undefined;
  }
}

async function bodyOf(answer: Response): Promise<string | undefined> {
  try {
    const text = await answer.text();
    return text.length > longest ? undefined : text;
  } catch {
    return undefined;
  }
}

/** An answer of another shape is none. */
function told(text: string): Told | undefined {
  const answer = parsed(text);
  const state = member(answer, 'state');
  const title = member(state, 'title');
  const record = member(answer, 'record');
  const proofs = member(answer, 'proofs');
  const asOf = member(answer, 'asOf');
  const statusList = member(answer, 'statusList');
  const asked = timeOf(member(answer, 'asked'));
  const name = member(state, 'state');
  if (typeof record !== 'string' || typeof name !== 'string' || asked === undefined || !isText(title)) return undefined;
  if (!Array.isArray(proofs) || !proofs.every((proof) => typeof proof === 'string')) return undefined;
  const channels = Array.isArray(asOf) ? asOf.map(channelOf) : [undefined];
  if (!channels.every((channel) => channel !== undefined)) return undefined;
  return {
    carried: { jws: record, proofs },
    state: name,
    title,
    revoked: member(state, 'revoked') === true,
    asOf: channels,
    // A path of this server, whatever the answer says.
    ...(typeof statusList === 'string' && /^\/status\/[a-z0-9.-]+\/[1-9]\d{0,8}$/.test(statusList) && { statusList }),
    asked,
  };
}

function channelOf(channel: unknown): Told['asOf'][number] | undefined {
  const origin = member(channel, 'origin');
  const size = member(channel, 'size');
  const time = timeOf(member(channel, 'time'));
  return typeof origin === 'string' && typeof size === 'number' && time !== undefined
    ? { origin, size, time }
    : undefined;
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}

const isText = (value: unknown): value is Text =>
  ['az', 'ru', 'en'].every((language) => typeof member(value, language) === 'string');

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
