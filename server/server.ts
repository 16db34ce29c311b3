/** One server of one country: its institutions, its HTTP side, its start and its end. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Json } from '../kernel/canonical.ts';
import { loadCatalogue } from '../kernel/catalogue.ts';
import type { Profile } from '../kernel/profile.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { exportTrust, importTrust } from '../kernel/trust/bundle.ts';
import { currentInstitution } from '../kernel/trust/lookup.ts';
import { readPin } from '../kernel/trust/pin.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import { answeredHosts, peopleOrigins, readConfig, type ServerConfig } from './config.ts';
import { nodeCrypto, randomBytes } from './crypto-node.ts';
import { Desk } from './desk/desk.ts';
import { openMailer } from './desk/office/mailer.ts';
import { readDrawing } from './drawing.ts';
import { createApp } from './http/app.ts';
import { Institution } from './institution/institution.ts';
import { loadKeys } from './keys.ts';
import { compileSchema } from './schema-compiler.ts';
import { IndexStore } from './store/desk/index-store.ts';
import { DeskStore } from './store/desk/store.ts';
import { holdFolder } from './store/folder-lock.ts';
import { SqliteStore } from './store/sqlite.ts';
import { accessRegister } from './tokens.ts';
import { readWebFiles } from './web-files.ts';

export interface RunningServer {
  readonly config: ServerConfig;
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly desks: ReadonlyMap<string, Desk>;
  /** What desks do by themselves as time passes, without waiting for their timers. */
  takeUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server whose data folder this is. `now` is the clock, ms since 1970. */
export async function startServer(
  folder: string,
  profiles: readonly Profile[],
  now: () => number = Date.now,
): Promise<RunningServer | Refusal> {
  const config = await readConfig(folder);
  if (config instanceof Refusal) return config;
  const release = holdFolder(folder);
  if (!release) return refuse('config.folder-taken', { name: folder });
  let started: RunningServer | Refusal | undefined;
  try {
    started = await startIn(folder, config, profiles, now);
  } finally {
    if (started === undefined || started instanceof Refusal) release();
  }
  if (started instanceof Refusal) return started;
  const { stop, ...server } = started;
  return { ...server, stop: () => stop().finally(release) };
}

