/**
 * The demonstration corridor: two founded servers and a short story, issued through the same API that a user's
 * records go through. Every step carries an idempotency key, so a story that was cut off is told to its end.
 */
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemonstrationStep, Told } from '../kernel/demonstration.ts';
import type { Profile } from '../kernel/profile.ts';
import { nodeCrypto } from './crypto-node.ts';
import { countryFolder, type FoundingCountry, foundCorridor } from './founding.ts';

export const demonstrationCountries: readonly [FoundingCountry, FoundingCountry] = [
  {
    country: 'AZ',
    port: 8401,
    institutions: [
      {
        id: 'az.afsa',
        names: {
          az: 'Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi',
          ru: 'Агентство продовольственной безопасности Азербайджанской Республики',
          en: 'Food Safety Agency of the Republic of Azerbaijan',
        },
        functions: ['nppo', 'laboratory'],
      },
    ],
  },
  {
    country: 'RU',
    port: 8402,
    institutions: [
      {
        id: 'ru.fsvps',
        names: {
          az: 'Baytarlıq və Fitosanitar Nəzarət üzrə Federal Xidmət',
          ru: 'Федеральная служба по ветеринарному и фитосанитарному надзору',
          en: 'Federal Service for Veterinary and Phytosanitary Surveillance',
        },
        functions: ['nppo', 'laboratory'],
      },
    ],
  },
];

/** Founds the corridor unless its data folder is there already. What it throws is told to the person as it is. */
export async function foundDemonstration(data: string, profiles: readonly Profile[], now: number): Promise<void> {
  const whole = await Promise.all(
    demonstrationCountries.map(({ country }) => exists(join(countryFolder(data, country), 'server.json'))),
  );
  if (whole.every(Boolean)) return refuseLostDatabases(data);
  if (whole.some(Boolean))
    throw new Error(`the data folder ${data} holds one half of a corridor: move it away and start again`);
  const countries = demonstrationCountries;
  await foundCorridor(
    { data, corridor: 'az-ru', demonstration: true, countries, profiles, log: 'warn', now },
    nodeCrypto,
  );
}

/** A server with an empty database in place of a lost one would sign a second history of its channels: a fork. */
async function refuseLostDatabases(data: string): Promise<void> {
  for (const { country, institutions } of demonstrationCountries)
    for (const { id } of institutions) {
      const file = join(countryFolder(data, country), id, 'samur.db');
      if (!(await exists(file)))
        throw new Error(`the database ${file} is lost: put a copy back, or move ${data} away and start again`);
    }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

interface Client {
  readonly server: string;
  readonly token: string;
}

/** Tells the story of every profile that has one; returns how many records were new. */
export async function tellStories(data: string, profiles: readonly Profile[], now: number): Promise<number> {
  let told = 0;
  for (const profile of profiles) {
    const steps = profile.demonstration ?? [];
    const mark = join(data, `${profile.name}.demonstration.json`);
    if (steps.length === 0 || (await exists(mark))) continue;
    const ids = new Map<string, string>();
    for (const [index, step] of steps.entries()) {
      await arrived(data, steps.slice(0, index), step.by, ids);
      ids.set(step.key, await tell(data, profile, step, ids, now));
    }
    await writeFile(mark, `${JSON.stringify(Object.fromEntries(ids), undefined, 2)}\n`);
    told += steps.length;
  }
  return told;
}

async function tell(
  data: string,
  profile: Profile,
  step: DemonstrationStep,
  ids: ReadonlyMap<string, string>,
  now: number,
): Promise<string> {
  const told: Told = {
    id: (key) => ids.get(key) ?? '',
    day: (offset) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10),
  };
  const document = step.document?.(told);
  const client = await clientOf(data, step.by);
  const about = step.about === undefined ? undefined : ids.get(step.about);
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
  const answer = (await response.json()) as { id?: string };
  if (!response.ok || typeof answer.id !== 'string')
    throw new Error(`demonstration step ${step.key}: ${response.status} ${JSON.stringify(answer)}`);
  return answer.id;
}

async function clientOf(data: string, institution: string): Promise<Client> {
  const file = join(countryFolder(data, institution.slice(0, 2)), institution, 'client.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Client;
  } catch {
    throw new Error(`the file ${file} cannot be read: put it back, or move ${data} away and start again`);
  }
}

/** A step follows the story as told so far: what was addressed to its institution must have arrived there. */
async function arrived(
  data: string,
  told: readonly DemonstrationStep[],
  institution: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const client = await clientOf(data, institution);
  for (const { key, to } of told) if (to.includes(institution)) await waitFor(client, ids.get(key) ?? '');
}

async function waitFor({ server, token }: Client, id: string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const response = await fetch(`${server}/api/records/${id}`, { headers: { authorization: `Bearer ${token}` } });
    await response.arrayBuffer();
    if (response.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`record ${id} did not arrive at ${server}`);
}
