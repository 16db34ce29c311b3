/** The records in which an institution tells its counterparts of officers' keys. */
import { utf8 } from '../../../kernel/bytes.ts';
import { canonical, type JsonObject } from '../../../kernel/canonical.ts';
import { type EnrolledOfficer, type EnrolmentClaims, enrolled } from '../../../kernel/exchange/officers.ts';
import { currentInstitution } from '../../../kernel/trust/lookup.ts';
import type { DeskGround } from '../desk.ts';
import type { EnrolledOfficers } from './enrolled-officers.ts';

export class EnrolmentRecords {
  readonly #ground: DeskGround;
  readonly #officers: EnrolledOfficers;

  constructor(ground: DeskGround, officers: EnrolledOfficers) {
    this.#ground = ground;
    this.#officers = officers;
  }

  /**
   * Hex id. To all counterparts, unless `to` names some. What is issued `once` under a name is not issued again under it,
   * also when the server stopped before it could note that it was.
   */
  async issue(
    type: 'enrolment' | 'enrolment-end',
    claims: JsonObject,
    to?: readonly string[],
    once?: string,
  ): Promise<string> {
    const { service, crypto } = this.#ground;
    const recipients = to ?? (await this.counterparts());
    const requestDigest = crypto.sha256(utf8(canonical(claims))).toHex();
    const issued = await service.issue({
      profile: 'exchange',
      type,
      to: recipients,
      claims,
      annexes: [],
      ...(once !== undefined && { idempotency: { key: `desk ${once}`, requestDigest } }),
    });
    // Everything was asked before: what is refused here is a fault of this program.
    if (!('record' in issued)) throw new Error(`${type} was not issued: ${JSON.stringify(issued)}`);
    return issued.record.id;
  }

  async counterparts(): Promise<string[]> {
    const { service } = this.#ground;
    const trust = service.trust();
    const channels = await service.channels();
    const outgoing = channels.filter(
      ({ direction, recipient }) => direction === 'out' && currentInstitution(trust, recipient),
    );
    return [...new Set(outgoing.map(({ recipient }) => recipient))].sort();
  }

  /** What is in force is sent again, as it was and in its order, to counterparts that came later. */
  async tellNewcomers(): Promise<void> {
    const { desk, service } = this.#ground;
    const counterparts = await this.counterparts();
    const rows = await desk.db.selectFrom('enrolment').selectAll().where('state', '=', 'issued').execute();
    const issued = await Promise.all(rows.map(async (row) => ({ row, record: await service.show(row.record ?? '') })));
    for (const { row, record } of issued.toSorted((a, b) => (a.record?.seq ?? 0) - (b.record?.seq ?? 0))) {
      const told: readonly string[] = JSON.parse(row.told);
      const missing = counterparts.filter((id) => !told.includes(id));
      if (record === undefined || missing.length === 0) continue;
      const claims = record.claims as unknown as EnrolmentClaims;
      const now = await this.#officers.find(claims.officer);
      if (now === undefined || canonical(plain(now)) !== canonical(plain(enrolled(claims)))) continue;
      await this.issue('enrolment', record.claims, missing, `enrolment ${row.id} ${missing.join(' ')}`);
      const all = JSON.stringify([...told, ...missing]);
      await desk.db.updateTable('enrolment').set({ told: all }).where('id', '=', row.id).execute();
    }
  }
}

export function plain(value: EnrolledOfficer | EnrolmentClaims | Omit<EnrolmentClaims, 'witnesses'>): JsonObject {
  return { ...value } as unknown as JsonObject;
}
