/** What records say, whoever issued them and whatever became of them: for whoever looks for numbers in them. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { evened, storedPayload } from '../store/fold-rows.ts';
import type { Core } from './core.ts';
import { firstCosignatures } from './cosignatures.ts';

/** A record without what it follows. */
export interface Said {
  readonly seq: number;
  readonly id: string;
  /** Empty while nobody can read it. */
  readonly profile: string;
  /** The record that it follows. */
  readonly about?: string;
  /** Not to be judged yet: it waits for other records, or does not verify. */
  readonly waits: boolean;
  /** Absent while it waits, and for types that are not known here. */
  readonly statement?: SaidStatement;
  /** When recipients had it, ms: the first cosignature of each. Told where it was asked for. */
  readonly receipts: readonly { readonly by: string; readonly time: number }[];
}

export interface SaidStatement {
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
}

export type SaidQuery =
  | { readonly after: number; readonly limit: number }
  | { readonly seqs: readonly number[]; readonly receipts?: true };

const columns = ['seq', 'id', 'profile', 'type', 'issuer', 'stage', 'about', 'jws'] as const;

/** Ascending by sequence number. */
export async function saidRecords(core: Core, query: SaidQuery): Promise<readonly Said[]> {
  let select = core.store.db.selectFrom('record').select(columns).orderBy('seq');
  if ('seqs' in query) {
    if (query.seqs.length === 0) return [];
    select = select.where('seq', 'in', evened([...query.seqs]));
  } else select = select.where('seq', '>', query.after).limit(query.limit);
  const rows = await select.execute();
  const asked = 'seqs' in query && query.receipts === true ? query.seqs : [];
  const cosigned = await firstCosignatures(core, asked);
  const entitlement = entitlementOf(core.trust);
  return rows.map((row): Said => {
    const { seq, profile, type, issuer, stage } = row;
    const receipts = (cosigned.get(seq) ?? []).map(({ recipient, time }) => ({ by: recipient, time }));
    const waits = stage !== 'folded';
    const plain = { seq, id: row.id.toHex(), profile, waits, receipts, ...(row.about && { about: row.about.toHex() }) };
    const declaration = core.catalogue.type(profile, type)?.declaration;
    if (waits || !declaration) return plain;
    const { claims, samur } = storedPayload(row.jws);
    const to = addressees(declaration, samur.to, samur.trust, entitlement);
    return { ...plain, statement: { type, issuer, to, claims } };
  });
}
