/**
 * The configuration of one server: `server.json` in its data folder, written at founding. Everything in it is
 * checked before anything starts; a fault names the member and what is expected.
 */
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Json, JsonObject } from '../kernel/canonical.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { compileSchema } from './schema-compiler.ts';

const schema = Type.Object(
  {
    corridor: Type.String({ pattern: '^[a-z]{2}-[a-z]{2}$' }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    /** Fixed at founding: such a folder never serves production, and the other way round. */
    demonstration: Type.Boolean(),
    /** Address to bind; a demonstration server takes loopback addresses only. */
    address: Type.String({ minLength: 1, maxLength: 100 }),
    port: Type.Integer({ minimum: 1, maximum: 65535 }),
    /** Host names answered besides the address itself, without port. */
    hosts: Type.Array(Type.String({ pattern: '^[a-z0-9.-]{1,200}$' }), { maxItems: 50 }),
    institutions: Type.Array(Type.String({ pattern: '^[a-z]{2}(\\.[a-z0-9-]+)+$' }), { minItems: 1, maxItems: 100 }),
    /** Proxies in front, as addresses or networks: who they say the client is, by X-Forwarded-For, is believed. */
    proxies: Type.Optional(Type.Array(Type.String({ pattern: '^[0-9a-f.:]{2,45}(/[0-9]{1,3})?$' }), { maxItems: 20 })),
    /** Where people sign in, as a browser shows it: https, and a name. Left out: nowhere. */
    origin: Type.Optional(
      Type.String({ pattern: '^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[1-9][0-9]{0,4})?$', maxLength: 200 }),
    ),
    /** Notices also go out by mail, through this SMTP server. */
    mail: Type.Optional(
      Type.Object(
        {
          host: Type.String({ pattern: '^[a-z0-9.:-]{1,200}$' }),
          port: Type.Integer({ minimum: 1, maximum: 65535 }),
          /** TLS from the first byte; else STARTTLS, which only a server on this machine may do without. */
          secure: Type.Boolean(),
          from: Type.String({ pattern: '^[^\\s<>"@]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*$', maxLength: 200 }),
          user: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
          /** Absolute path; the password is the first line. */
          passwordFile: Type.Optional(Type.String({ pattern: '^/', maxLength: 500 })),
        },
        { additionalProperties: false },
      ),
    ),
    log: Type.Enum(['silent', 'error', 'warn', 'info', 'debug']),
  },
  { additionalProperties: false },
);

export type ServerConfig = Static<typeof schema>;

const check = compileSchema(JSON.parse(JSON.stringify(schema)) as JsonObject);
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

export async function readConfig(folder: string): Promise<ServerConfig | Refusal> {
  let value: Json;
  try {
    value = JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')) as Json;
  } catch {
    return refuse('config.data-folder', { name: join(folder, 'server.json') });
  }
  return checkConfig(value);
}

export function checkConfig(value: Json): ServerConfig | Refusal {
  const faults = check(value);
  if (faults)
    return refuse('config.invalid', { name: `${faults[0]?.path || '/'} (${faults[0]?.keyword})` }, faults[0]?.path);
  const config = value as unknown as ServerConfig;
  if (config.demonstration && !loopback.has(config.address))
    return refuse('config.invalid', { name: '/address' }, '/address');
  if (config.origin !== undefined && (config.demonstration || !isOrigin(config.origin)))
    return refuse('config.invalid', { name: '/origin' }, '/origin');
  if ((config.mail?.user === undefined) !== (config.mail?.passwordFile === undefined))
    return refuse('config.invalid', { name: '/mail (user, passwordFile)' }, '/mail');
  const proxy = config.proxies?.find((one) => !isNetwork(one));
  if (proxy !== undefined) return refuse('config.invalid', { name: proxy }, '/proxies');
  const foreign = config.institutions.find((id) => !id.startsWith(`${config.country.toLowerCase()}.`));
  return foreign === undefined ? config : refuse('config.invalid', { name: foreign }, '/institutions');
}

/** As a browser writes it: a default port is left out, and a passkey knows no addresses. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && isIP(new URL(text).hostname) === 0;
}

/** An address, or one with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address = '', prefix = '0'] = text.split('/');
  const family = isIP(address);
  return family !== 0 && Number(prefix) <= (family === 4 ? 32 : 128);
}

/** Host header values this server answers to, lower case, with port. */
export function answeredHosts(config: ServerConfig): string[] {
  const names = new Set([config.address, ...config.hosts, ...(config.demonstration ? ['localhost'] : [])]);
  const answered = [...names].flatMap((name) => [
    `${name}:${config.port}`,
    ...(config.port === 80 || config.port === 443 ? [name] : []),
  ]);
  // A proxy that speaks https for it hands on the host that the browser named.
  return config.origin === undefined ? answered : [...answered, new URL(config.origin).host];
}

/** Origins at which people sign in. A demonstration takes the names of its loopback host: passkeys know no addresses. */
export function peopleOrigins(config: ServerConfig): string[] {
  if (!config.demonstration) return config.origin === undefined ? [] : [config.origin];
  const names = answeredHosts(config).filter(
    (host) => isIP(new URL(`http://${host}`).hostname.replace(/[[\]]/g, '')) === 0,
  );
  return names.map((host) => `http://${host}`);
}
