/**
 * The founding of a corridor on one machine: anchors, keys, the first part of each country, common terms signed by
 * both anchors, a data folder for each server. What two countries do in a ceremony, a demonstration does at once.
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Crypto } from '../kernel/crypto.ts';
import type { Text } from '../kernel/finding.ts';
import type { Profile } from '../kernel/profile.ts';
import { Refusal } from '../kernel/refusal.ts';
import { limitName } from '../kernel/state/clock.ts';
import { acceptPart } from '../kernel/trust/accept-part.ts';
import { acceptTerms } from '../kernel/trust/accept-terms.ts';
import { exportTrust } from '../kernel/trust/bundle.ts';
import type { CommonTerms } from '../kernel/trust/common-terms.ts';
import { formatInstant } from '../kernel/trust/instant.ts';
import { type InstitutionEntry, type KeyEntry, keyUses, type NationalPart } from '../kernel/trust/national-part.ts';
import { type Pin, pinJson } from '../kernel/trust/pin.ts';
import { signDocument } from '../kernel/trust/signed-document.ts';
import { foundTrust, type TrustList } from '../kernel/trust/trust-list.ts';
import type { ServerConfig } from './config.ts';
import { type InstitutionKeys, type KeyedSigner, loadKey, loadKeys } from './keys.ts';
import { SqliteStore } from './store/sqlite.ts';
import { createToken } from './tokens.ts';

export interface FoundingInstitution {
  readonly id: string;
  readonly names: Text;
  readonly functions: readonly string[];
}

export interface FoundingCountry {
  readonly country: string;
  readonly port: number;
  readonly institutions: readonly FoundingInstitution[];
}

export interface Founding {
  /** Folder above the servers' own: `<data>/<country in lower case>`. */
  readonly data: string;
  readonly corridor: string;
  readonly demonstration: boolean;
  readonly countries: readonly [FoundingCountry, FoundingCountry];
  readonly profiles: readonly Profile[];
  readonly log: ServerConfig['log'];
  readonly now: number;
}

const day = 24 * 3600 * 1000;
const listValid = 400 * day;
const keysValid = 800 * day;

export function countryFolder(data: string, country: string): string {
  return join(data, country.toLowerCase());
}

export async function foundCorridor(founding: Founding, crypto: Crypto): Promise<TrustList> {
  const anchors = new Map<string, KeyedSigner>();
  const keys = new Map<string, InstitutionKeys>();
  for (const { country, institutions } of founding.countries) {
    const folder = countryFolder(founding.data, country);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    anchors.set(country, made(await loadKey(join(folder, 'anchor', 'anchor.json'), crypto, true)));
    for (const { id } of institutions) keys.set(id, made(await loadKeys(join(folder, id, 'keys'), crypto, true)));
  }
  const pin: Pin = {
    corridor: founding.corridor,
    demonstration: founding.demonstration,
    anchors: Object.fromEntries([...anchors].map(([country, { jwk }]) => [country, jwk])),
  };
  let trust = foundTrust(pin);
  for (const country of founding.countries) {
    const part = firstPart(founding, country, anchors.get(country.country) as KeyedSigner, keys);
    const signer = anchors.get(country.country) as KeyedSigner;
    trust = made(acceptPart(trust, await signDocument({ ...part } as never, [{ kid: signer.kid, signer }]), crypto));
  }
  const signers = [...anchors.values()].map((signer) => ({ kid: signer.kid, signer }));
  trust = made(acceptTerms(trust, await signDocument(firstTerms(founding) as never, signers), crypto));
  for (const country of founding.countries) await writeFolder(founding, country, pin, trust);
  return trust;
}

function firstPart(
  founding: Founding,
  { country, port, institutions }: FoundingCountry,
  anchor: KeyedSigner,
  keys: ReadonlyMap<string, InstitutionKeys>,
): NationalPart {
  const from = formatInstant(founding.now - day);
  const until = formatInstant(founding.now + keysValid);
  const entries = institutions.map(({ id, names, functions }): InstitutionEntry => {
    const own = keys.get(id) as InstitutionKeys;
    const entry = (use: KeyEntry['use']): KeyEntry => {
      const { kid, ...jwk } = own[use].jwk;
      return { kid, use, jwk, from, until };
    };
    return {
      id,
      domain: `${domainName(id)}:${port}`,
      endpoint: `http://127.0.0.1:${port}`,
      names,
      functions: [...functions].sort(),
      keys: keyUses.map(entry).sort((a, b) => (a.kid < b.kid ? -1 : 1)),
    };
  });
  return {
    kind: 'part',
    corridor: founding.corridor,
    country,
    number: 1,
    issued: formatInstant(founding.now),
    nextUpdate: formatInstant(founding.now + listValid),
    demonstration: founding.demonstration,
    anchor: anchor.jwk,
    institutions: entries.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** `afsa.az.localhost` for `az.afsa`. */
function domainName(id: string): string {
  return `${id.split('.').reverse().join('.')}.localhost`;
}

function firstTerms(founding: Founding): CommonTerms {
  const profiles: Record<string, Record<string, number>> = {};
  for (const { name, types } of founding.profiles)
    profiles[name] = Object.fromEntries(Object.entries(types).map(([type, { version }]) => [type, version]));
  return {
    kind: 'terms',
    corridor: founding.corridor,
    number: 1,
    issued: formatInstant(founding.now),
    nextUpdate: formatInstant(founding.now + listValid),
    demonstration: founding.demonstration,
    profiles,
    limits: Object.fromEntries(
      founding.profiles.flatMap(({ name, limits = {} }) =>
        Object.entries(limits).map(([limit, { seconds }]) => [limitName(name, limit), seconds]),
      ),
    ),
  };
}

async function writeFolder(founding: Founding, country: FoundingCountry, pin: Pin, trust: TrustList): Promise<void> {
  const folder = countryFolder(founding.data, country.country);
  const config: ServerConfig = {
    corridor: founding.corridor,
    country: country.country,
    demonstration: founding.demonstration,
    address: '127.0.0.1',
    port: country.port,
    hosts: [`${country.country.toLowerCase()}.localhost`, ...country.institutions.map(({ id }) => domainName(id))],
    institutions: country.institutions.map(({ id }) => id),
    log: founding.log,
  };
  await writeJson(join(folder, 'pin.json'), pinJson(pin));
  await writeJson(join(folder, 'trust.json'), exportTrust(trust));
  for (const { id } of country.institutions) {
    const store = await SqliteStore.open(join(folder, id, 'samur.db'));
    const token = await createToken(store, 'command line', ['read', 'issue', 'administer'], founding.now);
    await store.close();
    await writeJson(join(folder, id, 'client.json'), { server: `http://127.0.0.1:${country.port}`, token });
  }
  // Written last: a folder with this file is whole.
  await writeJson(join(folder, 'server.json'), config);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
}

function made<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`founding failed: ${value.code} ${value.path}`);
  return value;
}
