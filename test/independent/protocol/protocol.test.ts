import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The Python programs beside this file were written from docs/protocol.md and share no code with Samur. They judge
// the vectors and the page's examples, here in a copy that can be damaged.

const project = join(import.meta.dirname, '../../..');
const groups = {
  record: 'kernel/record/vectors',
  log: 'kernel/log/vectors',
  trust: 'kernel/trust/vectors',
  status: 'kernel/exchange/vectors/status',
  approval: 'kernel/exchange/vectors/approval',
  selection: 'kernel/exchange/vectors/selection',
  paper: 'kernel/paper/vectors',
};
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'samur-protocol-'));
  for (const path of [...Object.values(groups), 'docs/protocol.md'])
    await cp(join(project, path), join(copy, path), { recursive: true });
});

afterAll(() => rm(copy, { recursive: true, force: true }));

async function judge(folder: string): Promise<string> {
  try {
    const program = join(import.meta.dirname, 'check.py');
    const { stdout } = await promisify(execFile)('python3', ['-B', program, folder], { encoding: 'utf8' });
    return stdout;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')
      throw new Error('Python is missing: install Python 3.9 or later to run this test', { cause: fault });
    throw fault;
  }
}

async function vectorCount(folder: string, kind: string): Promise<number> {
  const names = await readdir(join(project, folder, kind));
  return names.filter((name) => name.endsWith('.json')).length;
}

test('another implementation agrees with every vector and every example of the page', async () => {
  const lines = Object.entries(groups).map(async ([group, folder]) => {
    const [valid, refused] = [await vectorCount(folder, 'valid'), await vectorCount(folder, 'refused')];
    return `${group}: ${valid} valid, ${refused} refused`;
  });
  const told = await judge(project);
  console.info(told.trim());
  expect(told).toBe(`${(await Promise.all(lines)).join('\n')}\npage: 29 examples\n`);
});

test.each([
  ['kernel/record/vectors/valid/eddsa.json', '"id": "1f', '"id": "2f', /record\/valid\/eddsa/],
  ['kernel/record/vectors/refused/eddsa-wrong.json', 'record.bad-signature', 'record.malformed', /eddsa-wrong/],
  ['kernel/log/vectors/valid/tlog-proof.json', '1795000000', '1795000001', /log\/valid\/tlog-proof/],
  ['kernel/trust/vectors/refused/fork.json', '"step": 1', '"step": 0', /trust\/refused\/fork/],
  ['kernel/exchange/vectors/status/valid/three.json', '131071', '131070', /status\/valid\/three/],
  [
    'kernel/exchange/vectors/approval/valid/contents.json',
    '"grams": 250',
    '"grams": 251',
    /approval\/valid\/contents:/,
  ],
  [
    'kernel/exchange/vectors/approval/refused/not-verified.json',
    'bad-assertion',
    'unknown-officer',
    /refused\/not-verified/,
  ],
  ['kernel/exchange/vectors/selection/valid/day.json', '"draw": "', '"draw": "0', /selection\/valid\/day:/],
  ['kernel/paper/vectors/valid/proof.json', 'SMR1: E', 'SMR1: F', /paper\/valid\/proof:/],
  ['kernel/paper/vectors/valid/link.json', '"checkCode": "P650', '"checkCode": "P65O', /paper\/valid\/link:/],
  ['kernel/paper/vectors/refused/bomb.json', 'paper.malformed', 'paper.not-samur', /paper\/refused\/bomb/],
  ['docs/protocol.md', '`117ea6', '`117ea7', /challenge of contents differs/],
  ['docs/protocol.md', '`HKQH-F1S4', '`HKQH-F1S5', /check code differs/],
  ['docs/protocol.md', '\ndraw     ', '\ndraw     0', /selection differs/],
  ['docs/protocol.md', '"@path": /exchange', '"@path": /Exchange', /request signature differs/],
])('and finds the difference once %s is damaged', async (path, from, to, sentence) => {
  const file = join(copy, path);
  const good = await readFile(file, 'utf8');
  expect(good).toContain(from);
  await writeFile(file, good.replace(from, to));
  await expect(judge(copy)).rejects.toThrow(sentence);
  await writeFile(file, good);
});
