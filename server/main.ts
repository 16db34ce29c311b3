/**
 * Composition root. `serve FOLDER` runs the server of one data folder; `--demonstration` founds a corridor on
 * first start and runs both its servers, each in a process of its own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { sentence } from '../kernel/words.ts';
import { profiles } from '../profiles/index.ts';
import { readConfig } from './config.ts';
import { demonstrationCountries, foundDemonstration } from './demonstration.ts';
import { countryFolder } from './founding.ts';
import { type RunningServer, startServer } from './server.ts';
import { storyTime, tellStories } from './story.ts';

const data = resolve(process.env['SAMUR_DATA'] ?? 'data');
const [command, folder, storyClock] = process.argv.slice(2);
/** What the clock shows while the story of a demonstration is told, ms since 1970; see `tellStories`. */
let storyNow = storyClock === undefined ? undefined : Number(storyClock);

if (command === 'serve' && folder !== undefined) await serve(resolve(folder));
else if (command === '--demonstration') await demonstrate();
else {
  console.error('usage: main.ts serve FOLDER | main.ts --demonstration');
  process.exitCode = 2;
}

async function serve(path: string): Promise<void> {
  const told = storyNow === undefined || (await mayTell(path));
  if (!told) {
    console.error(`only a demonstration is told a time: ${path} is none`);
    process.exitCode = 2;
    process.disconnect?.();
    return;
  }
  const clock = () => storyNow ?? Date.now();
  const server = await startServer(path, profiles, clock).catch((fault: unknown) => damaged(path, fault));
  if (server instanceof Refusal) {
    console.error(`${sentence(server, 'en')} (${server.code}${server.path ? ` ${server.path}` : ''}, ${path})`);
    process.exitCode = 1;
    process.disconnect?.();
    return;
  }
  const { config } = server;
  if (config.demonstration)
    process.on('message', ({ clock: time }: { readonly clock?: number }) => {
      storyNow = time;
      void server.takeUp().then(() => process.send?.('set'));
    });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A parent that is gone would leave the server behind, unseen.
  process.on('disconnect', stop);
  const page = config.demonstration ? `http://${config.country.toLowerCase()}.localhost:${config.port}` : '';
  const mark = config.demonstration ? '  DEMONSTRATION' : '';
  console.log(
    `${config.country}  ${page || `${config.address}:${config.port}`}  API http://${config.address}:${config.port}/api/docs  ${config.institutions.join(' ')}${mark}`,
  );
  if (!config.demonstration) await tellFirstLinks(server);
  process.send?.('ready');
}

/** Where nobody can sign in yet, the administrator's link stands on the console: once, and in no log. */
async function tellFirstLinks({ config, desks }: RunningServer): Promise<void> {
  for (const [institution, desk] of desks) {
    if (config.origin === undefined) {
      console.log(`${institution}  nobody can sign in: server.json names no origin`);
      continue;
    }
    const invitation = await desk.staff.firstInvitation();
    if (invitation === undefined) continue;
    const link = `${config.origin}/desk/join#${institution}.${invitation.token}`;
    console.log(`${institution}  first administrator, until ${new Date(invitation.expires).toISOString()}: ${link}`);
  }
}

/** Asked before anything starts: no other server ever shows a time but that of its own clock. */
async function mayTell(path: string): Promise<boolean> {
  const config = await readConfig(path);
  return !(config instanceof Refusal) && config.demonstration && Number.isFinite(storyNow);
}

/** What the disk or the database answers is told in one line; anything else is a fault of the program. */
function damaged(path: string, fault: unknown): Refusal {
  if (!(fault instanceof Error && 'code' in fault)) throw fault;
  console.error(fault.message);
  return refuse('config.data-folder', { name: path });
}

async function demonstrate(): Promise<void> {
  try {
    await foundDemonstration(data, profiles, Date.now());
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
    return;
  }
  const begins = await storyTime(data, profiles);
  const servers = demonstrationCountries.map(({ country }) => countryFolder(data, country));
  const children: ChildProcess[] = [];
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    process.exitCode = code;
    for (const child of children) child.kill('SIGTERM');
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  const starts = servers.map((path) => {
    const child = fork(import.meta.filename, ['serve', path, ...(begins === undefined ? [] : [String(begins)])]);
    children.push(child);
    child.once('exit', (code, signal) => {
      // A server that could not start has said why.
      if (!stopping && code !== 1) console.error(`the server of ${path} ended (${signal ?? code}): all servers stop`);
      stop(code === 0 && stopping ? 0 : 1);
    });
    return new Promise<void>((started) => {
      child.once('message', () => started());
      child.once('exit', () => started());
    });
  });
  await Promise.all(starts);
  if (stopping) return;
  try {
    const told = await tellStories(data, profiles, async (time) => {
      await Promise.all(children.map((child) => setClock(child, time)));
    });
    console.log(`ready  data in ${data}${told > 0 ? `, ${told} demonstration records issued` : ''}  (Ctrl-C stops)`);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    stop(1);
  }
}

function setClock(child: ChildProcess, time: number | undefined): Promise<void> {
  return new Promise((set) => {
    child.once('message', () => set());
    child.send({ clock: time });
  });
}
