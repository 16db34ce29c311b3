import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { certificateDraft } from '../../bench/certificates.ts';
import { openInstitution } from '../../bench/institution.ts';
import { statusListBits } from '../../kernel/exchange/status-list.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Rejected } from '../../server/institution/service.ts';
import type { SqliteStore } from '../../server/store/sqlite.ts';
import { type Corridor, foundTestCorridor } from '../corridor.ts';

describe('entries of a status list', () => {
  let corridor: Corridor;
  afterAll(() => corridor?.end());

  async function issueMany(institution: Institution, series: string, count: number): Promise<void> {
    const answers = await Promise.all(
      Array.from({ length: count }, (_, i) => institution.issue(certificateDraft(series, i))),
    );
    for (const answer of answers)
      if (answer instanceof Rejected || answer instanceof Refusal) throw new Error(JSON.stringify(answer));
  }
  async function indexes(store: SqliteStore): Promise<number[]> {
    const rows = await store.db
      .selectFrom('record')
      .select(['status_list', 'status_index'])
      .where('type', '=', 'certificate')
      .execute();
    expect(new Set(rows.map(({ status_list }) => status_list))).toEqual(new Set([1]));
    return rows.map(({ status_index }) => status_index ?? -1).sort((a, b) => a - b);
  }

  it('are each of one record and none is lost, though commits fail and the server starts again', async () => {
    corridor = await foundTestCorridor({ start: false });
    let free = 300;
    // Only as many entries come up as there are records: one given twice, or lost, would never end.
    const random = (bytes: number) => {
      const drawn = nodeCrypto.sha256(crypto.getRandomValues(new Uint8Array(16))).slice(0, bytes);
      const index = (((drawn[0] ?? 0) << 16) | ((drawn[1] ?? 0) << 8) | (drawn[2] ?? 0)) % free;
      return bytes === 3 ? Uint8Array.of(0, index >> 8, index & 255) : drawn;
    };
    const first = await openInstitution(corridor.data, 'az.afsa', profiles, random);
    await first.institution.start();
    const write = first.store.commit.bind(first.store);
    let commits = 0;
    first.store.commit = async (commit) => {
      if (++commits % 3 === 0 && commit.records.length > 1) throw new Error('disk full');
      await write(commit);
    };
    await issueMany(first.institution, 'first', 300);
    expect(await indexes(first.store)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    await first.institution.stop();
    free = 340;
    const second = await openInstitution(corridor.data, 'az.afsa', profiles, random);
    await second.institution.start();
    await issueMany(second.institution, 'second', 40);
    expect(await indexes(second.store)).toEqual(Array.from({ length: 340 }, (_, i) => i));
    await second.institution.stop();
    const reports = await auditFolder(countryFolder(corridor.data, 'AZ'), profiles);
    expect(reports instanceof Refusal ? reports : reports.flatMap(({ faults }) => faults)).toEqual([]);
  }, 60_000);

  it('are compared with the signed records by an audit', async () => {
    const folder = countryFolder(corridor.data, 'AZ');
    const database = new DatabaseSync(join(folder, 'az.afsa', 'samur.db'));
    const one = "where seq = (select max(seq) from record where type = 'certificate')";
    for (const [change, back] of [
      ['revoked = 1', 'revoked = 0'],
      ['status_index = status_index + 1000', 'status_index = status_index - 1000'],
    ]) {
      database.exec(`update record set ${change} ${one}`);
      const reports = await auditFolder(folder, profiles);
      if (reports instanceof Refusal) throw new Error(reports.code);
      expect(reports.flatMap(({ faults }) => faults.map(({ refusal }) => refusal.code))).toEqual([
        'server.data-altered',
      ]);
      database.exec(`update record set ${back} ${one}`);
    }
    database.close();
  }, 60_000);

  it('are drawn from the whole list', async () => {
    const { institution, store } = await openInstitution(corridor.data, 'az.afsa');
    await institution.start();
    await issueMany(institution, 'third', 60);
    const drawn = (await indexes(store)).filter((index) => index >= 340);
    expect(drawn.length).toBeGreaterThan(50);
    expect(drawn.some((index) => index > statusListBits / 2)).toBe(true);
    await institution.stop();
  });
});
