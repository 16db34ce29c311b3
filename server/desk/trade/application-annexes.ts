/** Files that hang on applications. They reach the institution's own store only with what was sent. */
import { hash } from 'node:crypto';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';
import type { Contents } from './application.ts';

const maxFiles = 20;
const maxBytes = 64 * 1024 * 1024;

export class ApplicationAnnexes {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** Hex SHA-256; the same bytes twice are one annex. The caller has seen to whose application it is. */
  async store(application: string, bytes: Uint8Array, mediaType: string): Promise<string | Refusal> {
    const { desk, now } = this.#ground;
    const digest = hash('sha256', bytes, 'hex');
    return desk.db.transaction().execute(async (db) => {
      const held = await db
        .selectFrom('application_annex')
        .select(['digest', (eb) => eb.fn<number>('length', ['bytes']).as('size')])
        .where('application', '=', application)
        .execute();
      if (held.some((one) => one.digest === digest)) return digest;
      if (held.length >= maxFiles) return refuse('input.too-large', { limit: maxFiles });
      const size = held.reduce((sum, one) => sum + one.size, bytes.length);
      if (size > maxBytes) return refuse('input.too-large', { limit: maxBytes });
      await db
        .insertInto('application_annex')
        .values({ application, digest, media_type: mediaType, bytes, time: now() })
        .execute();
      return digest;
    });
  }

  async find(application: string, digest: string): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> {
    const row = await this.#ground.desk.db
      .selectFrom('application_annex')
      .select(['bytes', 'media_type'])
      .where('application', '=', application)
      .where('digest', '=', digest)
      .executeTakeFirst();
    return row && { bytes: row.bytes, mediaType: row.media_type };
  }

  /** What contents name must have been put here: no digest tells whether the institution holds it from others. */
  async unknown(application: string, { annexes }: Contents): Promise<Refusal | undefined> {
    if (annexes.length === 0) return undefined;
    const rows = await this.#ground.desk.db
      .selectFrom('application_annex')
      .select('digest')
      .where('application', '=', application)
      .execute();
    const held = new Set(rows.map(({ digest }) => digest));
    const stray = annexes.find(({ digest }) => !held.has(digest));
    return stray && refuse('record.annex-missing', { name: stray.digest }, '/annexes');
  }

  /** To where records name them from. */
  async handOver(application: string, { annexes }: Contents): Promise<void> {
    for (const { digest, mediaType } of annexes) {
      const annex = await this.find(application, digest);
      if (annex !== undefined) await this.#ground.service.storeAnnex(annex.bytes, mediaType);
    }
  }
}
