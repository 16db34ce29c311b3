/**
 * The story of a demonstration corridor: records issued through the same API as a user's, in the weeks before the
 * corridor was founded. Only its servers, while they tell it, take their time from it.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemonstrationStep, Told } from '../kernel/demonstration.ts';
import type { Profile } from '../kernel/profile.ts';
import { countryFolder } from './founding.ts';
import { leaveApplication, leaveDraft } from './story-draft.ts';

/** Stands in the data folder while the story is not told to its end: when it ends, ms since 1970. */
export const tellingFile = 'story.json';
/** The record id of each step. */
const toldFile = 'told.json';

interface Client {
  readonly server: string;
  readonly token: string;
}

const dayMilliseconds = 86_400_000;
/** After so long a silence the servers first do what they do by themselves as time passes, ms. */
const silence = dayMilliseconds / 24;

interface Scene {
  readonly profile: Profile;
  readonly step: DemonstrationStep;
}

/** The steps of all profiles in the order of their days. */
async function scenesOf(profiles: readonly Profile[]): Promise<Scene[]> {
  const scenes = await Promise.all(
    profiles.map(async (profile) => ((await profile.demonstration?.()) ?? []).map((step) => ({ profile, step }))),
  );
  return scenes.flat().sort((a, b) => a.step.at - b.step.at);
}

/** When the story begins, in milliseconds from its end: an hour before its first record. */
export async function storyBegins(profiles: readonly Profile[]): Promise<number> {
  const scenes = await scenesOf(profiles);
  return Math.min(0, ...scenes.map(({ step }) => step.at * dayMilliseconds)) - dayMilliseconds / 24;
}

/** How far the story is told; kept in the data folder, so that what is cut off goes on. Times in ms since 1970. */
interface Telling {
  readonly ends: number;
  /** What the servers' clocks show: they never go back, or receipts that are there would lie in the future. */
  readonly clock: number;
  /** Names of steps that issue nothing and are done. */
  readonly done: readonly string[];
}

async function telling(data: string, profiles: readonly Profile[]): Promise<Telling | undefined> {
  const kept = await read(data, tellingFile);
  if (kept === undefined) return undefined;
  const { ends, clock, done = [] } = kept as Partial<Telling>;
  if (typeof ends !== 'number') throw new Error(`${join(data, tellingFile)} cannot be read`);
  return { ends, clock: clock ?? ends + (await storyBegins(profiles)), done };
}

async function keep(data: string, told: Telling): Promise<void> {
  const file = join(data, tellingFile);
  await writeFile(`${file}.new`, `${JSON.stringify(told)}\n`);
  await rename(`${file}.new`, file);
}

/** What the clocks of the servers must show at their start: undefined once the story is told. */
export async function storyTime(data: string, profiles: readonly Profile[]): Promise<number | undefined> {
  return (await telling(data, profiles))?.clock;
}

/**
 * Tells the stories of all profiles through the API, with the servers' clocks set to the time of each step; returns
 * how many records that were. What was cut off is told to its end: every step has an idempotency key, and what was
 * refused once is not asked again of servers that know more by now.
 */
