import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deflate, dictionaryOf, writeCode } from '../kernel/paper/code.ts';
import { recordDictionary } from '../kernel/paper/dictionaries.ts';
import { nodeCrypto } from '../server/crypto-node.ts';

const run = promisify(execFile);
const vectors = new URL('../kernel/exchange/vectors/evidence/', import.meta.url);
const parcels = fileURLToPath(new URL('testing/parcel-main.ts', import.meta.url));
const launcher = fileURLToPath(new URL('samur.js', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function samur(script: string, ...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env['PATH'], SAMUR_DATA: folder, TZ: 'Asia/Baku' };
  try {
    return { code: 0, ...(await run(process.execPath, [script, ...args], { env })) };
  } catch (error) {
    return error as Outcome;
  }
}

/** Writes evidence and pin of a vector as files of their own. */
async function files(path: string): Promise<{ evidence: string; pin: string }> {
  const vector = JSON.parse(await readFile(new URL(path, vectors), 'utf8'));
  const name = path.replaceAll('/', '-');
  const evidence = join(folder, name);
  const pin = join(folder, `pin-${name}`);
  await writeFile(evidence, vector.text ?? JSON.stringify(vector.evidence));
  await writeFile(pin, JSON.stringify(vector.pin));
  return { evidence, pin };
}

async function verified(path: string, ...args: string[]): Promise<Outcome> {
  const { evidence, pin } = await files(path);
  return samur(parcels, 'verify', evidence, '--anchor', pin, ...args);
}

describe('samur verify', { timeout: 30_000 }, () => {
  it('answers 0 for authentic evidence and tells every step, time, state, size', async () => {
    const { code, stdout } = await verified('valid/accepted.json');
    expect(stdout).toMatch(/^DEMONSTRATION — no legal effect$/m);
    expect(stdout).toMatch(/^ {2}\+ Cosignature of the recipient: Holds$/m);
    expect(stdout).toMatch(/^ {2}Authentic$/m);
    expect(stdout).toContain('The record existed by 2025-03-01T14:00:00+04:00');
    expect(stdout).toContain('State: Accepted (as of: 2025-03-01T14:00:00+04:00; channel size: 3)');
    expect(stdout).toMatch(/^ {2}beta\.ru\.example\/az\.alpha\/1 +3 +2025-03-01T22:00:00\+04:00$/m);
    expect(code).toBe(0);
  });

  it.each([
    ['az', 'Həqiqiliyi təsdiqləndi', 'Vəziyyət: Qəbul edilib'],
    ['ru', 'Подлинность подтверждена', 'Состояние: Принята'],
  ])('speaks %s', async (language, verdict, state) => {
    const { stdout } = await verified('valid/accepted.json', '--lang', language);
    expect(stdout).toContain(verdict);
    expect(stdout).toContain(state);
  });

  it('keeps authenticity and age apart', async () => {
    const old = await verified('valid/accepted.json', '--max-age', '24h');
    expect(old.stdout).toMatch(/^ {2}Authentic$/m);
    expect(old.stdout).toContain('[evidence.too-old]');
    expect(old.code).toBe(1);
    expect((await verified('valid/accepted.json', '--max-age', '99999d')).code).toBe(0);
    expect((await verified('valid/accepted.json', '--max-age', 'long')).code).toBe(2);
  });

  it.each(['revoked', 'not-cosigned', 'signature-altered', 'wrong-pin', 'not-json', 'unknown-member'])(
    'answers 1 with the code for %s',
    async (name) => {
      const { code: wanted } = JSON.parse(await readFile(new URL(`refused/${name}.json`, vectors), 'utf8'));
      const plain = await verified(`refused/${name}.json`);
      expect(plain.stdout + plain.stderr).toContain(`[${wanted}]`);
      expect(plain.code).toBe(1);
      const { code, stdout } = await verified(`refused/${name}.json`, '--json');
      expect(JSON.parse(stdout).authenticity.verdict).toBe('not-authentic');
      expect(stdout).toContain(`"${wanted}"`);
      expect(code).toBe(1);
    },
  );

  it('gives JSON on stdout alone', async () => {
    const { stdout, stderr } = await verified('valid/crossed.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      demonstration: true,
      authenticity: { verdict: 'authentic', provedTime: { notAfter: '2025-03-02T14:00:00+04:00' } },
      state: { state: 'recalled', tooOld: false },
      record: { issuer: 'az.alpha', profile: 'parcel' },
    });
    expect(stderr).toContain('DEMONSTRATION');
  });

  it('tells who approved, that nobody is shown, and what stands there without counting', async () => {
    const approved = await verified('valid/approved-by-two.json');
    expect(approved.stdout).toMatch(/^ {2}\+ Approval by an officer: Holds$/m);
    expect(approved.stdout).toMatch(
      /^ {2}\S{22} \(border officer, signatory\) approved the contents before the record/m,
    );
    expect(approved.stdout).toMatch(
      /^ {2}\S{22} \(signatory\) approved the record: .* The passkey recognised its user\./m,
    );
    const { approvals } = JSON.parse((await verified('valid/approved-by-two.json', '--json')).stdout);
    expect(approvals).toMatchObject([
      { of: 'contents', roles: ['border-officer', 'signatory'], userVerified: true },
      { of: 'record', roles: ['signatory'], means: 'passkey', time: '2025-03-01T13:00:00+04:00' },
    ]);
    expect((await verified('valid/accepted.json')).stdout).toContain('No valid approval by an officer is shown');
    const ended = await verified('valid/approval-after-end.json', '--lang', 'ru');
    expect(ended.stdout).toContain('[approval.unknown-officer]');
    expect(ended.stdout).toContain('Действительное утверждение должностным лицом не показано');
    expect(ended.code).toBe(0);
  });

  it('verifies a bare record: authentic, time and state not proved', async () => {
    const { evidence, pin } = await files('valid/posted.json');
    const { records, trust } = JSON.parse(await readFile(evidence, 'utf8'));
    const record = join(folder, 'record.jws');
    const list = join(folder, 'trust.json');
    await writeFile(record, `${records[0].jws}\n`);
    await writeFile(list, JSON.stringify(trust));
    const good = await samur(parcels, 'verify', record, '--trust', list, '--anchor', pin);
    expect(good.stdout).toContain('When the record was made is not proved');
    expect(good.stdout).toContain('The state is not known');
    expect(good.code).toBe(0);
    expect((await samur(parcels, 'verify', record, '--trust', list, '--anchor', pin, '--max-age', '99999d')).code).toBe(
      1,
    );
    expect((await samur(parcels, 'verify', record, '--anchor', pin)).code).toBe(2);
    const annex = await samur(parcels, 'verify', record, '--trust', list, '--anchor', pin, '--annex', list);
    expect(annex.stdout).toContain('[record.annex-mismatch]');
    expect(annex.code).toBe(1);
  });

  it('verifies a printed code and a PDF, with the proof they carry', async () => {
    const { evidence, pin } = await files('valid/posted.json');
    const { records, trust } = JSON.parse(await readFile(evidence, 'utf8'));
    const [{ jws, proofs }] = records;
    const list = join(folder, 'code-trust.json');
    await writeFile(list, JSON.stringify(trust));
    const id = '0'.repeat(64);
    const link = { id, checkCode: 'K7QM-2D4X-9RWA', host: 'https://alpha.az.example' };
    const pack: Deflate = (bytes, dictionary) => deflateRawSync(bytes, { level: 9, dictionary });
    const { text, holds } = writeCode({ jws, proofs }, link, dictionaryOf(recordDictionary, nodeCrypto), pack);
    expect(holds).toBe('record with proof');
    const pdf = [
      '%PDF-1.7',
      ...[jws, ...proofs].map((file) => `1 0 obj <</Type /EmbeddedFile>>\nstream\n${file}\nendstream`),
    ];
    const given = {
      code: `${text}\n`,
      pdf: pdf.join('\n'),
      altered: `${text.slice(0, 60)}${text[60] === '0' ? 1 : 0}${text.slice(61)}`,
    };
    const answers: Record<string, Outcome> = {};
    for (const [name, content] of Object.entries({
      ...given,
      empty: '%PDF-1.7\n',
      link: `HTTPS://ALPHA.AZ.EXAMPLE/C/${'0'.repeat(52)}/K7QM-2D4X-9RWA`,
    })) {
      await writeFile(join(folder, name), content);
      answers[name] = await samur(parcels, 'verify', join(folder, name), '--trust', list, '--anchor', pin);
    }
    for (const name of ['code', 'pdf']) {
      expect(answers[name]?.stdout).toContain('The record existed by');
      expect(answers[name]?.stdout).toContain('The state is not known');
      expect(answers[name]?.code).toBe(0);
    }
    expect(answers['altered']?.code).toBe(1);
    expect(answers['empty']?.stderr).toContain('[paper.no-record]');
    expect(answers['empty']?.code).toBe(1);
    expect(answers['link']?.stderr).toContain('https://alpha.az.example with check code K7QM-2D4X-9RWA');
    expect(answers['link']?.code).toBe(2);
    expect((await samur(parcels, 'verify', join(folder, 'code'), '--anchor', pin)).code).toBe(2);
  });

  it('says what it takes when a file holds nothing of it', async () => {
    const { pin } = await files('valid/posted.json');
    const readme = join(folder, 'README.md');
    for (const content of ['# Samur\n\nRecords between institutions.\n', '']) {
      await writeFile(readme, content);
      const { code, stderr } = await samur(parcels, 'verify', readme, '--anchor', pin);
      expect(stderr).toContain('A PDF, an evidence file, a signed record or the text of a code is needed');
      expect(code).toBe(2);
    }
  });

  it('shows the trust list with fingerprints', async () => {
    const { evidence, pin } = await files('valid/posted.json');
    const { trust } = JSON.parse(await readFile(evidence, 'utf8'));
    const list = join(folder, 'trust-list.json');
    await writeFile(list, JSON.stringify(trust));
    const { code, stdout } = await samur(parcels, 'trust', list, '--anchor', pin);
    expect(stdout).toMatch(/checkpoint +([0-9a-f]{4} ){8} *2025-01-01T04:00:00\+04:00/);
    expect(code).toBe(0);
    await writeFile(list, JSON.stringify({ ...trust, terms: ['{}'] }));
    expect((await samur(parcels, 'trust', list, '--anchor', pin)).code).toBe(1);
  });

  it('finds the pinned anchors below SAMUR_DATA', async () => {
    const { evidence, pin } = await files('valid/posted.json');
    expect((await samur(parcels, 'verify', evidence)).code).toBe(2);
    await mkdir(join(folder, 'ru'));
    await writeFile(join(folder, 'ru', 'pin.json'), await readFile(pin));
    expect((await samur(parcels, 'verify', evidence)).code).toBe(0);
    expect((await samur(parcels, 'verify', evidence, '--as', 'ru.beta')).code).toBe(0);
    expect((await samur(parcels, 'verify', evidence, '--as', 'az.alpha')).code).toBe(2);
  });

  it('runs from its launcher with the profiles of the installation', async () => {
    const { evidence, pin } = await files('valid/exchange-record.json');
    const known = await samur(launcher, 'verify', evidence, '--anchor', pin);
    expect(known.stdout).toContain('Acceptance of a channel generation');
    expect(known.code).toBe(0);
    const other = await files('valid/posted.json');
    const unknown = await samur(launcher, 'verify', other.evidence, '--anchor', other.pin);
    expect(unknown.stdout).toContain('[record.unknown-type]');
    expect(unknown.code).toBe(1);
  });
});
