import { afterEach, expect, it } from 'vitest';
import { certificateDraft } from '../../bench/certificates.ts';
import { openInstitution } from '../../bench/institution.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Rejected } from '../../server/institution/service.ts';
import { type Corridor, foundTestCorridor } from '../corridor.ts';

let corridor: Corridor | undefined;
afterEach(() => corridor?.end());

async function issue(institution: Institution, series: string, count: number, key?: string): Promise<string> {
  const draft = certificateDraft(series, count);
  const idempotency = key === undefined ? {} : { idempotency: { key, requestDigest: 'd' } };
  const answer = await institution.issue({ ...draft, ...idempotency });
  if (answer instanceof Rejected) return answer.findings[0]?.code ?? '';
  return answer instanceof Refusal ? answer.code : answer.record.id;
}

/** Groups are worked on while others are being written: what one says must hold for the next, and fall with it. */
it('works ahead of the flush upon what is not on disk yet', async () => {
  corridor = await foundTestCorridor({ start: false });
  const { institution } = await openInstitution(corridor.data, 'az.afsa');
  await institution.start();
  // Each number twice, far enough apart to stand in different groups: one of both is refused, whichever came second.
  const numbers = Array.from({ length: 200 }, (_, i) => i);
  const answers = await Promise.all([...numbers, ...numbers].map((n) => issue(institution, 'twice', n)));
  expect(answers.filter((answer) => /^[0-9a-f]{64}$/.test(answer))).toHaveLength(200);
  expect(new Set(answers.filter((answer) => !/^[0-9a-f]{64}$/.test(answer)))).toEqual(new Set(['number-used']));
  // One key in many groups at once is one record.
  const keyed = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      issue(institution, i % 50 === 0 ? 'keyed' : 'other', i % 50 === 0 ? 1 : i, i % 50 === 0 ? 'key' : undefined),
    ),
  );
  expect(new Set(keyed.filter((_, i) => i % 50 === 0)).size).toBe(1);
  await institution.stop();
  const reports = await auditFolder(countryFolder(corridor.data, 'AZ'), profiles);
  expect(reports instanceof Refusal ? reports : reports.flatMap(({ faults }) => faults)).toEqual([]);
});

it('drops what it worked out upon a commit that failed, and does it again', async () => {
  corridor = await foundTestCorridor({ start: false });
  const { institution, store } = await openInstitution(corridor.data, 'az.afsa');
  await institution.start();
  const write = store.commit.bind(store);
  let commits = 0;
  // The disk refuses every third commit for a moment; what is asked of it alone afterwards it takes.
  store.commit = async (commit) => {
    if (++commits % 3 === 0 && commit.records.length > 1) throw new Error('disk full');
    await write(commit);
  };
  const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => issue(institution, 'full', i)));
  expect(new Set(answers).size).toBe(300);
  expect(answers.every((answer) => /^[0-9a-f]{64}$/.test(answer))).toBe(true);
  expect(commits).toBeGreaterThan(20);
  store.commit = write;
  const listed = await institution.list({ type: 'certificate', limit: 200 });
  expect(listed.items.length).toBe(200);
  await institution.stop();
  const reports = await auditFolder(countryFolder(corridor.data, 'AZ'), profiles);
  if (reports instanceof Refusal) throw new Error(reports.code);
  expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  expect(reports[0]?.records).toBeGreaterThanOrEqual(300);
});

it('never issues what it told its caller had failed', async () => {
  corridor = await foundTestCorridor({ start: false });
  const { institution, keys } = await openInstitution(corridor.data, 'az.afsa');
  await institution.start();
  const record = keys.record as { sign: (message: Uint8Array) => Promise<Uint8Array> };
  const sign = record.sign;
  let refusals = 1;
  record.sign = (message) => (refusals-- > 0 ? Promise.reject(new Error('no signature')) : sign(message));
  // A fault that passes costs one attempt; one that stays is told, and nothing is there afterwards.
  expect(await issue(institution, 'once', 1)).toMatch(/^[0-9a-f]{64}$/);
  refusals = Number.POSITIVE_INFINITY;
  await expect(issue(institution, 'always', 1)).rejects.toThrow('no signature');
  refusals = 0;
  const { items } = await institution.list({ type: 'certificate', limit: 10 });
  expect(items.map(({ number }) => number)).toEqual(['AZ-PC-once-00000001']);
  await institution.stop();
});