async function startIn(
  folder: string,
  config: ServerConfig,
  profiles: readonly Profile[],
  now: () => number,
): Promise<RunningServer | Refusal> {
  const drawing = await readDrawing(folder);
  if (drawing instanceof Refusal) return drawing;
  const catalogue = loadCatalogue(profiles, compileSchema);
  if (catalogue instanceof Refusal) return catalogue;
  const logger = pino({ level: config.log, base: { server: config.country.toLowerCase() } });
  const mailer = config.mail && (await openMailer(config.mail));
  if (mailer instanceof Refusal) return mailer;
  const stores = new Map<string, SqliteStore>();
  const institutions = new Map<string, Institution>();
  const desks = new Map<string, Desk>();
  for (const id of config.institutions) {
    const file = join(folder, id, 'samur.db');
    // An empty database in place of a lost one would sign a second history of the same channels.
    if (!existsSync(file)) return refuse('config.data-folder', { name: file });
    const store = await SqliteStore.open(file);
    stores.set(id, store);
    const trust = await loadTrust(folder, store, config);
    if (trust instanceof Refusal) return trust;
    const keys = await loadKeys(join(folder, id, 'keys'), nodeCrypto, false);
    if (keys instanceof Refusal) return keys;
    const entry = currentInstitution(trust, id);
    if (!entry?.keys.has(keys.record.kid))
      return refuse('trust.unknown-key', { institution: id, kid: keys.record.kid });
    const service = await Institution.open({
      id,
      store,
      keys,
      trust,
      catalogue,
      crypto: nodeCrypto,
      logger,
      clock: now,
      random: randomBytes,
      onTrust: (newer) => {
        publishTrustFile(folder, newer, logger);
        // In a turn of its own, after the one in which the list grew.
        const told = desks.get(id)?.enrolments.tellNewcomers();
        told?.catch((err: unknown) => logger.error({ err }, 'newcomers were not told of officers'));
      },
    });
    institutions.set(id, service);
    const desk = await DeskStore.open(join(folder, id, 'desk.db'));
    const index = await IndexStore.open(join(folder, id, 'index.db'));
    const origins = peopleOrigins(config);
    const ground = {
      service,
      desk,
      index,
      records: store,
      catalogue,
      crypto: nodeCrypto,
      origins,
      now,
      random: randomBytes,
      logger,
      ...(mailer && { mailer }),
    };
    desks.set(id, new Desk(ground));
  }
  const web = await readWebFiles();
  if (web.files.size === 0) logger.error('pages bear neither style nor script: run `npm run build` and start again');
  let ready = false;
  const app = createApp({
    country: config.country,
    corridor: config.corridor,
    demonstration: config.demonstration,
    hosts: answeredHosts(config),
    institutions,
    desks,
    catalogue,
    access: accessRegister(stores),
    crypto: nodeCrypto,
    logger,
    metrics: registry(institutions),
    now,
    ready: () => ready,
    web,
    ...(drawing && { drawing }),
    ...(config.proxies && { proxies: config.proxies }),
    ...(config.origin !== undefined && { origin: config.origin }),
  });
  for (const institution of institutions.values()) await institution.start();
  for (const desk of desks.values()) await desk.start();
  try {
    await app.listen({ host: config.address, port: config.port });
  } catch (fault) {
    for (const desk of desks.values()) await desk.stop();
    for (const institution of institutions.values()) await institution.stop();
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE')
      return refuse('config.port-taken', { number: config.port });
    logger.error({ err: fault }, 'the address cannot be opened');
    return refuse('config.invalid', { name: '/address' }, '/address');
  }
  ready = true;
  return {
    config,
    institutions,
    desks,
    async takeUp() {
      await Promise.all([...desks.values()].map((desk) => desk.selections.takeUp()));
    },
    async stop() {
      ready = false;
      await app.close();
      for (const desk of desks.values()) await desk.stop();
      mailer?.close();
      for (const institution of institutions.values()) await institution.stop();
    },
  };
}

/** Keeps the copy that offline verification reads beside the pin. The database stays the one that decides. */
function publishTrustFile(folder: string, trust: TrustList, logger: Logger): void {
  const file = join(folder, 'trust.json');
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(exportTrust(trust), undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (fault) {
    logger.error({ err: fault, file }, 'the copy of the trust list could not be written');
  }
}

/** The list in the database, which grows, or at first start the one written at founding. */
async function loadTrust(folder: string, store: SqliteStore, config: ServerConfig): Promise<TrustList | Refusal> {
  try {
    const pin = readPin(JSON.parse(await readFile(join(folder, 'pin.json'), 'utf8')) as Json, nodeCrypto);
    if (pin instanceof Refusal) return pin;
    if (pin.demonstration !== config.demonstration) return refuse('trust.demonstration-mixed');
    const stored = (await Institution.storedTrust(store)) ?? (await readFile(join(folder, 'trust.json'), 'utf8'));
    return importTrust(pin, JSON.parse(stored) as Json, nodeCrypto);
  } catch {
    return refuse('config.data-folder', { name: folder });
  }
}

function registry(institutions: ReadonlyMap<string, Institution>): Registry {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const labelNames = ['institution', 'origin', 'direction'] as const;
  const size = new Gauge({
    name: 'samur_channel_entries',
    help: 'Entries of a channel',
    labelNames,
    registers: [metrics],
  });
  new Gauge({
    name: 'samur_channel_lag_entries',
    help: 'Entries that the recipient has not cosigned',
    labelNames,
    registers: [metrics],
    async collect() {
      for (const [institution, service] of institutions)
        for (const channel of await service.channels()) {
          const labels = { institution, origin: channel.origin, direction: channel.direction };
          this.set(labels, channel.lag);
          size.set(labels, channel.size);
        }
    },
  });
  return metrics;
}