export async function tellStories(
  data: string,
  profiles: readonly Profile[],
  setClocks: (time: number | undefined) => Promise<void>,
): Promise<number> {
  let kept = await telling(data, profiles);
  if (!kept) return 0;
  const { ends } = kept;
  const scenes = await scenesOf(profiles);
  const ids = new Map<string, string>();
  const told = (profile: Profile): Told => ({
    id: (key) => ids.get(key.includes('/') ? key : `${profile.name}/${key}`) ?? '',
    day: (offset) => new Date(ends + offset * dayMilliseconds).toISOString().slice(0, 10),
    time: (offset) => new Date(ends + offset * dayMilliseconds).toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  const all = [...new Set(scenes.flatMap(({ step }) => [step.by, ...step.to]))];
  const passTo = async (clock: number): Promise<void> => {
    kept = { ...(kept as Telling), clock };
    await keep(data, kept);
    await setClocks(clock);
  };
  const delivered = (by: readonly string[]) =>
    Promise.all(by.map(async (institution) => waitForReceipts(await clientOf(data, institution))));
  for (const { profile, step } of scenes) {
    const name = `${profile.name}/${step.key}`;
    if (kept.done.includes(name)) continue;
    const time = Math.max(ends + step.at * dayMilliseconds, kept.clock);
    if (time - kept.clock > silence) {
      await passTo(time - silence / 2);
      await delivered(all);
    }
    await passTo(time);
    const client = await clientOf(data, step.by);
    if (step.refused !== undefined || step.applied === true) {
      if (step.refused === undefined) await apply(client, profile, step, told(profile));
      else await tellRefused(client, profile, step, told(profile), step.refused);
      kept = { ...kept, done: [...kept.done, name] };
      await keep(data, kept);
      continue;
    }
    const id = await tell(client, profile, step, told(profile));
    ids.set(name, id);
    await delivered([step.by]);
    // What a server answers by itself belongs to the day of what it answers.
    await delivered(step.to);
  }
  await setClocks(undefined);
  await writeFile(join(data, toldFile), `${JSON.stringify(Object.fromEntries(ids), undefined, 2)}\n`);
  await rm(join(data, tellingFile));
  return ids.size;
}

async function read(data: string, name: string): Promise<Record<string, unknown> | undefined> {
  const text = await readFile(join(data, name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>);
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly id?: string;
    readonly code?: string;
    readonly findings?: readonly { readonly code: string; readonly severity: string }[];
  };
}

async function tell(client: Client, profile: Profile, step: DemonstrationStep, told: Told): Promise<string> {
  const { status, body } = await ask(client, profile, step, told);
  if (status >= 300 || typeof body.id !== 'string')
    throw new Error(`demonstration step ${step.key}: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

async function tellRefused(
  client: Client,
  profile: Profile,
  step: DemonstrationStep,
  told: Told,
  code: string,
): Promise<void> {
  const { status, body } = await ask(client, profile, step, told);
  const grounds = (body.findings ?? []).filter(({ severity }) => severity === 'refuse').map((one) => one.code);
  if (status < 400 || !(body.code === code || grounds.includes(code)))
    throw new Error(`demonstration step ${step.key} was not refused with ${code}: ${status} ${JSON.stringify(body)}`);
  if (step.about !== undefined || step.claims === undefined) return;
  await leaveDraft(client.server, step.by, `demonstration-${step.key}`, contentsOf(profile, step, told));
}

async function apply(client: Client, profile: Profile, step: DemonstrationStep, told: Told): Promise<void> {
  await leaveApplication(client.server, step.by, contentsOf(profile, step, told));
}

/** As desks keep what is not signed yet. */
function contentsOf(profile: Profile, { type, to, claims: claimsOf }: DemonstrationStep, told: Told): object {
  const claims = claimsOf?.(told) ?? {};
  const { number = '', title = '' } = profile.types[type]?.summary(claims) ?? {};
  return { profile: profile.name, type, to, claims, title: `${number} ${title}`.trim() };
}

async function ask(client: Client, profile: Profile, step: DemonstrationStep, told: Told): Promise<Answer> {
  const document = step.document?.(told);
  const about = step.about === undefined ? undefined : told.id(step.about);
  const query = new URLSearchParams({
    to: step.to.join(),
    profile: profile.name,
    ...(about !== undefined && { about }),
  });
  const request = document
    ? { path: `/api/records?${query}`, type: document.mediaType, body: document.text }
    : {
        path: '/api/records',
        type: 'application/json',
        body: JSON.stringify({
          profile: profile.name,
          type: step.type,
          to: step.to,
          claims: step.claims?.(told) ?? {},
          about,
        }),
      };
  const response = await fetch(`${client.server}${request.path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': request.type,
      'idempotency-key': `demonstration.${profile.name}.${step.key}`,
    },
    body: request.body,
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

async function clientOf(data: string, institution: string): Promise<Client> {
  const file = join(countryFolder(data, institution.slice(0, 2)), institution, 'client.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Client;
  } catch {
    throw new Error(`the file ${file} cannot be read: put it back, or move ${data} away and start again`);
  }
}

async function waitForReceipts({ server, token }: Client): Promise<void> {
  for (let i = 0; i < 3000; i++) {
    const response = await fetch(`${server}/api/channels`, { headers: { authorization: `Bearer ${token}` } });
    const { items } = (await response.json()) as { readonly items: readonly { readonly lag: number }[] };
    if (items.every(({ lag }) => lag === 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`what ${server} has sent is not delivered`);
}
