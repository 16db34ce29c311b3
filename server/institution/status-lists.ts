/** This institution's own status lists: what the records on disk give, signed anew when that or its time asks for it. */
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { equalBytes } from '../../kernel/bytes.ts';
import { signStatusList, statusBits } from '../../kernel/exchange/status-list.ts';
import { isRevoked } from '../store/conditions.ts';
import { type Core, self } from './core.ts';
import { addressOnDisk } from './status-entries.ts';

const packed = promisify(gzip);

/** Ms for which a copy may be used without asking again. */
export const listTtl = 5 * 60 * 1000;
/** Ms from signature to the end: long enough for a counterpart's copy to outlast a day without its issuer. */
const listValidity = 24 * 60 * 60 * 1000;
/** However often it is asked for, the records are looked at once in so many ms. */
const pause = 2_000;
/** Entries read at once: some milliseconds. */
const step = 4096;

interface SignedList {
  readonly jwt: string;
  readonly bits: Uint8Array;
  readonly signedAt: number;
  readonly lookedAt: number;
}

export class OwnStatusLists {
  readonly #core: Core;
  readonly #clock: () => number;
  readonly #lists = new Map<number, SignedList>();
  readonly #underWay = new Map<number, Promise<string | undefined>>();

  constructor(core: Core, clock: () => number) {
    this.#core = core;
    this.#clock = clock;
  }

  /** Undefined for a list that no record names. */
  signed(number: number): Promise<string | undefined> {
    const known = this.#lists.get(number);
    if (known && Math.abs(this.#clock() - known.lookedAt) < pause) return Promise.resolve(known.jwt);
    const looking = this.#underWay.get(number) ?? this.#look(number, known);
    this.#underWay.set(number, looking);
    return looking.finally(() => this.#underWay.delete(number));
  }

  async #look(number: number, known: SignedList | undefined): Promise<string | undefined> {
    // Read before the records are: the list may say more than stood then, never less.
    const now = this.#clock();
    const bits = statusBits(await revokedEntries(this.#core, number));
    if (known && equalBytes(known.bits, bits) && Math.abs(now - known.signedAt) < listTtl) {
      this.#lists.set(number, { ...known, lookedAt: now });
      return known.jwt;
    }
    const { id, keys, store, trust } = this.#core;
    const address = await addressOnDisk(store, id, number);
    if (address === undefined) return undefined;
    const list = {
      address,
      issuerDid: self(this.#core, trust).did,
      validFrom: now,
      validUntil: now + listValidity,
      ttl: listTtl,
      demonstration: trust.pin.demonstration,
      packed: new Uint8Array(await packed(bits, { level: 9 })),
    };
    const jwt = await signStatusList(list, keys.record.kid, keys.record);
    this.#lists.set(number, { jwt, bits, signedAt: now, lookedAt: now });
    return jwt;
  }
}

/** In steps, between which the thread does what else is waiting. */
async function revokedEntries({ id, store }: Core, number: number): Promise<number[]> {
  const found: number[] = [];
  for (;;) {
    const rows = await store.db
      .selectFrom('record')
      .select('status_index')
      .where('issuer', '=', id)
      .where('status_list', '=', number)
      .where('status_index', '>', found.at(-1) ?? -1)
      .where(isRevoked)
      .orderBy('status_index')
      .limit(step)
      .execute();
    for (const { status_index } of rows) if (status_index !== null) found.push(status_index);
    if (rows.length < step) return found;
    await setImmediate();
  }
}
