/**
 * Dossiers among a million records: how fast the numbers that they name are taken up, and how soon a dossier is found by
 * a number, by its beginning, by one that very many records name, and shown; each as a share of the limit of 100 ms.
 * Records are made up, a certificate and a truck with its papers by turns; what is read of them is asked of the types
 * themselves. Cold: files opened anew, out of the machine's memory (GNU dd), every number for the first time.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { Dossiers } from '../server/desk/dossier/dossiers.ts';
import type { InstitutionService } from '../server/institution/service.ts';
import { IndexStore } from '../server/store/desk/index-store.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { idOf, MadeRecords, perMatter } from './dossier-records.ts';
import { openInstitution } from './institution.ts';
import { against, argument, median, perSecond } from './measure.ts';

const matters = argument('records', 1_000_000) / perMatter;
const rounds = argument('rounds', 200);
const limit = 100;
const takenBar = 10_000;
const made = new MadeRecords(matters);

const corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'] });
await corridor.stop('AZ');
await corridor.stop('RU');
const folder = await mkdtemp(join(tmpdir(), 'samur-dossier-'));
const file = join(folder, 'index.db');
const logger = pino({ level: 'silent' });
try {
  await fillRecords();
  await takeUp();
  const cold = await opened();
  tell('cold, by a seal', await timed(20, (at) => cold.find(made.seal(spread(at, 20)))));
  tell('cold, by a vehicle', await timed(20, (at) => cold.find(made.plate(spread(at, 20)))));
  tell('cold, shown', await timed(20, (at) => cold.show(spread(at, 20))));
  tell('by a seal', await timed(rounds, (at) => cold.find(made.seal(spread(at)))));
  tell('by a number and its kind', await timed(rounds, (at) => cold.find(made.paper(spread(at)), 'certificate')));
  tell('by a vehicle', await timed(rounds, (at) => cold.find(made.plate(spread(at)))));
  tell('by the vehicle of every twentieth', await timed(rounds, () => cold.find(made.busy)));
  tell('by a beginning', await timed(rounds, (at) => cold.find(made.seal(spread(at)).slice(0, -1))));
  tell('by a beginning that all have', await timed(rounds, () => cold.find(made.seal(1).slice(0, 4))));
  tell('by what is not there', await timed(rounds, (at) => cold.find(`XX-${at}-NONE`)));
  tell('shown', await timed(rounds, (at) => cold.show(spread(at))));
  await cold.close();
} finally {
  await corridor.end();
  await rm(folder, { recursive: true, force: true });
}

/** All over the records, each time others. */
function spread(at: number, of = rounds): number {
  return Math.floor((matters / (of + 1)) * (at + 0.618)) % matters;
}

/** Rows as lists read them; bodies are made where they are asked for. */
async function fillRecords(): Promise<void> {
  const { store } = await openInstitution(corridor.data, 'ru.fts');
  await sql`delete from record`.execute(store.db);
  await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${matters * perMatter})
    insert into record (seq, id, jws, direction, profile, type, version, issuer, recipients, about, kid, time, number,
      title, search, state, stage, mine, revoked, turn)
    select i, unhex(printf('%064x', i)), '', 'received', case i % 4 when 1 then 'phytosanitary' else 'customs' end,
      case i % 4 when 1 then 'certificate' when 2 then 'manifest' when 3 then 'manifest-registration' else 'manifest-arrival' end,
      1, case when i % 4 in (1, 2) then 'az.customs' else 'ru.fts' end, 'ru.fts',
      case when i % 4 in (3, 0) then unhex(printf('%064x', i - (i + 2) % 4)) end, '', 1767225600000 + i * 1000,
      printf('%d', i), 'A title', '', case i % 4 when 2 then 'arrived' else 'effective' end, 'folded', 0, 0,
      case i % 4 when 2 then printf('{"turn":["ru.fts"],"limit":"customs.border","since":"%064x","from":"az.customs","cosigners":["ru.fts"]}', i) end
    from n`.execute(store.db);
  await store.close();
}

async function takeUp(): Promise<void> {
  const kept = await IndexStore.open(file);
  const { institution, store, catalogue } = await openInstitution(corridor.data, 'ru.fts');
  const service = serviceOf(institution);
  const { index } = new Dossiers({ service, index: kept, records: store, catalogue, logger });
  const [began, before] = [performance.now(), process.cpuUsage()];
  await index.start();
  await index.takeUp();
  const seconds = (performance.now() - began) / 1000;
  const own = worked(before) / 1000;
  await index.stop();
  const { references } = await kept.db
    .selectFrom('dossier_reference')
    .select((eb) => eb.fn.countAll<number>().as('references'))
    .executeTakeFirstOrThrow();
  await kept.close();
  await store.close();
  const rate = references / seconds;
  console.log(
    `dossier: ${references.toLocaleString('en')} references of ${(matters * perMatter).toLocaleString('en')} records taken up in ` +
      `${seconds.toFixed(0)} s, ${perSecond(rate)} (${perSecond(references / own)} of its own work), ${(rate / takenBar).toFixed(1)} times the bar of ${perSecond(takenBar)}: ` +
      against(perSecond(takenBar), rate >= takenBar),
  );
}

function serviceOf(institution: InstitutionService): InstitutionService {
  return new Proxy(institution, {
    get: (target, name) => {
      if (name === 'said') return made.said;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function opened() {
  for (const path of [file, join(corridor.data, 'ru', 'ru.fts', 'samur.db')])
    execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
  const index = await IndexStore.open(file);
  const { institution, store, catalogue } = await openInstitution(corridor.data, 'ru.fts');
  const dossiers = new Dossiers({ service: serviceOf(institution), index, records: store, catalogue, logger });
  await dossiers.index.start();
  await dossiers.index.takeUp();
  return {
    async find(text: string, kind?: string): Promise<number> {
      const { items } = await dossiers.find({ text, limit: 20, ...(kind !== undefined && { kind }) });
      return items.length;
    },
    async show(matter: number): Promise<number> {
      return (await dossiers.show(idOf(matter * perMatter + 1)))?.records.length ?? 0;
    },
    async close(): Promise<void> {
      await dossiers.index.stop();
      await index.close();
      await store.close();
    },
  };
}

interface Timed {
  readonly times: readonly number[];
  /** Of this process alone, ms: what others do on the machine does not count. */
  readonly work: readonly number[];
  readonly found: number;
}

async function timed(count: number, ask: (at: number) => Promise<number>): Promise<Timed> {
  const [times, work]: [number[], number[]] = [[], []];
  let found = 0;
  for (let at = 0; at < count; at++) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    found = await ask(at);
    times.push(performance.now() - began);
    work.push(worked(before));
  }
  return { times, work, found };
}

function worked(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** On a machine that others use the worst waits for them: what it worked itself is told beside it. */
function tell(what: string, { times, work, found }: Timed): void {
  const middle = median(times);
  const share = (ms: number) => (ms / limit).toFixed(3);
  console.log(
    `dossier: ${what}, ${found} found: ${share(middle)} of ${limit} ms, the worst of ${times.length} ${share(Math.max(...times))}, ` +
      `of its own work ${share(Math.max(...work))}: ${against(`< ${limit} ms`, middle < limit)}`,
  );
  if (middle >= limit) process.exitCode = 1;
}
