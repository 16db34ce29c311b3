import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countryFolder } from '../../server/founding.ts';
import { type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';

const launcher = new URL('../../cli/samur.js', import.meta.url).pathname;

describe('samur on the command line', () => {
  let corridor: Corridor;
  beforeAll(async () => {
    corridor = await foundTestCorridor();
  });
  afterAll(() => corridor?.end());

  async function samur(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { ...process.env, SAMUR_DATA: corridor.data, LANG: 'en_US.UTF-8', SAMUR_TOKEN: '', SAMUR_SERVER: '' };
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [launcher, ...args], {
        env,
        maxBuffer: 64e6,
      });
      return { code: 0, out: stdout, err: stderr };
    } catch (fault) {
      const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, err: stderr };
    }
  }
  const json = async (...args: string[]) => {
    const { code, out, err } = await samur(...args, '--json');
    if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${out} ${err}`);
    return JSON.parse(out);
  };

  it('issues, shows, decides, withdraws, proves and verifies, and finds what was altered', async () => {
    const file = join(corridor.data, 'certificate.xml');
    await writeFile(file, await certificateXml('AZ-PC-2026-400001'));
    const issued = await json('issue', file, '--to', 'ru.fsvps', '--as', 'az.afsa');
    expect(issued).toMatchObject({ state: 'issued', number: 'AZ-PC-2026-400001' });
    const arrived = () => samur('show', issued.id, '--as', 'ru.fsvps', '--json');
    await until(arrived, ({ code }) => code === 0);
    expect((await json('decide', issued.id, 'recognise', '--as', 'ru.fsvps')).id).toMatch(/^[0-9a-f]{64}$/);
    const shown = await until(
      () => json('show', issued.id, '--as', 'az.afsa'),
      ({ state }) => state === 'recognised',
    );
    expect(shown.id).toBe(issued.id);
    const listed = await json('list', '--as', 'az.afsa');
    expect(listed.items.map(({ id }: { id: string }) => id)).toContain(issued.id);

    const evidence = await until(
      () => samur('evidence', issued.id, '--as', 'ru.fsvps'),
      ({ code }) => code === 0,
    );
    const proof = join(corridor.data, 'evidence.json');
    await writeFile(proof, evidence.out);
    const verified = await samur('verify', proof, '--as', 'ru.fsvps');
    expect([verified.code, verified.err]).toEqual([0, '']);
    expect(verified.out).toContain('DEMONSTRATION');
    expect(verified.out).toMatch(/authentic/i);
    const late = await samur('verify', proof, '--as', 'ru.fsvps', '--max-age', '0s');
    expect(late.code).toBe(1);
    const at =
      evidence.out.indexOf('"jws": "') >= 0
        ? evidence.out.indexOf('"jws": "') + 300
        : evidence.out.indexOf('"jws":"') + 300;
    const altered = evidence.out.slice(0, at) + (evidence.out[at] === 'A' ? 'B' : 'A') + evidence.out.slice(at + 1);
    await writeFile(proof, altered);
    expect((await samur('verify', proof, '--as', 'ru.fsvps')).code).toBe(1);

    expect((await samur('withdraw', issued.id, '--reason', 'consignment-not-sent', '--as', 'az.afsa')).code).toBe(0);
    const refused = await samur('decide', issued.id, 'nonsense', '--as', 'ru.fsvps');
    expect(refused.code).not.toBe(0);
  });

  it('makes a token with a right, lists it, and takes it back', async () => {
    const made = await json('token', 'create', 'border scanner', '--rights', 'read', '--as', 'az.afsa');
    expect(made.token).toMatch(/^samur_/);
    const { server } = JSON.parse(
      await readFile(join(countryFolder(corridor.data, 'AZ'), 'az.afsa', 'client.json'), 'utf8'),
    );
    const ask = async () =>
      (await fetch(`${server}/api/records`, { headers: { authorization: `Bearer ${made.token}` } })).status;
    expect(await ask()).toBe(200);
    const file = join(corridor.data, 'certificate.xml');
    await writeFile(file, await certificateXml('AZ-PC-2026-400002'));
    const denied = await samur('issue', file, '--to', 'ru.fsvps', '--server', server, '--token', made.token);
    expect(denied.code).toBe(1);
    const listed = await json('token', 'list', '--as', 'az.afsa');
    expect(JSON.stringify(listed)).toContain('border scanner');
  });

  it('audits a whole folder, and names what somebody changed in the database', async () => {
    const folder = countryFolder(corridor.data, 'AZ');
    await corridor.stop('AZ');
    expect((await samur('audit', '--as', 'az.afsa')).code).toBe(0);
    const database = new DatabaseSync(join(folder, 'az.afsa', 'samur.db'));
    const changes = [
      ["update record set state = 'recognised' where type = 'certificate'", 'server.data-altered'],
      ['update entry set id = zeroblob(32) where idx = 1', 'server.data-altered'],
      ['update checkpoint set time = time + 60000 where size = (select min(size) from checkpoint)', ''],
      [
        "update fold_row set row = replace(row, '1000000000', '9000000000') where tbl = 'account'",
        'server.data-altered',
      ],
    ] as const;
    for (const [change, reason] of changes) {
      database.exec('begin');
      expect(database.prepare(change).run().changes, change).toBeGreaterThan(0);
      database.exec('commit');
      const { code, out } = await samur('audit', '--as', 'az.afsa');
      expect([change, code]).toEqual([change, 1]);
      expect(out).toContain(reason);
      expect(out).toContain('Does not hold: ');
    }
    database.close();
  });
});
