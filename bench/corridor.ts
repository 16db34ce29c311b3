/**
 * Issue to stored receipt: both servers of a corridor as processes of their own, this one as their only client. First
 * paced a little above the bar, for the sustained rate and how long a record waits for its receipt, counted from the
 * moment it was due; then as fast as the connections go, for the most there is.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countryFolder } from '../server/founding.ts';
import { foundTestCorridor } from '../test/corridor.ts';
import { certificateDraft } from './certificates.ts';
import { against, argument, cores, cpuMeter, perSecond, quantile } from './measure.ts';

const seconds = argument('seconds', 30);
const connections = argument('connections', 64);
const pace = argument('pace', 2_050);
const bar = 2_000;
const main = new URL('../server/main.ts', import.meta.url);

interface Server {
  readonly url: URL;
  readonly token: string;
  readonly process: ChildProcess;
}

async function serve(data: string, institution: string): Promise<Server> {
  const folder = countryFolder(data, institution.slice(0, 2));
  const client = JSON.parse(await readFile(join(folder, institution, 'client.json'), 'utf8')) as Record<string, string>;
  const process = fork(main, ['serve', folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(process, 'message');
  return { url: new URL(client['server'] ?? ''), token: client['token'] ?? '', process };
}

/** Questions have a connection of their own, so that none waits behind records. */
const agents = { GET: new Agent({ keepAlive: true }), POST: new Agent({ keepAlive: true, maxSockets: connections }) };

function call(server: Server, method: keyof typeof agents, path: string, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${server.token}`, ...(body && { 'content-type': 'application/json' }) };
    const { hostname, port } = server.url;
    const sent = request({ agent: agents[method], hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if ((response.statusCode ?? 500) < 300) resolve(text);
        else reject(new Error(`${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Channel {
  readonly direction: string;
  readonly size: number;
  readonly receipt?: { readonly size: number };
}

const outgoing = async (server: Server): Promise<Channel> => {
  const { items } = JSON.parse(await call(server, 'GET', '/api/channels')) as { items: Channel[] };
  const channel = items.find(({ direction }) => direction === 'out');
  if (!channel) throw new Error('no channel');
  return channel;
};

async function cpuSeconds(server: Server): Promise<number> {
  const text = await call(server, 'GET', '/metrics');
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

/** Records that were answered and wait for their receipt: when each was due, by its place on the channel. */
const waiting = new Map<number, number>();
let receipted = 0;

async function watchReceipts(server: Server, waits: number[], ended: () => boolean): Promise<void> {
  let seen = (await outgoing(server)).receipt?.size ?? 0;
  while (!ended()) {
    const size = (await outgoing(server)).receipt?.size ?? 0;
    const now = performance.now();
    for (; seen < size; seen++) receipted++;
    for (const [index, due] of waiting) {
      if (index >= size) continue;
      waits.push(now - due);
      waiting.delete(index);
    }
    await pause(20);
  }
}

let issued = 0;

async function issue(server: Server, series: string, due: number): Promise<void> {
  const answer = await call(server, 'POST', '/api/records', JSON.stringify(certificateDraft(series, issued++)));
  const { placements } = JSON.parse(answer) as { placements: [{ index: number }] };
  waiting.set(placements[0].index, due);
}

/** One client on each connection; `pace` records a second among them, or as many as they can. */
async function load(server: Server, series: string, forSeconds: number, perSecondDue: number): Promise<void> {
  const start = performance.now();
  let next = 0;
  const client = async () => {
    for (;;) {
      const due = start + (perSecondDue === Number.POSITIVE_INFINITY ? 0 : (next++ * 1000) / perSecondDue);
      const now = performance.now();
      if (Math.max(due, now) - start >= forSeconds * 1000) return;
      if (due > now) await pause(due - now);
      await issue(server, series, perSecondDue === Number.POSITIVE_INFINITY ? now : due);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
}

async function run(servers: readonly [Server, Server], series: string, forSeconds: number, perSecondDue: number) {
  const [az, ru] = servers;
  const waits: number[] = [];
  let ended = false;
  const watching = watchReceipts(az, waits, () => ended);
  await pause(50);
  const before = [await cpuSeconds(az), await cpuSeconds(ru)];
  const own = cpuMeter();
  const start = performance.now();
  const startIssued = issued;
  receipted = 0;
  await load(az, series, forSeconds, perSecondDue);
  const elapsed = (performance.now() - start) / 1000;
  const rate = receipted / elapsed;
  const cpu = [(await cpuSeconds(az)) - (before[0] ?? 0), (await cpuSeconds(ru)) - (before[1] ?? 0)];
  const behind = issued - startIssued - receipted;
  const shares = `issuing server ${cores((cpu[0] ?? 0) / elapsed)}, receiving ${cores((cpu[1] ?? 0) / elapsed)}, load generator ${cores(own())}`;
  for (const end = performance.now() + 20_000; waiting.size > 0 && performance.now() < end; ) await pause(20);
  ended = true;
  await watching;
  if (waiting.size > 0) throw new Error(`${waiting.size} records have no receipt`);
  waits.sort((a, b) => a - b);
  return { rate, behind, shares, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}

const corridor = await foundTestCorridor({ start: false });
const ru = await serve(corridor.data, 'ru.fsvps');
const az = await serve(corridor.data, 'az.afsa');
try {
  await run([az, ru], 'W', 3, 500);
  const paced = await run([az, ru], 'P', seconds, pace);
  const holds = paced.rate >= bar && paced.p99 < 1_000;
  console.log(
    `corridor: ${perSecond(paced.rate)} certificates of 2 KB from issue to stored receipt for ${seconds} s (offered ${perSecond(pace)}, ` +
      `${paced.behind} behind at the end), p50 ${Math.round(paced.p50)} ms, p99 ${Math.round(paced.p99)} ms, ` +
      `${(paced.rate / bar).toFixed(2)} of the bar; ${paced.shares}; ${against(`>= ${perSecond(bar)}, p99 < 1 s`, holds)}`,
  );
  const most = await run([az, ru], 'M', Math.min(seconds, 10), Number.POSITIVE_INFINITY);
  console.log(
    `corridor, unpaced: ${perSecond(most.rate)} from issue to stored receipt, ${connections} connections, ` +
      `${most.behind} behind at the end, p50 ${Math.round(most.p50)} ms, p99 ${Math.round(most.p99)} ms; ${most.shares}`,
  );
} finally {
  for (const agent of Object.values(agents)) agent.destroy();
  for (const { process } of [az, ru]) process.kill('SIGTERM');
  await Promise.all([az, ru].map(({ process }) => process.exitCode ?? once(process, 'exit')));
  await corridor.end();
}
