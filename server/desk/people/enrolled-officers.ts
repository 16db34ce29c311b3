/** The institution's own officers as the exchange knows them. */
import { type EnrolledOfficer, officerRegister } from '../../../kernel/exchange/officers.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';

const pageSize = 1000;

export interface OwnOfficer {
  /** Pseudonym. */
  readonly officer: string;
  readonly value: EnrolledOfficer;
}

export class EnrolledOfficers {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  async find(officer: string): Promise<EnrolledOfficer | undefined> {
    const [found] = await this.#page([this.#ground.service.id, officer]);
    return found?.value;
  }

  async all(): Promise<OwnOfficer[]> {
    return this.#page([this.#ground.service.id]);
  }

  async #page(prefix: readonly string[]): Promise<OwnOfficer[]> {
    const { service } = this.#ground;
    const found: OwnOfficer[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await service.register(`exchange/${officerRegister}`, {
        prefix,
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      if (page instanceof Refusal) throw new TypeError(`no register of officers: ${page.code}`);
      for (const { key, value } of page.items)
        found.push({ officer: key[1] ?? '', value: value as unknown as EnrolledOfficer });
      if (page.next === undefined) return found;
      cursor = page.next;
    }
  }
}
