/** An institution's database as its honest server left it, and its channel to one other. */
import { join } from 'node:path';
import { type Frontier, rootOf } from '../../kernel/log/tree.ts';
import type { BasisEntry } from '../../kernel/record/payload.ts';
import { nodeCrypto as crypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import { frontierOf } from '../../server/institution/log-reader.ts';
import { SqliteStore } from '../../server/store/sqlite.ts';
import type { Client } from '../../test/corridor.ts';

export interface Left {
  readonly log: Frontier;
  /** A basis that names `size` entries of the other's log; without one, all that was cosigned. */
  basis(size?: number): Promise<BasisEntry[]>;
  readonly mirrored: number;
  close(): Promise<void>;
}

export async function leftBehind(data: string, from: string, to: string): Promise<Left> {
  const store = await SqliteStore.open(join(countryFolder(data, from.slice(0, 2)), from, 'samur.db'));
  const channels = await store.db
    .selectFrom('channel')
    .select(['id', 'origin', 'issuer', 'recipient', 'size'])
    .execute();
  const between = (issuer: string, recipient: string) =>
    channels.find((one) => one.issuer === issuer && one.recipient === recipient);
  const [out, back] = [between(from, to), between(to, from)];
  if (!out || !back) throw new Error('no channels');
  return {
    log: await frontierOf(store, out.id, out.size, crypto),
    mirrored: back.size,
    async basis(size = back.size) {
      const root = rootOf(await frontierOf(store, back.id, size, crypto), crypto).toHex();
      return [{ origin: back.origin, size, root }];
    },
    close: () => store.close(),
  };
}

/** What an institution answered: code of the refusal and of its findings, by record. */
export async function refusalsAt(client: Client): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const { body } = await client.get('/api/records?direction=issued&type=refusal&limit=200');
  for (const { id } of body.items as { id: string }[]) {
    const { claims } = (await client.get(`/api/records/${id}`)).body;
    const findings = (claims.findings ?? []) as { code: string }[];
    found.set(claims.record, [claims.code, ...findings.map(({ code }) => code)]);
  }
  return found;
}

export const idOf = (jws: string) =>
  crypto.sha256(new TextEncoder().encode(jws.slice(0, jws.lastIndexOf('.')))).toHex();
