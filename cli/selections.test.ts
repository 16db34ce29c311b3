import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portableCrypto } from '../kernel/crypto-portable.ts';
import { secretDigest, settingsDigest } from '../kernel/exchange/selection-draw.ts';
import { Channel, record } from '../kernel/exchange/vectors/corridor.ts';
import { secret, settings } from '../kernel/exchange/vectors/selection/day.ts';

const run = promisify(execFile);
const vectors = new URL('../kernel/exchange/vectors/selection/', import.meta.url);
const main = fileURLToPath(new URL('testing/parcel-main.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-selections-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function samur(...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env['PATH'], SAMUR_DATA: folder, TZ: 'Asia/Baku' };
  try {
    return { code: 0, ...(await run(process.execPath, [main, 'selections', ...args], { env })) };
  } catch (error) {
    return error as Outcome;
  }
}

/** Writes the parts of a vector as files of their own. */
async function audited(path: string, ...args: string[]): Promise<Outcome> {
  const vector = JSON.parse(await readFile(new URL(path, vectors), 'utf8'));
  const name = (part: string) => join(folder, `${part}-${path.replaceAll('/', '-')}`);
  await writeFile(name('file'), JSON.stringify(vector.file));
  await writeFile(name('pin'), JSON.stringify(vector.pin));
  if (vector.witness) await writeFile(name('witness'), JSON.stringify(vector.witness));
  const witness = vector.witness ? ['--witness', name('witness')] : [];
  return samur(name('file'), '--anchor', name('pin'), ...witness, ...args);
}

describe('samur selections', { timeout: 30_000 }, () => {
  it('answers 0 when every choice is as committed to, and counts them', async () => {
    const { code, stdout } = await audited('valid/day.json');
    expect(stdout).toMatch(/^DEMONSTRATION — no legal effect$/m);
    expect(stdout).toMatch(/^Selection +Opening \(samples\/opening\)$/m);
    expect(stdout).toMatch(/^Chosen by +ru\.beta$/m);
    expect(stdout).toMatch(/^Choices made again: 18; of records sent again: 2$/m);
    expect(stdout).toMatch(/^ {2}Opened +Weight +2$/m);
    expect(stdout).toMatch(/^\+ All choices shown are as committed to$/m);
    expect(code).toBe(0);
  });

  it.each([
    ['az', 'Göstərilən bütün seçimlər öhdəliyə uyğundur'],
    ['ru', 'Все показанные результаты отбора соответствуют обязательству'],
  ])('speaks %s', async (language, verdict) => {
    expect((await audited('valid/day.json', '--lang', language)).stdout).toContain(verdict);
  });

  it('tells apart what officers chose, what is not shown, what waited, what rests on another file', async () => {
    const rerouted = await audited('valid/rerouted.json');
    expect(rerouted.stdout).toMatch(/Passed → Opened \(o-17, .*: doubt\) → Passed \(o-18, .*: cleared\)/);
    expect((await audited('valid/not-shown.json')).stdout).toContain('or which do not verify (1)');
    expect((await audited('valid/without-effect.json')).stdout).toContain('had no effect (1)');
    expect((await audited('valid/waited.json')).stdout).toContain('out of their order (18)');
    expect((await audited('valid/carried-unproved.json')).stdout).toContain('earlier period (1)');
    const decided = await audited('valid/decided.json');
    expect(decided.stdout).toMatch(/Passed → Opened \(o-17, .*: the seal\)/);
    expect(decided.stdout).toMatch(/Decisions shown: 3.*\n {2}Opened: 2\n {2}Passed: 1\n/);
    const milder = await audited('refused/decided-milder.json');
    expect(milder.stdout).toMatch(/\(Opened → Passed\) \[selection\.milder-stated\]/);
    const quiet = await audited('valid/quiet.json');
    expect(quiet.stdout).toContain('(by institution or name): az.alpha');
    expect([rerouted.code, quiet.code]).toEqual([0, 0]);
  });

  it.each(['other-outcome', 'note-missing', 'decision-not-shown', 'committed-late', 'wrong-secret', 'entry-replaced'])(
    'answers 1 with the code for %s',
    async (name) => {
      const { code: wanted } = JSON.parse(await readFile(new URL(`refused/${name}.json`, vectors), 'utf8'));
      const plain = await audited(`refused/${name}.json`);
      expect(plain.stdout + plain.stderr).toContain(`[${wanted}]`);
      expect(plain.code).toBe(1);
      const json = await audited(`refused/${name}.json`, '--json');
      expect(json.stdout).toContain(`"${wanted}"`);
    },
  );

  it('tells a difference in the words of the profile', async () => {
    const { stdout } = await audited('refused/milder-again.json');
    expect(stdout).toContain('«Opened: Weight, heavy» instead of «Passed: No ground»');
  });

  it('gives programs every draw', async () => {
    const { expect: expected } = JSON.parse(await readFile(new URL('valid/day.json', vectors), 'utf8'));
    const [report] = JSON.parse((await audited('valid/day.json', '--json')).stdout);
    expect(report.verdict).toBe('holds');
    const draws = report.choices.map(({ id, draw }: Record<string, string>) => ({ id, draw }));
    expect(draws).toEqual(expected.draws.map(({ id, draw }: Record<string, string>) => ({ id, draw })));
  });

  it('holds each file against those before it', async () => {
    await audited('valid/day.json');
    const file = join(folder, 'file-valid-day.json');
    const twice = await samur(file, file, '--anchor', join(folder, 'pin-valid-day.json'));
    expect(twice.stdout).toContain('[selection.first-differs]');
    expect(twice.code).toBe(1);
  });

  it('takes files in the order of their periods, not of their names', async () => {
    const vector = JSON.parse(await readFile(new URL('valid/day.json', vectors), 'utf8'));
    const pledge = await record({
      label: 'pledge of the day before',
      issuer: 'ru.beta',
      to: ['az.alpha', 'ru.gamma'],
      profile: 'samples',
      type: 'pledge',
      time: '2025-02-28T19:00:00.000Z',
      claims: {
        selection: 'samples/opening',
        from: '2025-03-01T00:00:00.000Z',
        until: '2025-03-02T00:00:00.000Z',
        secret: secretDigest(secret, portableCrypto),
        settings: settingsDigest(settings, secret, portableCrypto),
      },
    });
    const channel = await Channel.at('2025-02-28T20:00:00Z', 'ru.beta', 'az.alpha', [pledge]);
    const before = { ...vector.file, commitment: channel.entry(pledge), channels: vector.file.channels.slice(1) };
    const name = (of: string) => join(folder, `${of}.json`);
    await writeFile(name('day-10'), JSON.stringify(vector.file));
    await writeFile(name('day-9'), JSON.stringify(before));
    await writeFile(name('pin'), JSON.stringify(vector.pin));
    const { stdout, code } = await samur(name('day-10'), name('day-9'), '--anchor', name('pin'));
    expect(stdout).not.toContain('[selection.');
    expect(code).toBe(0);
  });

  it('answers 2 without a file or without anchors', async () => {
    expect((await samur()).code).toBe(2);
    expect((await samur(join(folder, 'none.json'), '--anchor', join(folder, 'none.json'))).code).toBe(2);
  });
});
