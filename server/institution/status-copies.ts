/**
 * Copies of the signed status lists of other institutions, so that whoever asks this server need ask no other. A list is
 * kept only once it was verified, never in place of a newer one, and outlasts its issuer's absence. Only lists that a
 * record held here names are ever asked for: what strangers make up leads to no request.
 */
import type { Logger } from 'pino';
import { openStatusList, type StatusList } from '../../kernel/exchange/status-list.ts';
import { statusListNamed } from '../../kernel/record/payload.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { Core } from './core.ts';
import type { ExchangeClient } from './exchange-client.ts';
import type { Sequencer } from './sequencer.ts';
import { newestList } from './status-entries.ts';
import { listTtl } from './status-lists.ts';

/** Ms after an attempt that failed. */
const retryPause = 10_000;
/** Lists in mind at once. */
const mostPlaces = 1_000;

interface Copy {
  readonly jwt: string;
  readonly validFrom: number;
}

interface Place {
  copy?: Copy;
  /** When it is to be asked for again, ms. */
  due: number;
  underWay?: Promise<void>;
}

export class StatusListCopies {
  readonly #core: Core;
  readonly #sequencer: Sequencer;
  readonly #client: ExchangeClient;
  readonly #logger: Logger;
  readonly #clock: () => number;
  /** By institution and number. */
  readonly #places = new Map<string, Place>();
  #stopping = false;

  constructor(core: Core, sequencer: Sequencer, client: ExchangeClient, logger: Logger, clock: () => number) {
    this.#core = core;
    this.#sequencer = sequencer;
    this.#client = client;
    this.#logger = logger;
    this.#clock = clock;
  }

  async kept(institution: string, number: number): Promise<string | undefined> {
    const name = `${institution}/${number}`;
    const place = this.#places.get(name) ?? (await this.#firstLook(institution, number));
    if (!place) return undefined;
    const now = this.#clock();
    if (now >= place.due && !this.#stopping) {
      place.underWay ??= this.#refresh(place, institution, number).finally(() => delete place.underWay);
      await place.underWay;
    }
    return place.copy?.jwt;
  }

  /** Waits for requests under way, which the client has ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#places.values()].map(({ underWay }) => underWay));
  }

  async #firstLook(institution: string, number: number): Promise<Place | undefined> {
    const { store } = this.#core;
    const newest = await newestList(store, institution);
    if (newest === undefined || number > newest) return undefined;
    const name = `${institution}/${number}`;
    const row = await store.db
      .selectFrom('setting')
      .select('value')
      .where('name', '=', settingOf(name))
      .executeTakeFirst();
    const known = this.#places.get(name);
    if (known) return known;
    const place: Place = { ...(row && { copy: JSON.parse(row.value) as Copy }), due: 0 };
    this.#forgetOne();
    this.#places.set(name, place);
    return place;
  }

  /** A record may name any number: what is asked for up to it must not fill the memory. What is on disk stays there. */
  #forgetOne(): void {
    if (this.#places.size < mostPlaces) return;
    for (const [name, { underWay }] of this.#places) if (!underWay) return void this.#places.delete(name);
  }

  /** Never fails: what is kept stays. */
  async #refresh(place: Place, institution: string, number: number): Promise<void> {
    place.due = this.#clock() + retryPause;
    try {
      const jwt = await this.#client.statusList(institution, number);
      if (jwt === undefined) return;
      const list = await this.#check(jwt, place, institution, number);
      if (list instanceof Refusal) {
        this.#logger.warn({ institution, number, code: list.code, detail: list.detail }, 'status list not taken');
        return;
      }
      await this.#keep(place, `${institution}/${number}`, { jwt, validFrom: list.validFrom });
      place.due = this.#clock() + Math.min(list.ttl, listTtl);
    } catch (fault) {
      this.#logger.debug({ err: fault, institution, number }, 'status list could not be fetched');
    }
  }

  async #check(jwt: string, { copy }: Place, institution: string, number: number): Promise<StatusList | Refusal> {
    const { trust, crypto } = this.#core;
    const list = await openStatusList(jwt, { trust, crypto, now: this.#clock() });
    if (list instanceof Refusal) return list;
    const named = statusListNamed(list.address);
    if (named?.institution !== institution || named.number !== number) return refuse('status.wrong-list');
    const older = copy !== undefined && list.validFrom < copy.validFrom;
    return older ? refuse('status.stale', { time: new Date(list.validFrom).toISOString() }) : list;
  }

  /** On disk first, by the one writer: what was once shown is not forgotten for something older. */
  async #keep(place: Place, name: string, copy: Copy): Promise<void> {
    if (copy.jwt === place.copy?.jwt) return;
    await this.#sequencer.run(async (stage) => {
      stage.rest.settings.push({ name: settingOf(name), value: JSON.stringify(copy) });
      return () => undefined;
    });
    place.copy = copy;
  }
}

function settingOf(name: string): string {
  return `status-list ${name}`;
}
